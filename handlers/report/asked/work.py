"""What a party's status round is about: its aims and measures, and what was said of them."""

from dataclasses import dataclass

from handlers.flow.scene import Scene
from handlers.report.asked.lines import fresh
from handlers.report.behalf import files_for
from storage.records import Aim, AimState, Measure, MeasureState

NEW_AIMS, NEW_MEASURES = "-aims", "-new"
"""The questions that make aims and measures of what is written in them, one a line."""


@dataclass(frozen=True, slots=True)
class Work:
    """The aims and measures that a round walks through, in their order.

    ``writes_aims``: aims are asked for in words, since there are none. ``writes_new``: so are new
    measures, also where whoever files is none of the team and cannot add them otherwise. What was
    written is asked about still, when a colleague or the programme's file has added others.
    """

    aims: tuple[Aim, ...]
    measures: tuple[Measure, ...]
    writes_aims: bool
    writes_new: bool
    delivered: bool

    def new_aims(self, value: str | None) -> tuple[str, ...]:
        """The lines of an answer that are no aim yet."""
        return fresh(value, [one.wording for one in self.aims])

    def new_measures(self, value: str | None) -> tuple[str, ...]:
        """The lines of an answer that are no measure yet."""
        return fresh(value, [one.wording for one in self.measures])

    def last_measure(self, measure: Measure) -> MeasureState | None:
        """How it stood last time; a report that is opened again told of it itself."""
        return None if self.delivered else measure.state

    def last_aim(self, aim: Aim) -> AimState | None:
        """The same of an aim."""
        return None if self.delivered else aim.state

    def towards(self, aim: Aim | None) -> tuple[Measure, ...]:
        """The measures of one aim; None: of no aim that is walked through."""
        mine = aim.id if aim else None
        known = {one.id for one in self.aims}
        return tuple(
            one for one in self.measures if (one.aim if one.aim in known else None) == mine
        )


def measure_key(measure: Measure) -> str:
    return f"-m{measure.number}"


def note_key(measure: Measure) -> str:
    return f"-w{measure.number}"


def aim_key(aim: Aim) -> str:
    return f"-a{aim.number}"


def work_of(scene: Scene) -> Work:
    """What is open now, and whatever this draft has a word about, since it was delivered so."""
    unit, draft = scene.turn.unit, scene.draft
    rows = unit.drafts.answers(draft.id)
    answered = {row.key for row in rows}
    written = {row.key for row in rows if row.value is not None}
    aims = unit.measures.aims(draft.programme, draft.party)
    measures = unit.measures.measures(draft.programme, draft.party)
    sought = tuple(one for one in aims if one.is_open or aim_key(one) in answered)
    walked = tuple(one for one in measures if one.is_open or measure_key(one) in answered)
    return Work(
        sought,
        walked,
        writes_aims=not sought or NEW_AIMS in written,
        writes_new=not walked or NEW_MEASURES in written or files_for(scene.turn, draft),
        delivered=unit.reports.of(draft.programme, draft.party, draft.about) is not None,
    )
