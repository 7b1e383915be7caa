"""Deadlines that a moved date has left in the past: the organisers are asked for new ones."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from handlers.changed import texts
from handlers.markup import Button, column, held, plain
from handlers.post import Letter, address_of, post
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    begins_at,
    first_day,
    milestone,
    reports_due,
    sign_up_due,
    zone,
)
from handlers.remind.hours import next_open
from handlers.remind.occasions import rules
from handlers.tongue import tongue
from storage.records import ProgrammeRow
from storage.shelves.outbox import REMINDER
from storage.unit import Unit

Deadline = Literal["report", "signup"]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A deadline that has passed before what it is for, and had not passed before the change."""

    milestone: Milestone
    deadline: Deadline


def left_behind(before: ProgrammeFile, after: ProgrammeFile, now: datetime) -> list[LeftBehind]:
    """The deadlines of ``after`` that are past, though they were not in ``before``."""
    return [
        LeftBehind(one, deadline)
        for one in after.milestone
        if not one.cancelled and _has_a_day_left(after, one, now)
        for deadline, due in _DUE.items()
        if _is_past(due(after, one.id), now) and not _is_past(due(before, one.id), now)
    ]


def ask_for_new(
    unit: Unit, before: ProgrammeFile, after: ProgrammeFile, row: ProgrammeRow, now: datetime
) -> None:
    """Ask every organiser who is reached, with a button; which of them answers does not matter."""
    for one in left_behind(before, after, now):
        for person in unit.people.of_programme(after.id):
            _ask(unit, after, row, one, person.id, now)


def report_day(programme: ProgrammeFile, milestone_id: str) -> datetime | None:
    """The deadline (aware, UTC) of the report that is owed before a milestone."""
    return next((due for one, due in reports_due(programme) if one.id == milestone_id), None)


def _sign_up(programme: ProgrammeFile, milestone_id: str) -> datetime | None:
    one = milestone(programme, milestone_id)
    return sign_up_due(programme, one) if one else None


_DUE: dict[Deadline, Callable[[ProgrammeFile, str], datetime | None]] = {
    "report": report_day,
    "signup": _sign_up,
}


def _is_past(due: datetime | None, now: datetime) -> bool:
    return due is not None and due < now


def _has_a_day_left(programme: ProgrammeFile, one: Milestone, now: datetime) -> bool:
    """Whether a deadline from today on can still lie before it."""
    day = first_day(one.when)
    return day is not None and day > now.astimezone(zone(programme)).date()


def _ask(  # noqa: PLR0913 - who is asked about what, and when
    unit: Unit,
    programme: ProgrammeFile,
    row: ProgrammeRow,
    what: LeftBehind,
    person_id: str,
    now: datetime,
) -> None:
    person = unit.people.find(person_id)
    mine = unit.people.memberships(person_id)
    to = address_of(unit, person) if person else None
    if person is None or to is None:
        return
    if not any((m.programme, m.role) == (programme.id, "organiser") for m in mine):
        return
    t = tongue(person.language or programme.language)
    several = len({m.programme for m in mine}) > 1
    data = held(f"change:{what.deadline}:{what.milestone.id}", programme.id, several=several)
    button = Button(plain(texts.set_deadline(t)), data)
    letter = Letter(
        texts.deadline_is_past(t, what.deadline, t.pick(what.milestone.title)),
        column(button),
        priority=REMINDER,
        stale_after=begins_at(programme, what.milestone),
        not_before=next_open(rules(programme), now),
    )
    key = f"deadline:{programme.id}:{row.version}:{what.milestone.id}:{what.deadline}:{person_id}"
    post(unit, to, letter, key, t.language, now)
