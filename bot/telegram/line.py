"""The line to the Bot API: methods by name and files by path, with the token kept inside."""

import re
from collections.abc import AsyncGenerator

from telegram.error import TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.request import AiohttpRequest

DEFAULT_URL = "https://api.telegram.org"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


class TokenMisshapen(ValueError):
    """What was given can be no token: it must read as digits, a colon, letters and digits."""


class Line:
    """Calls to one bot's API; long polls have a session of their own.

    ``telegram.Bot`` is not used for this: it logs the token and every text at DEBUG, and making
    its objects out of each answer costs as much as the call.
    """

    def __init__(
        self, token: str, base_url: str = DEFAULT_URL, calls: AiohttpRequest | None = None
    ) -> None:
        """Remember the way; raise ``TokenMisshapen`` without repeating what was given."""
        if not _TOKEN.fullmatch(token):
            raise TokenMisshapen
        root = base_url.rstrip("/")
        self._methods = f"{root}/bot{token}"
        self._files = f"{root}/file/bot{token}"
        self._calls = calls or AiohttpRequest()
        self._polls = AiohttpRequest(connections=1, read=10.0)

    def __repr__(self) -> str:
        """Show nothing: everything here holds the token."""
        return "<Line>"

    async def open(self) -> None:
        await self._calls.initialize()
        await self._polls.initialize()

    async def close(self) -> None:
        await self._calls.shutdown()
        await self._polls.shutdown()

    async def call(
        self,
        method: str,
        parameters: dict[str, object],
        wait: float | None = None,
    ) -> object:
        """Call a method and give its result as Telegram sent it; ``wait`` for it in seconds."""
        return await self._ask(self._calls, method, parameters, wait)

    async def poll(self, offset: int, seconds: int, kinds: list[str]) -> object:
        """Ask for updates from ``offset`` on, and wait ``seconds`` for the first."""
        asked: dict[str, object] = {
            "offset": offset,
            "limit": 100,
            "timeout": seconds,
            "allowed_updates": kinds,
        }
        return await self._ask(self._polls, "getUpdates", asked, seconds + self._polls.read_timeout)

    def file(self, path: str, limit: int) -> AsyncGenerator[bytes, None]:
        """Stream the file that ``getFile`` named."""
        return self._calls.stream(f"{self._files}/{path}", limit)

    async def _ask(
        self,
        request: AiohttpRequest,
        method: str,
        parameters: dict[str, object],
        wait: float | None,
    ) -> object:
        data = RequestData(
            [RequestParameter.from_input(name, value) for name, value in parameters.items()]
        )
        try:
            return await request.post(f"{self._methods}/{method}", data, read_timeout=wait)
        except KeyError:
            failure = TelegramError("Invalid server response")
        raise failure
