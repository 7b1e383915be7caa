"""What becomes of a push that waits: taken back, left until tomorrow, or owed anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers import moot
from tests.remind_house import OTHER, PROGRAMME, House, wall

ONE_DAY_LEFT = "The report before Findings is due tomorrow, Wednesday 25 November."
ONLY_GATHERING = "The gathering Findings is in two weeks: "


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


def test_a_push_that_could_not_leave_waits_for_the_next_window_and_is_true_then(
    house: House,
) -> None:
    house.member("kari")
    house.beats("2026-11-18T13:30", carried=False)
    house.now = wall("2026-11-18T22:00")
    house.deliver()
    house.beats("2026-11-18T22:01")
    assert house.heard("kari") == []
    house.beats("2026-11-19T13:30")
    ((at, text),) = house.heard("kari")
    assert at == "11-19 13:30"
    assert text.startswith("The report before Findings is due in 6 days,")
    assert "\n\nThe gathering Findings is in 13 days:" in text
    house.beats("2026-11-20T13:30")
    assert len(house.heard("kari")) == 1


def test_a_push_that_went_stale_is_owed_anew(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-24T13:30", carried=False)
    house.beats("2026-11-24T15:01")
    assert house.states() == ["stale"]
    house.beats("2026-11-25T13:30")
    assert [at for at, _ in house.heard("kari")] == ["11-25 13:30"]
    assert house.heard("kari")[0][1].startswith("The report before Findings is due today,")


def test_who_shut_the_door_gets_nothing_and_nothing_is_marked(house: House) -> None:
    person = house.member("kari")
    with house.unit() as unit:
        unit.people.unreachable("telegram", "kari", house.now)
    house.beats("2026-11-18T13:30")
    with house.unit() as unit:
        assert (unit.pushes.of_person(person), unit.pushes.told(person)) == ([], [])
        unit.people.reachable("telegram", "kari")
    house.beats("2026-11-19T13:30")
    assert [at for at, _ in house.heard("kari")] == ["11-19 13:30"]


def test_a_delivered_report_takes_its_push_back(house: House) -> None:
    house.member("kari")
    house.member("per")
    house.member("else", "b")
    house.beats("2026-11-18T13:30")
    house.beats("2026-11-24T13:30", carried=False)
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
        moot.delivered(unit, "nett", "team:nett/a", "s2", house.now)
    assert sorted(house.states()) == ["moot"] * 2 + ["sent"] * 3 + ["waiting"]
    house.deliver()
    heard = {key: [text for _, text in house.heard(key)[1:]] for key in ("kari", "per", "else")}
    assert heard == {"kari": [], "per": [], "else": [ONE_DAY_LEFT]}


def test_what_else_a_push_says_is_still_said(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-18T13:30", carried=False)
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
        moot.delivered(unit, "nett", "team:nett/a", "s2", house.now)
    house.deliver()
    ((at, text),) = house.heard("kari")
    assert at == "11-18 13:30"
    assert text.startswith(ONLY_GATHERING)
    assert [button.data for button in house.last_to("kari").buttons] == [
        "calendar:s2",
        "hour:ask",
    ]


def test_a_given_reflection_takes_back_the_push_and_the_question_in_the_room(
    house: House,
) -> None:
    person = house.member("kari")
    house.beats("2026-09-11T12:30", carried=False)
    assert house.states() == ["waiting"]
    with house.unit() as unit:
        unit.reflections.mark("nett", "s1", person)
        moot.reflected(unit, "nett", person, "s1", house.now)
    assert house.states() == ["moot"]
    house.beats("2026-09-14T13:30")
    assert house.heard("kari") == []


def test_the_question_in_the_room_is_stale_when_the_day_is_over(house: House) -> None:
    house.member("kari")
    house.beats("2026-09-11T12:30", carried=False)
    house.beats("2026-09-12T00:01")
    assert (house.states(), house.heard("kari")) == (["stale"], [])


def test_a_samling_that_is_moved_is_told_of_anew(house: House) -> None:
    house.member("kari", None, "facilitator")
    house.beats("2026-11-18T13:30")
    house.reads(PROGRAMME.replace("2026-12-02", "2027-01-20"))
    house.beats("2026-11-30T13:30")
    house.beats("2027-01-06T13:30")
    assert [at for at, _ in house.heard("kari")] == ["11-18 13:30", "01-06 13:30"]
    assert house.heard("kari")[1][1].startswith("The gathering Findings is in two weeks: ")
    house.beats("2027-01-07T13:30")
    assert len(house.heard("kari")) == 2


def test_what_was_taken_out_of_a_push_is_owed_when_it_is_true_again(house: House) -> None:
    house.reads(OTHER)
    for programme in ("nett", "annet"):
        house.member("kari", None, "facilitator", programme)
    house.beats("2026-11-18T13:30", carried=False)
    house.reads(PROGRAMME.replace("2026-12-02T09:00/2026-12-02T14:30", "2027-01"))
    house.deliver()
    house.reads(PROGRAMME)
    house.beats("2026-11-19T13:30")
    assert [text[:38] for _, text in house.heard("kari")] == [
        "The gathering Elsewhere is in 13 days:",
        "The gathering Findings is in 13 days: ",
    ]


def test_who_shut_the_door_while_a_push_waited_is_told_when_they_come_back(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-18T13:30", carried=False)
    with house.unit() as unit:
        unit.people.unreachable("telegram", "kari", house.now)
        unit.outbox.moot_at("telegram", "kari", house.now)
    house.beats("2026-11-19T13:30")
    assert house.heard("kari") == []
    with house.unit() as unit:
        unit.people.reachable("telegram", "kari")
    house.beats("2026-11-20T13:30")
    assert [at for at, _ in house.heard("kari")] == ["11-20 13:30"]
