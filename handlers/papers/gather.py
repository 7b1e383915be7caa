"""Reads all that a delivered report says, as it was when it was said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from handlers.flow.party import name_of, person_party, team_party
from handlers.markup import plain, safe
from handlers.papers import texts
from handlers.papers.values import PaperAim, PaperMeasure, ReportPaper, Said
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    Team,
    milestone,
    report_due,
    samlinger,
    zone,
)
from handlers.progress.states import AIM_STATES, MEASURE_STATES
from handlers.progress.texts import aim_state, measure_state
from handlers.tongue import Tongue, tongue
from storage.records import Aim, Measure, Report, ReportAnswer, ReportVersion, Sort, WorkChange
from storage.unit import Unit

FORM = "report"
# No letters, and no XML takes them.
_UNFIT = re.compile("[\ufffe\uffff]")


def paper_language(programme: ProgrammeFile, party: str) -> str:
    """The language of a party's records: the team's, else the programme's."""
    team = _team(programme, party)
    return (team.language if team else None) or programme.language


def paper_of(unit: Unit, programme: ProgrammeFile, report: Report, t: Tongue) -> ReportPaper:
    """The newest version of a report as values, what is the house's own worded in ``t``.

    It names no person, but for a party that is one. Names and deadlines of the programme are
    today's; what was answered, and a measure's date and function, are those of the delivery.
    """
    said = _version(unit, report)
    answers = [_cleaned(one) for one in unit.reports.answers(report)]
    about = milestone(programme, report.milestone)
    deadline = report_due(programme, about) if about else None
    here, team = zone(programme), _team(programme, report.party)
    return ReportPaper(
        programme=clean(t.pick(programme.name)),
        party=clean(name_of(unit, programme, report.party, t)),
        alone=report.party.startswith(person_party("")),
        municipality=clean((team.municipality if team else None) or ""),
        before=clean(before(programme, about, t)) if about else report.milestone,
        title=clean(t.pick(about.title)) if about else report.milestone,
        due=deadline.astimezone(here).date() if deadline else None,
        delivered_at=report.delivered_at.astimezone(here),
        changed_at=said.said_at.astimezone(here) if report.version > 1 else None,
        version=report.version,
        late=report.late,
        on_behalf=said.on_behalf,
        withdrawn_at=report.withdrawn_at.astimezone(here) if report.withdrawn_at else None,
        aims=_aims(answers, _known(unit, report, said.said_at), t),
        answers=_said(answers, t, "question"),
        help=_said(answers, t, "help"),
        score=_said(answers, t, "evidence", "score"),
        shared=_shared(answers),
        attachments=_attachments(unit, report),
        language=t.language,
    )


def before(programme: ProgrammeFile, about: Milestone, t: Tongue) -> str:
    """What a report comes before, in short: «samling 3», or the title of what is no samling."""
    gatherings = samlinger(programme)
    if about in gatherings:
        return plain(texts.gathering(t, gatherings.index(about) + 1))
    return t.pick(about.title)


def clean(text: str) -> str:
    """A text as paper can hold it: no controls, nothing that turns its direction around."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub("", plain(safe(lines)))


def number_of(answer: ReportAnswer) -> int | None:
    """The number of the measure or the aim that an answer is about («-m3»)."""
    digits = answer.key[2:]
    return int(digits) if digits.isascii() and digits.isdigit() else None


def as_of(
    changes: Iterable[WorkChange], subject: Aim | Measure, what: str, at: datetime
) -> tuple[str | None] | None:
    """What one thing about a subject was at an instant, in a tuple; None: it never changed."""
    about = ((one, one.measure if isinstance(subject, Measure) else one.aim) for one in changes)
    mine = [one for one, whose in about if whose == subject.id and one.what == what]
    earlier = [one.now for one in mine if one.at <= at]
    if earlier:
        return (earlier[-1],)
    return (mine[0].was,) if mine else None


def _team(programme: ProgrammeFile, party: str) -> Team | None:
    return next((one for one in programme.team if team_party(programme.id, one.id) == party), None)


def _version(unit: Unit, report: Report) -> ReportVersion:
    """The delivery that stands: the newest."""
    return unit.reports.versions(report.id)[-1]


def _cleaned(answer: ReportAnswer) -> ReportAnswer:
    wording, shown = clean(answer.wording), clean(answer.shown)
    return ReportAnswer(answer.key, wording, answer.value, shown, answer.sort)


# Aims and measures

_Known = Mapping[int, tuple[date | None, str]]


def _known(unit: Unit, report: Report, at: datetime) -> _Known:
    """By a measure's number: its date and its function when the report was said."""
    changes = unit.measures.changes(report.programme, report.party)
    measures = unit.measures.measures(report.programme, report.party)
    return {one.number: (_due(changes, one, at), _function(changes, one, at)) for one in measures}


def _due(changes: Sequence[WorkChange], measure: Measure, at: datetime) -> date | None:
    told = as_of(changes, measure, "due", at)
    if told is None:
        return measure.due
    return date.fromisoformat(told[0]) if told[0] else None


def _function(changes: Sequence[WorkChange], measure: Measure, at: datetime) -> str:
    told = as_of(changes, measure, "responsible", at)
    return clean((measure.responsible if told is None else told[0]) or "")


def _aims(answers: Sequence[ReportAnswer], known: _Known, t: Tongue) -> tuple[PaperAim, ...]:
    """An aim's measures stand before it; what stands after the last aim belongs to none."""
    notes = {number_of(one): one.shown for one in answers if one.sort == "note" and one.value}
    aims: list[PaperAim] = []
    measures: list[PaperMeasure] = []
    for one in answers:
        if one.sort == "measure":
            measures.append(_measure(one, known, notes, t))
        elif one.sort == "aim":
            aims.append(PaperAim(one.wording, _aim_state(one, t), tuple(measures)))
            measures = []
    rest = (PaperAim(None, "", tuple(measures)),) if measures else ()
    return (*aims, *rest)


def _measure(
    answer: ReportAnswer, known: _Known, notes: Mapping[int | None, str], t: Tongue
) -> PaperMeasure:
    number = number_of(answer)
    due, function = known.get(number, (None, "")) if number is not None else (None, "")
    states: dict[str | None, str] = {s: plain(measure_state(t, s)) for s in MEASURE_STATES}
    state = states.get(answer.value, answer.shown)
    return PaperMeasure(answer.wording, state, notes.get(number, ""), due, function)


def _aim_state(answer: ReportAnswer, t: Tongue) -> str:
    states: dict[str | None, str] = {one: plain(aim_state(t, one)) for one in AIM_STATES}
    return states.get(answer.value, answer.shown)


# The rest


def _said(answers: Iterable[ReportAnswer], t: Tongue, *sorts: Sort) -> tuple[Said, ...]:
    empty = plain(texts.unanswered(t))
    return tuple(
        Said(one.wording, empty if one.value is None else one.shown)
        for one in answers
        if one.sort in sorts
    )


def _shared(answers: Sequence[ReportAnswer]) -> tuple[str, ...]:
    keys = shared_keys(answers)
    return tuple(one.wording for one in answers if one.key in keys)


def shared_keys(answers: Iterable[ReportAnswer]) -> frozenset[str]:
    """The keys of the answers that other teams may read."""
    values = (one.value for one in answers if one.sort == "share" and one.value)
    return frozenset(key for value in values for key in value.split(",")) - {"-", ""}


def _attachments(unit: Unit, report: Report) -> tuple[str, ...]:
    draft = unit.drafts.of(report.programme, FORM, report.party, report.milestone)
    return tuple(clean(one.name) for one in unit.files.attached(draft.id)) if draft else ()


def spoken_by(programme: ProgrammeFile, party: str) -> Tongue:
    """The one who speaks the language of a party's records."""
    return tongue(paper_language(programme, party))
