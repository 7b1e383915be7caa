"""What comes later: edits, texts that Telegram cut, and what was delivered."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.flow import readers
from tests.flow_lives import FILLED, filled_in, two_at_the_report
from tests.flow_room import LEARNT, READY, FlowRoom


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    return FlowRoom(tmp_path)


def test_a_second_send_says_that_it_is_delivered(room: FlowRoom) -> None:
    anna = filled_in(room)
    bo = room.member("Bo")
    bo.says("/report")
    cia = room.member("Cia")
    cia.says("/report")
    anna.says("send")
    bo.taps("Send")
    cia.says("send")
    told = "The report: delivered already. Write «change» to open it again."
    assert (bo.last.text, cia.last.text, len(room.delivered())) == (told, told, 1)


@pytest.mark.parametrize("how", ["/report", "button", "typed"])
def test_what_was_delivered_is_opened_again_with_its_answers(room: FlowRoom, how: str) -> None:
    anna = filled_in(room)
    page = anna.before()
    anna.says("send")
    if how == "/report":
        anna.says("/report")
    else:
        anna.taps("Send", on=page)
        if how == "button":
            anna.taps("Change")
        else:
            anna.says("change")
    assert anna.last.text.startswith("This was delivered before. Change what you like")
    assert room.answers() == FILLED
    for text in ("change 1", "Still more", "send"):
        anna.says(text)
    assert room.delivered()[1:] == ["learnt=Still more;ready=yes;fruit=a,c"]


def test_an_edit_of_the_message_edits_the_answer(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    message = anna.says("A lto")
    anna.edits(message, "A lot")
    assert room.answers() == {"learnt": ("given", "A lot")}
    assert anna.last.text == "Corrected:\nWhat have you learnt?\nA lot"
    anna.says("yes")
    assert room.answers()["ready"] == ("given", "yes")


def test_an_edit_of_a_message_that_was_refused_is_read_again(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("A lot")
    message = anna.says("perhaps")
    anna.edits(message, "yes")
    assert room.answers()["ready"] == ("given", "yes")
    assert "Which fruit?" in anna.last.text


def test_an_edit_of_what_was_replaced_asks_which_shall_stand(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    message = anna.says("From Anna")
    bo.says("From Bo")
    bo.says("2")
    anna.edits(message, "From Anna again")
    assert room.answers()["learnt"] == ("given", "From Bo")
    assert "Recorded: From Bo\nYours: From Anna again" in anna.last.text
    anna.taps("Use mine")
    assert room.answers()["learnt"] == ("given", "From Anna again")


@pytest.mark.parametrize("yes", ["yes", "Yes"])
def test_an_edit_after_delivery_asks_first(room: FlowRoom, yes: str) -> None:
    anna = filled_in(room)
    message = anna.said[1]
    anna.says("send")
    anna.edits(message, "Less")
    assert anna.last.text.startswith("This is delivered already. Change the answer?")
    assert room.answers() == FILLED
    if yes == "Yes":
        anna.taps(yes)
    else:
        anna.says(yes)
    assert room.answers() == {**FILLED, "learnt": ("given", "Less")}
    assert "Send" in anna.last.labels
    anna.says("send")
    assert room.delivered()[1:] == ["learnt=Less;ready=yes;fruit=a,c"]


def test_a_no_leaves_what_was_delivered(room: FlowRoom) -> None:
    anna = filled_in(room)
    anna.says("send")
    anna.edits(anna.said[1], "Less")
    anna.says("no")
    assert (anna.last.text, room.answers(), room.offers()) == ("Nothing was changed.", FILLED, [])


def test_an_answer_that_comes_after_delivery_is_asked_about(room: FlowRoom) -> None:
    anna = filled_in(room)
    bo = room.member("Bo")
    bo.says("/report")
    bo.says("change 1")
    anna.says("/report")
    anna.says("keep")
    anna.says("send")
    bo.says("Too late")
    assert bo.last.text.startswith("This is delivered already. Change the answer?")
    assert (room.offers(), len(room.delivered())) == (["Too late"], 1)


def test_a_text_that_telegram_cut_goes_on_in_the_next_message(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("x" * 4090)
    anna.says("the end", seconds=1)
    assert room.answers() == {"learnt": ("given", "x" * 4090 + " the end")}
    anna.says("yes")
    assert room.answers()["ready"] == ("given", "yes")


def test_an_answer_to_the_next_question_continues_nothing(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("x" * 4090)
    anna.says("yes", seconds=6)
    assert room.answers() == {"learnt": ("given", "x" * 4090), "ready": ("given", "yes")}


def test_a_cut_text_that_is_too_long_is_kept_whole_and_no_half_of_it_stands(
    room: FlowRoom,
) -> None:
    room.rules.questions = (replace(LEARNT, read=readers.text(2000)), READY)
    anna = room.member("Anna")
    anna.says("/report")
    first = anna.says("x" * 4090)
    anna.says("y" * 100, seconds=1)
    assert room.answers() == {"learnt": ("open", "x" * 4090 + " " + "y" * 100)}
    assert "That is 4,191 characters" in anna.last.text
    anna.edits(first, "Short")
    anna.says("2")
    assert room.answers() == {"learnt": ("given", "Short")}
