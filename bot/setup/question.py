"""One question of the set-up, and whoever answers it: a person at a terminal, or a file."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

YES, NO = "yes", "no"


class Wrong(Exception):
    """An answer cannot be used; the message is a sentence for whoever gave it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and why in one line.

    ``default`` is what an empty answer means; ``shown`` stands for it where it must not be seen
    or would say nothing. ``read`` turns an answer into its value, or raises ``Wrong``.
    ``setting`` is the setting that it fills, without its prefix.
    """

    key: str
    ask: str
    why: str
    read: Callable[[str], str]
    default: str = ""
    shown: str | None = None
    secret: bool = False
    setting: str | None = None

    @property
    def proposal(self) -> str:
        return self.default if self.shown is None else self.shown


class Talk(Protocol):
    """Whoever is asked."""

    def ask(self, question: Question) -> str:
        """What is answered, as it was given; empty takes the default."""
        ...

    def tell(self, text: str) -> None:
        """Say something that needs no answer."""
        ...

    def refuse(self, key: str, why: str) -> None:
        """Say that an answer is of no use; raises ``Trouble`` where it is no use to ask again."""
        ...


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks until an answer can be used; what the environment sets is not asked at all."""

    talk: Talk
    outside: Collection[str] = ()
    """The settings that stand in the environment, which goes before any file."""
    stands: Callable[[str], str] = str
    """Words the sentence that a setting stands in the environment."""

    def __call__(self, question: Question) -> str:
        if question.setting in self.outside and question.setting is not None:
            self.talk.tell(self.stands(question.setting))
            return question.default
        while True:
            said = self.talk.ask(question).strip() or question.default
            try:
                return question.read(said)
            except Wrong as wrong:
                self.talk.refuse(question.key, str(wrong))
