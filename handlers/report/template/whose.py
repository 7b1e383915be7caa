"""Whose report a form is about, and whether somebody may fill it in as of this transaction."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from handlers.events import Address, Event, Unread, What
from handlers.flow.party import party_of
from handlers.flow.scene import Scene
from handlers.programme_file import Milestone, ProgrammeFile
from handlers.report.behalf import team_of
from handlers.turn import Turn
from handlers.waiting import OpenReport, open_reports
from storage.records import Draft, Membership, ProgrammeRow
from storage.unit import Unit

FORM = "report"


def may_fill(programme: ProgrammeFile, party: str, memberships: Sequence[Membership]) -> bool:
    """Whether a person may write this party's report: one of it, or an organiser for a team."""
    here = [one for one in memberships if one.programme == programme.id]
    if party in {party_of(programme, one) for one in here}:
        return True
    return team_of(programme, party) is not None and any(one.role == "organiser" for one in here)


def own_party(programme: ProgrammeFile, memberships: Sequence[Membership]) -> str | None:
    """The party that a person reports with."""
    found = (party_of(programme, one) for one in memberships)
    return next((party for party in found if party is not None), None)


def nearest(unit: Unit, programme: ProgrammeFile, party: str, now: datetime) -> Milestone | None:
    """The milestone of the open report with the nearest deadline that nobody delivered yet."""
    waiting = list(_waiting(unit, programme, party, now))
    dated = [(one.due, one.milestone) for one in waiting if one.due is not None]
    if dated:
        return min(dated, key=lambda one: one[0])[1]
    return waiting[0].milestone if waiting else None


def scene_of(
    turn: Turn, row: ProgrammeRow, programme: ProgrammeFile, party: str, about: str
) -> Scene:
    """The party's draft, or one that stands for it while nothing is written."""
    found = turn.unit.drafts.of(row.id, FORM, party, about)
    new = Draft("", row.id, row.version, FORM, party, about, "open", None, turn.now, turn.now)
    return Scene(turn, found or new, programme)


def turn_in_task(  # noqa: PLR0913 - who, where, what, when
    unit: Unit,
    now: datetime,
    to: Address,
    update: str,
    what: What | None = None,
    said_at: datetime | None = None,
) -> Turn:
    """A turn for work that goes on after the answer; ``update`` sets its letters apart."""
    event = Event("task", update, to, to.key, said_at or now, what or Unread())
    return Turn(unit, now, event)


def _waiting(
    unit: Unit, programme: ProgrammeFile, party: str, now: datetime
) -> Iterator[OpenReport]:
    for one in open_reports(programme, now):
        report = unit.reports.of(programme.id, party, one.milestone.id)
        if report is None or not report.stands:
            yield one
