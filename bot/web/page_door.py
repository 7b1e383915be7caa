"""The door «page»: what the house says there stands in its outbox, and open pages are nudged."""

import asyncio
import re
import secrets
import time
from base64 import b32encode
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bot.pace import UNLIMITED
from bot.parcel import AreAwaited, Parcel, Receipt, Refused
from handlers.markup import Html, Keyboard

NAME = "page"
KEPT_SECONDS = 3600.0
MOST_KEPT = 2000
MOST_OPEN = 3  # pages of one browser that are told at once
MOST_OPEN_IN_ALL = 200  # well below the connections that the server takes
_REF = re.compile(r"[a-z2-7]{52}")


@dataclass(frozen=True, slots=True)
class Passing:
    """What a message says whose text is kept nowhere."""

    text: Html
    buttons: Keyboard
    at: float


@dataclass(eq=False, slots=True)
class Opened:
    """A page that is open; ``news`` is set when its conversation looks different.

    ``made_room``: it was closed for another's sake, and should not be back at once.
    """

    browser: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False
    made_room: bool = False

    def nudge(self) -> None:
        self.news.set()

    def close(self, *, for_room: bool = False) -> None:
        self.closed, self.made_room = True, for_room
        self.news.set()


class PageDoor:
    """A ``bot.parcel.Door`` whose other side is ``bot.web.chat``.

    A text that must not be kept stands in its memory alone, for an hour; files that people send
    lie in ``uploads`` until the house has fetched them (``bot.parcel.Holds``).
    """

    name = NAME
    limits = UNLIMITED

    def __init__(self, uploads: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Begin with no page open."""
        self._uploads = uploads
        self._monotonic = monotonic
        self._passing: OrderedDict[tuple[str, str], Passing] = OrderedDict()
        self._nods: dict[str, str] = {}
        self._open: dict[str, list[Opened]] = {}
        self._coming: set[str] = set()  # kept, and not in the inbox yet
        self._shut = False

    # The house's side: bot.parcel.Door

    async def deliver(self, parcel: Parcel) -> Receipt:
        """Note that it is there, and tell the pages that show the conversation."""
        key = parcel.address.key
        message = parcel.target or secrets.token_hex(8)
        if parcel.fleeting and parcel.verb in ("send", "edit"):
            self._keep(key, message, parcel)
        self.nudge(key)
        return Receipt(None if parcel.verb == "menu" else message)

    async def acknowledge(self, press: str, text: str | None = None) -> None:
        """Show the small answer to a tap when the page is drawn next."""
        key = press.partition("/")[0]
        if text:
            while len(self._nods) >= MOST_KEPT:
                self._nods.pop(next(iter(self._nods)))
            self._nods[key] = text
            self.nudge(key)

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        """Copy a file that was sent in; ``Refused`` if it is gone, or over ``limit`` bytes."""
        if not _REF.fullmatch(ref):
            raise Refused("there is no such file")
        try:
            content = await asyncio.to_thread((self._uploads / ref).read_bytes)
        except OSError:
            raise Refused("the file is not here any longer") from None
        if len(content) > limit:
            raise Refused("the file is too large")
        await asyncio.to_thread(to.write_bytes, content)

    # The page's side

    def passing(self, key: str, message: str) -> Passing | None:
        """What a message of a conversation says that is kept nowhere, while it is remembered."""
        found = self._passing.get((key, message))
        return found if found and self._monotonic() - found.at < KEPT_SECONDS else None

    def last_word(self, key: str) -> Html | None:
        """What was said last to a conversation and is kept nowhere."""
        found = (one for (whose, _), one in reversed(self._passing.items()) if whose == key)
        last = next(found, None)
        return last.text if last and self._monotonic() - last.at < KEPT_SECONDS else None

    def nod_for(self, key: str) -> str | None:
        """The small answer to the last tap, once."""
        return self._nods.pop(key, None)

    async def keep(self, content: bytes, form: str) -> str:
        """Keep a file that a form brought; return the name that ``fetch`` knows it by.

        It stays until the house has it, once ``received`` is told.
        """
        digest = sha256(form.encode() + b"\0" + content).digest()
        ref = b32encode(digest).decode().rstrip("=").lower()
        self._coming.add(ref)
        try:
            await asyncio.to_thread(_write, self._uploads, ref, content)
        except BaseException:
            self._coming.discard(ref)
            raise
        return ref

    def received(self, ref: str) -> None:
        """Know that a file's message stands in the inbox, or never will."""
        self._coming.discard(ref)

    async def let_go(self, ref: str) -> None:
        """Delete a file that the house has, or has no use for."""
        if _REF.fullmatch(ref):
            await asyncio.to_thread((self._uploads / ref).unlink, missing_ok=True)

    async def sweep(self, awaited: AreAwaited) -> None:
        """Delete every file that nobody is going to fetch, and what an earlier life half wrote."""
        lying = await asyncio.to_thread(_lying, self._uploads)
        there = {name: ref for name, ref in lying.items() if ref not in self._coming}
        wanted = await awaited(frozenset(there.values()))
        for name, ref in there.items():
            if name != ref or ref not in wanted:
                await asyncio.to_thread((self._uploads / name).unlink, missing_ok=True)

    @contextmanager
    def opened(self, key: str, browser: str) -> Iterator[Opened]:
        """Hear of what is new in a conversation; of too many pages the browser's oldest goes.

        Where the whole site holds too many open, this one is closed from the start.
        """
        page = Opened(browser, closed=self._shut)
        if sum(map(len, self._open.values())) >= MOST_OPEN_IN_ALL:
            page.close(for_room=True)
            yield page
            return
        pages = self._open.setdefault(key, [])
        mine = [one for one in pages if one.browser == browser and not one.closed]
        if len(mine) >= MOST_OPEN:
            mine[0].close(for_room=True)
        pages.append(page)
        try:
            yield page
        finally:
            pages.remove(page)
            if not pages:
                self._open.pop(key, None)

    def nudge(self, key: str) -> None:
        for page in self._open.get(key, ()):
            page.nudge()

    def open(self) -> None:
        """Let pages be held open; they may be from the start."""
        self._shut = False

    def close(self) -> None:
        """Let every open page go, and hold none from now on, so that the server can stop."""
        self._shut = True
        for pages in self._open.values():
            for page in pages:
                page.close()

    def _keep(self, key: str, message: str, parcel: Parcel) -> None:
        now = self._monotonic()
        self._passing.pop((key, message), None)
        self._passing[key, message] = Passing(parcel.text, parcel.buttons, now)
        while self._passing:
            oldest = next(iter(self._passing))
            is_old = now - self._passing[oldest].at >= KEPT_SECONDS
            if len(self._passing) <= MOST_KEPT and not is_old:
                return
            del self._passing[oldest]


def _write(folder: Path, ref: str, content: bytes) -> None:
    """Whole or not at all; the same content again is as new."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = folder / f"{ref}.{secrets.token_hex(4)}.part"
    part.write_bytes(content)
    part.replace(folder / ref)


def _lying(folder: Path) -> dict[str, str]:
    """What lies there under a name of ours: each name, and the file that it is of."""
    names = [one.name for one in folder.iterdir()] if folder.exists() else []
    return {name: name[:52] for name in names if _REF.fullmatch(name[:52])}
