"""Two at one draft see each other, and somebody may sit there in the team's stead."""

from pathlib import Path

import pytest

from handlers.turn import Turn
from storage.records import Draft
from tests.flow_lives import two_at_the_report
from tests.flow_room import LEARNT, MORE, PACE, READY, FlowRoom


@pytest.fixture
def room(tmp_path: Path) -> FlowRoom:
    return FlowRoom(tmp_path)


def organiser_stands_in(turn: Turn, draft: Draft) -> bool:
    roles = {one.role for one in turn.memberships if one.programme == draft.programme}
    return draft.form == "report" and "organiser" in roles


# Each other


def test_one_who_comes_sees_who_is_answering_now(room: FlowRoom) -> None:
    anna, bo = room.member("Anna"), room.member("Bo")
    for text in ("/report", "A lot"):
        anna.says(text)
    bo.says("/report", minutes=9)
    assert bo.last.text.startswith(
        "Anna began this today, 3 of 4 left. Continue?\nAnna is answering too.\n\n3 of 4 left"
    )


@pytest.mark.parametrize("how", ["/report", "continue", "button"])
def test_one_who_comes_back_sees_it_too(room: FlowRoom, how: str) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("stop")
    bo.says("From Bo")
    if how == "button":
        anna.taps("Continue")
    else:
        anna.says(how)
    assert anna.last.text.startswith("Bo is answering too.\n\n3 of 4 left")


def test_two_others_are_named_in_one_sentence(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("where was i")
    bo.says("yes")
    cia = room.member("Cia")
    cia.says("/report")
    assert "\nAnna and Bo are answering too.\n\n" in cia.last.text


def test_one_who_answered_long_ago_or_rose_is_not_there(room: FlowRoom) -> None:
    anna, bo = room.member("Anna"), room.member("Bo")
    for text in ("/report", "A lot"):
        anna.says(text)
    bo.says("/report", minutes=11)
    assert "answering" not in bo.last.text
    anna.says("yes")
    anna.says("stop")
    bo.says("/report")
    assert "answering" not in bo.last.text


def test_after_an_answer_one_hears_what_a_colleague_answered_meanwhile(room: FlowRoom) -> None:
    room.rules.questions = (LEARNT, READY, PACE, MORE)
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("where was i")
    bo.says("yes")
    bo.says("3")
    anna.taps("Yes")
    anna.says("where was i")
    anna.says("back")
    anna.says("4")
    told = "Meanwhile Bo answered: «Are you ready?»."
    assert anna.last.text.startswith(f"{told}\n\n1 of 4 left")
    anna.says("Nothing")
    assert "Meanwhile" not in anna.last.text


def test_of_many_answers_three_are_named(room: FlowRoom) -> None:
    from_one_to_six = [LEARNT.__class__(f"n{n}", LEARNT.text, LEARNT.read) for n in range(6)]
    room.rules.questions = tuple(from_one_to_six)
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("where was i")
    for n in range(4):
        bo.says(f"From Bo {n}")
    anna.says("where was i")
    anna.says("The last")
    asked = "«What have you learnt?»"
    assert anna.last.text.startswith(
        f"Meanwhile Bo answered: {asked}, {asked}, {asked}, and 1 more.\n\n"
    )


def test_the_first_answer_of_somebody_is_told_of_nothing_before(room: FlowRoom) -> None:
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("where was i")
    bo.says("yes")
    assert "Meanwhile" not in bo.last.text


def test_a_skip_and_ones_own_answers_are_no_news(room: FlowRoom) -> None:
    room.rules.questions = (LEARNT, MORE, READY, PACE)
    anna, bo = two_at_the_report(room)
    anna.says("From Anna")
    bo.says("where was i")
    bo.says("skip")
    anna.says("where was i")
    anna.says("yes")
    assert "Meanwhile" not in anna.last.text


# In the team's stead


def test_one_who_stands_in_goes_on_where_nobody_else_could(room: FlowRoom) -> None:
    olga = room.member("Olga", None, "organiser")
    olga.says("/report")
    olga.says("A lot")
    assert olga.last.text.startswith("That belongs to a team that you are not in")
    room.rules.stands_in = organiser_stands_in
    olga.says("/report")
    for text in ("A lot", "yes"):
        olga.says(text)
    assert room.answers() == {"learnt": ("given", "A lot"), "ready": ("given", "yes")}


def test_one_who_stands_in_comes_back_to_what_they_began(room: FlowRoom) -> None:
    room.rules.stands_in = organiser_stands_in
    olga, anna = room.member("Olga", None, "organiser"), room.member("Anna")
    for text in ("/report", "A lot", "stop", "continue"):
        olga.says(text)
    assert "Are you ready?" in olga.last.text
    olga.says("stop")
    room.rules.stands_in = None
    olga.says("continue")
    assert olga.last.text == "(nobody took it)"
    anna.says("/report")
    assert anna.last.text.startswith("Olga began this today, 3 of 4 left. Continue?")


def test_what_was_delivered_in_the_teams_stead_waits_no_more(room: FlowRoom) -> None:
    room.rules.stands_in, room.rules.questions = organiser_stands_in, (READY,)
    olga = room.member("Olga", None, "organiser")
    for text in ("/report", "yes", "send", "continue"):
        olga.says(text)
    assert (room.delivered(), olga.last.text) == (["ready=yes"], "(nobody took it)")


def test_one_who_may_not_stand_in_is_refused(room: FlowRoom) -> None:
    room.rules.stands_in = organiser_stands_in
    anna, cia = room.member("Anna"), room.member("Cia", "bergen")
    for text in ("/report", "A lot"):
        anna.says(text)
    cia.taps("Yes", on=anna.last)
    assert cia.last.text.startswith("That belongs to a team that you are not in")
    assert room.answers() == {"learnt": ("given", "A lot")}


def test_what_a_member_began_is_not_found_by_one_who_could_stand_in(room: FlowRoom) -> None:
    room.rules.stands_in = organiser_stands_in
    olga, anna = room.member("Olga", None, "organiser"), room.member("Anna")
    anna.says("/report")
    olga.says("continue")
    assert olga.last.text == "(nobody took it)"


def test_one_who_stands_in_learns_no_members_name(room: FlowRoom) -> None:
    room.rules.stands_in = organiser_stands_in
    olga, anna = room.member("Olga", None, "organiser"), room.member("Anna")
    anna.says("/report")
    anna.says("A lot")
    olga.says("/report")
    assert olga.last.text.startswith(
        "A colleague began this today, 3 of 4 left. Continue?\nA colleague is answering too."
    )
    olga.says("yes")
    anna.says("where was i")
    anna.says("1")
    olga.says("where was i")
    olga.says("Nothing")
    assert olga.last.text.startswith("Meanwhile a colleague answered: «Which fruit?».")
    assert "Anna" not in "".join(shown.text for shown in olga.screen)
