"""What the crowd brings along into the chat: a date for a month, and the word on the wall."""

from datetime import date, timedelta
from typing import assert_never

from bot.rehearsal.days import is_off
from handlers.attendance.word import word
from handlers.programme_file import Milestone, ProgrammeFile
from handlers.when import At, Days, InSeason, Month, Season, Unset, When, Yearly
from storage.unit import Unit

# In which month people would meet who only know the season.
_MONTH: dict[Season, int] = {"spring": 4, "summer": 6, "autumn": 10, "winter": 2}
_MIDDLE, _WEDNESDAY = 10, 3
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)


def date_for(programme: ProgrammeFile, about: Milestone) -> str | None:
    """What an organiser would write: a Wednesday in mid-month; two days where people travel."""
    month = _month(about.when)
    if month is None:
        return None
    first = month.replace(day=_MIDDLE)
    first += timedelta(days=(_WEDNESDAY - first.isoweekday()) % 7)
    while is_off(programme, first) or is_off(programme, first + _DAY):
        first += _WEEK
    if about.mode == "digital" or about.kind != "samling":
        return f"{first}T09:00/{first}T15:00"
    return f"{first}T12:00/{first + _DAY}T13:00"


def word_on_the_wall(unit: Unit, programme: ProgrammeFile, about: str) -> str:
    """The code word that hangs where people meet; "" where none is needed."""
    return word(unit, programme.id, about) or ""


def _month(when: When) -> date | None:
    match when:
        case Month(year, month):
            return date(year, month, 1)
        case InSeason(season, int(year)):
            return date(year, _MONTH[season], 1)
        case At() | Days() | InSeason() | Yearly() | Unset():
            return None
        case _:
            assert_never(when)
