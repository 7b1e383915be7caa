"""R3: whatever statement, sending or asking is a life's last, nothing is lost or done twice."""

import asyncio
import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from handlers.join.codes import codes
from handlers.programme import importing
from handlers.programme_file import read_programme
from storage.migrate import migrate
from storage.unit import Unit, connect
from tests.lives import NOW, Crash, Fuse, Telegram, live
from tests.room import PROGRAMMES

MOST_LIVES = 12


@dataclass(frozen=True, slots=True)
class Start:
    """An empty house with a programme, and the code of a team."""

    database: Path
    code: str


@dataclass(frozen=True, slots=True)
class End:
    """What is left when all lives are over."""

    people: list[tuple[str, str, str]]
    inbox: list[tuple[str, int]]
    sent: Counter[str]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    path = tmp_path_factory.mktemp("start") / "start.db"
    migrate(path)
    programme = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
    with closing(connect(path)) as connection:
        unit = Unit(connection)
        importing.apply(unit, programme, NOW)
        code = codes(unit, programme.id, NOW, None)[0].code
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Start(path, code)


def lived(start: Start, folder: Path, deaths: list[int]) -> tuple[End, int]:
    """Let Kari join, dying at these steps (each counted from a life's start); count the crashes."""
    path = folder / "house.db"
    for beside in ("", "-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    shutil.copy(start.database, path)
    telegram = Telegram()
    for text in (f"/start {start.code}", "1", "Kari Nordmann", "hopp over", "/status"):
        telegram.brings(text)
    crashes = 0
    for life in range(MOST_LIVES):
        telegram.fuse = Fuse(deaths[life] if life < len(deaths) else None)
        try:
            asyncio.run(live(path, telegram))
        except Crash:
            crashes += 1
        else:
            return ending(path, telegram), crashes
    raise AssertionError("it never came to an end")


def ending(path: Path, telegram: Telegram) -> End:
    with closing(sqlite3.connect(path)) as connection:
        people = connection.execute(
            "SELECT name, role, team FROM person JOIN membership ON person = person.id"
        ).fetchall()
        inbox = connection.execute(
            "SELECT state, COUNT(*) FROM inbox GROUP BY state ORDER BY state"
        ).fetchall()
    return End(people, inbox, Counter(telegram.sent))


def test_a_life_without_a_crash_joins_and_answers_everything(start: Start, tmp_path: Path) -> None:
    end, crashes = lived(start, tmp_path, [])
    assert (end.people, end.inbox, crashes) == (
        [("Kari Nordmann", "participant", "breivoll")],
        [("settled", 5)],
        0,
    )


def test_no_single_crash_loses_or_doubles_anything(start: Start, tmp_path: Path) -> None:
    clean, _ = lived(start, tmp_path, [])
    wrong: list[object] = []
    step = crashes = 0
    while True:
        step += 1
        end, crashed = lived(start, tmp_path, [step])
        if not crashed:
            break
        crashes += crashed
        repeats = (end.sent - clean.sent).total()
        if (end.people, end.inbox) != (clean.people, clean.inbox) or clean.sent - end.sent:
            wrong.append((step, "lost", end.people, end.inbox, clean.sent - end.sent))
        if repeats > 1:
            wrong.append((step, "repeated", repeats))
    assert wrong == []
    assert crashes > 200


def test_three_crashes_in_a_row_lose_nothing_either(start: Start, tmp_path: Path) -> None:
    clean, _ = lived(start, tmp_path, [])
    dice = random.Random(20260824)  # noqa: S311 - which lives are tried, no secret
    wrong = []
    for _ in range(150):
        deaths = [dice.randint(1, 260) for _ in range(3)]
        end, crashed = lived(start, tmp_path, deaths)
        lost = clean.sent - end.sent
        repeats = (end.sent - clean.sent).total()
        if (end.people, end.inbox) != (clean.people, clean.inbox) or lost or repeats > crashed:
            wrong.append((deaths, end.people, end.inbox, lost, repeats))
    assert wrong == []
