"""The heartbeat's other duties, and what it says comes next."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from handlers import tick
from handlers.tongue import tongue
from storage.shelves.outbox import Owed
from tests.remind_house import OSLO, PROGRAMME, House, wall
from tests.room import PROGRAMMES


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


def comes(house: House) -> tuple[str, str] | None:
    """What comes next: the wall time in Oslo, and the words."""
    with house.unit() as unit:
        found = tick.happening(unit, house.now)
        assert tick.next_instant(unit, house.now) == (found.at if found else None)
        if found is None:
            return None
        return f"{found.at.astimezone(OSLO):%m-%d %H:%M}", tick.sentence(tongue("en"), unit, found)


def jumps(house: House, most: int = 99) -> list[tuple[str, str]]:
    """Jump from one thing to the next, beating at each, as the demo does."""
    seen: list[tuple[str, str]] = []
    while len(seen) < most and (found := comes(house)) is not None:
        seen.append(found)
        with house.unit() as unit:
            at = tick.next_instant(unit, house.now)
        assert at is not None
        assert at > house.now
        house.beats(at.astimezone(OSLO).isoformat()[:19])
    return seen


def test_the_clock_jumps_to_each_thing_that_happens_and_to_nothing_else(house: House) -> None:
    house.member("kari")
    assert jumps(house) == [
        ("08-27 13:30", "reminder of “Start”"),
        ("09-08 13:30", "reminder of “Start”"),
        ("09-10 12:00", "“Start” begins"),
        ("09-11 12:30", "question in the room about “Start”"),
        ("09-11 13:00", "“Start” is over"),
        ("09-14 13:30", "reminder of the reflection on “Start”"),
        ("09-18 23:59", "the reflection on “Start” closes"),
        ("11-18 13:30", "reminder of the report before “Findings”"),
        ("11-24 13:30", "reminder of the report before “Findings”"),
        ("11-25 23:59", "deadline of the report before “Findings”"),
        ("11-30 13:30", "reminder of the report before “Findings”"),
        ("12-02 09:00", "“Findings” begins"),
        ("12-02 14:00", "question in the room about “Findings”"),
        ("12-02 14:30", "“Findings” is over"),
        ("12-03 13:30", "reminder of the reflection on “Findings”"),
        ("12-09 23:59", "the reflection on “Findings” closes"),
    ]
    assert len(house.heard("kari")) == 9


def test_a_jump_misses_nothing_that_beating_all_the_time_would_say(tmp_path: Path) -> None:
    after_a_month = PROGRAMME.replace("2026-09-10T12:00/2026-09-11T13:00", "2026-10")
    after_a_month += "[reminders]\nreport_days_before = [23, 7]\n"
    # The report can be filled in from 1 November, when nothing else happens.
    heard = []
    for name in ("jumps", "beats"):
        (tmp_path / name).mkdir()
        house = House(tmp_path / name, after_a_month)
        house.member("kari", language="en")
        if name == "jumps":
            jumps(house)
        else:
            for hours in range(24 * 130):
                at = wall("2026-08-03T10:30") + timedelta(hours=hours)
                house.beats(at.astimezone(OSLO).isoformat()[:19])
        heard.append([text for _, text in house.heard("kari")])
        house.close()
    assert heard[0] == heard[1]
    assert heard[0][0].startswith("The report before Findings is due in 23 days, ")


def test_without_people_only_the_programme_itself_happens(house: House) -> None:
    assert comes(house) == ("09-10 12:00", "“Start” begins")
    house.now = wall("2026-12-09T23:59:59")
    assert comes(house) is None


def test_a_message_that_waits_is_something_that_happens(house: House) -> None:
    with house.unit() as unit:
        later = house.now + timedelta(hours=1)
        unit.outbox.owe(Owed("telegram", "kari", "k", "x", not_before=later), house.now)
    assert comes(house) == ("08-03 11:00", "a message that waits is sent")


def test_every_example_can_be_jumped_through(tmp_path: Path) -> None:
    found = {}
    for path in sorted(PROGRAMMES.glob("*.toml")):
        (tmp_path / path.stem).mkdir()
        house = House(tmp_path / path.stem, path.read_text("utf-8"))
        house.now = datetime(2011, 1, 1, tzinfo=OSLO)
        with house.unit() as unit:
            (row,) = unit.programmes.every()
        house.member("kari", None, "participant", row.id)
        found[path.stem] = (len(jumps(house, 99)), len(house.heard("kari")))
        house.close()
    nothing_has_a_day = {"gjovik", "nord-troms", "notteroy"}
    assert {name for name, counts in found.items() if counts == (0, 0)} == nothing_has_a_day
    assert all(0 < heard <= jumped < 99 for jumped, heard in found.values() if jumped)


def test_a_deadline_without_a_time_is_the_end_of_its_day(tmp_path: Path) -> None:
    house = House(
        tmp_path,
        PROGRAMME.replace('"s3"\nkind = "samling"', '"s3"\nkind = "frist"').replace(
            "2027-02", "2026-08-20"
        ),
    )
    assert comes(house) == ("08-20 23:59", "deadline: “Mentors”")
    house.close()


def test_what_was_kept_long_enough_is_blanked_once_a_day(house: House) -> None:
    start = house.now
    with house.unit() as unit:
        unit.inbox.store("telegram:1", "1", "said", 0, "telegram", "kari", start)
        unit.inbox.settle(1)
        row = unit.outbox.owe(Owed("telegram", "kari", "k", "heard"), start)
        assert row is not None
        unit.outbox.sent(row, "m1", start)
        unit.invitations.guessed("telegram", "kari", start)
    kept = {}
    for days in (1, 2.5, 6.5, 7.5, 29.5, 30.5):
        at = start + timedelta(days=days)
        house.beats(at.isoformat()[:19])
        kept[days] = held(house)
    assert kept == {
        1: ("said", "heard", 1),
        2.5: ("said", "heard", 0),
        6.5: ("said", "heard", 0),
        7.5: (None, "heard", 0),
        29.5: (None, "heard", 0),
        30.5: (None, "", 0),
    }
    house.beats((start + timedelta(days=30.5, seconds=5)).isoformat()[:19])
    with house.unit() as unit:
        unit.invitations.guessed("telegram", "kari", start)
    house.beats((start + timedelta(days=30.5, seconds=10)).isoformat()[:19])
    assert held(house)[2] == 1


def held(house: House) -> tuple[object, object, object]:
    sql = "SELECT (SELECT payload FROM inbox), (SELECT text FROM outbox), COUNT(*) FROM guess"
    payload, text, guesses = house.connection.execute(sql).fetchone()
    return payload, text, guesses
