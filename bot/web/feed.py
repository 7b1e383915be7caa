"""Each person's calendar at an address of their own: read alone, and nothing else is served.

The keys are secrets: no line of any log holds one, and whatever is wrong is answered alike.
"""

import asyncio
import hashlib
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import uvicorn
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.clock import Clock
from bot.settings import Trouble
from bot.web.impatient import Impatient
from bot.web.limits import MINUTE, Rate
from bot.writer import Reader
from handlers import calendar

MOST_WRONG = 30  # wrong keys from one address within a minute
MOST_AT_ONCE = 512  # every open conversation holds one

_PATH = re.compile(r"/kalender/([a-z0-9]{1,40}-[a-z2-7]{32})\.ics")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'",
    "x-robots-tag": "noindex",
}
# Calendars ask every few hours; a moved samling is there when they next do.
_FOUND = {"cache-control": "private, max-age=900"}


class Feed:
    """The application: it reads by the reader, so that no answer in a chat waits for it."""

    def __init__(self, reader: Reader, clock: Clock, guesses: Rate | None = None) -> None:
        """Serve what ``reader`` sees, at the time of ``clock``."""
        self._reader = reader
        self._clock = clock
        self._guesses = guesses or Rate(MOST_WRONG, MINUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] == "http":
            response = await self._answer(Request(scope))
            response.headers.update(_HEADERS)
            await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method not in {"GET", "HEAD"}:
            return PlainTextResponse("only GET\n", 405, {"allow": "GET, HEAD"})
        named = _PATH.fullmatch(request.scope["path"])
        if named is None:
            return _nothing()
        address = request.client.host if request.client else ""
        if self._guesses.is_over(address, time.monotonic()):
            return PlainTextResponse("later\n", 429, {"retry-after": f"{MINUTE:.0f}"})
        now = self._clock.now()
        content = await self._reader.run(partial(calendar.opened, key=named[1], now=now))
        if content is None:
            self._guesses.add(address, time.monotonic())
            return _nothing()
        return _found(content, request.headers)


def _nothing() -> Response:
    return PlainTextResponse("nothing here\n", 404, {"cache-control": "no-store"})


def _found(content: bytes, asked: Headers) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {**_FOUND, "etag": tag}
    known = [one.strip().removeprefix("W/") for one in asked.get("if-none-match", "").split(",")]
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    named = {"content-disposition": 'inline; filename="mellom.ics"'}
    return Response(content, media_type="text/calendar", headers={**headers, **named})


def listening(host: str, port: int) -> socket.socket:
    """Take the port, before anything else begins; ``Trouble`` where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = error.strerror or type(error).__name__
        said = f"MELLOM_WEB_HOST and MELLOM_WEB_PORT: nothing can listen there: {why}"
        raise Trouble(said) from None


async def serve(
    app: ASGIApp, listener: socket.socket, closing: Callable[[], None] | None = None
) -> None:
    """Serve until cancelled; the listener stays open, so that it can be begun again.

    ``closing`` lets go of pages that are held open, so that the end need not wait for them.
    """
    server = _Server(
        uvicorn.Config(
            app,
            lifespan="off",
            ws="none",
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=MOST_AT_ONCE,
            http=Impatient,
            timeout_graceful_shutdown=2,
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[listener.dup()]))
    try:
        await asyncio.shield(serving)
    finally:
        if closing is not None:
            closing()
        server.should_exit = True
        await serving


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the house."""
        yield
