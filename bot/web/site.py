"""The web site: conversations in a browser, the organisers' pages, and everybody's calendar."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.clock import Clock
from bot.intake import Incoming
from bot.web import chat, entrance, organiser, sessions
from bot.web.feed import Feed
from bot.web.guard import Guard
from bot.web.limits import Limits
from bot.web.page_door import PageDoor
from bot.web.render import PUBLIC, error_page
from bot.web.visitors import visitor_of
from bot.writer import Reader, RunsUnits

Receive = Callable[[str, Sequence[Incoming]], Awaitable[None]]
"""Takes in what a browser sent, for a source; on disk when it returns."""


def _nothing() -> None:
    """Nobody waits to be woken."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the site stands on; every request finds it as ``request.app.state.site``.

    ``url`` is where people reach it, without a slash at the end; ``files`` is where files lie, by
    the hash of their content; ``stir`` wakes whoever carries what is owed.
    """

    reader: Reader
    writer: RunsUnits
    clock: Clock
    receive: Receive
    door: PageDoor
    files: Path
    url: str
    limits: Limits = field(default_factory=Limits)
    stir: Callable[[], None] = _nothing

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by https alone."""
        return self.url.startswith("https://")

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


def app(site: Site) -> ASGIApp:
    """The whole application; binding it to a port is the caller's matter."""
    feed = Feed(site.reader, site.clock)
    found = Starlette(
        routes=[
            *entrance.routes(),
            *chat.routes(),
            *sessions.routes(),
            *organiser.routes(),
            Mount("/kalender", feed),
            Mount("/public", StaticFiles(directory=PUBLIC)),
        ],
        middleware=[Middleware(Guard, url=site.url)],
        exception_handlers={HTTPException: _told},
    )
    found.state.site = site
    return found


async def _told(request: Request, error: Exception) -> Response:
    await visitor_of(request)
    return error_page(request, error.status_code if isinstance(error, HTTPException) else 500)
