"""The buttons under a question that steer instead of answering, and what each of them holds."""

from dataclasses import dataclass

from handlers.flow import sayings, texts
from handlers.flow.buttons import Steer, Tap, Verb, encode
from handlers.flow.choices import Several
from handlers.flow.form import Question, Refusal, Shortcut
from handlers.flow.position import Answer, Position
from handlers.markup import Button, Html, Keyboard, plain
from handlers.tongue import Tongue

TOP_REVISION = 0xFFF  # what a button can hold; beyond, a button is old at once and typing goes on
_WORTH_SKIPPING = 2
_Labelled = tuple[Verb, Html]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page offers beside its question's own buttons."""

    shortcut: Shortcut | None = None
    whole: bool = False
    ways: tuple[Button, ...] = ()


NOTHING = Beside()


def tap(draft: str, question: str, revision: int, value: str) -> str:
    return encode(Tap(draft, question, min(revision, TOP_REVISION), value))


def steer(verb: Verb, label: Html, draft: str, question: str = "", revision: int = 0) -> Button:
    data = encode(Steer(verb, draft, question, min(revision, TOP_REVISION)))
    return Button(plain(label), data)


def steering(
    draft: str, position: Position, question: Question, t: Tongue, beside: Beside
) -> Keyboard:
    """A row each: shortcut, proposal, ways elsewhere, one text, the rest; last back, skip, stop."""
    revision = position.revision(question.key)
    shortcut = beside.shortcut
    fill: list[_Labelled] = [("fill", shortcut.label)] if shortcut else []
    at_once: list[_Labelled] = [("whole", sayings.whole(t))] if beside.whole else []
    rest: list[_Labelled] = [("rest", sayings.rest(t))] if may_skip_rest(position) else []
    above, below = (fill, _proposal(question, position, t)), (rest, _last(question, position, t))

    def row_of(labels: list[_Labelled]) -> tuple[Button, ...]:
        return tuple(steer(verb, label, draft, question.key, revision) for verb, label in labels)

    rows = (*map(row_of, above), (*beside.ways, *row_of(at_once)), *map(row_of, below))
    return tuple(row for row in rows if row)


def _last(question: Question, position: Position, t: Tongue) -> list[_Labelled]:
    verbs: list[_Labelled] = []
    if position.before(question.key):
        verbs.append(("back", texts.back(t)))
    if question.optional:
        verbs.append(("skip", texts.skip(t)))
    return [*verbs, ("stop", texts.stop(t))]


def _proposal(question: Question, position: Position, t: Tongue) -> list[_Labelled]:
    """What can be done with a proposal; one of several is a choice under way, and stays."""
    answer = position.answers.get(question.key)
    if answer is None or not has_proposal(question, answer):
        return []
    keep: list[_Labelled] = [("keep", texts.keep(t))]
    return [*(keep if _reads(question, answer, t) else []), ("erase", sayings.erase(t))]


def has_proposal(question: Question, answer: Answer | None) -> bool:
    """Whether an answer stands that can be kept or deleted as a whole."""
    bare = answer is None or answer.state != "open" or answer.value is None
    return not bare and not isinstance(question.read, Several)


def _reads(question: Question, answer: Answer, t: Tongue) -> bool:
    try:
        question.read(answer.value or "", t)
    except Refusal:
        return False
    return True


def may_skip_rest(position: Position) -> bool:
    """Whether several questions are open, and each of them may be skipped."""
    still = position.open
    return len(still) >= _WORTH_SKIPPING and all(question.optional for question in still)
