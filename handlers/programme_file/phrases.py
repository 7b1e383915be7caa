"""A sentence that waits for its reader's language: which one, and what goes into it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVarTuple

from handlers.markup import Html
from handlers.tongue import Tongue

Ts = TypeVarTuple("Ts")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A typed function of texts.py with its values; equal phrases read alike."""

    sentence: Callable[..., Html]
    values: tuple[object, ...] = ()

    def told(self, tongue: Tongue) -> Html:
        """Tell it in the reader's language."""
        return self.sentence(tongue, *self.values)


def phrase(sentence: Callable[[Tongue, *Ts], Html], *values: *Ts) -> Phrase:
    """Make a phrase, with the values checked against the sentence by the type checker."""
    return Phrase(sentence, values)


class Refused(ValueError):
    """What stands in the file cannot be used; ``phrase`` says why, and what to write."""

    def __init__(self, why: Phrase) -> None:
        super().__init__("refused")
        self.phrase = why
