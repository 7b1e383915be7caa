"""Reading when something is to be, as people in Norway write days and times."""

import datetime as dt
import re
from typing import NoReturn
from zoneinfo import ZoneInfo

from handlers.change import form_texts as texts
from handlers.flow.dates import Date
from handlers.flow.form import Refusal
from handlers.markup import Html
from handlers.programme_file import Refused, first_day, last_day, read_when, write_when
from handlers.tongue import Tongue
from handlers.when import At, Days, Month, When

_MARK = r"(?:kl\.?|klokka|klokken|at)"
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?"
_TIME = rf"(?:{_MARK} ?{_CLOCK}|\d{{1,2}}[:.]\d{{2}})"
_UNTIL = rf"(?:{_MARK} ?)?{_CLOCK}"
_WEEKDAY = r"(?:[a-zæøå]+(?:dag|day),? )?"
_NUMBERED = r"\d{1,2}[./] ?\d{1,2}(?:[./-] ?(?:\d{4}|\d{2}))?\.?"
_NAMED = r"\d{1,2}\.? ?[a-zæøå]{3,9}(?: \d{4})?"
_DATE = rf"{_WEEKDAY}(?:den |the )?(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|{_NAMED}|{_NUMBERED})"
_HOURS = rf"(?:,? ?(?P<start>{_TIME})(?: ?- ?(?P<end>{_UNTIL}))?)?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<first>{_DATE}),? ?(?P<start>{_TIME}) ?- ?(?P<last>{_DATE}),? ?(?P<end>{_TIME})",
        rf"(?P<first>{_DATE}),? ?(?P<start>{_TIME})(?: ?- ?(?P<end>{_UNTIL}))?",
        rf"(?P<first>{_DATE}|\d{{1,2}}\.?) ?- ?(?P<last>{_DATE}){_HOURS}",
        rf"(?P<first>{_DATE})",
    )
)
_MONTH = re.compile(r"[a-zæøå]{3,9} \d{4}")
_AHEAD, _WEDNESDAY = 100, 2  # of what is shown as an example
_DASHES = re.compile(r"\s*(?:[–—−‐]|\btil og med\b|\btil\b|\bto\b)\s*")


def read_span(said: str, t: Tongue, today: dt.date, zone: ZoneInfo) -> When:
    """A moment, a day, days with or without times, or a month; Refusal for anything else.

    What stands in a programme file is read too. A date without a year is the next such day; of two
    times the first is of the first day, the other of the last.
    """
    if not said.strip():
        _refuse(t, today)
    try:
        return read_when(said, zone)
    except Refused:
        pass
    text = " ".join(_DASHES.sub("-", said.strip().casefold()).split()).rstrip(".!")
    if _MONTH.fullmatch(text):
        day = _date(f"1. {text}", t, today)
        return Month(day.year, day.month)
    found = next((m for shape in _SHAPES if (m := shape.fullmatch(text))), None)
    if found is None:
        _refuse(t, today)
    when = _when(found.groupdict(), t, today)
    try:
        return read_when(write_when(when), zone)
    except Refused:
        _refuse(t, today)


def examples(t: Tongue, today: dt.date) -> tuple[Html, Html, str]:
    """A moment, days and a month that lie ahead, each as it may be written."""
    ahead = today.replace(day=1) + dt.timedelta(days=_AHEAD)
    day = ahead.replace(day=10)
    day += dt.timedelta(days=(_WEDNESDAY - day.weekday()) % 7)
    begins = dt.datetime.combine(day, dt.time(12))
    moment = t.when(At(begins, begins.replace(hour=15)), year=True)
    days = t.when(Days(day, day + dt.timedelta(days=1)))
    return moment, days, t.month(day.year, day.month)


def with_times(new: When, old: When) -> When:
    """Days without a time have the times that were, where they are as many days as before."""
    if not isinstance(new, Days) or not isinstance(old, At):
        return new
    first, last = first_day(old), last_day(old)
    assert first is not None  # noqa: S101 - a moment has a day
    assert last is not None  # noqa: S101
    if new.last - new.first != last - first:
        return new
    end = dt.datetime.combine(new.last, old.end.time()) if old.end else None
    return At(dt.datetime.combine(new.first, old.start.time()), end)


def _when(parts: dict[str, str | None], t: Tongue, today: dt.date) -> When:
    first, last = _days(parts["first"] or "", parts.get("last"), t, today)
    start, end = parts.get("start"), parts.get("end")
    if last < first:
        _refuse(t, today)
    if start is None:
        return Days(first, last)
    begins = dt.datetime.combine(first, _clock(start, t, today))
    ends = dt.datetime.combine(last, _clock(end, t, today)) if end else None
    if ends is not None and ends <= begins:
        _refuse(t, today)
    if ends is None and last != first:
        _refuse(t, today)
    return At(begins, ends)


def _days(first: str, last: str | None, t: Tongue, today: dt.date) -> tuple[dt.date, dt.date]:
    """The first takes month and year from the last where it has none of its own."""
    if last is None:
        day = _date(first, t, today)
        return day, day
    end = _date(last, t, today)
    if re.fullmatch(r"\d{1,2}\.?", first):
        return _date(f"{end.year}-{end.month}-{first.rstrip('.')}", t, today), end
    if re.search(r"\d{4}", first):
        return _date(first, t, today), end
    # The latest such day that is not after the last one: «30. desember–2. januar 2028».
    begins = _date(first, t, dt.date(end.year, 1, 1))
    return (begins if begins <= end else _date(first, t, dt.date(end.year - 1, 1, 1))), end


def _date(said: str, t: Tongue, today: dt.date) -> dt.date:
    try:
        return dt.date.fromisoformat(Date(today)(said, t))
    except Refusal:
        _refuse(t, today)


def _clock(said: str, t: Tongue, today: dt.date) -> dt.time:
    found = re.search(r"(\d{1,2})(?:[:.](\d{2}))?$", said)
    if found is None:
        _refuse(t, today)
    try:
        return dt.time(int(found[1]), int(found[2] or 0))
    except ValueError:
        _refuse(t, today)


def _refuse(t: Tongue, today: dt.date) -> NoReturn:
    raise Refusal(texts.no_span(t, *examples(t, today)))
