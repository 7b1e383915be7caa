"""A conversation by its rows: every event meets a database that was opened anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.flow import readers
from handlers.flow.form import Question
from handlers.markup import Html
from tests.flow_lives import FILLED, filled_in, two_at_the_report
from tests.flow_room import FRUIT, LEARNT, MORE, PACE, READY, FlowRoom


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    return FlowRoom(tmp_path)


def test_a_form_is_filled_in_by_typing_alone(room: FlowRoom) -> None:
    anna = filled_in(room)
    assert room.answers() == FILLED
    anna.says("change 1")
    anna.says("keep")
    anna.says("send")
    assert room.delivered() == ["learnt=A lot;ready=yes;fruit=a,c"]


def test_a_form_is_filled_in_by_buttons_alone(room: FlowRoom) -> None:
    room.rules.questions = (READY, FRUIT, MORE, PACE)
    anna = room.member("Anna")
    anna.says("/report")
    for label in ("No", "Skip", "Continue later", "Continue", "Back", "Back", "Yes"):
        anna.taps(label)
    for label in ("Apples", "Figs", "Chosen: Apples", "Done choosing", "Skip", "4"):
        anna.taps(label)
    for label in ("Change 4", "Keep the answer", "Send"):
        anna.taps(label)
    assert room.delivered() == ["ready=yes;fruit=c;pace=4"]


def test_a_question_says_how_far_it_is_and_leads_on(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    assert (anna.last.text, anna.last.labels) == (
        (
            "4 of 4 left\n\nWhat have you learnt?\n"
            "Write with your own words, at most 6,000 characters.\n"
            "Do not write about single persons."
        ),
        ["Continue later"],
    )
    anna.says("A lot")
    assert anna.last.labels == ["Yes", "No", "Back", "Continue later"]


def test_a_typed_text_answers_what_was_shown_last(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    anna.taps("Yes")
    bo.says("From Bo")
    assert room.answers() == {"learnt": ("given", "From Anna"), "ready": ("given", "yes")}
    assert room.offers() == ["From Bo"]
    assert "Recorded: From Anna\nYours: From Bo" in bo.last.text


def test_back_keeps_the_answer_as_a_proposal(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("A lot")
    anna.taps("Back")
    assert room.answers() == {"learnt": ("open", "A lot")}
    assert anna.last.text.endswith("The answer so far: A lot. Keep it, or write a new one.")
    anna.taps("Keep the answer")
    assert room.answers() == {"learnt": ("given", "A lot")}


def test_only_what_is_optional_can_be_skipped(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("skip")
    assert anna.last.text == "This question needs an answer. You can also continue later."
    assert room.answers() == {}


def test_a_question_that_is_added_tomorrow_is_simply_asked(room: FlowRoom) -> None:
    anna = filled_in(room)
    anna.says("stop")
    room.rules.questions = (LEARNT, READY, PACE, FRUIT, MORE)
    anna.says("continue")
    assert anna.last.text.startswith("1 of 5 left\n\nHow is the pace?")
    anna.says("4")
    anna.says("send")
    assert room.delivered() == ["learnt=A lot;ready=yes;pace=4;fruit=a,c"]


def test_an_answer_whose_question_left_is_kept_and_ignored(room: FlowRoom) -> None:
    anna = filled_in(room)
    for text in ("change 2", "no", "send"):
        anna.says(text)
    assert room.delivered() == ["learnt=A lot;ready=no"]
    assert room.answers()["fruit"] == ("given", "a,c")


def test_a_text_to_a_question_that_left_is_offered_to_the_next(room: FlowRoom) -> None:
    room.rules.questions = (MORE, replace(LEARNT, key="later"))
    anna = room.member("Anna")
    anna.says("/report")
    room.rules.questions = (replace(LEARNT, key="later"),)
    anna.says("My words")
    assert (room.answers(), room.offers()) == ({}, ["My words"])
    anna.says("yes")
    assert (room.answers(), room.offers()) == ({"later": ("given", "My words")}, [])


def test_what_is_no_answer_gets_a_sentence_and_the_question_stays(room: FlowRoom) -> None:
    anna = room.member("Anna")
    for text in ("/report", "A lot", "perhaps"):
        anna.says(text)
    assert anna.last.text.startswith("I could not read that as a yes or a no.")
    anna.says("yes")
    assert room.answers()["ready"] == ("given", "yes")


def test_another_command_never_destroys_a_draft(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("A lot")
    anna.says("/unknown")
    assert anna.last.text == "(nobody took it)"
    room.rules.about = "samling-3"
    anna.says("/report")
    anna.says("Other words")
    room.rules.about = "samling-2"
    anna.says("/report")
    assert room.answers() == {"learnt": ("given", "A lot")}
    assert "Are you ready?" in anna.last.text


def test_continue_finds_what_was_touched_last(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("continue")
    assert anna.last.text == "(nobody took it)"
    anna.says("/report")
    anna.says("A lot")
    anna.says("stop")
    anna.says("yes")
    assert anna.last.text == "(nobody took it)"
    anna.says("continue")
    assert "Are you ready?" in anna.last.text


def test_one_who_may_no_more_gets_the_sentence_and_nothing_is_kept(room: FlowRoom) -> None:
    anna = filled_in(room)
    page = anna.before()
    room.rules.refusal = Html("You have left.")
    anna.taps("Send", on=page)
    anna.says("/report")
    anna.edits(anna.said[1], "Other")
    assert ([s.text for s in anna.screen[-3:]], room.delivered()) == (["You have left."] * 3, [])
    assert room.answers() == FILLED


def test_one_who_may_not_begins_nothing(room: FlowRoom) -> None:
    room.rules.refusal = Html("Not yet.")
    anna = room.member("Anna")
    anna.says("/report")
    room.rules.refusal = None
    anna.says("continue")
    assert [shown.text for shown in anna.screen] == ["Not yet.", "(nobody took it)"]


def test_another_teams_button_does_nothing(room: FlowRoom) -> None:
    anna, cia = filled_in(room), room.member("Cia", team="bergen")
    cia.taps("Send", on=anna.last)
    assert room.delivered() == []
    assert cia.last.text.startswith("That belongs to a team that you are not in")


def test_a_form_without_a_page_ends_with_its_last_answer(room: FlowRoom) -> None:
    room.rules.questions, room.rules.review = (READY,), False
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("Yes")
    assert (room.delivered(), anna.last.text) == (["ready=yes"], "Thank you.")


def test_a_form_that_is_declined_ends_at_once(room: FlowRoom) -> None:
    room.rules.declines, room.rules.questions = True, (READY, PACE)
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("No")
    anna.says("continue")
    assert [s.text for s in anna.screen[1:]] == ["Another time, then.", "(nobody took it)"]
    assert (room.delivered(), room.answers()) == ([], {})


def test_a_fleeting_form_leaves_no_text_behind(room: FlowRoom) -> None:
    room.rules.fleeting = True
    anna, bo = two_at_the_report(room)
    message = anna.says("Secret one")
    bo.says("Secret two")
    anna.edits(message, "Secret three")
    for label in ("Use mine", "Use mine", "Yes", "Figs", "Done choosing"):
        bo.taps(label)
    bo.says("skip")
    bo.taps("Send")
    assert {text for text in room.outbox_texts() if text != "[]"} == set()


def test_a_question_without_options_shows_the_hint_of_its_reader(room: FlowRoom) -> None:
    room.rules.questions = (Question("n", Html("How many?"), readers.number(0, 10)),)
    anna = room.member("Anna")
    anna.says("/report")
    assert "Answer with a number from 0 to 10." in anna.last.text
