"""What becomes of a pasted text later: edits, delivery, a form from elsewhere, and what was cut."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.flow import readers
from tests.flow_lives import FILLED, READ, WHOLE, at_the_whole, filled_in
from tests.flow_room import FRUIT, LEARNT, MORE, PACE, READY, FlowRoom


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    room = FlowRoom(tmp_path)
    room.rules.whole = True
    return room


def test_an_edit_of_what_was_pasted_proposes_it_anew(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    message = anna.says(WHOLE)
    anna.edits(message, WHOLE.replace("A lot.", "Much."))
    anna.says("yes")
    assert room.answers() == {**READ, "learnt": ("given", "Much.")}
    anna.edits(message, WHOLE)
    assert "What have you learnt?\nA lot.\nInstead of: Much.\n\n" in anna.last.text
    anna.says("yes")
    assert (room.answers(), room.offers()) == (READ, [])
    anna.edits(message, "Something else")
    assert anna.last.text.startswith("I no longer find the headings")
    assert room.answers() == READ


def test_after_delivery_a_yes_opens_it_again(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    message = anna.says(WHOLE)
    for text in ("yes", "skip", "send"):
        anna.says(text)
    anna.edits(message, WHOLE.replace("A lot.", "Much."))
    assert anna.last.text.startswith("This is delivered already. If you fill it in, it is opened")
    assert room.answers()["learnt"] == ("given", "A lot.")
    anna.taps("Fill in")
    assert anna.last.text.startswith("This was delivered before. Change what you like")
    anna.says("send")
    assert room.delivered()[1:] == ["learnt=Much.;ready=yes;fruit=a,c"]


def test_after_delivery_a_no_leaves_what_was_delivered(room: FlowRoom) -> None:
    anna = filled_in(room)
    anna.says("send")
    room.rules.sections = (("learnt", "Less"),)
    anna.says("/import")
    assert anna.last.text.startswith("This is delivered already. If you fill it in, it is opened")
    anna.says("no")
    assert anna.last.text.startswith("Nothing was filled in.")
    anna.says("send")
    assert (room.answers(), room.offers(), len(room.delivered())) == (FILLED, [], 1)


def test_a_text_under_headings_is_taken_for_what_was_delivered_too(room: FlowRoom) -> None:
    anna = filled_in(room)
    page = anna.before()
    anna.says("send")
    anna.taps("Send", on=page)
    anna.says(WHOLE)
    assert anna.last.text.startswith("This is delivered already. If you fill it in, it is opened")
    anna.says("yes")
    assert room.answers()["learnt"] == ("given", "A lot.")


def test_what_was_pasted_before_a_colleague_delivered_is_shown_again(room: FlowRoom) -> None:
    anna = filled_in(room)
    bo = room.member("Bo")
    bo.says("/report")
    bo.says(WHOLE)
    anna.says("send")
    bo.says("yes")
    assert bo.last.text.startswith("Something was changed meanwhile.")
    assert "This is delivered already. If you fill it in, it is opened again." in bo.last.text
    assert room.answers() == FILLED


# What came from elsewhere


def test_what_was_read_elsewhere_is_proposed_in_the_same_way(room: FlowRoom) -> None:
    room.rules.sections = (("fruit", "Figs"), ("learnt", "A lot."), ("ready", "yes"), ("gone", "x"))
    room.rules.left = "A picture"
    anna = room.member("Anna")
    anna.says("/import")
    assert anna.last.text == (
        "This is what I read:\n\nWhat have you learnt?\nA lot.\n\nAre you ready?\nYes\n\n"
        "Which fruit?\nFigs\n\nFor this I found no place:\nA picture\n\nx\n\nShall I fill it in?"
    )
    anna.says("yes")
    assert (room.answers(), room.offers()) == ({**READ, "fruit": ("given", "c")}, [])


def test_one_who_may_not_is_told_and_nothing_is_proposed(room: FlowRoom) -> None:
    room.rules.sections, room.rules.refusal = (("learnt", "A"),), LEARNT.text
    anna = room.member("Anna")
    anna.says("/import")
    room.rules.refusal = None
    anna.says("continue")
    assert [s.text for s in anna.screen] == ["What have you learnt?", "(nobody took it)"]


# A text that Telegram cut


def test_a_pasted_text_that_telegram_cut_is_joined_before_it_is_read(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    long = "x" * 4050
    anna.says(f"Are you ready?\nyes\nWhat have you learnt?\n{long}")
    assert "paste:" in room.offered().values()
    anna.says("the end\nWhich fruit?\nFigs", seconds=1)
    assert "paste:" not in room.offered().values()
    anna.says("yes", seconds=2)
    assert room.answers() == {
        "learnt": ("given", f"{long} the end"),
        "ready": ("given", "yes"),
        "fruit": ("given", "c"),
    }


def test_what_is_written_a_while_after_a_cut_text_is_no_part_of_it(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    long = "x" * 4050
    anna.says(f"Are you ready?\nyes\nWhat have you learnt?\n{long}")
    anna.says("something quite else", seconds=60)
    anna.says("yes", seconds=5)
    assert room.answers()["learnt"] == ("given", long)


@pytest.mark.parametrize("limit", [2000, 6000])
def test_headings_that_come_with_the_second_part_are_found_too(room: FlowRoom, limit: int) -> None:
    room.rules.questions = (replace(LEARNT, read=readers.text(limit)), READY, MORE)
    anna = at_the_whole(room)
    first = f"What have you learnt?\n{'x' * 1500}\n{'y' * 2600}"
    anna.says(first)
    anna.says("Are you ready?\nyes\nAnything more?\nNo", seconds=1)
    anna.says("yes", seconds=9)
    learnt = ("given", first.partition("\n")[2]) if limit > 4000 else ("open", None)
    assert room.answers() == {
        "learnt": learnt,
        "ready": ("given", "yes"),
        "more": ("given", "No"),
    }


def test_a_quick_yes_is_a_yes_and_no_part_of_the_text(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    anna.says(f"Are you ready?\nyes\nWhat have you learnt?\n{'x' * 4050}")
    anna.says("yes", seconds=1)
    assert room.answers() == {"learnt": ("given", "x" * 4050), "ready": ("given", "yes")}


def test_a_fleeting_form_leaves_nothing_of_a_paste_in_the_outbox(room: FlowRoom) -> None:
    room.rules.fleeting = True
    anna = at_the_whole(room)
    anna.says(WHOLE)
    anna.taps("Fill in")
    assert {text for text in room.outbox_texts() if text != "[]"} == set()


def test_the_form_hears_of_what_was_filled_in(room: FlowRoom) -> None:
    heard: list[int] = []
    room.rules.heard = lambda _, position: heard.append(len(position.values))
    room.rules.questions = (LEARNT, READY, FRUIT, PACE)
    anna = at_the_whole(room)
    anna.says(WHOLE)
    anna.says("yes")
    assert heard == [3]
