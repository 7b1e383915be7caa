"""What a samling's facts mean for those who come: its days, its meals and nights, who is asked."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from handlers.concerned import concerns
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    last_day,
    sign_up_due,
    sign_up_is_binding,
    takes,
    zone,
)
from handlers.programme_file import SignUp as Step
from handlers.timeline import is_over
from handlers.when import At
from storage.records import Membership, Role

COMERS: frozenset[Role] = frozenset({"participant", "facilitator"})
_EVENING = time(17)
_MOST_DAYS = 7  # what lasts longer is not asked about day by day
_DAY = timedelta(days=1)


def comes(programme: ProgrammeFile, one: Milestone, members: Iterable[Membership]) -> bool:
    """Whether somebody with these memberships is one of those who come to it."""
    return any(
        member.programme == programme.id
        and member.role in COMERS
        and concerns(programme, one, member)
        for member in members
    )


def days(one: Milestone) -> tuple[date, ...]:
    """The days on which it is held; none where the file states no day."""
    first, last = first_day(one.when), last_day(one.when)
    if first is None or last is None:
        return ()
    return tuple(first + n * _DAY for n in range((last - first).days + 1))


def asked_days(one: Milestone) -> tuple[date, ...]:
    """The days that somebody may choose among; none where there is no choice."""
    found = days(one)
    return found if 1 < len(found) <= _MOST_DAYS else ()


def is_in_person(one: Milestone) -> bool:
    """Whether people meet in a room: it is said so, or a place and nothing else is said."""
    return one.mode in ("physical", "hybrid") or (one.mode is None and one.place is not None)


def step(programme: ProgrammeFile) -> Step | None:
    return programme.samling.sign_up if programme.samling else None


def has_lunch(programme: ProgrammeFile, one: Milestone) -> bool:
    asked = step(programme)
    return is_in_person(one) and asked is not None and "lunch" in asked.meals


def dinner_days(programme: ProgrammeFile, one: Milestone) -> tuple[date, ...]:
    """The days that end with a dinner: it goes on tomorrow, or the agenda has an evening."""
    asked = step(programme)
    if asked is None or "dinner" not in asked.meals or not is_in_person(one):
        return ()
    evenings = {
        item.at.start.date()
        for item in one.agenda
        if isinstance(item.at, At) and item.at.start.time() >= _EVENING
    }
    return tuple(day for day in days(one) if day in evenings or day + _DAY in days(one))


def has_dinner(programme: ProgrammeFile, one: Milestone, value: str) -> bool:
    """Whether any of the chosen days ends with a dinner."""
    dinners = dinner_days(programme, one)
    return any(day in dinners for day in chosen_days(one, value))


def chosen_days(one: Milestone, value: str) -> tuple[date, ...]:
    """Those of its days that stand in a value (ISO dates, commas between); all where none does."""
    every = days(one)
    return tuple(day for day in every if day.isoformat() in value.split(",")) or every


def nights(programme: ProgrammeFile, one: Milestone) -> tuple[date, ...]:
    """The nights within it, each by the day before; none where nobody is asked."""
    asked = step(programme)
    if asked is None or not asked.overnight or not is_in_person(one):
        return ()
    return days(one)[:-1]


def asks_sign_up(programme: ProgrammeFile, one: Milestone, now: datetime) -> bool:
    """Whether people still say if they come."""
    return (
        takes(programme, one, "sign_up")
        and first_day(one.when) is not None
        and not is_over(programme, one, now)
    )


def is_shut(programme: ProgrammeFile, one: Milestone, said_at: datetime) -> bool:
    """Whether a binding deadline has passed: what was answered is changed by telephone."""
    return sign_up_is_binding(programme, one) and is_late(programme, one, said_at)


def is_late(programme: ProgrammeFile, one: Milestone, said_at: datetime) -> bool:
    due = sign_up_due(programme, one)
    return due is not None and said_at > due


def is_today(programme: ProgrammeFile, one: Milestone, *moments: datetime) -> bool:
    """Whether it is held on the local day of any of these moments, and takes presence."""
    there = zone(programme)
    held = days(one) if takes(programme, one, "presence") else ()
    return any(moment.astimezone(there).date() in held for moment in moments)


def read_day(said: str) -> date:
    return date.fromisoformat(said)
