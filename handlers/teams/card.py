"""The list of teams, one team, and one person, as they read in the chat."""

from collections.abc import Iterator, Sequence

from handlers.markup import Button, Html, column, joined, lines, paragraphs, plain, safe
from handlers.programme_file import Team, is_for_individuals
from handlers.teams import people_texts, texts
from handlers.teams.rights import Rights
from handlers.teams.roll import Entry, Row, entries, leaders, row, speaker
from handlers.tongue import Tongue
from handlers.turn import Turn

MOST = 80  # buttons for people: a message has at most a hundred
ROLES = {"p": "participant", "f": "facilitator", "o": "organiser"}
"""How a button names what somebody is."""


def show_list(turn: Turn, mine: Rights) -> None:
    """Every team that the speaker sees, with what an organiser needs to know of it."""
    t, programme = turn.tongue, mine.programme
    seen = [team for team in programme.team if team.id in mine.sees]
    told = [line(t, row(turn.unit, programme, team), mine) for team in seen]
    heading = texts.title(t, t.pick(programme.name))
    buttons = [_button(turn, t.pick(team.name), "open", team.id) for team in seen[:MOST]]
    if mine.organises:
        buttons += [
            _button(turn, texts.new_team(t), "new"),
            _button(turn, texts.who_lead(t), "lead"),
            Button(plain(texts.invite(t)), turn.press("invite")),
        ]
    turn.say(paragraphs(heading, *(told or [texts.no_teams(t)])), column(*buttons))


def line(t: Tongue, one: Row, mine: Rights) -> Html:
    """A team in the list: its people as counts, and who speaks for it.

    How many are not reached is not for the team itself, where it would name somebody.
    """
    team = one.team
    missed = one.missed if mine.speaks_for != team.id else 0
    contact = texts.contact(t, one.contact) if one.contact else texts.no_contact(t)
    about = (
        texts.withdrawn(t) if team.withdrawn else "",
        texts.without_telegram(t) if one.apart else "",
        texts.people(t, one.members) if one.members else texts.nobody(t),
        texts.waiting(t, one.waiting) if one.waiting else "",
        texts.missed(t, missed) if missed else "",
        contact if not team.withdrawn or one.contact else "",
        texts.deputy(t, one.deputy) if one.deputy else "",
        texts.guide(t, t.listed(one.guides)) if one.guides else "",
    )
    return lines(_heading(t, team), joined(" · ", about))


def show(turn: Turn, mine: Rights, team: Team) -> None:
    """One team: who is in it, and what can be done with it."""
    t, programme = turn.tongue, mine.programme
    here = entries(turn.unit, programme, team.id)
    one = row(turn.unit, programme, team)
    may = mine.organises or mine.speaks_for == team.id
    hint = texts.choose_a_person(t) if mine.organises else texts.choose_who_left(t)
    text = paragraphs(
        line(t, one, mine),
        lines(*_people(t, here, team)) or texts.nobody_here(t),
        hint if may and here else "",
    )
    buttons = (*_who(turn, here if may else []), *_deeds(turn, mine, team))
    turn.say(text, column(*buttons))


def show_people(turn: Turn, mine: Rights) -> None:
    """Those who take part alone, to an organiser."""
    here = entries(turn.unit, mine.programme, "") if mine.organises else []
    t = turn.tongue
    heading = people_texts.people_of(t, t.pick(mine.programme.name))
    shown = lines(*_people(t, here, None)) or people_texts.nobody_yet(t)
    buttons = [*_who(turn, here)]
    if mine.organises:
        buttons += [
            _button(turn, texts.add_person(t), "add"),
            _button(turn, texts.who_lead(t), "lead"),
            Button(plain(texts.invite(t)), turn.press("invite")),
        ]
    turn.say(paragraphs(heading, shown), column(*buttons))


def show_leaders(turn: Turn, mine: Rights) -> None:
    t, here = turn.tongue, leaders(turn.unit, mine.programme)
    heading = people_texts.leaders_of(t, t.pick(mine.programme.name))
    shown = lines(*_people(t, here, None))
    again = Button(plain(texts.invite(t)), turn.press("invite", "lead"))
    turn.say(paragraphs(heading, shown), column(*_who(turn, here), again, _back(turn, mine)))


def show_person(turn: Turn, mine: Rights, one: Entry) -> None:
    """One person, and what can be done: never whether they have answered, or paused."""
    t, role = turn.tongue, one.member.role[0]
    team = next((x for x in mine.programme.team if x.id == one.member.team), None)
    text = lines(_heading(t, team) if team else "", _person(t, one, team, role=True))
    key = (one.person.id, role)
    deeds: list[tuple[Html, tuple[str, ...]]] = []
    if mine.organises and team is not None and role == "p" and len(_standing(mine)) > 1:
        deeds.append((people_texts.move(t), ("who", *key, "move")))
    if mine.lets_go(one.member):
        deeds.append((people_texts.has_left(t), ("left", *key)))
    if mine.organises:
        deeds.append((people_texts.personal_link(t), ("who", *key, "link")))
    buttons = [Button(plain(label), turn.press(*press)) for label, press in deeds]
    back = _button(turn, t.pick(team.name), "open", team.id) if team else _back(turn, mine)
    turn.say(text, column(*buttons, back))


def name_of(t: Tongue, one: Entry) -> str:
    return one.name or plain(texts.without_name(t))


def _people(t: Tongue, here: Sequence[Entry], team: Team | None) -> Iterator[Html]:
    for one in here:
        yield _person(t, one, team, role=team is None and one.member.role != "participant")


def _person(t: Tongue, one: Entry, team: Team | None, *, role: bool) -> Html:
    member = one.member
    is_contact = team is not None and speaker([one], team, "contact") == one.name != ""
    is_deputy = team is not None and speaker([one], team, "deputy") == one.name != ""
    about = (
        texts.the_organiser(t) if role and member.role == "organiser" else "",
        texts.the_facilitator(t) if role and member.role == "facilitator" else "",
        safe(member.job or ""),
        texts.the_contact(t) if is_contact else "",
        texts.the_deputy(t) if is_deputy else "",
        texts.not_in_yet(t) if member.listed else "",
    )
    return texts.person(t, name_of(t, one), joined(", ", about))


def _who(turn: Turn, here: Sequence[Entry]) -> list[Button]:
    t = turn.tongue
    return [
        Button(name_of(t, one), turn.press("who", one.person.id, one.member.role[0]))
        for one in here[:MOST]
    ]


def _deeds(turn: Turn, mine: Rights, team: Team) -> list[Button]:
    t, found = turn.tongue, []
    if mine.organises and not team.withdrawn:
        found.append(_button(turn, texts.add_person(t), "add", team.id))
    if mine.invites_to(team.id) and not team.withdrawn:
        found.append(Button(plain(texts.invite(t)), turn.press("invite", "team", team.id)))
    if mine.organises:
        found.append(_button(turn, texts.change_team(t), "change", team.id))
        word, label = ("back", texts.bring_back) if team.withdrawn else ("out", texts.withdraw)
        found.append(_button(turn, label(t), word, team.id))
    if len(mine.sees) > 1 or mine.organises:
        found.append(_button(turn, texts.all_teams(t)))
    return found


def _standing(mine: Rights) -> list[Team]:
    return [team for team in mine.programme.team if not team.withdrawn]


def _heading(t: Tongue, team: Team) -> Html:
    name = t.pick(team.name)
    return texts.where(t, name, team.municipality) if team.municipality else texts.team(name)


def _back(turn: Turn, mine: Rights) -> Button:
    t = turn.tongue
    alone = is_for_individuals(mine.programme)
    return _button(turn, people_texts.everybody(t) if alone else texts.all_teams(t))


def _button(turn: Turn, label: str, *words: str) -> Button:
    text = plain(label) if isinstance(label, Html) else label
    return Button(text, turn.press("team", *words))
