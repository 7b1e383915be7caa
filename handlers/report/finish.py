"""A completed report is kept, reminders end, and those whom it concerns are told, all at once."""

from collections.abc import Sequence

from handlers import moot
from handlers.flow.position import Position
from handlers.flow.scene import Scene
from handlers.markup import Html, lines
from handlers.programme_file import report_due
from handlers.report import texts
from handlers.report.asked.work import work_of
from handlers.report.behalf import files_for, short
from handlers.report.delivered import paper_tasks
from handlers.report.delivered.afterwards import afterwards
from handlers.report.delivered.kept import kept
from handlers.report.delivered.recording import record, rows_for_what_is_new
from handlers.report.delivered.rest import tell_the_rest
from handlers.report.plan import owed
from handlers.tongue import Tongue, tongue
from storage.records import Report, ReportAnswer


def finish(scene: Scene, position: Position) -> None:
    """Deliver the report as its next version, and give the team something back."""
    turn, draft, programme = scene.turn, scene.draft, scene.programme
    before = turn.unit.reports.of(programme.id, draft.party, draft.about)
    position = rows_for_what_is_new(scene, position)
    work = work_of(scene)
    answers = kept(scene, position, work, tongue(programme.language))
    report = _deliver(scene, answers)
    record(scene, work, answers)
    moot.delivered(turn.unit, programme.id, draft.party, draft.about, turn.now)
    turn.note("report", draft.about)
    turn.say(_thanks(scene, report, before), afterwards(turn.tongue, draft.about, _for(scene)))
    if before is None or not before.stands:
        paper_tasks.order_picture(turn, programme, draft.party, draft.about)
        _tell_the_others(scene)


def _deliver(scene: Scene, answers: Sequence[ReportAnswer]) -> Report:
    turn, draft = scene.turn, scene.draft
    milestone = owed(scene.programme, draft.about)
    due = report_due(scene.programme, milestone) if milestone else None
    said_at = turn.event.said_at
    return turn.unit.reports.deliver(
        scene.programme.id,
        draft.party,
        draft.about,
        answers,
        turn.person.id if turn.person else None,
        said_at,
        late=due is not None and said_at > due,
        on_behalf=files_for(turn, draft),
    )


def _thanks(scene: Scene, report: Report, before: Report | None) -> Html:
    t = scene.turn.tongue
    if before is not None and before.stands:
        return texts.thanks_for_change(t, _title(scene, t), report.version)
    late = texts.marked_late(t) if report.late else None
    return lines(texts.thanks(t, _title(scene, t)), late)


def _for(scene: Scene) -> str:
    """Which team the buttons are about, where it is not the speaker's own."""
    return short(scene.draft.party) if files_for(scene.turn, scene.draft) else ""


def _tell_the_others(scene: Scene) -> None:
    """Tell the rest of the team once, without a sound, and not who wrote or whether it was late."""
    tell_the_rest(
        scene.turn, scene.programme, scene.draft.party, lambda t: texts.others(t, _title(scene, t))
    )


def _title(scene: Scene, t: Tongue) -> str:
    milestone = owed(scene.programme, scene.draft.about)
    return t.pick(milestone.title) if milestone else scene.draft.about
