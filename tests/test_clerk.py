"""The inbox is worked in order, each update once; what cannot take effect harms nobody else."""

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clerk import Clerk
from bot.clock import MovableClock
from bot.intake import Incoming, Intake
from bot.writer import Writer
from handlers.events import Address, Event, Said
from storage.migrate import migrate
from storage.records import InboxRow, Membership
from storage.unit import Unit

FULL: list[int] = []
FIRST: list[str] = []
ANSWERED: list[str] = []
NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


def event(row: InboxRow) -> Event:
    """An update whose payload is a poison cannot be read, and another finds the disk full."""
    if row.payload == '"poison"':
        raise ValueError("poison")
    if row.payload == '"full"' and FULL:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = FULL.pop()
        raise error
    if row.payload == '"first"' and FIRST:
        raise ValueError(FIRST.pop())
    ANSWERED.append(row.update_id)
    return Event(
        row.source, row.update_id, Address("telegram", "1"), "1", NOW, Said(row.update_id, "hei")
    )


class Desk:
    """An intake and a clerk on one database, and what they were told."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.intake = Intake(writer, MovableClock(NOW))
        self.woken = 0
        self.clerk = Clerk(writer, MovableClock(NOW), self.intake, event, {}, self.wake)

    def wake(self) -> None:
        self.woken += 1

    async def works(self) -> None:
        """Answer whatever there is to answer."""
        while await self.clerk.work():
            pass

    async def gets(self, *payloads: str) -> None:
        updates = [
            Incoming(str(n), Address("telegram", "1"), payload)
            for n, payload in enumerate(payloads, start=1)
        ]
        await self.intake.receive("telegram:1", updates)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    path = tmp_path / "house.db"
    migrate(path)
    writer = await Writer.open(path)
    yield Desk(writer)
    await writer.close()


def inbox(path: Path) -> list[tuple[str, str, int]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT update_id, state, tries FROM inbox ORDER BY position")
    found = [(row[0], row[1], row[2]) for row in rows]
    connection.close()
    return found


async def test_a_poisonous_update_is_parked_and_the_others_are_answered(
    desk: Desk, tmp_path: Path
) -> None:
    await desk.gets("ok", "poison", "ok")
    await desk.works()
    assert inbox(tmp_path / "house.db") == [
        ("1", "settled", 0),
        ("2", "parked", 3),
        ("3", "settled", 0),
    ]


async def test_what_a_parked_update_said_is_kept(desk: Desk) -> None:
    await desk.gets("poison")
    await desk.clerk.work()
    parked = await desk.writer.run(lambda unit: unit.inbox.parked())
    assert [row.payload for row in parked] == ['"poison"']


def breaks_the_house(unit: Unit) -> None:
    """Let whoever speaks be in a programme that nobody can read: an apology needs it too."""
    unit.programmes.apply("p", "no programme", [], [], NOW)
    person = unit.people.add("Kari", None, NOW)
    unit.people.live_at(person.id, "telegram", "1")
    unit.people.join(Membership(person.id, "p", "participant", None, None, NOW))


async def test_an_update_that_cannot_even_be_apologised_for_is_parked_all_the_same(
    desk: Desk, tmp_path: Path
) -> None:
    await desk.writer.run(breaks_the_house)
    await desk.gets("one", "poison")
    await desk.works()
    assert inbox(tmp_path / "house.db") == [("1", "parked", 3), ("2", "parked", 3)]


async def test_what_an_earlier_life_left_is_counted_before_it_is_tried(
    desk: Desk, tmp_path: Path
) -> None:
    await desk.gets("ok", "ok")
    await desk.clerk.recover()
    assert inbox(tmp_path / "house.db") == [("1", "settled", 1), ("2", "settled", 1)]


async def test_the_same_update_twice_has_one_effect(desk: Desk) -> None:
    await desk.gets("ok")
    await desk.clerk.work()
    await desk.gets("ok")
    assert await desk.clerk.work() == 0


async def test_a_national_number_is_gone_before_anything_is_on_disk(
    desk: Desk, tmp_path: Path
) -> None:
    number = "13527248013"  # synthetic, from a public register of test data
    await desk.gets(f"brukeren er {number[:6]} {number[6:]}")
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())  # noqa: ASYNC240
    rows = await desk.writer.run(lambda unit: unit.inbox.new(0, 5))
    assert (number[6:].encode() in files, [row.screened for row in rows]) == (False, [1])


async def test_a_disk_that_is_full_for_a_moment_is_no_update_s_fault(
    desk: Desk, tmp_path: Path
) -> None:
    FULL[:] = [sqlite3.SQLITE_FULL, sqlite3.SQLITE_FULL]
    await desk.gets("full")
    with pytest.raises(sqlite3.OperationalError):
        await desk.clerk.work()
    with pytest.raises(sqlite3.OperationalError):
        await desk.clerk.recover()
    await desk.clerk.recover()
    assert inbox(tmp_path / "house.db") == [("1", "settled", 1)]


async def test_what_failed_is_tried_again_before_what_the_same_person_said_after(
    desk: Desk,
) -> None:
    ANSWERED.clear()
    FIRST[:] = ["a passing fault"]
    await desk.gets("first", "second")
    await desk.works()
    assert ANSWERED == ["1", "2"]
