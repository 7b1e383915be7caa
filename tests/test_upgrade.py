"""A house that was begun before there were aims and measures goes on with every word."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.programme_file import dump, read_programme
from storage import migrate as migration
from storage.migrate import migrate
from tests.room import PROGRAMMES, Room

PROGRAMME = "mentor-troms-finnmark"
FILE = read_programme((PROGRAMMES / f"{PROGRAMME}.toml").read_text(encoding="utf-8"))
TEAM = FILE.team[0].id
THEN = "2022-10-03T09:00:00.000000Z"
WRITTEN = (
    ("delmal", "given", "Nobody is alone\nEverybody is met"),
    ("tiltak", "given", "Ring everyone"),
    ("maloppnaelse", "skipped", None),
)


def before(path: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of the first shape, in which a team has begun its report."""
    first = path.parent / "first"
    first.mkdir()
    shutil.copy(migration.MIGRATIONS / "0001.first.sql", first)
    with monkeypatch.context() as then:
        then.setattr(migration, "MIGRATIONS", first)
        migrate(path)
    with closing(sqlite3.connect(path)) as at, at:
        at.execute("INSERT INTO programme VALUES (?, 1)", (PROGRAMME,))
        at.execute("INSERT INTO programme_version VALUES (?, 1, ?, ?)", (PROGRAMME, body, THEN))
        at.executemany(
            "INSERT INTO milestone (programme, id) VALUES (?, ?)",
            [(PROGRAMME, one.id) for one in FILE.milestone],
        )
        at.execute("INSERT INTO team (programme, id) VALUES (?, ?)", (PROGRAMME, TEAM))
        at.execute("INSERT INTO person VALUES ('p', 'Kari', 'en', ?)", (THEN,))
        at.execute("INSERT INTO address VALUES ('telegram', '1', 'p', NULL)")
        at.execute(
            "INSERT INTO membership VALUES ('p', ?, 'participant', ?, NULL, ?)",
            (PROGRAMME, TEAM, THEN),
        )
        party = f"team:{PROGRAMME}/{TEAM}"
        at.execute(
            "INSERT INTO draft VALUES ('d', ?, 1, 'report', ?, 'samling-2', 'open', 'p', ?, ?)",
            (PROGRAMME, party, THEN, THEN),
        )
        at.executemany(
            "INSERT INTO answer VALUES ('d', ?, ?, ?, 1, 'p', ?)",
            [(*one, THEN) for one in WRITTEN],
        )


def answers(path: Path) -> list[tuple[str, str, str | None]]:
    with closing(sqlite3.connect(path)) as at:
        return at.execute("SELECT key, state, value FROM answer ORDER BY key").fetchall()


def test_what_was_written_of_aims_and_measures_is_proposed_where_they_are_asked_for_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(tmp_path / "room.db", dump(FILE), monkeypatch)
    room = Room(tmp_path, datetime(2022, 10, 3, 10, tzinfo=UTC))
    kari = room.sitter("1", language="en")
    kari.says("/report")
    assert "Which aims" in kari.last.text
    assert "Nobody is alone\nEverybody is met" in kari.last.text
    kari.taps("Keep")
    kari.taps("under way")
    kari.taps("reached")
    assert "Ring everyone" in kari.last.text
    for label in ("Keep", "done", "Skip", "No", "Send"):
        kari.taps(label)
    with room.unit() as unit:
        aims = unit.measures.aims(PROGRAMME, f"team:{PROGRAMME}/{TEAM}")
        measures = unit.measures.measures(PROGRAMME, f"team:{PROGRAMME}/{TEAM}")
    room.close()
    assert [(one.wording, one.state) for one in aims] == [
        ("Nobody is alone", "under-way"),
        ("Everybody is met", "reached"),
    ]
    assert [(one.wording, one.state) for one in measures] == [("Ring everyone", "done")]


def test_an_answer_to_a_question_of_the_programme_s_own_stays_its_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = dump(FILE).replace('"laert"', '"delmal"')
    assert own != dump(FILE)
    before(tmp_path / "house.db", own, monkeypatch)
    assert migrate(tmp_path / "house.db") == 3
    assert answers(tmp_path / "house.db") == [
        ("-new", "open", "Ring everyone"),
        ("delmal", "given", "Nobody is alone\nEverybody is met"),
        ("maloppnaelse", "skipped", None),
    ]
