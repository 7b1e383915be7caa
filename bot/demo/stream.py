"""Server-sent events: the whole chat first, then every change, and a heartbeat between."""

import asyncio
import json
from collections.abc import AsyncGenerator

from bot.demo.door import DemoDoor
from bot.demo.pages import EVERYBODY

HEARTBEAT_SECONDS = 15.0
RETRY_MS = 1000
TOGETHER_SECONDS = 0.15


async def stream(
    door: DemoDoor, key: str, heartbeat: float = HEARTBEAT_SECONDS
) -> AsyncGenerator[str, None]:
    """Yield events until the door closes; a page that comes back gets the whole chat again.

    After ``heartbeat`` seconds without one a comment shows that both sides are still there.
    """
    number = 0
    with door.pages.opened(key) as page:
        yield f"retry: {RETRY_MS}\n" + event(number, "snapshot", door.shown(key))
        while True:
            try:
                async with asyncio.timeout(heartbeat):
                    change = await page.queue.get()
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if change is None:
                return
            number += 1
            yield event(number, change.event, change.data)


async def changes(
    door: DemoDoor, heartbeat: float = HEARTBEAT_SECONDS, together: float = TOGETHER_SECONDS
) -> AsyncGenerator[str, None]:
    """Yield ``changed`` at once, and whenever the house has done something, until the door closes.

    What is done within ``together`` seconds is told as one.
    """
    number = 0
    with door.pages.opened(EVERYBODY) as page:
        yield f"retry: {RETRY_MS}\n" + event(number, "changed", None)
        while True:
            try:
                async with asyncio.timeout(heartbeat):
                    told = [await page.queue.get()]
            except TimeoutError:
                yield ": still here\n\n"
                continue
            await asyncio.sleep(together)
            while not page.queue.empty():
                told.append(page.queue.get_nowait())
            if None in told:
                return
            number += 1
            yield event(number, "changed", None)


def event(number: int, name: str, data: object) -> str:
    """One event on the wire; JSON escapes every line break in what people wrote."""
    return f"id: {number}\nevent: {name}\ndata: {json.dumps(data)}\n\n"
