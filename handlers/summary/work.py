"""The measures of each team, where a facilitator sees it otherwise, and what may be shared."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from handlers.programme_file import is_for_individuals
from handlers.summary import fold, rounds
from handlers.summary.fold import Told
from handlers.summary.material import Material
from handlers.summary.values import Gap, Row, Shared, Work
from storage.records import Measure, MeasureState

APART = Decimal("1.0")


def work(material: Material, rows: Iterable[Row]) -> tuple[Work, ...]:
    """Every measure of the round, team by team.

    Where people take part alone there is none: it would be a register of what each of them does.
    """
    if material.before is None or is_for_individuals(material.programme):
        return ()
    return tuple(one for row in rows for one in _of(material, row))


def gaps(material: Material, rows: Iterable[Row]) -> tuple[Gap, ...]:
    """Where a team's own score and its facilitator's are far apart, once the team has seen it."""
    if material.before is None or is_for_individuals(material.programme):
        return ()
    return tuple(
        Gap(row.party, row.name, own, seen)
        for row in rows
        for own in _score(material, row.party, material.before.id)
        if (seen := material.seen.get(row.party)) and abs(Decimal(own) - Decimal(seen)) >= APART
    )


def shared(material: Material, rows: Iterable[Row]) -> tuple[Shared, ...]:
    """The answers of this round that parties let others read, as they wrote them."""
    if material.before is None:
        return ()
    found = ((row, material.of(row.party, material.before.id)) for row in rows)
    return tuple(
        Shared(row.party, row.name, answer.wording, answer.shown)
        for row, one in found
        if one is not None
        for answer in fold.shared(one.every)
    )


def _score(material: Material, party: str, milestone: str) -> Iterator[str]:
    one = material.of(party, milestone)
    return (a.value for a in (one.every if one else ()) if a.sort == "score" and a.value)


def _of(material: Material, row: Row) -> Iterator[Work]:
    """What its report tells, and in the current round what it has put down and not told yet.

    Of a report that was withdrawn nothing is shown, and so neither what came of it.
    """
    earlier, told = _told_before(material, row.party), _told(material, row.party)
    standing = {one.number: one for one in material.work.get(row.party, ())}
    for one in told:
        yield _work(material, row, one, standing.get(one.number), earlier.get(one.number))
    if row.state == "withdrawn" or not _is_current(material):
        return
    for number, measure in standing.items():
        if measure.is_open and number not in {one.number for one in told}:
            one = Told(number, measure.wording, measure.state, measure.note)
            yield _work(material, row, one, measure, earlier.get(number))


def _told(material: Material, party: str) -> tuple[Told, ...]:
    one = material.of(party, material.before.id) if material.before else None
    return fold.told(one.every) if one else ()


def _told_before(material: Material, party: str) -> dict[int, MeasureState | None]:
    """The state of each measure as the nearest report before this round told it."""
    milestones = rounds.earlier(material.programme, material.before) if material.before else []
    reports = [material.of(party, milestone) for milestone in reversed(milestones)]
    told = (one for report in reports if report for one in fold.told(report.every))
    return {one.number: one.state for one in told if one.state}


def _is_current(material: Material) -> bool:
    now = rounds.current(material.programme, material.now)
    return now is not None and material.before is not None and now.id == material.before.id


def _work(
    material: Material,
    row: Row,
    told: Told,
    standing: Measure | None,
    before: MeasureState | None,
) -> Work:
    return Work(
        party=row.party,
        name=row.name,
        aim=material.aims.get(standing.aim or "") if standing else None,
        measure=told.wording,
        now=told.state,
        before=before,
        note=told.note,
        due=standing.due if standing else None,
        responsible=standing.responsible if standing else None,
    )
