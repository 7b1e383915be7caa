"""What can be done with a report that is delivered: seen, changed, taken as a file, withdrawn."""

from collections.abc import Collection

from handlers.flow import texts as flow_texts
from handlers.markup import Button, Html, Keyboard, bold, column, italic, lines, paragraphs, plain
from handlers.programme_file import ProgrammeFile
from handlers.report import texts
from handlers.report.attached import keep as attach
from handlers.report.delivered.rest import tell_the_rest
from handlers.report.plan import owed
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Report, ReportAnswer

_AS_LINES = {"measure", "aim"}


def afterwards(t: Tongue, about: str, team: str = "", *, theirs: bool = False) -> Keyboard:
    """The buttons under a delivered report; ``team`` is whose, in short, if not the reader's.

    ``theirs``: the team delivered it itself, so nobody else changes it.
    """
    return column(
        Button(plain(texts.see(t)), data("see", about, team)),
        *_uses(t, about, team, theirs=theirs),
    )


def withdrawn_buttons(t: Tongue, about: str, team: str = "") -> Keyboard:
    return column(
        Button(plain(texts.deliver_again(t)), data("change", about, team)),
        Button(plain(texts.see(t)), data("see", about, team)),
    )


def show_answers(turn: Turn, programme: ProgrammeFile, report: Report, team: str = "") -> None:
    """Every answer of the newest version, and what can be done about it."""
    t, about = turn.tongue, report.milestone
    answers = turn.unit.reports.answers(report)
    shared = {key for one in answers if one.sort == "share" for key in (one.value or "").split(",")}
    told = [_told(t, one, shared) for one in answers if one.sort != "share"]
    head = lines(bold(texts.title(t, title(t, programme, about))), mark(turn, report))
    theirs = is_theirs(turn, report, team)
    uses = _uses(t, about, team, theirs=theirs) if report.stands else ()
    files = attach.attached(turn, programme.id, report.party, about)
    turn.say(paragraphs(head, *told), column(*files, *uses))


def is_theirs(turn: Turn, report: Report, team: str) -> bool:
    """Whether a report is not the reader's to change: another's, delivered by themselves."""
    return bool(team) and not turn.unit.reports.versions(report.id)[-1].on_behalf


def ask_withdraw(turn: Turn, programme: ProgrammeFile, about: str, team: str = "") -> None:
    t = turn.tongue
    yes = Button(plain(texts.yes_withdraw(t)), data("undo", about, team))
    no = Button(plain(texts.no_withdraw(t)), data("stand", about, team))
    turn.say(texts.ask_withdraw(t, title(t, programme, about)), column(yes, no))


def withdraw(turn: Turn, programme: ProgrammeFile, report: Report, team: str = "") -> None:
    """Mark it, and tell the rest of the team; nothing of it is erased."""
    t, about = turn.tongue, report.milestone
    turn.unit.reports.withdraw(report.id, turn.event.said_at)
    turn.note("withdraw", about)
    text = texts.is_withdrawn(t, title(t, programme, about))
    turn.say(text, withdrawn_buttons(t, about, team))
    tell_the_rest(
        turn,
        programme,
        report.party,
        lambda theirs: texts.others_withdrawn(theirs, title(theirs, programme, about)),
    )


def mark(turn: Turn, report: Report) -> Html:
    """What sets this report apart: withdrawn, late, on the team's behalf, which version it is."""
    t = turn.tongue
    versions = turn.unit.reports.versions(report.id)
    return lines(
        None if report.stands else texts.mark_withdrawn(t),
        texts.late(t) if report.late else None,
        texts.filed_on_behalf(t) if versions[-1].on_behalf else None,
        texts.version(t, report.version) if report.version > 1 else None,
    )


def title(t: Tongue, programme: ProgrammeFile, about: str) -> str:
    milestone = owed(programme, about)
    return t.pick(milestone.title) if milestone else about


def data(verb: str, about: str, team: str) -> str:
    """What a button holds; with the longest id there is it fills the 64 bytes."""
    return ":".join(("report", verb, about, *([team] if team else [])))


def _uses(t: Tongue, about: str, team: str, *, theirs: bool) -> tuple[Button, ...]:
    as_file = Button(plain(texts.as_file(t)), data("paper", about, team))
    if theirs:
        return (as_file,)
    change = Button(plain(flow_texts.change(t)), data("change", about, team))
    return (change, as_file, Button(plain(texts.withdraw(t)), data("back", about, team)))


def _told(t: Tongue, answer: ReportAnswer, shared: Collection[str]) -> Html:
    mark = italic(texts.shared(t)) if answer.key in shared else None
    return lines(bold(answer.wording), answer.shown, mark)
