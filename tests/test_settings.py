"""How a person is reminded: what they are shown, and what they change by button and by typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.events import Pressed
from tests.joining import NOW, joined
from tests.room import Room, Sitter
from tests.settled import BOTH, Settled, said

PAGE = (
    "This is how I remind you\n\n"
    "• Time: {hour}\n"
    "• Days: {days}\n"
    "• Pause: {pause}\n"
    "• Language: English\n"
    "• Contact person: {contact}\n"
    "• Deputy: nobody yet\n\n"
    "You get at most one reminder a day, and at most three in fourteen days.\n"
    "Never on public holidays, nor when the programme has a break.\n"
    "/why tells you why you got the last one, and what comes next."
)
AS_IS = {
    "hour": "13:30, as the programme says",
    "days": "Monday to Friday, as the programme says",
    "pause": "none",
    "contact": "Anne Berg",
}


def page(**changed: str) -> str:
    return PAGE.format(**(AS_IS | changed))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    yield house
    house.close()


@pytest.fixture
def kari(house: Settled) -> Sitter:
    return house.comes("1", "Kari")


# The page


def test_the_page_says_in_plain_words_what_holds_where_nobody_chose(kari: Sitter) -> None:
    kari.says("/settings")
    assert (kari.last.text, kari.last.labels) == (
        page(),
        [
            "Time of day",
            "Days of the week",
            "A pause of two weeks",
            "Language",
            "Contact person",
        ],
    )


def test_the_page_says_what_a_person_chose(house: Settled, kari: Sitter) -> None:
    house.speaks_for("1", "contact")
    for word in ("/settings", "time of day", "20.15", "/pause 1", "/settings", "days of the week"):
        kari.says(word)
    kari.says("mon, sat")
    kari.says("innstillingar")
    assert kari.last.text == page(
        hour="20:15, your own choice",
        days="Monday and Saturday, your own choice",
        pause="until Monday 10 August 2026",
        contact="you",
    )
    assert "End the pause" in kari.last.labels


@pytest.mark.parametrize("word", ["/settings", "/innstillinger", "innstillingar", "Settings"])
def test_the_page_is_found_by_its_name_in_every_language(kari: Sitter, word: str) -> None:
    kari.says(word)
    assert kari.last.text == page()


@pytest.mark.parametrize("role", ["facilitator", "organiser", "observer"])
def test_who_takes_part_in_no_team_has_no_contact_person_to_choose(
    house: Settled, role: str
) -> None:
    guide = house.comes("5", team=None, role=role)
    guide.says("/settings")
    assert "Contact person" not in guide.last.text
    assert "Contact person" not in guide.last.labels
    guide.presses("duty:contact")
    assert guide.last.text == "Contact person and deputy are for those who take part in a team."
    assert house.duties() == {}


def test_without_reports_nobody_has_to_speak_for_a_team(tmp_path: Path) -> None:
    house = Settled(tmp_path, BOTH[: BOTH.index("[report]")])
    kari = house.comes("1")
    kari.says("/settings")
    assert "Contact person" not in kari.last.text
    kari.presses("duty:deputy")
    assert house.duties() == {}


@pytest.mark.parametrize("word", ["/settings", "/pause", "/why"])
def test_a_stranger_is_told_how_to_join_and_nothing_is_kept(house: Settled, word: str) -> None:
    stranger = house.sitter("8", language="en")
    stranger.says(word)
    assert stranger.last.text.startswith("You are not in a programme yet.")
    assert house.connection.execute("SELECT COUNT(*) FROM preference").fetchone()[0] == 0


PRESSES = [
    "settings",
    "hour:ask",
    "hour:evening",
    "days:ask",
    "duty:ask",
    "duty:contact",
    "pause:on",
    "later:x:1",
]


@pytest.mark.parametrize("data", PRESSES)
def test_in_a_group_no_button_shows_or_changes_anything(
    house: Settled, kari: Sitter, data: str
) -> None:
    told = house.in_a_group("1", Pressed(data, "m", "p"))
    assert told == "How you want to be reminded is between you and me: write to me alone."
    assert (house.chosen("1"), house.duties(), kari.screen) == ((None, None, None), {}, [])


@pytest.mark.parametrize("text", ["/settings", "/pause", "/pause 3"])
def test_in_a_group_no_command_shows_or_changes_anything(
    house: Settled, kari: Sitter, text: str
) -> None:
    told = house.in_a_group("1", said(text))
    assert told == "How you want to be reminded is between you and me: write to me alone."
    assert (house.chosen("1"), kari.screen) == ((None, None, None), [])


@pytest.mark.parametrize(
    "data", ["hour:", "hour:x:y", "days:9", "duty:chief", "pause:x", "pause:on:x", "settings:x"]
)
def test_a_press_that_was_made_up_changes_nothing(house: Settled, kari: Sitter, data: str) -> None:
    kari.presses(data)
    assert kari.last.text != ""
    assert (house.chosen("1"), house.duties()) == ((None, None, None), {})


# The way back, and the way there


def test_what_was_changed_leads_back_to_the_page(kari: Sitter) -> None:
    for data in ("hour:evening", "hour:programme", "duty:contact", "duty:none", "pause:off"):
        kari.presses(data)
        kari.taps("All my settings")
        assert kari.last.text.startswith("This is how I remind you\n")


def test_who_joins_is_told_where_to_choose(tmp_path: Path) -> None:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    kari = joined(room)
    assert "With /settings you choose when." in kari.last.text
    room.close()
