"""Old buttons, and two people at one answer: what is shown decides, and both are asked."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.flow_lives import filled_in, two_at_the_report
from tests.flow_room import LEARNT, MORE, PACE, READY, FlowRoom


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    return FlowRoom(tmp_path)


def test_the_page_before_sending_shows_every_answer(room: FlowRoom) -> None:
    anna = filled_in(room)
    assert anna.last.text == (
        "The report\n\nEverything is answered. Look through it before you send it.\n\n"
        "1. What have you learnt?\nA lot\n\n2. Are you ready?\nYes\n\n"
        "3. Which fruit?\nApples, Figs\n\n4. Anything more?\nSkipped"
    )
    changes = [f"Change {n}" for n in range(1, 5)]
    assert anna.last.labels == [*changes, "Send", "Continue later"]


def test_a_tapped_question_shows_its_answer_and_no_buttons(room: FlowRoom) -> None:
    anna = room.member("Anna")
    anna.says("/report")
    anna.says("A lot")
    anna.taps("Yes")
    tapped = anna.screen[-2]
    assert (tapped.text, tapped.buttons, anna.nods) == ("Are you ready?\nYes", [], ["Recorded"])


def test_several_are_marked_in_words_in_the_same_message(room: FlowRoom) -> None:
    anna = room.member("Anna")
    for text in ("/report", "A lot", "yes"):
        anna.says(text)
    messages = len(anna.screen)
    first = anna.before()
    anna.taps("Apples")
    anna.taps("Figs", on=first)  # tapped before the edit arrived
    assert len(anna.screen) == messages
    assert anna.last.labels[:3] == ["Chosen: Apples", "Pears", "Chosen: Figs"]
    assert anna.last.text.endswith("Chosen so far: Apples, Figs")


def test_done_choosing_ends_only_the_choice_that_it_stood_under(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    for text in ("A lot", "yes"):
        anna.says(text)
    bo.says("where was i")
    seen_by_anna = anna.before()
    bo.taps("Pears")
    anna.taps("Done choosing", on=seen_by_anna)
    assert room.answers()["fruit"] == ("open", "b")
    bo.taps("Done choosing")
    assert room.answers()["fruit"] == ("given", "b")


def test_an_old_choice_among_several_changes_nothing(room: FlowRoom) -> None:
    anna = room.member("Anna")
    for text in ("/report", "A lot", "yes"):
        anna.says(text)
    old = anna.before()
    anna.taps("Apples")
    anna.taps("Done choosing")
    anna.taps("Pears", on=old)
    assert room.answers()["fruit"] == ("given", "a")
    assert anna.last.text.startswith("That belongs to an older message")


@pytest.mark.parametrize(
    ("choice", "stands"), [("1", "From Anna"), ("mine", "From Bo"), ("Both of us", "Both of us")]
)
def test_the_later_of_two_chooses_by_typing(room: FlowRoom, choice: str, stands: str) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("From Bo")
    bo.says(choice)
    assert (room.answers()["learnt"], room.offers()) == (("given", stands), [])


@pytest.mark.parametrize(
    ("choice", "stands"), [("Keep the recorded one", "From Anna"), ("Use mine", "From Bo")]
)
def test_the_later_of_two_chooses_by_button(room: FlowRoom, choice: str, stands: str) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("From Bo")
    bo.taps(choice)
    assert (room.answers()["learnt"], room.offers()) == (("given", stands), [])


def test_what_changed_while_one_chose_is_shown_before_it_goes(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    mine = anna.says("From Anna")
    bo.says("From Bo")
    anna.edits(mine, "Better from Anna")
    bo.taps("Use mine")
    assert room.answers()["learnt"] == ("given", "Better from Anna")
    assert "Recorded: Better from Anna\nYours: From Bo" in bo.last.text


def test_a_choice_that_was_left_is_shown_again(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("From Bo")
    bo.says("stop")
    bo.says("/report")
    assert "Yours: From Bo" in bo.last.text
    bo.says("send")
    bo.says("back")
    assert (room.offers(), room.answers()) == (["From Bo"], {"learnt": ("given", "From Anna")})


def test_two_choices_wait_side_by_side(room: FlowRoom) -> None:
    room.rules.questions = (LEARNT, MORE)
    bo, anna = room.member("Bo"), room.member("Anna")
    for text in ("/report", "First", "Second"):
        bo.says(text)
    for text in ("/report", "change 1", "Anna's first", "change 2", "Anna's second"):
        anna.says(text)
    bo.edits(bo.said[1], "First again")
    bo.edits(bo.said[2], "Second again")
    assert room.offers() == ["First again", "Second again"]
    bo.says("mine")
    bo.says("theirs")
    assert room.answers() == {
        "learnt": ("given", "First again"),
        "more": ("given", "Anna's second"),
    }


def test_nobody_chooses_for_another(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("From Bo")
    anna.taps("Use mine", on=bo.last)
    assert (room.answers()["learnt"], room.offers()) == (("given", "From Anna"), ["From Bo"])


def test_another_answer_makes_nobodys_buttons_stale(room: FlowRoom) -> None:
    room.rules.questions = (READY, PACE)
    anna, bo = two_at_the_report(room)
    anna.taps("Yes")
    anna.taps("3")
    anna.taps("Change 2")
    bo.says("where was i")
    pace = bo.before()
    anna.says("back")
    bo.taps("5", on=pace)
    assert room.answers() == {"ready": ("open", "yes"), "pace": ("given", "5")}


def test_a_tap_that_is_recorded_already_says_so_and_changes_nothing(room: FlowRoom) -> None:
    room.rules.questions = (READY, PACE)
    anna = room.member("Anna")
    anna.says("/report")
    once = anna.before()
    anna.taps("Yes", on=once)
    seen = len(anna.screen)
    anna.taps("Yes", on=once)
    assert anna.nods == ["Recorded", "That answer is recorded already."]
    assert (room.answers(), len(anna.screen)) == ({"ready": ("given", "yes")}, seen)


def test_an_old_tap_changes_nothing_and_shows_where_things_stand(room: FlowRoom) -> None:
    room.rules.questions = (READY, PACE)
    anna = room.member("Anna")
    anna.says("/report")
    old = anna.before()
    anna.says("yes")
    anna.says("back")
    anna.taps("No", on=old)
    assert room.answers() == {"ready": ("open", "yes")}
    assert anna.last.text.startswith("That belongs to an older message, so nothing was changed.")
    assert "Are you ready?" in anna.last.text


def test_an_old_skip_or_back_hits_no_other_question(room: FlowRoom) -> None:
    room.rules.questions = (MORE, replace(MORE, key="most"), READY)
    anna = room.member("Anna")
    anna.says("/report")
    first = anna.before()
    anna.says("One")
    second = anna.before()
    anna.taps("Skip", on=first)
    anna.says("Two")
    anna.taps("Back", on=second)
    assert room.answers() == {"more": ("given", "One"), "most": ("given", "Two")}


def test_a_colleague_is_told_who_began(room: FlowRoom) -> None:
    anna, bo = room.member("Anna"), room.member("Bo")
    anna.says("/report")
    anna.says("A lot")
    bo.says("/report", days=2)
    began = "Anna began this 2 days ago, 3 of 4 left. Continue?\n\n3 of 4 left"
    assert bo.last.text.startswith(began)


def test_sending_shows_a_page_that_changed_instead(room: FlowRoom) -> None:
    anna = filled_in(room)
    bo = room.member("Bo")
    bo.says("/report")
    bo.says("change 1")
    bo.says("More than a lot")
    anna.taps("Send")
    assert (room.delivered(), "More than a lot" in anna.last.text) == ([], True)
    anna.taps("Send")
    assert len(room.delivered()) == 1
