"""Where what stands around a milestone contradicts the rest, in the raw tables of the file."""

from collections.abc import Iterator, Mapping
from typing import get_args

from handlers.programme_file import complaint_texts as say
from handlers.programme_file import texts
from handlers.programme_file.gathering import Step
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.places import Loc, at, items
from handlers.programme_file.span import first_day
from handlers.programme_file.when import when_said
from handlers.when import Unset

Fault = tuple[Loc, Phrase]
_STEPS = get_args(Step)


def of_gatherings(raw: Mapping[str, object]) -> Iterator[Fault]:
    """Find what names a step, a team or a function that is not there, and impossible deadlines."""
    taken, reported = _taken(raw), _reported(raw)
    for loc, item in items(raw, "milestone"):
        yield from _without(loc, item, taken)
        yield from _concerns(loc, item, raw)
        if at(item, ("sign_up_by",)) is not None:
            yield from _sign_up_by(loc, item, taken)
        if at(item, ("report_by",)) is not None:
            yield from _report_by(loc, item, reported)


def _taken(raw: object) -> set[str]:
    """The steps that [samling] takes."""
    values = ((step, at(raw, ("samling", step))) for step in _STEPS)
    return {step for step, value in values if value is not None and value is not False}


def _reported(raw: object) -> list[object]:
    """The ids of what a report is due before; every samling but the first where it is not said."""
    if not isinstance(at(raw, ("report",)), Mapping):
        return []
    if at(raw, ("report", "before")) is not None:
        return [said for _, said in items(raw, "report", "before")]
    every = [item for _, item in items(raw, "milestone") if at(item, ("kind",)) == "samling"]
    return [at(item, ("id",)) for item in every[1:]]


def _without(loc: Loc, item: object, taken: set[str]) -> Iterator[Fault]:
    left_out = [(place, said) for place, said in items(item, "without") if said in _STEPS]
    if left_out and at(item, ("kind",)) in ("modul", "fase", "frist"):
        yield (*loc, "without"), phrase(say.without_a_gathering)
        return
    for place, step in left_out:
        if step not in taken:
            yield (*loc, *place), phrase(say.without_nothing, str(step))


def _concerns(loc: Loc, item: object, raw: object) -> Iterator[Fault]:
    teams = [at(team, ("id",)) for _, team in items(raw, "team")]
    for place, said in items(item, "concerns", "teams"):
        if isinstance(said, str) and said not in teams:
            yield (*loc, *place), phrase(say.concerns_no_team, texts.shown(said))
    known = _functions(raw)
    for place, said in items(item, "concerns", "functions"):
        if (names := _names(said)) and not known & set(names):
            yield (*loc, *place), phrase(say.concerns_no_function, texts.shown(names[0]))


def _functions(raw: object) -> set[str]:
    """The names of every function: of all the teams, and of one that has its own."""
    every = [said for _, said in items(raw, "teams", "functions")]
    every += [said for _, team in items(raw, "team") for _, said in items(team, "functions")]
    return {name for said in every for name in _names(said)}


def _names(said: object) -> list[str]:
    values = said.values() if isinstance(said, Mapping) else [said]
    return [name for name in values if isinstance(name, str)]


def _sign_up_by(loc: Loc, item: object, taken: set[str]) -> Iterator[Fault]:
    left_out = any(said == "sign_up" for _, said in items(item, "without"))
    if at(item, ("kind",)) != "samling" or "sign_up" not in taken or left_out:
        yield (*loc, "sign_up_by"), phrase(say.no_sign_up)
    else:
        yield from _deadline(loc, item, "sign_up_by")


def _report_by(loc: Loc, item: object, reported: list[object]) -> Iterator[Fault]:
    if at(item, ("id",)) not in reported:
        yield (*loc, "report_by"), phrase(say.no_report)
    else:
        yield from _deadline(loc, item, "report_by")


def _deadline(loc: Loc, item: object, key: str) -> Iterator[Fault]:
    """A day of its own must come before the first one; what cannot be read is told elsewhere."""
    when, by = when_said(at(item, ("when",))), first_day(when_said(at(item, (key,))))
    first = first_day(when)
    if isinstance(when, Unset) and at(item, ("when",)):
        return
    if first is None:
        yield (*loc, key), phrase(say.no_day_to_come_before, key)
    elif by is not None and by >= first:
        yield (*loc, key), phrase(say.not_before, key, f"{by}", f"{first}")
