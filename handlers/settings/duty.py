"""Who speaks for a team: its participants say it themselves, and who did before is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.markup import Button, Html, column, lines, paragraphs, plain
from handlers.post import Letter
from handlers.programme_file import Team
from handlers.remind.hours import next_open
from handlers.remind.standing import rules_of
from handlers.settings import duty_texts as texts
from handlers.settings.mine import mine, way_back
from handlers.turn import Turn
from storage.records import Duty, Membership

TRUE_FOR = timedelta(days=14)
DUTIES: tuple[Duty, ...] = ("contact", "deputy")


@dataclass(frozen=True, slots=True)
class Place:
    """The speaker's own place in a team that stands."""

    member: Membership
    team: Team


def team_of(turn: Turn) -> Place | None:
    """Find the speaker's team in the programme where they sit, if it has reports to speak for."""
    member, programme = turn.membership("participant"), turn.programme
    if member is None or programme is None or programme.report is None:
        return None
    standing = (one for one in programme.team if one.id == member.team and not one.withdrawn)
    team = next(standing, None)
    return Place(member, team) if team else None


def speakers(turn: Turn, place: Place) -> Html:
    """Who speaks for the team: what its members said goes before what the programme's file says."""
    t = turn.tongue
    return lines(*(texts.duty_line(t, duty, _who(turn, place, duty)) for duty in DUTIES))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Ask who speaks for the team, or let the speaker take it up or lay it down."""
    if mine(turn) is None:
        return
    place = team_of(turn)
    if place is None:
        turn.say(texts.no_team(turn.tongue))
        return
    match arguments:
        case ["contact"]:
            _take(turn, place, "contact")
        case ["deputy"]:
            _take(turn, place, "deputy")
        case ["none"]:
            _lay_down(turn, place)
        case _:
            _ask(turn, place)


def _ask(turn: Turn, place: Place) -> None:
    t = turn.tongue
    said = lines(texts.ask_duty(t, t.pick(place.team.name)), speakers(turn, place))
    buttons = [Button(plain(texts.i_am(t, duty)), turn.press("duty", duty)) for duty in DUTIES]
    neither = Button(plain(texts.i_am_neither(t)), turn.press("duty", "none"))
    turn.say(paragraphs(said, texts.what_duty_means(t)), column(*buttons, neither))


def _take(turn: Turn, place: Place, duty: Duty) -> None:
    before = [one for one in _holders(turn, place, duty) if one.person != place.member.person]
    turn.unit.people.take_duty(place.member, duty)
    turn.forget_what_was_read()
    said = texts.duty_taken(turn.tongue, duty, turn.tongue.pick(place.team.name))
    turn.say(said, way_back(turn.tongue))
    for one in before:
        _tell(turn, place, duty, one)


def _lay_down(turn: Turn, place: Place) -> None:
    turn.unit.people.take_duty(place.member, None)
    turn.forget_what_was_read()
    said = texts.duty_laid_down(turn.tongue, turn.tongue.pick(place.team.name))
    turn.say(said, way_back(turn.tongue))


def _tell(turn: Turn, place: Place, duty: Duty, before: Membership) -> None:
    """Tell who had it until now: kindly, at work, and not if it has passed on again by then."""
    person, programme = turn.unit.people.find(before.person), turn.programme
    if person is None or programme is None:
        return
    about = f"duty:{programme.id}:{place.team.id}:{duty}"
    turn.unit.outbox.moot_about(about, turn.now)
    t = turn.tongue_of(person)
    polite = next_open(rules_of(turn.unit, programme, person.id), turn.now)
    name = turn.person.name if turn.person and turn.person.name else plain(texts.a_colleague(t))
    text = texts.duty_passed_on(t, duty, name, t.pick(place.team.name))
    late = polite + TRUE_FOR
    letter = Letter(text, silent=True, about=about, not_before=polite, stale_after=late)
    turn.tell(person, letter)


def _who(turn: Turn, place: Place, duty: Duty) -> str:
    t = turn.tongue
    for one in _holders(turn, place, duty):
        if one.person == place.member.person:
            return plain(texts.you(t))
        person = turn.unit.people.find(one.person)
        return person.name if person and person.name else plain(texts.a_colleague(t))
    named = place.team.contact if duty == "contact" else place.team.deputy
    return named or plain(texts.nobody_yet(t))


def _holders(turn: Turn, place: Place, duty: Duty) -> list[Membership]:
    members = turn.unit.people.team_members(place.member.programme, place.team.id)
    return [one for one in members if one.duty == duty]
