"""The form of an answer to a call for help: one text, that everybody in the party gets."""

from handlers import pleas
from handlers.events import Edited, Said
from handlers.flow import readers
from handlers.flow.form import Question, Questions
from handlers.flow.party import party_of
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.guidance import passing, texts
from handlers.markup import Button, Html, column, lines, plain
from handlers.post import Letter
from handlers.programme_file import is_for_individuals
from handlers.tongue import Tongue
from storage.records import Plea

ANSWER = "answer"
_READ = readers.text(1500)


def _questions(scene: Scene) -> Questions:
    t, plea = scene.turn.tongue, _plea(scene)
    who = _name(scene, plea, t) if plea else ""
    hint = lines(texts.all_get_it(t, who), _READ.hint(t))
    asked = Question(ANSWER, texts.what_to_answer(t, who), _READ, hint=hint, free=True)
    return lambda _answers: (asked,)


def _title(scene: Scene) -> Html:
    t, plea = scene.turn.tongue, _plea(scene)
    return texts.what_to_answer(t, _name(scene, plea, t) if plea else "")


def _may(scene: Scene) -> Html | None:
    """None for those who help the party, as of this transaction."""
    turn, plea = scene.turn, _plea(scene)
    if plea is None or turn.person is None:
        return texts.gone(turn.tongue)
    helps = pleas.may_help(turn.unit, scene.programme, plea.party, turn.person.id)
    return None if helps else texts.not_yours_to_answer(turn.tongue)


def _finish(scene: Scene, position: Position) -> None:
    """Tell everybody in the party; the call is answered once that has reached somebody."""
    turn, plea, words = scene.turn, _plea(scene), position.values[ANSWER]
    assert plea is not None  # noqa: S101 - the form lets nobody else in
    passing.forget_words(turn, scene.draft)
    members = turn.unit.people.members(scene.programme.id)
    party = [one for one in members if party_of(scene.programme, one) == plea.party]
    told, missed = pleas.tell_each(turn, party, lambda t: _letter(scene, plea, words, t))
    if told:
        _is_answered(scene, plea)
    _report(scene, plea, told, missed)


def _letter(scene: Scene, plea: Plea, words: str, t: Tongue) -> Letter:
    turn = scene.turn
    leads = turn.membership("facilitator") is not None
    name = turn.person.name if turn.person else None
    alone = is_for_individuals(scene.programme)
    signed = texts.facilitator(t, name, alone=alone) if leads else texts.organiser(t, name)
    back = Button(plain(texts.write_back(t)), f"ask:back:{plea.id}")
    text = texts.answered(t, signed, words)
    return Letter(text, column(back), stale_after=turn.now + pleas.LASTS)


def _is_answered(scene: Scene, plea: Plea) -> None:
    """Keep it, and let the others who help know quietly that nobody waits any longer."""
    turn, programme = scene.turn, scene.programme
    turn.note("plea", plea.about)
    if plea.answered_at is not None:
        return
    turn.unit.help.answer(plea.id, turn.person.id if turn.person else None, turn.now)
    others = pleas.helpers(turn.unit, programme, plea.party)
    pleas.tell_each(
        turn, others, lambda t: Letter(texts.got_answer(t, _name(scene, plea, t)), silent=True)
    )


def _report(scene: Scene, plea: Plea, told: int, missed: int) -> None:
    """Say how many got it; where nobody did, the call waits until somebody says otherwise."""
    turn, t = scene.turn, scene.turn.tongue
    name = _name(scene, plea, t)
    if told:
        alone = is_for_individuals(scene.programme)
        went = texts.answer_went_to(t, name) if alone else texts.answer_went(t, name, told)
        what = turn.event.what
        about = passing.topic(what.message) if isinstance(what, Said | Edited) else ""
        turn.say(lines(went, texts.missed(t, missed) if missed else ""), about=about)
    else:
        done = Button(plain(texts.has_heard(t)), f"plea:done:{plea.id}")
        turn.say(texts.answer_reached_nobody(t, name), column(done))


def _plea(scene: Scene) -> Plea | None:
    return scene.turn.unit.help.plea(scene.draft.about)


def _name(scene: Scene, plea: Plea, t: Tongue) -> str:
    return pleas.name_of_party(scene.turn.unit, scene.programme, plea.party, t)


FORM = Form("plea-answer", _questions, _title, _may, _finish, review=False)
