"""Who gets a push, when, and how often: the reminders with their memory on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers import tick
from handlers.remind.beat import slice_of
from tests.remind_house import OTHER, PROGRAMME, House, wall

TOGETHER = (
    "The report before Findings is due in a week, Wednesday 25 November.\n\n"
    "The gathering Findings is in two weeks: Wednesday 2 December, 09:00–14:30.\n"
    "Online: https://meet.example\n"
    "Sit together as a team, so book a room.\n"
    "Before then: Try one thing."
)
ONLY_GATHERING = TOGETHER.partition("\n\n")[2]
IN_TWO_DAYS = ONLY_GATHERING.replace("in two weeks", "in two days")
START = "Thursday 10 September at 12:00 – Friday 11 September at 13:00.\nPlace: Tromsø"
OVERDUE = "Wednesday 25 November. It can still be delivered."
ONE_DAY_LEFT = "The report before Findings is due tomorrow, Wednesday 25 November."


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


def test_one_push_a_day_holds_everything_in_it(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-18T13:29")
    for at in ("13:30", "13:31", "14:59"):
        house.beats(f"2026-11-18T{at}")
    assert house.heard("kari") == [("11-18 13:30", TOGETHER)]
    shown = house.last_to("kari")
    push = house.pushes()[-1]
    assert [(b.text, b.data) for b in shown.buttons] == [
        ("Write the report", "report:s2"),
        ("Remind me later", f"later:{push}"),
        ("Is this a bad time of day?", "hour:ask"),
    ]
    assert shown.silent


def test_a_whole_programme_is_spoken_of_in_its_time(house: House) -> None:
    house.member("kari")
    for month, days in ((8, 31), (9, 30), (10, 31), (11, 30), (12, 31)):
        for day in range(4 if month == 8 else 1, days + 1):
            for hour in ("03:00", "09:00", "13:30", "14:30", "20:00"):
                house.beats(f"2026-{month:02}-{day:02}T{hour}")
    assert house.heard("kari") == [
        (
            "08-27 13:30",
            f"The gathering Start is in two weeks: {START}",
        ),
        (
            "09-08 13:30",
            f"The gathering Start is in two days: {START}",
        ),
        (
            "09-11 13:30",
            "Thank you for being here today. What do you take with you from Start?",
        ),
        (
            "09-14 13:30",
            "What do you take with you from Start? You can answer until Friday 18 September.",
        ),
        ("11-18 13:30", TOGETHER),
        ("11-24 13:30", ONE_DAY_LEFT),
        # Two working days after the deadline, and the samling in two days: one push.
        (
            "11-30 13:30",
            f"The report before Findings was due 5 days ago, {OVERDUE}\n\n{IN_TWO_DAYS}",
        ),
        (
            "12-02 14:30",
            "Thank you for being here today. What do you take with you from Findings?",
        ),
        (
            "12-03 13:30",
            "What do you take with you from Findings? You can answer until Wednesday 9 December.",
        ),
    ]


def test_who_is_no_participant_hears_of_gatherings_alone(house: House) -> None:
    house.member("lars", None, "facilitator")
    house.member("obs", None, "observer")
    for day in ("09-08", "09-11", "09-14", "11-18", "11-24"):
        house.beats(f"2026-{day}T13:30")
    for key in ("lars", "obs"):
        assert [at for at, _ in house.heard(key)] == ["09-08 13:30", "11-18 13:30"]
        alone = ONLY_GATHERING.replace("Sit together as a team, so book a room.\n", "")
        assert house.heard(key)[1][1] == alone


def test_a_month_without_a_day_says_nothing(house: House) -> None:
    house.member("kari", joined=wall("2027-01-01T10:00"))
    for day in range(1, 32):
        house.beats(f"2027-01-{day:02}T13:30")
    assert house.heard("kari") == []


def test_the_hour_is_on_the_wall_on_both_sides_of_the_change_of_clocks(tmp_path: Path) -> None:
    moved = PROGRAMME.replace("2026-12-02T09:00/2026-12-02T14:30", "2026-10-27T09:00")
    house = House(tmp_path, moved)
    house.member("kari", None, "facilitator")
    house.beats("2026-10-12T13:30")
    house.beats("2026-10-13T13:29")
    house.beats("2026-10-13T13:30")
    house.beats("2026-10-23T13:29")
    house.beats("2026-10-23T13:30")
    assert [(at, text.partition(":")[0]) for at, text in house.heard("kari")] == [
        ("10-13 13:30", "The gathering Findings is in two weeks"),
        ("10-23 13:30", "The gathering Findings is in 4 days"),
    ]
    house.close()


def test_after_ten_days_of_downtime_what_is_still_true_is_said_once(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-28T13:30")
    house.beats("2026-11-30T09:00")
    for at in ("13:30", "13:31"):
        house.beats(f"2026-11-30T{at}")
    house.beats("2026-12-01T13:30")
    (only,) = house.heard("kari")
    assert only[0] == "11-30 13:30"
    assert only[1].startswith(
        f"The report before Findings was due 5 days ago, {OVERDUE}\n\n"
        "The gathering Findings is in two days:"
    )


def test_two_programmes_are_one_push_at_the_hour_of_the_first(house: House) -> None:
    house.reads(OTHER)
    house.member("kari", joined=wall("2026-08-01T10:00"))
    house.member("kari", None, "participant", "annet")
    house.beats("2026-11-18T10:00")
    house.beats("2026-11-18T11:00")
    house.beats("2026-11-18T13:30")
    house.beats("2026-11-19T13:30")
    other = "Other\n\nThe gathering Elsewhere is in 13 days: Tuesday 1 December 2026."
    assert house.heard("kari") == [("11-18 13:30", f"Network\n\n{TOGETHER}\n\n{other}")]
    assert house.last_to("kari").buttons[0].data == "report:s2:@nett"


def test_an_urgent_morning_takes_the_other_programme_along(house: House) -> None:
    house.reads(
        PROGRAMME.replace('"nett"', '"annet"').replace("2026-12-02T09:00/", "2026-11-18T11:00/")
    )
    house.member("kari", None, "facilitator", joined=wall("2026-08-01T10:00"))
    house.member("kari", None, "facilitator", "annet")
    house.beats("2026-11-18T08:59")
    house.beats("2026-11-18T09:00")
    house.beats("2026-11-18T13:30")
    ((at, text),) = house.heard("kari")
    assert at == "11-18 09:00"
    alone = ONLY_GATHERING.replace("Sit together as a team, so book a room.\n", "")
    assert text.startswith(f"Network\n\n{alone}\n\nNetwork\n\n")
    assert "The gathering Findings is today: " in text


def test_slices_are_bounded_and_a_restart_neither_repeats_nor_loses(house: House) -> None:
    for number in range(51):
        house.member(f"p{number}")
    house.now = wall("2026-11-18T13:30")
    with house.unit() as unit:
        after = slice_of(unit, house.now, "")
    assert after is not None
    assert len(house.states()) == 50
    with house.unit() as unit:
        first = slice_of(unit, house.now, "")
    assert (first, len(house.states())) == (after, 50)
    with house.unit() as unit:
        assert slice_of(unit, house.now, after) is None
    house.deliver()
    assert [len(house.heard(f"p{n}")) for n in range(51)] == [1] * 51


def test_a_beat_walks_through_everybody_a_slice_at_a_time(house: House) -> None:
    for number in range(120):
        house.member(f"p{number}")
    marks: list[str | None] = [tick.START]
    house.now = wall("2026-11-18T13:30")
    while (mark := marks[-1]) is not None:
        with house.unit() as unit:
            marks.append(tick.beat(unit, house.now, mark))
    assert len([one for one in marks if one and one.startswith("people:")]) == 3
    assert len(house.states()) == 120


def test_the_room_is_asked_once_even_in_quiet_hours(tmp_path: Path) -> None:
    late = PROGRAMME.replace("2026-09-11T13:00", "2026-09-11T21:00")
    house = House(tmp_path, late)
    house.member("kari")
    house.member("lars", None, "facilitator")
    for at in ("20:29", "20:30", "20:31", "23:59"):
        house.beats(f"2026-09-11T{at}")
    house.beats("2026-09-12T00:00")
    asked = "Thank you for being here today. What do you take with you from Start?"
    assert house.heard("kari") == [("09-11 20:30", asked)]
    assert [b.data for b in house.last_to("kari").buttons] == ["reflect:s1", "absent:s1"]
    assert house.heard("lars") == []
    house.close()


def test_nobody_is_reminded_for_a_team_that_was_withdrawn(house: House) -> None:
    house.member("kari")
    house.reads(PROGRAMME.replace('name = "A"', 'name = "A"\nwithdrawn = true'))
    house.beats("2026-11-18T13:30")
    assert (house.heard("kari"), house.states()) == ([], [])


def test_of_two_reminders_of_one_thing_only_the_nearest_speaks(house: House) -> None:
    person = house.member("kari")
    house.beats("2026-11-24T13:30")
    ((_, text),) = house.heard("kari")
    assert text.count("The report before") == 1
    with house.unit() as unit:
        told = [(p.kind, p.occasion, p.spoken, p.state) for p in unit.pushes.told(person)]
    assert told == [
        ("report", "-1", True, "told"),
        ("report", "-7", False, "told"),
        ("samling", "-14", True, "told"),
    ]


def test_what_one_programme_said_was_not_said_by_another(house: House) -> None:
    house.member("kari", None, "facilitator")
    house.beats("2026-11-30T13:30")
    house.now = wall("2026-11-30T14:00")
    house.reads(PROGRAMME.replace('"nett"', '"annet"'))
    house.member("kari", None, "facilitator", "annet")
    house.beats("2026-12-01T13:30")
    (_, first), (_, second) = house.heard("kari")
    assert "The gathering Findings is in two days" in first
    assert "The gathering Findings is tomorrow" in second


def test_who_facilitates_and_takes_part_is_reminded_of_the_report(house: House) -> None:
    house.member("kari", None, "facilitator", joined=wall("2026-08-01T10:00"))
    house.member("kari")
    house.beats("2026-11-18T13:30")
    assert house.heard("kari") == [("11-18 13:30", TOGETHER)]


def test_no_report_is_asked_for_before_it_can_be_filled_in(tmp_path: Path) -> None:
    house = House(tmp_path, PROGRAMME + "[reminders]\nreport_days_before = [100]\n")
    house.member("kari")
    house.beats("2026-08-17T13:30")
    assert house.heard("kari") == []
    house.beats("2026-09-14T13:30")
    assert house.heard("kari")[0][1].startswith("What do you take with you from Start?")
    assert "\n\nThe report before Findings is due in 72 days, " in house.heard("kari")[0][1]
    house.close()
