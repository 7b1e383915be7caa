"""A report as it is kept: each answer with its wording, in the programme's language."""

from collections.abc import Iterator
from dataclasses import replace

from handlers.flow.asking import as_kept
from handlers.flow.form import Question
from handlers.flow.position import Position
from handlers.flow.scene import Scene
from handlers.progress.states import SAME
from handlers.report.asked.helping import HELP, WHICH_HELP
from handlers.report.asked.scoring import EVIDENCE, SCORE
from handlers.report.asked.share import SHARE, shared_keys
from handlers.report.asked.work import NEW_AIMS, NEW_MEASURES, Work, aim_key, measure_key, note_key
from handlers.report.flow import asked_in
from handlers.tongue import Tongue
from storage.records import ReportAnswer, Sort

_SORTS: dict[str, Sort] = {
    HELP: "help",
    WHICH_HELP: "help",
    SCORE: "score",
    SHARE: "share",
    **dict.fromkeys(EVIDENCE, "evidence"),
}


def kept(scene: Scene, position: Position, work: Work, t: Tongue) -> list[ReportAnswer]:
    """Every answer in order; ``work`` names the aims and measures as they stood before it.

    «As last time» is kept as the state that it keeps.
    """
    questions = asked_in(scene, t)(position.values)
    return [
        _sorted(one, questions, work)
        for one in as_kept(questions, position, t)
        if one.key not in (NEW_AIMS, NEW_MEASURES)
    ]


def _sorted(answer: ReportAnswer, questions: tuple[Question, ...], work: Work) -> ReportAnswer:
    if answer.key == SHARE:
        value = ",".join(shared_keys(questions, answer.value)) or "-"
        return replace(answer, value=value, sort="share")
    if answer.key in _SORTS:
        return replace(answer, sort=_SORTS[answer.key])
    for key, sort, state in _states(work):
        if answer.key == key:
            is_same = answer.value == SAME
            return replace(answer, sort=sort, value=state if is_same else answer.value)
    return answer


def _states(work: Work) -> Iterator[tuple[str, Sort, str | None]]:
    """The key of each question about the work, what it is about, and the state that stands."""
    for measure in work.measures:
        yield measure_key(measure), "measure", measure.state
        yield note_key(measure), "note", None
    for aim in work.aims:
        yield aim_key(aim), "aim", aim.state
