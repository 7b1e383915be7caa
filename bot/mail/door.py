"""The door «mail»: one e-mail a message, with a personal link to the page where it is answered."""

import asyncio
import ssl
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from bot.clock import Clock, SystemClock
from bot.mail.letter import File, message, recipient
from bot.mail.line import SECONDS, Line
from bot.mail.mint import Mint
from bot.pace import Limits
from bot.parcel import Enclosure, Parcel, Receipt, Refused
from bot.settings import Settings, Smtp
from handlers.visits import MAIL

# Below what mail providers bear; one connection, so one at a time.
PACE = Limits(in_all=2.0, burst=20.0, to_chat=0.2, chat_burst=5.0, at_once=1)


def mail_door(
    settings: Settings, mint: Mint, url: str | None, clock: Clock | None = None
) -> "MailDoor | None":
    """Make the door that the settings name, for a house that is reached at ``url``; None: no mail.

    Raises ``Trouble`` where mail is set by half.
    """
    smtp = settings.mail()
    return None if smtp is None else MailDoor(smtp, mint, url, clock)


class MailDoor:
    """A ``bot.parcel.Door`` by which nothing comes in, and which changes nothing that is out."""

    name = MAIL

    def __init__(  # noqa: PLR0913 - the last three are for tests
        self,
        smtp: Smtp,
        mint: Mint,
        url: str | None = None,
        clock: Clock | None = None,
        *,
        limits: Limits = PACE,
        context: ssl.SSLContext | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """Send by ``smtp``; ``mint`` makes the links, ``url`` is where the house is reached."""
        self.limits = limits
        self._sender = smtp.sender
        self._address = parseaddr(smtp.sender)[1]
        self._mint = mint
        self._clock = clock or SystemClock()
        me = urlsplit(url or "").hostname or self._address.rpartition("@")[2]
        self._line = Line(smtp, me, context, seconds)

    async def deliver(self, parcel: Parcel) -> Receipt:
        """Send a mail; what has been sent cannot be changed, so other verbs do nothing."""
        if parcel.verb != "send":
            return Receipt()
        to = recipient(parcel.address.key)
        file = await _read(parcel.enclosure) if parcel.enclosure is not None else None

        async def write() -> EmailMessage:
            url = await self._mint(parcel.address.key, parcel.about)
            return message(parcel, self._sender, url, file, self._clock.now())

        mail = await self._line.send(write, self._address, to.addr_spec)
        return Receipt(mail["Message-ID"])

    async def acknowledge(self, press: str, text: str | None = None) -> None:
        """Nobody taps in a mail."""

    async def fetch(self, ref: str, to: Path, limit: int) -> None:  # noqa: ARG002 - a door's
        """Nothing comes in by mail."""
        raise Refused("nothing comes in by mail")

    async def close(self) -> None:
        """Close the connection, if there is one."""
        await self._line.close()


async def _read(enclosure: Enclosure) -> File:
    try:
        content = await asyncio.to_thread(enclosure.path.read_bytes)
    except OSError:
        raise Refused("the file is not here any longer") from None
    return File(enclosure.name, enclosure.mime, content)
