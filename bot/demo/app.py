"""The page's web application: sit down as somebody, chat, move the clock, see what it comes to.

Beside a person's ``stream``, ``say``, ``press``, ``edit`` and ``file``:

- ``GET /api/stage`` (``?language=en``: what comes next is said so): ``now``, ``zone``, ``people``,
  ``next``; ``phone`` (the key of whose phone to show first), ``own`` (bool: a programme that was
  made here), ``programme`` (its name by language: ``{"nb": …, "nn": …, "en": …}``), ``overview``
  (bool: whether there is one to ask for).
- ``POST /api/clock/next``: go to what comes next by itself; answers as ``/api/stage``.
- ``GET /api/overview?language=nb``: ``{"html": …}``, what the organiser sees, a fragment that
  wants ``/public/organiser.css``.
- ``GET /api/overview/stream``: events ``changed``, one at once and one whenever the house has
  done something; it ends when another programme is played, and the browser comes again by itself.
- ``GET /api/overview.xlsx?language=nb``: the organiser's Excel file.
- ``POST /api/own`` ``{"name", "samlinger": ["2027-01-14", …], "teams": […], "language"}``: play
  their programme in the same process. Answers as ``/api/stage`` (by a 303 to it); 422
  ``{"errors": [{"field": "name"|"samlinger"|"teams", "number": 2|null,
  "sentence": …}]}`` in their language.
- ``POST /api/again`` ``{}``: back to the programme that was shown first; ``{"empty": true}``
  begins before its first day, with nobody in it. Answers as ``/api/stage``.

After ``own`` and ``again`` every key, message and file is another's: open the streams anew.
"""

import asyncio
from pathlib import Path
from typing import get_args
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo.beside import Beside
from bot.demo.door import DemoDoor, NoSuchThing
from bot.demo.guard import HOSTS, Guard
from bot.demo.posts import (
    FILE_BYTES,
    Caption,
    Edit,
    Language,
    Newcomer,
    Press,
    Say,
    bounded_upload,
    checked,
    posted,
)
from bot.demo.read import SOURCE
from bot.demo.stage import House, Sitter, Stage, Theatre
from bot.demo.stream import stream

STATIC = Path(__file__).parent / "static"
PUBLIC = Path(__file__).parents[1] / "web" / "public"  # the overview's own style sheet
PUBLIC = Path(__file__).parents[1] / "web" / "public"  # the look of the organiser's overview


def demo_app(
    door: DemoDoor, house: House, stage: Stage, theatre: Theatre | None = None
) -> Starlette:
    """The whole application; binding it to this machine only is the caller's matter.

    Without a ``theatre`` there are people, a clock, and nothing beside them.
    """
    desk = _Routes(door, house, stage, theatre)
    beside = Beside(door, theatre).routes() if theatre is not None else []
    return Starlette(
        routes=[
            *beside,
            Route("/", desk.page),
            Route("/api/stage", desk.show_stage),
            Route("/api/people", desk.add, methods=["POST"]),
            Route("/api/people/{key}/stream", desk.stream),
            Route("/api/people/{key}/say", desk.say, methods=["POST"]),
            Route("/api/people/{key}/press", desk.press, methods=["POST"]),
            Route("/api/people/{key}/edit", desk.edit, methods=["POST"]),
            Route("/api/people/{key}/file", desk.attach, methods=["POST"]),
            Route("/api/clock/next", desk.jump, methods=["POST"]),
            Route("/api/files/{id}", desk.file),
            Mount("/static", StaticFiles(directory=STATIC)),
            Mount("/public", StaticFiles(directory=PUBLIC)),
            Mount("/public", StaticFiles(directory=PUBLIC)),
        ],
        middleware=[
            Middleware(Guard),
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
        ],
    )


class _Routes:
    """What each address answers; a deed is answered once the house has it stored."""

    def __init__(self, door: DemoDoor, house: House, stage: Stage, theatre: Theatre | None) -> None:
        self.door = door
        self.house = house
        self.stage = stage
        self.theatre = theatre
        self.jumping = asyncio.Lock()

    async def page(self, _request: Request) -> Response:
        return FileResponse(STATIC / "index.html", headers={"cache-control": "no-cache"})

    async def show_stage(self, request: Request) -> Response:
        return JSONResponse(await self._stage(_language(request)))

    async def stream(self, request: Request) -> Response:
        events = stream(self.door, self._sitter(request).key)
        return StreamingResponse(events, media_type="text/event-stream")

    async def say(self, request: Request) -> Response:
        sitter, post = self._sitter(request), await posted(Say, request)
        update = str(post.update)
        said = sitter.start if post.start else post.text
        with self.door.writing(sitter.key, update, post.text) as message:
            payload = self._payload("said", sitter, post.language, message) | {"text": said}
            await self.house.receive(SOURCE, [(update, payload)])
        return JSONResponse({"message": message})

    async def press(self, request: Request) -> Response:
        sitter, post = self._sitter(request), await posted(Press, request)
        update = str(post.update)
        try:
            self.door.press(sitter.key, update, post.message, post.data)
        except NoSuchThing:
            raise HTTPException(409, "DATA_INVALID") from None
        payload = self._payload("pressed", sitter, post.language, post.message)
        await self.house.receive(SOURCE, [(update, payload | {"data": post.data})])
        return JSONResponse({"message": post.message})

    async def edit(self, request: Request) -> Response:
        sitter, post = self._sitter(request), await posted(Edit, request)
        try:
            self.door.own(sitter.key, post.message)
        except NoSuchThing:
            raise HTTPException(409, "MESSAGE_ID_INVALID") from None
        payload = self._payload("edited", sitter, post.language, post.message)
        await self.house.receive(SOURCE, [(str(post.update), payload | {"text": post.text})])
        self.door.rewrite(sitter.key, post.message, post.text)
        return JSONResponse({"message": post.message})

    async def attach(self, request: Request) -> Response:
        sitter = self._sitter(request)
        bounded_upload(request)
        async with request.form(max_files=1, max_fields=4) as form:
            fields = dict(form)
            upload = fields.pop("file", None)
            post = checked(Caption, fields)
            if not isinstance(upload, UploadFile):
                raise HTTPException(422, "no file")
            content = await upload.read(FILE_BYTES + 1)
            name, mime = upload.filename or "fil", upload.content_type or ""
        if len(content) > FILE_BYTES:
            raise HTTPException(413, "too large")
        kept = self.door.keep(name, mime or "application/octet-stream", content)
        update = str(post.update)
        with self.door.writing(sitter.key, update, post.caption, kept) as message:
            payload = self._payload("attached", sitter, post.language, message)
            payload["text"] = post.caption
            payload["file"] = {
                "ref": kept.id,
                "kind": "photo" if kept.mime.startswith("image/") else "document",
                "name": kept.name,
                "mime": kept.mime,
                "size": len(content),
            }
            await self.house.receive(SOURCE, [(update, payload)])
        return JSONResponse({"message": message})

    async def jump(self, request: Request) -> Response:
        async with self.jumping:
            await self.stage.jump()
        self.door.pages.nudge()
        return JSONResponse(await self._stage(_language(request)))

    async def add(self, request: Request) -> Response:
        post = await posted(Newcomer, request)
        sitter = await self.stage.add_person(post.name.strip())
        self.door.pages.nudge()
        return JSONResponse(self._person(sitter))

    async def file(self, request: Request) -> Response:
        kept = self.door.file(request.path_params["id"])
        if kept is None:
            raise HTTPException(404)
        headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(kept.name)}"}
        return Response(kept.content, media_type=kept.mime, headers=headers)

    def _sitter(self, request: Request) -> Sitter:
        key = request.path_params["key"]
        for sitter in self.stage.people():
            if sitter.key == key:
                return sitter
        raise HTTPException(404, "nobody")

    def _payload(self, kind: str, sitter: Sitter, language: str, message: str) -> dict[str, object]:
        return {
            "kind": kind,
            "key": sitter.key,
            "name": sitter.name,
            "language": language,
            "at": self.stage.now().isoformat(),
            "message": message,
        }

    def _person(self, sitter: Sitter) -> dict[str, object]:
        return {
            "key": sitter.key,
            "name": sitter.name,
            "role": sitter.role,
            "roles": dict(sitter.roles),
            "team": sitter.team,
            "language": sitter.language,
            "arrived": self.door.arrived(sitter.key),
        }

    async def _stage(self, language: str | None) -> dict[str, object]:
        coming = await self.stage.next_happening(language)
        people, theatre = self.stage.people(), self.theatre
        return {
            "phone": theatre.phone if theatre else next((one.key for one in people), ""),
            "own": theatre is not None and theatre.is_own,
            "programme": dict(theatre.names) if theatre else {},
            "overview": theatre is not None,
            "now": self.stage.now().isoformat(),
            "zone": str(self.stage.zone),
            "people": [self._person(sitter) for sitter in people],
            "next": coming
            and {
                "at": coming.at.isoformat(),
                "sentence": coming.sentence,
                "language": coming.language,
            },
        }


def _language(request: Request) -> str | None:
    asked = request.query_params.get("language")
    return asked if asked in get_args(Language) else None
