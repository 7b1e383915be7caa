"""Codes open what they are for and nothing else; guessing is borne ten times an hour."""

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.guesses import locked_until
from handlers.join.codes import (
    Code,
    Grant,
    codes,
    codes_json,
    hashed,
    looks_like_code,
    read_code,
    recognised,
    team_code,
)
from tests.room import Room

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"
TEAMS_WITH_TELEGRAM = 11


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def made(room: Room, username: str | None = None) -> list[Code]:
    with room.unit() as unit:
        return codes(unit, PROGRAMME, room.now, username)


def of_role(found: list[Code], role: str) -> Code:
    return next(one for one in found if one.role == role)


def of_team(found: list[Code], team: str) -> Code:
    return next(one for one in found if one.team == team)


def opened(room: Room, code: str) -> Grant | None:
    with room.unit() as unit:
        return recognised(unit, code, room.now)


def raise_generation(room: Room, team: str) -> None:
    room.connection.execute("UPDATE team SET generation = generation + 1 WHERE id = ?", (team,))


def test_each_team_with_telegram_has_a_code_and_there_is_one_for_each_who_leads(room: Room) -> None:
    found = made(room)
    assert [one.role for one in found] == ["participant"] * TEAMS_WITH_TELEGRAM + [
        "organiser",
        "facilitator",
    ]
    assert "lyngsund" not in {one.team for one in found}  # it has no Telegram
    assert len({one.code for one in found}) == len(found)


def test_a_code_has_eighty_bits_and_fits_in_a_link_and_in_a_button(room: Room) -> None:
    for one in made(room):
        assert re.fullmatch(r"[a-z2-7]{16}", one.code)
    assert len(hashed("x").encode()) == 43


def test_a_teams_code_stays_the_same_and_the_others_are_new_each_time(room: Room) -> None:
    first, second = made(room), made(room)
    assert first[:TEAMS_WITH_TELEGRAM] == second[:TEAMS_WITH_TELEGRAM]
    assert not {c.code for c in first[-2:]} & {c.code for c in second[-2:]}


def test_each_code_opens_what_it_was_made_for(room: Room) -> None:
    found = made(room)
    assert [opened(room, one.code) for one in found] == [
        Grant(PROGRAMME, one.role, one.team, hashed(one.code)) for one in found
    ]


def test_every_single_other_letter_opens_nothing(room: Room) -> None:
    right = of_team(made(room), "havnes-1").code
    others = [
        right[:place] + letter + right[place + 1 :]
        for place, letter in itertools.product(range(16), "az27")
        if right[place] != letter
    ]
    assert [one for one in others if opened(room, one)] == []


def test_nothing_opens_without_a_code(room: Room) -> None:
    made(room)
    assert [opened(room, said) for said in ("", " ", "kode", "0" * 16, "å" * 16)] == [None] * 5


def test_before_the_first_code_is_made_nothing_opens(room: Room) -> None:
    assert opened(room, team_code(b"", PROGRAMME, "havnes-1", 1)) is None


def test_raising_the_generation_revokes_that_teams_code_alone(room: Room) -> None:
    before = made(room)
    raise_generation(room, "havnes-1")
    assert opened(room, of_team(before, "havnes-1").code) is None
    assert opened(room, of_team(before, "havnes-2").code) is not None
    assert opened(room, of_team(made(room), "havnes-1").code) is not None


def test_a_withdrawn_teams_code_opens_nothing(room: Room) -> None:
    code = of_team(made(room), "havnes-1").code
    programme = room.holds("eksempel.toml")
    left = [t for t in programme.team if t.id != "havnes-1"]
    room.imports(programme.model_copy(update={"team": tuple(left)}))
    assert opened(room, code) is None


def test_a_code_for_one_is_good_for_three_days(room: Room) -> None:
    code = of_role(made(room), "organiser").code
    room.now = NOW + timedelta(hours=72, seconds=-1)
    assert opened(room, code) is not None
    room.now = NOW + timedelta(hours=72)
    assert opened(room, code) is None


def test_a_code_for_one_is_good_once(room: Room) -> None:
    code = of_role(made(room), "facilitator").code
    with room.unit() as unit:
        assert unit.invitations.use(hashed(code), room.now)
        assert not unit.invitations.use(hashed(code), room.now)
    assert opened(room, code) is None


def test_codes_for_one_stand_in_the_database_as_hashes_alone(room: Room) -> None:
    found = made(room)
    room.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = room.path.read_bytes()
    assert [one.role for one in found if one.code.encode() in kept] == []
    assert hashed(of_role(found, "organiser").code).encode() in kept


def test_two_houses_have_different_codes_for_one_team(room: Room, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Room(tmp_path / "other", NOW)
    other.holds("eksempel.toml")
    assert of_team(made(room), "havnes-1").code != of_team(made(other), "havnes-1").code
    other.close()


def test_a_programme_without_teams_has_one_code_for_all(room: Room) -> None:
    programme = room.holds("eksempel.toml")
    room.imports(programme.model_copy(update={"team": (), "teams": None}))
    found = made(room)
    assert [(one.role, one.team) for one in found] == [
        ("participant", ""),
        ("organiser", ""),
        ("facilitator", ""),
    ]
    assert opened(room, found[0].code) == Grant(PROGRAMME, "participant", "", hashed(found[0].code))


def test_a_programme_that_is_not_here_has_no_codes(room: Room) -> None:
    with room.unit() as unit, pytest.raises(LookupError):
        codes(unit, "ukjent", room.now, None)


def test_the_json_names_role_team_code_and_link() -> None:
    found = [
        Code("participant", "tromso-1", "abc", "https://t.me/mellom_bot?start=abc"),
        Code("organiser", "", "def", None),
    ]
    assert codes_json("p", found) == {
        "programme": "p",
        "codes": [
            {
                "role": "participant",
                "team": "tromso-1",
                "code": "abc",
                "link": "https://t.me/mellom_bot?start=abc",
            },
            {"role": "organiser", "code": "def", "link": None},
        ],
    }


def test_a_link_leads_to_the_bot_with_the_code(room: Room) -> None:
    found = made(room, "mellom_bot")
    assert [one.link for one in found] == [
        f"https://t.me/mellom_bot?start={one.code}" for one in found
    ]


@pytest.mark.parametrize(
    "said",
    [
        "abcdefghijklmn27",
        " ABCD EFGH\nIJKL MN27 ",
        "abcd-efgh-ijkl-mn27",
        "https://t.me/mellom_bot?start=abcdefghijklmn27",
        "Hei! Trykk her: https://t.me/mellom_bot?start=ABCDEFGHIJKLMN27 så er du inne",
    ],
)
def test_case_spaces_hyphens_and_links_are_forgiven(said: str) -> None:
    assert read_code(said) == "abcdefghijklmn27"
    assert looks_like_code(said)


@pytest.mark.parametrize("said", ["hei", "abcdefghijklmn01", "", "https://example.org/x"])
def test_what_is_no_code_does_not_look_like_one(said: str) -> None:
    assert not looks_like_code(said)


def minutes(*each: int) -> list[datetime]:
    return [NOW + timedelta(minutes=minute) for minute in each]


def test_ten_wrong_tries_in_an_hour_lock_for_a_day_from_the_tenth() -> None:
    tries = minutes(0, 6, 12, 18, 24, 30, 36, 42, 48, 60)
    tenth = tries[-1]
    assert locked_until(tries, tenth) == tenth + timedelta(days=1)
    assert locked_until(tries, tenth + timedelta(days=1, seconds=-1)) == tenth + timedelta(days=1)
    assert locked_until(tries, tenth + timedelta(days=1)) is None


def test_nine_wrong_tries_or_ten_in_more_than_an_hour_lock_nothing() -> None:
    assert locked_until(minutes(*range(9)), NOW + timedelta(minutes=9)) is None
    spread = minutes(0, 6, 12, 18, 24, 30, 36, 42, 48, 61)
    assert locked_until(spread, spread[-1]) is None
