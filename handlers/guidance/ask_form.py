"""The forms of asking: one text that goes at once, or a text that is there and a yes to it."""

from collections.abc import Mapping

from handlers import pleas
from handlers.events import Edited, Said
from handlers.flow import readers
from handlers.flow.form import Question, Questions
from handlers.flow.party import party_of
from handlers.flow.position import Position
from handlers.flow.scene import Form, Scene
from handlers.guidance import passing, texts
from handlers.guidance.sure import declined, sure
from handlers.markup import Html, lines, quote
from handlers.programme_file import ProgrammeFile
from handlers.turn import Turn

WORDS = "words"
READ = readers.text(1500)


def my_party(turn: Turn, programme: ProgrammeFile) -> str | None:
    """The party that the speaker takes part for, as of this transaction."""
    found = (party_of(programme, one) for one in turn.memberships)
    return next((party for party in found if party is not None), None)


def _questions(scene: Scene) -> Questions:
    return lambda _answers: (_words(scene),)


def _with_a_yes(scene: Scene) -> Questions:
    """The words are there already: they are shown, and it is asked whether they should go."""
    t, words = scene.turn.tongue, _words(scene)
    ask = lines(_who(scene), texts.send_it(t))
    yes, no = texts.yes_send(t), texts.no_send(t)

    def asked(answers: Mapping[str, str]) -> tuple[Question, ...]:
        said = answers.get(WORDS)
        return (words, sure(ask, quote(said), yes, no)) if said else (words,)

    return asked


def _words(scene: Scene) -> Question:
    t = scene.turn.tongue
    ask = texts.what_to_write_back(t) if _plea_id(scene) else texts.what_help(t)
    return Question(WORDS, ask, READ, hint=lines(_who(scene), READ.hint(t)), free=True)


def _who(scene: Scene) -> Html:
    party = my_party(scene.turn, scene.programme)
    return pleas.who_gets_it(scene.turn, scene.programme, party) if party else Html("")


def _plea_id(scene: Scene) -> str:
    """The call that is written back to; "" for a new one."""
    return scene.draft.about if scene.draft.form == FORM.key else ""


def _may(scene: Scene) -> Html | None:
    """None for whoever takes part, and where they write back for the party that was answered."""
    turn, party = scene.turn, my_party(scene.turn, scene.programme)
    if party is None:
        return texts.no_team(turn.tongue)
    if _plea_id(scene):
        plea = turn.unit.help.plea(_plea_id(scene))
        if plea is None or plea.party != party:
            return texts.not_your_call(turn.tongue)
    return None


def _title(scene: Scene) -> Html:
    return texts.what_help(scene.turn.tongue)


def _finish(scene: Scene, position: Position) -> None:
    """Pass the words on, keep none of them, and say how it went."""
    turn, programme, words = scene.turn, scene.programme, position.values[WORDS]
    party = my_party(turn, programme)
    assert party is not None  # noqa: S101 - the form lets nobody else in
    plea = turn.unit.help.plea(_plea_id(scene)) if _plea_id(scene) else None
    passing.forget_words(turn, scene.draft)
    if plea is not None:
        told = pleas.write_back(turn, programme, plea, words)
    else:
        told = pleas.call(turn, programme, party, "", [("", words)])
        turn.note("help")
    turn.say(pleas.outcome(turn, programme, party, told), about=passing.topic(_message(scene)))


def _message(scene: Scene) -> str:
    """The message that held the words."""
    what = scene.turn.event.what
    if scene.draft.form == AT_ONCE.key:
        return scene.draft.about
    return what.message if isinstance(what, Said | Edited) else ""


def _decline(scene: Scene) -> None:
    scene.turn.say(texts.not_sent(scene.turn.tongue))


FORM = Form("ask", _questions, _title, _may, _finish, review=False)
AT_ONCE = Form(
    "ask-at-once",
    _with_a_yes,
    _title,
    _may,
    _finish,
    review=False,
    declined=declined,
    decline=_decline,
)
