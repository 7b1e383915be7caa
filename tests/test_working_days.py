"""The days on which nobody in Norway is disturbed."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from handlers.working_days import (
    PLAIN,
    Calendar,
    Pause,
    is_working,
    minus,
    on_or_after,
    on_or_before,
    plus,
)

DAY = timedelta(days=1)
JULY = Calendar(pauses=(Pause(date(2023, 7, 3), date(2023, 7, 30)),))
SQUEEZED = Calendar(squeezed=True)
FULL = Calendar(christmas=True, easter=True, squeezed=True, weeks=(28, 29, 30))
CALENDARS = [PLAIN, JULY, SQUEEZED, FULL]
YEARS = range(2020, 2041)
EVERY_DAY = [date(2020, 1, 1) + n * DAY for n in range((date(2041, 1, 1) - date(2020, 1, 1)).days)]


def easter(year: int) -> date:
    """Easter Sunday by the almanac's own rules: the Sunday after the full moon of spring."""
    golden, century = year % 19 + 1, year // 100 + 1
    dropped, moon = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - dropped) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    full = date(year, 3, 1) + timedelta(days=(44 - epact if epact <= 23 else 74 - epact) - 1)
    return full + timedelta(days=6 - full.weekday() or 7)


def off_in(year: int) -> set[date]:
    """Public holidays, and the two eves."""
    fixed = [(1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31)]
    from_easter = [-3, -2, 0, 1, 39, 49, 50]
    sunday = easter(year)
    return {date(year, *day) for day in fixed} | {sunday + n * DAY for n in from_easter}


OFF = {day for year in (*YEARS, 2041) for day in off_in(year)}


def is_free(day: date) -> bool:
    return day.weekday() > 4 or day in OFF


def added(calendar: Calendar, year: int) -> list[str]:
    """The working days of a year that the calendar takes, such as "05-15 Fri"."""
    days = [day for day in EVERY_DAY if day.year == year]
    return [f"{day:%m-%d %a}" for day in days if is_working(day) and not is_working(day, calendar)]


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


def test_every_day_of_twenty_one_years_agrees_with_a_calendar_written_separately() -> None:
    assert [day for day in EVERY_DAY if is_working(day) == is_free(day)] == []


SQUEEZED_IN = {
    2020: ["05-22 Fri"],
    2022: ["05-16 Mon", "05-27 Fri"],
    2023: ["05-19 Fri"],
    2024: ["05-10 Fri", "12-23 Mon", "12-27 Fri", "12-30 Mon"],
    2025: ["05-02 Fri", "05-30 Fri"],
    2026: ["01-02 Fri", "05-15 Fri"],
    2027: ["05-07 Fri"],
    2029: ["04-30 Mon", "05-11 Fri", "05-18 Fri"],
    2035: ["04-30 Mon", "05-02 Wed", "05-04 Fri", "05-18 Fri"],
    2039: ["05-16 Mon", "05-18 Wed", "05-20 Fri"],
}


@pytest.mark.parametrize(("year", "days"), SQUEEZED_IN.items())
def test_a_single_working_day_between_days_off_is_squeezed(year: int, days: list[str]) -> None:
    assert added(SQUEEZED, year) == days


def test_the_friday_after_ascension_is_squeezed_every_year() -> None:
    fridays = [easter(year) + 40 * DAY for year in YEARS]
    assert [day for day in fridays if is_working(day, SQUEEZED)] == []


@pytest.mark.parametrize("calendar", [SQUEEZED, FULL])
def test_no_working_day_stands_alone_between_days_off(calendar: Calendar) -> None:
    plainly = Calendar(calendar.pauses, calendar.christmas, calendar.easter, weeks=calendar.weeks)
    alone = [
        day
        for day in EVERY_DAY
        if is_working(day, calendar)
        and not is_working(day - DAY, plainly)
        and not is_working(day + DAY, plainly)
    ]
    assert alone == []


def test_nothing_but_a_lone_working_day_is_squeezed() -> None:
    taken = [day for day in EVERY_DAY if is_working(day) and not is_working(day, SQUEEZED)]
    assert [day for day in taken if not (is_free(day - DAY) and is_free(day + DAY))] == []
    assert len(taken) == sum(
        not is_free(day) and is_free(day - DAY) and is_free(day + DAY) for day in EVERY_DAY
    )


@pytest.mark.parametrize("year", YEARS)
def test_the_days_after_christmas_are_the_27th_to_the_30th(year: int) -> None:
    wanted = [date(year, 12, day) for day in range(27, 31)]
    weekdays = [f"{day:%m-%d %a}" for day in wanted if day.weekday() < 5]
    assert added(Calendar(christmas=True), year) == weekdays


@pytest.mark.parametrize("year", YEARS)
def test_the_days_before_easter_are_monday_to_wednesday_before_maundy_thursday(year: int) -> None:
    days = [easter(year) - n * DAY for n in (6, 5, 4)]
    assert added(Calendar(easter=True), year) == [f"{day:%m-%d %a}" for day in days]


@pytest.mark.parametrize("year", YEARS)
def test_the_common_holiday_is_whole_iso_weeks(year: int) -> None:
    monday = date.fromisocalendar(year, 28, 1)
    days = [monday + n * DAY for n in range(21) if n % 7 < 5]
    assert added(Calendar(weeks=(28, 29, 30)), year) == [f"{day:%m-%d %a}" for day in days]


def test_the_first_and_the_last_iso_week_belong_to_their_own_year() -> None:
    first, last = Calendar(weeks=(1,)), Calendar(weeks=(53,))
    assert added(first, 2025)[-2:] == ["12-29 Mon", "12-30 Tue"]  # of week 1 in 2026
    assert added(last, 2026) == ["12-28 Mon", "12-29 Tue", "12-30 Wed"]
    assert added(last, 2027) == []


@pytest.mark.parametrize("calendar", CALENDARS)
def test_the_nearest_working_day_has_nothing_but_days_off_in_between(calendar: Calendar) -> None:
    for day in EVERY_DAY[60:-60]:
        before, after = on_or_before(day, calendar), on_or_after(day, calendar)
        assert before <= day <= after
        assert is_working(before, calendar)
        assert is_working(after, calendar)
        skipped = [before + n * DAY for n in range(1, (after - before).days)]
        assert not any(is_working(one, calendar) for one in skipped)


@pytest.mark.parametrize("calendar", CALENDARS)
@pytest.mark.parametrize("n", [1, 2, 7])
def test_counting_back_undoes_counting_on_from_a_working_day(calendar: Calendar, n: int) -> None:
    for day in (one for one in EVERY_DAY[90:-90] if is_working(one, calendar)):
        then = plus(day, n, calendar)
        assert minus(then, n, calendar) == day
        between = [day + k * DAY for k in range(1, (then - day).days + 1)]
        assert sum(is_working(one, calendar) for one in between) == n


def test_a_calendar_with_everything_is_stepped_over_both_ways() -> None:
    assert on_or_before(date(2026, 4, 6), FULL) == date(2026, 3, 27)
    assert on_or_after(date(2026, 12, 24), FULL) == date(2027, 1, 4)
    assert plus(date(2026, 7, 3), 1, FULL) == date(2026, 7, 27)
    assert minus(date(2027, 7, 30), 1, FULL) == date(2027, 7, 9)
    assert plus(date(2026, 5, 13), 1, FULL) == date(2026, 5, 18)
    assert plus(date(2022, 5, 13), 1, FULL) == date(2022, 5, 18)


def test_a_calendar_may_have_other_weekdays_and_holidays_are_holidays_on_them_too() -> None:
    saturdays = Calendar(weekdays=frozenset({6}))
    days = [day for day in EVERY_DAY if is_working(day, saturdays)]
    assert {day.weekday() for day in days} == {5}
    assert date(2025, 12, 27) in days
    assert [day for day in days if day in OFF] == []
    assert plus(date(2026, 10, 24), 1, saturdays) == date(2026, 10, 31)


def test_a_pause_can_squeeze_a_day_too() -> None:
    pause = Pause(date(2026, 10, 5), date(2026, 10, 8))
    assert added(Calendar(pauses=(pause,), squeezed=True), 2026) == [
        "01-02 Fri", "05-15 Fri", "10-05 Mon", "10-06 Tue", "10-07 Wed", "10-08 Thu", "10-09 Fri",
    ]  # fmt: skip


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
