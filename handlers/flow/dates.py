"""Reading a date as people in Norway write it: the day before the month, or ISO."""

import datetime as dt
import re
from dataclasses import dataclass

from handlers.flow import texts
from handlers.flow.form import Refusal
from handlers.flow.words import folded
from handlers.markup import Html
from handlers.tongue import Tongue

_YEARS = range(1900, 2200)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[a-z]{3,9})"
_YEAR = r"(?: (?P<year>\d{4}|\d{2}))?"
# What is matched is folded: «1.9.2026», «1/9-2026» and «1 9 2026» are the same words.
_SHAPES = tuple(
    re.compile(rf"(?:(?P<weekday>[a-z]+dag|[a-z]+day) )?{shape}", re.ASCII)
    for shape in (
        r"(?P<year>\d{4}) (?P<month>\d{1,2}) (?P<day>\d{1,2})",
        rf"(?:den |the )?(?P<day>\d{{1,2}}) (?P<month>\d{{1,2}}){_YEAR}",
        rf"(?:den |the )?{_DAY} (?:of )?{_NAME}{_YEAR}",
        rf"{_NAME} (?:the )?{_DAY}{_YEAR}",
    )
)
_MONTHS = (
    ("januar", "january"),
    ("februar", "february"),
    ("mars", "march"),
    ("april",),
    ("mai", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august",),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("desember", "december"),
)
_WEEKDAYS = (
    ("mandag", "mandag", "monday"),
    ("tirsdag", "tysdag", "tuesday"),
    ("onsdag", "onsdag", "wednesday"),
    ("torsdag", "torsdag", "thursday"),
    ("fredag", "fredag", "friday"),
    ("lordag", "laurdag", "saturday"),
    ("sondag", "sundag", "sunday"),
)


@dataclass(frozen=True, slots=True)
class Date:
    """Reads a date; canonical is ISO. Without a year it is the next such day, today included."""

    today: dt.date

    def __call__(self, said: str, t: Tongue) -> str:
        """The ISO date; Refusal for what is none, or whose weekday is another."""
        words = folded(said)
        found = next((m for shape in _SHAPES if (m := shape.fullmatch(words))), None)
        day = self._day(found.groupdict()) if found else None
        if day is None:
            raise Refusal(texts.no_date(t))
        return day.isoformat()

    def hint(self, t: Tongue) -> Html:
        return texts.date_hint(t)

    def _day(self, parts: dict[str, str | None]) -> dt.date | None:
        month = int(parts.get("month") or 0) or _month(parts.get("name") or "")
        number, year, weekday = int(parts["day"] or 0), parts["year"], parts["weekday"]
        if year is None:
            day = self._next(month, number)
        else:
            day = _date(int(year) + (2000 if len(year) == 2 else 0), month, number)  # noqa: PLR2004
        wrong = day and weekday and weekday not in _WEEKDAYS[day.weekday()]
        return None if wrong else day

    def _next(self, month: int, number: int) -> dt.date | None:
        """Within eight years, which is how long 29 February can be away."""
        years = range(self.today.year, self.today.year + 9)
        days = (_date(year, month, number) for year in years)
        return next((day for day in days if day and day >= self.today), None)


def _date(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number) if year in _YEARS else None
    except ValueError:
        return None


def _month(name: str) -> int:
    """The month that the name begins, or 0."""
    fitting = (n for n, names in enumerate(_MONTHS, 1) if any(m.startswith(name) for m in names))
    return next(fitting, 0) if name else 0
