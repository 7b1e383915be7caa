"""Cuts one text into the answers of a form, along the headings of its questions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.flow.form import Question
from handlers.flow.words import folded
from handlers.markup import plain

# What stands before a heading in a list: «1.», «(2)», a dash, a bullet, a hash.
_LIST_MARK = re.compile(r"\s*(?:\(?\d{1,2}[.)]\s+|[-–—•·▪◦*]\s+|#+\s+)+")
_ENDS = re.compile(r"[:?]")
_LOOSE_MARKS = "*_ \t"


@dataclass(frozen=True, slots=True)
class Cut:
    """What was found under each question's heading, by the question's key, in the text's order.

    ``left`` is what stands under no heading, or under one that fits several questions.
    """

    found: tuple[tuple[str, str], ...]
    left: str


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that names a question: its key, None if it fits several, and what follows on it."""

    key: str | None
    rest: str


def cut(text: str, questions: Sequence[Question]) -> Cut:
    """Cut a text along the headings in it; the parts under the same heading are one."""
    names = _names(questions)
    parts: dict[str, list[str]] = {}
    left: list[str] = []
    under = left
    for line in text.replace("\r\n", "\n").split("\n"):
        heading = _heading(line, names)
        if heading is None:
            under.append(line)
        elif heading.key is None:
            under = left
            under.append(line)
        else:
            under = parts.setdefault(heading.key, [])
            under += [heading.rest] if heading.rest else []
    found = ((key, _bare(lines)) for key, lines in parts.items())
    return Cut(tuple(found), _bare(left))


def heading_of(question: Question) -> str:
    """How a question stands as a heading in one text."""
    return plain(question.text)


def _bare(lines: list[str]) -> str:
    return "\n".join(lines).strip()


_Names = tuple[dict[str, list[str]], dict[str, list[str]]]


def _names(questions: Sequence[Question]) -> _Names:
    """The keys by what a heading may say: the whole wording, and its name before a colon."""
    whole: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    for question in questions:
        wording = _unmarked(heading_of(question))
        whole.setdefault(folded(wording), []).append(question.key)
        name, colon, rest = wording.partition(":")
        if colon and rest.strip():
            short.setdefault(folded(name), []).append(question.key)
    whole.pop("", None)
    short.pop("", None)
    return whole, short


def _heading(line: str, names: _Names) -> _Heading | None:
    """What the line names; a whole wording goes before a short one, a longer before a shorter."""
    for by_name in names:
        for said, rest in _readings(_unmarked(line)):
            if keys := by_name.get(folded(said)):
                return _Heading(keys[0] if len(keys) == 1 else None, rest)
    return None


def _readings(line: str) -> Iterator[tuple[str, str]]:
    """The line as a heading alone, then as one with an answer behind it: the longest first."""
    yield line, ""
    for end in reversed(list(_ENDS.finditer(line))):
        yield line[: end.end()], line[end.end() :].lstrip(_LOOSE_MARKS).rstrip()


def _unmarked(line: str) -> str:
    return _LIST_MARK.sub("", line, count=1) if _LIST_MARK.match(line) else line
