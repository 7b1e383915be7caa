"""What a hostile reading of the status round proved, each as a person meets it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.programme_file import (
    read_programme,
)
from tests.mentor_round import (
    FILE,
    FIRST,
    NAME,
    PARTY,
    PROGRAMME,
    TEAM,
    TEXT,
    delivers,
    goes_on,
    has,
    measures,
    nurse,
    organiser,
    report,
    told,
)
from tests.room import Room
from tests.seated import seated


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2022, 10, 3, 9, tzinfo=UTC))
    here.imports(FILE)
    yield here
    here.close()


# What is written of aims and measures


def test_aims_that_were_written_are_not_lost_when_a_colleague_adds_another(room: Room) -> None:
    kari = nurse(room)
    kari.says("/report")
    kari.says("First aim\nSecond aim")
    with room.unit() as unit:
        unit.measures.add_aim(PROGRAMME, PARTY, "By a colleague", None, room.now)
    kari.says("where was I")
    goes_on(kari)
    kari.taps("Send")
    with room.unit() as unit:
        aims = unit.measures.aims(PROGRAMME, PARTY)
    assert [(one.wording, one.state) for one in aims] == [
        ("By a colleague", "under-way"),
        ("First aim", "under-way"),
        ("Second aim", "under-way"),
    ]


def test_an_aim_that_stands_by_now_is_not_made_a_second_time(room: Room) -> None:
    kari = nurse(room)
    kari.says("/report")
    kari.says("First aim\nSecond aim")
    with room.unit() as unit:
        unit.measures.add_aim(PROGRAMME, PARTY, "second aim.", None, room.now)
    kari.says("where was I")
    goes_on(kari)
    kari.taps("Send")
    with room.unit() as unit:
        aims = unit.measures.aims(PROGRAMME, PARTY)
    assert [one.wording for one in aims] == ["second aim.", "First aim"]


def test_a_new_line_that_is_a_measure_already_makes_no_second_one(room: Room) -> None:
    has(room, "Ring everyone")
    lise = organiser(room)
    lise.says("/report")
    lise.taps(NAME)
    lise.taps("as last time")
    lise.taps("as last time")
    lise.says("- Ring everyone!\n- Something new")
    assert "Something new" in lise.last.text
    goes_on(lise)
    lise.taps("Send")
    assert [(one.wording, one.state) for one in measures(room)] == [
        ("Ring everyone", "under-way"),
        ("Something new", "under-way"),
    ]


def test_a_change_of_a_report_reverts_nothing_that_was_told_since(room: Room) -> None:
    has(room, "Ring everyone")
    kari = nurse(room)
    kari.says("/report")
    kari.taps("goes slowly")
    kari.says("The rota is full")
    kari.taps("reached")
    goes_on(kari)
    kari.taps("Send")
    room.passes(days=3)
    with room.unit() as unit:
        aim = unit.measures.aims(PROGRAMME, PARTY)[0]
    kari.presses(f"measure:{measures(room)[0].id}:state:done")
    kari.presses(f"aim:{aim.id}:reopen")
    kari.presses(f"report:change:{FIRST}")
    kari.says("change 4")
    kari.says("We learnt a lot")
    goes_on(kari)
    kari.taps("Send")
    with room.unit() as unit:
        aim = unit.measures.aims(PROGRAMME, PARTY)[0]
    assert (measures(room)[0].state, aim.is_open) == ("done", True)
    assert report(room).version == 2
    assert (told(room)["-m1"], told(room)["laert"]) == ("slow", "We learnt a lot")


def test_an_edit_of_what_is_asked_no_more_is_answered(room: Room) -> None:
    kari = nurse(room)
    kari.says("/report")
    written = kari.says("First aim")
    goes_on(kari)
    kari.taps("Send")
    kari.edits(written, "First aim\nSecond aim")
    assert "so nothing was changed" in kari.last.text


def test_a_programme_s_own_question_may_be_called_no_and_is_shared_by_a_yes_alone(
    room: Room,
) -> None:
    room.imports(read_programme(TEXT.replace('key = "laert"', 'key = "no"')))
    has(room, "Ring everyone")
    kari = nurse(room)
    kari.says("/report")
    for _ in range(2):
        kari.taps("as last time")
    kari.says("We learnt a lot")
    kari.taps("No")
    assert "be shared with the others?" in kari.last.text
    kari.taps("No")
    kari.taps("Send")
    assert (told(room)["no"], told(room)["-share"]) == ("We learnt a lot", "-")


# What «as last time» keeps


def test_as_last_time_is_kept_as_the_state_that_it_was(room: Room) -> None:
    has(room, "Ring everyone")
    kari = nurse(room)
    delivers(kari)
    room.passes(days=3)
    kari.presses(f"measure:{measures(room)[0].id}:state:slow")
    kari.presses(f"report:change:{FIRST}")
    kari.taps("Send")
    assert (report(room).version, told(room)["-m1"]) == (2, "under-way")
    assert measures(room)[0].state == "slow"


def test_a_reached_aim_was_reached_when_it_was_first_told(room: Room) -> None:
    has(room)
    kari = nurse(room)
    kari.says("/report")
    kari.taps("reached")
    goes_on(kari)
    kari.taps("Send")
    reached = room.now
    room.passes(days=3)
    kari.taps("Change")
    kari.taps("Send")
    with room.unit() as unit:
        aim = unit.measures.aims(PROGRAMME, PARTY)[0]
    assert (report(room).version, aim.closed_at) == (2, reached)


def test_everything_as_last_time_asks_anew_whether_help_is_needed(room: Room) -> None:
    guide = seated(room, "2", PROGRAMME, "facilitator", team=TEAM)
    has(room, "Ring everyone")
    kari = nurse(room)
    kari.says("/report")
    for label in ("as last time", "as last time", "Skip", "Yes"):
        kari.taps(label)
    kari.says("Somebody to talk to")
    kari.taps("Send")
    heard = len(guide.screen)
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    kari.presses("report:samling-3")
    kari.taps("Everything as last time")
    assert kari.last.text.startswith("1 of ")
    assert kari.last.labels[:2] == ["Yes", "No"]
    assert len(guide.screen) == heard


def test_words_that_are_deleted_before_they_were_sent_are_asked_for_anew(room: Room) -> None:
    guide = seated(room, "2", PROGRAMME, "facilitator", team=TEAM)
    kari = nurse(room)
    kari.says("/ask Ring us")
    kari.says("back")
    kari.taps("Delete the answer")
    assert "Write with your own words" in kari.last.text
    kari.says("May we ring you?")
    kari.taps("Yes, send")
    assert [one.text.split("\n")[-1] for one in guide.screen] == ["May we ring you?"]
