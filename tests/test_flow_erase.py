"""Deleting one answer, and what a form is told of every answer."""

from pathlib import Path

import pytest

from handlers.flow.position import Position
from handlers.flow.scene import Scene
from handlers.markup import Html
from tests.flow_lives import filled_in, two_at_the_report
from tests.flow_room import PACE, READY, FlowRoom


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    return FlowRoom(tmp_path)


@pytest.mark.parametrize("said", [None, "slett svaret"])
def test_an_answer_is_deleted_with_its_words(room: FlowRoom, said: str | None) -> None:
    anna = filled_in(room)
    anna.taps("Change 1")
    assert anna.last.labels[:2] == ["Keep the answer", "Delete the answer"]
    if said:
        anna.says(said)
    else:
        anna.taps("Delete the answer")
        assert anna.screen[-2].text == "What have you learnt?\nSkipped"
    assert room.answers()["learnt"] == ("skipped", None)
    assert anna.last.text.startswith("The answer is deleted here. What was delivered already")
    anna.says("send")
    assert room.delivered() == ["ready=yes;fruit=a,c"]


def test_a_choice_of_several_under_way_is_not_deleted(room: FlowRoom) -> None:
    anna = filled_in(room)
    anna.taps("Change 3")
    assert "Delete the answer" not in anna.last.labels
    anna.says("delete the answer")
    assert (room.answers()["fruit"], anna.last.text) == (
        ("open", "a,c"),
        "There is no answer to delete here.",
    )


def test_deleting_twice_says_that_it_is_done(room: FlowRoom) -> None:
    anna = filled_in(room)
    anna.taps("Change 1")
    page = anna.before()
    anna.taps("Delete the answer", on=page)
    anna.taps("Delete the answer", on=page)
    assert anna.last.text.startswith("That answer is recorded already.")


def test_an_old_button_deletes_nothing(room: FlowRoom) -> None:
    anna = filled_in(room)
    anna.taps("Change 1")
    page = anna.before()
    anna.says("Even more")
    anna.taps("Delete the answer", on=page)
    assert room.answers()["learnt"] == ("given", "Even more")


def test_what_the_speaker_had_offered_there_goes_with_the_answer(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    message = bo.says("From Bo")
    for text in ("/report", "back", "From Anna", "back"):
        anna.says(text)
    bo.says("where was i")
    page = bo.before()
    bo.edits(message, "From Bo again")
    assert room.offers() == ["From Bo again"]
    bo.taps("Delete the answer", on=page)
    assert (room.offers(), room.answers()) == ([], {"learnt": ("skipped", None)})


@pytest.mark.parametrize("word", ["skip the rest", "delete the answer"])
def test_on_the_last_page_such_a_word_changes_nothing(room: FlowRoom, word: str) -> None:
    anna = filled_in(room)
    before = room.answers()
    anna.says(word)
    assert room.answers() == before
    assert anna.last.text.startswith("Write «send»")


# What the form is told


def test_a_form_hears_of_every_answer_and_is_read_above_what_comes(room: FlowRoom) -> None:
    heard: list[dict[str, str]] = []

    def hears(_: Scene, position: Position) -> Html | None:
        heard.append(dict(position.values))
        return Html("Help is called.") if position.values.get("ready") == "no" else None

    room.rules.heard, room.rules.questions = hears, (READY, PACE)
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("No")
    assert anna.last.text.startswith("Help is called.\n\n1 of 2 left\n\nHow is the pace?")
    for text in ("3", "change 1", "yes"):
        anna.says(text)
    assert heard == [
        {"ready": "no"},
        {"ready": "no", "pace": "3"},
        {"ready": "yes", "pace": "3"},
    ]


def test_a_form_hears_of_an_edit_also_where_nothing_else_is_shown(room: FlowRoom) -> None:
    room.rules.heard = lambda _, position: Html(f"Heard {position.values.get('ready')}.")
    room.rules.questions = (READY, PACE)
    anna = room.member("Anna")
    anna.says("/report")
    message = anna.says("yes")
    anna.edits(message, "no")
    assert anna.last.text == "Corrected:\nAre you ready?\nNo\n\nHeard no."


def test_a_form_that_ends_with_the_answer_says_first_what_it_heard(room: FlowRoom) -> None:
    room.rules.heard = lambda *_: Html("Heard.")
    room.rules.questions, room.rules.review = (READY,), False
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("Yes")
    assert [shown.text for shown in anna.screen[-2:]] == ["Heard.", "Thank you."]


def test_an_offer_to_a_question_that_left_does_not_stop_the_sending(room: FlowRoom) -> None:
    anna, bo = filled_in(room), room.member("Bo")
    bo.says("/report")
    bo.says("change 3")
    anna.says("where was i")
    anna.says("2")
    bo.says("Figs")
    assert room.offers() == ["c"]
    anna.says("change 2")
    anna.says("no")
    bo.says("where was i")
    bo.says("send")
    assert (room.offers(), len(room.delivered())) == (["c"], 1)
