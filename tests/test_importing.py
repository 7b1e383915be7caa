"""A programme file comes in, again and again, and says what it did."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.changed import NOBODY, Foreseen, Reach
from handlers.markup import plain
from handlers.programme.importing import (
    Imported,
    MovedOn,
    Prepared,
    Withdrawn,
    import_file,
    prepare,
)
from handlers.programme_file import Change, ProgrammeErrors, load, read_programme
from handlers.tongue import tongue
from storage.records import ProgrammeRow
from storage.unit import Unit
from tests.room import Room
from tests.seated import seated
from tests.test_waiting import example

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
TWO_TEAMS = """schema = 1
id = "x"
name = "X"
[[team]]
id = "a"
name = "A"
[[team]]
id = "b"
name = "B"
"""
DATED = f"""{TWO_TEAMS}[[milestone]]
id = "m"
kind = "modul"
title = "M"
when = "2026-12-01"
"""
ONE_TEAM = TWO_TEAMS[: TWO_TEAMS.rindex("[[team]]")]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path, NOW)


def standing(unit: Unit) -> list[str]:
    return [team.id for team in unit.programmes.teams("x") if team.withdrawn_at is None]


def applied(room: Room, text: str) -> Imported:
    with room.unit() as unit:
        return import_file(unit, text, room.now)


def kept(room: Room) -> ProgrammeRow:
    with room.unit() as unit:
        found = unit.programmes.find("x")
    assert found is not None
    return found


def test_a_new_programme_is_kept_as_its_first_version(room: Room) -> None:
    imported = applied(room, TWO_TEAMS)
    row = kept(room)
    assert imported == Imported(load(row.body), 1, [], new=True)
    assert row.version == 1


def test_the_same_file_again_makes_no_version(room: Room) -> None:
    first = applied(room, TWO_TEAMS)
    assert applied(room, TWO_TEAMS + "# a comment\n") == Imported(first.programme, 1, [])
    assert kept(room).version == 1


def test_a_change_is_told_beforehand_and_then_applied(room: Room) -> None:
    applied(room, TWO_TEAMS)
    text = TWO_TEAMS.replace('name = "X"', 'name = "Y"')
    told = [Change("changed", ("name",), "X", "Y")]
    with room.unit() as unit:
        assert prepare(unit, text, room.now) == Prepared(read_programme(text), 1, told)
    assert kept(room).version == 1
    imported = applied(room, text)
    row = kept(room)
    assert (imported, row.version) == (Imported(load(row.body), 2, told), 2)


def test_an_import_says_beforehand_and_afterwards_how_many_hear_of_it(room: Room) -> None:
    applied(room, DATED)
    for key in ("1", "2"):
        seated(room, key, "x", team="a")
    with room.unit() as unit:
        unit.people.unreachable("telegram", "2", room.now)
    told = Foreseen(Reach(2, 1), room.now)
    moved = DATED.replace("2026-12-01", "2026-12-08")
    with room.unit() as unit:
        found = prepare(unit, moved, room.now).told
    assert (found, applied(room, moved).told) == (told, told)
    assert applied(room, moved + 'homework = "P"\n').told == NOBODY


def test_what_people_will_be_told_is_said_in_words(room: Room) -> None:
    applied(room, DATED)
    seated(room, "1", "x", team="a")
    moved = DATED.replace("2026-12-01", "2026-12-08")
    room.now = datetime(2026, 9, 1, 20, tzinfo=UTC)
    with room.unit() as unit:
        words = prepare(unit, moved, room.now).in_words(tongue("en"), room.now)
    assert words.splitlines() == [
        "- M: date Tuesday 1 December 2026 → Tuesday 8 December 2026",
        (
            "This concerns one person. They are told on Wednesday 2 September at 09:00, "
            "for nobody is disturbed before."
        ),
    ]


def test_what_somebody_else_changed_before_the_yes_is_not_overwritten(room: Room) -> None:
    applied(room, DATED)
    applied(room, DATED.replace("2026-12-01", "2026-12-08"))
    with pytest.raises(MovedOn), room.unit() as unit:
        import_file(unit, DATED, room.now, seen=1)
    assert kept(room).version == 2


def test_a_team_that_vanishes_with_members_is_withdrawn_with_a_warning(room: Room) -> None:
    applied(room, TWO_TEAMS)
    seated(room, "1", "x", team="b")
    imported = applied(room, ONE_TEAM)
    assert imported.withdrawn == (Withdrawn("b", 1),)
    sentence = imported.withdrawn[0].sentence(tongue("en"))
    assert "The team b is withdrawn" in plain(sentence)
    with room.unit() as unit:
        assert standing(unit) == ["a"]
        assert [one.team for one in unit.people.team_members("x", "b")] == ["b"]


def test_a_team_that_vanishes_without_members_goes_without_a_warning(room: Room) -> None:
    applied(room, TWO_TEAMS)
    seated(room, "1", "x", team="a")
    assert applied(room, ONE_TEAM).withdrawn == ()
    with room.unit() as unit:
        assert standing(unit) == ["a"]


def test_a_team_that_is_withdrawn_warns_once(room: Room) -> None:
    applied(room, TWO_TEAMS)
    seated(room, "1", "x", team="b")
    applied(room, TWO_TEAMS + "withdrawn = true\n")
    assert applied(room, ONE_TEAM).withdrawn == ()


def test_a_wrong_file_changes_nothing(room: Room) -> None:
    applied(room, TWO_TEAMS)
    with pytest.raises(ProgrammeErrors), room.unit() as unit:
        import_file(unit, TWO_TEAMS.replace("schema = 1", "schema = 2"), room.now)
    assert kept(room).version == 1


@pytest.mark.parametrize(
    "name", ["eksempel", "mentor-troms-finnmark", "nord-troms", "notteroy", "orkdal", "gjovik"]
)
def test_every_example_comes_in_once(room: Room, name: str) -> None:
    text = (Path(__file__).parent.parent / "programmes" / f"{name}.toml").read_text("utf-8")
    assert applied(room, text) == Imported(example(name), 1, [], new=True)
    assert applied(room, text) == Imported(example(name), 1, [])
