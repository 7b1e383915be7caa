"""A connection to the mail server: opened at need, kept for a burst, closed after it."""

import asyncio
import logging
import re
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from email.message import EmailMessage

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from bot.parcel import DeliveryError, NotSent, Refused, Uncertain, Unreachable
from bot.settings import Smtp

SECONDS = 30.0
IDLE_SECONDS = 15.0
_FOR_GOOD = 500  # answers from here on are final
# Of all that a server refuses a recipient for, what says that nobody is there (RFC 3463): the rest
# (a full mailbox, a policy, a poor reputation) passes, and is no reason to give up an address.
_NOBODY = re.compile(r"5\.(?:1\.(?:1|2|3|6|10)|2\.1)(?!\.?\d)")
_ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)")
_MAILBOX = (550, 551, 553)
_NOBODY_IN_WORDS = re.compile(
    r"\b(?:(?:unknown|no such|invalid|non-?existent) (?:user|recipient|mailbox|address)"
    r"|(?:user|recipient|mailbox|address) (?:is )?(?:unknown|not found|does(?: not|n't) exist))\b",
    re.IGNORECASE,
)

log = logging.getLogger(__name__)


class Line:
    """One connection; whoever uses it waits for the one before."""

    def __init__(
        self,
        smtp: Smtp,
        me: str,
        context: ssl.SSLContext | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """Open nothing yet; ``me`` is how the house introduces itself.

        ``context`` is for a server whose certificate only the caller knows.
        """
        self._smtp = smtp
        self._me = me
        self._context = context or ssl.create_default_context()
        self._seconds = seconds
        self._client: SMTP | None = None
        self._one_at_a_time = asyncio.Lock()
        self._closing: asyncio.TimerHandle | None = None

    async def send(
        self, write: Callable[[], Awaitable[EmailMessage]], sender: str, to: str
    ) -> EmailMessage:
        """Hand over one mail and return it; raises a ``DeliveryError`` that says how it failed.

        ``write`` is called once the server takes mail for its recipient: where it is away, no
        link is made.
        """
        async with self._one_at_a_time:
            self._let_it_be()
            try:
                client = await self._open()
                await self._envelope(client, sender, to)
                mail = await write()
                await self._hand_over(client, mail)
            except BaseException:
                self._drop()
                raise
            loop = asyncio.get_running_loop()
            self._closing = loop.call_later(IDLE_SECONDS, self._drop)
            return mail

    async def close(self) -> None:
        """Say goodbye, if there is anybody."""
        self._let_it_be()
        client, self._client = self._client, None
        if client is not None:
            with suppress(SMTPException, OSError):
                await client.quit(timeout=2)
            client.close()

    async def _open(self) -> SMTP:
        if self._client is not None:
            with suppress(SMTPException, OSError):
                await self._client.noop()
                return self._client
            self._drop()
        client = SMTP(
            hostname=self._smtp.host,
            port=self._smtp.port,
            use_tls=self._smtp.security == "tls",
            start_tls=self._smtp.security == "starttls",
            local_hostname=self._me,
            timeout=self._seconds,
            tls_context=None if self._smtp.security == "none" else self._context,
        )
        try:
            await client.connect()
            if self._smtp.user is not None and self._smtp.password is not None:
                await client.login(self._smtp.user, self._smtp.password.get_secret_value())
        except (SMTPException, OSError, ValueError) as error:
            client.close()
            _say_why(error)
            raise NotSent("the mail server does not let us in") from None
        self._client = client
        return client

    async def _envelope(self, client: SMTP, sender: str, to: str) -> None:
        """Say from whom and to whom: nothing has gone until this is taken."""
        try:
            await client.mail(sender)
            await client.rcpt(to)
        except SMTPRecipientRefused as error:
            raise _no_recipient(error) from None
        except SMTPSenderRefused as error:
            raise _refusal(error) from None
        except (SMTPException, OSError):
            raise NotSent("the mail server went away") from None

    async def _hand_over(self, client: SMTP, mail: EmailMessage) -> None:
        """Hand over the mail itself: where no answer comes, it may have arrived."""
        try:
            await client.data(mail.as_bytes())
        except SMTPResponseException as error:
            raise _refusal(error) from None
        except (SMTPException, OSError):
            raise Uncertain("the mail server did not say whether it took it") from None

    def _let_it_be(self) -> None:
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()


def _no_recipient(error: SMTPRecipientRefused) -> DeliveryError:
    """Nobody is there, if the server says so plainly; else it will not carry this one mail."""
    if error.code < _FOR_GOOD:
        return NotSent(_words(error))
    return Unreachable(_words(error)) if _is_nobody(error) else Refused(_words(error))


def _is_nobody(error: SMTPRecipientRefused) -> bool:
    said = error.message.strip()
    if _ENHANCED.match(said):
        return _NOBODY.match(said) is not None
    return error.code in _MAILBOX and _NOBODY_IN_WORDS.search(said) is not None


def _refusal(error: SMTPResponseException) -> DeliveryError:
    return NotSent(_words(error)) if error.code < _FOR_GOOD else Refused(_words(error))


def _words(error: SMTPResponseException) -> str:
    """The code alone: what a server says may quote the address, or the text."""
    return f"the mail server answered {error.code}"


def _say_why(error: Exception) -> None:
    """In the log by its kind: it is for whoever set the server, and names nobody."""
    match error:
        case SMTPAuthenticationError():
            log.error("the mail server does not accept the user and password that are set")
        case _ if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
            log.error("the mail server's certificate is not to be trusted, or it speaks no TLS")
        case _:
            log.warning("no connection to the mail server: %s", type(error).__name__)
