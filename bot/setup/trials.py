"""What is tried before it is written down: the token at Telegram, mail at its server."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.app import username_of
from bot.mail.door import mail_door
from bot.mail.texts import TRIAL
from bot.parcel import DeliveryError, Parcel
from bot.settings import PREFIX, Settings, Trouble
from bot.setup import texts
from handlers.events import Address
from handlers.tongue import Tongue

Values = dict[str, str | None]
"""Settings without their prefix; None takes one out."""


class Untaken(Exception):
    """The mail server did not take the mail; the message says why."""


@dataclass(frozen=True, slots=True)
class Trials:
    """``bot`` learns a token's username; raises ``TokenRefused``, or ``Unanswered`` after a while.

    ``mail`` sends a mail to an address with settings that are not written yet; raises ``Untaken``.
    """

    bot: Callable[[str], str]
    mail: Callable[[Values, str], None]


def over(settings: Settings, values: Mapping[str, str | None]) -> Settings:
    """The settings as they will be; raises ``pydantic.ValidationError``."""
    changed: dict[str, Any] = {
        name: Settings.model_fields[name].get_default() if value is None else value
        for name, value in ((name.lower(), value) for name, value in values.items())
    }
    return Settings.model_validate({**settings.model_dump(), **changed})


def username(settings: Settings, token: str) -> str:
    """Ask Telegram who the bot with this token is."""
    return asyncio.run(username_of(over(settings, {"TELEGRAM_TOKEN": token}))) or ""


def trial_mail(settings: Settings, t: Tongue, values: Values, to: str) -> None:
    """Send a mail to this address with settings that are not written yet; raises ``Untaken``."""
    try:
        asyncio.run(_send(over(settings, values), t, to))
    except (DeliveryError, Trouble) as error:
        raise Untaken(str(error)) from None


async def _send(settings: Settings, t: Tongue, to: str) -> None:
    door = mail_door(settings, _no_link, settings.web_url)
    if door is None:
        raise Untaken(PREFIX + "SMTP_HOST")
    parcel = Parcel(
        "send",
        Address(door.name, to),
        texts.trial_mail(t),
        language=t.language,
        about=TRIAL,
        key=secrets.token_hex(8),
    )
    try:
        await door.deliver(parcel)
    finally:
        await door.close()


async def _no_link(_mail: str, _about: str) -> str | None:
    return None
