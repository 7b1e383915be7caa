"""The menu of each role, in each language, as Telegram takes it."""

import re
from pathlib import Path

import pytest

from handlers import guide
from handlers.desk import COMMANDS
from handlers.feature import ANYONE, Command
from handlers.guide.menus import menu, name
from handlers.markup import Html
from handlers.tongue import Tongue, tongue
from handlers.turn import LEADERS, MEMBERS, Turn
from storage.records import Membership, Role
from tests.room import Room
from tests.seated import seated, turn_of
from tests.test_waiting import oslo

EN = tongue("en")
PARTICIPANT: frozenset[Role] = frozenset({"participant"})


def does_nothing(_turn: Turn, _rest: str) -> None:
    """Stand for any command."""


def about(_t: Tongue) -> Html:
    return Html("Fish &amp; <b>chips</b>")


def command(
    *words: str,
    roles: frozenset[Role] = ANYONE,
    menu: frozenset[Role] = MEMBERS,
    nb: str | None = None,
) -> Command:
    return Command(words, does_nothing, about, roles, menu, {"nb": nb} if nb else {})


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    return room


def test_a_participants_menu_holds_the_first_five_that_are_for_them() -> None:
    commands = [command(one) for one in "abcdefg"]
    hidden = command("x", menu=ANYONE)
    leaders = command("y", roles=LEADERS, menu=LEADERS)
    found = menu([hidden, leaders, *commands], PARTICIPANT, EN)
    assert found == [(one, "Fish & chips") for one in "abcde"]


def test_a_leaders_menu_holds_all_that_is_for_them() -> None:
    commands = [command(one) for one in "abcdef"]
    leaders = command("y", roles=LEADERS, menu=LEADERS)
    both: frozenset[Role] = frozenset({"participant", "organiser"})
    assert [one for one, _ in menu([leaders, *commands], both, EN)] == ["y", *"abcdef"]


def test_a_menu_shows_nothing_that_the_desk_would_refuse() -> None:
    assert menu([command("a", roles=LEADERS)], PARTICIPANT, EN) == []


def test_one_without_a_role_finds_what_anyone_may_use() -> None:
    commands = [command("a"), command("b", roles=PARTICIPANT), command("c", menu=LEADERS)]
    assert [one for one, _ in menu(commands, frozenset(), EN)] == ["a"]


@pytest.mark.parametrize(
    ("nb", "language", "shown"),
    [
        ("påmelding", "nb", "pamelding"),
        ("Fortsett senere", "nb", "fortsett_senere"),
        ("påmelding", "en", "attendance"),
        ("справка", "nb", "attendance"),
        (None, "nb", "attendance"),
        ("x" * 33, "nb", "attendance"),
    ],
)
def test_a_name_is_in_their_language_as_telegram_takes_it(
    nb: str | None, language: str, shown: str
) -> None:
    assert name(command("attendance", nb=nb), tongue(language)) == shown


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("roles", [frozenset(), PARTICIPANT, LEADERS])
def test_the_houses_menu_is_one_that_telegram_takes(language: str, roles: frozenset[Role]) -> None:
    found = menu(COMMANDS, roles, tongue(language))
    assert found
    assert len({one for one, _ in found}) == len(found)
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", one) for one, _ in found)
    assert all(1 <= len(told) <= 256 for _, told in found)


def test_the_menu_that_is_offered_follows_what_the_person_is_now(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        turn = turn_of(room, unit, "1")
        commands = [command("a"), command("b", roles=LEADERS, menu=LEADERS)]
        assert turn.roles == PARTICIPANT
        person = turn.memberships[0].person
        unit.people.join(Membership(person, "trygg-oppstart", "organiser", None, None, room.now))
        guide.offer(turn, commands)
    room.deliver()
    assert kari.menu == [["a", "Fish & chips"], ["b", "Fish & chips"]]
