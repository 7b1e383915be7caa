"""When people may be disturbed, and what they are owed: the rules one by one."""

from dataclasses import replace
from datetime import date, time

from handlers.remind.plan import Occasion, next_instant, parts
from handlers.working_days import Calendar, Pause
from tests.remind_life import (
    LONG_AGO,
    RULES,
    Life,
    days,
    every_day,
    key,
    keys,
    live,
    plainly,
    reflect,
    report,
    samling,
    utc,
    wall,
)

# What comes due, and when


def test_what_lies_ahead_is_said_on_the_working_day_before_at_the_hour_on_the_wall() -> None:
    before_easter = samling("s2", "2026-04-08T10:00")
    day, starts = date(2026, 4, 8), utc("2026-04-08T08:00")
    assert plainly(parts(RULES, [before_easter])) == [
        (key("samling s2 -14"), day, utc("2026-03-25T12:30"), starts),
        (key("samling s2 -2"), day, utc("2026-04-01T11:30"), starts),
    ]


def test_what_is_overdue_is_said_on_the_working_day_after_until_the_samling_begins() -> None:
    may = report("s2", "2026-04-30T15:00", "2026-05-07T12:00")
    day, deadline, begins = date(2026, 4, 30), utc("2026-04-30T13:00"), utc("2026-05-07T10:00")
    assert plainly(parts(RULES, [may])) == [
        (key("report s2 -7"), day, utc("2026-04-23T11:30"), deadline),
        (key("report s2 -1"), day, utc("2026-04-29T11:30"), deadline),
        (key("report s2 +1"), day, utc("2026-05-04T11:30"), begins),
    ]


def test_a_reflection_is_asked_for_once_more_on_the_next_working_day() -> None:
    friday = reflect("s1", "2026-10-23T13:00", "2026-10-30T23:59")
    assert plainly(parts(RULES, [friday])) == [
        (
            key("reflect s1 +1w"),
            date(2026, 10, 23),
            utc("2026-10-26T12:30"),
            utc("2026-10-30T22:59"),
        )
    ]


def test_a_samling_without_a_time_is_spoken_of_until_its_day_begins() -> None:
    day = date(2026, 9, 3)
    whole_day = Occasion("samling", "s1", day, wall("2026-09-03T00:00"), days(0))
    assert plainly(parts(RULES, [whole_day])) == [
        (key("samling s1 +0"), day, utc("2026-09-02T11:30"), utc("2026-09-02T22:00"))
    ]


def test_nothing_is_overdue_once_the_samling_has_begun() -> None:
    tight = report("s2", "2026-04-30T15:00", "2026-05-04T09:00")
    assert [part.key for part in parts(RULES, [tight])] == list(
        keys("report s2 -7", "report s2 -1")
    )


def test_nothing_is_said_before_it_opens() -> None:
    late = replace(
        report("s2", "2026-09-30T15:00", "2026-10-07T12:00"), opens=wall("2026-09-25T14:00")
    )
    assert [(part.key.occasion, part.due) for part in parts(RULES, [late])] == [
        ("-7", utc("2026-09-28T11:30")),
        ("-1", utc("2026-09-29T11:30")),
        ("+1", utc("2026-10-01T11:30")),
    ]


def test_what_opens_at_the_hour_is_said_at_that_hour() -> None:
    sharp = replace(
        report("s2", "2026-09-30T15:00", "2026-10-07T12:00"), opens=wall("2026-09-25T13:30")
    )
    assert parts(RULES, [sharp])[0].due == utc("2026-09-25T11:30")


# What is said


def test_a_report_is_asked_for_three_times_and_each_time_once() -> None:
    autumn = report("s2", "2026-09-24T15:00", "2026-10-01T12:00")
    assert live([autumn], every_day("2026-09-01", "2026-10-10", "13:30", "13:31", "14:59")) == [
        (wall("2026-09-17T13:30"), keys("report s2 -7")),
        (wall("2026-09-23T13:30"), keys("report s2 -1")),
        (wall("2026-09-25T13:30"), keys("report s2 +1")),
    ]


def test_all_that_is_due_on_a_day_is_one_push() -> None:
    both = [
        samling("s2", "2026-10-08T12:00"),
        report("s2", "2026-10-01T15:00", "2026-10-08T12:00"),
    ]
    assert live(both, [wall("2026-09-24T13:30"), wall("2026-09-24T14:00")]) == [
        (wall("2026-09-24T13:30"), keys("report s2 -7", "samling s2 -14"))
    ]


def test_after_downtime_only_the_newest_is_said_and_the_older_are_covered() -> None:
    life = Life(RULES, [samling("s2", "2026-10-08T12:00")], LONG_AGO)
    life.beat(wall("2026-10-07T14:59"))
    found = [
        ([part.key for part in found.spoken], [part.key for part in found.covered])
        for _, found in life.said
    ]
    assert found == [(list(keys("samling s2 -2")), list(keys("samling s2 -14")))]
    assert life.who.told == {
        one: date(2026, 10, 7) for one in keys("samling s2 -2", "samling s2 -14")
    }


def test_nothing_stale_is_said_after_downtime() -> None:
    past = [
        samling("s2", "2026-10-08T12:00"),
        report("s2", "2026-10-01T15:00", "2026-10-08T12:00"),
    ]
    assert live(past, every_day("2026-10-08", "2026-10-20", "13:30")) == []


def test_nobody_is_disturbed_before_the_hour_in_quiet_hours_or_on_a_day_off() -> None:
    it = [report("s2", "2026-05-20T15:00", "2026-05-28T12:00")]
    times = ["00:00", "08:59", "09:00", "13:29", "15:00", "23:59"]
    assert live(it, every_day("2026-05-13", "2026-05-18", *times)) == []
    assert live(it, every_day("2026-05-14", "2026-05-14", "13:30")) == []
    assert live(it, every_day("2026-05-16", "2026-05-17", "13:30")) == []
    off = Calendar((Pause(date(2026, 5, 15), date(2026, 5, 18)),))
    pause = replace(RULES, calendar=off, own=off)
    assert live(it, every_day("2026-05-14", "2026-05-18", "13:30"), pause) == []
    assert live(it, [wall("2026-05-15T13:30")]) == [
        (wall("2026-05-15T13:30"), keys("report s2 -7"))
    ]


def test_what_would_be_too_late_at_the_hour_is_said_when_quiet_hours_end() -> None:
    it = [
        samling("s2", "2026-10-08T12:00"),
        report("s3", "2026-10-15T15:00", "2026-10-22T12:00"),
    ]
    beats = [wall(f"2026-10-08T{at}") for at in ("08:59", "09:00", "13:30")]
    assert live(it, beats) == [
        (wall("2026-10-08T09:00"), keys("samling s2 -2", "report s3 -7")),
    ]


def test_a_samling_at_the_hour_itself_cannot_wait_for_it() -> None:
    it = [samling("s2", "2026-10-08T13:30")]
    assert live(it, every_day("2026-10-08", "2026-10-08", "10:00")) == [
        (wall("2026-10-08T10:00"), keys("samling s2 -2"))
    ]


def test_without_quiet_hours_the_day_lasts_until_midnight_and_has_no_early_morning() -> None:
    it = [samling("s2", "2026-10-08T12:00")]
    rules = replace(RULES, quiet_from=time(15), quiet_to=time(15))
    morning = replace(RULES, quiet_from=time(8), quiet_to=time(8))
    assert live(it, every_day("2026-10-08", "2026-10-08", "00:00", "11:59"), morning) == []
    assert live(it, every_day("2026-10-07", "2026-10-07", "23:59"), rules) == [
        (wall("2026-10-07T23:59"), keys("samling s2 -2"))
    ]


def test_what_can_wait_for_the_hour_waits() -> None:
    it = [report("s2", "2026-10-08T15:00", "2026-10-15T12:00")]
    assert live(it, every_day("2026-10-08", "2026-10-08", "09:00", "13:29", "13:30")) == [
        (wall("2026-10-08T13:30"), keys("report s2 -1"))
    ]


def test_what_would_be_the_fourth_push_in_fourteen_days_is_merged_into_the_next() -> None:
    it = [samling(f"s{day}", f"2026-09-{day + 14:02d}T12:00", days(-14)) for day in (1, 2, 3, 4, 7)]
    assert live(it, every_day("2026-09-01", "2026-09-30", "13:30")) == [
        (wall("2026-09-01T13:30"), keys("samling s1 -14")),
        (wall("2026-09-02T13:30"), keys("samling s2 -14")),
        (wall("2026-09-03T13:30"), keys("samling s3 -14")),
        (wall("2026-09-15T13:30"), keys("samling s4 -14", "samling s7 -14")),
    ]


def test_an_hour_of_ones_own_goes_before_quiet_hours_and_lasts_two() -> None:
    it = [report("s2", "2026-10-08T23:00", "2026-10-15T12:00")]
    evening = replace(RULES, hour=time(19))
    due = every_day("2026-10-01", "2026-10-01", "15:00", "18:59")
    assert live(it, due, evening) == []
    assert live(it, every_day("2026-10-01", "2026-10-01", "21:00"), evening) == []
    assert live(it, every_day("2026-10-01", "2026-10-01", "20:59"), evening) == [
        (wall("2026-10-01T20:59"), keys("report s2 -7"))
    ]


def test_an_hour_in_the_evening_leaves_the_quiet_afternoon_alone_even_in_need() -> None:
    it = [samling("s2", "2026-10-08T18:00")]
    evening = replace(RULES, hour=time(19))
    assert live(it, every_day("2026-10-08", "2026-10-08", "15:00", "17:59"), evening) == []
    assert live(it, every_day("2026-10-08", "2026-10-08", "14:59"), evening) == [
        (wall("2026-10-08T14:59"), keys("samling s2 -2"))
    ]


def test_what_is_added_after_the_push_of_the_day_waits_for_the_next() -> None:
    life = Life(RULES, [samling("s2", "2026-10-08T12:00")], LONG_AGO)
    life.beat(wall("2026-09-24T13:30"))
    life.occasions = [*life.occasions, report("s2", "2026-10-01T15:00", "2026-10-08T12:00")]
    life.beat(wall("2026-09-24T14:30"))
    life.beat(wall("2026-09-25T13:30"))
    assert [(now, [part.key for part in found.spoken]) for now, found in life.said] == [
        (wall("2026-09-24T13:30"), list(keys("samling s2 -14"))),
        (wall("2026-09-25T13:30"), list(keys("report s2 -7"))),
    ]


def test_a_samling_that_is_moved_is_told_again_and_one_that_stands_is_not() -> None:
    before = [samling("s2", "2026-10-08T12:00")]
    life = Life(RULES, before, LONG_AGO)
    life.beat(wall("2026-09-24T13:30"))
    life.beat(wall("2026-09-25T13:30"))
    life.occasions = [samling("s2", "2026-11-05T12:00")]
    life.beat(wall("2026-09-28T13:30"))
    life.beat(wall("2026-10-22T13:30"))
    assert [now for now, _ in life.said] == [wall("2026-09-24T13:30"), wall("2026-10-22T13:30")]


def test_a_new_offset_does_not_speak_after_a_newer_one() -> None:
    due = ("2026-10-08T15:00", "2026-10-15T12:00")
    life = Life(RULES, [report("s2", *due, days(-1))], LONG_AGO)
    life.beat(wall("2026-10-07T13:30"))
    life.occasions = [report("s2", *due)]
    life.beat(wall("2026-10-08T13:30"))
    assert [now for now, _ in life.said] == [wall("2026-10-07T13:30")]


# Who joins late


def test_who_joins_between_two_offsets_waits_for_the_next() -> None:
    it = [report("s2", "2026-10-08T15:00", "2026-10-15T12:00")]
    joined = wall("2026-10-02T10:00")
    assert live(it, every_day("2026-10-02", "2026-10-08", "13:30"), joined=joined) == [
        (wall("2026-10-07T13:30"), keys("report s2 -1"))
    ]


def test_who_joins_after_the_last_offset_is_told_once_and_not_on_the_day_of_joining() -> None:
    it = [report("s2", "2026-10-08T15:00", "2026-10-15T12:00")]
    joined = wall("2026-10-07T14:00")
    assert live(it, every_day("2026-10-07", "2026-10-08", "14:30"), joined=joined) == [
        (wall("2026-10-08T14:30"), keys("report s2 -1"))
    ]


def test_who_joins_after_the_day_is_not_blamed_for_it() -> None:
    it = [
        report("s2", "2026-10-08T15:00", "2026-10-15T12:00"),
        reflect("s1", "2026-10-08T13:00", "2026-10-15T23:59"),
    ]
    days = every_day("2026-10-08", "2026-10-15", "13:30")
    assert live(it, days, joined=wall("2026-10-09T08:00")) == []
    assert live(it, days, joined=wall("2026-10-08T20:00")) == [
        (wall("2026-10-09T13:30"), keys("reflect s1 +1w", "report s2 +1"))
    ]


# Jumping the clock


def test_the_next_instant_is_what_comes_due_or_begins_or_ends() -> None:
    it = [samling("s2", "2026-10-08T12:00")]
    moments = [wall("2026-09-23T00:00"), wall("2026-10-08T08:00"), wall("2026-10-08T12:00")]
    assert [next_instant(RULES, it, moment) for moment in moments] == [
        utc("2026-09-24T11:30"),
        utc("2026-10-08T07:00"),
        None,
    ]
    assert next_instant(RULES, it, wall("2026-09-24T12:00")) == utc("2026-09-24T11:30")
    assert next_instant(RULES, it, utc("2026-09-24T11:30")) == utc("2026-09-25T11:30")
    assert next_instant(RULES, it, wall("2026-10-09T13:00")) is None
