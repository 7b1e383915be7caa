"""The parts of an overview: who asks, the measures, what changed, who takes part, what was said."""

from collections import Counter
from collections.abc import Iterator, Sequence

from handlers.markup import joined, plain
from handlers.progress.score import spoken
from handlers.progress.states import MEASURE_STATES
from handlers.progress.texts import measure_state
from handlers.summary import overview_texts as own
from handlers.summary import texts
from handlers.summary.overview_matrix import version_of
from handlers.summary.overview_values import Ask, News, Place, Quoted, Said, Step, TeamWork
from handlers.summary.values import Change, Gap, Plea, Reflected, Summary, Work
from handlers.summary.view import measures_told
from handlers.tongue import Tongue


def ask(t: Tongue, summary: Summary, plea: Plea) -> Ask:
    """A plea, and since when it stands."""
    answered = plea.answered_on
    status = own.answered(t, answered) if answered else own.waits(t)
    return Ask(
        party=plea.party,
        version=version_of(plea),
        name=plain(texts.who(t, plea.name)),
        question=plea.question if plea.words else "",
        words=plea.words or plain(own.called(t) if plea.asked_on else own.no_words(t)),
        own_words=bool(plea.words),
        since=_since(t, summary, plea),
        answered=answered is not None,
        status=plain(status),
    )


def _since(t: Tongue, summary: Summary, plea: Plea) -> str:
    """The day of the call, the earlier round, or the day of this round's report."""
    if plea.before is not None:
        return plain(own.in_report(t, plea.before))
    delivered = next((r.delivered_on for r in summary.rows if r.party == plea.party), None)
    day = plea.asked_on or delivered
    return plain(own.since(t, day)) if day else ""


def work(t: Tongue, summary: Summary) -> tuple[TeamWork, ...]:
    """Team by team, as the summary has them; nothing of a team without measures."""
    parties = dict.fromkeys((one.party, one.name) for one in summary.work)
    return tuple(
        _team_work(t, party, plain(texts.who(t, name)), _of(summary, party))
        for party, name in parties
    )


def _of(summary: Summary, party: str) -> list[Work]:
    return [one for one in summary.work if one.party == party]


def _team_work(t: Tongue, party: str, name: str, mine: Sequence[Work]) -> TeamWork:
    counted = Counter(one.now for one in mine)
    counts = [
        f"{t.number(counted[state])} {plain(measure_state(t, state))}"
        for state in MEASURE_STATES
        if counted[state]
    ]
    if counted[None]:
        counts.append(f"{t.number(counted[None])} {plain(own.no_state(t))}")
    return TeamWork(party, name, " · ".join(counts), tuple(_step(t, one) for one in mine))


def _step(t: Tongue, one: Work) -> Step:
    now = measure_state(t, one.now) if one.now else own.no_state(t)
    if one.before and one.now and one.before != one.now:
        now = own.was(t, now, measure_state(t, one.before))
    known = (
        plain(own.by_when(t, one.due)) if one.due else "",
        one.responsible or "",
        one.note or "",
    )
    told = " · ".join(word for word in known if word)
    return Step(one.measure, one.aim or "", plain(now), one.now or "", told)


def news(t: Tongue, summary: Summary) -> tuple[News, ...]:
    """What became of the measures, then team by team what they answer otherwise."""
    return (
        *(News("", "", plain(line)) for line in measures_told(t, summary)),
        *(_change(t, one) for one in summary.changes),
        *(_gap(t, one) for one in summary.gaps),
    )


def _change(t: Tongue, one: Change) -> News:
    told = own.from_to(t, one.was, one.now)
    return News(plain(texts.who(t, one.name)), one.question, plain(told))


def _gap(t: Tongue, one: Gap) -> News:
    told = own.seen_differently(t, spoken(one.own, t), spoken(one.facilitator, t))
    return News(plain(texts.who(t, one.name)), "", plain(told))


def places(t: Tongue, summary: Summary) -> tuple[Place, ...]:
    """How many take part, by team; nothing where people take part alone."""
    if summary.individuals:
        return ()
    return tuple(
        Place(
            row.party,
            plain(texts.who(t, row.name)),
            plain(texts.members(t, row.members)),
            plain(texts.not_reached(t, row.unreached)) if row.unreached else "",
        )
        for row in summary.rows
        if row.owes and row.members
    )


def empty(t: Tongue, summary: Summary) -> str:
    """The teams that nobody has joined yet, in one sentence."""
    if summary.individuals:
        return ""
    waiting = (row for row in summary.rows if row.owes and row.telegram and not row.members)
    names = joined(" · ", (texts.who(t, row.name) for row in waiting))
    return plain(texts.nobody_yet(t, names)) if names else ""


def reflections(last: Reflected | None) -> tuple[Said, ...]:
    """What was said after the last samling."""
    return tuple(Said(one.question, one.texts) for one in last.words) if last else ()


def quotes(t: Tongue, summary: Summary) -> tuple[Quoted, ...]:
    """What may be shared, party by party."""
    parties = dict.fromkeys((one.party, one.name) for one in summary.shared)
    return tuple(
        Quoted(plain(texts.who(t, name)), tuple(_quotes(summary, party))) for party, name in parties
    )


def _quotes(summary: Summary, party: str) -> Iterator[Said]:
    for one in summary.shared:
        if one.party == party:
            yield Said(one.question, (one.text,))
