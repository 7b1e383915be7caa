"""What a button of a form holds, in 64 bytes: which draft, which question, as it was when shown."""

import re
from dataclasses import dataclass
from typing import Literal, assert_never, get_args

Handful = Literal["fill", "rest", "erase", "whole", "take", "leave"]
"""What changes several answers, or takes one away."""
Verb = Literal[Handful, "back", "skip", "stop", "send", "change", "keep", "resume"]

_DRAFT = r"[A-Za-z0-9_-]{1,16}"
_QUESTION = r"[a-z0-9-]{1,24}"
_REVISION = r"0|[1-9a-f][0-9a-f]{0,2}"
_TAP = re.compile(rf"a:({_DRAFT}):({_QUESTION}):({_REVISION}):([!-~]{{1,16}})")
_STEER = re.compile(rf"f:({'|'.join(get_args(Verb))}):({_DRAFT}):({_QUESTION})?:({_REVISION})")


@dataclass(frozen=True, slots=True)
class Tap:
    """An answer by button, to a question as it was when its answer stood at ``revision``.

    ``value`` has at most 16 bytes, ``revision`` is at most 4095.
    """

    draft: str
    question: str
    revision: int
    value: str


@dataclass(frozen=True, slots=True)
class Steer:
    """A control by button; ``question`` and ``revision`` are what was shown, or ("", 0).

    With its question a skip or a keep that is old cannot hit the question after.
    """

    verb: Verb
    draft: str
    question: str = ""
    revision: int = 0


def encode(button: Tap | Steer) -> str:
    """The button's data; ValueError for a part that is too long or holds what it must not."""
    match button:
        case Tap(draft, question, revision, value):
            data = f"a:{draft}:{question}:{revision:x}:{value}"
        case Steer(verb, draft, question, revision):
            data = f"f:{verb}:{draft}:{question}:{revision:x}"
        case _:
            assert_never(button)
    if decode(data) != button:
        raise ValueError("no button can hold this")
    return data


def decode(data: str) -> Tap | Steer | None:
    """The button that a form made, or None for anything else; never raises."""
    if tap := _TAP.fullmatch(data):
        draft, question, revision, value = tap.groups()
        return Tap(draft, question, int(revision, 16), value)
    if steer := _STEER.fullmatch(data):
        verb, draft, question, revision = steer.groups(default="")
        return Steer(_VERBS[verb], draft, question, int(revision, 16))
    return None


_VERBS: dict[str, Verb] = {verb: verb for verb in get_args(Verb)}
