"""One house with two doors: Telegram at the wire, and the demo's page over HTTP."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import httpx

from bot.demo.app import demo_app
from bot.demo.door import DemoDoor
from bot.demo.run import Stage, demo_event
from bot.house import House
from bot.intake import Incoming, Intake
from bot.writer import Writer
from handlers.events import Address
from tests.botapi import BotApi
from tests.botapi.person import Person
from tests.demo_home import Visitor, served
from tests.home import Home
from tests.journey import Journey


class Page:
    """The house as the page knows it: restarted after each deed, and down when it is told to be."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self.is_down = False

    @property
    def writer(self) -> Writer:
        return self._home.house.writer

    async def receive(self, source: str, updates: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Take a post in; of a house that dies right then, it is all that was done."""
        came = [Incoming(one, Address("demo", said["key"]), said) for one, said in updates]
        if not self.is_down:
            await self._home.house.receive(source, came)
            return
        writer = await Writer.open(self._home.folder / "mellom.db")
        await Intake(writer, self._home.clock).receive(source, came)
        await writer.close()

    async def settled(self) -> None:
        if not self.is_down:
            await self._home.settled()

    async def restart(self) -> None:
        if not self.is_down:
            await self._home.restart()


@dataclass(frozen=True, slots=True)
class TwoDoors:
    """Kari at the page and Siri at Telegram, of one team; Per, who guides it, at Telegram."""

    journey: Journey
    page: Page
    kari: Visitor
    siri: Person
    per: Person

    async def passes(self, minutes: int = 1) -> None:
        home = self.journey.home
        await self.journey.moves_to(home.clock.now() + timedelta(minutes=minutes))

    async def goes_down(self) -> None:
        await self.journey.home.stop()
        self.page.is_down = True

    async def comes_up(self) -> None:
        self.page.is_down = False
        await self.journey.home.start()
        await self.journey.home.settled()
        await self.kari.looks()


@asynccontextmanager
async def two_doors(folder: Path, now: datetime) -> AsyncIterator[TwoDoors]:
    """Open the house; the three join, each at their own door."""
    async with BotApi() as api:
        journey = await Journey.begun(api, folder, now)
        door = DemoDoor(journey.home.clock.now)
        journey.home.other_doors["demo"] = (door, demo_event)
        await journey.home.restart()
        page = Page(journey.home)
        stage = Stage(cast("House", page), journey.home.clock, journey.programme)
        await stage.gather()
        async with (
            served(demo_app(door, page, stage), door) as url,
            httpx.AsyncClient(base_url=url, trust_env=False) as http,
        ):
            kari = Visitor(http, cast("Any", page), stage.people()[0].key)
            await kari.joins("Kari Nordmann", "Skip")
            siri = await journey.joins(1, "Siri", "havnes-1")
            per = await journey.joins(2, "Per", "facilitator")
            yield TwoDoors(journey, page, kari, siri, per)
        await journey.home.stop()
