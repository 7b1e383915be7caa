"""A small house and stage for the demo's door: it echoes, and its clock has two happenings."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import assert_never
from uuid import uuid4
from zoneinfo import ZoneInfo

import uvicorn

from bot.demo.app import demo_app
from bot.demo.door import DemoDoor
from bot.demo.read import read
from bot.demo.stage import Happening, Sitter
from bot.parcel import Enclosure, Parcel
from handlers.events import (
    Address,
    Attached,
    Blocked,
    Edited,
    Event,
    Moved,
    Pressed,
    Said,
    Unblocked,
    Unread,
)
from handlers.markup import Button, Html, bold, column, joined, lines, quote, safe

START = datetime(2026, 9, 10, 11, 30, tzinfo=UTC)
MENU = '[["rapport", "Skriv rapporten"], ["status", "Hva venter på meg"]]'
KARI = Sitter("kari", "Kari Nordmann", "deltaker", "Tromsø, hjemmetjenesten", "/start secret-code")
OLA = Sitter("ola", "Ola Hansen", "arrangør", "", "/start other-code")


class StorageFull(Exception):
    """The house could not keep what came."""


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


@dataclass
class EchoHouse:
    """Keeps each update once, then answers it at once; ``full`` refuses everything."""

    door: DemoDoor
    enclosure: Path
    rows: dict[str, dict[str, object]] = field(default_factory=dict)
    full: bool = False

    async def receive(self, source: str, updates: Sequence[tuple[str, dict[str, object]]]) -> None:
        assert source == "demo"
        for update, payload in updates:
            if self.full:
                raise StorageFull
            if update not in self.rows:
                self.rows[update] = payload
                await self.answer(read(update, payload))

    async def answer(self, event: Event) -> None:
        match event.what:
            case Said(text=text):
                await self.said(event.address, text)
            case Pressed(data="delete", message=message):
                await self.door.deliver(Parcel("delete", event.address, target=message))
            case Pressed(press=press, message=message):
                assert press is not None
                text = lines("Det er notert.", quote("Jeg kommer"))
                again = column(Button("Angre", "undo"), Button("Slett", "delete"))
                await self.door.deliver(Parcel("edit", event.address, text, again, target=message))
                await self.door.acknowledge(press, "Notert")
            case Edited(message=message, text=text):
                await self.door.deliver(Parcel("react", event.address, Html("👍"), target=message))
                await self.send(event.address, joined(" ", ["Endret til", bold(text)]))
            case Attached(name=name, size=size):
                await self.send(event.address, safe(f"Fikk {name}, {size} byte"))
            case Blocked() | Unblocked() | Moved() | Unread():
                raise AssertionError
            case never:
                assert_never(never)

    async def said(self, to: Address, text: str) -> None:
        if text.startswith("/start"):
            await self.door.deliver(Parcel("menu", to, Html(MENU)))
            await self.welcome(to)
        elif text == "fil":
            enclosure = Enclosure(self.enclosure, "matrise æøå.csv", "text/csv")
            await self.door.deliver(Parcel("send", to, Html("Her er den"), enclosure=enclosure))
        else:
            await self.send(to, joined(" ", ["Du skrev", bold(text)]))

    async def welcome(self, to: Address) -> None:
        text = lines(
            joined(" ", ["Hei! Jeg er", bold("Mellom")]),
            "Du trenger ikke svare i fritida. Skriv /status når du vil se hva som venter.",
            "Kommer du på samlingen i Tromsø?",
        )
        buttons = (
            (Button("Jeg kommer", "attend:yes"), Button("Jeg kommer ikke", "attend:no")),
            (Button("En annen kommer i stedet", "attend:other"),),
            (Button("Les om programmet", url="https://example.org/program"),),
        )
        await self.door.deliver(Parcel("send", to, text, buttons))

    async def send(self, to: Address, text: Html) -> None:
        await self.door.deliver(Parcel("send", to, text))


@dataclass
class TwoHappenings:
    """A stage where a reminder comes to everybody twice, four days apart."""

    door: DemoDoor
    clock: Clock
    sitters: list[Sitter] = field(default_factory=lambda: [KARI, OLA])
    played: int = 0

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo("Europe/Oslo")

    def people(self) -> Sequence[Sitter]:
        return self.sitters

    def now(self) -> datetime:
        return self.clock.now

    async def next_happening(self, language: str | None = None) -> Happening | None:
        if self.played == 2:
            return None
        said = {"en": "A reminder of gathering 2 goes out."}
        nb = "Påminnelse om samling 2 går ut."
        at = self.now() + timedelta(days=4)
        return Happening(at, said.get(language or "nb", nb), language or "nb")

    async def jump(self) -> None:
        self.clock.now += timedelta(days=4)
        self.played += 1
        for sitter in self.sitters:
            await self.door.deliver(
                Parcel("send", Address("demo", sitter.key), Html("Samling 2 nærmer seg."))
            )

    async def settled(self) -> None:
        """Nothing is ever under way here."""

    async def add_person(self, name: str) -> Sitter:
        sitter = Sitter(
            f"new-{len(self.sitters)}", name, "ny deltaker", "Alta", "/start third-code"
        )
        self.sitters.append(sitter)
        return sitter


@dataclass
class Set:
    """The whole demo in one hand."""

    door: DemoDoor
    house: EchoHouse
    stage: TwoHappenings
    clock: Clock


def a_set(folder: Path) -> Set:
    enclosure = folder / "matrix.csv"
    enclosure.write_text("lag;svar\n")
    clock = Clock()
    door = DemoDoor(clock)
    return Set(door, EchoHouse(door, enclosure), TwoHappenings(door, clock), clock)


def texts(demo: Set, key: str = "kari") -> list[object]:
    """What stands in somebody's chat, both sides, in order."""
    messages = demo.door.shown(key)["messages"]
    assert isinstance(messages, list)
    return [message["text"] or message["html"] for message in messages]


def say(text: str) -> dict[str, object]:
    """A post that says something, each time under a new id."""
    return {"update": str(uuid4()), "language": "nb", "text": text}


@asynccontextmanager
async def served(demo: Set) -> AsyncIterator[str]:
    """The page's address, on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = demo_app(demo.door, demo.house, demo.stage)
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", ws="none", log_level="warning"))
        running = asyncio.create_task(server.serve(sockets=[listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        demo.door.close()
        server.should_exit = True
        await running
