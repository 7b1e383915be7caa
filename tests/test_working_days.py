"""The days on which nobody in Norway is disturbed."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from handlers.working_days import Pause, is_working, minus, on_or_after, on_or_before, plus
from tests.oracle_reminders import is_free

JULY = (Pause(date(2023, 7, 3), date(2023, 7, 30)),)


def free_weekdays(first: date, last: date) -> list[date]:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5 and not is_working(day)]


def test_the_weekdays_off_in_2026_are_the_public_holidays_and_two_eves() -> None:
    assert free_weekdays(date(2026, 1, 1), date(2026, 12, 31)) == [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 12, 31),
    ]


def test_the_sami_national_day_and_leap_day_are_working_days() -> None:
    assert is_working(date(2026, 2, 6))
    assert is_working(date(2028, 2, 29))


def test_every_day_of_fifteen_years_agrees_with_a_calendar_written_separately() -> None:
    days = [date(2022, 1, 1) + timedelta(days=n) for n in range(15 * 365)]
    assert [day for day in days if is_working(day) == is_free(day, ())] == []


def test_a_pause_takes_its_first_and_last_day_and_no_other() -> None:
    assert not is_working(date(2023, 7, 3), JULY)
    assert not is_working(date(2023, 7, 28), JULY)
    assert is_working(date(2023, 6, 30), JULY)
    assert is_working(date(2023, 7, 31), JULY)
    assert is_working(date(2023, 7, 3))


def test_a_working_day_is_its_own_nearest() -> None:
    wednesday = date(2026, 4, 1)
    assert (on_or_before(wednesday), on_or_after(wednesday)) == (wednesday, wednesday)


def test_easter_is_stepped_over_both_ways() -> None:
    assert on_or_before(date(2026, 4, 6)) == date(2026, 4, 1)
    assert on_or_after(date(2026, 4, 2)) == date(2026, 4, 7)


def test_new_year_is_stepped_over_into_the_other_year() -> None:
    assert on_or_before(date(2027, 1, 3)) == date(2026, 12, 30)
    assert on_or_after(date(2026, 12, 31)) == date(2027, 1, 4)


def test_a_pause_is_stepped_over_with_the_weekend_before_it() -> None:
    assert on_or_before(date(2023, 7, 20), JULY) == date(2023, 6, 30)
    assert on_or_after(date(2023, 7, 1), JULY) == date(2023, 7, 31)


def test_working_days_are_counted_without_the_day_itself() -> None:
    assert plus(date(2026, 4, 1), 1) == date(2026, 4, 7)
    assert plus(date(2026, 4, 1), 4) == date(2026, 4, 10)
    assert minus(date(2026, 4, 7), 1) == date(2026, 4, 1)
    assert minus(date(2026, 4, 7), 3) == date(2026, 3, 30)


def test_the_first_working_day_after_a_saturday_is_monday() -> None:
    assert plus(date(2026, 10, 24), 1) == date(2026, 10, 26)
    assert minus(date(2026, 10, 25), 1) == date(2026, 10, 23)


@pytest.mark.parametrize("n", [0, -1])
def test_working_days_are_counted_from_one(n: int) -> None:
    with pytest.raises(ValueError, match=f"not {n}"):
        plus(date(2026, 4, 1), n)
    with pytest.raises(ValueError, match=f"not {n}"):
        minus(date(2026, 4, 1), n)


def test_the_slow_library_is_not_loaded_before_it_is_asked() -> None:
    told = "import handlers.working_days, sys; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
