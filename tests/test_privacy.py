"""What a person is told of their data, and of a number that has no place here."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import tick
from handlers.events import Address, Event, Said
from handlers.flow.party import person_party
from handlers.join.codes import codes
from handlers.join.flow import FORM
from handlers.privacy import taken_out
from handlers.programme_file.schema import Reflection
from handlers.screen import screen_text
from handlers.turn import Turn
from tests.room import Room, Sitter
from tests.seated import seated

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"
# Synthetic, from NAV's README: no person has it.
NUMBER = "13527248013"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def said(room: Room, kari: Sitter, text: str, message: str = "u9") -> Event:
    address = Address("telegram", kari.key)
    what = Said(message, text)
    return Event("telegram:1", "n", address, kari.key, room.now, what, kari.name, "en")


def owed(room: Room, verb: str) -> list[str | None]:
    found = room.connection.execute(
        "SELECT target_message FROM outbox WHERE verb = ? ORDER BY position", (verb,)
    )
    return [row[0] for row in found]


# A number that has no place here


def test_a_message_with_a_national_number_is_deleted_and_its_writer_told_without_an_echo(
    room: Room,
) -> None:
    kari = seated(room, "101")
    text, found = screen_text(f"Hun het Anne og hadde {NUMBER}")
    message = kari.says(text)
    assert (found, owed(room, "delete")) == (1, [message])
    assert "national identity number" in kari.last.text
    assert not any(word in kari.text for word in ("Anne", NUMBER, "█"))


def test_who_sits_at_a_form_is_asked_the_same_again_and_nothing_is_answered(room: Room) -> None:
    kari = room.sitter("101", language="en")
    kari.says(f"/start {_code(room)}")
    kari.taps("Yes, it is private")
    asked = kari.last
    text, _ = screen_text(f"Kari {NUMBER}")
    with room.unit() as unit:
        taken_out(Turn(unit, room.now, said(room, kari, text)), {FORM.key: FORM})
        answers = [unit.drafts.answers(draft.id) for draft in unit.drafts.open_for(_me(room))]
    room.deliver()
    assert answers == [[]]
    assert kari.last.text.endswith(asked.text)
    assert kari.last.text != asked.text
    assert kari.last.labels == asked.labels


def _code(room: Room) -> str:
    with room.unit() as unit:
        return next(one.code for one in codes(unit, PROGRAMME, room.now, None) if one.team)


def _me(room: Room) -> str:
    (me,) = room.connection.execute("SELECT id FROM person").fetchone()
    return person_party(me)


# What is kept


def test_privacy_is_five_lines_and_who_answers_for_it_with_the_rest_behind_a_button(
    room: Room,
) -> None:
    kari = seated(room, "101")
    kari.says("/personvern")
    assert [line[0] for line in kari.last.text.splitlines() if line][1:] == ["•"] * 5 + ["H"]
    assert "personvern@havnes.example" in kari.last.text
    kari.taps("Read all of it")
    for words in ("artikkel 6 nr. 1 e", "ombud@havnes", "EEA", "not end-to-end", "offentleglova"):
        assert words in kari.last.text
    for words in ("datatilsynet.no", "/mydata", "/forget", "anonymous", "seks måneder"):
        assert words in kari.last.text


def test_the_full_text_answers_to_its_label_typed_out(room: Room) -> None:
    kari = seated(room, "101")
    kari.says("privacy")
    kari.says("read all of it")
    assert "Who is responsible" in kari.last.text


def test_a_programme_that_names_nobody_responsible_is_said_to_be_not_set_up(room: Room) -> None:
    programme = room.holds()
    room.imports(programme.model_copy(update={"privacy": None}))
    kari = seated(room, "101")
    kari.says("/privacy")
    kari.taps("Read all of it")
    assert ["has not yet said who is responsible" in shown.text for shown in kari.screen] == [
        True,
        True,
    ]


def test_reflections_with_a_name_are_not_called_anonymous(room: Room) -> None:
    programme = room.holds()
    signed = Reflection(open_days=7, anonymous=False)
    room.imports(programme.model_copy(update={"reflection": signed}))
    kari = seated(room, "101")
    kari.says("/privacy")
    kari.taps("Read all of it")
    assert "are not anonymous" in kari.last.text
    assert "are anonymous" not in kari.last.text


def test_a_stranger_may_ask_what_is_kept(room: Room) -> None:
    anna = room.sitter("7", language="en")
    anna.says("/privacy")
    anna.taps("Read all of it")
    anna.says("/mydata")
    assert "Once you have joined" in anna.screen[1].text
    assert "neither a name nor any answers" in anna.last.text


def test_what_is_said_of_time_is_what_the_heartbeat_does(room: Room) -> None:
    kept = [tick.INBOX_KEPT.days, tick.OUTBOX_KEPT.days, tick.GUESSES_KEPT.days]
    kari = seated(room, "101")
    kari.says("/privacy")
    assert f"after {kept[0]} days, and mine to you after {kept[1]}." in kari.last.text
    kari.taps("Read all of it")
    for line, days in zip(("as they came", "to you", "did not work"), kept, strict=True):
        assert f"{line}: {days} days" in kari.last.text
