"""What comes next, as it is foretold by the rules themselves, and as it really comes."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from handlers.remind.coming import coming
from handlers.remind.standing import Register, heard
from storage.records import Role
from tests.remind_house import OSLO, OTHER
from tests.room import Sitter
from tests.settled import EVERYTHING, Settled, wall

FORETOLD = 12


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    yield house
    house.close()


@pytest.fixture
def kari(house: Settled) -> Sitter:
    return house.comes("1", "Kari")


def test_what_is_foretold_is_what_comes(tmp_path: Path) -> None:
    """The prophecy made on each tenth day is held against what is really said after it."""
    house = Settled(tmp_path, EVERYTHING)
    roles: dict[str, Role] = {"1": "participant", "2": "facilitator", "3": "organiser"}
    for key, role in roles.items():
        house.comes(key, team="a" if key != "3" else None, role=role)
    house.chooses("1", hour="16:00", days="12346")
    foretold: list[tuple[str, str, list[str]]] = []
    at = wall("2026-08-10T00:30")
    while at < wall("2026-12-20T00:30"):
        if at.hour in (0, *range(9, 18)):
            house.beats(f"{at:%Y-%m-%dT%H:%M}")
        if at.hour == 0 and at.minute == 30 and at.day % 10 == 1:
            foretold += [(f"{at:%m-%d}", key, next_of(house, key)) for key in roles]
        at += timedelta(minutes=30)
    said_ = {key: pushed(house, key) for key in roles}
    really = [
        (made, key, [when for when in said_[key] if when > made][: len(when_)])
        for made, key, when_ in foretold
    ]
    assert foretold == really
    assert sum(len(when) for _, _, when in foretold) > 150
    house.close()


def pushed(house: Settled, key: str) -> list[str]:
    """When each push went out."""
    with house.unit() as unit:
        found = unit.pushes.of_person(house.id_of(key))
    return [f"{one.made_at.astimezone(OSLO):%m-%d %H:%M}" for one in found]


def next_of(house: Settled, key: str) -> list[str]:
    """When the next pushes of the year are foretold, on the wall in Oslo."""
    person = house.id_of(key)
    with house.unit() as unit:
        standings = Register(unit, house.now).of(person)
        rules = standings[0].rules
        known = heard(unit, person, house.now.astimezone(rules.zone).date())
        ahead = coming(lambda at: Register(unit, at).of(person), known, house.now)
        found = [one.at.astimezone(OSLO) for one in islice(ahead, FORETOLD)]
    return [f"{at:%m-%d %H:%M}" for at in found if at < wall("2026-12-19T00:00")]


def test_what_was_put_off_comes_next_on_its_day(house: Settled, kari: Sitter) -> None:
    house.beats("2026-11-18T13:30")
    kari.presses(
        next(b.data or "" for b in kari.last.buttons if b.text == "Remind me later") + ":1"
    )
    kari.says("/why")
    assert (
        "• Thursday 19 November 2026, at about 13:30: the report before Findings and the gathering "
        "Findings"
    ) in kari.last.text


def test_what_is_done_does_not_come(house: Settled, kari: Sitter) -> None:
    house.beats("2026-11-18T13:30")
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
    kari.says("/why")
    assert "the report before" not in kari.last.text.split("What comes next")[1]


def test_in_a_pause_it_is_said_so_and_nothing_comes_before_its_end(
    house: Settled, kari: Sitter
) -> None:
    house.now = wall("2026-11-16T10:00")
    kari.says("/pause 1")
    kari.says("/why")
    coming_, pause = kari.last.text.split("What comes next\n")[1].split("\n\n")[:2]
    assert coming_.startswith("• Monday 23 November 2026")
    assert pause == "You have a pause until Monday 23 November 2026."


def test_when_all_is_over_nothing_is_planned(house: Settled, kari: Sitter) -> None:
    house.now = wall("2027-06-01T10:00")
    kari.says("/why")
    assert "Nothing is planned that I would remind you of." in kari.last.text


def test_who_is_in_two_programmes_sees_which_one_each_thing_is_of(
    house: Settled, kari: Sitter
) -> None:
    house.reads(OTHER)
    house.member("1", None, programme="annet")
    house.beats("2026-11-18T13:30")
    kari.says("/why")
    assert "• The gathering Findings (Network), since it concerns you." in kari.last.text
