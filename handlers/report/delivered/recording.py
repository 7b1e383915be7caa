"""What a delivered report changes: new aims and measures get rows, and the others their state."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from handlers.flow.position import Answer, Position, stand
from handlers.flow.scene import Scene
from handlers.programme_file import reports_due
from handlers.progress.states import AIM_STATES, MEASURE_STATES, SAME, TELLS_WHY
from handlers.report.asked.round import new_aim_key, new_measure_key, new_note_key
from handlers.report.asked.work import (
    NEW_AIMS,
    NEW_MEASURES,
    Work,
    aim_key,
    measure_key,
    note_key,
    work_of,
)
from handlers.report.flow import questions
from storage.records import Aim, AnswerRow, Measure, ReportAnswer


def rows_for_what_is_new(scene: Scene, position: Position) -> Position:
    """Give each new aim and measure its row, and move what was answered of it there.

    The draft is the party's to open again: it then asks of the rows, and of no line a second time.
    """
    unit, draft, at = scene.turn.unit, scene.draft, scene.turn.event.said_at
    rows = {row.key: row for row in unit.drafts.answers(draft.id)}
    asked, new = {one.key for one in position.questions}, position.values
    work = work_of(scene)
    by_line = rows.get(NEW_AIMS)
    for line in work.new_aims(new.get(NEW_AIMS)):
        aim = unit.measures.add_aim(
            draft.programme, draft.party, line, by_line.by if by_line else None, at
        )
        _move(scene, rows.get(new_aim_key(line)), aim_key(aim))
    towards = _only_aim(scene)
    by_line = rows.get(NEW_MEASURES)
    for line in work.new_measures(new.get(NEW_MEASURES)):
        measure = unit.measures.add_measure(
            draft.programme, draft.party, towards, line, by_line.by if by_line else None, at
        )
        _move(scene, rows.get(new_measure_key(line)), measure_key(measure))
        _move(scene, rows.get(new_note_key(line)), note_key(measure))
    for key in {NEW_AIMS, NEW_MEASURES} & asked & set(rows):
        unit.drafts.put(replace(rows[key], state="skipped", value=None), scene.turn.now)
    found = (Answer(r.key, r.state, r.value, r.revision) for r in unit.drafts.answers(draft.id))
    return stand(questions(scene), found)


def record(scene: Scene, work: Work, answers: Iterable[ReportAnswer]) -> None:
    """Let aims and measures stand as the report says, each change by whoever answered.

    A report that is changed after a newer one was delivered says nothing of how they stand now,
    and an answer nothing of what was changed after it was given.
    """
    if _is_outrun(scene):
        return
    drafts, draft = scene.turn.unit.drafts, scene.draft
    rows = {row.key: row for row in drafts.answers(draft.id)}
    told = {one.key: one.value for one in answers}
    for measure in work.measures:
        row = rows.get(measure_key(measure))
        if row is not None and row.key in told and not _is_newer(scene, measure, row):
            _measure(scene, measure, row, told)
            if row.value == SAME and measure.state in TELLS_WHY and note_key(measure) not in rows:
                # As last time needs no new reason, nor when this is opened again.
                _move(scene, replace(row, state="skipped", value=None), note_key(measure))
    for aim in work.aims:
        row = rows.get(aim_key(aim))
        if row is not None and row.key in told and not _is_newer(scene, aim, row):
            _aim(scene, aim, row, told[row.key])


def _is_newer(scene: Scene, subject: Aim | Measure, row: AnswerRow) -> bool:
    """Whether it was changed elsewhere after this answer: the newest word is how it stands."""
    history = scene.turn.unit.measures.history(subject)
    return any(one.what in ("state", "closed") and one.at > row.said_at for one in history)


def _measure(scene: Scene, measure: Measure, row: AnswerRow, told: dict[str, str | None]) -> None:
    state = next((one for one in MEASURE_STATES if one == told[row.key]), measure.state)
    note = told.get(note_key(measure)) or (measure.note if state == measure.state else None)
    scene.turn.unit.measures.change_measure(
        replace(measure, state=state, note=note), row.by, row.said_at
    )
    _keep_state(scene, row, state)


def _aim(scene: Scene, aim: Aim, row: AnswerRow, value: str | None) -> None:
    state = next((one for one in AIM_STATES if one == value), aim.state)
    closed = _closed(aim, state, scene.turn.event.said_at)
    scene.turn.unit.measures.change_aim(
        replace(aim, state=state, closed_at=closed), row.by, row.said_at
    )
    _keep_state(scene, row, state)


def _closed(aim: Aim, state: str | None, at: datetime) -> datetime | None:
    """A reached aim is asked of no more; one that is no longer reached is asked of again."""
    if state == "reached":
        return aim.closed_at or at
    return None if aim.state == "reached" else aim.closed_at


def _keep_state(scene: Scene, row: AnswerRow, state: str | None) -> None:
    """Let the draft hold the state itself: «as last time» would change with the next one."""
    if state is not None and row.value != state:
        scene.turn.unit.drafts.put(replace(row, value=state), scene.turn.now)


def _move(scene: Scene, row: AnswerRow | None, key: str) -> None:
    if row is not None:
        scene.turn.unit.drafts.put(replace(row, key=key), scene.turn.now)


def _only_aim(scene: Scene) -> str | None:
    """The aim that a new measure is towards, where there is but one."""
    aims = work_of(scene).aims
    return aims[0].id if len(aims) == 1 else None


def _is_outrun(scene: Scene) -> bool:
    order = [one.id for one, _ in reports_due(scene.programme)]
    if scene.draft.about not in order:
        return False
    reports = scene.turn.unit.reports
    later = order[order.index(scene.draft.about) + 1 :]
    found = (reports.of(scene.programme.id, scene.draft.party, one) for one in later)
    return any(one is not None and one.stands for one in found)
