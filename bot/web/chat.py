"""The conversation in a browser: shown, spoken in, and told of what is new."""

import asyncio
import itertools
import re
import secrets
from collections.abc import AsyncGenerator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.web.conversation import Conversation, read_conversation
from bot.web.page_door import NAME
from bot.web.posted import Deed, File
from bot.web.render import page
from bot.web.speaking import TEXT_UNITS, speak, written_down
from bot.web.visitors import (
    FILE_BYTES,
    FILE_SECONDS,
    FORM_BYTES,
    WRAPPING_BYTES,
    checked_form,
    drop_session_cookie,
    is_over,
    look_again,
    signed_in,
    site_of,
    visitor_in,
)
from handlers.markup import utf16_length
from storage.records import File as Kept
from storage.unit import Unit

if TYPE_CHECKING:
    from bot.web.site import Site

SHOWN = 60
HEARTBEAT_SECONDS = 20.0
RETRY_MS = 3000
RETRY_LATER_MS = 60_000  # of a page that had to make room: its reader writes elsewhere
_LIFE = secrets.token_hex(4)  # readings are counted anew in each
_readings = itertools.count(1)
_ONCE = re.compile(r"[\w-]{8,64}")
_COMMAND = re.compile(r"/\w{2,40}")


def routes() -> list[Route]:
    """Where the conversation is."""
    return [
        Route("/", show),
        Route("/si", say, methods=["POST"]),
        Route("/hendelser", happenings),
        Route("/fil/{id}", file),
    ]


@signed_in
async def show(request: Request) -> Response:
    """The whole page, or for the page's own script what changes in it."""
    return await _shown(request)


async def _shown(request: Request, status: int = 200, *, late: bool = False) -> Response:
    key = visitor_in(request).session.key
    everything = "alt" in request.query_params
    number, found = await _read(request)
    shown = found.bubbles if everything else found.bubbles[-SHOWN:]
    return page(
        request,
        "talk.html" if _is_for_script(request) else "chat.html",
        status,
        bubbles=shown,
        drawn=f"{_LIFE}-{number}",
        earlier=len(found.bubbles) > len(shown),
        menu=found.menu,
        nod=site_of(request).door.nod_for(key),
        late=late or "venter" in request.query_params,
        moved=status == 409,  # noqa: PLR2004 - see ``say``
    )


@signed_in
async def say(request: Request) -> Response:
    """Take what was written, tapped, edited or sent, and answer with the page as it then stands."""
    site, visitor = site_of(request), visitor_in(request)
    if is_over(request, site.limits.posts, visitor.session.hash):
        raise HTTPException(429)
    is_file = request.headers.get("content-type", "").startswith("multipart/")
    most = FILE_BYTES + WRAPPING_BYTES if is_file else FORM_BYTES
    form = await checked_form(request, most, FILE_SECONDS)
    try:
        deed = await _deed(request, form)
    finally:
        await form.close()
    if deed is None:
        return RedirectResponse("/#siste", 303)
    if not await _stands(request, deed):
        if _is_for_script(request):
            return await _shown(request, 409)
        raise HTTPException(409)
    try:
        answered = await speak(request, deed)
    finally:
        if deed.file is not None:
            await _settled(site, deed.file.id)
    if (parting := await _parted(request, deed.key)) is not None:
        return parting
    if _is_for_script(request):
        return await _shown(request, late=not answered)
    return RedirectResponse("/#siste" if answered else "/?venter=1#siste", 303)


async def _deed(request: Request, form: FormData) -> Deed | None:
    """What a form says was done; None for nothing at all. HTTPException 400 for no form of ours."""
    session, once = visitor_in(request).session, str(form.get("once", ""))
    key = session.key
    if not _ONCE.fullmatch(once):
        raise HTTPException(400)
    text = str(form.get("text", "")).replace("\r\n", "\n").strip()
    if utf16_length(text) > TEXT_UNITS:
        raise HTTPException(413)
    if press := str(form.get("press", "")):
        message, _, data = press.partition(":")
        return Deed("pressed", key, once, message, data=data)
    if command := str(form.get("command", "")):
        if not _COMMAND.fullmatch(command):
            raise HTTPException(400)
        return Deed("said", key, once, text=command)
    if edit := str(form.get("edit", "")):
        return Deed("edited", key, once, edit, text) if text else None
    sent = form.get("file")
    if isinstance(sent, UploadFile) and sent.filename:
        if is_over(request, site_of(request).limits.files, session.hash):
            raise HTTPException(429)
        kept = await _kept(request, sent, f"{key}:{once}")
        return Deed("attached", key, once, text=text, file=kept)
    return Deed("said", key, once, text=text) if text else None


async def _kept(request: Request, sent: UploadFile, form: str) -> File:
    """Lay down a file until the house has fetched it; ``form`` is what it came by."""
    content = await sent.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        raise HTTPException(413)
    mime = (sent.content_type or "application/octet-stream")[:100]
    kind = "photo" if mime.startswith("image/") else "document"
    name = Path(sent.filename or "fil").name[:200]
    ref = await site_of(request).door.keep(content, form)
    return File(id=ref, kind=kind, name=name, mime=mime, size=len(content))


async def _settled(site: "Site", ref: str) -> None:
    """What came in stands in the inbox or is done: a file that nobody wants is gone at once."""
    site.door.received(ref)
    if not await site.reader.run(lambda unit: unit.files.is_awaited(ref)):
        await site.door.let_go(ref)


async def _stands(request: Request, deed: Deed) -> bool:
    """Whether what a tap or an edit is about stands in their own conversation.

    What was done already is done: the second click of two is as good as the first.
    """
    if deed.kind not in ("pressed", "edited"):
        return True
    site, update = site_of(request), deed.update
    if await site.reader.run(lambda unit: unit.inbox.came(NAME, update)):
        return True
    found = (await conversation_of(request)).find(deed.message)
    if found is None:
        return False
    return found.mine and found.sent is None if deed.kind == "edited" else found.holds(deed.data)


async def conversation_of(request: Request) -> Conversation:
    """The visitor's own conversation as it stands."""
    return (await _read(request))[1]


async def _read(request: Request) -> tuple[int, Conversation]:
    """The conversation, and a number that grows with each reading: a page knows the newer."""
    site, key = site_of(request), visitor_in(request).session.key
    now, passing = site.clock.now(), partial(site.door.passing, key)
    return await site.reader.run(
        lambda unit: (next(_readings), read_conversation(unit, key, now, passing))
    )


async def _parted(request: Request, key: str) -> Response | None:
    """The last word to somebody whom what they said signed out: they are forgotten. Else None."""
    if await look_again(request) is not None:
        return None
    response = page(request, "parted.html", word=site_of(request).door.last_word(key))
    drop_session_cookie(request, response)
    return response


@signed_in
async def happenings(request: Request) -> Response:
    """Tell an open page that there is something new: never what it is."""
    headers = {"connection": "close"}  # one that made room must not hold its place
    return StreamingResponse(_nudges(request), headers=headers, media_type="text/event-stream")


async def _nudges(request: Request) -> AsyncGenerator[str, None]:
    site, session = site_of(request), visitor_in(request).session
    with site.door.opened(session.key, session.hash) as open_page:
        yield f"retry: {RETRY_MS}\n\n"
        while not open_page.closed:
            try:
                async with asyncio.timeout(HEARTBEAT_SECONDS):
                    await open_page.news.wait()
            except TimeoutError:
                yield ": still here\n\n"
                if await look_again(request) is None:
                    return
                continue
            open_page.news.clear()
            if not open_page.closed:
                await written_down(request, session.key)
                yield "event: news\ndata: 1\n\n"
        if open_page.made_room:
            yield f"retry: {RETRY_LATER_MS}\n\n"


@signed_in
async def file(request: Request) -> Response:
    """A file of one's own conversation."""
    site, key, wanted = site_of(request), visitor_in(request).session.key, request.path_params["id"]

    def find(unit: Unit) -> Kept | None:
        return unit.files.find(wanted) if unit.outbox.holds_file(NAME, key, wanted) else None

    found = await site.reader.run(find)
    path = site.files / found.hash if found is not None and found.hash is not None else None
    if found is None or path is None or not path.is_file():
        raise HTTPException(404)
    named = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return FileResponse(path, media_type=found.mime, headers={"content-disposition": named})


def _is_for_script(request: Request) -> bool:
    return request.headers.get("x-mellom") == "1"
