"""Remembers what follows from a programme, which is asked again for every person at every beat."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

MOST = 4096
Arguments = ParamSpec("Arguments")
Found = TypeVar("Found")


def remembered(work: Callable[Arguments, Found]) -> Callable[Arguments, Found]:
    """Let a pure function of a programme and its milestones answer at once for the same objects.

    They are known by identity, for to compare two programmes takes longer than to reckon anew;
    ``load`` gives the same object for the same text.
    """
    kept: dict[tuple[int, ...], tuple[tuple[object, ...], Found]] = {}

    @wraps(work)
    def answer(*arguments: Arguments.args, **named: Arguments.kwargs) -> Found:
        if named:
            return work(*arguments, **named)
        key = tuple(map(id, arguments))
        known = kept.get(key)
        if known is not None:
            return known[1]
        found = work(*arguments, **named)
        if len(kept) >= MOST:
            kept.clear()
        kept[key] = (arguments, found)  # what is kept alive keeps its identity
        return found

    return answer
