"""«Jeg var ikke der»: who was away is asked for no reflection, and may take that back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.remind.beat import slice_of
from tests.coming import PROGRAMME, Comers

IN_THE_ROOM = datetime(2026, 9, 11, 10, 30, tzinfo=UTC)
EVENING = datetime(2026, 9, 11, 18, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Comers]:
    here = Comers(tmp_path, EVENING)
    yield here
    here.close()


def beats(room: Comers, now: datetime) -> None:
    room.now = now
    with room.unit() as unit:
        slice_of(unit, now)
    room.deliver()


def states(room: Comers) -> list[str]:
    return [one.state for one in room.present()]


@pytest.mark.parametrize("typing", [True, False])
def test_the_question_in_the_room_can_be_answered_so(room: Comers, *, typing: bool) -> None:
    kari = room.comes("1")
    beats(room, IN_THE_ROOM)
    assert kari.last.labels == ["Write a reflection", "I was not there"]
    kari.says("I was not there") if typing else kari.taps("I was not there")
    assert states(room) == ["absent"]
    assert kari.last.text.startswith("Thank you for telling. You were not at «Getting started»")
    kari.says("/reflect")
    assert kari.last.labels == ["I was there after all"]


def test_what_waits_to_ask_them_is_taken_back(room: Comers) -> None:
    kari = room.comes("1")
    room.now = IN_THE_ROOM
    with room.unit() as unit:
        slice_of(unit, room.now)
    kari.presses("absent:samling-1")
    room.deliver()
    assert [one.labels for one in kari.screen] == [["I was there after all"]]


def test_it_is_taken_back_and_the_reflection_offered(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("absent:samling-1")
    kari.taps("I was there after all")
    assert states(room) == ["here"]
    kari.taps("Write a reflection")
    assert "What do you take with you?" in kari.last.text


def test_after_it_closed_no_reflection_is_offered(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("absent:samling-1")
    room.now = datetime(2026, 10, 1, tzinfo=UTC)
    kari.taps("I was there after all")
    assert states(room) == ["here"]
    assert kari.last.labels == []


def test_nobody_says_by_that_button_that_they_were_there(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("absent:samling-1:undo")
    assert states(room) == []


def test_who_has_reflected_was_there(room: Comers) -> None:
    kari = room.comes("1")
    for said in ("/reflect", "A lot", "send"):
        kari.says(said)
    me = room.person("1")
    with room.unit() as unit:
        assert unit.reflections.marked(PROGRAMME, "samling-1", me)
    kari.presses("absent:samling-1")
    assert states(room) == []
    assert "reflected on that gathering already" in kari.last.text


def test_the_word_said_later_counts_all_the_same(room: Comers) -> None:
    kari = room.comes("1")
    kari.presses("absent:samling-1")
    kari.says(room.word())
    assert states(room) == ["here"]


@pytest.mark.parametrize(
    "data", ["absent:samling-2", "absent:samling-9", "absent", "absent:", "absent:samling-9:undo"]
)
def test_nonsense_and_what_has_not_been_note_nothing(room: Comers, data: str) -> None:
    kari = room.comes("1")
    kari.presses(data)
    assert kari.last.text == "That gathering has not been held."
    assert states(room) == []


@pytest.mark.parametrize("role", ["organiser", "facilitator", "observer"])
def test_it_is_for_participants(room: Comers, role: str) -> None:
    boss = room.comes("1", role=role, team=None)  # type: ignore[arg-type]
    boss.presses("absent:samling-1")
    assert boss.last.text == "The reflection is for the participants."
    assert states(room) == []


@pytest.mark.parametrize("more", ["cancelled = true", 'concerns = { teams = ["bergen"] }'])
def test_one_that_was_not_theirs_is_not_missed(room: Comers, more: str) -> None:
    room.changes({'mode = "physical"': f'mode = "physical"\n{more}'})
    room.comes("1").presses("absent:samling-1")
    assert states(room) == []
