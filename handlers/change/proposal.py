"""From what an organiser answered to the programme as it would be, checked as a file is."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from handlers.programme_file import (
    Milestone,
    ProgrammeErrors,
    ProgrammeFile,
    dump,
    first_day,
    milestone,
    read_when,
    write_when,
)
from handlers.programme_file.read import read_tables
from handlers.when import At, Days, When

WHAT, WHEN, PLACE, MODE, LINK = "what", "when", "place", "mode", "link"
REPORT_BY, SIGN_UP_BY = "report-by", "signup-by"
CANCEL, HOLD = "cancel", "hold"
_KEYS = {PLACE: "place", MODE: "mode", LINK: "link", WHEN: "when"}
_DEADLINES = {REPORT_BY: "report_by", SIGN_UP_BY: "sign_up_by"}


def proposed(
    programme: ProgrammeFile, milestone_id: str, answers: Mapping[str, str]
) -> ProgrammeFile:
    """The programme with these answers (canonical, by the form's keys).

    A moved date takes the agenda along; where that no longer fits, its points lose their times. A
    deadline of its own that is no longer before the day goes. Raises ProgrammeErrors with every
    complaint.
    """
    before = milestone(programme, milestone_id)
    assert before is not None  # noqa: S101 - the form is about one that stands
    raw = tables(programme)
    table = next(one for one in raw["milestone"] if one["id"] == milestone_id)
    _answer(table, before, answers)
    try:
        return read_tables(raw)
    except ProgrammeErrors:
        _without_times(table)
        return read_tables(raw)


def tables(programme: ProgrammeFile) -> dict[str, Any]:
    """The tables of its file; JSON writes a whole number such as a scale's step as 1.0."""
    found: dict[str, Any] = json.loads(dump(programme), parse_float=_number)
    return found


def loses_agenda(before: ProgrammeFile, after: ProgrammeFile, milestone_id: str) -> bool:
    """Whether points of the agenda lost their times, and have to be set anew in the file."""
    timed = [_timed(milestone(one, milestone_id)) for one in (before, after)]
    return timed[1] < timed[0]


def _number(written: str) -> float:
    number = float(written)
    return int(number) if number.is_integer() else number


def _answer(table: dict[str, Any], before: Milestone, answers: Mapping[str, str]) -> None:
    for key, name in _KEYS.items():
        if key in answers:
            table[name] = answers[key]
    if answers.get(WHAT) == CANCEL:
        table["cancelled"] = True
    if answers.get(WHAT) == HOLD:
        table.pop("cancelled", None)
    if WHEN in answers:
        _move(table, before.when, read_when(answers[WHEN]))
    match answers.get(MODE):
        case "physical":
            table.pop("link", None)
        case "digital":
            table.pop("place", None)
        case _:
            pass
    for key, name in _DEADLINES.items():
        if key in answers:
            table[name] = answers[key]


def _move(table: dict[str, Any], old: When, new: When) -> None:
    was, is_now = first_day(old), first_day(new)
    for name in _DEADLINES.values():
        if name in table and (is_now is None or date.fromisoformat(table[name]) >= is_now):
            del table[name]
    if was is None or is_now is None:
        _without_times(table)
        return
    for point in table.get("agenda", []):
        point["at"] = write_when(_shifted(read_when(point.get("at", "")), is_now - was))


def _shifted(when: When, by: timedelta) -> When:
    match when:
        case At(start, end):
            return At(start + by, _later(end, by))
        case Days(first, last):
            return Days(first + by, last + by)
        case _:
            return when


def _later(moment: datetime | None, by: timedelta) -> datetime | None:
    return moment + by if moment else None


def _without_times(table: dict[str, Any]) -> None:
    for point in table.get("agenda", []):
        point.pop("at", None)


def _timed(one: Milestone | None) -> int:
    points = one.agenda if one else ()
    return sum(isinstance(point.at, At | Days) for point in points)
