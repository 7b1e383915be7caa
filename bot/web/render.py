"""Pages from templates: escaped by default, in the reader's language, with their form's word."""

import re
import secrets
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.web import entrance_texts, texts
from bot.web.spoken import spoken
from bot.web.visitors import HOME, csrf_of, form_cookie, session_cookie, site_of
from handlers.markup import Html, plain
from handlers.tongue import Tongue, tongue

HERE = Path(__file__).parent
PUBLIC = HERE / "public"
_TAGS = re.compile(r"(<[^<>]*>)")
_SPOKEN = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en", "da": "nb", "sv": "nb", "se": "nb"}


def _finished(value: Any) -> Any:  # noqa: ANN401 - whatever a template shows
    """Our own markup stands; its quotes are escaped, so that it cannot break out of anything."""
    if not isinstance(value, Html):
        return value
    pieces = _TAGS.split(value)
    pieces[::2] = [one.replace('"', "&#34;").replace("'", "&#39;") for one in pieces[::2]]
    return Markup("".join(pieces))  # noqa: S704 - ``Html`` is escaped where it is built


_pages = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_finished,
    trim_blocks=True,
    lstrip_blocks=True,
)
_pages.globals.update(w=texts, e=entrance_texts)
_pages.filters["spoken"] = spoken
_pages.filters["plain"] = lambda value: plain(value) if isinstance(value, Html) else str(value)


def fragment(name: str, **values: object) -> Html:
    """A template by itself, outside of any request; ``w`` is ``bot.web.texts`` in every one."""
    return Html(_pages.get_template(name).render(**values))


def page(request: Request, name: str, status: int = 200, **values: object) -> Response:
    """A page: its template gets ``t``, ``csrf``, ``visitor``, ``leads``, ``path``, and ``values``.

    ``visitor`` may be None; ``known`` is whether the browser shows a session, good or not;
    ``leads`` is whether they lead a programme; ``once`` tells one drawing from the next, and
    ``moment`` words an instant.

    Texts are typed functions of ``bot.web.texts`` (in templates ``w``) or of a module that is
    given among the values. In an attribute a text is written with the filter ``plain``.
    """
    shared: dict[str, object] = {
        "t": tongue_of(request),
        "csrf": csrf_of(request),
        "visitor": getattr(request.state, "visitor", None),
        "known": session_cookie(secure=site_of(request).secure) in request.cookies,
        "leads": getattr(request.state, "leads", False),
        "path": request.url.path,
        "once": secrets.token_urlsafe(12),
        "moment": partial(_moment, request),
    }
    response = HTMLResponse(fragment(name, **{**shared, **values}), status)
    made = getattr(request.state, "form_token", None)
    if made is not None:
        secure = site_of(request).secure
        name = form_cookie(secure=secure)
        response.set_cookie(name, made, secure=secure, httponly=True, samesite="lax", path="/")
    return response


def _moment(request: Request, at: datetime) -> str:
    """An instant on the reader's wall: with its day, unless that is today."""
    here: ZoneInfo = getattr(request.state, "zone", HOME)
    local, now = at.astimezone(here), site_of(request).clock.now().astimezone(here)
    t = tongue_of(request)
    return t.clock(local) if local.date() == now.date() else t.moment(local)


def error_page(request: Request, status: int) -> Response:
    """A calm page that says what is wrong and what to do."""
    return page(request, "error.html", status, what=texts.error(tongue_of(request), status))


def tongue_of(request: Request) -> Tongue:
    """The visitor's language, if they are known; else the browser's first that is spoken here."""
    language: str | None = getattr(request.state, "language", None)
    if language is not None:
        return tongue(language)
    for wanted in request.headers.get("accept-language", "").split(","):
        code = wanted.split(";")[0].strip().split("-")[0].lower()
        if code in _SPOKEN:
            return tongue(_SPOKEN[code])
    return tongue("nb")
