"""The site over a real house's database, and browsers that are signed in at it."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
import uvicorn

from bot.intake import Incoming, Intake
from bot.web.page_door import PageDoor
from bot.web.site import Site, app
from bot.writer import Reader, Writer
from handlers import visits
from storage.unit import Unit
from tests.room import Room

URL = "https://mellom.example"


@dataclass(frozen=True, slots=True)
class Still:
    """A clock that stands still."""

    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass(slots=True)
class Web:
    """The site, over the room's database."""

    room: Room
    site: Site

    @asynccontextmanager
    async def browser(self, key: str | None = None) -> AsyncIterator[httpx.AsyncClient]:
        """A browser, signed in at this key of the door «page», or at none."""
        transport = httpx.ASGITransport(app(self.site))
        headers = {"accept-language": "en"}
        async with httpx.AsyncClient(transport=transport, base_url=URL, headers=headers) as http:
            if key is not None:
                http.cookies.set("__Host-mellom", self.token(key))
            yield http

    def token(self, key: str) -> str:
        with self.room.unit() as unit:
            return visits.sign_in(unit, key, "Firefox", self.room.now)


@asynccontextmanager
async def served(room: Room, folder: Path) -> AsyncIterator[tuple[Web, str]]:
    """The site at an address of this machine, for a real browser."""
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with web(room, folder, url) as opened:
        server = uvicorn.Server(
            uvicorn.Config(app(opened.site), lifespan="off", log_level="error", access_log=False)
        )
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        yield opened, url
        server.should_exit = True
        await serving


@asynccontextmanager
async def web(room: Room, folder: Path, url: str = URL) -> AsyncIterator[Web]:
    """Open the site; what browsers send is taken in, settled, and answered by nobody."""
    reader, writer = await Reader.open(room.path), await Writer.open(room.path)
    clock = Still(room.now)
    intake = Intake(writer, clock)

    async def receive(source: str, came: Sequence[Incoming]) -> None:
        await intake.receive(source, came)
        await writer.run(_settle)

    files = folder / "files"
    files.mkdir(exist_ok=True)
    site = Site(reader, writer, clock, receive, PageDoor(files), files, url)
    try:
        yield Web(room, site)
    finally:
        await reader.close()
        await writer.close()


def _settle(unit: Unit) -> None:
    for row in unit.inbox.new(0, 100):
        unit.inbox.settle(row.position)
