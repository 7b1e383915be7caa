"""R3 for the report: whatever statement is a life's last, no word of it is lost or kept twice."""

import asyncio
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.programme import importing
from handlers.programme_file import read_programme
from storage.migrate import migrate
from storage.records import Membership, ReportAnswer
from storage.unit import Unit, connect
from tests.lives import NOW, Crash, Fuse, Telegram, live
from tests.room import PROGRAMMES

PROGRAMME = "mentor-troms-finnmark"
FILE = read_programme((PROGRAMMES / f"{PROGRAMME}.toml").read_text(encoding="utf-8"))
TEAM, NEW = FILE.team[0].id, FILE.team[1].id
SAID = (
    "/measures Ring everyone\nA mentor for each",
    "/report",
    "Everything as last time",
    "A mentor for each: goes slowly\nRing everyone: done",
    "Fill in",
    "The rota is full",
    "Yes",
    "Somebody to talk to",
    "Send",
    "/ask May we ring you?",
    "Yes, send",
    "/report",
    "Withdraw",
    "Yes, withdraw it",
    "Open it again",
    "Change 6",
    "We learnt a lot",
    "No",
    "Send",
)
SAID_FIRST = (
    "/report",
    "Nobody waits\nEverybody is met",
    "under way",
    "reached",
    "Ring them\nA rota",
    "done",
    "goes slowly",
    "Too few of us",
    "skip",
    "no",
    "send",
)
EVERY = 17
"""Steps between two deaths that are tried: there are thousands."""
LEFT = {
    "aims": "SELECT number, wording, state FROM aim ORDER BY party DESC, number",
    "measures": "SELECT number, wording, state, note FROM measure ORDER BY party DESC, number",
    "changes": "SELECT COUNT(*) FROM work_change",
    "reports": "SELECT milestone, version, withdrawn_at IS NULL FROM report "
    "WHERE milestone <> 'samling-2' ORDER BY party DESC",
    "answers": (
        "SELECT a.version, a.key, a.sort, a.value FROM report_answer AS a "
        "JOIN report ON report.id = a.report ORDER BY party DESC, a.version, a.position"
    ),
    "pleas": "SELECT about FROM plea ORDER BY about",
    "tasks": "SELECT id, kind FROM task ORDER BY id",
    "inbox": "SELECT state, COUNT(*) FROM inbox GROUP BY state",
}


@dataclass(frozen=True, slots=True)
class End:
    """What is left when all lives are over."""

    left: dict[str, list[tuple[object, ...]]]
    sent: Counter[str]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two teams of one and a facilitator; the first team has reported once before."""
    path = tmp_path_factory.mktemp("start") / "start.db"
    migrate(path)
    with closing(connect(path)) as connection:
        unit = Unit(connection)
        importing.apply(unit, FILE, NOW)
        people = (("1", "participant", TEAM), ("2", "facilitator", TEAM), ("3", "participant", NEW))
        for key, role, team in people:
            person = unit.people.add("Kari Nordmann", "en", NOW)
            unit.people.live_at(person.id, "telegram", key)
            unit.people.join(Membership(person.id, PROGRAMME, role, team, None, NOW))  # type: ignore[arg-type]
        party = team_party(PROGRAMME, TEAM)
        aim = unit.measures.add_aim(PROGRAMME, party, "Nobody is alone", None, NOW)
        unit.measures.change_aim(replace(aim, state="under-way"), None, NOW)
        first = unit.measures.add_measure(PROGRAMME, party, aim.id, "A talk each week", None, NOW)
        unit.measures.change_measure(replace(first, state="under-way"), None, NOW)
        answer = ReportAnswer("-m1", "A talk each week", "under-way", "i gang", "measure")
        unit.reports.deliver(PROGRAMME, party, "samling-2", [answer], None, NOW, late=False)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def lived(start: Path, folder: Path, death: int | None) -> tuple[End, int]:
    """Let Kari report, dying at this step; the crashes are counted."""
    path = folder / "house.db"
    for beside in ("", "-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    shutil.copy(start, path)
    telegram = Telegram()
    for text, first in zip_longest(SAID, SAID_FIRST):
        telegram.brings(text)
        if first is not None:
            telegram.brings(first, 3)
    crashes = 0
    for life in range(3):
        telegram.fuse = Fuse(death if life == 0 else None)
        try:
            asyncio.run(live(path, telegram))
        except Crash:
            crashes += 1
        else:
            return ending(path, telegram), crashes
    raise AssertionError("it never came to an end")


def ending(path: Path, telegram: Telegram) -> End:
    with closing(sqlite3.connect(path)) as connection:
        left = {name: connection.execute(query).fetchall() for name, query in LEFT.items()}
    return End(left, Counter(telegram.sent))


def test_a_life_without_a_crash_delivers_and_withdraws_and_delivers(
    start: Path, tmp_path: Path
) -> None:
    end, _ = lived(start, tmp_path, None)
    assert (end.left["aims"], end.left["measures"], end.left["reports"], end.left["pleas"]) == (
        [
            (1, "Nobody is alone", "under-way"),
            (1, "Nobody waits", "under-way"),
            (2, "Everybody is met", "reached"),
        ],
        [
            (1, "A talk each week", "under-way", None),
            (2, "Ring everyone", "done", None),
            (3, "A mentor for each", "slow", "The rota is full"),
            (1, "Ring them", "done", None),
            (2, "A rota", "slow", "Too few of us"),
        ],
        [("samling-7", 2, 1), ("samling-7", 1, 1)],
        [("",), ("samling-7",)],
    )


def test_no_crash_loses_or_doubles_a_word_of_a_report(start: Path, tmp_path: Path) -> None:
    clean, _ = lived(start, tmp_path, None)
    wrong: list[object] = []
    death, crashes = 1, 0
    while True:
        end, crashed = lived(start, tmp_path, death)
        if not crashed:
            break
        crashes += crashed
        lost, repeats = clean.sent - end.sent, (end.sent - clean.sent).total()
        if end.left != clean.left or lost or repeats > 1:
            wrong.append((death, lost, repeats))
        death += EVERY
    assert wrong == []
    assert crashes > 100
