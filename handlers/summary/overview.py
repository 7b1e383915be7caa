"""The organiser's overview: what needs a decision first, then what it rests on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import repeat
from zoneinfo import ZoneInfo

from handlers.markup import plain
from handlers.programme_file import Milestone, ProgrammeFile
from handlers.summary import overview_parts as parts
from handlers.summary import overview_texts as own
from handlers.summary import texts
from handlers.summary.gather import summarise
from handlers.summary.material import Sight
from handlers.summary.overview_matrix import headings, lines, version_of
from handlers.summary.overview_values import Choice, Overview
from handlers.summary.values import State, Summary
from handlers.tongue import Tongue
from storage.unit import Unit

_IN_ORDER: tuple[State, ...] = ("delivered", "late", "begun", "withdrawn", "missing")


def overview(  # noqa: PLR0913 - of what, when, for whom, in which language
    unit: Unit,
    programme: ProgrammeFile,
    now: datetime,
    sight: Sight,
    t: Tongue,
    before: Milestone | None = None,
) -> Overview:
    """Read where a programme stands, as far as ``sight`` goes, in the reader's language.

    ``before`` is the milestone whose round is shown; None: the current one.
    """
    return shown(t, summarise(unit, programme, now, before, sight), programme.language)


def shown(t: Tongue, summary: Summary, spoken: str) -> Overview:
    """Put a summary into words; ``spoken`` is the language of what people wrote themselves."""
    about, last = summary.round, summary.reflections[-1] if summary.reflections else None
    local = summary.generated.astimezone(ZoneInfo(summary.timezone))
    left = (about.due - local.date()).days if about and about.due else 0
    due = own.due(t, about.due, left) if about and about.due else own.no_deadline(t)
    found = Overview(
        language=t.language,
        spoken=spoken,
        version="",
        programme=summary.programme,
        name=summary.name,
        made=plain(own.as_of(t, local)),
        scope=plain(texts.only_your_team(t)) if summary.team else "",
        asks=tuple(parts.ask(t, summary, plea) for plea in summary.pleas),
        nobody_asks=plain(texts.nobody_asks(t)) if about and not summary.pleas else "",
        round=about.milestone if about else "",
        title=plain(own.report_before(t, about.title) if about else texts.no_reports(t)),
        due=plain(due) if about else "",
        delivered=plain(own.of_delivered(t, summary.delivered, summary.expected)) if about else "",
        also=" · ".join(_also(t, summary)) if about else "",
        dots=tuple(_dots(summary)) if about else (),
        rounds=_rounds(summary),
        columns=headings(summary),
        lines=lines(t, summary) if about else (),
        individuals=summary.individuals,
        work=parts.work(t, summary),
        news=parts.news(t, summary),
        members=plain(texts.members(t, summary.members)),
        missed=plain(texts.not_reached(t, summary.unreached)) if summary.unreached else "",
        places=parts.places(t, summary),
        empty=parts.empty(t, summary),
        reflected=plain(own.reflected_on(t, last.title, last.answered)) if last else "",
        hidden=plain(texts.hidden(t)) if last and last.hidden else "",
        reflections=parts.reflections(last),
        earlier=tuple(
            plain(own.reflected_on(t, one.title, one.answered))
            for one in reversed(summary.reflections[:-1])
        ),
        shared=parts.quotes(t, summary),
    )
    return replace(found, version=version_of(replace(found, made="")))


def _also(t: Tongue, summary: Summary) -> Iterator[str]:
    late = sum(row.owes and row.state == "late" for row in summary.rows)
    if late:
        yield plain(own.after_the_deadline(t, late))
    if summary.begun:
        yield plain(own.have_begun(t, summary.begun))


def _dots(summary: Summary) -> Iterator[State]:
    """A state for each who owes, in an order that names nobody."""
    owing = [row.state for row in summary.rows if row.owes]
    for state in _IN_ORDER:
        yield from (one for one in owing if one == state)
    # People who take part alone have no row until they have delivered.
    unseen = summary.expected - len(owing)
    begun = summary.begun - sum(state == "begun" for state in owing)
    yield from repeat("begun", begun)
    yield from repeat("missing", unseen - begun)


def _rounds(summary: Summary) -> tuple[Choice, ...]:
    """All rounds there are to choose among, if there is a choice."""
    if summary.round is None or not summary.others:
        return ()
    every = sorted([summary.round, *summary.others], key=lambda one: one.due or date.max)
    return tuple(Choice(one.milestone, one.title, one is summary.round) for one in every)
