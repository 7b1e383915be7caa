"""A rehearsal: every message of a programme, in order, never at a wrong hour."""

from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.rehearse import Sent, in_words, rehearsed
from handlers.programme_file import ProgrammeFile, read_programme
from handlers.working_days import Pause, is_working
from tests.commanded import Terminal
from tests.room import PROGRAMMES

FILES = sorted(file.name for file in PROGRAMMES.glob("*.toml"))
# What these send by itself; the others state no day that a reminder could go by.
SENDING = ["eksempel.toml", "mentor-troms-finnmark.toml", "orkdal.toml"]
# One samling, one team that has Telegram and one that has none.
SMALL = """
schema = 1
id = "liten"
name = "Liten"
language = "LANGUAGE"
[teams]
[[team]]
id = "a"
name = "Havnes"
[[team]]
id = "b"
name = "Elvvik"
telegram = false
[[milestone]]
id = "samling-1"
kind = "samling"
title = "Start"
when = "2026-09-10T10:00/2026-09-10T14:00"
"""
CALENDAR = """\
Thursday 27 August 2026

13:30  the participants in Havnes, the facilitators and the organisers
    The gathering Start is in two weeks: Thursday 10 September, 10:00–14:00.


Tuesday 8 September 2026

13:30  the participants in Havnes, the facilitators and the organisers
    The gathering Start is in two days: Thursday 10 September, 10:00–14:00.


2 messages in all, if nobody answers."""


@pytest.fixture
def mellom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    return Terminal(tmp_path, monkeypatch, capsys)


@cache
def played(name: str) -> tuple[ProgrammeFile, list[Sent]]:
    programme = read_programme((PROGRAMMES / name).read_text(encoding="utf-8"))
    return programme, rehearsed(programme)


def small(language: str) -> ProgrammeFile:
    return read_programme(SMALL.replace("LANGUAGE", language))


def test_the_six_example_files_are_rehearsed() -> None:
    assert len(FILES) == 6
    assert [name for name in FILES if played(name)[1]] == SENDING


@pytest.mark.parametrize("name", FILES)
def test_what_is_rehearsed_comes_in_order_in_working_hours_and_silently(name: str) -> None:
    programme, sent = played(name)
    quiet, pauses = programme.reminders.quiet, programme.reminders.pauses
    off = [Pause(one.first, one.last) for one in pauses]
    awake = [quiet.to <= one.at.time() < quiet.from_ for one in sent]
    at_work = [is_working(one.at.date(), off) for one in sent]
    assert (all(awake), all(at_work), all(one.silent for one in sent)) == (True, True, True)
    assert sent == sorted(sent, key=lambda one: one.at)


@pytest.mark.parametrize("name", FILES)
def test_nobody_is_told_more_than_a_fortnight_allows(name: str) -> None:
    """Three pushes, and the question in the room, which is asked besides."""
    _, sent = played(name)
    seats = {(one.role, one.team) for one in sent}
    for seat in seats:
        mine = [one.at for one in sent if (one.role, one.team) == seat]
        most = max(sum(at <= one < at + timedelta(days=14) for one in mine) for at in mine)
        assert most <= 4, (seat, most)


def test_a_small_programme_is_told_as_a_calendar() -> None:
    programme = small("en")
    told = in_words(rehearsed(programme), programme)
    assert told == CALENDAR


def test_data_name_the_role_and_the_team() -> None:
    found = [(one["role"], one["team"]) for one in map(Sent.as_json, rehearsed(small("nb")))]
    assert sorted(set(found), key=str) == [
        ("facilitator", None),
        ("organiser", None),
        ("participant", "a"),
    ]


def test_the_rehearsal_speaks_the_programmes_language(mellom: Terminal) -> None:
    file = mellom.writes("liten.toml", SMALL.replace("LANGUAGE", "nb"))
    told = mellom("rehearse", file)
    assert (told.code, told.out[0]) == (0, "Torsdag 27. august 2026")
    data = mellom("rehearse", file, "--json").data
    assert {tuple(one) for one in data} == {("at", "role", "team", "text", "silent")}
    assert data[0]["at"] == "2026-08-27T13:30:00+02:00"


def test_a_programme_without_a_day_says_that_it_sends_nothing(mellom: Terminal) -> None:
    file = mellom.writes("tom.toml", SMALL.replace("LANGUAGE", "en").replace("when =", "note ="))
    told = mellom("rehearse", file)
    wanted = "This programme sends nothing by itself: no milestone has a day."
    assert (told.code, told.out) == (0, [wanted])
    assert mellom("rehearse", file, "--json").data == []
