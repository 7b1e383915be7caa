"""The real web over HTTP: a house that can be restarted, and browsers without a line of script."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import httpx
from lxml import html  # type: ignore[import-untyped]

from bot.clock import MovableClock
from bot.house import House, Plan
from bot.pace import UNLIMITED
from bot.web.page_door import PageDoor
from bot.web.posted import page_event
from bot.web.site import Site, app
from handlers import calendar
from handlers.codes import team_ways
from handlers.programme import importing
from handlers.programme_file import ProgrammeFile, read_programme
from storage.unit import Unit
from tests.room import PROGRAMMES

URL = "https://mellom.test"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"

Result = TypeVar("Result")


class WebHouse:
    """A house with its page; what outlives ``restart`` is on disk, and the clock."""

    def __init__(self, folder: Path, now: datetime, url: str = URL, *, runs: bool = False) -> None:
        self.folder = folder
        self.clock = MovableClock(now, runs=runs)
        self.url = url
        self._house: House | None = None

    @property
    def house(self) -> House:
        assert self._house is not None
        return self._house

    async def restart(self) -> None:
        if self._house is not None:
            await self._house.close()
        self.door = PageDoor(self.folder / "uploads")
        plan = Plan(
            database=self.folder / "mellom.db",
            files=self.folder / "files",
            clock=self.clock,
            doors={"page": self.door},
            reads={"page": page_event},
            limits=UNLIMITED,
            heartbeat=False,
        )
        house = self._house = await House.open(plan)
        await house.writer.run(lambda unit: calendar.reachable_at(unit, self.url))
        self.site = site_at(house, self.door, self.folder, self.url)
        self.app = app(self.site)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401
        await self.app(scope, receive, send)

    async def does(self, work: Callable[[Unit], Result]) -> Result:
        return await self.house.writer.run(work)

    async def passes(self, time: timedelta = timedelta(minutes=1)) -> None:
        self.clock.move_to(self.clock.now() + time)
        await self.house.beat()
        await self.house.settled()

    async def imports(self, file: str = "eksempel.toml") -> ProgrammeFile:
        programme = read_programme((PROGRAMMES / file).read_text(encoding="utf-8"))
        await self.does(lambda unit: importing.apply(unit, programme, self.clock.now()))
        return programme

    async def team_link(self, programme: ProgrammeFile, team: str = "havnes-1") -> str:
        """The path of the link by which one joins a team."""
        found = await self.does(lambda unit: team_ways(unit, programme, team))
        assert found is not None
        return str(found.web).removeprefix(self.url)

    def browser(self, agent: str = FIREFOX, language: str = "en") -> "Browser":
        transport = httpx.ASGITransport(cast("Any", self), client=("10.0.0.1", 1))
        headers = {"user-agent": agent, "accept-language": language}
        http = httpx.AsyncClient(transport=transport, base_url=self.url, headers=headers)
        return Browser(self, http)

    async def close(self) -> None:
        await self.house.close()


def site_at(house: House, door: PageDoor, folder: Path, url: str) -> Site:
    return Site(
        reader=house.reader,
        writer=house.writer,
        clock=house.clock,
        receive=house.receive,
        door=door,
        files=folder / "files",
        url=url,
        stir=house.courier.wake,
    )


@asynccontextmanager
async def web_house(folder: Path, now: datetime) -> AsyncIterator[WebHouse]:
    house = WebHouse(folder, now)
    await house.restart()
    yield house
    await house.close()


@dataclass
class Bubble:
    """A message as the page shows it."""

    id: str
    mine: bool
    text: str
    labels: list[str]


@dataclass
class Browser:
    """Somebody with a browser and no script; after each round of deeds the house is begun anew."""

    house: WebHouse
    http: httpx.AsyncClient
    answer: httpx.Response = field(init=False)

    @property
    def page(self) -> html.HtmlElement:
        return html.document_fromstring(self.answer.text)

    @property
    def heading(self) -> str:
        return " ".join(self.page.find(".//h1").text_content().split())

    @property
    def words(self) -> str:
        """All that stands on the page, in one line."""
        return " ".join(self.page.find(".//main").text_content().split())

    @property
    def bubbles(self) -> list[Bubble]:
        return [_bubble(one) for one in self.page.xpath("//ol[@id='bubbles']/li[@id]")]

    @property
    def last(self) -> Bubble:
        return self.bubbles[-1]

    async def opens(self, path: str) -> httpx.Response:
        self.answer = await self.http.get(path, follow_redirects=True)
        return self.answer

    async def posts(
        self,
        path: str,
        data: dict[str, str],
        headers: dict[str, str] | None = None,
        files: Any = None,  # noqa: ANN401 - as httpx takes it
    ) -> httpx.Response:
        """Send a form as a browser does; it stays where the answer leads."""
        ours = {"origin": self.house.url, "sec-fetch-site": "same-origin"}
        sent = {**ours, **(headers or {})}
        self.answer = await self.http.post(
            path, data=data, files=files, headers=sent, follow_redirects=True
        )
        return self.answer

    async def submits(self, label: str, **fields: str) -> httpx.Response:
        """Press the button of that label, in the last form that has one and is not for writing."""
        found = self.page.xpath("//button[normalize-space()=$label]", label=label)
        button = [one for one in found if not one.xpath("ancestor::form[@id='write']")][-1]
        form = next(button.iterancestors("form"))
        data = {**hidden(form), **fields}
        if button.get("name"):
            data[button.get("name")] = button.get("value")
        return await self.posts(form.get("action"), data)

    async def says(self, *texts: str) -> None:
        for text in texts:
            await self.writes(text)
            await self._passes()
        await self._reopens()

    async def writes(self, text: str) -> None:
        form = self.page.get_element_by_id("write")
        await self.posts("/si", {**hidden(form), "text": text})

    async def taps(self, *labels: str) -> None:
        for label in labels:
            await self.submits(label)
            await self._passes()
        await self._reopens()

    async def sends(self, name: str, content: bytes, caption: str = "") -> None:
        form = self.page.get_element_by_id("write")
        file = {"file": (name, content, "application/octet-stream")}
        await self.posts("/si", {**hidden(form), "text": caption}, files=file)
        await self._passes()
        await self._reopens()

    async def joins(self, link: str, name: str) -> None:
        await self.opens(link)
        await self.submits("Go on in the browser")
        await self.says(name)
        await self.taps("Skip")

    async def _passes(self) -> None:
        assert self.answer.status_code == 200, (self.answer.status_code, self.words)
        await self.house.passes()

    async def _reopens(self) -> None:
        await self.house.restart()
        await self.opens("/")


def hidden(form: html.HtmlElement) -> dict[str, str]:
    return {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}


def _bubble(item: html.HtmlElement) -> Bubble:
    words = item.find_class("words")
    buttons = item.find_class("buttons")
    pressed = buttons[0].iter("button", "a") if buttons else ()
    labels = [one.text_content().strip() for one in pressed]
    text = words[0].text_content() if words else ""
    return Bubble(item.get("id").removeprefix("m-"), "mine" in item.get("class"), text, labels)
