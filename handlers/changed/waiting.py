"""Changes that wait to be told: kept with the version that made them, and counted beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.changed.audience import Reach, audience, reach
from handlers.changed.facts import Was
from handlers.changed.steps import Step, steps, told_from
from handlers.programme_file import ProgrammeFile, load
from storage.records import Notice, ProgrammeRow
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What telling of a change comes to: to how many people, and from when on (aware, UTC)."""

    reach: Reach
    at: datetime | None


NOBODY = Foreseen(Reach(0, 0), None)


def step_of(notice: Notice) -> Step:
    """The change that a notice is about."""
    was = Was.model_validate_json(notice.was)
    return Step(notice.milestone, was.facts, was.version, notice.made_at, notice.by)


def foresee(unit: Unit, programme: ProgrammeFile, now: datetime, by: str | None = None) -> Foreseen:
    """What would be told if this became the programme now; nothing for one that is new."""
    row = unit.programmes.find(programme.id)
    if row is None:
        return NOBODY
    before = load(row.body)
    new = steps(before, programme, row.version + 1, now, by)
    waiting = [step_of(one) for step in new for one in _waiting(unit, programme.id, step.milestone)]
    people = audience(unit, programme, [*waiting, *new])
    told = [_told_from(unit, before, programme, step.milestone, now) for step in new]
    if not people:
        return NOBODY
    return Foreseen(reach(unit, programme.id, list(people)), min(told))


def record(
    unit: Unit, before: ProgrammeFile, row: ProgrammeRow, now: datetime, by: str | None
) -> None:
    """Let what changed wait to be told; what nobody has to learn any more is dropped.

    ``row`` is the version that stands now.
    """
    after = load(row.body)
    new = steps(before, after, row.version, now, by)
    for step in new:
        _add(unit, before, after, step)
    _drop_what_is_as_it_was(unit, after, (step.milestone for step in new), now)


def _add(unit: Unit, before: ProgrammeFile, after: ProgrammeFile, step: Step) -> None:
    """Keep a change beside those of the same milestone that still wait; they are told as one."""
    at = _told_from(unit, before, after, step.milestone, step.made_at)
    for earlier in _waiting(unit, after.id, step.milestone):
        unit.notices.postpone(earlier.id, at)
    was = Was(version=step.version, facts=step.was).model_dump_json()
    unit.notices.add(after.id, step.milestone, was, step.by, at, step.made_at)


def _told_from(
    unit: Unit, before: ProgrammeFile, after: ProgrammeFile, milestone: str, now: datetime
) -> datetime:
    waiting = [one.not_before for one in _waiting(unit, after.id, milestone)]
    return min([told_from(before, after, milestone, now), *waiting])


def _drop_what_is_as_it_was(
    unit: Unit, after: ProgrammeFile, milestones: Iterable[str], now: datetime
) -> None:
    for one in milestones:
        waiting = _waiting(unit, after.id, one)
        if not audience(unit, after, [step_of(notice) for notice in waiting]):
            for notice in waiting:
                unit.notices.end(notice.id, "dropped", now)


def _waiting(unit: Unit, programme: str, milestone: str) -> Sequence[Notice]:
    every = unit.notices.of_milestone(programme, milestone)
    return [one for one in every if one.state == "waiting"]
