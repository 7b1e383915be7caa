"""What is sent in the days to come, day by day in words; and the messages that are on their way."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from bot.web.organiser import texts
from bot.web.organiser.access import Leader
from handlers.broadcast.counting import about
from handlers.changed import audience, reach, step_of
from handlers.markup import plain
from handlers.programme_file import milestone, zone
from handlers.remind.ahead import sentence
from handlers.remind.fortnight import Planned, words
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes out at a time of day, and to how many (empty: not known beforehand)."""

    clock: str
    what: str
    people: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day with all that goes out on it."""

    name: str
    date: str
    sendings: tuple[Sending, ...]


def days(unit: Unit, leader: Leader, found: Iterable[Planned]) -> list[Day]:
    """The days on which anything goes out, as the programme's wall has them."""
    t, wall = leader.t, zone(leader.programme)
    local = [(one.at.astimezone(wall), one) for one in found]
    return [
        Day(
            t.day(day),
            day.isoformat(),
            tuple(
                Sending(t.clock(at), _words(unit, leader, one), _people(unit, leader, one))
                for at, one in that_day
            ),
        )
        for day, that_day in groupby(local, key=lambda pair: pair[0].date())
    ]


def messages(unit: Unit, leader: Leader) -> list[str]:
    """The broadcasts that are on their way: how far each has come, never what it says."""
    mine = [o for o in unit.broadcasts.under_way() if o.programme == leader.programme.id]
    found = []
    for one in mine:
        states = unit.outbox.states_about(about(one.id))
        sent, every = states.get("sent", 0), sum(states.values())
        found.append(plain(texts.message_on_its_way(leader.t, sent, every)))
    return found


def _words(unit: Unit, leader: Leader, one: Planned) -> str:
    t, about = leader.t, milestone(leader.programme, one.milestone)
    if one.kind == "news" and about is not None:
        return plain(texts.change_is_told(t, t.pick(about.title)))
    said = plain(sentence(t, unit, words(leader.programme, one)))
    return said[:1].upper() + said[1:]


def _people(unit: Unit, leader: Leader, one: Planned) -> str:
    people = one.people
    if one.kind == "news":
        people = _told(unit, leader, one.milestone)
    return "" if people is None else plain(texts.to_people(leader.t, people))


def _told(unit: Unit, leader: Leader, milestone_id: str) -> int | None:
    """How many hear of a change; None while it is being told already."""
    programme = leader.programme
    notices = unit.notices.of_milestone(programme.id, milestone_id)
    if any(one.state == "telling" for one in notices):
        return None
    steps = [step_of(one) for one in notices if one.state == "waiting"]
    found = reach(unit, programme.id, list(audience(unit, programme, steps)))
    return found.people - found.missed
