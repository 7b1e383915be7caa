"""One slice of a heartbeat: a bounded number of people get what they are owed now, if anything."""

from dataclasses import replace
from datetime import datetime, time

from handlers.events import Address
from handlers.markup import Html
from handlers.post import Letter, address_of, has_neither, post
from handlers.remind import room, unheard
from handlers.remind.hours import (
    closes_on,
    is_early,
    is_open_day,
    is_open_hour,
    local_day,
    takes_a_place,
)
from handlers.remind.occasions import rules
from handlers.remind.plan import Owed, cannot_wait, owed
from handlers.remind.standing import Heard, Register, Standing, heard, reads
from handlers.visits import PAGE
from storage.records import Person, PushPart
from storage.shelves.outbox import REMINDER
from storage.unit import Unit

AT_MOST = 50


def slice_of(unit: Unit, now: datetime, after: str = "", most: int = AT_MOST) -> str | None:
    """Serve the next ``most`` people after the person id ``after``; return where to go on.

    None: everybody has been served. What was owed is remembered with the unit, so that a round
    that was broken off may begin anew.
    """
    register = Register(unit, now)
    if not _is_time(unit, register, now):
        return None
    in_the_room = {
        of for of, programme in register.programmes.items() if room.is_asking((programme,), now)
    }
    people = unit.people.after(after, most)
    for person in people:
        _serve(unit, person, register, in_the_room, now)
    return people[-1].id if len(people) == most else None


def due(standings: list[Standing], known: Heard, now: datetime) -> list[tuple[Standing, Owed]]:
    """What one person is owed now over all their programmes: one push with everything in it.

    Nothing, where all of it can wait and would take the place of something that cannot.
    """
    found = [(one, owed(one.rules, one.occasions, now, known.of(one))) for one in standings]
    spoken = [part for _, what in found for part in what.spoken]
    if not spoken:
        return []
    if all(part.can_wait for part in spoken) and _takes_a_place(standings, known, now):
        return []
    return [
        (one, owed(one.rules, one.occasions, now, known.of(one), goes=True)) for one in standings
    ]


def _takes_a_place(standings: list[Standing], known: Heard, now: datetime) -> bool:
    needed = {
        day
        for one in standings
        for day in cannot_wait(one.rules, one.occasions, now, known.of(one))
    }
    return takes_a_place(local_day(standings[0].rules, now), known.days, needed)


def _is_time(unit: Unit, register: Register, now: datetime) -> bool:
    """Whether it is worth looking at anybody: most of the day it is not."""
    programmes = register.programmes.values()
    chosen = [time.fromisoformat(hour) for hour in unit.preferences.hours()]
    windows = [
        replace(mine, hour=hour) for mine in map(rules, programmes) for hour in (mine.hour, *chosen)
    ]
    return room.is_asking(programmes, now) or any(
        is_open_hour(one, now) or is_early(one, now) for one in windows
    )


def _serve(
    unit: Unit, person: Person, register: Register, in_the_room: set[str], now: datetime
) -> None:
    if not in_the_room and not _may_be_told(unit, person, register, now):
        return
    to = address_of(unit, person)
    is_told = (to is None or to.door == PAGE) and has_neither(unit, person.id)
    standings = _standings(register, person, to, is_told=is_told)
    if not standings:
        return
    if to is not None:
        t = reads(person, standings)
        for standing in (one for one in standings if one.programme.id in in_the_room):
            room.ask(unit, to, standing, person.id, t, now)
    found = _owed(unit, person, standings, now)
    if not found:
        return
    if is_told:
        unheard.note_push(unit, register, person.id, found, now)
    _push(unit, person, to, found, now)


def _owed(
    unit: Unit, person: Person, standings: list[Standing], now: datetime
) -> list[tuple[Standing, Owed]]:
    today = local_day(standings[0].rules, now)
    if unit.pushes.days_since(person.id, today):
        return []
    if not any(one.true_parts(now) for one in standings):
        return []
    return due(standings, heard(unit, person.id, today), now)


def _push(
    unit: Unit,
    person: Person,
    to: Address | None,
    found: list[tuple[Standing, Owed]],
    now: datetime,
) -> None:
    """Take it up, and owe it; without an address it counts as told, since an organiser tells it."""
    rules = found[0][0].rules
    today = local_day(rules, now)
    push = unit.pushes.add(person.id, today, now)
    for standing, what in found:
        _take_up(unit, push, person.id, standing, what)
    if to is None:
        unit.pushes.end_parts(push, "told")
        return
    # After the window nobody is disturbed: what is true tomorrow is owed anew.
    latest = max(part.fresh_until for _, what in found for part in what.spoken)
    until = min(latest, closes_on(rules, today))
    letter = Letter(Html(""), silent=True, priority=REMINDER, push=push, stale_after=until)
    language = reads(person, [one for one, _ in found]).language
    post(unit, to, letter, f"push:{push}", language, now)


def _standings(
    register: Register, person: Person, to: Address | None, *, is_told: bool
) -> list[Standing]:
    """Where somebody stands; of one whom an organiser tells, that alone which can be passed on."""
    if to is None and not is_told:
        return []
    found = register.of(person.id)
    return found if to is not None else unheard.passable(found)


def _may_be_told(unit: Unit, person: Person, register: Register, now: datetime) -> bool:
    """Whether it is worth reading all that somebody may be told."""
    theirs = register.rules_of(person.id)
    if not theirs or not (is_open_hour(theirs[0], now) or is_early(theirs[0], now)):
        return False
    today = local_day(theirs[0], now)
    had = unit.pushes.days_since(person.id, today)
    return any(is_open_day(mine, today, had) for mine in theirs)


def _take_up(unit: Unit, push: str, person: str, standing: Standing, what: Owed) -> None:
    for part in (*what.spoken, *what.covered):
        unit.pushes.add_part(
            PushPart(
                person=person,
                programme=standing.programme.id,
                kind=part.key.kind,
                milestone=part.key.milestone,
                occasion=part.key.occasion,
                push=push,
                spoken=part in what.spoken,
                state="owed",
                day=part.day,
            )
        )
