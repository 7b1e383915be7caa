"""What a party gets back for its report: its own progress, all together, and what is shared.

Nothing of it is a ranking. Another party's name stands only by what that party lets others read.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, zip_longest

from handlers.flow.party import name_of, owing, person_party
from handlers.markup import Html, bold, joined, lines, paragraphs, plain, quote, safe
from handlers.papers import texts
from handlers.papers.gather import as_of, clean, number_of, shared_keys, spoken_by
from handlers.papers.values import Back, Counts, Moved, Shared
from handlers.programme_file import ProgrammeFile, is_for_individuals, milestone
from handlers.progress.last import last_report
from handlers.progress.states import MEASURE_STATES
from handlers.progress.texts import measure_state
from handlers.tongue import Tongue
from storage.records import Aim, Measure, MeasureState, Report, ReportAnswer, Sort
from storage.unit import Unit

LEAST_TOGETHER = 3
"""So many parties are counted together: of two, each could tell the other's from its own."""
MOST_SHARED = 3
_LONGEST = 280
States = Mapping[int, MeasureState]


def gather_back(
    unit: Unit, programme: ProgrammeFile, party: str, about: str, t: Tongue | None = None
) -> Back:
    """All that the party gets back for its report before the milestone ``about``, as it is now."""
    t = t or spoken_by(programme, party)
    here, before = unit.reports.of(programme.id, party, about), milestone(programme, about)
    last = last_report(unit, programme, party, about)
    rows = unit.measures.measures(programme.id, party)
    states, then = _now(unit, rows, here), _then(unit, rows, last)
    delivered = _delivered(unit, programme, about)
    return Back(
        party=_team_name(unit, programme, party, t),
        title=clean(t.pick(before.title)) if before else about,
        measures=_moved(rows, states, then),
        last=counted(then.values()) if last else None,
        now=counted(states.values()),
        finished=_finished(rows, states, then),
        reached=_reached(unit, programme, party, last),
        delivered=len(delivered),
        expected=len(owing(unit, programme)),
        individuals=is_for_individuals(programme),
        network=together(_now(unit, _measures(unit, one), one) for one in delivered),
        shared=_shared(unit, programme, [one for one in delivered if one.party != party], party, t),
    )


def counted(states: Iterable[MeasureState]) -> Counts:
    """How many stand so, in the order of the states."""
    found = Counter(states)
    return tuple((state, found[state]) for state in MEASURE_STATES if found[state])


def together(each: Iterable[States]) -> Counts | None:
    """Every party's measures counted as one; None while one party could be read out of it."""
    some = [states for states in each if states]
    if len(some) < LEAST_TOGETHER:
        return None
    return counted(chain.from_iterable(states.values() for states in some))


# Where it stands, and stood


def _now(unit: Unit, rows: Sequence[Measure], report: Report | None) -> States:
    """By number: what the report says of a measure, else how it stands."""
    known = {one.number: one.state for one in rows if one.state is not None}
    return known | _told(unit, report)


def _then(unit: Unit, rows: Sequence[Measure], last: Report | None) -> States:
    """The same at the last report; a measure that nothing was told of by then is left out."""
    if last is None:
        return {}
    at = unit.reports.versions(last.id)[-1].said_at
    changes = unit.measures.changes(last.programme, last.party)
    known: dict[int, MeasureState] = {}
    for one in rows:
        was = as_of(changes, one, "state", at)
        state = _state(one.state if was is None else was[0])
        if state is not None:
            known[one.number] = state
    return known | _told(unit, last)


def _told(unit: Unit, report: Report | None) -> dict[int, MeasureState]:
    answers = unit.reports.answers(report) if report is not None and report.stands else []
    measures = ((number_of(one), _state(one.value)) for one in answers if one.sort == "measure")
    return {number: state for number, state in measures if number is not None and state}


def _state(value: str | None) -> MeasureState | None:
    return next((state for state in MEASURE_STATES if state == value), None)


def _moved(rows: Sequence[Measure], states: States, then: States) -> tuple[Moved, ...]:
    return tuple(
        Moved(clean(one.wording), then.get(one.number), states[one.number])
        for one in rows
        if one.number in states
    )


def _finished(rows: Sequence[Measure], states: States, then: States) -> tuple[str, ...]:
    new = [one for one in rows if states.get(one.number) == "done"]
    return tuple(clean(one.wording) for one in new if then.get(one.number) != "done")


def _reached(
    unit: Unit, programme: ProgrammeFile, party: str, last: Report | None
) -> tuple[str, ...]:
    aims = unit.measures.aims(programme.id, party)
    new = [one for one in aims if one.state == "reached" and not _was_reached(unit, one, last)]
    return tuple(clean(one.wording) for one in new)


def _was_reached(unit: Unit, aim: Aim, last: Report | None) -> bool:
    if last is None:
        return False
    at = unit.reports.versions(last.id)[-1].said_at
    was = as_of(unit.measures.history(aim), aim, "state", at)
    told = [one for one in unit.reports.answers(last) if one.key == f"-a{aim.number}"]
    states = {was[0] if was else aim.state, *(one.value for one in told)}
    return "reached" in states


# The others


def _delivered(unit: Unit, programme: ProgrammeFile, about: str) -> list[Report]:
    expected = owing(unit, programme)
    reports = unit.reports.before(programme.id, about)
    return [one for one in reports if one.stands and one.party in expected]


def _measures(unit: Unit, report: Report) -> list[Measure]:
    return unit.measures.measures(report.programme, report.party)


def _shared(
    unit: Unit, programme: ProgrammeFile, others: Sequence[Report], reader: str, t: Tongue
) -> tuple[Shared, ...]:
    """A few answers that others let be read: one of each party first, and not the same for all."""
    given = [
        [_quoted(unit, programme, one, answer, t) for answer in _open(unit, one)]
        for one in sorted(others, key=lambda one: _mixed(reader, one))
    ]
    in_turn = chain.from_iterable(zip_longest(*given))
    return tuple(one for one in in_turn if one is not None)[:MOST_SHARED]


def _open(unit: Unit, report: Report) -> list[ReportAnswer]:
    answers = unit.reports.answers(report)
    allowed, kinds = shared_keys(answers), _QUOTABLE
    return [one for one in answers if one.key in allowed and one.value and one.sort in kinds]


_QUOTABLE: frozenset[Sort] = frozenset({"question", "note", "help"})


def _quoted(
    unit: Unit, programme: ProgrammeFile, report: Report, answer: ReportAnswer, t: Tongue
) -> Shared:
    team = _team_name(unit, programme, report.party, t)
    return Shared(team, clean(answer.wording), _shortened(clean(answer.shown)))


def _team_name(unit: Unit, programme: ProgrammeFile, party: str, t: Tongue) -> str:
    """Empty for one person."""
    alone = party.startswith(person_party(""))
    return "" if alone else clean(name_of(unit, programme, party, t))


def _mixed(reader: str, report: Report) -> str:
    """An order that says nothing about anybody, and stays the same for the same reader."""
    return hashlib.sha256(f"{reader}|{report.party}|{report.milestone}".encode()).hexdigest()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


# In words


def text_of(t: Tongue, back: Back) -> Html:
    """All that the picture shows, and what is shared, in words."""
    head = texts.since_last(t) if back.last is not None else texts.where_you_stand(t)
    said = texts.people_delivered if back.individuals else texts.teams_delivered
    return paragraphs(
        bold(head),
        lines(
            _bar(t, texts.last_time(t), back.last) if back.last else None,
            _bar(t, texts.now(t), back.now) if back.now else None,
        ),
        _list(_finished_head(t, back), back.finished),
        _list(texts.also_changed(t), _changes(t, back)),
        _list(texts.reached(t), back.reached),
        lines(
            said(t, back.delivered, back.expected),
            _bar(t, texts.network(t), back.network) if back.network else None,
        ),
        *_quotes(t, back),
    )


def _bar(t: Tongue, name: Html, counts: Counts) -> Html:
    parts = [f"{t.number(n)} {plain(measure_state(t, state))}" for state, n in counts]
    return lines(texts.bar(t, name, t.listed(parts)))


def _finished_head(t: Tongue, back: Back) -> Html:
    return texts.finished_first(t) if back.last is None else texts.finished(t)


def _changes(t: Tongue, back: Back) -> list[Html]:
    """What else stands otherwise than last time."""
    moved = [one for one in back.measures if one.last not in (None, one.now) and one.now != "done"]
    return [_change(t, one.wording, one.last, one.now) for one in moved if one.last is not None]


def _change(t: Tongue, wording: str, last: MeasureState, now: MeasureState) -> Html:
    return texts.changed_state(t, wording, measure_state(t, last), measure_state(t, now))


def _list(head: Html, items: Sequence[object]) -> Html:
    return lines(head, *(joined(" ", ("•", one)) for one in items)) if items else Html("")


def _quotes(t: Tongue, back: Back) -> list[Html]:
    if not back.shared:
        return []
    said = (
        lines(joined(": ", (one.team or texts.somebody(t), safe(one.asked))), quote(one.words))
        for one in back.shared
    )
    return [bold(texts.shared_by_others(t)), *said]
