"""The report is opened, or the one who asks is told kindly why there is none to open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.flow import talk
from handlers.flow.party import party_of
from handlers.flow.scene import Form
from handlers.markup import Button, Html, column, lines, paragraphs
from handlers.programme_file import ProgrammeFile, zone
from handlers.report import behalf, finish, flow, texts
from handlers.report.asked import helping
from handlers.report.asked.shortcuts import shortcut, ways
from handlers.report.delivered import afterwards, paper_tasks
from handlers.report.plan import next_opening, owed
from handlers.tongue import Tongue
from handlers.turn import LEADERS, Turn
from handlers.waiting import OpenReport, open_reports
from storage.records import Report

FORM = Form(
    "report",
    flow.questions,
    flow.title,
    flow.may,
    finish.finish,
    shortcut=shortcut,
    ways=ways,
    heard=helping.heard,
    stands_in=behalf.files_for,
    whole=True,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose report in which programme; ``team`` names it in buttons where it is another's."""

    programme: ProgrammeFile
    party: str
    team: str = ""


def show(turn: Turn, _rest: str = "", about: str | None = None) -> None:
    """Open the report that waits; ask which, if several do. An organiser is asked for whom.

    ``about`` is the milestone whose report an organiser has chosen, where there are many.
    """
    place = _place(turn, about)
    if place is None:
        return
    programme = place.programme
    now_open = open_reports(programme, turn.now)
    waiting = [one for one in now_open if _delivered(turn, place, one.milestone.id) is None]
    if len(waiting) == 1:
        talk.begin(turn, FORM, place.party, waiting[0].milestone.id)
    elif waiting:
        _ask_which(turn, programme, waiting)
    elif now_open:
        _show_newest(turn, place, now_open[-1].milestone.id)
    else:
        turn.say(_nothing(turn.tongue, programme, turn.now))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: one report by its milestone, and what is done with a delivered one."""
    match arguments:
        case ["for", team, about]:
            _with(turn, team, "open", about)
        case ["teams", about]:
            show(turn, about=about)
        case [verb, about, team]:
            _with(turn, team, verb, about)
        case [verb, about]:
            _with(turn, "", verb, about)
        case [about]:
            _with(turn, "", "open", about)
        case _:
            show(turn)


def _with(turn: Turn, team: str, verb: str, about: str) -> None:
    """Do it with the report of the speaker's party, or of the team that a button names."""
    place = _place_of(turn, team) if team else _place(turn)
    if place is None:
        return
    report = _delivered(turn, place, about)
    if report is not None:
        _use(turn, place, report, verb)
    elif verb in ("open", "same") and owed(place.programme, about):
        _open(turn, place, about, as_last=verb == "same")
    else:
        show(turn)


def _use(turn: Turn, place: _Place, report: Report, verb: str) -> None:
    """What is done with a report that was delivered; one that is another's is read alone."""
    may_change = not report.stands or not afterwards.is_theirs(turn, report, place.team)
    match verb, report.stands:
        case "see", _:
            afterwards.show_answers(turn, place.programme, report, place.team)
        case "paper", _:
            paper_tasks.order(turn, place.programme, place.party, report.milestone)
        case "change", _ if may_change:
            talk.begin(turn, FORM, place.party, report.milestone)
        case "back", True if may_change:
            afterwards.ask_withdraw(turn, place.programme, report.milestone, place.team)
        case "undo", True if may_change:
            afterwards.withdraw(turn, place.programme, report, place.team)
        case "stand", True:
            t = turn.tongue
            turn.say(texts.stands(t, afterwards.title(t, place.programme, report.milestone)))
        case _:
            _show_delivered(turn, place, report)


def _place(turn: Turn, about: str | None = None) -> _Place | None:
    """The programme and the party that the speaker reports for; None once they are told why not."""
    programme, t = turn.programme, turn.tongue
    if programme is None:
        turn.say(texts.no_programme(t))
        return None
    if programme.report is None:
        turn.say(texts.no_reports(t, t.pick(programme.name)))
        return None
    member = turn.membership("participant")
    party = party_of(programme, member) if member else None
    if party is not None:
        return _Place(programme, party)
    if "organiser" in turn.roles and programme.team:
        behalf.offer_teams(turn, programme, about)
    else:
        turn.say(texts.for_leaders(t) if turn.roles & LEADERS else texts.no_team(t))
    return None


def _place_of(turn: Turn, team: str) -> _Place | None:
    """A team that an organiser files for; None once anybody else is told that it is not theirs."""
    programme = turn.programme
    party = behalf.chosen(programme, team) if programme else None
    if programme is None or party is None or "organiser" not in turn.roles:
        turn.say(texts.not_yours(turn.tongue))
        return None
    return _Place(programme, party, team)


def _delivered(turn: Turn, place: _Place, about: str) -> Report | None:
    return turn.unit.reports.of(place.programme.id, place.party, about)


def _open(turn: Turn, place: _Place, about: str, *, as_last: bool = False) -> None:
    """Open one report by its milestone: open, begun, or neither; all as last time if asked."""
    programme, party = place.programme, place.party
    is_open = about in {one.milestone.id for one in open_reports(programme, turn.now)}
    begun = turn.unit.drafts.of(programme.id, FORM.key, party, about)
    if is_open or begun:
        talk.begin(turn, FORM, party, about, shortcut=as_last)
    else:
        turn.say(texts.not_open(turn.tongue, afterwards.title(turn.tongue, programme, about)))
        show(turn)


def _ask_which(turn: Turn, programme: ProgrammeFile, waiting: Sequence[OpenReport]) -> None:
    t = turn.tongue
    named = [(t.pick(one.milestone.title), one) for one in waiting]
    dates = (_line(t, programme, title, one) for title, one in named)
    buttons = (Button(title, f"report:{one.milestone.id}") for title, one in named)
    turn.say(paragraphs(texts.which_one(t), lines(*dates)), column(*buttons))


def _line(t: Tongue, programme: ProgrammeFile, title: str, one: OpenReport) -> Html:
    if one.due is None:
        return texts.without_deadline(t, title)
    due = t.day(one.due.astimezone(zone(programme)).date(), year=True)
    return texts.overdue(t, title, due) if one.overdue else texts.due(t, title, due)


def _show_newest(turn: Turn, place: _Place, about: str) -> None:
    report = _delivered(turn, place, about)
    if report is not None:
        _show_delivered(turn, place, report)


def _show_delivered(turn: Turn, place: _Place, report: Report) -> None:
    t, about = turn.tongue, report.milestone
    title = afterwards.title(t, place.programme, about)
    if report.stands:
        theirs = afterwards.is_theirs(turn, report, place.team)
        said = lines(texts.is_delivered(t, title), afterwards.mark(turn, report))
        turn.say(said, afterwards.afterwards(t, about, place.team, theirs=theirs))
    else:
        buttons = afterwards.withdrawn_buttons(t, about, place.team)
        turn.say(texts.is_withdrawn(t, title), buttons)


def _nothing(t: Tongue, programme: ProgrammeFile, now: datetime) -> Html:
    coming = next_opening(programme, now)
    if coming is None:
        return texts.nothing_waits(t)
    milestone, opens = coming
    day = t.day(opens.astimezone(zone(programme)).date(), year=True)
    return texts.opens(t, t.pick(milestone.title), day)
