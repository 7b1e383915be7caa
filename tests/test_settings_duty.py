"""Who speaks for a team: said by its participants, and told to whoever did before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.joining import NOW, code, joined, memberships
from tests.room import Room, Sitter
from tests.settled import BOTH, Settled, wall


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    yield house
    house.close()


@pytest.fixture
def kari(house: Settled) -> Sitter:
    return house.comes("1", "Kari")


def test_who_says_that_they_are_the_contact_person_is_it(house: Settled, kari: Sitter) -> None:
    kari.says("/settings")
    kari.taps("Contact person")
    assert kari.last.text == (
        "Who speaks for Fjord?\n"
        "• Contact person: Anne Berg\n"
        "• Deputy: nobody yet\n\n"
        "Reminders of the report come to the contact person and the deputy first. Everybody in "
        "the team can write and deliver it all the same."
    )
    kari.says("i am the contact person")
    assert house.duties() == {"1": "contact"}
    assert kari.last.text == (
        "Thank you! You are the contact person of Fjord now. Reminders of the report come to you "
        "and the deputy first."
    )


def test_who_spoke_for_the_team_is_told_kindly_who_does_now(house: Settled, kari: Sitter) -> None:
    ola, per = house.comes("2", "Ola"), house.comes("3", "Per", team="b")
    kari.presses("duty:deputy")
    per.presses("duty:deputy")
    ola.presses("duty:deputy")
    assert house.duties() == {"2": "deputy", "3": "deputy"}
    assert kari.last.text == (
        "Ola is the deputy of Fjord now, in your place. Thank you for what you have done! If this "
        "is a mistake, /settings lets you change it."
    )
    assert len(per.screen) == 1


def test_who_spoke_for_the_team_is_not_told_in_the_evening_nor_of_what_has_changed_back(
    house: Settled, kari: Sitter
) -> None:
    ola = house.comes("2", "Ola")
    house.now = wall("2026-08-07T21:00")  # a Friday
    for who in (kari, ola, kari):
        who.presses("duty:contact")
    assert [one.text.split(" ")[0] for one in (*kari.screen, *ola.screen)] == ["Thank"] * 3
    house.beats("2026-08-09T12:00")
    house.beats("2026-08-10T08:59")
    assert len(ola.screen) == 1
    house.beats("2026-08-10T09:00")
    assert ola.last.text.startswith("Kari is the contact person of Fjord now, in your place.")
    assert len(kari.screen) == 2


def test_saying_it_twice_tells_nobody_anything(house: Settled, kari: Sitter) -> None:
    ola = house.comes("2", "Ola")
    kari.presses("duty:contact")
    kari.presses("duty:contact")
    assert (house.duties(), ola.screen, len(kari.screen)) == ({"1": "contact"}, [], 2)


def test_who_is_neither_any_longer_leaves_it_to_everybody(house: Settled, kari: Sitter) -> None:
    kari.presses("duty:contact")
    kari.presses("duty:ask")
    kari.taps("Neither of them")
    assert house.duties() == {}
    assert kari.last.text.startswith("You are neither contact person nor deputy of Fjord.")


def test_one_person_has_one_duty(house: Settled, kari: Sitter) -> None:
    kari.presses("duty:contact")
    kari.presses("duty:deputy")
    assert house.duties() == {"1": "deputy"}


def test_who_moves_to_another_team_speaks_for_it_only_if_they_say_so(tmp_path: Path) -> None:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    kari = joined(room)
    kari.presses("duty:contact")
    assert [one.duty for one in memberships(room)] == ["contact"]
    kari.says(f"/start {code(room, 'havnes-2')}")
    kari.says("yes, move me")
    assert [(one.team, one.duty) for one in memberships(room)] == [("havnes-2", None)]
    room.close()


def test_a_withdrawn_team_has_nobody_who_speaks_for_it(tmp_path: Path) -> None:
    house = Settled(tmp_path, BOTH.replace("withdrawn = true\n", ""))
    gone = house.comes("7", team="c")
    house.reads(BOTH)
    gone.presses("duty:contact")
    assert house.duties() == {}
    gone.says("/settings")
    assert gone.last.text.startswith("This is how I remind you")
