"""A rehearsal: a whole programme lived by people, the same each time, and nothing wrong in it."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal import judged, play
from bot.rehearsal.audit import Fault
from bot.rehearsal.house import House
from bot.rehearsal.play import rehearse
from bot.rehearsal.values import UNASKED, Rehearsal
from handlers import tick
from handlers.programme_file import first_day
from tests.commanded import ROOT, Terminal
from tests.rehearsals import SMALL, played, played_small, small
from tests.room import PROGRAMMES

FILES = sorted(file.name for file in PROGRAMMES.glob("*.toml"))
# The others state no day, and no month that somebody could be asked to make a day of.
SENDING = ["eksempel.toml", "mentor-troms-finnmark.toml", "orkdal.toml"]
NONE = {"duplicate": 0, "stale": 0, "out-of-hours": 0, "after-delivery": 0, "too-many": 0}


@pytest.fixture
def mellom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    return Terminal(tmp_path, monkeypatch, capsys)


def unasked(of: Rehearsal) -> list[tuple[datetime, int, str]]:
    return [(one.at, one.player, one.text) for one in of.messages if one.cause in UNASKED]


# The six files


def test_the_six_example_files_are_rehearsed() -> None:
    assert len(FILES) == 6
    assert [name for name in FILES if unasked(played(name).played)] == SENDING


@pytest.mark.parametrize("name", FILES)
def test_the_auditor_finds_nothing_wrong(name: str) -> None:
    found = played(name)
    wrong = [(one.kind, one.why, one.message.at) for one in found.faults]
    assert (wrong, found.counted.faults) == ([], NONE)


@pytest.mark.parametrize("name", SENDING)
def test_nobody_gets_more_than_a_fortnight_allows_and_the_goal_is_met(name: str) -> None:
    counted = played(name).counted
    assert (counted.in_fourteen_days <= 3, counted.median <= 3) == (True, True)


def test_the_mentor_network_gets_its_dates_along_the_way() -> None:
    """Its file knows months: the organiser is asked for each date, sets it, and all hear of it."""
    versions = played("mentor-troms-finnmark.toml").played.versions
    dated = [sum(first_day(m.when) is not None for m in v.programme.milestone) for v in versions]
    assert dated == [2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("name", SENDING)
def test_the_crowd_does_what_it_is_asked_for(name: str) -> None:
    """Else nothing would ever be done, and nothing could be said after it was done."""
    of = played(name).played
    deeds = {one.deed for one in of.done}
    wanted = {"reflected"} if of.programme.reflection else set()
    wanted |= {"delivered"} if of.programme.report else set()
    wanted |= {"signed up"} if of.programme.samling and of.programme.samling.sign_up else set()
    assert wanted - deeds == set()


def test_the_crowd_behaves_like_people() -> None:
    of = played("mentor-troms-finnmark.toml").played
    wishes = {(one.hour is not None, one.paused_until is not None) for one in of.wishes}
    joined = sorted(one.joined_at for one in of.players if one.joined_at)
    assert {(True, False), (False, True)} <= wishes
    assert of.snoozes != ()
    assert (joined[-1] - joined[0]).days > 60


# The same each time


def test_two_rehearsals_of_a_file_are_equal() -> None:
    assert rehearse(small()) == played_small().played


def test_another_seed_is_another_crowd() -> None:
    assert rehearse(small(), seed=7).players != played_small().played.players


def test_they_are_equal_in_two_processes_whatever_hashes_they_have(tmp_path: Path) -> None:
    file = tmp_path / "liten.toml"
    file.write_text(SMALL.replace("LANGUAGE", "nb"), encoding="utf-8")
    told = [_in_a_process(file, tmp_path, hashes) for hashes in ("1", "2")]
    assert told[0] == told[1]
    assert json.loads(told[0]) == json.loads(json.dumps(played_small().as_json()))


def _in_a_process(file: Path, folder: Path, hashes: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-m", "bot.cli", "rehearse", str(file), "--json"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": hashes},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return ended.stdout


class _Everybody:
    """Asks the house itself when something happens next, after every deed: slow, and sure."""

    is_for_all = False

    def __init__(self, house: House) -> None:
        self._house = house

    def next(self) -> datetime | None:
        return self._house.run(lambda unit: tick.next_instant(unit, self._house.now))

    def is_due(self, _acted: object, _stirred: object) -> bool:
        return True

    def is_served(self, *, is_changed: bool) -> None:
        pass


def test_what_is_due_is_found_as_the_house_itself_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(play, "Agenda", _Everybody)
    assert unasked(rehearse(small())) == unasked(played_small().played)


# What is printed


def test_the_rehearsal_speaks_the_programmes_language(mellom: Terminal) -> None:
    file = mellom.writes("liten.toml", SMALL.replace("LANGUAGE", "en"))
    told = mellom("rehearse", file)
    assert (told.code, told.err) == (0, [])
    assert told.out[0] == "A rehearsal of Liten"
    for line in (
        "The goal, a median of at most 3, is met.",
        "Said twice: 0",
        "Too late to be true: 0",
        "At a wrong time: 0",
        "After it was done: 0",
        "Too many: 0",
        "Reminders a person and month",
        "All that is sent in September 2026",
        "All the rest, in short",
    ):
        assert line in told.out


def test_a_line_of_the_table_adds_up_to_what_that_person_got() -> None:
    found = played_small("en")
    for player in found.played.players:
        row = found.counted.table[player.number]
        mine = [m for m in found.played.messages if (m.player, m.cause) == (player.number, "push")]
        assert sum(row.values()) == len(mine)


def test_all_prints_every_message_that_nobody_asked_for_in_full() -> None:
    found = played_small("en")
    told = found.in_words(everything=True)
    for text in {text for _, _, text in unasked(found.played)}:
        assert "\n".join(f"    {line}" for line in text.splitlines()) in told


def test_a_fault_is_named_and_ends_the_command_with_one(
    mellom: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = Fault("stale", played_small("en").played.messages[0], "planted")
    monkeypatch.setattr("bot.rehearsal.judging.audit", lambda _played: [fault])
    assert judged(small("en")).counted.faults == {**NONE, "stale": 1}
    told = mellom("rehearse", mellom.writes("liten.toml", SMALL.replace("LANGUAGE", "en")))
    assert (told.code, "Too late to be true: 1" in told.out) == (1, True)
    assert any(line.endswith("stale (planted)") for line in told.out)


def test_the_data_have_a_shape_that_programs_can_rely_on() -> None:
    data: Any = json.loads(json.dumps(played_small().as_json()))
    assert set(data) == {
        "programme", "seed", "from", "to", "summary", "people", "faults", "messages",
    }  # fmt: skip
    assert set(data["summary"]) == {
        "people", "messages", "pushes_a_month", "most_pushes_in_14_days", "busiest_person",
        "busiest_day", "faults",
    }  # fmt: skip
    assert {tuple(one) for one in data["people"]} == {
        ("number", "name", "role", "team", "joined", "pushes")
    }
    assert {tuple(one) for one in data["messages"]} == {
        ("at", "person", "team", "cause", "parts", "text", "silent", "file")
    }
    told = [datetime.fromisoformat(one["at"]) for one in data["messages"]]
    assert told == [one.at for one in played_small().played.messages]
    assert (data["summary"]["faults"], data["faults"]) == (NONE, [])


def test_a_picture_is_drawn_the_same_each_time(mellom: Terminal, tmp_path: Path) -> None:
    file = mellom.writes("liten.toml", SMALL.replace("LANGUAGE", "nb"))
    drawn = tmp_path / "liten.png"
    assert mellom("rehearse", file, "--picture", drawn).code == 0
    content = drawn.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert content == played_small().as_picture()


def test_a_programme_without_a_day_says_that_it_sends_nothing(mellom: Terminal) -> None:
    bare = '[teams]\n[[milestone]]\nid = "m"\nkind = "fase"\ntitle = "En gang"\n'
    head = 'schema = 1\nid = "tom"\nname = "Tom"\nlanguage = "en"\n'
    file = mellom.writes("tom.toml", head + bare)
    told = mellom("rehearse", file)
    wanted = "This programme sends nothing by itself: no milestone has a day."
    assert (told.code, told.out) == (0, [wanted])
    assert mellom("rehearse", file, "--json").data["messages"] == []
