"""A form as data: its questions, and what each may be answered with."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.markup import Html
from handlers.tongue import Tongue

_QUESTION_KEY = re.compile(r"[a-z0-9-]{1,24}")
_OPTION_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,15}", re.ASCII)

Reader = Callable[[str, Tongue], str]
"""Turns what was said into the canonical answer, or raises ``Refusal``."""


class Refusal(Exception):
    """What was said is no answer; ``sentence`` tells the person kindly what to do instead."""

    def __init__(self, sentence: Html) -> None:
        """Keep the sentence; it never repeats what the person wrote."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: its key (at most 16 bytes, it stands in a button) and how it reads.

    ``reads`` is how it reads as an answer, where the button alone says less («as last time»).
    """

    key: str
    text: str
    reads: str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a key that no button can hold."""
        if not _OPTION_KEY.fullmatch(self.key):
            raise ValueError(f"not an option's key: {self.key!r}")


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form, in the reader's language; one that is not asked is not in the list.

    ``hint`` says beforehand what is expected; ``free`` marks typed text as welcome, so that the
    line about not writing of single persons is shown; ``several`` lets more than one option stand.
    """

    key: str
    text: Html
    read: Reader
    options: tuple[Option, ...] = ()
    optional: bool = False
    hint: Html | None = None
    free: bool = False
    several: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a key that no button can hold."""
        if not _QUESTION_KEY.fullmatch(self.key):
            raise ValueError(f"not a question's key: {self.key!r}")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One button that answers several open questions at once, this one first.

    ``answers`` are canonical by the question's key, None being a skip; those that are no longer
    open, or no longer asked, are left alone. ``note`` says above the button what it would answer.
    """

    label: Html
    answers: Mapping[str, str | None]
    note: Html | None = None


Questions = Callable[[Mapping[str, str]], tuple[Question, ...]]
"""The questions of a form in order, given the canonical answers so far."""
