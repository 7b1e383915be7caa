"""The report's form as data: its questions, its title, and who may write in it."""

from datetime import datetime

from handlers.flow import readers
from handlers.flow.asking import LIMIT, asking, today_in
from handlers.flow.form import Question, Questions
from handlers.flow.party import party_of
from handlers.flow.scene import Scene
from handlers.markup import Html
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.report import texts
from handlers.report.plan import owed
from handlers.tongue import Tongue


def questions(scene: Scene) -> Questions:
    """The report's questions in the speaker's language; none depends on another's answer."""
    asked = asked_in(scene.programme, scene.turn.tongue, scene.turn.now)
    return lambda _answers: asked


def asked_in(programme: ProgrammeFile, t: Tongue, now: datetime) -> tuple[Question, ...]:
    """The whole report in one language: aims and measures first, then the programme's own."""
    report = programme.report
    if report is None:
        return ()
    own = asking(report.question, t, today_in(programme, now))
    taken = {one.key for one in own}
    measures = _measures(programme, t) if report.measures else ()
    return (*(one for one in measures if one.key not in taken), *own)


def _measures(programme: ProgrammeFile, t: Tongue) -> tuple[Question, ...]:
    alone = is_for_individuals(programme)
    return (
        _text("delmal", texts.ask_my_aims(t) if alone else texts.ask_aims(t)),
        _text("tiltak", texts.ask_my_measures(t) if alone else texts.ask_measures(t)),
        _text("maloppnaelse", texts.ask_my_attainment(t) if alone else texts.ask_attainment(t)),
    )


def _text(key: str, ask: Html) -> Question:
    return Question(key, ask, readers.text(LIMIT), free=True)


def title(scene: Scene) -> Html:
    t = scene.turn.tongue
    before = owed(scene.programme, scene.draft.about)
    return texts.title(t, t.pick(before.title) if before else scene.draft.about)


def may(scene: Scene) -> Html | None:
    """None for a participant of the party, as of this transaction, while the report is asked for.

    A report that was begun may be finished after the next one has opened, and a delivered one may
    be changed: late is better than lost.
    """
    turn, t = scene.turn, scene.turn.tongue
    if owed(scene.programme, scene.draft.about) is None:
        return texts.not_asked(t)
    mine = {party_of(scene.programme, member) for member in turn.memberships}
    return None if scene.draft.party in mine else texts.not_yours(t)
