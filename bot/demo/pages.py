"""The pages that are open, and what each has still to be told."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

BACKLOG = 1000
EVERYBODY = ""  # a page that shows no one's chat, and is told that something was done


@dataclass(frozen=True, slots=True)
class Change:
    """One thing for an open page to show: an event's name and its JSON-ready data."""

    event: str
    data: object


@dataclass(eq=False, slots=True)
class Page:
    """An open page; ``None`` in its queue means that it should come again."""

    key: str
    queue: asyncio.Queue[Change | None] = field(default_factory=lambda: asyncio.Queue(BACKLOG))

    def tell(self, change: Change) -> None:
        """Queue a change; a page too slow to follow is sent away to start afresh."""
        if self.queue.full():
            self.dismiss()
        else:
            self.queue.put_nowait(change)

    def stir(self) -> None:
        """Say once that something was done, however much it was."""
        if self.queue.empty():
            self.queue.put_nowait(Change("changed", None))

    def dismiss(self) -> None:
        """End the page's stream at once."""
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(None)


class Pages:
    """All open pages."""

    def __init__(self) -> None:
        """Start with none."""
        self._open: set[Page] = set()

    @contextmanager
    def opened(self, key: str) -> Iterator[Page]:
        """Hear of every change to somebody's chat, from now on."""
        page = Page(key)
        self._open.add(page)
        try:
            yield page
        finally:
            self._open.discard(page)

    def tell(self, key: str, change: Change) -> None:
        """Tell the pages that show somebody's chat."""
        for page in tuple(self._open):
            if page.key == key:
                page.tell(change)
            elif page.key == EVERYBODY:
                page.stir()

    def nudge(self) -> None:
        """Tell every page that the stage (clock, people, unread) looks different."""
        for page in tuple(self._open):
            if page.key == EVERYBODY:
                page.stir()
            else:
                page.tell(Change("stage", None))

    def close(self) -> None:
        """End every page's stream, so that the server can stop at once."""
        for page in tuple(self._open):
            page.dismiss()
