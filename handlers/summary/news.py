"""What asks for a decision: who wants help, and what changed since the report before."""

from collections.abc import Iterable, Iterator, Sequence

from handlers.flow.readers import YES
from handlers.programme_file import ProgrammeFile, help_keys, is_for_individuals
from handlers.summary import rounds
from handlers.summary.material import Delivered, Material
from handlers.summary.values import Change, Column, Plea, Row
from handlers.tongue import tongue
from storage.records import ReportAnswer

_COMPARED = ("choice", "scale")


def pleas(material: Material, rows: Iterable[Row]) -> tuple[Plea, ...]:
    """Who asks for help: in this round, or in the one before and not heard of since.

    Of people who take part alone only this round counts: an older plea would tell that they
    have not delivered since.
    """
    return tuple(plea for row in rows if row.owes for plea in _pleas_of(material, row))


def _pleas_of(material: Material, row: Row) -> Iterator[Plea]:
    one = _latest(material, row)
    if one is None or material.before is None:
        return
    is_old = one.report.milestone != material.before.id
    title = _title(material.programme, one.report.milestone) if is_old else None
    keys = help_keys(material.programme)
    for place, answer in enumerate(one.answers):
        if answer.key in keys and answer.value == YES:
            reason = _reason(material.programme, one.answers, place)
            question, words = (reason.wording, reason.shown) if reason else (answer.wording, "")
            yield Plea(row.party, row.name, question, words, title)


def _latest(material: Material, row: Row) -> Delivered | None:
    """The party's report of this round, else a team's of the round before."""
    if material.before is None:
        return None
    alone = is_for_individuals(material.programme)
    older = [] if alone else rounds.earlier(material.programme, material.before)[:1]
    return _first(material, row.party, [material.before.id, *older])


def _first(material: Material, party: str, milestones: Sequence[str]) -> Delivered | None:
    mine = {o.report.milestone: o for o in material.reports if o.report.party == party}
    return next((mine[milestone] for milestone in milestones if milestone in mine), None)


def _title(programme: ProgrammeFile, milestone: str) -> str:
    titles = {one.id: one.title for one in programme.milestone}
    return tongue(programme.language).pick(titles[milestone])


def _reason(
    programme: ProgrammeFile, answers: Sequence[ReportAnswer], place: int
) -> ReportAnswer | None:
    """Their own words nearest to the asking: what came right after it, else the last before."""
    kinds = _kinds(programme)
    near = [*answers[place + 1 : place + 2], *reversed(answers[:place])]
    free = (one for one in near if one.value and kinds.get(one.key, "text") == "text")
    return next(free, None)


def _kinds(programme: ProgrammeFile) -> dict[str, str]:
    """The kind of each question; one that stands in the file no more is read as a text."""
    return {one.key: one.kind for one in programme.report.question} if programme.report else {}


def changes(
    material: Material, rows: Iterable[Row], columns: Sequence[Column]
) -> tuple[Change, ...]:
    """Choices and scales that differ from the party's report before this one."""
    if material.before is None:
        return ()
    kinds = _kinds(material.programme)
    compared = [column for column in columns if kinds.get(column.key) in _COMPARED]
    older = rounds.earlier(material.programme, material.before)
    return tuple(
        change
        for row in rows
        for change in _changed(
            row,
            compared,
            _first(material, row.party, [material.before.id]),
            _first(material, row.party, older),
        )
    )


def _changed(
    row: Row, columns: Sequence[Column], now: Delivered | None, before: Delivered | None
) -> Iterator[Change]:
    if now is None or before is None:
        return
    new, old = ({a.key: a for a in one.answers if a.value} for one in (now, before))
    for column in columns:
        was, is_ = old.get(column.key), new.get(column.key)
        if was and is_ and was.value != is_.value:
            yield Change(row.party, row.name, column.wording, was.shown, is_.shown)
