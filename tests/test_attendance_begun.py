"""A sign-up that was begun, a deadline that binds, and who does not know yet."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.records import Preference
from tests.coming import START, Comers
from tests.test_attendance import BINDING, DUE, FIRST, answered, signs_up_in_full

ASKED_LAST = datetime(2026, 8, 25, 11, 30, tzinfo=UTC)  # two days before, at 13:30 on the wall


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Comers]:
    here = Comers(tmp_path)
    yield here
    here.close()


def test_after_a_deadline_that_binds_they_are_told_whom_to_ring(room: Comers) -> None:
    room.changes(BINDING)
    kari = room.comes("1")
    room.now = DUE
    kari.presses("signup:samling-1:n")
    room.now = DUE + timedelta(seconds=1)
    for data in ("signup:samling-1:u", "signup:samling-1"):
        kari.presses(data)
        assert kari.last.text.startswith("The sign-up for “Getting started” is closed.")
        assert "Then tell Ingrid Solli (tel. 12 34 56 78)." in kari.last.text
    assert "You have answered: I do not come" in kari.last.text
    assert [one.answer for one in room.signed_up()] == ["not-coming"]


def test_a_first_answer_after_a_deadline_that_binds_is_taken_kindly(room: Comers) -> None:
    room.changes(BINDING)
    kari = room.comes("1")
    room.now = DUE + timedelta(days=1)
    kari.presses("signup:samling-1")
    assert "The deadline was Thursday 27 August, but tell me all the same." in kari.last.text
    signs_up_in_full(kari, typing=True)
    assert answered(room) == [("coming", FIRST, "2026-09-10,2026-09-11", True, False, True)]
    assert (
        "Your answer came after the deadline, Thursday 27 August, so the organiser may have to "
        "rearrange a little. Good that you said so!"
    ) in kari.last.text
    kari.taps("Change")
    assert kari.last.text.startswith("The sign-up for “Getting started” is closed.")


def test_a_samling_s_own_word_on_what_binds_goes_first(room: Comers) -> None:
    room.changes({'mode = "physical"': 'mode = "physical"\nbinding = true'})
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    assert "After that it is binding." in kari.last.text
    kari.says("no")
    room.now = DUE + timedelta(seconds=1)
    kari.presses("signup:samling-1:y")
    assert [one.answer for one in room.signed_up()] == ["not-coming"]


def test_who_did_not_know_may_still_say_after_a_deadline_that_binds(room: Comers) -> None:
    room.changes(BINDING)
    kari = room.comes("1")
    kari.presses("signup:samling-1:u")
    room.now = DUE + timedelta(days=1)
    kari.says("kommer")
    kari.says("no")
    assert [one.answer for one in room.signed_up()] == ["not-coming"]


# What was begun


@pytest.mark.parametrize("typing", [True, False])
def test_the_first_answer_counts_at_once_and_the_rest_fills_it_in(
    room: Comers, *, typing: bool
) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    kari.says("I come") if typing else kari.taps("I come")
    assert answered(room) == [("coming", FIRST, "", None, None, None)]
    kari.says("2")
    assert answered(room) == [("coming", FIRST, "2026-09-10", None, None, None)]
    for said in ("yes", "no", "no"):
        kari.says(said)
    assert answered(room) == [("coming", FIRST, "2026-09-10", True, False, False)]


def test_what_was_begun_before_the_deadline_is_finished_after_it(room: Comers) -> None:
    room.changes(BINDING)
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    room.now = DUE + timedelta(days=1)
    kari.says("kommer")
    assert "Which days?" in kari.last.text
    for said in ("both days", "yes", "yes", "yes"):
        kari.says(said)
    assert answered(room) == [("coming", FIRST, "2026-09-10,2026-09-11", True, True, True)]
    assert "after the deadline" not in kari.text, "they had said that they come"
    assert [one.said_at for one in room.signed_up()] == [START]


def test_in_what_was_begun_a_binding_answer_is_not_turned_round(room: Comers) -> None:
    room.changes(BINDING)
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    kari.taps("I come")
    room.now = DUE + timedelta(days=1)
    kari.says("back")
    kari.says("I do not come")
    assert "The sign-up for “Getting started” is closed." in kari.last.text
    assert [one.answer for one in room.signed_up()] == ["coming"]


def test_a_change_that_was_begun_before_the_deadline_is_shut_out_by_it(room: Comers) -> None:
    room.changes(BINDING)
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    signs_up_in_full(kari, typing=True)
    kari.taps("Change")
    kari.says("I come")
    before = room.signed_up()
    room.now = DUE + timedelta(days=1)
    kari.says("Thursday 10 September")
    assert "The sign-up for “Getting started” is closed." in kari.last.text
    assert room.signed_up() == before


def test_a_change_that_is_left_half_way_loses_no_meal(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1")
    signs_up_in_full(kari, typing=True)
    kari.taps("Change")
    kari.says("another comes in my place")
    assert answered(room) == [("substitute", FIRST, "2026-09-10,2026-09-11", True, False, True)]
    kari.says("stop")
    kari.presses("signup:samling-1:n")
    assert answered(room) == [("not-coming", FIRST, "", None, None, None)]


def test_no_dinner_is_asked_for_on_days_without_one(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    kari.says("3")
    kari.says("yes")
    assert "Overnight stay?" in kari.last.text
    kari.says("no")
    assert answered(room) == [("coming", FIRST, "2026-09-11", True, None, False)]
    assert "dinner" not in kari.last.text


def test_who_chooses_other_days_is_no_longer_counted_for_dinner(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("signup:samling-1:y")
    kari.says("both days")
    kari.says("yes")
    kari.says("yes")
    for _ in range(3):
        kari.says("back")
    kari.says("3")
    assert answered(room) == [("coming", FIRST, "2026-09-11", True, None, None)]


# Who does not know yet


def test_it_is_promised_to_ask_again_only_where_that_is_true(room: Comers) -> None:
    kari = room.comes("1")
    again, in_time = "I ask once more before the deadline.", "Tell me by the deadline: write"
    for now, told in (
        (START, [again]),
        (ASKED_LAST - timedelta(hours=1), [again]),
        (ASKED_LAST, [in_time]),
        (DUE, [in_time]),
        (DUE + timedelta(days=1), []),
    ):
        room.now = now
        kari.presses("signup:samling-1:n")
        kari.presses("signup:samling-1:u")
        assert [words for words in (again, in_time) if words in kari.last.text] == told, now


def test_nothing_is_promised_to_who_is_on_a_pause_until_after(room: Comers) -> None:
    kari, me = room.comes("1"), room.person("1")
    with room.unit() as unit:
        unit.preferences.keep(Preference(me, paused_until=DUE.date() + timedelta(days=1)))
    kari.presses("signup:samling-1:u")
    assert "I ask once more" not in kari.last.text
