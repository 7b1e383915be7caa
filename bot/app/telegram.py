"""The door to Telegram from the settings, and what comes in by it."""

import asyncio
import hashlib
import json
from dataclasses import replace

from bot.clock import Clock
from bot.house import Plan
from bot.intake import Incoming, payload_of
from bot.pace import Limits
from bot.settings import Settings, Trouble
from bot.telegram.door import TelegramDoor
from bot.telegram.read import address_of, read
from handlers.events import Event
from storage.records import InboxRow

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
