"""The auditor finds what should not have gone out, and nothing else."""

from dataclasses import replace

import pytest

from bot.rehearsal.audit import audit
from bot.rehearsal.days import is_off
from bot.rehearsal.values import Deed, Done, Message, Part, Rehearsal, Snooze, Version
from handlers.programme_file import read_programme
from handlers.working_days import Calendar, is_working
from tests.rehearsals import STATES, at, by_hand, later, push, wish, with_reminders

SAMLING = Part("samling", "samling-1", "-2")
REPORT = Part("report", "samling-2", "-7")
OVERDUE = Part("report", "samling-2", "+2w")
REFLECT = Part("reflect", "samling-1", "+1w")
SIGN_UP = Part("signup", "samling-2", "-7")
CALL = Part("call", "samling-2", "+4w")
TUESDAY = push(at("2026-09-08"), SAMLING)
A_CHANGE = Message(at("2026-10-06", "10:00"), 0, "a", "notice", "Flyttet.")
A_MORNING = Message(
    at("2026-09-10", "09:00"), 0, "a", "day", "Velkommen.", (Part("here", "samling-1"),)
)
ALL_IS_WELL = (
    TUESDAY,
    A_MORNING,
    push(at("2026-09-11"), REFLECT),
    A_CHANGE,
    push(at("2026-11-18"), REPORT),
    push(at("2026-11-27"), OVERDUE),
)


def found(played: Rehearsal) -> list[tuple[str, str]]:
    return [(one.kind, one.why) for one in audit(played)]


def kinds(played: Rehearsal) -> list[str]:
    return [one.kind for one in audit(played)]


def test_where_all_is_well_nothing_is_found() -> None:
    assert found(by_hand(*ALL_IS_WELL)) == []


# Twice


def test_the_same_words_twice_on_a_day_are_found() -> None:
    again = replace(later(A_CHANGE, hours=1))
    assert found(by_hand(A_CHANGE, again)) == [("duplicate", "the same words on the same day")]


def test_the_same_words_on_another_day_are_not() -> None:
    assert found(by_hand(A_CHANGE, later(A_CHANGE, days=1))) == []


def test_the_same_reason_on_two_days_is_found() -> None:
    again = push(at("2026-09-09"), SAMLING)
    assert found(by_hand(TUESDAY, again)) == [("duplicate", "samling samling-1 -2")]


def test_what_she_put_off_may_come_again() -> None:
    again = push(at("2026-09-09"), SAMLING)
    played = by_hand(TUESDAY, again)
    put_off = Snooze(at("2026-09-08", "13:35"), 0, TUESDAY.push or "")
    assert found(replace(played, snoozes=(put_off,))) == []
    other = replace(put_off, push="another push")
    assert kinds(replace(played, snoozes=(other,))) == ["duplicate"]


def test_what_was_moved_may_be_said_again() -> None:
    moved = read_programme(STATES.replace("2026-09-10", "2026-09-24"))
    again = push(at("2026-09-22"), SAMLING)
    played = by_hand(TUESDAY, again)
    versions = (*played.versions, Version(at("2026-09-08", "14:00"), moved))
    assert found(replace(played, versions=versions)) == []


def test_a_date_that_comes_back_each_year_is_another_one() -> None:
    grant = Part("frist", "tilskudd", "-14")
    first, second = push(at("2027-03-18"), grant), push(at("2028-03-17"), grant)
    assert found(by_hand(first, second)) == []
    assert kinds(by_hand(first, push(at("2027-03-19"), grant))) == ["duplicate"]


# Stale


@pytest.mark.parametrize(
    ("part", "day"),
    [
        (SAMLING, "2026-09-11"),
        (SIGN_UP, "2026-11-19"),
        (REPORT, "2026-11-26"),
        (OVERDUE, "2026-12-02"),
        (CALL, "2026-12-03"),
        (REFLECT, "2026-09-18"),
        (Part("thanks", "samling-1", "+1w"), "2026-09-25"),
        (Part("unset", "samling-3", "-6m"), "2027-06-01"),
        (Part("unset", "samling-1", "-6m"), "2026-09-01"),
        (Part("samling", "samling-3", "-14"), "2027-05-18"),
        (Part("samling", "no-such", "-14"), "2026-09-01"),
    ],
)
def test_what_is_over_is_stale_and_the_day_before_it_was_not(part: Part, day: str) -> None:
    assert kinds(by_hand(push(at(day), part))) == ["stale"]


def test_what_is_told_on_its_last_day_is_true() -> None:
    parts = [(REPORT, "2026-11-25"), (SIGN_UP, "2026-11-18"), (CALL, "2026-12-01")]
    assert found(by_hand(*(push(at(day), part) for part, day in parts))) == []


def test_a_samling_that_is_called_off_is_not_spoken_of() -> None:
    off = STATES.replace('title = "Start"', 'title = "Start"\ncancelled = true')
    assert kinds(by_hand(TUESDAY, text=off)) == ["stale"]


def test_a_welcome_on_another_day_is_stale() -> None:
    wrong = replace(A_MORNING, at=at("2026-09-09", "09:00"))
    assert found(by_hand(wrong)) == [("stale", "it is no day of samling-1")]


# Out of hours


@pytest.mark.parametrize(
    ("day", "clock"),
    [
        ("2026-09-05", "13:30"),  # a Saturday
        ("2027-05-17", "13:30"),
        ("2026-12-24", "13:30"),
        ("2026-12-29", "13:30"),  # Christmas
        ("2027-03-23", "13:30"),  # the week before Easter
        ("2027-07-14", "13:30"),  # the common holiday
        ("2026-09-08", "15:00"),
        ("2026-09-08", "08:59"),
        ("2026-09-08", "13:29"),
    ],
)
def test_a_reminder_at_a_wrong_time_is_found(day: str, clock: str) -> None:
    grant = Part("frist", "tilskudd", "-14")
    assert kinds(by_hand(push(at(day, clock), grant))) == ["out-of-hours"]


def test_what_cannot_wait_may_go_when_quiet_hours_end() -> None:
    early = push(at("2026-09-10", "09:00"), SAMLING)
    assert found(by_hand(early)) == []
    assert kinds(by_hand(replace(early, at=at("2026-09-10", "08:30")))) == ["out-of-hours"]


def test_her_own_hour_lasts_two_hours_in_quiet_hours() -> None:
    evening = wish(hour="19:30")
    good = [push(at("2026-09-08", clock), SAMLING) for clock in ("19:30", "21:29")]
    bad = [push(at("2026-09-08", clock), SAMLING) for clock in ("13:30", "21:30", "19:29")]
    assert [found(by_hand(one, wishes=(evening,))) for one in good] == [[], []]
    assert [kinds(by_hand(one, wishes=(evening,))) for one in bad] == [["out-of-hours"]] * 3


def test_her_own_days_go_before_the_working_week() -> None:
    weekend = wish(days="67")
    saturday = push(at("2026-09-05"), SAMLING)
    assert found(by_hand(saturday, wishes=(weekend,))) == []
    assert found(by_hand(TUESDAY, wishes=(weekend,))) == [
        ("out-of-hours", "2026-09-08 is none of their days")
    ]


def test_a_pause_is_kept_by_reminders_and_by_what_comes_on_the_day() -> None:
    pause = wish(paused_until="2026-09-12")
    played = by_hand(TUESDAY, A_MORNING, push(at("2026-09-14"), REFLECT), wishes=(pause,))
    assert kinds(played) == ["out-of-hours", "out-of-hours"]


def test_a_change_waits_for_working_hours_unless_it_is_near() -> None:
    assert kinds(by_hand(replace(A_CHANGE, at=at("2026-10-06", "20:00")))) == ["out-of-hours"]
    assert kinds(by_hand(replace(A_CHANGE, at=at("2026-10-10", "10:00")))) == ["out-of-hours"]
    assert found(by_hand(replace(A_CHANGE, at=at("2026-09-09", "20:00")))) == []


def test_the_programmes_own_days_off_are_kept() -> None:
    text = with_reminders('pauses = ["2026-09-08/2026-09-08"]')
    assert kinds(by_hand(TUESDAY, text=text)) == ["out-of-hours"]
    calm = with_reminders("off = { christmas = false }")
    quiet_days = push(at("2026-12-29"), Part("frist", "tilskudd", "-14"))
    assert found(by_hand(quiet_days, text=calm)) == []


def test_the_auditors_calendar_agrees_with_the_houses_on_every_day_of_ten_years() -> None:
    """They were written apart; weekends are not days off but days that suit nobody."""
    text = with_reminders("off = { squeezed = true }")
    programme = read_programme(text)
    calendar = Calendar(christmas=True, easter=True, squeezed=True, weeks=(28, 29, 30))
    first = at("2024-01-01").date().toordinal()
    days = [type(at("2024-01-01").date()).fromordinal(first + n) for n in range(3653)]
    works = [day.isoweekday() < 6 and not is_off(programme, day) for day in days]
    assert works == [is_working(day, calendar) for day in days]


# After it was done


def done(deed: Deed, about: str, on: str, team: str = "a") -> Done:
    return Done(at(on, "10:00"), 0, team, deed, about)


@pytest.mark.parametrize(
    ("part", "day", "deed"),
    [
        (REPORT, "2026-11-18", "delivered"),
        (OVERDUE, "2026-11-27", "delivered"),
        (SIGN_UP, "2026-11-11", "signed up"),
        (REFLECT, "2026-09-11", "reflected"),
        (REFLECT, "2026-09-11", "was away"),
    ],
)
def test_a_reminder_of_what_was_done_is_found(part: Part, day: str, deed: Deed) -> None:
    message = push(at(day), part)
    before = done(deed, part.milestone, day)
    after = replace(before, at=at(day, "14:00"))
    assert kinds(by_hand(message, done=(before,))) == ["after-delivery"]
    assert found(by_hand(message, done=(after,))) == []


def test_another_teams_report_is_no_reason_to_be_silent() -> None:
    theirs = done("delivered", "samling-2", "2026-11-17", team="b")
    assert found(by_hand(push(at("2026-11-18"), REPORT), done=(theirs,))) == []


def test_nobody_is_asked_to_ring_when_all_have_delivered() -> None:
    ring = push(at("2026-12-01"), CALL)
    both = tuple(done("delivered", "samling-2", "2026-11-30", team) for team in ("a", "b"))
    assert kinds(by_hand(ring, done=both)) == ["after-delivery"]
    assert found(by_hand(ring, done=both[:1])) == []


def test_who_signed_up_is_asked_anew_where_the_day_moved() -> None:
    asked = push(at("2026-11-11"), SIGN_UP)
    played = by_hand(asked, done=(done("signed up", "samling-2", "2026-11-02"),))
    moved = read_programme(STATES.replace('"2026-12-02"', '"2026-12-09"'))
    versions = (*played.versions, Version(at("2026-11-03"), moved))
    assert (kinds(played), found(replace(played, versions=versions))) == (["after-delivery"], [])


# Too many


def test_two_reminders_on_a_day_are_found() -> None:
    again = push(at("2026-09-08", "14:00"), Part("frist", "tilskudd", "-14"))
    assert kinds(by_hand(TUESDAY, again)) == ["too-many", "too-many"]


def test_the_fourth_in_fourteen_days_is_found() -> None:
    days = ("2026-09-01", "2026-09-02", "2026-09-03", "2026-09-14", "2026-09-15")
    pushes = [push(at(day), Part("frist", "tilskudd", f"-{n}")) for n, day in enumerate(days)]
    assert found(by_hand(*pushes[:3], pushes[4])) == []
    wanted = [("too-many", "4 reminders in fourteen days")]
    assert found(by_hand(*pushes[:4])) == wanted
