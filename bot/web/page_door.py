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
from bot.parcel import Parcel, Receipt, Refused
from handlers.markup import Html, Keyboard

NAME = "page"
KEPT_SECONDS = 3600.0
MOST_KEPT = 2000
MOST_OPEN = 6  # pages of one conversation that are told at once
UPLOADS_SECONDS = 24 * 3600.0
_REF = re.compile(r"[a-z2-7]{52}")


@dataclass(frozen=True, slots=True)
class Passing:
    """What a message says whose text is kept nowhere."""

    text: Html
    buttons: Keyboard
    at: float


@dataclass(eq=False, slots=True)
class Opened:
    """A page that is open; ``news`` is set when its conversation looks different."""

    news: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    def nudge(self) -> None:
        self.news.set()

    def close(self) -> None:
        self.closed = True
        self.news.set()


class PageDoor:
    """A ``bot.parcel.Door`` whose other side is ``bot.web.chat``.

    A text that must not be kept stands in its memory alone, for an hour; files that people send
    lie in ``uploads`` by their content until the house has read them.
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
        self._swept = monotonic()
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

    async def keep(self, content: bytes) -> str:
        """Keep a file that somebody sends; return the name that ``fetch`` knows it by."""
        ref = b32encode(sha256(content).digest()).decode().rstrip("=").lower()
        await asyncio.to_thread(_write, self._uploads, ref, content)
        if self._monotonic() - self._swept > KEPT_SECONDS:
            self._swept = self._monotonic()
            await asyncio.to_thread(_sweep, self._uploads, ref)
        return ref

    @contextmanager
    def opened(self, key: str) -> Iterator[Opened]:
        """Hear of what is new in a conversation; of too many pages the oldest is let go."""
        page = Opened(closed=self._shut)
        pages = self._open.setdefault(key, [])
        pages.append(page)
        if len(pages) > MOST_OPEN:
            pages[0].close()
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


def _sweep(folder: Path, newest: str) -> None:
    """Delete what was sent a day before the newest: the house has read it, or will not."""
    before = (folder / newest).stat().st_mtime - UPLOADS_SECONDS
    for file in folder.iterdir():
        if file.stat().st_mtime < before:
            file.unlink(missing_ok=True)
