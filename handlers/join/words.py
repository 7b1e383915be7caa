"""What joining says that is put together of several sentences."""

from datetime import datetime

from handlers.join import texts
from handlers.join.codes import Grant
from handlers.join.plan import Ahead, ahead, first_contact, team_of
from handlers.markup import Html, lines, safe
from handlers.programme_file import ProgrammeFile, load
from handlers.tongue import Tongue
from handlers.turn import Turn


def programme_of(turn: Turn, programme: str) -> ProgrammeFile | None:
    row = turn.unit.programmes.find(programme)
    return load(row.body) if row else None


def welcome(t: Tongue, programme: ProgrammeFile, grant: Grant) -> Html:
    name = t.pick(programme.name)
    if grant.role == "organiser":
        return texts.welcome_organiser(t, name)
    if grant.role == "facilitator":
        return texts.welcome_facilitator(t, name)
    team = team_name(t, programme, grant.team)
    return texts.welcome_team(t, name, team) if team else texts.welcome(t, name)


def already(t: Tongue, programme: ProgrammeFile, team: str) -> Html:
    name, called = t.pick(programme.name), team_name(t, programme, team)
    return texts.already_in_team(t, name, called) if called else texts.already_in(t, name)


def team_name(t: Tongue, programme: ProgrammeFile, team: str) -> str:
    """A team as it is called; "" for none."""
    found = team_of(programme, team)
    return t.pick(found.name) if found else team


def whom(t: Tongue, programme: ProgrammeFile) -> Html | None:
    """The programme's first contact who can be reached."""
    contact = first_contact(programme)
    if contact is None or contact.reach is None:
        return None
    who = contact.name or t.pick(contact.role)
    return safe(f"{who} ({t.pick(contact.reach)})")


def next_up(t: Tongue, programme: ProgrammeFile, now: datetime) -> Html:
    """What comes next, as far as it is known."""
    return _ahead(t, ahead(programme, now), changing=programme.subject_to_change)


def _ahead(t: Tongue, found: Ahead, *, changing: bool) -> Html:
    if not found.milestones and found.report is None:
        return texts.nothing_dated(t)
    steps = (
        texts.milestone(t, t.pick(one.title), one.when, t.pick(one.place) if one.place else None)
        for one in found.milestones
    )
    report = (
        texts.report_due(t, t.pick(found.report[0].title), found.report[1])
        if found.report
        else None
    )
    heading = texts.comes_next(t)
    return lines(heading, *steps, report, texts.may_change(t) if changing else None)
