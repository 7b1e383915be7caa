"""Opens a house for one programme, lived in as far as its dates allow, with a page for a door."""

import asyncio
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import MovableClock
from bot.demo.app import demo_app
from bot.demo.door import DemoDoor
from bot.demo.lived import live
from bot.demo.lived_when import Course, course
from bot.demo.lived_words_any import words_in
from bot.demo.lived_words_nb import WORDS
from bot.demo.read import read
from bot.demo.seats import Stage
from bot.demo.stage import Theatre
from bot.house import House, Plan
from bot.intake import Incoming, payload_of
from bot.pace import UNLIMITED
from handlers.events import Address, Event
from handlers.programme import importing
from handlers.programme_file import ProgrammeFile, first_day, instant, zone
from storage.records import InboxRow

BEFORE_THE_FIRST_DAY = timedelta(days=17)
EXAMPLE_ID = "trygg-oppstart"  # what its people say is about new staff
DATABASE, FILES = "demo.db", "files"


@dataclass(frozen=True, slots=True)
class Demo:
    """All that stands behind the page."""

    programme: ProgrammeFile
    house: House
    door: DemoDoor
    stage: Stage
    app: Callable[..., Any]
    folder: Path

    async def close(self) -> None:
        """Let every page go, and forget everything."""
        self.door.close()
        await self.house.close()
        await asyncio.to_thread(shutil.rmtree, self.folder, ignore_errors=True)


async def opened(
    programme: ProgrammeFile,
    folder: Path,
    theatre: Theatre,
    today: date | None = None,
    *,
    empty: bool = False,
) -> Demo:
    """Open a house for the programme in a folder that is not there yet; ``Demo.close`` ends it."""
    await asyncio.to_thread(folder.mkdir, parents=True)
    found = None if empty else course(programme, today)
    clock = MovableClock(found.opens if found else _start(programme), runs=True)
    door = DemoDoor(clock.now)
    if found is not None:
        door = await asyncio.to_thread(_lived_in, programme, folder, found)
        door.now = clock.now
    house = await House.open(_plan(folder, clock, door))
    try:
        if found is None:
            await house.writer.run(lambda unit: importing.apply(unit, programme, clock.now()))
        stage = Stage(house, clock, programme)
        await stage.gather()
    except BaseException:
        await house.close()
        raise
    app = demo_app(door, _Receiver(house), stage, theatre)
    return Demo(programme, house, door, stage, app, folder)


def _lived_in(programme: ProgrammeFile, folder: Path, found: Course) -> DemoDoor:
    words = WORDS if programme.id == EXAMPLE_ID else words_in(programme.language)
    return live(folder / DATABASE, folder / FILES, programme, found, words)


class _Receiver:
    """Hands the page's posts to the house."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def receive(self, source: str, updates: Sequence[tuple[str, dict[str, object]]]) -> None:
        await self._house.receive(
            source,
            [
                Incoming(update, Address("demo", str(payload.get("key"))), payload)  # type: ignore[arg-type]
                for update, payload in updates
            ],
        )


def demo_event(row: InboxRow) -> Event:
    """Read a row that came from the page."""
    payload = payload_of(row)
    if not isinstance(payload, dict):
        raise TypeError("the page posts objects")
    return read(row.update_id, payload)


def _plan(folder: Path, clock: MovableClock, door: DemoDoor) -> Plan:
    return Plan(
        database=folder / DATABASE,
        files=folder / FILES,
        clock=clock,
        doors={"demo": door},
        reads={"demo": demo_event},
        limits=UNLIMITED,
    )


def _start(programme: ProgrammeFile) -> datetime:
    """Monday morning, some weeks before the first day that the programme states."""
    days = [day for one in programme.milestone if (day := first_day(one.when)) is not None]
    if not days:
        return datetime(2026, 8, 24, 6, tzinfo=UTC)
    day = min(days) - BEFORE_THE_FIRST_DAY
    monday = day - timedelta(days=day.weekday())
    return instant(datetime.combine(monday, datetime.min.time()).replace(hour=8), zone(programme))
