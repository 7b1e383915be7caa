"""Answering as last time: everything with one tap, or one question at a time."""

from collections.abc import Mapping

from handlers.flow.form import Question, Refusal, Shortcut
from handlers.flow.position import Position
from handlers.flow.readers import NO
from handlers.flow.scene import Scene
from handlers.flow.shown import shown
from handlers.markup import Button, Html, plain, safe
from handlers.progress.last import last_report
from handlers.progress.states import SAME
from handlers.report.asked import texts
from handlers.report.asked.helping import asks_for_help
from handlers.report.asked.scoring import EVIDENCE, SCORE, proposed
from handlers.report.asked.share import SHARE
from handlers.report.asked.work import NEW_AIMS, NEW_MEASURES
from handlers.report.behalf import files_for
from handlers.tongue import Tongue

_LONGEST = 300  # characters of last time's answer above the button that copies it


def shortcut(scene: Scene, position: Position, question: Question) -> Shortcut | None:
    """The proposed score; everything as last time, in the status round; or the answer from then."""
    t = scene.turn.tongue
    if question.key == SCORE and (point := proposed(position.values)) is not None:
        step = shown(question, point, t).partition(":")[0]
        return Shortcut(texts.confirm(t, step), {SCORE: point})
    if _keeps(question):
        return _everything(scene, position, t)
    if question.key in EVIDENCE | {SCORE, SHARE, NEW_AIMS, NEW_MEASURES}:
        return None
    return _copied(scene, question, t)


def ways(scene: Scene, question: Question) -> tuple[Button, ...]:
    """Under each measure and aim: a new measure on the way, for those whose measures they are."""
    is_round = question.key.startswith(("-m", "-a")) and question.key != NEW_AIMS
    if not is_round or files_for(scene.turn, scene.draft):
        return ()
    return (Button(plain(texts.new_measure(scene.turn.tongue)), "measures:new"),)


def _keeps(question: Question) -> bool:
    return any(option.key == SAME for option in question.options)


def _everything(scene: Scene, position: Position, t: Tongue) -> Shortcut | None:
    """As last time throughout: what may be left out is, and a call for help is never copied."""
    last = _last(scene)
    if not last:
        return None
    answers = {one.key: _as_last(scene, one, last, t) for one in position.questions}
    given = {key: value for key, value in answers.items() if value != ""}
    given |= {key: last[key] for key in EVIDENCE | {SCORE} if key in last}  # each brings the next
    return Shortcut(texts.all_as_last(t), {**given, SHARE: None}, texts.what_as_last_does(t))


def _as_last(scene: Scene, one: Question, last: Mapping[str, str], t: Tongue) -> str | None:
    """The answer as last time, None for a skip, or "" where it must be asked anew."""
    before = _readable(one, last.get(one.key), t)
    if _keeps(one):
        return SAME
    if one.key in asks_for_help(scene.programme):
        return before if before == NO else ""
    if one.optional:
        return None
    return before if before is not None else ""


def _copied(scene: Scene, question: Question, t: Tongue) -> Shortcut | None:
    """One answer from last time, where it still fits; help is asked for anew each time."""
    value = _readable(question, _last(scene).get(question.key), t)
    if value is None or question.key in asks_for_help(scene.programme):
        return None
    note = texts.said_last(t, _shortened(shown(question, value, t)))
    return Shortcut(texts.copy(t), {question.key: value}, note)


def _last(scene: Scene) -> Mapping[str, str]:
    draft = scene.draft
    report = last_report(scene.turn.unit, scene.programme, draft.party, draft.about)
    answers = scene.turn.unit.reports.answers(report) if report else []
    return {one.key: one.value for one in answers if one.value is not None}


def _readable(question: Question, value: str | None, t: Tongue) -> str | None:
    if value is None:
        return None
    try:
        return question.read(value, t)
    except Refusal:
        return None


def _shortened(answer: Html) -> Html:
    text = plain(answer)
    return answer if len(text) <= _LONGEST else safe(f"{text[:_LONGEST].rstrip()} …")
