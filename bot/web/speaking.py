"""A deed handed to the house, and its answer awaited for a moment."""

import asyncio
import time
from datetime import datetime
from functools import partial

from starlette.requests import Request

from bot.web.page_door import NAME
from bot.web.posted import SOURCE, Deed
from bot.web.render import tongue_of
from bot.web.visitors import site_of
from storage.unit import Unit

TEXT_UNITS = 16_000
PATIENCE = 5.0
_LOOK_AGAIN = 0.03  # seconds; later less often
_SETTLE = 0.01


async def speak(request: Request, deed: Deed) -> bool:
    """Let the house take a deed in, on disk; whether all its answers are out yet."""
    site = site_of(request)
    came = deed.incoming(tongue_of(request).language, site.clock.now())
    await site.receive(SOURCE, [came])
    return await answered(request, deed.key)


async def answered(request: Request, key: str, patience: float = PATIENCE) -> bool:
    """Wait until all that was said at an address is answered; false if that takes too long."""
    site, started, pause = site_of(request), time.monotonic(), _LOOK_AGAIN
    while True:
        if await site.reader.run(partial(_is_answered, key=key, now=site.clock.now())):
            await asyncio.sleep(_SETTLE)  # the small answer to a tap comes just after the commit
            return True
        if time.monotonic() - started > patience:
            return False
        await asyncio.sleep(pause)
        pause = min(pause * 1.3, 0.3)


async def written_down(request: Request, key: str) -> None:
    """Wait, for a moment, until what the door has taken is noted as sent: then it can be shown."""
    site = site_of(request)
    for _ in range(int(PATIENCE / _LOOK_AGAIN)):
        if await site.reader.run(lambda unit: not unit.outbox.how_many_under_way_at(NAME, key)):
            return
        await asyncio.sleep(_LOOK_AGAIN)


def _is_answered(unit: Unit, key: str, now: datetime) -> bool:
    return not (
        unit.inbox.how_many_new_at(NAME, key) or unit.outbox.answers_owed_at(NAME, key, now)
    )
