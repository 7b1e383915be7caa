"""The demo behind its real HTTP server, its house restarted at will; people who use its API."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import httpx
import uvicorn

from bot.clock import MovableClock
from bot.demo.app import demo_app
from bot.demo.door import DemoDoor
from bot.demo.run import Stage, demo_event
from bot.house import House, Plan
from bot.intake import Incoming
from bot.pace import UNLIMITED
from bot.writer import Writer
from handlers.events import Address
from handlers.markup import Html, plain
from handlers.programme import importing
from handlers.programme_file import read_programme
from tests.room import PROGRAMMES


class Reopened:
    """The house that is open now; page, door and stage go on when it is restarted."""

    def __init__(self, plan: Plan) -> None:
        """Use ``restart`` to open it first."""
        self._plan = plan
        self._house: House | None = None

    @property
    def house(self) -> House:
        assert self._house is not None
        return self._house

    @property
    def writer(self) -> Writer:
        return self.house.writer

    async def restart(self) -> None:
        await self.close()
        self._house = await House.open(self._plan)

    async def close(self) -> None:
        if self._house is not None:
            await self._house.close()

    async def beat(self) -> None:
        await self.house.beat()

    async def settled(self) -> None:
        await self.house.settled()

    async def receive(self, source: str, updates: Sequence[tuple[str, dict[str, Any]]]) -> None:
        came = [Incoming(one, Address("demo", said["key"]), said) for one, said in updates]
        await self.house.receive(source, came)


@dataclass
class Bubble:
    """A message as the page shows it."""

    id: str
    text: str
    buttons: dict[str, str]
    file: str | None


@dataclass
class Visitor:
    """Somebody at the page, in English; each deed is a post, handled, and then a restart."""

    http: httpx.AsyncClient
    reopened: Reopened
    key: str
    shown: list[Bubble] = field(default_factory=list)

    @property
    def last(self) -> Bubble:
        return self.shown[-1]

    async def joins(self, name: str, *steps: str) -> None:
        await self._posts("say", start=True)
        await self.taps("Yes, it is private", name, *steps)

    async def says(self, *texts: str) -> str:
        for text in texts:
            told = await self._posts("say", text=text)
        return str(told["message"])

    async def taps(self, *labels: str) -> None:
        for label in labels:
            found = [(one, data) for one in self.shown for data in [one.buttons.get(label)] if data]
            assert found, f"no button {label!r} among {[one.buttons for one in self.shown[-4:]]}"
            bubble, data = found[-1]
            await self._posts("press", message=bubble.id, data=data)

    async def edits(self, message: str, text: str) -> None:
        await self._posts("edit", message=message, text=text)

    async def sends(self, name: str, content: bytes, caption: str) -> None:
        form = {"update": str(uuid4()), "language": "en", "caption": caption}
        file = {"file": (name, content, "application/pdf")}
        await self._handled(await self.http.post(self._at("file"), data=form, files=file))

    async def downloads(self) -> bytes:
        """The newest file in the chat."""
        file = next(one.file for one in reversed(self.shown) if one.file)
        answer = await self.http.get(f"/api/files/{file}")
        assert answer.status_code == 200
        return answer.content

    async def looks(self) -> list[Bubble]:
        """Read the chat as the page does, from the stream's first event."""
        async with self.http.stream("GET", self._at("stream")) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            async for line in answer.aiter_lines():
                if line.startswith("data: "):
                    chat = json.loads(line.removeprefix("data: "))
                    break
        self.shown = [_bubble(one) for one in chat["messages"] if not one["mine"]]
        return self.shown

    def _at(self, deed: str) -> str:
        return f"/api/people/{self.key}/{deed}"

    async def _posts(self, deed: str, **said: object) -> dict[str, object]:
        body = {"update": str(uuid4()), "language": "en", **said}
        return await self._handled(await self.http.post(self._at(deed), json=body))

    async def _handled(self, answer: httpx.Response) -> dict[str, object]:
        assert answer.status_code == 200, answer.text
        await self.reopened.settled()
        await self.reopened.restart()
        await self.looks()
        return cast("dict[str, object]", answer.json())


def _bubble(said: dict[str, Any]) -> Bubble:
    buttons = {one["text"]: one["data"] for row in said["buttons"] for one in row}
    file = said["file"]["id"] if said["file"] else None
    return Bubble(said["id"], plain(Html(said["html"])), buttons, file)


@dataclass
class WebHome:
    """The page's address, and the house behind it."""

    http: httpx.AsyncClient
    reopened: Reopened

    async def people(self) -> dict[str, Visitor]:
        """Everybody one can sit down as, by first name."""
        stage = (await self.http.get("/api/stage")).json()
        return {
            one["name"].split()[0]: Visitor(self.http, self.reopened, one["key"])
            for one in stage["people"]
        }

    async def jumps_until(self, over: Callable[[datetime], bool]) -> datetime:
        """Move the clock from one happening to the next, each followed by a restart."""
        for _ in range(60):
            stage = (await self.http.post("/api/clock/next")).json()
            await self.reopened.restart()
            now = datetime.fromisoformat(stage["now"])
            if over(now):
                return now
        raise AssertionError("the clock never came so far")


@asynccontextmanager
async def at_home(folder: Path, start: datetime) -> AsyncIterator[WebHome]:
    """Serve the example programme on a free port, by a clock that only the page moves."""
    clock = MovableClock(start)
    door = DemoDoor(clock.now)
    files, reads = folder / "files", {"demo": demo_event}
    plan = Plan(folder / "demo.db", files, clock, {"demo": door}, reads, UNLIMITED, heartbeat=False)
    reopened = Reopened(plan)
    await reopened.restart()
    programme = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
    await reopened.writer.run(lambda unit: importing.apply(unit, programme, start))
    stage = Stage(cast("House", reopened), clock, programme)
    await stage.gather()
    async with (
        served(demo_app(door, reopened, stage), door) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as http,
    ):
        yield WebHome(http, reopened)
    await reopened.close()


@asynccontextmanager
async def served(app: Any, door: DemoDoor) -> AsyncIterator[str]:  # noqa: ANN401 - any ASGI app
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", ws="none", log_level="warning"))
        running = asyncio.create_task(server.serve(sockets=[listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        door.close()
        server.should_exit = True
        await running
