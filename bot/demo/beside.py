"""What stands beside the phones: the organiser's overview, and the visitor's own programme."""

from typing import get_args
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.demo.door import DemoDoor
from bot.demo.own import NotYet, own_programme
from bot.demo.posts import Again, Language, Own, posted
from bot.demo.stage import Theatre
from bot.demo.stream import changes
from handlers.papers.book import EXCEL
from handlers.tongue import tongue


class Beside:
    """The routes of what is no conversation."""

    def __init__(self, door: DemoDoor, theatre: Theatre) -> None:
        """Show what is played in ``theatre``; ``door`` tells when it has changed."""
        self._door = door
        self._theatre = theatre

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/overview", self.overview),
            Route("/api/overview/stream", self.stream),
            Route("/api/overview.xlsx", self.workbook),
            Route("/api/own", self.own, methods=["POST"]),
            Route("/api/again", self.again, methods=["POST"]),
        ]

    async def overview(self, request: Request) -> Response:
        return JSONResponse({"html": await self._theatre.overview(_language(request))})

    async def stream(self, _request: Request) -> Response:
        return StreamingResponse(changes(self._door), media_type="text/event-stream")

    async def workbook(self, request: Request) -> Response:
        name, content = await self._theatre.workbook(_language(request))
        headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return Response(content, media_type=EXCEL, headers=headers)

    async def own(self, request: Request) -> Response:
        """Play the visitor's programme, or say what is missing."""
        post = await posted(Own, request)
        try:
            programme = own_programme(post.name, post.samlinger, post.teams, post.language)
        except NotYet as error:
            t = tongue(post.language)
            errors = [one.told(t) for one in error.faults]
            return JSONResponse({"errors": errors}, status_code=422)
        await self._theatre.play(programme)
        return _stage()

    async def again(self, request: Request) -> Response:
        post = await posted(Again, request)
        await self._theatre.play(None, empty=post.empty)
        return _stage()


def _stage() -> Response:
    """Send the page to the stage as it stands now: another one has taken this one's place."""
    return RedirectResponse("/api/stage", 303)


def _language(request: Request) -> str:
    asked = request.query_params.get("language", "")
    return asked if asked in get_args(Language) else "nb"
