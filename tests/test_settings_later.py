"""Putting a reminder off: the day that is promised is a day on which it comes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.events import Pressed
from handlers.remind.hours import first_push_day
from handlers.remind.standing import Register
from tests.room import Sitter
from tests.settled import Settled, wall


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    yield house
    house.close()


@pytest.fixture
def kari(house: Settled) -> Sitter:
    kari = house.comes("1", "Kari")
    house.beats("2026-11-18T13:30")  # a Wednesday: the report, due in a week, and the samling
    return kari


def later(sitter: Sitter) -> str:
    """What the newest button for later holds."""
    found = [b.data for one in sitter.screen for b in one.buttons if b.text == "Remind me later"]
    assert found[-1] is not None
    return found[-1]


def comes_on(house: Settled, key: str, days: int) -> list[str]:
    """The days on which something comes unasked in so many days, every hour of them beaten."""
    before, begun = len(house.heard(key)), house.now
    for hour in range(1, days * 24):
        at = begun + timedelta(hours=hour)
        house.beats(f"{at.replace(minute=30):%Y-%m-%dT%H:%M}")
    return [when for when, _ in house.heard(key)[before:]]


def test_three_days_are_offered_and_each_has_its_words(kari: Sitter) -> None:
    kari.taps("Remind me later")
    assert (kari.last.text, kari.last.labels) == (
        "When shall I remind you again?",
        ["tomorrow", "in three days", "next week"],
    )


@pytest.mark.parametrize(
    ("word", "told", "day"),
    [
        ("tomorrow", "Good. I remind you again Thursday 19 November, at about 13:30.", "11-19"),
        ("in three days", "Good. I remind you again Monday 23 November, at about 13:30.", "11-23"),
        ("next week", "Good. I remind you again Monday 23 November, at about 13:30.", "11-23"),
    ],
)
def test_it_comes_again_on_the_very_day_that_is_promised(
    house: Settled, kari: Sitter, word: str, told: str, day: str
) -> None:
    kari.taps("Remind me later")
    kari.says(word)
    assert kari.last.text.split("\n")[0] == told
    assert comes_on(house, "1", 6)[0] == f"{day} 13:30"


def test_another_day_than_the_one_that_was_asked_for_is_explained(kari: Sitter) -> None:
    kari.presses(f"{later(kari)}:3")  # a Saturday
    assert kari.last.text.split("\n")[1] == (
        "That is the first day on which I may: there are weekends, days off, your own days and "
        "pause, and never more than three reminders in fourteen days."
    )


def test_the_person_s_own_hour_days_and_pause_are_kept(house: Settled, kari: Sitter) -> None:
    house.chooses("1", hour="16:00", days="25")
    kari.presses(f"{later(kari)}:1")
    assert "again Friday 20 November, at about 16:00." in kari.last.text
    house.chooses("1", paused_until=wall("2026-11-24T00:00").date())
    kari.presses(f"{later(kari)}:1")
    assert "again Tuesday 24 November, at about 13:30." in kari.last.text


def test_no_fourth_reminder_in_a_fortnight_is_promised(house: Settled, kari: Sitter) -> None:
    with house.unit() as unit:
        for day in (9, 12):
            unit.pushes.add(house.id_of("1"), wall(f"2026-11-{day:02}T13:30").date(), house.now)
    kari.presses(f"{later(kari)}:1")
    assert "again Monday 23 November" in kari.last.text
    assert comes_on(house, "1", 6)[0] == "11-23 13:30"


def test_what_was_put_off_before_is_counted_when_a_day_is_promised(
    house: Settled, kari: Sitter
) -> None:
    house.now = wall("2026-11-19T14:00")
    with house.unit() as unit:
        other = unit.pushes.add(house.id_of("1"), house.now.date(), house.now)
    house.connection.execute("UPDATE push_part SET snoozed_until = '2026-11-20'")
    house.connection.execute(
        "UPDATE push_part SET push = ?, snoozed_until = NULL WHERE kind = 'report'", (other,)
    )
    kari.presses(f"later:{other}:7")  # Monday would be the fourth, after the 18th, 19th and 20th
    assert kari.last.text.startswith("I could not remind you before Wednesday 2 December")
    kari.presses("later:" + other)
    assert comes_on(house, "1", 5) == ["11-20 13:30"]


def test_what_would_be_too_late_is_said_so_and_an_earlier_day_offered(
    house: Settled, kari: Sitter
) -> None:
    house.beats("2026-11-24T13:30")  # the day before the deadline
    kari.screen[:-1] = []
    kari.presses(f"{later(kari)}:3")
    assert kari.last.labels == ["tomorrow"]
    assert kari.last.text == (
        "I could not remind you before Friday 27 November, and then it is too late.\n"
        "Shall it be earlier?"
    )
    kari.taps("tomorrow")
    assert "again Wednesday 25 November" in kari.last.text
    assert comes_on(house, "1", 2) == ["11-25 13:30"]


def test_where_no_day_is_early_enough_nothing_is_promised(house: Settled, kari: Sitter) -> None:
    house.beats("2026-11-24T13:30")
    house.chooses("1", days="2")
    kari.presses(f"{later(kari)}:1")
    assert kari.last.text == (
        "I could not remind you before Tuesday 1 December, and then it is too late.\n"
        "There is no earlier day either. /status always shows what waits for you."
    )
    snoozed = house.connection.execute("SELECT COUNT(*) FROM push_part WHERE snoozed_until <> ''")
    assert snoozed.fetchone()[0] == 0


def test_what_was_done_meanwhile_is_not_reminded_of(house: Settled, kari: Sitter) -> None:
    house.beats("2026-11-24T13:30")
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
    kari.presses(f"{later(kari)}:1")
    assert kari.last.text == "There is nothing left to remind you of here: it is done, or over."


def test_what_is_put_off_and_then_done_does_not_come(house: Settled, kari: Sitter) -> None:
    kari.presses(f"{later(kari)}:1")
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
    house.beats("2026-11-19T13:30")
    assert "report" not in kari.last.text.split("\n")[0]


@pytest.mark.parametrize("word", ["", ":1", ":7"])
def test_nobody_puts_off_what_another_was_told(house: Settled, kari: Sitter, word: str) -> None:
    ola = house.comes("2", "Ola")
    ola.presses(later(kari) + word)
    assert ola.last.text == "That reminder was for somebody else."
    snoozed = house.connection.execute("SELECT COUNT(*) FROM push_part WHERE snoozed_until <> ''")
    assert snoozed.fetchone()[0] == 0


@pytest.mark.parametrize("data", ["later", "later:", "later:x", "later:x:1"])
def test_a_reminder_that_never_was_is_nobodys(kari: Sitter, data: str) -> None:
    kari.presses(data)
    assert kari.last.text == "That reminder was for somebody else."


def test_a_day_that_is_not_offered_is_asked_again(kari: Sitter) -> None:
    kari.presses(f"{later(kari)}:365")
    assert kari.last.text == "When shall I remind you again?"


def test_in_a_group_nothing_is_put_off(house: Settled, kari: Sitter) -> None:
    told = house.in_a_group("1", Pressed(f"{later(kari)}:1", "m", "p"))
    assert told == "How you want to be reminded is between you and me: write to me alone."


def test_where_the_next_reminder_comes_before_it_is_that_one_which_is_promised(
    house: Settled, kari: Sitter
) -> None:
    house.chooses("1", days="1234567")
    kari.presses(f"{later(kari)}:7")
    day = "again Monday 23 November"
    assert day in kari.last.text
    house.beats("2026-11-23T13:30")
    kari.presses(f"{later(kari)}:3")
    assert kari.last.text.split("\n")[:2] == [
        "Good. I remind you again Tuesday 24 November, at about 13:30.",
        "The next reminder of it comes then in any case.",
    ]
    assert comes_on(house, "1", 2) == ["11-24 13:30"]


def test_the_first_day_that_may_have_a_push_is_what_the_rules_allow(house: Settled) -> None:
    house.comes("1")
    with house.unit() as unit:
        rules = Register(unit, house.now).of(house.id_of("1"))[0].rules
    friday = wall("2026-11-20T00:00").date()
    assert first_push_day(rules, friday + timedelta(days=1), [friday]) == friday + timedelta(days=3)
