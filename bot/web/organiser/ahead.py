"""What is sent in the days to come, day by day in words; and the messages that are on their way."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from bot.web.organiser import texts
from bot.web.organiser.access import Leader
from handlers.broadcast.counting import about
from handlers.markup import plain
from handlers.programme_file import zone
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
                Sending(t.clock(at), _words(unit, leader, one), _people(leader, one))
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
    said = plain(sentence(leader.t, unit, words(leader.programme, one)))
    return said[:1].upper() + said[1:]


def _people(leader: Leader, one: Planned) -> str:
    return "" if one.people is None else plain(texts.to_people(leader.t, one.people))
