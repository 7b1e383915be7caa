"""Where one is signed in, and signing out: here, there, or everywhere."""

from functools import partial
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web.render import page
from bot.web.visitors import (
    LOGIN,
    checked_form,
    drop_session_cookie,
    signed_in,
    site_of,
    visitor_in,
)
from handlers.visits import Visitor
from storage.records import Session
from storage.unit import Unit

EVERYWHERE = "alle"


def routes() -> list[Route]:
    """The list, and the ways out."""
    return [
        Route("/okter", show, methods=["GET"]),
        Route("/okter", sign_out, methods=["POST"]),
        Route("/logg-ut", leave, methods=["POST"]),
    ]


@signed_in
async def show(request: Request) -> Response:
    """Every browser that is signed in at this conversation; this one is marked."""
    here, now = visitor_in(request).session, site_of(request).clock.now()
    there = await site_of(request).reader.run(lambda unit: unit.visits.sessions_at(here.key))
    shown = [(named(one), one, one.hash == here.hash) for one in there if one.expires_at > now]
    return page(request, "sessions.html", sessions=shown, everywhere=EVERYWHERE)


@signed_in
async def sign_out(request: Request) -> Response:
    """Sign out one browser, or all of them."""
    which = str((await checked_form(request)).get("which", ""))
    visitor = visitor_in(request)
    await site_of(request).writer.run(partial(_sign_out, visitor, which))
    site_of(request).door.nudge(visitor.session.key)
    if which in (EVERYWHERE, named(visitor.session)):
        return _out(request)
    return RedirectResponse("/okter", 303)


@signed_in
async def leave(request: Request) -> Response:
    """Sign out this browser."""
    await checked_form(request)
    visitor = visitor_in(request)
    await site_of(request).writer.run(partial(_sign_out, visitor, named(visitor.session)))
    site_of(request).door.nudge(visitor.session.key)
    return _out(request)


def named(session: Session) -> str:
    """What a session is called in the list's form: nothing that lets anybody in."""
    return sha256(session.hash.encode()).hexdigest()[:20]


def _sign_out(visitor: Visitor, which: str, unit: Unit) -> None:
    if which == EVERYWHERE:
        unit.visits.sign_out_all(visitor.session.key)
        return
    for one in unit.visits.sessions_at(visitor.session.key):
        if named(one) == which:
            unit.visits.sign_out(one.hash)


def _out(request: Request) -> Response:
    response = RedirectResponse(LOGIN, 303)
    drop_session_cookie(request, response)
    return response
