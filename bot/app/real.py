"""A house for real people: at Telegram, at the page, by mail, or at all of them."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.app.rehearsal import remember
from bot.app.telegram import AS_RECEIVED, door_of, telegram_event, telegram_incoming
from bot.clock import Clock, MovableClock, SystemClock
from bot.house import House, Plan, kept_going
from bot.mail.door import MailDoor, mail_door
from bot.mail.mint import Minter
from bot.parcel import Door
from bot.settings import Settings
from bot.telegram.door import TelegramDoor
from bot.telegram.polling import Polling
from handlers import calendar
from handlers.codes import USERNAME
from handlers.post import mail_is
from handlers.visits import PAGE
from storage.unit import Unit

if TYPE_CHECKING:
    from bot.app.pages import Pages

Beside = Callable[[House], Coroutine[Any, Any, None]]
"""What goes on beside a house until it is cancelled; where it fails it is begun again."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways between people and the house; None: not that one."""

    telegram: TelegramDoor | None
    pages: "Pages | None"
    mail: MailDoor | None
    minter: Minter

    @property
    def by_name(self) -> dict[str, Door]:
        page = None if self.pages is None else self.pages.door
        found: list[Door | None] = [self.telegram, page, self.mail]
        return {door.name: door for door in found if door is not None}


class RealHouse:
    """Works until it is stopped; Telegram is asked for updates: it needs no open port."""

    def __init__(
        self,
        plan: Plan,
        door: TelegramDoor | None,
        poll_seconds: int = 30,
        beside: Beside | None = None,
    ) -> None:
        """``plan`` must name ``door``; ``beside`` serves the pages while the house stands."""
        self._plan = plan
        self._door = door
        self._stop = asyncio.Event()
        self._poll_seconds = poll_seconds
        self._beside = beside or _nothing_served
        self.house: House | None = None

    async def run(self, ready: asyncio.Event | None = None) -> None:
        """Work until stopped; ``ready`` is set when updates are being asked for."""
        house = self.house = await House.open(self._plan)
        beside = asyncio.create_task(kept_going("pages", partial(self._beside, house)))
        try:
            username = None if self._door is None else self._door.username
            await house.writer.run(partial(_known_as, username=username))
            if ready is not None:
                ready.set()
            await self._listen()
        finally:
            beside.cancel()
            await asyncio.gather(beside, return_exceptions=True)
            await house.close()
            if self._door is not None:
                await self._door.close()

    async def meet(self) -> bool:
        """Let the door learn who the bot is; false if stopped before. Raises ``TokenRefused``."""
        if self._door is None:
            return True
        met = asyncio.create_task(self._door.start())
        stopped = asyncio.create_task(self._stop.wait())
        await asyncio.wait({met, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if met.done():
            met.result()
            return True
        met.cancel()
        await asyncio.gather(met, return_exceptions=True)
        await self._door.close()
        return False

    def stop(self) -> None:
        """Ask for no more updates, and bring home what is under way."""
        self._stop.set()

    async def _listen(self) -> None:
        if self._door is None:
            await self._stop.wait()
            return
        await Polling(self._door, self._receive, self._stop, seconds=self._poll_seconds).run()

    async def _receive(self, source: str, updates: Sequence[object]) -> None:
        assert self.house is not None  # noqa: S101 - set before polling begins
        await self.house.receive(source, [telegram_incoming(raw) for raw in updates])


def plan_of(settings: Settings, doors: Doors, clock: Clock) -> Plan:
    """What a house with these doors is built from."""
    reads = {"telegram": telegram_event}
    if doors.pages is not None:
        from bot.web.posted import page_event  # noqa: PLC0415 - as in ``doors_of``

        reads[PAGE] = page_event
    return Plan(
        database=settings.database,
        files=settings.files,
        clock=clock,
        doors=doors.by_name,
        reads=reads,
    )


def doors_of(settings: Settings, clock: Clock) -> Doors:
    """The doors that the settings name, the pages' port taken; ``Trouble`` without any."""
    pages = None
    if settings.web_host is not None:
        from bot.app.pages import pages_of  # noqa: PLC0415 - else no start pays for a web server

        pages = pages_of(settings)
    minter = Minter(clock)
    mail = mail_door(settings, minter, pages.url if pages else None, clock)
    is_there = pages is None or settings.token() is not None
    return Doors(door_of(settings) if is_there else None, pages, mail, minter)


async def run(settings: Settings, start: datetime | None = None) -> None:
    """Run for real people until a signal comes; ``start`` is another instant, for a rehearsal.

    The caller holds the house's lock. Raises ``TokenRefused``.
    """
    clock = SystemClock() if start is None else MovableClock(start, runs=True)
    if settings.webhook_url is not None:
        log.warning("MELLOM_WEBHOOK_URL is set, but webhooks come later: polling is used")
    doors = doors_of(settings, clock)
    plan = plan_of(settings, doors, clock)
    plan = plan if start is None else replace(plan, reads={**plan.reads, **AS_RECEIVED})
    is_rehearsal = start is not None
    beside = partial(_beside, settings=settings, doors=doors, rehearses=is_rehearsal)
    home = RealHouse(plan, doors.telegram, beside=beside)
    _stop_on_signals(home)
    try:
        if await home.meet():
            _say_who(doors)
            await home.run()
            log.info("stopped")
    finally:
        if doors.mail is not None:
            await doors.mail.close()


def _say_who(doors: Doors) -> None:
    if doors.telegram is not None:
        log.info("at work as @%s", doors.telegram.username)
    else:
        log.info("at work without Telegram")


async def _beside(house: House, settings: Settings, doors: Doors, *, rehearses: bool) -> None:
    """Note where the house is reached, and serve its pages."""
    url = doors.pages.url if doors.pages else None
    await house.writer.run(partial(_reached, url=url, by_mail=doors.mail is not None))
    doors.minter.writer = house.writer
    async with asyncio.TaskGroup() as tasks:
        if rehearses:
            tasks.create_task(remember(house.writer, house.clock))
        if doors.pages is not None:
            tasks.create_task(doors.pages.serve(house, settings))


def _reached(unit: Unit, url: str | None, *, by_mail: bool) -> None:
    """Note where the house is on the net; elsewhere no address is shown any longer."""
    calendar.reachable_at(unit, url)
    mail_is(unit, on=by_mail)


async def _nothing_served(house: House) -> None:
    await house.writer.run(partial(calendar.reachable_at, url=None))


def _known_as(unit: Unit, username: str | None) -> None:
    """Note the bot's name, which links into it are made of."""
    unit.house.keep(USERNAME, username or "")


def _stop_on_signals(home: RealHouse) -> None:
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(one, home.stop)
        except NotImplementedError:  # Windows
            signal.signal(one, lambda *_: loop.call_soon_threadsafe(home.stop))
