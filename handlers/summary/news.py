"""What changed since the report before: answers that were chosen, and the states of measures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handlers.progress.states import MEASURE_STATES
from handlers.summary import rounds
from handlers.summary.fold import SCORE
from handlers.summary.material import Delivered, Material
from handlers.summary.values import Change, Column, Move, Row, Work

_COMPARED = ("choice", "scale")


def changes(
    material: Material, rows: Iterable[Row], columns: Sequence[Column]
) -> tuple[Change, ...]:
    """Choices, scales and scores that differ from the party's report before this one."""
    if material.before is None:
        return ()
    report = material.programme.report
    kinds = {one.key: one.kind for one in report.question} if report else {}
    compared = [one for one in columns if one.key == SCORE or kinds.get(one.key) in _COMPARED]
    older = rounds.earlier(material.programme, material.before)
    return tuple(
        change
        for row in rows
        for change in _changed(
            row,
            compared,
            material.of(row.party, material.before.id),
            material.first(row.party, older),
        )
    )


def moves(work: Iterable[Work]) -> tuple[Move, ...]:
    """From which state to which, what most measures did first; counts alone."""
    found: dict[tuple[str, str], Move] = {}
    teams: Counter[tuple[str, str, str]] = Counter()
    for one in work:
        if one.now is None or one.before is None or one.now == one.before:
            continue
        key = (one.before, one.now)
        seen = found.get(key, Move(one.before, one.now, 0, 0))
        is_new = not teams[one.party, *key]
        teams[one.party, *key] += 1
        found[key] = replace(seen, measures=seen.measures + 1, teams=seen.teams + is_new)
    return tuple(sorted(found.values(), key=_order))


def _order(move: Move) -> tuple[int, int, int]:
    was, now = (MEASURE_STATES.index(state) for state in (move.was, move.now))
    return -move.measures, was, now


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
