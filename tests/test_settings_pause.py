"""A pause: how long, what it holds back and what not, and that nobody else hears of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.room import Sitter
from tests.settled import Settled, wall

PAUSED = (
    "You have a pause until {day}.\n\n"
    "Until then I do not remind you of anything.\n"
    "What the organisers write, and changes of dates, reach you all the same.\n"
    "Nobody is told that you have a pause, or why.\n"
    "It ends by itself; what is still true then comes afterwards, all in one.\n\n"
    "For another length, write the number of weeks behind it: /pause 3"
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    house.now = wall("2026-11-16T10:00")
    yield house
    house.close()


@pytest.fixture
def kari(house: Settled) -> Sitter:
    return house.comes("1", "Kari", joined=wall("2026-08-03T10:00"))


def test_a_pause_lasts_two_weeks_and_says_until_when_and_what_still_comes(
    house: Settled, kari: Sitter
) -> None:
    kari.says("/pause")
    assert house.chosen("1")[2] == "2026-11-30"
    assert (kari.last.text, kari.last.labels) == (
        PAUSED.format(day="Monday 30 November 2026"),
        ["End the pause", "Two weeks more"],
    )


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("/pause 1", "2026-11-23"),
        ("/pause 3", "2026-12-07"),
        ("/pause 8 uker", "2027-01-11"),
        ("pause", "2026-11-30"),
    ],
)
def test_a_pause_has_the_length_that_is_written(
    house: Settled, kari: Sitter, said: str, until: str
) -> None:
    kari.says(said)
    assert house.chosen("1")[2] == until


@pytest.mark.parametrize(
    "said", ["/pause 0", "/pause 9", "/pause 999", "/pause lenge", "/pause -1"]
)
def test_what_is_no_length_of_a_pause_begins_none(house: Settled, kari: Sitter, said: str) -> None:
    kari.says(said)
    assert house.chosen("1")[2] is None
    assert "8" in kari.last.text


def test_a_day_begins_where_the_person_is_and_not_in_london(house: Settled, kari: Sitter) -> None:
    house.now = wall("2026-11-17T00:30")
    kari.says("/pause 1")
    assert house.chosen("1")[2] == "2026-11-24"


def test_asked_for_again_the_pause_is_shown_and_not_made_longer(
    house: Settled, kari: Sitter
) -> None:
    kari.says("/pause")
    house.passes(days=3)
    kari.says("/pause")
    kari.presses("pause:on")
    kari.presses("pause")
    assert house.chosen("1")[2] == "2026-11-30"
    assert kari.last.text == PAUSED.format(day="Monday 30 November 2026")


def test_two_weeks_more_come_once_however_often_it_is_tapped(house: Settled, kari: Sitter) -> None:
    kari.says("/pause")
    data = next(b.data for b in kari.last.buttons if b.text == "Two weeks more")
    assert data is not None
    kari.presses(data)
    kari.presses(data)
    assert house.chosen("1")[2] == "2026-12-14"


def test_a_pause_is_never_longer_than_eight_weeks_from_today(house: Settled, kari: Sitter) -> None:
    kari.says("/pause 7")
    assert kari.last.labels == ["End the pause"]
    for data in ("pause:on:2027-01-12", "pause:on:2099-01-01", "pause:on:2026-02-30"):
        kari.presses(data)
    assert house.chosen("1")[2] == "2027-01-04"
    kari.presses("pause:on:2026-11-01")
    kari.presses("pause:on:2026-12-01")
    assert house.chosen("1")[2] == "2027-01-04"


@pytest.mark.parametrize("said", ["End the pause", "/pause slutt", "/pause off"])
def test_a_pause_is_ended_by_button_and_by_typing(house: Settled, kari: Sitter, said: str) -> None:
    kari.says("/pause")
    kari.says(said)
    assert (house.chosen("1")[2], kari.last.text) == (
        None,
        "The pause is over. I remind you again as before.",
    )
    kari.presses("pause:off")
    assert kari.last.text == "You have no pause."


def test_a_pause_that_has_passed_is_none(house: Settled, kari: Sitter) -> None:
    kari.says("/pause 1")
    house.now = wall("2026-11-23T00:00")
    kari.presses("pause")
    assert (kari.last.text, kari.last.labels) == ("You have no pause.", ["A pause of two weeks"])
    kari.says("/pause")
    assert house.chosen("1")[2] == "2026-12-07"


def test_nothing_comes_in_a_pause_and_what_is_still_true_after_it_in_one(
    house: Settled, kari: Sitter
) -> None:
    kari.says("/pause")
    kari.screen.clear()
    for day in range(16, 30):
        house.beats(f"2026-11-{day}T13:30")
    assert kari.screen == []
    house.beats("2026-11-30T13:30")
    assert len(kari.screen) == 1
    assert "Findings" in kari.last.text


def test_a_pause_that_ends_early_lets_the_next_reminder_come(house: Settled, kari: Sitter) -> None:
    kari.says("/pause 8")
    kari.says("/pause slutt")
    kari.screen.clear()
    house.beats("2026-11-18T13:30")
    assert len(kari.screen) == 1
