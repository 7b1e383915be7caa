"""Several answers at once: the form's shortcut, and skipping the rest."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.flow.form import Question, Shortcut
from handlers.flow.position import Position
from handlers.flow.scene import Scene
from handlers.markup import Html
from tests.flow_room import FRUIT, LEARNT, MORE, PACE, READY, FlowRoom, Talker

LABEL = Html("All as last time")
LAST = {"ready": "no", "pace": "4", "more": None}
MOST = replace(MORE, key="most", text=Html("And the most?"))


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    return FlowRoom(tmp_path)


def as_last(_: Scene, __: Position, question: Question) -> Shortcut | None:
    return Shortcut(LABEL, LAST, Html("Last time: no, 4.")) if question.key in LAST else None


def with_shortcut(room: FlowRoom) -> Talker:
    room.rules.shortcut = as_last
    room.rules.questions = (READY, PACE, LEARNT, MORE)
    anna = room.member("Anna")
    anna.says("/report")
    return anna


def at_the_optional(room: FlowRoom) -> Talker:
    room.rules.questions = (READY, MORE, MOST)
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("Yes")
    return anna


# The shortcut


def test_a_shortcut_stands_under_its_question_with_what_it_would_answer(room: FlowRoom) -> None:
    anna = with_shortcut(room)
    assert anna.last.text.endswith("Answer yes or no.\n\nLast time: no, 4.")
    assert anna.last.labels == ["Yes", "No", "All as last time", "Continue later"]


@pytest.mark.parametrize("said", [None, "all as last time!", "All as last time"])
def test_a_shortcut_answers_every_open_question_that_it_names(
    room: FlowRoom, said: str | None
) -> None:
    anna = with_shortcut(room)
    if said:
        anna.says(said)
    else:
        anna.taps("All as last time")
    assert room.answers() == {
        "ready": ("given", "no"),
        "pace": ("given", "4"),
        "more": ("skipped", None),
    }
    assert "What have you learnt?" in anna.last.text


def test_the_tapped_message_says_what_was_recorded_and_how_many_more(room: FlowRoom) -> None:
    anna = with_shortcut(room)
    anna.taps("All as last time")
    tapped = anna.screen[-2]
    assert (tapped.text, tapped.buttons) == ("Are you ready?\nNo\nand 2 more", [])
    assert anna.nods == ["Recorded"]


def test_a_shortcut_leaves_alone_what_is_answered_and_not_asked(room: FlowRoom) -> None:
    anna = with_shortcut(room)
    for text in ("yes", "5", "back", "back"):
        anna.says(text)
    room.rules.questions = (READY, PACE, LEARNT)
    anna.says("keep")
    anna.says("5")
    anna.says("back")
    anna.says("back")
    anna.says("yes")
    anna.taps("All as last time")
    assert room.answers() == {"ready": ("given", "yes"), "pace": ("given", "4")}


def test_a_shortcut_goes_over_a_proposal(room: FlowRoom) -> None:
    anna = with_shortcut(room)
    anna.says("yes")
    anna.says("back")
    anna.taps("All as last time")
    assert room.answers()["ready"] == ("given", "no")


def test_a_shortcut_answers_also_what_its_own_answers_bring(room: FlowRoom) -> None:
    room.rules.questions = (READY, replace(MORE, key="fruit"))
    room.rules.shortcut = lambda *_: Shortcut(LABEL, {"fruit": None, "ready": "yes"})
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("All as last time")
    assert room.answers() == {"ready": ("given", "yes"), "fruit": ("skipped", None)}


def test_what_a_question_refuses_stays_open(room: FlowRoom) -> None:
    room.rules.questions = (READY, PACE)
    room.rules.shortcut = lambda *_: Shortcut(LABEL, {"ready": "yes", "pace": "9"})
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("All as last time")
    assert room.answers() == {"ready": ("given", "yes")}
    assert "How is the pace?" in anna.last.text


def test_in_free_text_only_the_very_label_is_the_shortcut(room: FlowRoom) -> None:
    room.rules.questions = (LEARNT, READY)
    room.rules.shortcut = lambda *_: Shortcut(LABEL, {"learnt": "As before", "ready": "yes"})
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("all as last time")
    assert room.answers() == {"learnt": ("given", "all as last time")}
    anna.says("back")
    anna.says("All as last time")
    assert room.answers() == {"learnt": ("given", "As before"), "ready": ("given", "yes")}


def test_a_second_tap_on_a_shortcut_finds_it_recorded(room: FlowRoom) -> None:
    anna = with_shortcut(room)
    once = anna.before()
    anna.taps("All as last time", on=once)
    anna.taps("All as last time", on=once)
    assert anna.nods == ["Recorded", "That answer is recorded already."]
    assert [row.revision for row in room.rows()] == [1, 1, 1]


def test_an_old_shortcut_changes_nothing(room: FlowRoom) -> None:
    anna = with_shortcut(room)
    once = anna.before()
    anna.says("yes")
    anna.taps("All as last time", on=once)
    assert room.answers() == {"ready": ("given", "yes")}
    assert anna.last.text.startswith("That belongs to an older message")


def test_a_shortcut_that_is_offered_no_longer_changes_nothing(room: FlowRoom) -> None:
    anna = with_shortcut(room)
    room.rules.shortcut = None
    anna.taps("All as last time")
    assert room.answers() == {}
    assert anna.last.text.startswith("That belongs to an older message")


def test_a_shortcut_stays_while_several_are_chosen(room: FlowRoom) -> None:
    room.rules.questions = (FRUIT, READY)
    room.rules.shortcut = lambda *_: Shortcut(LABEL, {"fruit": "b", "ready": "yes"})
    anna = room.member("Anna")
    anna.says("/report")
    anna.taps("Apples")
    anna.taps("All as last time")
    assert room.answers() == {"fruit": ("given", "b"), "ready": ("given", "yes")}


# Skipping the rest


@pytest.mark.parametrize("said", [None, "hopp over resten"])
def test_the_rest_is_skipped_at_once_when_all_of_it_may_be(
    room: FlowRoom, said: str | None
) -> None:
    anna = at_the_optional(room)
    assert anna.last.labels == ["Skip the rest", "Back", "Skip", "Continue later"]
    if said:
        anna.says(said)
    else:
        anna.taps("Skip the rest")
        assert anna.screen[-2].text == "Anything more?\nSkipped\nand 1 more"
    assert room.answers() == {
        "ready": ("given", "yes"),
        "more": ("skipped", None),
        "most": ("skipped", None),
    }
    assert "Send" in anna.last.labels


def test_the_rest_is_not_skipped_while_something_needs_an_answer(room: FlowRoom) -> None:
    room.rules.questions = (MORE, MOST, READY)
    anna = room.member("Anna")
    anna.says("/report")
    assert "Skip the rest" not in anna.last.labels
    anna.says("skip the rest")
    assert (room.answers(), anna.last.text) == (
        {},
        "Some of what is left needs an answer. You can also continue later.",
    )


def test_one_question_alone_is_no_rest(room: FlowRoom) -> None:
    anna = at_the_optional(room)
    anna.says("skip")
    assert "Skip the rest" not in anna.last.labels


def test_skipping_the_rest_keeps_the_words_that_were_reopened_and_not_shown(
    room: FlowRoom,
) -> None:
    anna = at_the_optional(room)
    for text in ("From Anna", "back"):
        anna.says(text)
    bo = room.member("Bo")
    room.rules.questions = (READY, replace(MORE, key="first"), MORE, MOST)
    bo.says("/report")
    bo.taps("Skip the rest")
    assert room.answers() == {
        "ready": ("given", "yes"),
        "first": ("skipped", None),
        "more": ("given", "From Anna"),
        "most": ("skipped", None),
    }


def test_an_old_skip_of_the_rest_changes_nothing(room: FlowRoom) -> None:
    anna = at_the_optional(room)
    old = anna.before()
    anna.says("More")
    anna.taps("Skip the rest", on=old)
    assert room.answers() == {"ready": ("given", "yes"), "more": ("given", "More")}
