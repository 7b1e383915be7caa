"""The files of an invitation, made beside the answers for whoever may invite."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from handlers.events import Pressed
from handlers.feature import Paper
from handlers.markup import Html, plain
from handlers.papers.office import WORD
from handlers.post import address_of
from handlers.programme_file import ProgrammeFile, load
from handlers.teams import invite_texts as texts
from handlers.teams import letter_texts
from handlers.teams.book import texts_of
from handlers.teams.letter import Invitation, invitation, invitations
from handlers.teams.page import PDF, pages
from handlers.teams.rights import may_invite
from handlers.tongue import Tongue, tongue
from handlers.turn import Turn
from storage.unit import Unit

PNG = "image/png"
QR, SHEET, SHEETS, MAILS = "invite-qr", "invite-sheet", "invite-sheets", "invite-mails"
_SQUARE, _BORDER = 12, 4  # pixels of one square, and squares of white around


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for, by somebody who may invite there now."""

    programme: ProgrammeFile
    every: tuple[Invitation, ...]
    t: Tongue


def order(turn: Turn, kind: str, team: str = "") -> None:
    """List a file as work to be done; the same press never lists it twice."""
    if turn.programme is None or turn.person is None:
        return
    wanted = {"person": turn.person.id, "programme": turn.programme.id, "team": team}
    task = f"{kind}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, kind, json.dumps(wanted), turn.now)
    turn.note(kind, team)
    coming = texts.file_is_coming(turn.tongue)
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(coming)
    else:
        turn.say(coming)


def qr(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """Make the QR code of a team; None where there is no link, or they may not invite any more."""
    found = _asked(unit, arguments, many=False)
    link = found.every[0].ways.best if found else None
    if found is None or link is None:
        return None
    name = f"{found.programme.id}-{json.loads(arguments)['team'] or 'qr'}.png"
    text = texts.the_qr(found.t, _whose(found))
    return _paper(unit, arguments, name, PNG, picture(link), text, found)


def sheet(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """Make the sheet of one team."""
    found = _asked(unit, arguments, many=False)
    if found is None:
        return None
    content = pages(found.every, f"{found.programme.id}: {_whose(found)}")
    name = f"invitasjon-{json.loads(arguments)['team'] or found.programme.id}.pdf"
    text = texts.the_sheet(found.t, _whose(found))
    return _paper(unit, arguments, name, PDF, content, text, found)


def sheets(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """Make a sheet for each team, in one file."""
    found = _asked(unit, arguments, many=True)
    if found is None:
        return None
    title = plain(letter_texts.texts_for(found.t, found.t.pick(found.programme.name)))
    name = f"invitasjoner-{found.programme.id}.pdf"
    text = texts.the_sheets(found.t, len(found.every))
    return _paper(unit, arguments, name, PDF, pages(found.every, title), text, found)


def mails(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """Make the Word file with every team's e-mail."""
    found = _asked(unit, arguments, many=True)
    if found is None:
        return None
    programme = found.t.pick(found.programme.name)
    content = texts_of(list(found.every), programme, found.t)
    text = texts.the_mails(found.t, len(found.every))
    name = f"invitasjoner-{found.programme.id}.docx"
    return _paper(unit, arguments, name, WORD, content, text, found)


PAPERS: Mapping[str, Callable[[Unit, str, datetime], Paper | None]] = {
    QR: qr,
    SHEET: sheet,
    SHEETS: sheets,
    MAILS: mails,
}
"""The makers by the kind of their task."""


def picture(link: str) -> bytes:
    """A QR code as a PNG; the same link gives the same bytes."""
    import segno  # noqa: PLC0415 - seldom needed

    whole = BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(whole, kind="png", scale=_SQUARE, border=_BORDER)
    return whole.getvalue()


def _asked(unit: Unit, arguments: str, *, many: bool) -> _Asked | None:
    """Read anew who asked and what they may: the arguments name no more than was asked for."""
    asked = json.loads(arguments)
    person, row = unit.people.find(asked["person"]), unit.programmes.find(asked["programme"])
    if person is None or row is None:
        return None
    programme, team = load(row.body), None if many else asked["team"]
    if not may_invite(unit, programme, person, team):
        return None
    if team is None:
        every = tuple(one for _, one in invitations(unit, programme))
    else:
        only = invitation(unit, programme, team)
        every = (only,) if only else ()
    t = tongue(person.language or programme.language)
    return _Asked(programme, every, t) if every else None


def _whose(found: _Asked) -> str:
    return found.every[0].team or found.every[0].programme


def _paper(  # noqa: PLR0913 - what a file is
    unit: Unit, arguments: str, name: str, mime: str, content: bytes, text: Html, found: _Asked
) -> Paper | None:
    person = unit.people.find(json.loads(arguments)["person"])
    to = address_of(unit, person) if person else None
    if to is None:
        return None
    return Paper(to, name, mime, content, text, found.t.language)
