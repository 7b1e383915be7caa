"""Wiring: a house with its doors, for real use, and the settings turned into it."""

import asyncio
import hashlib
import json
import logging
import signal
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.clerk import payload_of
from bot.clock import Clock, MovableClock, SystemClock
from bot.house import House, Plan, kept_going
from bot.intake import Incoming
from bot.pace import Limits
from bot.settings import Settings, Trouble
from bot.telegram.door import TelegramDoor
from bot.telegram.polling import Polling
from bot.telegram.read import address_of, read
from handlers import calendar
from handlers.attendance.poster import USERNAME
from handlers.events import Event
from storage.records import InboxRow
from storage.unit import Unit

REHEARSAL = "rehearsal"
Beside = Callable[[House], Coroutine[Any, Any, None]]
"""What goes on beside a house until it is cancelled; where it fails it is begun again."""
_REMEMBERED = 1.0  # seconds; --clock takes minutes

log = logging.getLogger(__name__)


PATIENCE = 10.0


class Unanswered(Exception):
    """Telegram said nothing in time: the network, or Telegram itself, is away."""


def telegram_event(row: InboxRow) -> Event:
    """Read a row that came from Telegram."""
    return read(payload_of(row), row.source, row.received_at)


def telegram_incoming(raw: object) -> Incoming:
    """Prepare a raw update for the intake; one without a number is known by its content."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if isinstance(number, int):
        return Incoming(str(number), address_of(raw), raw)  # type: ignore[arg-type]
    content = json.dumps(raw, sort_keys=True, default=str).encode()
    return Incoming(f"odd:{hashlib.sha256(content).hexdigest()}", None, raw)  # type: ignore[arg-type]


def _as_received(row: InboxRow) -> Event:
    """Read a row of a rehearsal: Telegram's own clock knows nothing of the one that was set."""
    return replace(telegram_event(row), said_at=row.received_at)


AS_RECEIVED = {"telegram": _as_received}


class TelegramHouse:
    """A house whose people are at Telegram, by polling: Telegram needs no open port."""

    def __init__(
        self,
        plan: Plan,
        door: TelegramDoor,
        poll_seconds: int = 30,
        beside: Beside | None = None,
    ) -> None:
        """``plan`` must name ``door``; ``beside`` serves the calendars while the house stands."""
        self._plan = plan
        self._door = door
        self._stop = asyncio.Event()
        self._poll_seconds = poll_seconds
        self._beside = beside or _no_calendars
        self.house: House | None = None

    async def run(self, ready: asyncio.Event | None = None) -> None:
        """Work until stopped; ``ready`` is set when updates are being asked for."""
        house = self.house = await House.open(self._plan)
        beside = asyncio.create_task(kept_going("calendars", partial(self._beside, house)))
        try:
            await house.writer.run(partial(_known_as, username=self._door.username))
            polling = Polling(self._door, self._receive, self._stop, seconds=self._poll_seconds)
            if ready is not None:
                ready.set()
            await polling.run()
        finally:
            beside.cancel()
            await asyncio.gather(beside, return_exceptions=True)
            await house.close()
            await self._door.close()

    async def meet(self) -> bool:
        """Let the door learn who the bot is; false if stopped before. Raises ``TokenRefused``."""
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

    async def _receive(self, source: str, updates: Sequence[object]) -> None:
        assert self.house is not None  # noqa: S101 - set before polling begins
        await self.house.receive(source, [telegram_incoming(raw) for raw in updates])


def telegram_plan(
    settings: Settings, door: TelegramDoor, clock: Clock, limits: Limits | None = None
) -> Plan:
    """What a house at Telegram is built from."""
    return Plan(
        database=settings.database,
        files=settings.files,
        clock=clock,
        doors={"telegram": door},
        reads={"telegram": telegram_event},
        limits=limits or Limits(),
    )


def door_of(settings: Settings) -> TelegramDoor:
    """The door that the settings name; ``Trouble`` without a token."""
    token = settings.token()
    if token is None:
        raise Trouble(
            "there is no token: get one from @BotFather, and set MELLOM_TELEGRAM_TOKEN in .env"
        )
    return TelegramDoor(token, settings.telegram_api_url)


async def username_of(settings: Settings, patience: float = PATIENCE) -> str | None:
    """The bot's name at Telegram; None without a token.

    Raises ``TokenRefused``, or ``Unanswered`` after ``patience`` seconds.
    """
    if settings.token() is None:
        return None
    door = door_of(settings)
    try:
        async with asyncio.timeout(patience):
            await door.start()
    except TimeoutError:
        raise Unanswered from None
    finally:
        await door.close()
    return door.username


async def run(settings: Settings, start: datetime | None = None) -> None:
    """Run for real people until a signal comes; ``start`` is another instant, for a rehearsal.

    The caller holds the house's lock. Raises ``TokenRefused``.
    """
    clock = SystemClock() if start is None else MovableClock(start, runs=True)
    if settings.webhook_url is not None:
        log.warning("MELLOM_WEBHOOK_URL is set, but webhooks come later: polling is used")
    door = door_of(settings)
    plan = telegram_plan(settings, door, clock)
    plan = plan if start is None else replace(plan, reads=AS_RECEIVED)
    home = TelegramHouse(plan, door, beside=calendars_of(settings))
    _stop_on_signals(home)
    if not await home.meet():
        return
    log.info("at work as @%s", door.username)
    remembering = None if start is None else asyncio.create_task(_remember(home, clock))
    await home.run()
    if remembering is not None:
        remembering.cancel()
    log.info("stopped")


def _known_as(unit: Unit, username: str | None) -> None:
    """Note the bot's name, which links into it are made of."""
    unit.house.keep(USERNAME, username or "")


def calendars_of(settings: Settings) -> Beside:
    """Take the port for the calendars, if they are to be served; return what serves them.

    What fails in there later is logged, and the rest of the house goes on: nobody's reminders wait
    for a calendar. Raises ``Trouble`` where the port cannot be had.
    """
    if settings.web_host is None:
        return _no_calendars
    from bot.web import feed  # noqa: PLC0415 - a start without it does not pay for a web server

    listener = feed.listening(settings.web_host, settings.web_port)
    url = settings.calendars(listener.getsockname()[1])

    async def serve(house: House) -> None:
        await house.writer.run(partial(calendar.reachable_at, url=url))
        log.info("calendars are served for %s", url)
        app = feed.Feed(house.reader, house.clock)
        await feed.serve(app, listener)

    return serve


async def _no_calendars(house: House) -> None:
    """No address that was handed out earlier is shown any longer."""
    await house.writer.run(partial(calendar.reachable_at, url=None))


async def _remember(home: TelegramHouse, clock: Clock) -> None:
    """Keep how far a rehearsal has come, so that the next one cannot begin before that."""
    while True:
        await asyncio.sleep(_REMEMBERED)
        if home.house is not None:
            await home.house.writer.run(lambda unit: _keep_reached(unit, clock.now()))


def _keep_reached(unit: Unit, now: datetime) -> None:
    unit.house.keep(REHEARSAL, now.isoformat())


def _stop_on_signals(home: TelegramHouse) -> None:
    for one in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(one, home.stop)


def begin_rehearsal(unit: Unit, start: datetime) -> None:
    """Let the database run at another instant: only one that is for that, and never backwards."""
    stood = unit.house.value(REHEARSAL)
    if stood is None and unit.people.after("", 1):
        raise Trouble(
            "--clock is for rehearsals, and this database has people in it: "
            "use an empty MELLOM_DATA_DIR"
        )
    if stood is not None and datetime.fromisoformat(stood) > start:
        raise Trouble(f"this rehearsal has come to {stood}: --clock cannot go back before that")
    _keep_reached(unit, start)


def is_rehearsal(unit: Unit) -> bool:
    """Whether the database is for rehearsals: without --clock it must write to nobody."""
    return unit.house.value(REHEARSAL) is not None
