"""Backups: a copy that is whole, and a restore that checks, holds back and never overwrites."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.keeping import commit
from bot.lock import HouseLock
from handlers.events import Address
from handlers.markup import Html
from handlers.post import Letter, post
from storage.records import Role
from storage.unit import Unit
from tests.commanded import EXAMPLE, Terminal

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def mellom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    terminal = Terminal(tmp_path, monkeypatch, capsys)
    terminal("programme", "import", EXAMPLE)
    return terminal


def read(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def owe(unit: Unit) -> None:
    """One message that waits, and one that is under way."""
    for key in ("1", "2"):
        post(unit, Address("telegram", key), Letter(Html("Hei")), key, "nb", NOW)
    (first, _) = unit.outbox.ready(NOW, 2)
    unit.outbox.take(first.position)


def add_person(unit: Unit, role: Role = "participant") -> None:
    unit.people.add(role, "nb", NOW)


def test_a_backup_holds_what_was_there_also_under_a_running_bot(mellom: Terminal) -> None:
    copy = mellom.folder / "copy.db"
    with HouseLock(mellom.database):
        commit(mellom.database, add_person)
        ended = mellom("backup", copy)
    assert ended.out == [f"{copy}: {copy.stat().st_size} bytes, checked"]
    assert read(copy, "SELECT name FROM person") == [("participant",)]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_backup_overwrites_nothing_and_makes_no_database(mellom: Terminal) -> None:
    mine = mellom.writes("mine.txt", "et brev")
    ended = mellom("backup", mine)
    assert (ended.code, ended.err) == (1, [f"{mine}: File exists"])
    assert mine.read_text() == "et brev"
    mellom.sets(DATA_DIR=str(mellom.folder / "other"))
    ended = mellom("backup", mellom.folder / "copy.db")
    assert (ended.code, len(ended.err)) == (1, 1)
    assert sorted(one.name for one in mellom.folder.iterdir()) == ["data", "mine.txt"]


def test_a_restore_brings_back_what_was_and_sends_nothing_of_it(mellom: Terminal) -> None:
    copy = mellom.folder / "copy.db"
    commit(mellom.database, owe)
    mellom("backup", copy)
    commit(mellom.database, add_person)
    ended = mellom("restore", copy)
    told = f"{mellom.database}: restored; 2 messages that were waiting are held back"
    assert (ended.code, ended.out) == (0, [told])
    assert read(mellom.database, "SELECT name FROM person") == []
    states = read(mellom.database, "SELECT state, reason FROM outbox ORDER BY position")
    assert states == [("stale", "restored")] * 2
    assert read(copy, "SELECT state FROM outbox ORDER BY position") == [("sending",), ("waiting",)]
    assert mellom("programme", "import", EXAMPLE).out == ["trygg-oppstart: version 1, unchanged"]


def test_a_broadcast_on_its_way_is_stopped_by_a_restore(mellom: Terminal) -> None:
    def begin(unit: Unit) -> None:
        by = unit.people.add("Per", "nb", NOW).id
        draft = unit.broadcasts.add("trygg-oppstart", by, "all", "Hei", None, NOW)
        assert unit.broadcasts.confirm(draft, NOW)

    commit(mellom.database, begin)
    mellom("backup", mellom.folder / "copy.db")
    mellom("restore", mellom.folder / "copy.db")
    assert read(mellom.database, "SELECT state FROM broadcast") == [("stopped",)]


@pytest.mark.parametrize("fault", ["cut", "letter", "other", "references", "missing"])
def test_what_is_no_whole_backup_is_refused_and_nothing_lost(mellom: Terminal, fault: str) -> None:
    commit(mellom.database, add_person)
    copy = mellom.folder / "copy.db"
    mellom("backup", copy)
    spoil(copy, fault)
    ended = mellom("restore", copy)
    assert (ended.code, ended.out, len(ended.err)) == (1, [], 1)
    assert str(copy) in ended.err[0]
    assert read(mellom.database, "SELECT name FROM person") == [("participant",)]


def spoil(copy: Path, fault: str) -> None:
    match fault:
        case "cut":
            copy.write_bytes(copy.read_bytes()[:-9000])
        case "letter":
            copy.write_text("et brev")
        case "other" | "missing":
            copy.unlink()
        case _:
            with closing(sqlite3.connect(copy)) as connection, connection:
                connection.execute("UPDATE milestone SET programme = 'nope'")
    if fault == "other":
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("CREATE TABLE diary (day TEXT)")


def test_nothing_is_restored_under_a_running_bot(mellom: Terminal) -> None:
    copy = mellom.folder / "copy.db"
    mellom("backup", copy)
    commit(mellom.database, add_person)
    with HouseLock(mellom.database):
        ended = mellom("restore", copy)
    wanted = "another process uses this database: stop it first, or set MELLOM_DATA_DIR"
    assert (ended.code, ended.err) == (1, [wanted])
    assert read(mellom.database, "SELECT name FROM person") == [("participant",)]
