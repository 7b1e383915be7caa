"""A new life begins with what the last one left: counted before it is tried, and sent again."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clerk import Clerk
from bot.clock import MovableClock
from bot.courier import Courier
from bot.intake import Incoming, Intake
from bot.pace import UNLIMITED
from bot.parcel import Parcel, Receipt
from bot.writer import Writer
from handlers.events import Address, Event, Said
from storage.migrate import migrate
from storage.records import InboxRow
from storage.shelves.outbox import Owed
from tests.lives import Telegram

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)
KARI = Address("telegram", "1")


@pytest.fixture
async def writer(tmp_path: Path) -> AsyncIterator[Writer]:
    path = tmp_path / "house.db"
    migrate(path)
    opened = await Writer.open(path)
    yield opened
    await opened.close()


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "house.db")) as connection:
        return connection.execute(sql).fetchall()


def event(row: InboxRow) -> Event:
    return Event(row.source, row.update_id, KARI, "1", NOW, Said(row.update_id, "hei"))


async def ends(running: "asyncio.Task[None]") -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_the_clerk_counts_a_try_of_what_the_last_life_left(
    writer: Writer, tmp_path: Path
) -> None:
    intake, answered = Intake(writer, MovableClock(NOW)), asyncio.Event()
    await intake.receive("telegram:1", [Incoming("1", KARI, "hei")])
    clerk = Clerk(writer, MovableClock(NOW), intake, event, {}, answered.set)
    running = asyncio.create_task(clerk.run())
    async with asyncio.timeout(10):
        await answered.wait()
    await ends(running)
    assert rows(tmp_path, "SELECT state, tries FROM inbox") == [("settled", 1)]


class Watched(Telegram):
    """Tells when something reaches it, and what the outbox says at that moment."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.reached = asyncio.Event()
        self.seen: list[object] = []

    async def deliver(self, parcel: Parcel) -> Receipt:
        self.seen += outbox(self.folder)
        self.reached.set()
        return await super().deliver(parcel)


def outbox(folder: Path) -> list[tuple[object, ...]]:
    return rows(folder, "SELECT state, tries, message FROM outbox")


async def carried(writer: Writer, folder: Path) -> Watched:
    """Let a courier live until something has reached Telegram, and come home."""
    telegram = Watched(folder)
    courier = Courier(
        writer,
        MovableClock(NOW),
        {"telegram": telegram},
        lambda _unit, _row, _now: None,
        folder,
        stirred=lambda: None,
        limits=UNLIMITED,
    )
    running = asyncio.create_task(courier.run())
    with suppress(TimeoutError):
        async with asyncio.timeout(10):
            await telegram.reached.wait()
    await courier.stop()
    await running
    return telegram


async def test_the_courier_sends_again_what_was_under_way_when_the_last_life_ended(
    writer: Writer, tmp_path: Path
) -> None:
    await writer.run(lambda unit: unit.outbox.owe(Owed("telegram", "1", "a", text="hei"), NOW))
    await writer.run(lambda unit: unit.outbox.take(1))
    telegram = await carried(writer, tmp_path)
    assert (telegram.sent, outbox(tmp_path)) == (["hei"], [("sent", 1, "1001")])


async def test_a_message_counts_as_sent_only_once_the_door_has_it(
    writer: Writer, tmp_path: Path
) -> None:
    await writer.run(lambda unit: unit.outbox.owe(Owed("telegram", "1", "a", text="hei"), NOW))
    telegram = await carried(writer, tmp_path)
    assert (telegram.seen, outbox(tmp_path)) == ([("sending", 0, None)], [("sent", 0, "1001")])
