"""The states of a measure and of an aim, in the order in which they are offered."""

from typing import get_args

from handlers.flow.form import Option
from handlers.markup import plain
from handlers.progress import texts
from handlers.tongue import Tongue
from storage.records import AimState, MeasureState

MEASURE_STATES: tuple[MeasureState, ...] = get_args(MeasureState)
AIM_STATES: tuple[AimState, ...] = get_args(AimState)
SAME = "same"
"""The answer that keeps the state which stands."""
TELLS_WHY: frozenset[str] = frozenset({"slow", "dropped"})
"""The states that one sentence may explain."""


def measure_options(t: Tongue, last: MeasureState | None) -> tuple[Option, ...]:
    """Every state by button, and «as last time» once there is one."""
    states = [Option(state, plain(texts.measure_state(t, state))) for state in MEASURE_STATES]
    return (*states, *_same(t, plain(texts.measure_state(t, last)) if last else None))


def aim_options(t: Tongue, last: AimState | None) -> tuple[Option, ...]:
    """Every state by button, and «as last time» once there is one."""
    states = [Option(state, plain(texts.aim_state(t, state))) for state in AIM_STATES]
    return (*states, *_same(t, plain(texts.aim_state(t, last)) if last else None))


def _same(t: Tongue, last: str | None) -> tuple[Option, ...]:
    if last is None:
        return ()
    return (Option(SAME, plain(texts.same(t)), plain(texts.same_as(t, last))),)
