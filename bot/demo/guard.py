"""Who may ask, and what the browser may do with the answer: this machine's own page only."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ["127.0.0.1", "localhost"]
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


class Guard:
    """Refuses what another site's page sends, and puts the safe headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403 to a foreign write; pass everything else on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                private = scope["path"].startswith("/api/")
                headers.setdefault("cache-control", "no-store" if private else "no-cache")
            await send(message)

        if scope["method"] not in {"GET", "HEAD"} and not _own(Headers(scope=scope)):
            await PlainTextResponse("not from this page", 403)(scope, receive, guarded)
        else:
            await self.app(scope, receive, guarded)


def _own(headers: Headers) -> bool:
    """Whether this page, or no browser at all, sent it; browsers name a write's origin."""
    origin = headers.get("origin")
    if origin is not None:
        return origin == f"http://{headers.get('host', '')}"
    return headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}
