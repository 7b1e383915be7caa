"""The statements, the schema and the shelves hold what the rest of the house relies on."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.events import Address
from handlers.post import move
from storage.instants import instant, written
from storage.migrate import migrate
from storage.records import AnswerRow, Seat
from storage.shelf import SQL
from storage.shelves.outbox import REMINDER, Owed
from storage.unit import Unit, connect

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)
SCHEMA = Path(__file__).parent.parent / "storage" / "schema.sql"
_NAMED = re.compile(r"^-- name: (\w+)\(([^)]*)\)(\S*)$", re.MULTILINE)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "house.db"
    migrate(path)
    return path


@pytest.fixture
def unit(database: Path) -> Iterator[Unit]:
    with closing(connect(database)) as connection:
        yield Unit(connection)


def statements() -> list[tuple[str, str, str]]:
    found = []
    for file in sorted(SQL.glob("*.sql")):
        text = file.read_text(encoding="utf-8")
        marks = list(_NAMED.finditer(text))
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            found.append((f"{file.stem}.{mark[1]}{mark[3]}", mark[2], text[mark.end() : end]))
    return found


@pytest.mark.parametrize(("name", "parameters", "sql"), statements(), ids=lambda x: x[:40])
def test_every_statement_can_be_prepared(
    database: Path, name: str, parameters: str, sql: str
) -> None:
    values = dict.fromkeys((p.strip() for p in parameters.split(",") if p.strip()), "1")
    with closing(connect(database)) as connection:
        plan = connection.execute(f"EXPLAIN {sql}", values).fetchall()
    assert plan, name


@pytest.mark.parametrize(("name", "_parameters", "sql"), statements(), ids=lambda x: x[:40])
def test_every_statement_is_one_that_other_databases_know(
    name: str, _parameters: str, sql: str
) -> None:
    odd = re.findall(
        r"INSERT OR|REPLACE INTO|json_|->>|LIKE|rowid|GLOB|IFNULL|datetime\(|:\w+ IS NULL",
        sql.replace("IS NULL", "IS NULL"),
        re.IGNORECASE,
    )
    assert (odd, name.endswith("<!")) == ([], False)


def shape(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND name NOT LIKE '%yoyo%' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [(row[0], " ".join(row[1].split())) for row in rows]


def test_the_schema_equals_what_the_migrations_make(database: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as written_down:
        written_down.executescript(SCHEMA.read_text(encoding="utf-8"))
        with closing(sqlite3.connect(database)) as migrated:
            assert shape(written_down) == shape(migrated)


def test_a_second_migration_finds_nothing_to_do(database: Path) -> None:
    assert migrate(database) == 0


def test_a_lock_that_a_dead_process_left_stops_no_migration(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE yoyo_lock (locked INT DEFAULT 1, ctime TIMESTAMP, pid INT NOT NULL, "
            "PRIMARY KEY (locked))"
        )
        connection.execute("INSERT INTO yoyo_lock VALUES (1, CURRENT_TIMESTAMP, 1)")
    assert (migrate(path), migrate(path)) == (4, 0)


def test_every_connection_is_durable_and_strict(database: Path) -> None:
    with closing(connect(database)) as connection:
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_instants_sort_as_text_as_they_do_in_time() -> None:
    oslo = datetime.fromisoformat("2026-10-25T02:30:00.5+01:00")
    later = NOW + timedelta(days=400, microseconds=1)
    assert [instant(text) for text in sorted([written(later), written(oslo), written(NOW)])] == [
        NOW,
        oslo.astimezone(UTC),
        later,
    ]


def test_an_update_that_comes_twice_is_stored_once(unit: Unit) -> None:
    for payload in ("first", "again"):
        unit.inbox.store("telegram:1", "7", payload, 0, "telegram", "1", NOW)
    assert [(row.update_id, row.payload) for row in unit.inbox.new(0, 10)] == [("7", "first")]


def owed(key: str, to: str = "1", **more: object) -> Owed:
    return Owed("telegram", to, key, **more)  # type: ignore[arg-type]


def test_a_lane_waits_for_its_head_and_other_lanes_do_not(unit: Unit) -> None:
    first = unit.outbox.owe(owed("a"), NOW)
    unit.outbox.owe(owed("b"), NOW)
    reminder = unit.outbox.owe(owed("c", priority=REMINDER), NOW)
    other = unit.outbox.owe(owed("d", to="2"), NOW)
    assert [row.position for row in unit.outbox.ready(NOW, 10)] == [first, other, reminder]


def test_a_message_is_owed_once_for_its_key(unit: Unit) -> None:
    assert (unit.outbox.owe(owed("a"), NOW), unit.outbox.owe(owed("a"), NOW)) == (1, None)


def test_of_several_unsent_edits_the_newest_goes(unit: Unit) -> None:
    unit.outbox.owe(owed("a", verb="edit", target_message="m1", text="1 of 2"), NOW)
    unit.outbox.owe(owed("b", verb="edit", target_message="m1", text="2 of 2"), NOW)
    assert [row.text for row in unit.outbox.ready(NOW, 10)] == ["2 of 2"]


def test_nothing_is_ready_once_it_is_too_late_to_be_true(unit: Unit) -> None:
    unit.outbox.owe(owed("a", stale_after=NOW), NOW)
    later = NOW + timedelta(seconds=1)
    assert [len(unit.outbox.ready(now, 10)) for now in (NOW, later)] == [1, 0]


def test_a_fleeting_message_leaves_no_text_behind(unit: Unit) -> None:
    position = unit.outbox.owe(owed("a", text="secret", fleeting=True), NOW)
    assert position is not None
    unit.outbox.sent(position, "m1", NOW)
    row = unit.outbox.find(position)
    assert row is not None
    assert (row.state, row.text, row.message) == ("sent", "", "m1")


def test_erasing_a_person_leaves_what_belongs_to_the_team(unit: Unit) -> None:
    unit.programmes.apply("p", "{}", ["s2"], ["t1"], NOW)
    person = unit.people.add("Kari", "nb", NOW)
    unit.people.live_at(person.id, "telegram", "1")
    draft = unit.drafts.start("p", 1, "report", "team:p/t1", "s2", person.id, NOW)
    unit.drafts.put(AnswerRow(draft.id, "q", "given", "x", 1, person.id, NOW), NOW)
    unit.people.erase(person.id)
    answer = unit.drafts.answers(draft.id)[0]
    assert (answer.value, answer.by, unit.people.at("telegram", "1")) == ("x", None, None)


def test_a_seat_that_nobody_took_is_empty(unit: Unit) -> None:
    assert unit.drafts.seat("telegram", "1", "1") == Seat(
        "telegram", "1", "1", None, None, None, None, None
    )


def test_a_chat_that_moves_twice_keeps_its_people_and_its_seats(unit: Unit) -> None:
    person = unit.people.add("Kari", "nb", NOW)
    unit.people.live_at(person.id, "telegram", "-5")
    unit.programmes.apply("p", "{}", [], [], NOW)
    unit.drafts.sit(Seat("telegram", "-5", "7", "p", None, None, None, None))
    for _ in range(2):
        move(unit, Address("telegram", "-5"), "-1005")
    seat = unit.drafts.seat("telegram", "-1005", "7")
    keys = [one.key for one in unit.people.addresses(person.id)]
    assert (keys, seat.programme) == (["-1005"], "p")
