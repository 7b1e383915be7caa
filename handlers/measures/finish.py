"""The forms of aims and measures, and what each records once it is completed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from handlers.flow.form import Questions
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.markup import Html, lines
from handlers.measures import change, flow, sayings, show, texts
from handlers.measures.place import Place
from handlers.measures.words import NONE
from storage.records import Aim, Measure

Record = Callable[[Scene, Place, str], None]


def _form(
    key: str,
    questions: Callable[[Scene], Questions],
    record: Record,
    may: Callable[[Scene], Html | None] = flow.may,
) -> Form:
    """A form of one question, whose answer ends it and is kept where it belongs, not in it."""

    def done(scene: Scene, position: Position) -> None:
        scene.turn.unit.drafts.drop(scene.draft.id)
        place = Place(scene.programme, scene.draft.party, mine=True)
        record(scene, place, position.values[flow.SAID])

    return Form(key, questions, flow.title, may, done, review=False)


def _new_measures(scene: Scene, place: Place, said: str) -> None:
    change.add_measures(scene.turn, place, flow.aim(scene), said.splitlines())


def _new_aims(scene: Scene, place: Place, said: str) -> None:
    change.add_aims(scene.turn, place, said.splitlines())


def _measure_words(scene: Scene, place: Place, said: str) -> None:
    if (found := flow.measure(scene)) is not None:
        if (told := _reworded(scene, found, said)) is None:
            show.one(scene.turn, place, found, sayings.unchanged(scene.turn.tongue))
        else:
            change.measure_becomes(scene.turn, place, replace(found, wording=said), told)


def _aim_words(scene: Scene, place: Place, said: str) -> None:
    if (found := flow.aim(scene)) is not None:
        if (told := _reworded(scene, found, said)) is None:
            show.one(scene.turn, place, found, sayings.unchanged(scene.turn.tongue))
        else:
            change.aim_becomes(scene.turn, place, replace(found, wording=said), told)


def _reworded(scene: Scene, found: Aim | Measure, said: str) -> Html | None:
    """What to say of new words; None if they are the old ones.

    Whoever wrote saw the words as they were then, so they are told if those had changed.
    """
    t, unit = scene.turn.tongue, scene.turn.unit
    if found.wording == said:
        return None
    since = [one for one in unit.measures.history(found) if one.at > scene.draft.started_at]
    meanwhile = any(one.what == "wording" for one in since)
    return lines(
        sayings.reworded(t, found.wording, said),
        sayings.meanwhile(t, found.wording) if meanwhile else None,
    )


def _why(scene: Scene, place: Place, said: str) -> None:
    if (found := flow.measure(scene)) is not None:
        told = sayings.note_kept(scene.turn.tongue)
        change.measure_becomes(scene.turn, place, replace(found, note=said), told)


def _due(scene: Scene, place: Place, said: str) -> None:
    if (found := flow.measure(scene)) is not None:
        t, day = scene.turn.tongue, None if said == NONE else date.fromisoformat(said)
        told = sayings.due_set(t, texts.due(t, day)) if day else sayings.due_gone(t)
        change.measure_becomes(scene.turn, place, replace(found, due=day), told)


def _who(scene: Scene, place: Place, said: str) -> None:
    if (found := flow.measure(scene)) is not None:
        t, function = scene.turn.tongue, None if said == NONE else said
        told = sayings.responsible_set(t, function) if function else sayings.responsible_gone(t)
        change.measure_becomes(scene.turn, place, replace(found, responsible=function), told)


ADD_MEASURE = _form("measure-add", flow.new_measures, _new_measures, flow.may_add_measure)
ADD_AIM = _form("aim-add", flow.new_aims, _new_aims, flow.may_add_aim)
AIM_WORDS = _form("aim-word", flow.new_words, _aim_words, flow.may_reword_aim)
OF_MEASURE: Mapping[str, Form] = {
    "words": _form("measure-word", flow.new_words, _measure_words),
    "due": _form("measure-due", flow.due, _due),
    "who": _form("measure-who", flow.responsible, _who),
    "why": _form("measure-why", flow.why, _why),
}
"""The forms about one measure, by the word in its page's buttons."""
FORMS = (ADD_MEASURE, ADD_AIM, AIM_WORDS, *OF_MEASURE.values())
