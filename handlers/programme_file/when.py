"""When something is, as it is written in a programme file, read and written back."""

import re
from datetime import UTC, date, datetime, time
from typing import assert_never
from zoneinfo import ZoneInfo

from handlers.programme_file import texts
from handlers.programme_file.phrases import Refused, phrase
from handlers.when import At, Days, InSeason, Month, Season, Unset, When, Yearly

_SEASONS: dict[str, Season] = {
    "vår": "spring", "sommer": "summer", "høst": "autumn", "vinter": "winter",
    "sommar": "summer", "haust": "autumn",
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
    "winter": "winter",
}  # fmt: skip
_WRITTEN: dict[Season, str] = {
    "spring": "vår", "summer": "sommer", "autumn": "høst", "winter": "vinter",
}  # fmt: skip
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::00)?", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEARLY = re.compile(r"--(\d{2})-(\d{2})", re.ASCII)
_NORWEGIAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", re.ASCII)
_YEARS = range(1900, 2200)
_A_LEAP_YEAR = 2000


def read_when(text: str, zone: ZoneInfo | None = None) -> When:
    """Read one of the forms of a time; "" is Unset.

    Raises Refused for what is no time, for an end before its start and, where the zone is
    given, for a wall time that the clock jumps over in spring. A wall time that comes twice
    in autumn is taken, and means the first.
    """
    said = " ".join(text.split())
    if not said:
        return Unset()
    if "/" in said:
        return _span(said, zone)
    if found := _YEARLY.fullmatch(said):
        return _yearly(said, int(found[1]), int(found[2]))
    if found := _MONTH.fullmatch(said):
        return _month(said, int(found[1]), int(found[2]))
    return _season(said) or _point(said, zone)


def when_said(value: object) -> When:
    """What stands in a file, as text or as a date of TOML's own; Unset if it cannot be read."""
    said = value.isoformat() if isinstance(value, date | datetime) else value
    try:
        return read_when(said) if isinstance(said, str) else Unset()
    except Refused:
        return Unset()


def write_when(when: When) -> str:
    """Write it so that read_when gives the same again."""
    match when:
        case At(start, None):
            return _minute(start)
        case At(start, end):
            return f"{_minute(start)}/{_minute(end)}"
        case Days(first, last):
            return f"{first}" if first == last else f"{first}/{last}"
        case Month(year, month):
            return f"{year:04}-{month:02}"
        case InSeason(season, year):
            return f"{year:04} {_WRITTEN[season]}" if year else _WRITTEN[season]
        case Yearly(month, day):
            return f"--{month:02}-{day:02}"
        case Unset():
            return ""
        case _:
            assert_never(when)


def wall_time_exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Tell whether clocks in the zone ever show this; false in the hour lost in spring."""
    there = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there.replace(tzinfo=None) == wall.replace(tzinfo=None)


def _minute(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M") if moment else ""


def _span(said: str, zone: ZoneInfo | None) -> When:
    sides = [side.strip() for side in said.split("/")]
    match [_point(side, zone) for side in sides]:
        case [At(start, None), At(end, None)]:
            if end <= start:
                raise Refused(phrase(texts.ends_before, sides[1], sides[0]))
            return At(start, end)
        case [Days(first), Days(last)]:
            if last < first:
                raise Refused(phrase(texts.ends_before, sides[1], sides[0]))
            return Days(first, last)
        case _:
            raise Refused(phrase(texts.unlike_ends, said))


def _point(said: str, zone: ZoneInfo | None) -> At | Days:
    if found := _INSTANT.fullmatch(said):
        return At(_instant(said, found[1], found[2], zone))
    if found := _DAY.fullmatch(said):
        day = _day(said, int(found[1]), int(found[2]), int(found[3]))
        return Days(day, day)
    if found := _NORWEGIAN.fullmatch(said):
        mend = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
        raise Refused(phrase(texts.year_first, said, mend))
    raise Refused(phrase(texts.not_a_when, said))


def _instant(said: str, day: str, clock: str, zone: ZoneInfo | None) -> datetime:
    year, month, of_month = (int(part) for part in day.split("-"))
    try:
        moment = datetime.combine(_day(day, year, month, of_month), time.fromisoformat(clock))
    except Refused:
        raise
    except ValueError:
        raise Refused(phrase(texts.no_such_clock, clock)) from None
    if zone and not wall_time_exists(moment, zone):
        raise Refused(phrase(texts.in_the_gap, said))
    return moment


def _day(said: str, year: int, month: int, day: int) -> date:
    _month(said, year, month)
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(phrase(texts.no_such_day, said)) from None


def _month(said: str, year: int, month: int) -> Month:
    if year not in _YEARS:
        raise Refused(phrase(texts.no_such_year, said))
    try:
        date(year, month, 1)
    except ValueError:
        raise Refused(phrase(texts.no_such_month, said)) from None
    return Month(year, month)


def _yearly(said: str, month: int, day: int) -> Yearly:
    try:
        date(_A_LEAP_YEAR, month, day)
    except ValueError:
        raise Refused(phrase(texts.no_such_day, said)) from None
    return Yearly(month, day)


def _season(said: str) -> InSeason | None:
    words = said.casefold().split()
    seasons = [_SEASONS[word] for word in words if word in _SEASONS]
    years = [int(word) for word in words if re.fullmatch(r"\d{4}", word, re.ASCII)]
    if len(seasons) != 1 or len(years) + 1 != len(words):
        return None
    if not years:
        return InSeason(seasons[0])
    if len(years) > 1:
        return None
    if years[0] not in _YEARS:
        raise Refused(phrase(texts.no_such_year, said))
    return InSeason(seasons[0], years[0])
