"""«Har sluttet»: a place ends, or passes to somebody else; asked first, and told kindly."""

from collections.abc import Mapping, Sequence

from handlers.changed import apply
from handlers.flow.form import Question, Questions
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.flow.words import folded
from handlers.markup import Button, Html, column, lines, paragraphs, plain
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.programme_file.teams import team_of
from handlers.roster.handing import hand_on
from handlers.teams import adding, card, personal, telling
from handlers.teams import people_texts as texts
from handlers.teams.begin import fresh
from handlers.teams.edits import without_name
from handlers.teams.readers import Name
from handlers.teams.rights import Rights, held, refusal, rights
from handlers.teams.roll import Entry, leaders
from handlers.teams.whom import find, gone, key_of
from handlers.tongue import Tongue
from handlers.turn import Turn
from handlers.workbook import Listed
from storage.records import Duty, Membership, Person


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Ask, ask whether somebody takes over, and let it be so; each step asks anew who may."""
    mine = rights(turn)
    if mine is None:
        return
    one = find(turn, mine, arguments)
    if one is None or not mine.lets_go(one.member):
        gone(turn)
    elif _is_last(turn, mine, one):
        turn.say(texts.last_organiser(turn.tongue))
    else:
        _step(turn, mine, one, arguments[2:])


def _step(turn: Turn, mine: Rights, one: Entry, said: Sequence[str]) -> None:
    match said:
        case []:
            _ask(turn, mine, one)
        case ["yes"] if one.member.role == "participant":
            _ask_successor(turn, mine, one)
        case ["yes" | "nobody"]:
            depart(turn, mine.programme, one)
            _say_left(turn, mine, one)
        case ["other"] if one.member.role == "participant":
            fresh(turn, FORM, key_of(one))
        case _:
            card.show_person(turn, mine, one)


def _ask(turn: Turn, mine: Rights, one: Entry) -> None:
    t = turn.tongue
    said = texts.ask_left(t, card.name_of(t, one), _place(t, mine.programme, one.member))
    stays = texts.the_work_stays(t) if one.member.team else None
    does = texts.nobody_is_told(t) if one.member.listed else texts.what_leaving_does(t)
    yes = _button(turn, texts.yes_left(t), one, "yes")
    no = _button(turn, texts.no_stays(t), one, "no")
    turn.say(paragraphs(said, lines(does, stays)), column(yes, no))


def _ask_successor(turn: Turn, mine: Rights, one: Entry) -> None:
    t = turn.tongue
    history = texts.with_history(t) if is_for_individuals(mine.programme) else None
    buttons = (
        _button(turn, texts.somebody_takes_over(t), one, "other"),
        _button(turn, texts.nobody_takes_over(t), one, "nobody"),
        _button(turn, texts.no_stays(t), one, "no"),
    )
    turn.say(paragraphs(texts.ask_successor(t), history), column(*buttons))


def depart(turn: Turn, programme: ProgrammeFile, one: Entry) -> None:
    """End a membership, with the duty and the name in the programme's file; tell who had it.

    Of one who never came in and has done nothing, nothing is kept.
    """
    unit, member, person = turn.unit, one.member, one.person
    unit.people.leave(person.id, programme.id, member.role)
    team = member.team if member.role == "participant" else None
    if team is not None or member.role == "facilitator":
        after = without_name(programme, one.name, team)
        if after != programme:
            apply(unit, after, turn.now, turn.person.id if turn.person else None)
    turn.note("left", member.role)
    if turn.person is not None and turn.person.id == person.id:
        turn.roles_changed = True
    elif not member.listed:
        telling.tell(
            turn, programme, person.id,
            lambda t: texts.your_place_is_closed(t, _place(t, programme, member)),
        )  # fmt: skip
    turn.forget_what_was_read()


def _say_left(turn: Turn, mine: Rights, one: Entry) -> None:
    """Say that it is so, and show who is there now, to one who still sees it."""
    t = turn.tongue
    forget_unseen(turn, one)
    if turn.person is None or turn.person.id == one.person.id:
        turn.say(texts.you_left(t))
        return
    more = texts.invite_another(t) if one.member.role != "participant" else None
    name = card.name_of(t, one)
    turn.say(lines(texts.left(t, name, _place(t, mine.programme, one.member)), more))
    now = held(turn)
    team = now.team(one.member.team or "") if now else None
    if now is not None and team is not None:
        card.show(turn, now, team)


def forget_unseen(turn: Turn, one: Entry) -> None:
    """Erase somebody who was only ever a name in a list, and is in none any more."""
    people = turn.unit.people
    if one.member.listed and not people.memberships(one.person.id):
        people.erase(one.person.id)


# Somebody takes over


def _questions(scene: Scene) -> Questions:
    turn, one = scene.turn, _leaver(scene)
    t = turn.tongue
    name = card.name_of(t, one) if one else ""
    asked_name = Question(
        adding.NAME, texts.who_takes_over(t, name), Name(), hint=texts.when_it_happens(t, name)
    )
    found = (asked_name, *adding.which_mail(turn))

    def asked(_: Mapping[str, str]) -> tuple[Question, ...]:
        return found

    return asked


def _leaver(scene: Scene) -> Entry | None:
    """Whose place it is, while the speaker may say that they have left."""
    mine = held(scene.turn)
    one = find(scene.turn, mine, scene.draft.about.split(".")) if mine else None
    return one if mine is not None and one is not None and mine.lets_go(one.member) else None


def _may(scene: Scene) -> Html | None:
    return None if _leaver(scene) else refusal(scene.turn)


def _title(scene: Scene) -> Html:
    return texts.successor_title(scene.turn.tongue)


def _finish(scene: Scene, position: Position) -> None:
    """The old place ends at once, and waits, with all that is in it, for whoever comes."""
    turn, one, said = scene.turn, _leaver(scene), position.values
    turn.unit.drafts.drop(scene.draft.id)
    if one is None:
        gone(turn)
        return
    member = one.member
    depart(turn, scene.programme, one)
    row = turn.unit.programmes.find(scene.programme.id)
    assert row is not None  # noqa: S101 - it stands: somebody has just left it
    listed = Listed(
        said[adding.NAME],
        team=member.team,
        mail=said.get(adding.MAIL),
        job=member.job,
        duty=_duty(scene.programme, one),
    )
    person = adding.enter(turn, scene.programme, listed)
    hand_on(turn.unit, scene.programme.id, one.person.id, person.id)
    forget_unseen(turn, one)
    turn.note("took over", member.team or "")
    _say_who(turn, scene.programme, one, person)


def _duty(programme: ProgrammeFile, one: Entry) -> Duty | None:
    """Their duty, by their own word or by the file's."""
    team = team_of(programme, one.member.team or "")
    if one.member.duty is not None or team is None or not one.name:
        return one.member.duty
    if folded(team.contact or "") == folded(one.name):
        return "contact"
    return "deputy" if folded(team.deputy or "") == folded(one.name) else None


def _say_who(turn: Turn, programme: ProgrammeFile, one: Entry, person: Person) -> None:
    """Say whose the place is, and how they get in."""
    t = turn.tongue
    said = texts.has_the_place(t, person.name or "", card.name_of(t, one))
    went = adding.invited_by_mail(turn, programme, person)
    turn.say(lines(said, went))
    if went is None and _is_waiting(turn, programme, person):
        personal.hand_over(turn, person)


def _is_waiting(turn: Turn, programme: ProgrammeFile, person: Person) -> bool:
    mine = turn.unit.people.memberships(person.id)
    return any(one.programme == programme.id and one.listed for one in mine)


FORM = Form("successor", _questions, _title, _may, _finish, review=False)


def _place(t: Tongue, programme: ProgrammeFile, member: Membership) -> str:
    """What somebody leaves: their team, or the programme."""
    team = team_of(programme, member.team or "")
    return t.pick(team.name) if team and member.role == "participant" else t.pick(programme.name)


def _is_last(turn: Turn, mine: Rights, one: Entry) -> bool:
    """Whether nobody would be left to organise: who is only listed cannot yet."""
    if one.member.role != "organiser" or one.member.listed:
        return False
    every = [other.member for other in leaders(turn.unit, mine.programme)]
    return sum(m.role == "organiser" and not m.listed for m in every) == 1


def _button(turn: Turn, label: Html, one: Entry, said: str) -> Button:
    return Button(plain(label), turn.press("left", one.person.id, one.member.role[0], said))
