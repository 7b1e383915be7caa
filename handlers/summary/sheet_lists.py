"""The sheets that list: one row a measure, and one row an answer that may be shared."""

from handlers.markup import plain
from handlers.papers.book import Book
from handlers.progress.texts import measure_state
from handlers.summary import sheet_texts, texts
from handlers.summary.values import Summary, Work
from handlers.tongue import Tongue
from storage.records import MeasureState


def measures(t: Tongue, summary: Summary, book: Book) -> None:
    """A team's measures one under another; functions are named, and nobody by name."""
    if not summary.work:
        return
    page = book.sheet(plain(sheet_texts.measures(t)), [30, 30, 40, 14, 14, 50, 24, 20])
    head = (
        sheet_texts.name(t, individuals=False),
        sheet_texts.aim(t),
        sheet_texts.measure(t),
        sheet_texts.now(t),
        sheet_texts.was(t),
        sheet_texts.reason(t),
        sheet_texts.due(t),
        sheet_texts.responsible(t),
    )
    page.row([plain(one) for one in head], "head")
    for one in summary.work:
        page.row(_measure(t, one))
    page.frozen(1, 1)
    page.filtered(0, len(head))


def shared(t: Tongue, summary: Summary, book: Book) -> None:
    """What may be read aloud at the samling, and whose it is."""
    if not summary.shared:
        return
    page = book.sheet(plain(sheet_texts.shared(t)), [34, 40, 90])
    head = (
        sheet_texts.name(t, individuals=summary.individuals),
        sheet_texts.question(t),
        sheet_texts.answer(t),
    )
    page.row([plain(one) for one in head], "head")
    for one in summary.shared:
        page.row([plain(texts.who(t, one.name)), one.question, one.text])
    page.frozen(1, 0)
    page.filtered(0, len(head))


def _measure(t: Tongue, one: Work) -> list[str | int]:
    return [
        plain(texts.who(t, one.name)),
        one.aim or "",
        one.measure,
        _state(t, one.now),
        _state(t, one.before),
        one.note or "",
        t.day(one.due, year=True) if one.due else "",
        one.responsible or "",
    ]


def _state(t: Tongue, state: MeasureState | None) -> str:
    return plain(measure_state(t, state)) if state else ""
