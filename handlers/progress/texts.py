"""What the states of measures and aims are called."""

from typing import assert_never

from handlers.markup import Html
from handlers.tongue import Tongue
from storage.records import AimState, MeasureState


def measure_state(t: Tongue, state: MeasureState) -> Html:
    match state:
        case "not-started":
            return t.say("not started")
        case "under-way":
            return t.say("under way")
        case "slow":
            return t.say("goes slowly")
        case "done":
            return t.say("done")
        case "dropped":
            return t.say("put away")
        case _:
            assert_never(state)


def aim_state(t: Tongue, state: AimState) -> Html:
    match state:
        case "not-started":
            return t.say("not started")
        case "under-way":
            return t.say("under way")
        case "partly":
            return t.say("partly reached")
        case "reached":
            return t.say("reached")
        case _:
            assert_never(state)


def same(t: Tongue) -> Html:
    """On the button that keeps the state."""
    return t.say("as last time")


def same_as(t: Tongue, state: str) -> Html:
    """The same, as it reads once answered."""
    return t.say("{state} (as last time)", state=state)
