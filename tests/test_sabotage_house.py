"""What comes in is known by its number alone, and what is under way comes home before the end."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.clock import MovableClock
from bot.house import House, Plan
from bot.intake import Incoming, Intake
from bot.pace import UNLIMITED
from bot.parcel import Parcel, Receipt
from bot.writer import Writer
from handlers.events import Address
from storage.migrate import migrate
from storage.shelves.outbox import Owed
from tests.lives import Telegram

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)
KARI = Address("telegram", "1")


class Slow(Telegram):
    """Takes a message, and lets nobody know before it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.released = asyncio.Event(), asyncio.Event()

    async def deliver(self, parcel: Parcel) -> Receipt:
        self.reached.set()
        await self.released.wait()
        return await super().deliver(parcel)


async def test_telegram_may_begin_again_at_a_lower_number(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    migrate(path)
    writer = await Writer.open(path)
    intake = Intake(writer, MovableClock(NOW))
    for number in ("900", "7", "900", "8"):
        await intake.receive("telegram:1", [Incoming(number, KARI, "hei")])
    kept = await writer.run(lambda unit: [row.update_id for row in unit.inbox.new(0, 9)])
    await writer.close()
    assert kept == ["900", "7", "8"]


async def test_a_house_that_closes_waits_for_what_is_under_way(tmp_path: Path) -> None:
    slow, path = Slow(), tmp_path / "house.db"
    plan = Plan(
        path, tmp_path, MovableClock(NOW), {"telegram": slow}, {}, UNLIMITED, heartbeat=False
    )
    house = await House.open(plan)
    await house.writer.run(
        lambda unit: unit.outbox.owe(Owed("telegram", "1", "a", text="hei"), NOW)
    )
    house.courier.wake()
    await slow.reached.wait()
    ending = asyncio.create_task(house.close())
    for _ in range(5):
        await asyncio.sleep(0)
    slow.released.set()
    await ending
    with closing(sqlite3.connect(path)) as connection:
        left = connection.execute("SELECT state, message FROM outbox").fetchall()
    assert (slow.sent, left) == (["hei"], [("sent", "1001")])
