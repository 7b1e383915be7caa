"""A report as headings, facts, words and tables, in their order: what every kind of file shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handlers.markup import Html, plain
from handlers.papers import texts
from handlers.papers.values import PaperAim, PaperMeasure, ReportPaper, Said
from handlers.tongue import Tongue

# A cell with more than this goes on beneath the table: a row must fit on one page.
LONGEST_CELL, MOST_LINES = 400, 8
_SHORTENED = 160
# How wide a column is against the others.
_WIDTHS = (32, 17, 26, 16, 22)


@dataclass(frozen=True, slots=True)
class Title:
    """The file's title, once."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` is 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts with what each is called."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Running text; ``strong`` for what must not be overlooked."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; ``widths`` are the columns' shares."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


Block = Title | Heading | Facts | Words | Table


def blocks(paper: ReportPaper, t: Tongue) -> list[Block]:
    """The whole report; a part that says nothing is left out."""
    return [
        Title(title(paper, t)),
        *([Words(plain(texts.no_longer_stands(t)), strong=True)] if paper.withdrawn_at else []),
        Facts(tuple(fact for fact in _facts(paper, t) if fact[1])),
        *_work(paper.aims, t),
        *_said(texts.questions(t), paper.answers),
        *_said(texts.my_score(t) if paper.alone else texts.score(t), paper.score),
        *_said(texts.help_wanted(t), paper.help),
        *_listed(texts.shared(t), paper.shared),
        *_listed(texts.attachments(t), paper.attachments),
    ]


def title(paper: ReportPaper, t: Tongue) -> str:
    return plain(texts.report_before(t, paper.before))


def running_head(paper: ReportPaper, t: Tongue) -> str:
    """What stands on top of every page: programme, team, date."""
    return " · ".join(one for one in (paper.programme, paper.party, _day(paper, t)) if one)


def foot(paper: ReportPaper, t: Tongue) -> str:
    return plain(texts.fingerprint(t, paper.fingerprint))


def _day(paper: ReportPaper, t: Tongue) -> str:
    return texts.short_day(t, paper.dated.date())


def _facts(paper: ReportPaper, t: Tongue) -> Iterator[tuple[str, str]]:
    yield plain(texts.programme(t)), paper.programme
    yield plain(texts.participant(t) if paper.alone else texts.team(t)), paper.party
    yield plain(texts.municipality(t)), paper.municipality
    before = paper.before if paper.before == paper.title else f"{paper.before}: {paper.title}"
    yield plain(texts.before(t)), before
    yield plain(texts.due(t)), t.day(paper.due, year=True) if paper.due else ""
    yield plain(texts.delivered(t)), t.moment(paper.delivered_at, year=True)
    if paper.changed_at:
        yield plain(texts.changed(t)), plain(texts.version(t, paper.version, paper.changed_at))
    if paper.withdrawn_at:
        yield plain(texts.withdrawn(t)), t.moment(paper.withdrawn_at, year=True)
    yield plain(texts.remark(t)), ", ".join(_remarks(paper, t))


def _remarks(paper: ReportPaper, t: Tongue) -> Iterator[str]:
    if paper.late:
        yield plain(texts.late(t))
    if paper.on_behalf:
        yield plain(texts.on_my_behalf(t) if paper.alone else texts.on_behalf(t))


def _work(aims: tuple[PaperAim, ...], t: Tongue) -> Iterator[Block]:
    if aims:
        yield Heading(plain(texts.aims_and_measures(t)))
    for aim in aims:
        yield Heading(_aim(aim, t), 2)
        if aim.state:
            yield Words(plain(texts.attainment(t, aim.state)))
        yield from _measures(aim.measures, t)


def _aim(aim: PaperAim, t: Tongue) -> str:
    said = texts.of_no_aim(t) if aim.wording is None else texts.aim(t, aim.wording)
    return plain(said)


def _measures(measures: tuple[PaperMeasure, ...], t: Tongue) -> Iterator[Block]:
    """A table without the columns that are empty, then what was too long for a cell."""
    if not measures:
        return
    head = (
        texts.measure(t),
        texts.state(t),
        texts.note(t),
        texts.measure_due(t),
        texts.responsible(t),
    )
    rows = [_row(one, t) for one in measures]
    used = [place for place in range(len(head)) if place < 2 or any(row[place] for row in rows)]  # noqa: PLR2004 - wording and state always stand
    yield Table(
        tuple(plain(head[place]) for place in used),
        tuple(tuple(_short(row[place]) for place in used) for row in rows),
        tuple(_WIDTHS[place] for place in used),
    )
    for row in rows:
        yield from (Words(f"{_short(row[0])}: {cell}") for cell in row if _short(cell) != cell)


def _row(measure: PaperMeasure, t: Tongue) -> tuple[str, ...]:
    due = texts.short_day(t, measure.due) if measure.due else ""
    return measure.wording, measure.state, measure.note, due, measure.responsible


def _short(cell: str) -> str:
    """What stands in the cell: all of it, or its beginning where a row would outgrow a page."""
    if len(cell) <= LONGEST_CELL and cell.count("\n") < MOST_LINES:
        return cell
    return f"{' '.join(cell[:_SHORTENED].split())} …"


def _said(head: Html, answers: Iterable[Said]) -> Iterator[Block]:
    for place, one in enumerate(answers):
        if place == 0:
            yield Heading(plain(head))
        yield Heading(one.asked, 2)
        yield Words(one.answer)


def _listed(head: Html, items: Iterable[str]) -> Iterator[Block]:
    rows = [f"– {one}" for one in items]
    if rows:
        yield Heading(plain(head))
        yield Words("\n".join(rows))
