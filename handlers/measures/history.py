"""What became of an aim or a measure, line by line: when, what, from what to what, by whom."""

from collections.abc import Callable
from datetime import date, datetime
from typing import assert_never, get_args
from zoneinfo import ZoneInfo

from handlers.markup import Html, lines, safe
from handlers.measures import sayings
from handlers.measures.work import Work
from handlers.progress import texts as progress
from handlers.tongue import Tongue
from storage.records import AimState, MeasureState, WorkChange

_MEASURE_STATES: dict[str, MeasureState] = {one: one for one in get_args(MeasureState)}
_AIM_STATES: dict[str, AimState] = {one: one for one in get_args(AimState)}


def told(
    t: Tongue,
    changes: list[WorkChange],
    work: Work,
    zone: ZoneInfo,
    who: Callable[[WorkChange], object],
) -> Html:
    """Every change, oldest first, on the days of ``zone``; ``who`` says by whom."""
    return lines(
        *(
            sayings.change(t, _day(t, one.at, zone), _what(t, one, work), who(one))
            for one in changes
        )
    )


def _day(t: Tongue, at: datetime, zone: ZoneInfo) -> str:
    return t.day(at.astimezone(zone).date(), year=True)


def _what(t: Tongue, one: WorkChange, work: Work) -> Html:
    match one.what:
        case "added":
            return sayings.was_added(t, one.now or "")
        case "closed":
            return sayings.was_closed(t) if one.now else sayings.was_reopened(t)
        case "wording":
            return _from_to(t, sayings.words(t), one, lambda said: f"«{said}»")
        case "note":
            return _from_to(t, sayings.sentence(t), one, lambda said: f"«{said}»")
        case "state":
            return _from_to(t, sayings.state(t), one, lambda said: _state(t, one, said))
        case "aim":
            return _from_to(t, sayings.aim(t), one, lambda said: _aim(work, said))
        case "due":
            return _from_to(t, sayings.due(t), one, lambda said: _date(t, said))
        case "responsible":
            return _from_to(t, sayings.responsible(t), one, lambda said: said)
        case _:
            assert_never(one.what)


def _from_to(t: Tongue, what: Html, one: WorkChange, read: Callable[[str], object]) -> Html:
    was, now = (read(said) if said else sayings.none(t) for said in (one.was, one.now))
    return sayings.from_to(t, what, was, now)


def _state(t: Tongue, one: WorkChange, said: str) -> Html:
    if one.measure is not None:
        measure = _MEASURE_STATES.get(said)
        return progress.measure_state(t, measure) if measure else safe(said)
    aim = _AIM_STATES.get(said)
    return progress.aim_state(t, aim) if aim else safe(said)


def _aim(work: Work, said: str) -> str:
    found = work.aim(said)
    return f"«{found.wording}»" if found else said


def _date(t: Tongue, said: str) -> str:
    return t.day(date.fromisoformat(said), year=True)
