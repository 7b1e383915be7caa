"""A summary as an Excel file: the overview, the matrix of team by question, then the rest."""

from zoneinfo import ZoneInfo

from handlers.markup import Html, plain
from handlers.papers.book import Book, Sheet
from handlers.summary import sheet_texts, texts
from handlers.summary.sheet_lists import measures, shared
from handlers.summary.values import Cell, Plea, Row, Summary
from handlers.summary.view import gap, measures_told
from handlers.tongue import Tongue

NARROWEST, WIDEST = 16, 40  # characters


def workbook(t: Tongue, summary: Summary) -> bytes:
    """The file's bytes; the same summary in the same language gives the same."""
    book = Book(t, plain(texts.title(t, summary.name)), summary.generated)
    _overview(t, summary, book)
    if summary.round is not None:
        _matrix(t, summary, book)
        measures(t, summary, book)
        shared(t, summary, book)
    if summary.team is None:
        _reflections(t, summary, book)
    return book.closed()


def _overview(t: Tongue, summary: Summary, book: Book) -> None:
    page = book.sheet(plain(sheet_texts.overview(t)), [34, 18, 26, 26, 48, 14, 14])
    page.row([summary.name], "title")
    for line in _lines(t, summary):
        page.row([plain(line)], "line")
    page.gap()
    if summary.round is not None:
        _standing(t, summary, page)
        _changes(t, summary, page)


def _lines(t: Tongue, summary: Summary) -> list[Html]:
    about = summary.round
    made = summary.generated.astimezone(ZoneInfo(summary.timezone))
    told = texts.people_delivered if summary.individuals else texts.teams_delivered
    return [
        texts.the_round(t, about.title, about.due) if about else texts.no_reports(t),
        *([told(t, summary.delivered, summary.expected)] if about else []),
        texts.members(t, summary.members),
        *([texts.not_reached(t, summary.unreached)] if summary.unreached else []),
        *([texts.only_your_team(t)] if summary.team else []),
        sheet_texts.made(t, made),
    ]


def _standing(t: Tongue, summary: Summary, page: Sheet) -> None:
    """One row a party; where people take part alone, without what only a team has."""
    head = [
        sheet_texts.name(t, individuals=summary.individuals),
        sheet_texts.municipality(t),
        sheet_texts.status(t),
        sheet_texts.delivered_on(t),
        sheet_texts.asks_for_help(t),
        sheet_texts.members(t),
        sheet_texts.not_reached(t),
    ]
    first = page.height
    page.row([plain(one) for one in head], "head")
    for row in summary.rows:
        page.row(_stands(t, summary, row))
    page.filtered(first, len(head))


def _stands(t: Tongue, summary: Summary, row: Row) -> list[str | int]:
    delivered = t.day(row.delivered_on, year=True) if row.delivered_on else ""
    asks = "\n".join(_asks(t, plea) for plea in summary.pleas if plea.party == row.party)
    counted: list[str | int] = ["", ""] if summary.individuals else [row.members, row.unreached]
    status = _status(t, row)
    return [_name(t, summary, row), row.municipality or "", status, delivered, asks, *counted]


def _status(t: Tongue, row: Row) -> str:
    state = texts.in_state(t, row.state)
    if not row.on_behalf:
        return plain(state)
    on_behalf = texts.on_behalf(t)
    return plain(on_behalf if row.state == "delivered" else texts.marked(state, on_behalf))


def _name(t: Tongue, summary: Summary, row: Row) -> str:
    name = texts.who(t, row.name)
    if not row.owes and not summary.individuals:
        return plain(texts.withdrawn(t, name))
    return plain(name if row.telegram else texts.without_telegram(t, name))


def _asks(t: Tongue, plea: Plea) -> str:
    asked = f"{plea.question} {plea.words}" if plea.words else plain(sheet_texts.yes(t))
    when = plain(texts.asked(t, plea.before, plea.asked_on, plea.answered_on))
    return f"{asked} {when}".strip()


def _changes(t: Tongue, summary: Summary, page: Sheet) -> None:
    """What became of answers and measures since last time, and who sees it differently."""
    told = [*measures_told(t, summary), *(gap(t, one) for one in summary.gaps)]
    if told or summary.changes:
        page.gap()
        page.row([plain(texts.changed(t))], "heading")
    for line in told:
        page.row([plain(line)], "line")
    if summary.changes:
        _changed_answers(t, summary, page)


def _changed_answers(t: Tongue, summary: Summary, page: Sheet) -> None:
    head = (
        sheet_texts.name(t, individuals=summary.individuals),
        sheet_texts.question(t),
        sheet_texts.was(t),
        sheet_texts.now(t),
    )
    page.row([plain(one) for one in head], "head")
    for one in summary.changes:
        page.row([plain(texts.who(t, one.name)), one.question, one.was, one.now])


def _matrix(t: Tongue, summary: Summary, book: Book) -> None:
    answers = [_longest(summary, place) for place in range(len(summary.columns))]
    widths = [30, 14, 14, *(min(WIDEST, max(NARROWEST, length)) for length in answers)]
    page = book.sheet(plain(sheet_texts.matrix(t)), widths)
    head = (
        sheet_texts.name(t, individuals=summary.individuals),
        sheet_texts.municipality(t),
        sheet_texts.status(t),
    )
    questions = (column.wording for column in summary.columns)
    page.row([*(plain(one) for one in head), *questions], "head")
    for row in summary.rows:
        status = _status(t, row)
        cells = [_cell(t, cell) for cell in row.cells] or [""] * len(summary.columns)
        page.row([_name(t, summary, row), row.municipality or "", status, *cells])
    page.frozen(1, 1)
    page.filtered(0, len(widths))


def _cell(t: Tongue, cell: Cell) -> str:
    if cell.wording is None:
        return cell.shown
    return f"{cell.shown}\n{plain(texts.asked_as(t, cell.wording))}"


def _longest(summary: Summary, place: int) -> int:
    """How many characters the longest answer in a column has: «Ja» needs no room for a story."""
    return max((len(row.cells[place].shown) for row in summary.rows if row.cells), default=0)


def _reflections(t: Tongue, summary: Summary, book: Book) -> None:
    page = book.sheet(plain(sheet_texts.reflections(t)), [34, 40, 90])
    head = (sheet_texts.samling(t), sheet_texts.question(t), sheet_texts.answer(t))
    page.row([plain(one) for one in head], "head")
    for one in summary.reflections:
        if one.hidden:
            page.row([one.title, "", plain(texts.hidden(t))])
        for words in one.words:
            for text in words.texts:
                page.row([one.title, words.question, text])
    page.frozen(1, 0)
    page.filtered(0, len(head))
