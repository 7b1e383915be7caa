"""The small forms in which aims and measures are put into words, dated and given to somebody.

A draft's ``about`` is the person who writes, a dot, and what it is about («» for a new one), so
that two members can write at once.
"""

import zlib
from datetime import date

from handlers.flow import readers
from handlers.flow.asking import today_in
from handlers.flow.form import Option, Question, Questions
from handlers.flow.party import party_of, team_party
from handlers.flow.scene import Scene
from handlers.markup import Html, plain
from handlers.measures import sayings, texts
from handlers.measures.words import NOBODY, Due, Function, Wordings
from handlers.measures.work import LONGEST, MOST, Work, work_of
from storage.records import Aim, Draft, Measure

LONGEST_NOTE = 300
SAID = "said"
"""The key of the one question that each of these forms has."""


def about(person: str, subject: Aim | Measure | None = None) -> str:
    return f"{person}.{subject.id if subject else ''}"


def subject_of(draft: Draft) -> str:
    """The id of what a draft is about; empty for something new."""
    return draft.about.partition(".")[2]


def work(scene: Scene) -> Work:
    return work_of(scene.turn.unit, scene.draft.programme, scene.draft.party)


def measure(scene: Scene) -> Measure | None:
    return scene.turn.unit.measures.measure(subject_of(scene.draft))


def aim(scene: Scene) -> Aim | None:
    return scene.turn.unit.measures.aim(subject_of(scene.draft))


def title(scene: Scene) -> Html:
    return texts.heading(scene.turn.tongue)


# Who may


def may(scene: Scene) -> Html | None:
    """None for the one who began it, while they are of the party."""
    turn, draft = scene.turn, scene.draft
    mine = {party_of(scene.programme, member) for member in turn.memberships}
    writer = draft.about.partition(".")[0]
    is_me = turn.person is not None and turn.person.id == writer
    return None if is_me and draft.party in mine else sayings.not_yours(turn.tongue)


def may_add_measure(scene: Scene) -> Html | None:
    full = len(work(scene).open_measures) >= MOST
    return may(scene) or (sayings.full_of_measures(scene.turn.tongue, MOST) if full else None)


def may_add_aim(scene: Scene) -> Html | None:
    full = len(work(scene).open_aims) >= MOST
    return may(scene) or (sayings.full_of_aims(scene.turn.tongue, MOST) if full else None)


def may_reword_aim(scene: Scene) -> Html | None:
    found = aim(scene)
    given = found is not None and found.given
    return may(scene) or (sayings.is_given(scene.turn.tongue) if given else None)


# What is asked


def new_measures(scene: Scene) -> Questions:
    t, towards = scene.turn.tongue, aim(scene)
    ask = texts.ask_measures_towards(t, towards.wording) if towards else texts.ask_measures(t)
    return _one(Question(SAID, ask, Wordings(MOST - len(work(scene).open_measures)), free=True))


def new_aims(scene: Scene) -> Questions:
    ask = texts.ask_aims(scene.turn.tongue)
    return _one(Question(SAID, ask, Wordings(MOST - len(work(scene).open_aims)), free=True))


def new_words(scene: Scene) -> Questions:
    """Other words for a measure, or for an aim."""
    found = measure(scene) or aim(scene)
    ask = texts.ask_words(scene.turn.tongue, found.wording if found else "")
    return _one(Question(SAID, ask, readers.text(LONGEST), free=True))


def why(scene: Scene) -> Questions:
    ask = texts.ask_why(scene.turn.tongue, _wording(measure(scene)))
    return _one(Question(SAID, ask, readers.text(LONGEST_NOTE), free=True))


def due(scene: Scene) -> Questions:
    t = scene.turn.tongue
    ask = texts.ask_due(t, _wording(measure(scene)))
    return _one(Question(SAID, ask, _due(scene), (Option(NOBODY, plain(texts.no_due(t))),)))


def responsible(scene: Scene) -> Questions:
    """Asks for a function, and says beforehand that it is no name."""
    t = scene.turn.tongue
    ask = texts.ask_responsible(t, _wording(measure(scene)))
    options = (*functions(scene), Option(NOBODY, plain(texts.nobody(t))))
    return _one(Question(SAID, ask, Function(options), options, hint=texts.not_a_name(t)))


def functions(scene: Scene) -> tuple[Option, ...]:
    """The functions of the party's team, else of every team, by a key of their words."""
    t, programme = scene.turn.tongue, scene.programme
    mine = [one for one in programme.team if scene.draft.party == team_party(programme.id, one.id)]
    wanted = programme.teams.functions if programme.teams else ()
    named = [text for team in mine for text in team.functions] or wanted
    words = dict.fromkeys(t.pick(text) for text in named)
    return tuple(Option(f"{zlib.crc32(word.encode()):08x}", word) for word in words)


def _due(scene: Scene) -> Due:
    today: date = today_in(scene.programme, scene.turn.now)
    return Due(readers.date(today))


def _wording(found: Measure | None) -> str:
    return found.wording if found else ""


def _one(question: Question) -> Questions:
    return lambda _answers: (question,)
