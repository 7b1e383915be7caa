"""The whole house at the wire: real door, polling, writer and courier, against the local server.

It can be restarted between any two steps; whatever it remembers is on disk.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.app import RealHouse, telegram_event
from bot.clock import MovableClock
from bot.house import House, Plan, Read
from bot.pace import UNLIMITED
from bot.parcel import Door
from bot.telegram.door import TelegramDoor
from handlers.join.codes import Code, codes
from handlers.programme import importing
from handlers.programme_file import ProgrammeFile, read_programme
from storage.unit import Unit
from tests.botapi import BotApi
from tests.room import PROGRAMMES

Result = TypeVar("Result")


class Home:
    """One house of a test: ``clock`` stands still until it is moved, and outlives restarts."""

    def __init__(self, api: BotApi, folder: Path, now: datetime, *, senders: int = 1) -> None:
        self.api = api
        self.folder = folder
        self.clock = MovableClock(now)
        self.senders = senders
        self.other_doors: dict[str, tuple[Door, Read]] = {}
        self._home: RealHouse | None = None
        self._running: asyncio.Task[None] | None = None
        api.clock.set(now.timestamp())

    @property
    def house(self) -> House:
        assert self._home is not None
        assert self._home.house is not None
        return self._home.house

    async def start(self) -> None:
        door = TelegramDoor(self.api.token, self.api.url)
        await door.start()
        others = self.other_doors
        plan = Plan(
            database=self.folder / "mellom.db",
            files=self.folder / "files",
            clock=self.clock,
            doors={"telegram": door, **{name: one for name, (one, _) in others.items()}},
            reads={
                "telegram": telegram_event,
                **{name: read for name, (_, read) in others.items()},
            },
            limits=UNLIMITED,
            senders=self.senders,
            heartbeat=False,
        )
        self._home = RealHouse(plan, door, poll_seconds=5)
        ready = asyncio.Event()
        self._running = asyncio.create_task(self._home.run(ready))
        is_ready = asyncio.create_task(ready.wait())
        await asyncio.wait({is_ready, self._running}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            is_ready.cancel()
            await self._running  # raises what kept the house from standing up

    async def stop(self) -> None:
        assert self._home is not None
        assert self._running is not None
        self._home.stop()
        await self._running

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def settled(self) -> None:
        """Wait until Telegram has nothing more for us and we owe nothing that is due."""
        await self.api.until(lambda: not self.api.world.updates)
        await self.house.settled()

    def on_disk(self) -> bytes:
        """Every byte that the house keeps, in the database and beside it."""
        files = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return b"".join(path.read_bytes() for path in files)

    async def does(self, work: Callable[[Unit], Result]) -> Result:
        """Run a unit beside the house's own, as a command would."""
        return await self.house.writer.run(work)

    async def moves_to(self, now: datetime) -> None:
        """Move the clock, and let the heart beat once."""
        self.away_until(now)
        await self.house.beat()
        await self.settled()

    def away_until(self, now: datetime) -> None:
        """Let time pass while the house is down."""
        self.clock.move_to(now)
        self.api.clock.set(now.timestamp())

    async def imports(
        self, name: str = "eksempel.toml", edited: Callable[[str], str] = str
    ) -> ProgrammeFile:
        """Import one of the example files, as somebody has ``edited`` it."""
        programme = read_programme(edited((PROGRAMMES / name).read_text(encoding="utf-8")))
        await self.does(lambda unit: importing.apply(unit, programme, self.clock.now()))
        return programme

    async def codes(self, programme: ProgrammeFile) -> list[Code]:
        now = self.clock.now()
        return await self.does(lambda unit: codes(unit, programme.id, now, "mellom_bot"))
