"""Mellom as ``mellom run`` starts it, but for the pace that Telegram asks for.

``python -m tests.bench.mellom_bot SENDERS``; the settings come from the environment.
"""

import asyncio
import signal
import sys
from dataclasses import replace

import bot.cli  # noqa: F401 - loaded as the command loads it, so that start and memory are its own
from bot.app import RealHouse, door_of, telegram_plan
from bot.clock import SystemClock
from bot.lock import HouseLock
from bot.logs import set_up
from bot.pace import UNLIMITED
from bot.settings import Settings


async def run(settings: Settings, senders: int) -> None:
    """Run until SIGTERM, as ``bot.app.run`` does."""
    with HouseLock(settings.database):
        door = door_of(settings)
        await door.start()
        plan = telegram_plan(settings, door, SystemClock(), UNLIMITED)
        home = RealHouse(replace(plan, senders=senders), door)
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, home.stop)
        await home.run()


if __name__ == "__main__":
    set_up("WARNING")
    asyncio.run(run(Settings(), int(sys.argv[1])))
