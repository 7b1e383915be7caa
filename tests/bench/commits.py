"""What a unit costs when each has a commit of its own, and when they share one."""

import asyncio
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.writer import Writer
from handlers import desk
from handlers.events import Address, Event, Said
from storage.unit import Unit
from tests.bench.seed import FIRST_USER, seed

NOW = datetime(2026, 8, 24, 7, tzinfo=UTC)
PEOPLE = 50


@dataclass(frozen=True, slots=True)
class Commits:
    """Milliseconds a unit (an answered /help), each alone and up to 64 to a commit."""

    alone: float
    together: float


def commits(units: int) -> Commits:
    """Time ``units`` units either way, on a database with ``synchronous=FULL``."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "mellom.db"
        seed(database, PEOPLE)
        return asyncio.run(_both(database, units))


async def _both(database: Path, units: int) -> Commits:
    writer = await Writer.open(database)
    try:
        began = time.perf_counter()
        for number in range(units):
            await writer.run(partial(_unit, number))
        halfway = time.perf_counter()
        many = (writer.run(partial(_unit, number)) for number in range(units, 2 * units))
        await asyncio.gather(*many)
        done = time.perf_counter()
    finally:
        await writer.close()
    return Commits((halfway - began) * 1000 / units, (done - halfway) * 1000 / units)


def _unit(number: int, unit: Unit) -> None:
    key = str(FIRST_USER + number % PEOPLE)
    event = Event(
        source="bench",
        update=str(number),
        address=Address("telegram", key),
        speaker=key,
        said_at=NOW,
        what=Said(str(number), "/help"),
    )
    desk.handle(event, unit, NOW)
