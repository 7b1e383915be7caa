"""A place that an organiser entered is taken by whoever it is for, and by nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers import roster
from handlers.codes import personal_ways
from handlers.programme_file.schema import Size
from handlers.visits import page_key, sign_in, visitor
from handlers.workbook import Listed
from storage.records import Membership, Person
from tests.joining import NOW, PROGRAMME, code, joined, memberships, newcomer, places, resized
from tests.room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    opened = Room(tmp_path, NOW)
    opened.holds("eksempel.toml")
    yield opened
    opened.close()


def entered(room: Room, name: str, team: str | None = "havnes-1", **more: str) -> str:
    with room.unit() as unit:
        return roster.enlist(unit, PROGRAMME, Listed(name, team=team, **more), NOW).id  # type: ignore[arg-type]


def everybody(room: Room) -> list[tuple[str, bool]]:
    with room.unit() as unit:
        found = unit.people.members(PROGRAMME)
        return sorted((str(unit.people.find(one.person).name), one.listed) for one in found)  # type: ignore[union-attr]


def everyone(room: Room) -> list[Person]:
    with room.unit() as unit:
        return unit.people.after("", 99)


def test_the_name_of_somebody_who_was_entered_takes_their_place_and_makes_nobody_new(
    room: Room,
) -> None:
    person = entered(room, "kari nordmann", job="mentor")
    kari = joined(room)
    assert kari.last.text.startswith("Thank you, kari nordmann. You are in!")
    assert [(one.person, one.job, one.listed) for one in memberships(room)] == [
        (person, "mentor", False)
    ]
    assert len(everyone(room)) == 1


def test_a_browser_that_sat_in_the_place_before_is_signed_out_when_it_is_taken(room: Room) -> None:
    person = entered(room, "kari nordmann")
    with room.unit() as unit:
        token = sign_in(unit, page_key(unit, person), "Firefox", NOW)
    joined(room)
    with room.unit() as unit:
        assert visitor(unit, token, NOW) is None


@pytest.mark.parametrize(
    ("name", "team"), [("Kari Nordmann", "elvvik-1"), ("Kari Normann", "havnes-1")]
)
def test_another_name_or_team_is_somebody_else(room: Room, name: str, team: str) -> None:
    entered(room, name, team)
    joined(room)
    assert everybody(room) == sorted([("Kari Nordmann", False), (name, True)])


def test_of_two_with_one_name_nobodys_place_is_taken(room: Room) -> None:
    for mail in ("a@example.no", "b@example.no"):
        person = entered(room, f"Kari {mail}", mail=mail)
        with room.unit() as unit:
            unit.people.name(person, "Kari Nordmann")
    joined(room)
    expected = [("Kari Nordmann", listed) for listed in (False, True, True)]
    assert everybody(room) == expected


def test_who_has_been_here_is_nobodys_place_any_longer(room: Room) -> None:
    joined(room)
    joined(room, "102")
    assert everybody(room) == [("Kari Nordmann", False)] * 2


def test_a_teams_code_gives_nobody_an_organisers_place(room: Room) -> None:
    person = entered(room, "Kari Nordmann")
    with room.unit() as unit:
        unit.people.join(Membership(person, PROGRAMME, "organiser", None, None, NOW, listed=True))
    joined(room)
    assert places(room) == [("participant", "havnes-1", None)]
    assert memberships(room)[0].person != person


def test_a_full_team_has_room_for_the_one_it_waits_for_and_for_nobody_else(room: Room) -> None:
    resized(room, Size(min=1, max=2, rule="must"))
    comes(room, "101", "Kari")
    entered(room, "Siri")
    assert comes(room, "102", "Per").startswith("The team Havnes, hjemmetjenesten is full")
    assert comes(room, "103", "Siri").startswith("Thank you, Siri. You are in!")
    assert comes(room, "104", "Ola").startswith("The team Havnes, hjemmetjenesten is full")
    assert everybody(room) == [("Kari", False), ("Siri", False)]


def comes(room: Room, key: str, name: str) -> str:
    """Somebody opens the team's link and says who they are, where nothing else is asked."""
    sitter = newcomer(room, key, name)
    sitter.says(f"/start {code(room)}")
    if "full" not in sitter.last.text:
        sitter.taps("Yes, it is private")
    if "full" not in sitter.last.text:
        sitter.taps(name)
    return sitter.last.text


def test_a_personal_link_in_the_chat_gives_the_place_without_a_question(room: Room) -> None:
    person = entered(room, "Kari Nordmann", job="mentor")
    with room.unit() as unit:
        secret = personal_ways(unit, person, NOW).code
    kari = newcomer(room, "101", "Somebody")
    kari.says(f"/start {secret}")
    kari.taps("Yes, it is private")
    assert kari.last.text.startswith("Thank you, Kari Nordmann. You are in!")
    assert places(room) == [("participant", "havnes-1", "mentor")]
    other = newcomer(room, "102")
    other.says(f"/start {secret}")
    assert other.last.text.startswith("I cannot let anyone in with that code")


def test_somebody_elses_personal_link_changes_nothing_for_who_is_here(room: Room) -> None:
    kari = joined(room)
    person = entered(room, "Siri")
    with room.unit() as unit:
        secret = personal_ways(unit, person, NOW).code
    kari.says(f"/start {secret}")
    assert kari.last.text.startswith("That link is for one other person")
    assert everybody(room) == [("Kari Nordmann", False), ("Siri", True)]


def test_who_was_entered_is_told_what_is_kept_the_first_time_that_they_act(room: Room) -> None:
    person = entered(room, "Kari Nordmann")
    with room.unit() as unit:
        unit.people.speak(person, "en")
        unit.people.live_at(person, "telegram", "101")
    kari = newcomer(room)
    kari.says("/status")
    assert kari.screen[0].text.startswith(
        "An organiser of Learning network for a safe start has entered you here.\n\n"
        "Before you tell me anything:\n• I keep your name"
    )
    told = len(kari.screen)
    assert [command for command, _ in kari.menu][:1] != []
    kari.says("/status")
    assert len(kari.screen) == told + 1
    assert everybody(room) == [("Kari Nordmann", False)]
