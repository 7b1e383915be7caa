"""Everything at once: a text is shown as it was read, and filled in when somebody says yes."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.markup import Html
from tests.flow_lives import READ, WHOLE, at_the_whole, two_at_the_report
from tests.flow_room import FRUIT, LEARNT, READY, FlowRoom

PAGE = (
    "This is what I read:\n\nWhat have you learnt?\nA lot.\n\nAre you ready?\nYes\n\n"
    "Which fruit?\nApples, Figs\n\nShall I fill it in?"
)


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    room = FlowRoom(tmp_path)
    room.rules.whole = True
    return room


@pytest.mark.parametrize("said", [None, "alt i én tekst"])
def test_an_untouched_form_shows_its_headings_to_copy(room: FlowRoom, said: str | None) -> None:
    anna = at_the_whole(room)
    assert anna.last.labels == ["All in one text", "Continue later"]
    if said:
        anna.says(said)
    else:
        anna.taps("All in one text")
    headings = "What have you learnt?\n\nAre you ready?\n\nWhich fruit?\n\nAnything more?"
    assert headings in anna.last.text
    assert anna.last.labels == ["Continue"]
    anna.says("A lot")
    assert room.answers() == {"learnt": ("given", "A lot")}
    assert "All in one text" not in anna.last.labels
    anna.says("back")
    assert anna.last.labels == ["Keep the answer", "Delete the answer", "Continue later"]


def test_the_headings_that_were_shown_are_found_again_when_they_are_filled_in(
    room: FlowRoom,
) -> None:
    anna = at_the_whole(room)
    anna.taps("All in one text")
    headings = anna.last.text.split("\n\n")[1:-1]
    answers = ["A lot.", "yes", "1, 3", "Nothing"]
    anna.says("\n".join(f"{head}\n{said}" for head, said in zip(headings, answers, strict=True)))
    anna.says("yes")
    assert room.answers() == {**READ, "more": ("given", "Nothing")}


@pytest.mark.parametrize("yes", ["ja", "Fill in", "fyll inn", None])
def test_a_text_under_headings_is_shown_as_read_and_filled_in(
    room: FlowRoom, yes: str | None
) -> None:
    anna = at_the_whole(room)
    anna.says(WHOLE)
    assert (anna.last.text, anna.last.labels) == (PAGE, ["Fill in", "No"])
    assert room.answers() == {}
    if yes:
        anna.says(yes)
    else:
        anna.taps("Fill in")
        assert (anna.screen[-2].text, anna.nods) == (PAGE[: -len("\n\nShall I fill it in?")],
                                                     ["Recorded"])  # fmt: skip
    assert (room.answers(), room.offers()) == (READ, [])
    assert anna.last.text.startswith("3 answers are filled in.\n\n1 of 4 left\n\nAnything more?")


@pytest.mark.parametrize("no", ["nei", "No"])
def test_a_no_fills_in_nothing_and_says_where_the_text_stands(room: FlowRoom, no: str) -> None:
    anna = at_the_whole(room)
    anna.says(WHOLE)
    if no == "No":
        anna.taps(no)
    else:
        anna.says(no)
    assert (room.answers(), room.offers()) == ({}, [])
    assert anna.last.text.startswith("Nothing was filled in. What you sent still stands")
    assert "What have you learnt?" in anna.last.text


def test_what_was_read_is_kept_and_never_asked_about_one_by_one(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    anna.says(WHOLE)
    assert room.offered() == {
        "A lot.": "paste:learnt",
        "Yes": "paste:ready",
        "1, 3": "paste:fruit",
    }
    for text in ("stop", "continue", "send", "back", "keep", "skip", "where was i"):
        anna.says(text)
        if text != "stop":
            assert anna.last.text == PAGE
    anna.says("what?")
    assert anna.last.text == f"Write «fill in» or «no».\n\n{PAGE}"
    anna.says("/report")
    anna.says("yes")
    assert room.answers() == READ


def test_what_did_not_fit_is_named_and_the_rest_is_filled_in(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    anna.says("From us\nAre you ready?\nPerhaps\nAnything more?\nNo")
    assert anna.last.text == (
        "This is what I read:\n\nAnything more?\nNo\n\n"
        "This I could not read as an answer to «Are you ready?»:\nPerhaps\n"
        "I could not read that as a yes or a no. Answer with one of the two words.\n\n"
        "For this I found no place:\nFrom us\n\nShall I fill it in?"
    )
    anna.taps("Fill in")
    assert (room.answers(), room.offers()) == ({"more": ("given", "No")}, [])


def test_where_nothing_could_be_read_nothing_is_asked(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    anna.says("Are you ready?\nPerhaps\nWhich fruit?\nPlums")
    assert anna.last.text.startswith("This I could not read as an answer to «Are you ready?»:")
    assert "I found no answers in it that I could read, so nothing was changed." in anna.last.text
    assert (room.answers(), room.offers()) == ({}, [])
    anna.says("yes")
    assert room.answers() == {"learnt": ("given", "yes")}


def test_one_heading_alone_is_an_answer_as_any(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    anna.says("Are you ready?\nyes")
    assert room.answers() == {"learnt": ("given", "Are you ready?\nyes")}


def test_a_form_that_is_not_whole_cuts_nothing(room: FlowRoom) -> None:
    room.rules.whole = False
    anna = at_the_whole(room)
    assert anna.last.labels == ["Continue later"]
    anna.says("all in one text")
    anna.says("change 1")
    assert room.answers()["learnt"] == ("given", "all in one text")


@pytest.mark.parametrize("before", [("A", "no"), ("A", "yes", "2", "skip")])
def test_a_text_is_cut_whatever_question_is_shown(room: FlowRoom, before: tuple[str, ...]) -> None:
    anna = at_the_whole(room)
    for text in before:
        anna.says(text)
    anna.says(WHOLE)
    anna.says("yes")
    assert {**room.answers(), "more": None} == {**READ, "more": None}


def test_a_question_that_its_own_answers_bring_is_cut_along_too(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    anna.says("no")
    anna.says("no")
    assert "fruit" not in room.answers()
    anna.says("/report")
    anna.says("Are you ready?\nyes\nWhich fruit?\nFigs")
    anna.says("yes")
    assert room.answers()["fruit"] == ("given", "c")


def test_an_answer_that_is_worded_as_the_question_it_brings_is_no_heading(room: FlowRoom) -> None:
    fruit = replace(FRUIT, text=Html("yes"))
    room.rules.questions = (replace(READY, text=Html("So?")), fruit, LEARNT)
    anna = at_the_whole(room)
    anna.says("no")
    anna.says("So?\nyes\n\nWhat have you learnt?\nA lot.")
    anna.says("fill in")
    assert room.answers() == {"ready": ("given", "yes"), "learnt": ("given", "A lot.")}


def test_the_page_says_what_of_ones_own_would_go(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    anna.says("Little")
    anna.says(WHOLE)
    assert "What have you learnt?\nA lot.\nInstead of: Little\n\nAre you ready?" in anna.last.text
    anna.says("yes")
    assert room.answers() == READ


def test_what_a_colleague_answered_is_not_replaced_unasked(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    bo.says(WHOLE)
    anna.says("From Anna")
    anna.says("yes")
    bo.says("yes")
    assert room.answers() == {**READ, "learnt": ("given", "From Anna")}
    assert "1 answer is filled in." in bo.last.text
    assert "Recorded: From Anna\nYours: A lot." in bo.last.text
    bo.says("mine")
    assert (room.answers(), room.offers()) == (READ, [])


def test_what_stands_already_is_not_written_again(room: FlowRoom) -> None:
    anna = at_the_whole(room)
    for text in (WHOLE, "yes", WHOLE.replace("1, 3", "2"), "yes"):
        anna.says(text)
    revisions = {row.key: row.revision for row in room.rows()}
    assert revisions == {"learnt": 1, "ready": 1, "fruit": 2}


def test_a_yes_to_a_page_that_no_longer_reads_so_shows_it_again(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says(WHOLE)
    old = bo.before()
    anna.says("back")
    bo.taps("Fill in")
    assert bo.last.text.startswith("Something was changed meanwhile. Look through it once more.")
    assert "Instead of: From Anna" in bo.last.text
    assert room.answers() == {"learnt": ("open", "From Anna")}
    bo.taps("No", on=old)
    assert bo.last.text.startswith("Something was changed meanwhile.")
    bo.taps("Fill in")
    bo.taps("Fill in", on=old)
    assert room.answers() == READ
    assert bo.last.text.startswith("That belongs to an older message")
