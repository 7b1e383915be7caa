"""Who is asking: the session behind a cookie, and forms that only our own pages can send."""

import asyncio
import hmac
import re
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial, wraps
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from bot.web.limits import Rate
from handlers import visits
from handlers.programme_file import load, zone
from handlers.turn import LEADERS
from handlers.visits import Visitor
from storage.unit import Unit

if TYPE_CHECKING:
    from bot.web.site import Site

FORM_BYTES = 64 * 1024
FILE_BYTES = 20 * 1024 * 1024
# What surrounds a file in a multipart body: names, other fields, boundaries.
WRAPPING_BYTES = 64 * 1024
FORM_SECONDS = 20.0
FILE_SECONDS = 300.0
SEEN_EVERY = timedelta(hours=1)  # a page that is read is not written down each time
LOGIN = "/logg-inn"
_UTF_8 = re.compile(r";\s*charset=\"?utf-8\"?(?=\s*(;|$))")
HOME = ZoneInfo("Europe/Oslo")

Endpoint = Callable[[Request], Awaitable[Response]]


def site_of(request: Request) -> "Site":
    """The site that this request came to."""
    site: Site = request.app.state.site
    return site


def session_cookie(*, secure: bool) -> str:
    return "__Host-mellom" if secure else "mellom"


def form_cookie(*, secure: bool) -> str:
    """What holds a random word for the forms of those who are not signed in."""
    return "__Host-mellom-form" if secure else "mellom-form"


async def visitor_of(request: Request) -> Visitor | None:
    """Who is signed in on this browser; None: nobody. Asked once in a request."""
    if hasattr(request.state, "visitor"):
        known: Visitor | None = request.state.visitor
        return known
    found = await look_again(request)
    now = site_of(request).clock.now()
    if found is not None and now - found.session.seen_at >= SEEN_EVERY:
        await site_of(request).writer.run(partial(visits.seen, session=found.session, now=now))
    return found


async def look_again(request: Request) -> Visitor | None:
    """Who is signed in by now."""
    site, found = site_of(request), _Found(None)
    token = request.cookies.get(session_cookie(secure=site.secure))
    if token:
        found = await site.reader.run(partial(_looked_up, token=token, now=site.clock.now()))
    request.state.visitor, request.state.leads = found.visitor, found.leads
    request.state.zone, request.state.language = found.zone, found.language
    return found.visitor


@dataclass(frozen=True, slots=True)
class _Found:
    """Who asks, and what their pages are made by: whether they lead, their zone and language."""

    visitor: Visitor | None
    leads: bool = False
    zone: ZoneInfo = HOME
    language: str | None = None


def _looked_up(unit: Unit, token: str, now: datetime) -> _Found:
    """Who holds a token; their language is their own, else that of the programme they sit in."""
    visitor = visits.visitor(unit, token, now)
    if visitor is None or visitor.person is None:
        return _Found(visitor)
    mine = unit.people.memberships(visitor.person.id)
    row = unit.programmes.find(mine[-1].programme) if mine else None
    if row is None:
        return _Found(visitor, language=visitor.person.language)
    programme, leads = load(row.body), any(one.role in LEADERS for one in mine)
    return _Found(visitor, leads, zone(programme), visitor.person.language or programme.language)


def keep_session_cookie(request: Request, response: Response, token: str) -> None:
    secure = site_of(request).secure
    response.set_cookie(
        session_cookie(secure=secure),
        token,
        max_age=int(visits.LONGEST.total_seconds()),
        secure=secure,
        httponly=True,
        samesite="lax",
        path="/",
    )


def drop_session_cookie(request: Request, response: Response) -> None:
    secure = site_of(request).secure
    name = session_cookie(secure=secure)
    response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="lax")


def client_of(request: Request) -> str:
    """The network address that asks."""
    return request.client.host if request.client else ""


def is_over(request: Request, rate: Rate, key: str | None = None) -> bool:
    """Count one more, of the key or the client's address; whether that is one too many."""
    return not rate.takes(key if key is not None else client_of(request), time.monotonic())


def signed_in(endpoint: Endpoint) -> Endpoint:
    """Let only those in who are signed in; the others are sent to the entrance."""

    @wraps(endpoint)
    async def guarded(request: Request) -> Response:
        if await visitor_of(request) is None:
            return RedirectResponse(LOGIN, 303)
        return await endpoint(request)

    return guarded


def visitor_in(request: Request) -> Visitor:
    """The visitor of a route that is ``signed_in``."""
    found: Visitor = request.state.visitor
    return found


def csrf_of(request: Request) -> str:
    """What a form on this page must send back: only our own pages can know it.

    ``render.page`` gives it to every template, and the cookie that it comes from to the browser.
    """
    site = site_of(request)
    token = request.cookies.get(session_cookie(secure=site.secure), "")
    if getattr(request.state, "visitor", None) is None:
        token = _form_token(request)
    return sha256(f"csrf:{token}".encode()).hexdigest()


def _form_token(request: Request) -> str:
    kept = request.cookies.get(form_cookie(secure=site_of(request).secure))
    if not kept:
        kept = getattr(request.state, "form_token", None) or secrets.token_urlsafe(32)
        request.state.form_token = kept
    return kept


async def checked_form(
    request: Request, most: int = FORM_BYTES, seconds: float = FORM_SECONDS
) -> FormData:
    """Read what a form of ours sent; HTTPException 403 if another page sent it.

    For one with a file, ``most`` is ``FILE_BYTES + WRAPPING_BYTES`` and ``seconds`` FILE_SECONDS.
    """
    _bounded(request, most)
    _plain_text(request)
    try:
        async with asyncio.timeout(seconds):
            form = await request.form(max_files=1, max_fields=60, max_part_size=FORM_BYTES)
    except TimeoutError:
        raise HTTPException(408) from None
    except (MultiPartException, ClientDisconnect):
        raise HTTPException(400) from None
    await visitor_of(request)
    if not hmac.compare_digest(str(form.get("csrf", "")).encode(), csrf_of(request).encode()):
        await form.close()
        raise HTTPException(403)
    return form


def _plain_text(request: Request) -> None:
    """Pages are in UTF-8, and so are their forms: in another charset a text could be no text."""
    kind = request.headers.get("content-type", "").lower()
    if "charset" in _UTF_8.sub("", kind):
        raise HTTPException(400)


def _bounded(request: Request, most: int) -> None:
    """By the stated length, which the server holds the client to."""
    stated = request.headers.get("content-length", "")
    if not stated.isascii() or not stated.isdigit():
        raise HTTPException(411)
    if int(stated) > most:
        raise HTTPException(413)
