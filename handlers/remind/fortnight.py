"""What a programme's people are told in the days to come, counted: never whom, always how many."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.concerned import concerns
from handlers.post import hears
from handlers.programme_file import ProgrammeFile, milestone
from handlers.remind.ahead import Happening, Kind
from handlers.remind.coming import Look, coming
from handlers.remind.hours import local_day
from handlers.remind.room import Asked, asked, mornings
from handlers.remind.standing import Register, Standing, heard
from storage.unit import Unit

AHEAD = timedelta(days=14)
AT_A_TIME = 25
"""People whose time to come is reckoned in one go: a tenth of a second at most."""
Counts = Counter[tuple[datetime, Kind, str]]
"""How many are told at an instant, of what kind, about which milestone."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What goes out at an instant (aware, UTC) about a milestone, and to how many.

    ``people`` is None where it is not known beforehand: a change that is told.
    """

    at: datetime
    kind: Kind
    milestone: str
    people: int | None


def fortnight(unit: Unit, programme: ProgrammeFile, now: datetime) -> tuple[Planned, ...]:
    """Reckon what goes out until then by the rules themselves, if nobody does anything meanwhile.

    A push that speaks of several things stands once for each of them. In one go: whoever must not
    be held up calls ``slice_of`` until there is no more, and then ``planned``.
    """
    found: Counts = Counter()
    place: int | None = 0
    while place is not None:
        counted, place = slice_of(unit, programme, now, place)
        found += counted
    return planned(unit, programme, now, found)


def slice_of(
    unit: Unit, programme: ProgrammeFile, now: datetime, place: int
) -> tuple[Counts, int | None]:
    """Reckon it for the people from a place on; and where to go on (None: that was all)."""
    every, look = unit.people.of_programme(programme.id), _once(unit)
    found: Counts = Counter()
    for person in every[place : place + AT_A_TIME]:
        if hears(unit, person):
            found.update(_of(unit, programme, person.id, now, now + AHEAD, look(person.id)))
    following = place + AT_A_TIME
    return found, following if following < len(every) else None


def planned(
    unit: Unit, programme: ProgrammeFile, now: datetime, counted: Counts
) -> tuple[Planned, ...]:
    """Put what was counted in its order, with the changes that wait to be told."""
    found = [Planned(*key, people) for key, people in counted.items()]
    told: dict[str, datetime] = {}
    for one in unit.notices.of_programme(programme.id):
        if one.state in ("waiting", "telling"):
            told[one.milestone] = min(one.not_before, told.get(one.milestone, one.not_before))
    waiting = (Planned(max(at, now), "news", about, None) for about, at in told.items())
    found += [one for one in waiting if one.at <= now + AHEAD]
    return tuple(sorted(found, key=lambda one: (one.at, one.kind, one.milestone)))


def words(programme: ProgrammeFile, one: Planned) -> Happening:
    """The same as a happening, which ``ahead.sentence`` puts into words."""
    return Happening(one.at, one.kind, one.milestone, programme.id)


def _once(unit: Unit) -> Callable[[str], Look]:
    """Reads where people stand at an instant; what all of them share is read once for it."""
    registers: dict[datetime, Register] = {}

    def of(person: str) -> Look:
        def look(at: datetime) -> list[Standing]:
            if at not in registers:
                registers[at] = Register(unit, at)
            return registers[at].of(person)

        return look

    return of


def _of(  # noqa: PLR0913 - whose, of what, between when
    unit: Unit, programme: ProgrammeFile, person: str, now: datetime, until: datetime, look: Look
) -> Iterator[tuple[datetime, Kind, str]]:
    standings = look(now)
    if not standings:
        return
    known = heard(unit, person, local_day(standings[0].rules, now))
    for push in coming(look, known, now, until):
        for standing, part in push.parts:
            if standing.programme.id == programme.id:
                yield push.at, part.key.kind, part.key.milestone
    for standing in standings:
        if standing.programme.id == programme.id:
            yield from _on_the_day(standing, now, until)


def _on_the_day(
    standing: Standing, now: datetime, until: datetime
) -> Iterator[tuple[datetime, Kind, str]]:
    """What is said in the room: the welcome to those who come, the question to those who may."""
    programme = standing.programme
    reflects = {one.milestone for one in standing.occasions if one.kind == "reflect"}
    for one in mornings(programme):
        if now <= one.opens <= until and _comes(standing, one):
            yield one.opens, "morning", one.milestone
    for one in asked(programme):
        if now <= one.opens <= until and one.milestone in reflects:
            yield one.opens, "room", one.milestone


def _comes(standing: Standing, one: Asked) -> bool:
    found = milestone(standing.programme, one.milestone)
    return (
        found is not None
        and standing.member.role in ("participant", "facilitator")
        and one.milestone not in standing.away
        and concerns(standing.programme, found, standing.member)
    )
