"""When something is: an instant, a day, days, a month, a season, every year, or not set yet."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Season = Literal["spring", "summer", "autumn", "winter"]


@dataclass(frozen=True, slots=True)
class At:
    """From a wall-clock moment, to another where the end is stated; naive, in local time."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """A day, or the days from first to last, without a time of day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Month:
    """Some day in a month."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class InSeason:
    """Some time in a season, of a year that may not be stated."""

    season: Season
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Yearly:
    """The same day every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Unset:
    """Not decided."""


When = At | Days | Month | InSeason | Yearly | Unset
