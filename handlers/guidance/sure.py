"""The last question before something goes to others: two buttons in its own words."""

from dataclasses import dataclass

from handlers.flow import readers
from handlers.flow.form import Option, Question, Refusal
from handlers.flow.position import Position
from handlers.flow.readers import NO, YES
from handlers.flow.scene import Scene
from handlers.markup import Html, plain
from handlers.tongue import Tongue

SURE = "sure"


@dataclass(frozen=True, slots=True)
class _Sure:
    """Reads ``yes`` or ``no``, from such a word or from a button's own."""

    options: tuple[Option, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        try:
            return readers.yesno()(said, t)
        except Refusal:
            return readers.choice(self.options)(said, t)


def sure(ask: Html, hint: Html | None, yes: Html, no: Html) -> Question:
    """The question, with the words of its two buttons."""
    options = (Option(YES, plain(yes)), Option(NO, plain(no)))
    return Question(SURE, ask, _Sure(options), options, hint=hint)


def declined(_scene: Scene, position: Position) -> bool:
    """Whether they said no: then nothing goes."""
    return position.values.get(SURE) == NO
