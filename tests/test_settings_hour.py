"""A person's own hour and days: by button, by typing, and kept by what comes afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.room import Sitter
from tests.settled import Settled, wall


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    yield house
    house.close()


@pytest.fixture
def kari(house: Settled) -> Sitter:
    return house.comes("1", "Kari")


# The hour


@pytest.mark.parametrize(
    ("label", "hour"),
    [("midday", "12:00"), ("afternoon", "16:00"), ("evening", "19:30")],
)
def test_the_first_reminder_s_question_is_answered_by_a_button_or_its_words(
    house: Settled, kari: Sitter, label: str, hour: str
) -> None:
    kari.presses("hour:ask")
    kari.taps(label)
    assert house.chosen("1")[0] == hour
    kari.presses("hour:programme")
    assert house.chosen("1")[0] is None
    kari.presses("hour:ask")
    kari.says(label)
    assert house.chosen("1")[0] == hour


def test_an_hour_in_spare_time_is_kept_with_a_kind_word_and_one_at_work_without(
    kari: Sitter,
) -> None:
    kari.presses("hour:evening")
    assert kari.last.text == (
        "From now on I remind you at about 19:30.\n"
        "Nothing has to be answered in your spare time: it can wait until you are at work."
    )
    kari.presses("hour:midday")
    assert kari.last.text == "From now on I remind you at about 12:00."


def test_the_programme_s_own_hour_can_be_taken_back(house: Settled, kari: Sitter) -> None:
    kari.presses("hour:evening")
    kari.presses("hour:ask")
    kari.says("as the programme says")
    assert kari.last.text == "From now on I remind you at about 13:30, as the programme says."
    assert house.chosen("1")[0] is None


def test_an_hour_can_be_written_and_is_the_hour_of_the_next_reminder(
    house: Settled, kari: Sitter
) -> None:
    kari.presses("hour:ask")
    kari.says("kl 20")
    assert house.chosen("1")[0] == "20:00"
    house.sitters["1"].screen.clear()
    for at in ("2026-08-27T13:30", "2026-08-27T19:59"):
        house.beats(at)
    assert kari.screen == []
    house.beats("2026-08-27T20:00")
    assert len(kari.screen) == 1


def test_what_is_no_hour_is_asked_again_and_leaves_everything_as_it_was(
    house: Settled, kari: Sitter
) -> None:
    kari.presses("hour:ask")
    kari.says("når som helst")
    assert kari.last.text.startswith("I see no time of day there.")
    kari.says("23.30")
    assert kari.last.text == "Choose a time from 06:00 to 22:00, so that I wake nobody."
    assert house.chosen("1")[0] is None
    kari.says("/cancel")
    kari.says("20")
    assert house.chosen("1")[0] is None
    assert not kari.last.text.startswith("From now on")


@pytest.mark.parametrize(("said_", "kept"), [("6", "06:00"), ("22.00", "22:00"), ("22.01", None)])
def test_the_first_and_the_last_hour_are_within(
    house: Settled, kari: Sitter, said_: str, kept: str | None
) -> None:
    kari.presses("hour:ask")
    kari.says(said_)
    assert house.chosen("1")[0] == kept


def test_an_hour_that_is_asked_for_in_the_middle_of_a_report_is_no_answer_to_it(
    house: Settled, kari: Sitter
) -> None:
    house.now = wall("2026-11-20T10:00")
    kari.says("/report")
    kari.presses("hour:ask")
    kari.says("20.15")
    kari.says("We tried one thing")
    answers = house.connection.execute("SELECT value FROM answer WHERE state = 'given'").fetchall()
    assert house.chosen("1")[0] == "20:15"
    assert [row["value"] for row in answers] == ["We tried one thing"]


def test_a_leader_s_hour_in_many_words_is_not_sent_to_everybody(house: Settled) -> None:
    house.comes("1")
    boss = house.comes("5", team=None, role="organiser")
    boss.presses("hour:ask")
    boss.says("hver dag rundt klokka tjue er fint")
    assert boss.last.text.startswith("I see no time of day there.")
    assert house.connection.execute("SELECT COUNT(*) FROM broadcast").fetchone()[0] == 0


# The days


def test_days_are_chosen_by_taps_one_at_a_time(house: Settled, kari: Sitter) -> None:
    kari.presses("days:ask")
    for label in ("Monday", "Saturday", "Wednesday", "Chosen: Wednesday", "Done"):
        kari.taps(label)
    assert house.chosen("1")[1] == "16"
    assert kari.last.text == (
        "From now on I remind you on these days: Monday and Saturday.\n"
        "Nothing has to be answered in your spare time: it can wait until you are at work."
    )


def test_days_are_written_as_a_span_and_the_reminder_waits_for_them(
    house: Settled, kari: Sitter
) -> None:
    kari.presses("days:ask")
    kari.says("mandag til onsdag")
    assert house.chosen("1")[1] == "123"
    kari.screen.clear()
    house.beats("2026-08-27T13:30")  # a Thursday, two weeks before: it came the day before, or not
    assert kari.screen == []


def test_monday_to_friday_is_as_the_programme_says(house: Settled, kari: Sitter) -> None:
    kari.presses("days:ask")
    kari.says("lørdag")
    assert house.chosen("1")[1] == "6"
    kari.presses("days:ask")
    kari.taps("Monday to Friday")
    assert house.chosen("1")[1] is None
    assert kari.last.text == "From now on I remind you on these days: Monday to Friday."


def test_no_day_at_all_is_not_kept_and_the_pause_is_named(house: Settled, kari: Sitter) -> None:
    kari.presses("days:ask")
    kari.taps("Done")
    assert kari.last.text == "Choose at least one day. With /pause you are let be altogether."
    kari.presses("days:ask")
    kari.says("aldri")
    assert kari.last.text == "I see no days there. Write them like «Monday, Wednesday and Friday»."
    assert house.chosen("1") == (None, None, None)


def test_a_choice_keeps_the_others(house: Settled, kari: Sitter) -> None:
    for said_ in ("/pause 2", "hour:evening", "days:ask", "fredag"):
        (kari.presses if ":" in said_ else kari.says)(said_)
    assert house.chosen("1") == ("19:30", "5", "2026-08-17")


def test_nobody_finds_the_days_of_another(house: Settled, kari: Sitter) -> None:
    ola = house.comes("2", "Ola")
    kari.presses("days:ask")
    data = next(button.data for button in kari.last.buttons if button.text == "Sunday")
    assert data is not None
    ola.presses(data)
    kari.taps("Done")
    assert (house.chosen("1"), house.chosen("2")) == ((None, None, None), (None, None, None))
