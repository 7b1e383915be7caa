"""The report is opened, or the one who asks is told kindly why there is none to open."""

from collections.abc import Sequence
from datetime import datetime

from handlers.flow import talk
from handlers.flow import texts as flow_texts
from handlers.flow.party import party_of
from handlers.flow.scene import Form
from handlers.markup import Button, Html, Keyboard, bold, column, lines, paragraphs, plain
from handlers.programme_file import ProgrammeFile, zone
from handlers.report import finish, flow, texts
from handlers.report.plan import next_opening, owed
from handlers.tongue import Tongue
from handlers.turn import LEADERS, Turn
from handlers.waiting import OpenReport, open_reports
from storage.records import Report

FORM = Form("report", flow.questions, flow.title, flow.may, finish.finish)


def show(turn: Turn, _rest: str = "") -> None:
    """Open the report that waits; ask which, if several do."""
    place = _place(turn)
    if place is None:
        return
    programme, party = place
    now_open = open_reports(programme, turn.now)
    waiting = [one for one in now_open if _delivered(turn, place, one.milestone.id) is None]
    if len(waiting) == 1:
        talk.begin(turn, FORM, party, waiting[0].milestone.id)
    elif waiting:
        _ask_which(turn, programme, waiting)
    elif now_open:
        _show_delivered(turn, place, now_open[-1].milestone.id)
    else:
        turn.say(_nothing(turn.tongue, programme, turn.now))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: one report by its milestone, its answers, or changing them."""
    place = _place(turn)
    if place is None:
        return
    match arguments:
        case [about] if owed(place[0], about):
            _open(turn, place, about)
        case ["see", about] if _delivered(turn, place, about):
            _show_answers(turn, place, about)
        case ["change", about] if _delivered(turn, place, about):
            talk.begin(turn, FORM, place[1], about)
        case _:
            show(turn)


def _place(turn: Turn) -> tuple[ProgrammeFile, str] | None:
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
        return programme, party
    turn.say(texts.for_leaders(t) if turn.roles & LEADERS else texts.no_team(t))
    return None


def _delivered(turn: Turn, place: tuple[ProgrammeFile, str], about: str) -> Report | None:
    programme, party = place
    return turn.unit.reports.of(programme.id, party, about)


def _open(turn: Turn, place: tuple[ProgrammeFile, str], about: str) -> None:
    """Open one report by its milestone: delivered, open, begun, or neither."""
    programme, party = place
    is_open = about in {one.milestone.id for one in open_reports(programme, turn.now)}
    begun = turn.unit.drafts.of(programme.id, FORM.key, party, about)
    if _delivered(turn, place, about):
        _show_delivered(turn, place, about)
    elif is_open or begun:
        talk.begin(turn, FORM, party, about)
    else:
        turn.say(texts.not_open(turn.tongue, _title(turn.tongue, programme, about)))
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


def _show_delivered(turn: Turn, place: tuple[ProgrammeFile, str], about: str) -> None:
    report, t = _delivered(turn, place, about), turn.tongue
    if report is not None:
        said = texts.is_delivered(t, _title(t, place[0], about))
        turn.say(lines(said, _mark(t, report)), finish.afterwards(t, about))


def _show_answers(turn: Turn, place: tuple[ProgrammeFile, str], about: str) -> None:
    report, t = _delivered(turn, place, about), turn.tongue
    if report is None:
        return
    answers = [lines(bold(a.wording), a.shown) for a in turn.unit.reports.answers(report)]
    head = lines(bold(texts.title(t, _title(t, place[0], about))), _mark(t, report))
    change: Keyboard = column(Button(plain(flow_texts.change(t)), f"report:change:{about}"))
    turn.say(paragraphs(head, *answers), change)


def _mark(t: Tongue, report: Report) -> Html:
    """What sets this report apart: late, and which version it is."""
    late = texts.late(t) if report.late else None
    return lines(late, texts.version(t, report.version) if report.version > 1 else None)


def _nothing(t: Tongue, programme: ProgrammeFile, now: datetime) -> Html:
    coming = next_opening(programme, now)
    if coming is None:
        return texts.nothing_waits(t)
    milestone, opens = coming
    day = t.day(opens.astimezone(zone(programme)).date(), year=True)
    return texts.opens(t, t.pick(milestone.title), day)


def _title(t: Tongue, programme: ProgrammeFile, about: str) -> str:
    milestone = owed(programme, about)
    return t.pick(milestone.title) if milestone else about
