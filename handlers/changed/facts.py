"""What people must know of a milestone, as a value that is kept and compared."""

from datetime import date, datetime
from typing import Literal

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    milestone,
    reports_due,
    sign_up_due,
    zone,
)
from handlers.programme_file.fields import Link, Table, Time
from handlers.programme_file.schema import Concerns
from handlers.programme_file.text import Text


class Facts(Table):
    """How a milestone stands; the deadlines are days in the programme's zone, where there are any.

    ``title``, ``kind`` and ``concerns`` are kept beside it, for what is taken out of the file.
    """

    kind: Literal["samling", "modul", "fase", "frist"]
    title: Text
    when: Time
    place: Text | None = None
    mode: Literal["physical", "digital", "hybrid"] | None = None
    link: Link | None = None
    cancelled: bool = False
    report_by: date | None = None
    sign_up_by: date | None = None
    concerns: Concerns | None = None

    def as_milestone(self, milestone_id: str) -> Milestone:
        """The milestone that it was, as far as it matters to whom it concerned."""
        return Milestone(
            id=milestone_id,
            kind=self.kind,
            title=self.title,
            when=self.when,
            concerns=self.concerns,
            cancelled=self.cancelled,
        )


class Was(Table):
    """How a milestone stood before a change; None: it was not there.

    ``version`` is the programme's that the change made.
    """

    version: int
    facts: Facts | None


def facts_of(programme: ProgrammeFile, milestone_id: str) -> Facts | None:
    """What people must know of a milestone now; None where the programme has none by this id."""
    one = milestone(programme, milestone_id)
    if one is None:
        return None
    due = next((due for owed, due in reports_due(programme) if owed.id == one.id), None)
    return Facts(
        kind=one.kind,
        title=one.title,
        when=one.when,
        place=one.place,
        mode=one.mode,
        link=one.link,
        cancelled=one.cancelled,
        report_by=_day(programme, due),
        sign_up_by=_day(programme, sign_up_due(programme, one)),
        concerns=one.concerns,
    )


def differ(was: Facts | None, now: Facts | None) -> bool:
    """Whether somebody who knows how it was has anything to learn.

    What is new without a day is not told before it has one, and of what is cancelled nothing more.
    A deadline counts where there was one and still is.
    """
    if was is None:
        return now is not None and first_day(now.when) is not None and not now.cancelled
    if now is None:
        return not was.cancelled
    if was.cancelled and now.cancelled:
        return False
    return _told(was) != _told(now) or bool(moved_deadlines(was, now))


def moved_deadlines(was: Facts, now: Facts) -> list[Literal["report", "sign_up"]]:
    """Which deadlines fall on another day than they did."""
    pairs: list[tuple[Literal["report", "sign_up"], date | None, date | None]] = [
        ("report", was.report_by, now.report_by),
        ("sign_up", was.sign_up_by, now.sign_up_by),
    ]
    return [name for name, old, new in pairs if old and new and old != new]


def _told(facts: Facts) -> tuple[object, ...]:
    return facts.when, facts.place, facts.mode, facts.link, facts.cancelled


def _day(programme: ProgrammeFile, moment: datetime | None) -> date | None:
    return None if moment is None else moment.astimezone(zone(programme)).date()
