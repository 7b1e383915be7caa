"""A summary as it reads on a phone: who needs us now, who has delivered, then what they wrote."""

from collections.abc import Sequence

from handlers.markup import Button, Html, Keyboard, bold, column, joined, lines, paragraphs, quote
from handlers.papers.excerpt import excerpt
from handlers.progress.score import spoken
from handlers.summary import texts
from handlers.summary.fold import FOLDED
from handlers.summary.values import (
    Cell,
    Change,
    Column,
    Gap,
    Plea,
    Reflected,
    Row,
    Shared,
    State,
    Summary,
    Words,
)
from handlers.tongue import Tongue

# A phone is no place for two thousand characters a question; the file has them all.
LONGEST_ANSWER = 160
LONGEST_PLEA = 400
MOST_REFLECTIONS = 12
MOST_MOVES = 6
MANY_TEAMS = 2
_STATES: tuple[State, ...] = ("delivered", "late", "begun", "withdrawn", "missing")


def pages(t: Tongue, summary: Summary) -> list[Html]:
    """The messages in order: the decision, the answers team by team, what more people said."""
    every = (
        _decision(t, summary),
        _answers(t, summary),
        _shared(t, summary),
        _reflections(t, summary),
    )
    return [page for page in every if page]


def buttons(t: Tongue, summary: Summary) -> Keyboard:
    """The file, and the other rounds there are to look at."""
    here = summary.round.milestone if summary.round else ""
    return column(
        Button(texts.excel(t), f"summary:sheet:{here}"),
        *(
            Button(texts.before(t, one.title), f"summary:of:{one.milestone}")
            for one in summary.others
        ),
    )


def _decision(t: Tongue, summary: Summary) -> Html:
    return paragraphs(
        _heading(t, summary),
        _pleas(t, summary) if summary.round else "",
        _delivered(t, summary) if summary.round else "",
        _changes(t, summary),
        lines(*(gap(t, one) for one in summary.gaps)),
        _taking_part(t, summary),
    )


def _heading(t: Tongue, summary: Summary) -> Html:
    about = summary.round
    return lines(
        texts.title(t, summary.name),
        texts.the_round(t, about.title, about.due) if about else texts.no_reports(t),
        texts.only_your_team(t) if summary.team else "",
    )


def _pleas(t: Tongue, summary: Summary) -> Html:
    told = [_plea(t, plea) for plea in summary.pleas] or [texts.nobody_asks(t)]
    return lines(texts.need_you_now(t), *told)


def _plea(t: Tongue, plea: Plea) -> Html:
    when = texts.asked(t, plea.before, plea.asked_on, plea.answered_on)
    name = joined(" ", ("•", texts.asks_for_help(t, plea.name, when)))
    if not plea.words:
        return name
    return lines(name, quote(texts.said_to(plea.question, excerpt(plea.words, LONGEST_PLEA))))


def _delivered(t: Tongue, summary: Summary) -> Html:
    told = texts.people_delivered if summary.individuals else texts.teams_delivered
    begun = texts.people_begun(t, summary.begun) if summary.individuals and summary.begun else ""
    by_state = {state: [r for r in summary.rows if r.state == state] for state in _STATES}
    return lines(
        texts.deliveries(t),
        joined(" ", (told(t, summary.delivered, summary.expected), begun)),
        *(
            texts.listed(t, state, [_name(t, row, summary) for row in rows])
            for state, rows in by_state.items()
            if rows
        ),
    )


def _name(t: Tongue, row: Row, summary: Summary) -> Html:
    name = texts.who(t, row.name)
    if not row.owes and not summary.individuals:
        return texts.withdrawn(t, name)
    if row.on_behalf:
        return texts.marked(name, texts.on_behalf(t))
    return name if row.telegram else texts.without_telegram(t, name)


def _changes(t: Tongue, summary: Summary) -> Html:
    told = [_change(t, change) for change in summary.changes]
    told += [joined(" ", ("•", line)) for line in measures_told(t, summary)[:MOST_MOVES]]
    return lines(texts.changed(t), *told) if told else Html("")


def measures_told(t: Tongue, summary: Summary) -> list[Html]:
    """What goes slowly in several teams, then what became of the measures since last time."""
    slow = [one.party for one in summary.work if one.now == "slow"]
    teams = len(set(slow))
    told = [texts.slow(t, len(slow), teams)] if teams >= MANY_TEAMS else []
    return [*told, *(texts.moved(t, move) for move in summary.moves)]


def gap(t: Tongue, one: Gap) -> Html:
    own, facilitator = (spoken(step, t) for step in (one.own, one.facilitator))
    return texts.seen_differently(t, texts.who(t, one.name), own, facilitator)


def _change(t: Tongue, change: Change) -> Html:
    name = joined(" ", ("•", bold(texts.who(t, change.name))))
    moved = texts.from_to(excerpt(change.was, LONGEST_ANSWER), excerpt(change.now, LONGEST_ANSWER))
    return joined(": ", (name, joined(" ", (change.question, moved))))


def _taking_part(t: Tongue, summary: Summary) -> Html:
    everyone = _counted(t, summary.members, summary.unreached)
    shown = [r for r in summary.rows if r.owes and r.telegram and not summary.individuals]
    teams = [
        joined(": ", (texts.who(t, row.name), _counted(t, row.members, row.unreached)))
        for row in shown
        if row.members
    ]
    empty = joined(" · ", (texts.who(t, row.name) for row in shown if not row.members))
    if empty:
        teams.append(texts.nobody_yet(t, empty))
    return lines(texts.taking_part(t), everyone, _folded(lines(*teams)) if teams else "")


def _counted(t: Tongue, members: int, unreached: int) -> Html:
    missed = texts.not_reached(t, unreached) if unreached else ""
    return joined(", ", (texts.members(t, members), missed))


def _answers(t: Tongue, summary: Summary) -> Html:
    told = [_row(t, summary, row) for row in summary.rows if row.delivered]
    if not told:
        return Html("")
    shown = [text for row in summary.rows for text in _short(summary.columns, row).values()]
    is_cut = any(line.endswith("…") for text in shown for line in text.splitlines())
    return paragraphs(texts.answers(t), *told, texts.shortened(t) if is_cut else "")


def _row(t: Tongue, summary: Summary, row: Row) -> Html:
    short = _short(summary.columns, row)
    asked = zip(summary.columns, row.cells, strict=True)
    given = [_cell(t, one.wording, cell, short[one.key]) for one, cell in asked if cell.shown]
    return lines(bold(texts.who(t, row.name)), _folded(lines(*given)) if given else "")


def _short(columns: Sequence[Column], row: Row) -> dict[str, str]:
    """A row's answers by key, each as short as a phone wants it; what is folded keeps its lines."""
    return {
        one.key: "\n".join(
            excerpt(line, LONGEST_ANSWER)
            for line in (cell.shown.splitlines() if one.key in FOLDED else [cell.shown])
        )
        for one, cell in zip(columns, row.cells, strict=False)
    }


def _cell(t: Tongue, question: str, cell: Cell, short: str) -> Html:
    earlier = texts.asked_as(t, cell.wording) if cell.wording else ""
    return joined(" ", (texts.said_to(question, short), earlier))


def _shared(t: Tongue, summary: Summary) -> Html:
    """The quotes that may be read aloud, party by party."""
    if not summary.shared:
        return Html("")
    parties = dict.fromkeys((one.party, one.name) for one in summary.shared)
    told = (
        lines(bold(texts.who(t, name)), *(_quote(o) for o in summary.shared if o.party == party))
        for party, name in parties
    )
    return paragraphs(texts.may_be_shared(t), *told)


def _quote(one: Shared) -> Html:
    return _folded(texts.said_to(one.question, excerpt(one.text, LONGEST_ANSWER)))


def _reflections(t: Tongue, summary: Summary) -> Html:
    """The last samling with what was said, those before it with their count alone."""
    if not summary.reflections:
        return Html("")
    *before, last = summary.reflections
    counted = [texts.reflected_on(t, one.title, one.answered) for one in reversed(before)]
    return paragraphs(texts.reflections(t), _reflected(t, last), lines(*counted))


def _reflected(t: Tongue, one: Reflected) -> Html:
    return lines(
        texts.reflected_on(t, one.title, one.answered),
        texts.hidden(t) if one.hidden else "",
        *(_words(t, words) for words in one.words),
    )


def _words(t: Tongue, words: Words) -> Html:
    some = words.texts[:MOST_REFLECTIONS]
    left = len(words.texts) - len(some)
    told = [joined(" ", ("•", excerpt(text, LONGEST_ANSWER))) for text in some]
    more = texts.more_in_the_file(t, left) if left else ""
    return texts.said_to(words.question, _folded(lines(*told, more)))


def _folded(text: Html) -> Html:
    """A quote that Telegram folds together until it is tapped; other doors show it whole."""
    return Html(quote(text).replace("<blockquote>", "<blockquote expandable>", 1))
