"""What a code does for whom: guesses, roles, moves, and teams that are full."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.events import Address, Event, Said
from handlers.join.codes import codes
from handlers.programme_file.schema import Size
from tests.joining import (
    NOW,
    PROGRAMME,
    code,
    joined,
    memberships,
    newcomer,
    on_disk,
    places,
    resized,
)
from tests.room import Room, rows


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


@pytest.mark.parametrize(
    "written",
    ["{code}", "/start  {CODE} ", "https://t.me/mellom_bot?start={code}", "{half} {rest}"],
)
def test_a_code_is_taken_however_it_comes(room: Room, written: str) -> None:
    right = code(room)
    kari = newcomer(room)
    kari.says(
        written.format(code=right, CODE=right.upper(), half=right[:8].upper(), rest=right[8:])
    )
    assert "may this phone have Telegram?" in kari.last.text


def test_a_forwarded_invitation_lets_a_newcomer_in_and_is_a_members_own_affair(room: Room) -> None:
    link = f"https://t.me/mellom_bot?start={code(room, 'havnes-2')}"
    invitation = f"Bli med: {link}"
    kari = newcomer(room)
    kari.forwards(invitation)
    assert "may this phone have Telegram?" in kari.last.text
    member = joined(room, "102")
    for text in (invitation, "tilbakemeldingen"):
        member.says(text)
        assert "Do you want to move" not in member.last.text
    member.forwards(link)
    assert "Do you want to move" not in member.last.text
    member.says(link)
    assert "Do you want to move" in member.last.text
    assert rows(room.connection, "guess") == 0


def test_wrong_expired_and_used_codes_are_answered_alike(room: Room) -> None:
    used, expired = code(room, role="organiser"), code(room, role="facilitator")
    ola = newcomer(room, "201")
    ola.says(f"/start {used}")
    ola.taps("Yes, it is private")
    ola.taps("Kari Nordmann")
    room.passes(hours=73)
    replies = []
    for number, tried in enumerate((used, expired, "feilfeilfeilfeil")):
        sitter = newcomer(room, f"30{number}")
        sitter.says(f"/start {tried}")
        replies.append(sitter.text)
    assert len(set(replies)) == 1
    assert "I cannot let anyone in with that code" in replies[0]


def test_ten_wrong_codes_lock_guessing_for_a_day_even_for_a_right_one(room: Room) -> None:
    right, kari = code(room), newcomer(room)
    for _ in range(10):
        kari.says("/start feilfeilfeilfeil")
    locked = kari.last.text
    assert "until Tuesday 3 November at 10:00" in locked
    kari.says(f"/start {right}")
    assert kari.last.text == locked
    other = newcomer(room, "102")
    other.says(f"/start {right}")
    assert "may this phone have Telegram?" in other.last.text
    room.passes(days=1)
    kari.says(f"/start {right}")
    assert "may this phone have Telegram?" in kari.last.text


def test_a_hundred_wrong_codes_a_minute_slow_everybody(room: Room) -> None:
    right = code(room)
    for number in range(100):
        newcomer(room, f"9{number:03}").says("/start feilfeilfeilfeil")
    kari = newcomer(room)
    kari.says(f"/start {right}")
    assert kari.last.text == "Very many codes are being tried just now. Try again in a minute."
    room.passes(seconds=61)
    kari.says(f"/start {right}")
    assert "may this phone have Telegram?" in kari.last.text


def test_the_same_code_again_says_that_one_is_in(room: Room) -> None:
    kari = joined(room)
    kari.says(f"/start {code(room)}")
    assert kari.last.text.startswith("You are in Learning network for a safe start")
    assert places(room) == [("participant", "havnes-1", None)]


def test_another_teams_code_asks_before_moving(room: Room) -> None:
    kari = joined(room)
    kari.says(f"/start {code(room, 'havnes-2')}")
    assert kari.last.text == (
        "You are in the team Havnes, hjemmetjenesten. "
        "Do you want to move to the team Havnes, sykehjemmet?"
    )
    kari.taps("No, I stay")
    assert places(room) == [("participant", "havnes-1", None)]
    kari.says(f"/start {code(room, 'havnes-2')}")
    kari.says("yes, move me")
    assert places(room) == [("participant", "havnes-2", None)]
    assert kari.last.text.startswith("You are in the team Havnes, sykehjemmet now.")


def test_an_organiser_joins_without_a_function_and_is_told_what_they_can_do(room: Room) -> None:
    ola = newcomer(room)
    ola.says(f"/start {code(room, role='organiser')}")
    ola.taps("Yes, it is private")
    ola.taps("Kari Nordmann")
    assert places(room) == [("organiser", None, None)]
    assert "/summary" in ola.last.text
    assert "/broadcast" in ola.last.text


def test_an_organisers_code_adds_the_role_to_a_participant_without_a_question(room: Room) -> None:
    kari = joined(room)
    room.passes(minutes=1)
    kari.says(f"/start {code(room, role='organiser')}")
    assert places(room) == [("participant", "havnes-1", None), ("organiser", None, None)]
    assert "You are in!" in kari.last.text


def test_a_code_that_two_hold_lets_in_the_first_to_finish(room: Room) -> None:
    single = code(room, role="facilitator")
    first, second = newcomer(room, "201"), newcomer(room, "202")
    for sitter in (first, second):
        sitter.says(f"/start {single}")
        sitter.taps("Yes, it is private")
    first.taps("Kari Nordmann")
    second.taps("Kari Nordmann")
    assert [places(room, key) for key in ("201", "202")] == [[("facilitator", None, None)], []]
    assert "no longer opens anything" in second.last.text


def test_a_team_that_must_not_grow_takes_nobody_more_and_keeps_nothing(room: Room) -> None:
    resized(room, Size(min=1, max=1, rule="must"))
    kari, ola = newcomer(room), newcomer(room, "102", "Kvitugle Snøfonn")
    for sitter in (kari, ola):
        sitter.says(f"/start {code(room)}")
        sitter.taps("Yes, it is private")
    kari.taps("Kari Nordmann")
    ola.taps("Kvitugle")
    assert [len(places(room, key)) for key in ("101", "102")] == [1, 0]
    assert "is full: it can have 1 member." in ola.last.text
    assert "Ingrid Solli" in ola.last.text
    assert [rows(room.connection, one) for one in ("person", "draft", "answer")] == [1, 0, 0]
    assert b"Kvitugle" not in on_disk(room)


def test_a_team_that_should_not_grow_warns_softly(room: Room) -> None:
    resized(room, Size(min=1, max=1, rule="should"))
    for key in ("101", "102"):
        kari = newcomer(room, key)
        kari.says(f"/start {code(room)}")
        kari.taps("Yes, it is private")
        kari.taps("Kari Nordmann")
    assert "Your team now has 2 members here; it is meant to have 1 to 1." in kari.last.text
    assert places(room, "102") == [("participant", "havnes-1", None)]


def test_a_code_that_is_revoked_on_the_way_in_lets_nobody_in(room: Room) -> None:
    kari = newcomer(room)
    kari.says(f"/start {code(room)}")
    kari.taps("Yes, it is private")
    room.connection.execute("UPDATE team SET generation = 2")
    kari.taps("Kari Nordmann")
    assert places(room) == []
    assert "no longer opens anything" in kari.last.text


def test_the_seat_is_in_the_programme_joined_last(room: Room) -> None:
    kari = joined(room)
    programme = room.holds("eksempel.toml")
    other = programme.model_copy(update={"id": "annet", "name": "Annet", "team": ()})
    room.imports(other)
    with room.unit() as unit:
        second = codes(unit, "annet", room.now, None)[0].code
    room.passes(days=1)
    kari.says(f"/start {second}")
    kari.taps("mentor")
    with room.unit() as unit:
        assert unit.drafts.seat("telegram", "101", "101").programme == "annet"
    assert [(m.programme, m.job) for m in memberships(room)] == [
        (PROGRAMME, None),
        ("annet", "mentor"),
    ]


def test_no_code_and_no_name_stands_in_any_log(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        joined(room)
        newcomer(room, "102").says(f"/start {code(room)[:-1]}q")
    assert code(room) not in caplog.text
    assert "Kari" not in caplog.text


def test_an_organisers_code_is_nowhere_in_the_database_after_joining(room: Room) -> None:
    single = code(room, role="organiser")
    ola = newcomer(room)
    ola.says(f"/start {single}")
    ola.taps("Yes, it is private")
    ola.taps("Kari Nordmann")
    assert places(room) == [("organiser", None, None)]
    assert single.encode() not in on_disk(room)


def test_a_press_with_a_made_up_hash_opens_nothing(room: Room) -> None:
    kari = newcomer(room)
    kari.presses("phone:private:en:" + "A" * 43)
    assert rows(room.connection, "person") == 0
    assert "I cannot let anyone in with that code" in kari.last.text


@pytest.mark.parametrize(
    "data", ["phone:", "phone:private:xx:y", "phone:no", "move:", "move:a:no", "move:a:b:c"]
)
def test_a_broken_button_is_answered_and_changes_nothing(room: Room, data: str) -> None:
    kari = joined(room)
    kari.presses(data)
    assert "I cannot let anyone in with that code" in kari.last.text
    assert places(room) == [("participant", "havnes-1", None)]


def test_nobody_joins_in_a_group(room: Room) -> None:
    kari = newcomer(room)
    said = Said("m", f"/start {code(room)}")
    room.answers(
        Event(
            "telegram:1",
            "77",
            Address("telegram", "101"),
            "102",
            NOW,
            said,
            "Kari",
            "en",
            private=False,
        )
    )
    room.deliver()
    assert kari.last.text == "You join in a chat with me alone, so that nobody else sees your code."
    assert rows(room.connection, "person") == 0
