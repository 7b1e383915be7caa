"""On which of a person's days something is said: working days, months, long breaks, own days."""

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from handlers.remind.hours import Rules, first_push_day, next_open, takes_a_place
from handlers.remind.plan import Recipient, cannot_wait, owed, parts
from handlers.remind.shifts import Shift, due_day
from handlers.working_days import Calendar, Pause
from tests.remind_life import LONG_AGO, RULES, days, keys, reflect, report, samling, utc, wall

FAR = wall("2099-01-01T00:00")
SUMMER = Calendar((Pause(date(2027, 6, 28), date(2027, 8, 8)),))
AWAY = replace(RULES, calendar=SUMMER, own=SUMMER)
THURSDAYS = replace(RULES, own=Calendar(weekdays=frozenset({4})))
WORKING: Literal["working"] = "working"


def said_on(rules: Rules, day: str, shift: Shift) -> str:
    return due_day(rules, date.fromisoformat(day), shift, FAR).isoformat()


@pytest.mark.parametrize(
    ("day", "shift", "expected"),
    [
        ("2026-11-30", Shift(-2, WORKING), "2026-11-26"),
        ("2026-11-25", Shift(2, WORKING), "2026-11-27"),
        ("2026-11-27", Shift(2, WORKING), "2026-12-01"),
        ("2027-03-30", Shift(-2, WORKING), "2027-03-23"),
        ("2027-03-24", Shift(1, WORKING), "2027-03-30"),
        ("2026-12-31", Shift(1, WORKING), "2027-01-04"),
        ("2026-12-02", Shift(-2), "2026-11-30"),
        ("2026-12-07", Shift(-2), "2026-12-04"),
    ],
)
def test_days_are_counted_as_the_programme_says(day: str, shift: Shift, expected: str) -> None:
    assert said_on(RULES, day, shift) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2027-02-01", 6, "2026-07-31"),
        ("2027-03-01", 6, "2026-09-01"),
        ("2027-01-01", 12, "2025-12-30"),
        ("2027-08-31", 6, "2027-02-26"),
        ("2028-08-31", 6, "2028-02-29"),
    ],
)
def test_months_are_counted_on_the_calendar(day: str, months: int, expected: str) -> None:
    assert said_on(RULES, day, Shift(-months, "months")) == expected


def test_what_falls_into_a_long_break_is_said_after_it_where_there_is_time() -> None:
    assert said_on(AWAY, "2027-08-18", Shift(-14)) == "2027-08-09"
    assert said_on(AWAY, "2027-08-18", Shift(-30)) == "2027-08-09"


def test_what_would_be_too_late_after_a_long_break_is_said_before_it() -> None:
    assert said_on(AWAY, "2027-08-09", Shift(-2)) == "2027-06-25"
    assert said_on(AWAY, "2027-07-20", Shift(-2)) == "2027-06-25"


def test_a_long_weekend_is_no_long_break() -> None:
    easter = replace(RULES, own=Calendar(easter=True), calendar=Calendar(easter=True))
    assert said_on(RULES, "2027-03-31", Shift(-3)) == "2027-03-24"
    assert said_on(easter, "2027-04-05", Shift(-7)) == "2027-03-30"


def test_neighbours_that_a_break_moved_together_are_one_push() -> None:
    it = samling("s4", "2027-08-18T12:00", days(-30, -14, -2))
    assert [(part.key.occasion, f"{part.due:%m-%d}") for part in parts(AWAY, [it])] == [
        ("-30", "08-09"),
        ("-14", "08-09"),
        ("-2", "08-16"),
    ]
    found = owed(AWAY, [it], wall("2027-08-09T13:30"), Recipient(LONG_AGO, {}, ()))
    assert [part.key for part in found.spoken] == list(keys("samling s4 -14"))
    assert [part.key for part in found.covered] == list(keys("samling s4 -30"))


def test_who_chose_days_hears_on_those_and_working_days_are_still_the_programme_s() -> None:
    assert said_on(THURSDAYS, "2026-12-02", Shift(-2, WORKING)) == "2026-11-26"
    assert said_on(THURSDAYS, "2026-11-25", Shift(2, WORKING)) == "2026-12-03"


def test_who_works_at_weekends_may_choose_them_but_no_holiday() -> None:
    sundays = replace(RULES, own=Calendar(weekdays=frozenset({7})))
    assert said_on(sundays, "2026-12-02", Shift(-2)) == "2026-11-29"
    assert said_on(sundays, "2027-03-30", Shift(-2)) == "2027-03-21"


def test_the_first_day_that_may_have_a_push_heeds_days_pause_and_number() -> None:
    friday = date(2026, 11, 27)
    assert first_push_day(RULES, friday, [friday]) == date(2026, 11, 30)
    paused = replace(RULES, paused_until=date(2026, 12, 9))
    assert first_push_day(paused, friday, []) == date(2026, 12, 9)
    full = [date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 26)]
    assert first_push_day(RULES, friday, full) == date(2026, 11, 30)


def test_what_is_told_without_being_a_push_waits_for_the_end_of_quiet_hours_and_days_off() -> None:
    now = wall("2026-11-27T14:59")
    assert next_open(RULES, now) == now
    assert next_open(RULES, wall("2026-11-27T15:00")) == utc("2026-11-30T08:00")
    assert next_open(RULES, wall("2026-11-28T10:00")) == utc("2026-11-30T08:00")
    assert next_open(RULES, wall("2026-11-30T08:59")) == utc("2026-11-30T08:00")
    paused = replace(RULES, paused_until=date(2027, 1, 1))
    assert next_open(paused, now) == now


# The last push of a fortnight


def test_a_push_takes_a_place_where_a_fortnight_would_hold_more_than_three() -> None:
    today, monday = date(2026, 11, 26), date(2026, 11, 30)
    before = [date(2026, 11, 18), date(2026, 11, 24)]
    assert takes_a_place(today, before, {monday})
    assert not takes_a_place(today, before, set())
    assert not takes_a_place(today, before[:1], {monday})
    assert takes_a_place(today, before[:1], {monday, date(2026, 12, 1)})
    assert not takes_a_place(today, before, {date(2026, 12, 2)})
    assert not takes_a_place(today, before, {date(2026, 12, 10)})


def test_the_days_that_are_needed_are_those_of_what_is_near_and_not_told() -> None:
    it = [samling("s2", "2026-12-02T09:00"), report("s2", "2026-11-25T23:59", "2026-12-02T09:00")]
    who = Recipient(LONG_AGO, {}, ())
    assert cannot_wait(RULES, it, wall("2026-11-18T13:30"), who) == {
        date(2026, 11, 24),
        date(2026, 11, 30),
    }
    told = {key: date(2026, 11, 30) for key in keys("samling s2 -2")}
    assert cannot_wait(RULES, it, wall("2026-11-25T13:30"), replace(who, told=told)) == set()


def test_what_is_near_and_to_be_done_cannot_wait_and_the_rest_can() -> None:
    it = [
        samling("s2", "2026-12-02T09:00"),
        report("s2", "2026-11-25T23:59", "2026-12-02T09:00"),
        reflect("s1", "2026-09-11T12:30", "2026-09-18T23:59"),
        replace(samling("s3", "2026-12-02T09:00", days(-14, -7)), kind="signup"),
    ]
    found = [(str(p.key.kind), p.key.occasion) for p in parts(RULES, it) if p.cannot_wait]
    assert sorted(found) == [
        ("report", "-1"),
        ("report", "-7"),
        ("samling", "-14"),
        ("samling", "-2"),
        ("signup", "-7"),
    ]
    found = [(str(p.key.kind), p.key.occasion) for p in parts(RULES, it) if p.can_wait]
    assert sorted(found) == [("reflect", "+1w"), ("report", "+1")]
