"""When something is, in three cells: its start and end as dates, or the time in words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.flow.dates import Date
from handlers.flow.form import Refusal
from handlers.markup import Html, plain
from handlers.programme_file import Refused, read_when, write_when
from handlers.programme_file.phrases import phrase
from handlers.tongue import Tongue
from handlers.when import At, Days, InSeason, Month, When, Yearly
from handlers.workbook import cell_faults as faults
from handlers.workbook.cells import ALONE, Parts, Value, said, shown
from handlers.workbook.lists import joined, split
from handlers.workbook.scope import TONGUES, Scope

START, END, WORDS = "", "end", "words"
_MIDNIGHT = time()
_FIRST_YEAR = 1904  # before it, programs do not agree on which day a number is
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a wall's time, as all in a workbook
_SERIALS = range(3_000, 110_000)  # days from 1908 to 2201
_HALF_A_MINUTE = timedelta(seconds=30)
_EVERY = re.compile(r"(?:hver(?:t år)?|kvar(?:t år)?|every(?: year)?)\b\D*(\d.*)")
_CLOCKED = re.compile(
    r"(?P<day>.+?),?\s+(?:(?:kl\.?|klokka|at)\s*(?P<hour>\d{1,2})|(?P<bare>\d{1,2})(?=[:.]))"
    r"(?:[:.](?P<minute>\d{2}))?(?::00)?"
)
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?(?::00)?", re.ASCII)
_DASH = re.compile(r"\s*(?:[–—/]|\s-\s|\btil\b|\bto\b)\s*")
_A_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Whens:
    """A time as a programme file writes it."""

    parts: tuple[str, ...] = (START, END, WORDS)

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        match read_when(str(value)):
            case At(start, None) if _is_plain(start):
                return {START: start}
            case At(start, datetime() as end) if _is_plain(start) and _is_plain(end):
                return {START: start, END: end}
            case Days(first, last) if first.year >= _FIRST_YEAR:
                return {START: first} if first == last else {START: first, END: last}
            case when:
                words = _in_words(when, scope.t)
                return {WORDS: words} if words else {}

    def read(self, cells: Parts, _scope: Scope) -> object:
        if WORDS in cells:
            if len(cells) > 1:
                raise Refused(phrase(faults.two_times))
            return write_when(_words(said(cells[WORDS])))
        if START not in cells:
            raise Refused(phrase(faults.end_alone))
        return write_when(_span(cells[START], cells.get(END)))


def _is_plain(moment: datetime) -> bool:
    """Whether a cell can hold it: at midnight it would look like a day without a time."""
    return moment.time() != _MIDNIGHT and moment.year >= _FIRST_YEAR


def _in_words(when: When, t: Tongue) -> str:
    """As people say it, where that is read back as the same."""
    match when:
        case Month(year, month):
            told = t.month(year, month)
        case InSeason() | Yearly():
            told = plain(t.when(when))
        case _:
            return write_when(when)
    try:
        return told if _words(told) == when else write_when(when)
    except Refused:
        return write_when(when)


def _words(text: str) -> When:
    try:
        return read_when(text)
    except Refused:
        pass
    if found := _EVERY.fullmatch(text.casefold()):
        day = _date(f"{found[1]} {_A_LEAP_YEAR}", faults.no_time_in_words, text)
        return Yearly(day.month, day.day)
    if re.fullmatch(r"[^\W\d]+\.?,? \d{4}", text):
        day = _date(f"1. {text}", faults.no_time_in_words, text)
        return Month(day.year, day.month)
    try:
        return _point(text)
    except Refused:
        raise Refused(phrase(faults.no_time_in_words, shown(text))) from None


def _span(start: Value, end: Value | None) -> At | Days:
    first = _point(start)
    if end is None:
        return first
    if (clock := _only_clock(end)) and isinstance(first, At):
        last: At | Days = At(datetime.combine(first.start, clock))
    else:
        last = _point(end)
    match first, last:
        case At(begins), At(ends):
            if ends <= begins:
                raise Refused(phrase(faults.ends_before))
            return At(begins, ends)
        case Days(begins), Days(ends):
            if ends < begins:
                raise Refused(phrase(faults.ends_before))
            return Days(begins, ends)
        case _:
            raise Refused(phrase(faults.unlike_ends))


def _only_clock(value: Value) -> time | None:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    is_clock = isinstance(value, str) and _CLOCK.fullmatch(value.strip().casefold())
    return _clock(value) if is_clock else None


def _point(value: Value) -> At | Days:
    """A moment or a day; a moment at midnight is a day, for a date in Excel is no other thing."""
    match value:
        case datetime():
            moment = (value + _HALF_A_MINUTE).replace(second=0, microsecond=0, tzinfo=None)
            day = moment.date()
            return Days(day, day) if moment.time() == _MIDNIGHT else At(moment)
        case date():
            return Days(value, value)
        case bool() | time():
            raise Refused(phrase(faults.no_time, shown(value)))
        case int() | float():
            if int(value) not in _SERIALS:
                raise Refused(phrase(faults.no_time, shown(value)))
            return _point(_EPOCH + timedelta(days=value))
        case _:
            return _said_point(value.strip())


def _said_point(text: str) -> At | Days:
    try:
        when = read_when(text)
    except Refused:
        return _norwegian(text)
    if not isinstance(when, At | Days):
        raise Refused(phrase(faults.no_time, shown(text)))
    return when


def _norwegian(text: str) -> At | Days:
    found = _CLOCKED.fullmatch(text.casefold())
    day = _date(found["day"] if found else text, faults.no_time, text)
    if found is None:
        return Days(day, day)
    return At(datetime.combine(day, _time(found["hour"] or found["bare"], found["minute"], text)))


def _date(text: str, why: Callable[[Tongue, str], Html], whole: str) -> date:
    """A date with its year: which year is meant is never guessed in a file."""
    try:
        if re.search(r"\d{4}|\d\.\s*\d{1,2}\.\s*\d{2}$", text):
            return date.fromisoformat(Date(date(_A_LEAP_YEAR, 1, 1))(text, TONGUES[0]))
    except Refusal:
        pass
    raise Refused(phrase(why, shown(whole)))


def _clock(value: Value) -> time:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    found = _CLOCK.fullmatch(said(value).casefold())
    if found is None:
        raise Refused(phrase(faults.no_clock, shown(value)))
    return _time(found[1], found[2], said(value))


def _time(hour: str, minute: str | None, whole: str) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise Refused(phrase(faults.no_clock, shown(whole))) from None


@dataclass(frozen=True, slots=True)
class Day:
    """A day without a time."""

    parts: tuple[str, ...] = ALONE

    def write(self, value: object, _scope: Scope) -> dict[str, Value]:
        day = date.fromisoformat(str(value))
        return {"": day if day.year >= _FIRST_YEAR else str(value)}

    def read(self, cells: Parts, _scope: Scope) -> object:
        match _point(cells[""]):
            case Days(first, last) if first == last:
                return first.isoformat()
            case _:
                raise Refused(phrase(faults.no_day, shown(cells[""])))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    parts: tuple[str, ...] = ALONE

    def write(self, value: object, _scope: Scope) -> dict[str, Value]:
        return {"": str(value)}

    def read(self, cells: Parts, _scope: Scope) -> object:
        return f"{_clock(cells['']):%H:%M}"


@dataclass(frozen=True, slots=True)
class Spans:
    """Days in a row, a line each: «28.06.2027 – 08.08.2027»."""

    parts: tuple[str, ...] = ALONE

    def write(self, value: object, _scope: Scope) -> dict[str, Value]:
        spans = [read_when(str(one)) for one in value] if isinstance(value, list) else []
        told = [_days_told(one) for one in spans if isinstance(one, Days)]
        return {"": joined(told)} if told else {}

    def read(self, cells: Parts, _scope: Scope) -> object:
        text = cells[""]
        lines = split(text) if isinstance(text, str) else [text]
        return [write_when(_days(line)) for line in lines if line]


def _days_told(days: Days) -> str:
    first, last = shown(days.first), shown(days.last)
    return first if days.first == days.last else f"{first} – {last}"


def _days(line: Value) -> Days:
    sides: list[Value] = [line]
    if isinstance(line, str):
        sides = [side for side in _DASH.split(line, maxsplit=1) if side]
    try:
        found = _span(sides[0], sides[1] if len(sides) > 1 else None)
    except Refused:
        raise Refused(phrase(faults.no_days, shown(line))) from None
    if not isinstance(found, Days):
        raise Refused(phrase(faults.no_days, shown(line)))
    return found
