"""What members change of their aims and measures by a tap or a line, and what they are told."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from handlers.flow.words import folded
from handlers.markup import Html
from handlers.measures import sayings, sheet, show
from handlers.measures.place import Place
from handlers.measures.work import work_of
from handlers.progress.states import TELLS_WHY
from handlers.turn import Turn
from storage.records import Aim, AimState, Measure, MeasureState

_MEASURE_STATES: dict[str, MeasureState] = {one: one for one in get_args(MeasureState)}
_AIM_STATES: dict[str, AimState] = {one: one for one in get_args(AimState)}


def add_measures(turn: Turn, place: Place, aim: Aim | None, wordings: Sequence[str]) -> None:
    """Add those that do not stand open already, towards an aim or none."""
    work = work_of(turn.unit, place.programme.id, place.party)
    fresh = _fresh(wordings, [one.wording for one in work.open_measures])
    towards = aim.id if aim and aim.is_open else None
    shelf, me = turn.unit.measures, _me(turn)
    new = [
        shelf.add_measure(place.programme.id, place.party, towards, words, me, turn.now)
        for words in fresh
    ]
    for one in new:
        turn.note("measure", one.id)
    if not new:
        show.listing(turn, place, sayings.there_already(turn.tongue))
    elif len(new) == 1:
        show.one(turn, place, new[0], sayings.added(turn.tongue, new[0].wording))
    else:
        show.listing(turn, place, sayings.added_many(turn.tongue, len(new)))


def add_aims(turn: Turn, place: Place, wordings: Sequence[str]) -> None:
    """Add those that do not stand open already."""
    work = work_of(turn.unit, place.programme.id, place.party)
    fresh = _fresh(wordings, [one.wording for one in work.open_aims])
    shelf, me = turn.unit.measures, _me(turn)
    new = [shelf.add_aim(place.programme.id, place.party, words, me, turn.now) for words in fresh]
    for one in new:
        turn.note("aim", one.id)
    if not new:
        show.listing(turn, place, sayings.there_already(turn.tongue))
    elif len(new) == 1:
        show.one(turn, place, new[0], sayings.added(turn.tongue, new[0].wording))
    else:
        show.listing(turn, place, sayings.added_aims(turn.tongue, len(new)))


def measure_state(turn: Turn, place: Place, measure: Measure, said: str) -> None:
    """Take a tap on a state; one that stands is said to, and a closed measure stays closed."""
    t, state = turn.tongue, _MEASURE_STATES.get(said)
    stands = sheet.measure_state(t, measure)
    if state is None:
        show.one(turn, place, measure)
    elif state == measure.state:
        show.changed(turn, place, measure, sayings.stands_already(t, measure.wording, stands))
    elif not measure.is_open:
        show.changed(turn, place, measure, sayings.is_closed_now(t, measure.wording, stands))
    else:
        note = measure.note if state in TELLS_WHY and measure.state in TELLS_WHY else None
        after = replace(measure, state=state, note=note)
        told = sayings.now_stands(t, measure.wording, sheet.measure_state(t, after))
        measure_becomes(turn, place, after, told)


def reopen_measure(turn: Turn, place: Place, measure: Measure) -> None:
    """Let a closed measure be under way again."""
    t = turn.tongue
    if measure.is_open:
        stands = sheet.measure_state(t, measure)
        show.changed(turn, place, measure, sayings.stands_already(t, measure.wording, stands))
    else:
        after = replace(measure, state="under-way", note=None)
        measure_becomes(turn, place, after, sayings.reopened(t, measure.wording))


def move(turn: Turn, place: Place, measure: Measure, to: str) -> None:
    """Let a measure lead to an open aim of the same party, or to none."""
    t = turn.tongue
    aim = work_of(turn.unit, place.programme.id, place.party).aim(to)
    if to and (aim is None or not aim.is_open):
        show.one(turn, place, measure, sayings.gone(t))
    elif measure.aim == (aim.id if aim else None):
        show.one(turn, place, measure, sayings.there_already(t))
    else:
        told = sayings.moved(t, aim.wording) if aim else sayings.moved_away(t)
        measure_becomes(turn, place, replace(measure, aim=aim.id if aim else None), told)


def aim_state(turn: Turn, place: Place, aim: Aim, said: str) -> None:
    """Take a tap on a state of an aim that is open."""
    t, state = turn.tongue, _AIM_STATES.get(said)
    stands = sheet.aim_state(t, aim)
    if state is None:
        show.one(turn, place, aim)
    elif state == aim.state:
        show.changed(turn, place, aim, sayings.stands_already(t, aim.wording, stands))
    elif not aim.is_open:
        show.changed(turn, place, aim, sayings.is_closed_now(t, aim.wording, stands))
    else:
        after = replace(aim, state=state)
        told = sayings.now_stands(t, aim.wording, sheet.aim_state(t, after))
        aim_becomes(turn, place, after, told)


def close_aim(turn: Turn, place: Place, aim: Aim, *, closed: bool) -> None:
    """Close an aim, or open it again; its measures stay as they are."""
    t = turn.tongue
    if aim.is_open != closed:
        show.changed(turn, place, aim, sayings.there_already(t))
    elif closed:
        told = sayings.aim_closed(t, aim.wording)
        aim_becomes(turn, place, replace(aim, closed_at=turn.now), told)
    else:
        aim_becomes(turn, place, replace(aim, closed_at=None), sayings.reopened(t, aim.wording))


def measure_becomes(turn: Turn, place: Place, after: Measure, told: Html) -> None:
    """Keep a measure as it is now, and show it."""
    turn.unit.measures.change_measure(after, _me(turn), turn.now)
    turn.note("measure", after.id)
    show.changed(turn, place, after, told)


def aim_becomes(turn: Turn, place: Place, after: Aim, told: Html) -> None:
    """Keep an aim as it is now, and show it."""
    turn.unit.measures.change_aim(after, _me(turn), turn.now)
    turn.note("aim", after.id)
    show.changed(turn, place, after, told)


def _fresh(wordings: Sequence[str], standing: Sequence[str]) -> list[str]:
    """Each once, without those that stand already: a message may come twice."""
    there = {folded(one) for one in standing}
    found: dict[str, str] = {}
    for one in wordings:
        if folded(one) not in there:
            found.setdefault(folded(one), one)
    return list(found.values())


def _me(turn: Turn) -> str | None:
    return turn.person.id if turn.person else None
