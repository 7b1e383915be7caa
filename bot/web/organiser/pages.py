"""The pages of a programme for those who lead it: where it stands, its teams, what is sent."""

from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.organiser import texts
from bot.web.organiser.access import Leader, led, programmes_led
from bot.web.organiser.ahead import days, messages
from bot.web.organiser.fragment import overview_html
from bot.web.organiser.framed import framed
from bot.web.organiser.teams import TeamRow, team_rows
from bot.web.render import page
from bot.web.visitors import signed_in, site_of
from handlers.post import has_neither
from handlers.remind.fortnight import Counts, planned, slice_of
from handlers.summary import named
from handlers.summary.overview import overview
from handlers.summary.overview_values import Overview
from storage.unit import Unit


@signed_in
async def start(request: Request) -> Response:
    """To the only programme, or the list of them."""
    found = await programmes_led(request)
    if not found:
        raise HTTPException(404)
    if len(found) == 1:
        return RedirectResponse(f"/oversikt/{found[0].id}", 303)
    return page(request, "organiser/programmes.html", programmes=found, x=texts)


@signed_in
async def show(request: Request) -> Response:
    """Who needs help, then the round with its matrix; another round by its milestone."""
    wanted = request.query_params.get("runde", "")

    def read(unit: Unit, leader: Leader) -> tuple[Leader, Overview] | None:
        before = named(leader.programme, wanted)
        if wanted and before is None:
            return None
        found = overview(unit, leader.programme, leader.now, leader.sight, leader.t, before)
        return leader, found

    leader, found = await led(request, read)
    shown = overview_html(found, leader.t, named=False)
    return page(request, "organiser/show.html", f=framed(leader, ""), x=texts, o=found, shown=shown)


@signed_in
async def teams(request: Request) -> Response:
    """The teams in numbers, and who speaks for each."""

    def read(unit: Unit, leader: Leader) -> tuple[Leader, list[TeamRow]] | None:
        return (leader, team_rows(unit, leader)) if leader.programme.team else None

    leader, rows = await led(request, read)
    return page(
        request,
        "organiser/teams.html",
        f=framed(leader, "team"),
        x=texts,
        rows=rows,
        invites=leader.organises,
    )


@signed_in
async def ahead(request: Request) -> Response:
    """What is sent in the next two weeks; reckoned in slices, so that nobody waits for it long."""
    leader = await led(request, lambda _unit, leader: leader)
    reader, programme, now = site_of(request).reader, leader.programme, leader.now
    counted: Counts = Counts()
    place: int | None = 0
    while place is not None:
        reckon = partial(slice_of, programme=programme, now=now, place=place)
        some, place = await reader.run(reckon)
        counted += some

    def read(unit: Unit, leader: Leader) -> dict[str, object]:
        members = unit.people.members(leader.programme.id)
        people = {one.person for one in members} - {
            one.person for one in members if one.role == "organiser"
        }
        return {
            "days": days(unit, leader, planned(unit, leader.programme, now, counted)),
            "messages": messages(unit, leader),
            "without": sum(has_neither(unit, one) for one in people),
        }

    found = await led(request, read)
    return page(
        request, "organiser/ahead.html", 200, f=framed(leader, "fremover"), x=texts, **found
    )
