"""Filing on a team's behalf: an organiser writes what a team without Telegram has told."""

import zlib
from collections.abc import Sequence

from handlers.flow.party import own_team, team_party
from handlers.markup import Button, column, paragraphs
from handlers.programme_file import ProgrammeFile, Team, load
from handlers.report import texts
from handlers.turn import Turn
from handlers.waiting import OpenReport, open_reports
from storage.records import Draft

MOST_BUTTONS = 96  # Telegram shows at most a hundred under a message


def files_for(turn: Turn, draft: Draft) -> bool:
    """Whether the speaker is none of the team, and may file its report: an organiser."""
    here = [one for one in turn.memberships if one.programme == draft.programme]
    leads = any(one.role == "organiser" for one in here)
    if not leads or draft.party in {own_team(one) for one in here}:
        return False
    row = turn.unit.programmes.find(draft.programme)
    return row is not None and team_of(load(row.body), draft.party) is not None


def is_their_own(turn: Turn, draft: Draft) -> bool:
    """Whether the party delivered what stands by itself: then nobody else changes it."""
    reports = turn.unit.reports
    report = reports.of(draft.programme, draft.party, draft.about)
    if report is None or not report.stands:
        return False
    return not reports.versions(report.id)[-1].on_behalf


def team_of(programme: ProgrammeFile, party: str) -> Team | None:
    """The standing team that a party is."""
    teams = (one for one in programme.team if not one.withdrawn)
    return next((one for one in teams if team_party(programme.id, one.id) == party), None)


def offer_teams(turn: Turn, programme: ProgrammeFile, about: str | None = None) -> None:
    """Offer an organiser every team: those that have not delivered, and cannot themselves, first.

    A report that is delivered is there to be read. Where there are more of them than a message can
    show, it is asked first which one; ``about`` is the answer.
    """
    t, owed = turn.tongue, open_reports(programme, turn.now)
    owed = [one for one in owed if one.milestone.id == about] or owed
    standing = [one for one in programme.team if not one.withdrawn]
    if len(owed) > 1 and len(owed) * len(standing) > MOST_BUTTONS:
        _ask_which(turn, owed)
        return
    buttons = [
        _button(turn, programme, team, one, delivered=delivered)
        for one in owed
        for delivered, team in _teams(turn, programme, one.milestone.id)
    ]
    asked = texts.for_whom(t) if buttons else None
    turn.say(paragraphs(texts.for_leaders(t), asked), column(*buttons[:MOST_BUTTONS]))


def _ask_which(turn: Turn, owed: Sequence[OpenReport]) -> None:
    t = turn.tongue
    titles = ((t.pick(one.milestone.title), one.milestone.id) for one in owed)
    buttons = (Button(title, f"report:teams:{one}") for title, one in titles)
    turn.say(paragraphs(texts.for_leaders(t), texts.which_one(t)), column(*buttons))


def chosen(programme: ProgrammeFile, named: str) -> str | None:
    """The party that a button of ``offer_teams`` stands for."""
    teams = (
        one
        for one in programme.team
        if not one.withdrawn and short(team_party(programme.id, one.id)) == named
    )
    return next((team_party(programme.id, one.id) for one in teams), None)


def _button(
    turn: Turn, programme: ProgrammeFile, team: Team, one: OpenReport, *, delivered: bool
) -> Button:
    t, about = turn.tongue, one.milestone.id
    said = texts.team_delivered if delivered else texts.team_before
    label = said(t, t.pick(team.name), t.pick(one.milestone.title))
    return Button(label, f"report:for:{short(team_party(programme.id, team.id))}:{about}")


def _teams(turn: Turn, programme: ProgrammeFile, milestone: str) -> Sequence[tuple[bool, Team]]:
    """Every standing team, and whether it has delivered."""
    reports = turn.unit.reports.before(programme.id, milestone)
    done = {one.party for one in reports if one.stands}
    teams = [
        (team_party(programme.id, team.id) in done, team)
        for team in programme.team
        if not team.withdrawn
    ]
    return sorted(
        teams,
        key=lambda one: (one[0], one[1].telegram, _has_members(turn, programme, one[1])),
    )


def _has_members(turn: Turn, programme: ProgrammeFile, team: Team) -> bool:
    return bool(turn.unit.people.team_members(programme.id, team.id))


def short(party: str) -> str:
    """A party in eight letters: its id and a milestone's would not fit in a button together."""
    return f"{zlib.crc32(party.encode()):08x}"
