"""How one comes in: by a personal link, by a team's link, or by asking for a new link."""

import asyncio
import time
from functools import partial
from hashlib import sha256
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web import entrance_texts
from bot.web.browsers import label_of
from bot.web.conversation import SILENT
from bot.web.posted import Deed
from bot.web.render import page, tongue_of
from bot.web.speaking import speak
from bot.web.visitors import (
    LOGIN,
    checked_form,
    client_of,
    csrf_of,
    is_over,
    keep_session_cookie,
    session_cookie,
    site_of,
    visitor_of,
)
from handlers import visits
from handlers.codes import looks_like_code, read_code
from handlers.join import link
from handlers.join.link import Opening
from handlers.post import sends_mail
from handlers.visits import Entered, hashed
from storage.unit import Unit

LONGEST_MAIL = 254  # RFC 5321
CONVERSATION, OVERVIEW = "/#siste", "/oversikt"
_asking: set[asyncio.Task[None]] = set()


def routes() -> list[Route]:
    """The ways in."""
    return [
        Route("/inn/{code}", personal, methods=["GET"]),
        Route("/inn/{code}", come_in, methods=["POST"]),
        Route("/bli-med", typed, methods=["POST"]),
        Route("/bli-med/{code}", invited, methods=["GET"]),
        Route("/bli-med/{code}", join, methods=["POST"]),
        Route(LOGIN, ask, methods=["GET"]),
        Route(LOGIN, send_link, methods=["POST"]),
    ]


async def personal(request: Request) -> Response:
    """A page with one button: programs that look through mail open links, and spend nothing."""
    await visitor_of(request)
    site, code = site_of(request), _code_of(request)
    good = partial(visits.is_good, code=code, now=site.clock.now())
    if not await site.reader.run(good):
        return _opens_nothing(request)
    mail = await site.reader.run(partial(visits.proves, code=code))
    overview = _goes_to(request) == OVERVIEW
    return page(request, "in.html", code=code, to_overview=overview, proves=mail is not None)


async def come_in(request: Request) -> Response:
    """Spend the link, and sign this browser in anew."""
    await checked_form(request)
    code = _code_of(request)
    found = await site_of(request).writer.run(partial(_entered, request, code))
    if found is None:
        return _opens_nothing(request)
    entered, token, greet = found
    if greet:
        await speak(request, Deed("said", entered.key, hashed(code), text=SILENT[0]))
    return _signed_in(request, token, _goes_to(request))


def _entered(request: Request, code: str, unit: Unit) -> tuple[Entered, str, bool] | None:
    """Whom a link lets in, the browser's new token, and whether to greet them."""
    now = site_of(request).clock.now()
    mail = visits.proves(unit, code)
    entered = visits.enter(unit, code, now)
    if entered is None:
        return None
    if mail is not None:
        link.confirm(unit, entered, mail, now)
    _leave(request, unit)
    link.tell_the_others(unit, entered, now)
    token = visits.sign_in(unit, entered.key, _label(request), now)
    waits = any(one.listed for one in unit.people.memberships(entered.person.id))
    return entered, token, entered.first or waits


async def invited(request: Request) -> Response:
    """What a team's code opens, and the two ways to go on."""
    await visitor_of(request)
    opening = await _opening(request)
    if opening is None:
        return _opens_nothing(request)
    if opening.personal:
        return RedirectResponse(f"/inn/{quote(_code_of(request))}", 303)
    return page(request, "join.html", opening=opening, code=_code_of(request))


async def join(request: Request) -> Response:
    """Go on in the browser: the house hears the code from there."""
    form = await checked_form(request)
    code, site, visitor = _code_of(request), site_of(request), await visitor_of(request)
    opening = await _opening(request)
    if opening is None or opening.personal:
        return _opens_nothing(request)
    if is_over(request, site.limits.newcomers):
        raise HTTPException(429)
    fresh = _key_of(request, str(form.get("once", "")))
    key, token = visitor.session.key if visitor else fresh, None
    if visitor is None:
        now = site.clock.now()
        sign_in = partial(visits.sign_in, key=key, label=_label(request), now=now)
        token = await site.writer.run(sign_in)
    await speak(request, Deed("said", key, fresh, text=f"{SILENT[0]} {code}"))
    return _signed_in(request, token)


def _key_of(request: Request, once: str) -> str:
    """A newcomer's address: of one drawing of the page, however often its button is clicked.

    Nobody can work it out without the cookie that the page was drawn with.
    """
    if not once:
        return visits.new_key()
    secret = f"{csrf_of(request)}:{once}:{_code_of(request)}"
    return visits.new_key(lambda size: sha256(secret.encode()).digest()[:size])


async def typed(request: Request) -> Response:
    """A code that was typed at the entrance."""
    said = str((await checked_form(request)).get("code", ""))
    code = read_code(said)
    if not (looks_like_code(said) and code.isascii() and code.isalnum()):
        return _opens_nothing(request)
    return RedirectResponse(f"/bli-med/{code}", 303)


async def ask(request: Request) -> Response:
    """The entrance for whoever has no link at hand."""
    await visitor_of(request)
    has_mail = await site_of(request).reader.run(sends_mail)
    return page(request, "login.html", has_mail=has_mail, sent=False)


async def send_link(request: Request) -> Response:
    """Send a new link, if the address is known: the answer is the same, and comes as soon."""
    mail = str((await checked_form(request)).get("mail", "")).strip()[:LONGEST_MAIL]
    site = site_of(request)
    if is_over(request, site.limits.links):
        raise HTTPException(429)
    task = asyncio.create_task(_send(request, mail))
    _asking.add(task)
    task.add_done_callback(_asking.discard)
    return page(request, "login.html", has_mail=True, sent=True)


async def _send(request: Request, mail: str) -> None:
    site = site_of(request)
    await site.writer.run(partial(link.ask, mail=mail, now=site.clock.now()))
    site.stir()


async def _opening(request: Request) -> Opening | None:
    site, t = site_of(request), tongue_of(request)
    look = partial(link.opening, code=_code_of(request), now=site.clock.now(), t=t)
    return await site.reader.run(look)


def _code_of(request: Request) -> str:
    """The code in the address; HTTPException 429 for whoever has shown too many wrong ones."""
    site = site_of(request)
    if site.limits.wrong.is_over(client_of(request), time.monotonic()):
        raise HTTPException(429)
    code: str = request.path_params["code"]
    return code[:100]


def _opens_nothing(request: Request) -> Response:
    """The same for a code that is wrong, spent or too old."""
    is_over(request, site_of(request).limits.wrong)
    t = tongue_of(request)
    return page(request, "error.html", 404, what=entrance_texts.opens_nothing(t))


def _goes_to(request: Request) -> str:
    """Where somebody comes in: to the conversation, or where the link of those who lead says."""
    return OVERVIEW if request.query_params.get("til") == "oversikt" else CONVERSATION


def _signed_in(request: Request, token: str | None, to: str = CONVERSATION) -> Response:
    response = RedirectResponse(to, 303)
    if token is not None:
        keep_session_cookie(request, response, token)
    return response


def _leave(request: Request, unit: Unit) -> None:
    """End the session that this browser had: nobody's cookie outlives a new way in."""
    old = request.cookies.get(session_cookie(secure=site_of(request).secure))
    if old:
        unit.visits.sign_out(hashed(old))


def _label(request: Request) -> str:
    return label_of(request.headers.get("user-agent", ""))
