"""People join, tap by tap; every step is a restart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.joining import (
    NOW,
    code,
    joined,
    newcomer,
    on_disk,
    places,
)
from tests.room import Room, rows


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def test_the_first_question_is_whether_this_phone_may_have_telegram(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    assert len(kari.screen) == 1
    assert kari.last.text == (
        "Welcome to Learning network for a safe start, and to the team Havnes, hjemmetjenesten!\n\n"
        "One question first: may this phone have Telegram?\n"
        "Is it a work phone, or does it have your employer's e-mail or Teams? Then you must not "
        "use Telegram on it unless your employer has said yes."
    )
    assert kari.last.labels == ["Yes, it is private", "Yes, my employer allows it", "No", "Bokmål"]


def test_until_the_phone_may_have_telegram_nothing_is_kept(room: Room) -> None:
    newcomer(room).says(f"/start {code(room)}")
    tables = ("person", "address", "draft", "answer", "seat", "membership", "guess")
    assert [rows(room.connection, table) for table in tables] == [0] * 7


def test_what_is_kept_is_said_in_five_lines_before_the_name(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.taps("Yes, my employer allows it")
    kept, asked = kari.screen[-2].text, kari.last.text
    assert len(kept.splitlines()) == 6
    for words in ("single persons", "national number", "spare time", "/privacy", "/forget"):
        assert words in kept
    assert "What is your name?" in asked
    assert kari.last.labels[0] == "Kari Nordmann"


def test_who_takes_part_alone_is_told_of_no_team(room: Room) -> None:
    programme = room.holds("eksempel.toml")
    room.imports(programme.model_copy(update={"team": (), "teams": None}))
    kari = newcomer(room)
    kari.says(f"/start {code(room, '')}")
    kari.taps("Yes, it is private")
    kari.says("Kari")
    assert places(room) == [("participant", None, None)]
    assert "team" not in kari.text


def test_joining_from_the_first_word_to_what_comes_next(room: Room) -> None:
    kari = joined(room)
    assert places(room) == [("participant", "havnes-1", None)]
    assert kari.last.text == (
        "Thank you, Kari Nordmann. You are in!\n\n"
        "Your team now has 1 member here; it is meant to have 3 to 7.\n\n"
        "What comes next:\n"
        "• What did we find, and what do we try?: Wednesday 2 December 2026, 09:00–14:30\n"
        "• The report before «What did we find, and what do we try?» is due "
        "Wednesday 25 November 2026.\n"
        "Dates may change.\n\n"
        "I remind you of what comes, at most once a day. With /settings you choose when."
    )
    assert rows(room.connection, "draft") == 0


def test_the_name_may_be_typed_and_controls_are_taken_out(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.taps("Yes, it is private")
    kari.says("  Kari\u202e \n Hansen\u200b ")
    kari.says("vernepleier")
    assert places(room) == [("participant", "havnes-1", "vernepleier")]
    assert "Thank you, Kari Hansen. You are in!" in kari.text
    with room.unit() as unit:
        person = unit.people.at("telegram", "101")
    assert person is not None
    assert person.name == "Kari Hansen"


@pytest.mark.parametrize("said", ["…", "12", "x" * 81, "english", "abcdefghijklmn27"])
def test_what_is_no_name_is_refused_kindly_and_asked_again(room: Room, said: str) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.taps("Yes, it is private")
    kari.says(said)
    assert places(room) == []
    kari.says("Kari")
    kari.taps("mentor")
    assert places(room) == [("participant", "havnes-1", "mentor")]


def test_a_function_is_kept_as_the_programme_calls_it(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.taps("Yes, it is private")
    kari.taps("Kari Nordmann")
    kari.says("TILLITSVALGT")
    assert places(room) == [("participant", "havnes-1", "tillitsvalgt")]


def test_after_no_nothing_is_stored(room: Room) -> None:
    kari = newcomer(room, name="Kvitugle Snøfonn")
    kari.says(f"/start {code(room)}")
    kari.taps("No")
    assert "I have kept nothing about you" in kari.last.text
    assert "Ingrid Solli (ingrid.solli@havnes.example, 00 00 00 01)" in kari.last.text
    tables = ("person", "address", "draft", "answer", "seat", "membership")
    assert [rows(room.connection, table) for table in tables] == [0] * 6
    assert b"Kvitugle" not in on_disk(room)


def test_after_no_what_came_in_is_blanked(room: Room) -> None:
    kari = newcomer(room)
    with room.unit() as unit:
        unit.inbox.store("telegram:1", "99", "Kvitugle", 0, "telegram", "101", NOW)
    kari.says(f"/start {code(room)}")
    kari.taps("No")
    with room.unit() as unit:
        assert unit.inbox.held_on("telegram", "101") == []
        assert unit.outbox.sent_to("telegram", "101") == []
    assert b"Kvitugle" not in on_disk(room)


def test_no_is_still_no_after_the_name_was_told(room: Room) -> None:
    kari = newcomer(room, name="Kvitugle Snøfonn")
    kari.says(f"/start {code(room)}")
    kari.taps("Yes, it is private")
    kari.says("Kvitugle Snøfonn")
    kari.taps("No")
    tables = ("person", "address", "draft", "answer", "seat", "membership")
    assert [rows(room.connection, table) for table in tables] == [0] * 6
    assert b"Kvitugle" not in on_disk(room)


def test_an_old_no_tells_a_member_how_to_leave_and_erases_nothing(room: Room) -> None:
    kari = joined(room)
    kari.taps("No")
    assert "You are in already, and what you have told me is kept." in kari.last.text
    assert places(room) == [("participant", "havnes-1", None)]


def test_the_message_that_held_a_code_is_blanked(room: Room) -> None:
    with room.unit() as unit:
        unit.inbox.store("telegram:1", "1", "/start …", 0, "telegram", "101", NOW)
    newcomer(room).says(f"/start {code(room)}")
    with room.unit() as unit:
        assert unit.inbox.held_on("telegram", "101") == []


def test_who_said_no_may_think_again(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    first = kari.last.buttons[0].data
    kari.taps("No")
    kari.presses(first or "")
    assert "What is your name?" in kari.last.text


def test_the_phone_question_is_answered_by_typing_too(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.says("yes")  # which of the two?
    assert kari.last.text.startswith("Choose one of these")
    kari.says("1")
    assert "What is your name?" in kari.last.text


def test_the_language_is_changed_on_the_first_message_by_tap_and_by_typing(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.taps("Bokmål")
    assert "English" in kari.last.labels
    kari.says("english")
    assert kari.last.labels[0] == "Yes, it is private"
    kari.says("bokmål")
    assert kari.last.labels[-1] == "English"
    kari.presses(kari.last.buttons[0].data or "")
    with room.unit() as unit:
        person = unit.people.at("telegram", "101")
        assert person is not None
        assert person.language == "nb"


def test_a_phone_in_another_language_is_spoken_to_in_the_teams_own(room: Room) -> None:
    nina = room.sitter("102", language="de")
    nina.says(f"/start {code(room, 'storoya')}")
    nina.presses(nina.last.buttons[0].data or "")
    with room.unit() as unit:
        person = unit.people.at("telegram", "102")
        assert person is not None
        assert person.language == "nn"


def test_a_member_changes_language_by_a_word(room: Room) -> None:
    kari = joined(room)
    kari.says("bokmål")
    with room.unit() as unit:
        person = unit.people.at("telegram", "101")
    assert person is not None
    assert person.language == "nb"


def test_start_without_a_code_is_not_silent(room: Room) -> None:
    kari = newcomer(room)
    kari.says("/start")
    assert "To join I need your code" in kari.last.text


def test_start_without_a_code_shows_a_member_what_comes_next(room: Room) -> None:
    kari = joined(room)
    kari.says("/start")
    assert kari.last.text.startswith(
        "You are in Learning network for a safe start, in the team Havnes, hjemmetjenesten."
    )
    assert "What comes next:" in kari.last.text


def test_start_without_a_code_goes_on_where_one_stopped(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.says("/start")
    assert "may this phone have Telegram?" in kari.last.text
    kari.taps("Yes, it is private")
    kari.taps("Continue later")
    kari.says("/start")
    assert "What is your name?" in kari.last.text
