"""What stands before every answer: our own host alone, our own pages' posts, and safe headers."""

import logging
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.settings import host_of
from bot.web.render import error_page

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}
HSTS = "max-age=31536000"

log = logging.getLogger(__name__)


class Guard:
    """Refuses other hosts and what another site's page sends, and puts headers on every answer."""

    def __init__(self, app: ASGIApp, url: str) -> None:
        """Stand before ``app``, which people reach at ``url``."""
        self._app = app
        self._scheme = urlsplit(url).scheme
        self._host = host_of(url)
        self._headers = {**HEADERS}
        if url.startswith("https://"):
            self._headers["strict-transport-security"] = HSTS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 400 to a foreign host and 403 to a foreign write; pass everything else on."""
        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                shared = scope["path"].startswith("/public/")
                headers.setdefault("cache-control", "no-cache" if shared else "no-store")
            await send(message)

        headers = Headers(scope=scope)
        if not self._names_us(f"{self._scheme}://{headers.get('host', '')}"):
            await PlainTextResponse("no such host\n", 400)(scope, receive, guarded)
        elif scope["method"] not in {"GET", "HEAD"} and not self._is_ours(headers):
            await PlainTextResponse("not from this page\n", 403)(scope, receive, guarded)
        else:
            await self._answer(scope, receive, guarded)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; an error is logged by its kind alone, for its text may quote."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - an edge: nobody else's page waits for it
            log.error("a page failed: %s", type(error).__name__)
            if not begun:
                await error_page(Request(scope), 500)(scope, receive, send)

    def _is_ours(self, headers: Headers) -> bool:
        """Whether our own page sent it, as browsers tell; the form's secret word says the rest.

        A browser that sends no referrer names no origin either: «null».
        """
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return False
        origin = headers.get("origin")
        return origin in (None, "null") or self._names_us(origin)

    def _names_us(self, origin: str) -> bool:
        """Whether it is where people reach us, in whichever of the ways that a host is written."""
        scheme, _, host = origin.partition("://")
        try:
            return (
                scheme == self._scheme
                and set(host).isdisjoint("/?#@\\")
                and (host_of(origin) == self._host)
            )
        except ValueError:
            return False
