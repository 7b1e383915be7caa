"""What can be downloaded: the same files as in the chat, made while one waits, never kept."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.web.chat import say as hear
from bot.web.organiser import texts
from bot.web.organiser.access import Leader, led
from bot.web.organiser.framed import framed
from bot.web.render import page
from bot.web.visitors import (
    FILE_BYTES,
    FILE_SECONDS,
    WRAPPING_BYTES,
    checked_form,
    signed_in,
    site_of,
)
from handlers import attendance, series, summary
from handlers import teams as of_teams
from handlers.attendance.overview import LIST, counted
from handlers.codes import team_ways
from handlers.feature import Feature, Paper
from handlers.markup import Html
from handlers.programme_file import ProgrammeFile
from handlers.series.paper import PAPER as PROGRAMME
from handlers.summary.commands import PAPER as SUMMARY
from handlers.teams.sending import MAILS, SHEET, SHEETS
from handlers.tongue import Tongue
from handlers.workbook import is_workbook
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Offer:
    """A file by its name in the address: what makes it, and for whom.

    ``task`` is the kind of paper in ``feature``; whoever makes it reads the asker's role anew.
    ``of_one_team``: it is no file of the whole programme's, and stands with the team. ``invites``:
    it holds codes, and these want the house's secret, which the first one who asks has made.
    """

    feature: Feature
    task: str
    title: Callable[[Tongue], Html]
    what: Callable[[Tongue], Html]
    organisers: bool = True
    fits: Callable[[ProgrammeFile], bool] = lambda _programme: True
    of_one_team: bool = False
    invites: bool = False


def _has_teams(programme: ProgrammeFile) -> bool:
    return bool(programme.team)


_ASKED = (("milestone", "runde"), ("team", "team"))


OFFERS: Mapping[str, Offer] = {
    "oppsummering": Offer(
        summary.FEATURE, SUMMARY, texts.the_matrix, texts.about_the_matrix, organisers=False
    ),
    "program": Offer(series.FEATURE, PROGRAMME, texts.the_programme, texts.about_the_programme),
    "pamelding": Offer(
        attendance.FEATURE,
        LIST,
        texts.the_attendance,
        texts.about_the_attendance,
        fits=lambda programme: bool(counted(programme)),
    ),
    "invitasjoner": Offer(
        of_teams.FEATURE,
        SHEETS,
        texts.the_invitations,
        texts.about_the_invitations,
        fits=_has_teams,
        invites=True,
    ),
    "invitasjonstekster": Offer(
        of_teams.FEATURE,
        MAILS,
        texts.the_mails,
        texts.about_the_mails,
        fits=_has_teams,
        invites=True,
    ),
    "invitasjon": Offer(
        of_teams.FEATURE,
        SHEET,
        texts.the_invitation,
        texts.about_the_invitations,
        fits=_has_teams,
        of_one_team=True,
        invites=True,
    ),
}


@signed_in
async def show(request: Request) -> Response:
    """The list of files, and where to put one that was filled in."""
    return await _shown(request)


@signed_in
async def put(request: Request) -> Response:
    """Say a workbook that was filled in; whatever else it is could be taken for a message."""
    form = await checked_form(request, FILE_BYTES + WRAPPING_BYTES, FILE_SECONDS)
    sent = form.get("file")
    if isinstance(sent, UploadFile) and is_workbook(sent.filename, None):
        return await hear(request)  # which finds the form that was read here
    await form.close()
    return await _shown(request, 422, is_refused=True)


async def _shown(request: Request, status: int = 200, *, is_refused: bool = False) -> Response:
    def read(_unit: Unit, leader: Leader) -> Leader:
        return leader

    leader = await led(request, read)
    mine = {name: one for name, one in OFFERS.items() if _is_offered(one, leader)}
    offers = {name: one for name, one in mine.items() if not one.of_one_team}
    return page(
        request,
        "organiser/files.html",
        status,
        f=framed(leader, "filer"),
        x=texts,
        offers=offers,
        takes=leader.organises,
        is_refused=is_refused,
    )


@signed_in
async def download(request: Request) -> Response:
    """One file, made beside the answers from what stands now."""
    named = OFFERS.get(request.path_params["file"])
    asked = {name: request.query_params.get(said, "") for name, said in _ASKED}

    def read(_unit: Unit, leader: Leader) -> tuple[Offer, Leader] | None:
        return (named, leader) if named is not None and _is_offered(named, leader) else None

    offer, leader = await led(request, read)
    if offer.invites:
        await _ready_to_invite(request, leader.programme)

    def make(unit: Unit, leader: Leader) -> Paper | None:
        whole = {"person": leader.person.id, "programme": leader.programme.id, **asked}
        return offer.feature.papers[offer.task](unit, json.dumps(whole), leader.now)

    return _sent(await led(request, make))


async def _ready_to_invite(request: Request, programme: ProgrammeFile) -> None:
    """Have the secret made: whatever makes a file only reads."""
    for team in programme.team[:1]:
        await site_of(request).writer.run(partial(team_ways, programme=programme, team=team.id))


def _is_offered(offer: Offer, leader: Leader) -> bool:
    return (leader.organises or not offer.organisers) and offer.fits(leader.programme)


def _sent(paper: Paper) -> Response:
    """As a file to keep, whatever it is called, and for nobody's cache."""
    named = f"attachment; filename*=UTF-8''{quote(paper.name, safe='')}"
    headers = {"content-disposition": named, "cache-control": "no-store"}
    return Response(paper.content, media_type=paper.mime, headers=headers)
