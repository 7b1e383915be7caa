"""Folds what a report tells of aims and measures: a matrix has no column a measure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.markup import plain
from handlers.progress.states import AIM_STATES, MEASURE_STATES, TELLS_WHY
from handlers.progress.texts import aim_state, measure_state
from handlers.summary import sheet_texts
from handlers.summary.values import Column
from handlers.tongue import Tongue
from storage.records import MeasureState, ReportAnswer, Sort

MEASURES, AIMS, SCORE = "-measures", "-aims", "-score"
FOLDED = frozenset({MEASURES, AIMS, SCORE})
_IN_ONE: frozenset[Sort] = frozenset({"measure", "note", "aim", "evidence", "score", "share"})


@dataclass(frozen=True, slots=True)
class Told:
    """A measure as one report tells of it; ``number`` is its own within the party."""

    number: int
    wording: str
    state: MeasureState | None
    note: str | None


def told(answers: Sequence[ReportAnswer]) -> tuple[Told, ...]:
    """The measures of a report, each with the sentence about it."""
    notes = {_number(one): one.value for one in answers if one.sort == "note"}
    return tuple(
        Told(_number(one), one.wording, _state(one), notes.get(_number(one)))
        for one in answers
        if one.sort == "measure"
    )


def folded(answers: Sequence[ReportAnswer], t: Tongue) -> tuple[ReportAnswer, ...]:
    """The answers as a matrix has them: all measures in one, all aims in one, then the others.

    The sentences stand with their measures; what a score is proved by stays in the report.
    """
    score = next((one for one in answers if one.sort == "score" and one.value), None)
    house = {
        MEASURES: (text := _measures(told(answers), t), text),
        AIMS: (text := _aims(answers, t), text),
        SCORE: (score.value or "", score.shown) if score else ("", ""),
    }
    return (
        *(_one(column, *house[column.key]) for column in columns(t) if house[column.key][0]),
        *(one for one in answers if one.sort not in _IN_ONE),
    )


def columns(t: Tongue) -> tuple[Column, ...]:
    """The columns of what is folded, in their order."""
    return (
        Column(MEASURES, plain(sheet_texts.measures(t))),
        Column(AIMS, plain(sheet_texts.aims(t))),
        Column(SCORE, plain(sheet_texts.step(t))),
    )


def shared(answers: Sequence[ReportAnswer]) -> Iterator[ReportAnswer]:
    """The answers that a party lets others read."""
    keys = {key for one in answers if one.sort == "share" for key in (one.value or "").split(",")}
    return (one for one in answers if one.key in keys and one.sort != "share" and one.value)


def _one(column: Column, value: str, shown: str) -> ReportAnswer:
    return ReportAnswer(column.key, column.wording, value, shown)


def _measures(measures: Sequence[Told], t: Tongue) -> str:
    """How many are in each state, then each that goes slowly or was put away, with its reason."""
    counted = Counter(one.state for one in measures)
    states = [state for state in MEASURE_STATES if counted[state]]
    counts = (f"{t.number(counted[state])} {plain(measure_state(t, state))}" for state in states)
    reasons = (_reason(one, one.state, t) for one in measures if one.state in TELLS_WHY)
    return "\n".join(line for line in (" · ".join(counts), *reasons) if line)


def _reason(measure: Told, state: MeasureState, t: Tongue) -> str:
    name = f"{measure.wording} ({plain(measure_state(t, state))})"
    return f"{name}: {measure.note}" if measure.note else name


def _aims(answers: Sequence[ReportAnswer], t: Tongue) -> str:
    states = {state: plain(aim_state(t, state)) for state in AIM_STATES}
    aims = (one for one in answers if one.sort == "aim")
    return "\n".join(
        f"{one.wording}: {states[s]}" for one in aims for s in states if s == one.value
    )


def _number(answer: ReportAnswer) -> int:
    """The measure that an answer is about: 3 in «-m3» and «-w3»."""
    return int(answer.key[2:])


def _state(answer: ReportAnswer) -> MeasureState | None:
    return next((state for state in MEASURE_STATES if state == answer.value), None)
