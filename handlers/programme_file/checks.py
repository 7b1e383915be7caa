"""Where the parts of a programme file contradict each other.

These read the raw tables and step over what has the wrong type, so that they find their faults
also in a file that has others.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handlers.programme_file import complaint_texts as say
from handlers.programme_file import texts
from handlers.programme_file.gathering_checks import of_gatherings
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.places import Loc, at, items
from handlers.programme_file.question_checks import of_questions
from handlers.programme_file.text import LANGUAGES
from handlers.programme_file.when import wall_time_exists, when_said, write_when
from handlers.when import At, Days, When

Fault = tuple[Loc, Phrase]
_AROUND = ("samling", "module", "deadline", "report")
_EACH_ONCE = (
    ("teams", "functions"),
    ("report", "before"),
    ("samling", "sign_up", "ask_days_before"),
    ("samling", "sign_up", "meals"),
    *(("reminders", f"{what}_days_before") for what in _AROUND),
    ("reminders", "report_days_after"),
    ("reminders", "call_days_after"),
    ("reminders", "date_months_before"),
    ("reminders", "off", "common_holiday"),
)
_MOST_WEEKS = 12  # a year that is all holiday has no day on which to remind
_EACH_ONCE_OF_A_MILESTONE = (("without",), ("concerns", "teams"), ("concerns", "functions"))


def faults(raw: Mapping[str, object]) -> Iterator[Fault]:
    """Find every contradiction, each with the position that it is about."""
    yield from _ids(raw)
    yield from _lists(raw)
    yield from _size(raw)
    yield from _weeks(raw)
    yield from _befores(raw)
    yield from _hours(raw)
    yield from _times(raw)
    yield from of_gatherings(raw)
    yield from of_questions(raw)
    yield from _languages((), raw, at(raw, ("language",)) or "nb")


def _ids(raw: object) -> Iterator[Fault]:
    for heading in ("milestone", "team"):
        seen: set[str] = set()
        for loc, item in items(raw, heading):
            known = at(item, ("id",))
            if isinstance(known, str):
                if known in seen:
                    yield (*loc, "id"), phrase(say.same_again, "id", texts.shown(known))
                seen.add(known)


def _lists(raw: object) -> Iterator[Fault]:
    for path in _EACH_ONCE:
        yield from _repeats(raw, *path)
    for loc, _ in items(raw, "milestone"):
        for path in _EACH_ONCE_OF_A_MILESTONE:
            yield from _repeats(raw, *loc, *path)


def _repeats(raw: object, *loc: str | int) -> Iterator[Fault]:
    seen: list[object] = []
    for place, item in items(raw, *loc):
        if item in seen:
            yield place, phrase(say.listed_twice, texts.shown(item))
        seen.append(item)


def _size(raw: object) -> Iterator[Fault]:
    match at(raw, ("teams", "size")):
        case {"min": int(least), "max": int(most)} if most < least:
            yield ("teams", "size"), phrase(say.max_below_min, str(least), str(most))
        case _:
            pass


def _weeks(raw: object) -> Iterator[Fault]:
    loc = ("reminders", "off", "common_holiday")
    if len(list(items(raw, *loc))) > _MOST_WEEKS:
        yield loc, phrase(say.too_many_weeks, _MOST_WEEKS)


def _befores(raw: object) -> Iterator[Fault]:
    kinds = {at(item, ("id",)): at(item, ("kind",)) for _, item in items(raw, "milestone")
             if isinstance(at(item, ("id",)), str)}  # fmt: skip
    for loc, said in items(raw, "report", "before"):
        if not isinstance(said, str):
            continue
        if said not in kinds:
            yield loc, phrase(say.before_nothing, texts.shown(said))
        elif kinds[said] == "frist":
            yield loc, phrase(say.before_a_deadline, texts.shown(said))


def _hours(raw: object) -> Iterator[Fault]:
    hour = _clock(at(raw, ("reminders", "hour")) or "13:30")
    start = _clock(at(raw, ("reminders", "quiet", "from")) or "15:00")
    end = _clock(at(raw, ("reminders", "quiet", "to")) or "09:00")
    if start is None or end is None:
        return
    if start == end:
        yield ("reminders", "quiet"), phrase(say.always_quiet, f"{start:%H:%M}")
    elif hour is not None and in_hours(hour, start, end):
        span = (f"{start:%H:%M}", f"{end:%H:%M}")
        yield ("reminders", "hour"), phrase(say.hour_in_quiet, f"{hour:%H:%M}", *span)


def in_hours(hour: time, start: time, end: time) -> bool:
    """Tell whether a time of day is in the hours from start to just before end, past midnight."""
    return start <= hour < end if start < end else hour >= start or hour < end


def _clock(value: object) -> time | None:
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _times(raw: object) -> Iterator[Fault]:
    zone = _zone(at(raw, ("timezone",)) or "Europe/Oslo")
    for loc, item in items(raw, "milestone"):
        when = when_said(at(item, ("when",)))
        yield from _gaps((*loc, "when"), when, zone)
        for inner, point in items(item, "agenda"):
            moment = when_said(at(point, ("at",)))
            here = (*loc, *inner, "at")
            yield from _gaps(here, moment, zone)
            if _is_outside(moment, when):
                yield here, phrase(say.outside, write_when(moment), write_when(when))


def _gaps(loc: Loc, when: When, zone: ZoneInfo | None) -> Iterator[Fault]:
    if not isinstance(when, At) or zone is None:
        return
    for wall in (when.start, when.end):
        if wall and not wall_time_exists(wall, zone):
            yield loc, phrase(texts.in_the_gap, write_when(At(wall)))


def _is_outside(inner: When, outer: When) -> bool:
    match inner, outer:
        case At(), At(start, end) if end:
            return inner.start < start or (inner.end or inner.start) > end
        case ((At() | Days()), (At() | Days())):
            span = _days(outer)
            return not all(span[0] <= day <= span[1] for day in _days(inner))
        case _:
            return False


def _days(when: At | Days) -> tuple[date, date]:
    match when:
        case At(start, end):
            return start.date(), (end or start).date()
        case Days(first, last):
            return first, last
        case _:
            assert_never(when)


def _zone(name: object) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if isinstance(name, str) else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _languages(loc: Loc, value: object, language: object) -> Iterator[Fault]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _languages((*loc, index), item, language)
    elif isinstance(value, Mapping) and value:
        if set(value) <= set(LANGUAGES) and language in LANGUAGES and language not in value:
            key = next((part for part in reversed(loc) if isinstance(part, str)), "")
            yield loc, phrase(say.no_own_language, key, str(language))
        for key, item in value.items():
            yield from _languages((*loc, str(key)), item, language)
