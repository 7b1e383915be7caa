"""The report's question about help: asked where the file asks none, and heard at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from handlers import pleas
from handlers.flow import readers
from handlers.flow.asking import LIMIT
from handlers.flow.form import Question
from handlers.flow.position import Position
from handlers.flow.readers import YES
from handlers.flow.scene import Scene
from handlers.flow.shown import shown
from handlers.markup import Html, lines, plain
from handlers.programme_file import ProgrammeFile, help_keys, is_for_individuals
from handlers.report.asked import texts
from handlers.tongue import Tongue

HELP, WHICH_HELP = "-help", "-helpwhat"


def asks_for_help(programme: ProgrammeFile) -> frozenset[str]:
    """The keys of the questions where «yes» asks for help."""
    return frozenset((*help_keys(programme), HELP))


def with_help(
    own: Sequence[Question], programme: ProgrammeFile, answers: Mapping[str, str], t: Tongue
) -> Iterator[Question]:
    """The programme's own questions, and after a yes to help what it is about.

    A file that asks about help itself may ask that too; in the status round, one that does not
    gets the house's own question.
    """
    asking = [one.key for one in own if one.key in asks_for_help(programme)]
    wanting = [key for key in asking if answers.get(key) == YES]
    for one, following in zip_longest(own, own[1:]):
        yield one
        if [one.key] == wanting[-1:] and not (following and following.free):
            yield _which_help(programme, t)
    if not asking and programme.report and programme.report.measures:
        yield told_beforehand(_help(programme, t), programme, t)
        if answers.get(HELP) == YES:
            yield _which_help(programme, t)


def _help(programme: ProgrammeFile, t: Tongue) -> Question:
    ask = texts.ask_help(t, alone=is_for_individuals(programme))
    return Question(HELP, ask, readers.yesno())


def _which_help(programme: ProgrammeFile, t: Tongue) -> Question:
    ask = texts.ask_which_help(t, alone=is_for_individuals(programme))
    return Question(WHICH_HELP, ask, readers.text(LIMIT), optional=True, free=True)


def told_beforehand(question: Question, programme: ProgrammeFile, t: Tongue) -> Question:
    """A question about help says that a yes goes at once."""
    if question.key not in asks_for_help(programme):
        return question
    hint = lines(question.hint or readers.yesno().hint(t), texts.help_goes_at_once(t))
    return replace(question, hint=hint)


def heard(scene: Scene, position: Position) -> Html | None:
    """Call for help as soon as a yes stands, once; what is then written of it follows after."""
    turn, draft = scene.turn, scene.draft
    asking = [key for key in asks_for_help(scene.programme) if position.values.get(key) == YES]
    if not asking:
        return None
    if pleas.is_called(turn.unit, draft.programme, draft.party, draft.about):
        return _more(scene, position, asking)
    words = _words(scene, position, asking)
    told = pleas.call(turn, scene.programme, draft.party, draft.about, words)
    turn.note("help", draft.about)
    return pleas.outcome(turn, scene.programme, draft.party, told)


def _more(scene: Scene, position: Position, keys: Sequence[str]) -> Html | None:
    """Bring those who help what was written just now of the help that was called for."""
    turn, draft = scene.turn, scene.draft
    about = {one.key for key in keys if (one := _after(position, key)) is not None}
    written = [
        row
        for row in turn.unit.drafts.answers(draft.id)
        if row.key in about and row.state == "given" and row.said_at == turn.event.said_at
    ]
    if not written:
        return None
    words = [pair for pair in _words(scene, position, keys) if pair[1] == written[0].value]
    told = pleas.add(turn, scene.programme, draft.party, draft.about, words)
    return pleas.outcome(turn, scene.programme, draft.party, told)


def _after(position: Position, key: str) -> Question | None:
    """The text that is asked right after a question about help: it is about it."""
    keys = [one.key for one in position.questions]
    following = position.questions[keys.index(key) + 1 : keys.index(key) + 2]
    return next((one for one in following if one.free), None)


def _words(scene: Scene, position: Position, keys: Sequence[str]) -> list[tuple[str, str]]:
    """What was asked and written about the help; without, every text that was written so far."""
    t, given = scene.turn.tongue, position.values
    about = [after for key in keys if (after := _after(position, key)) is not None]
    near = [one for one in about if one.key in given]
    own = {one.key for one in scene.programme.report.question} if scene.programme.report else set()
    free = [one for one in position.questions if one.free and one.key in own & set(given)]
    return [(plain(one.text), plain(shown(one, given[one.key], t))) for one in near or free]
