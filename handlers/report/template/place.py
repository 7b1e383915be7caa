"""Finds the question of each row that was filled in, and the answer as the form's readers take it.

Word keeps a question's key in the row. LibreOffice, Google Docs and Pages drop it, so that the
wording decides there, in any language; of questions that read the same, the first comes first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers.flow.words import folded
from handlers.report.template.blank import Field
from handlers.report.template.read import CHECKED, UNCHECKED, FilledForm, Row

_ON = re.compile(rf"\s*(?:[{CHECKED}☑✓✔✗✘]|\[[xX]\]|[xX](?=\s))\s*")
_OFF = re.compile(rf"\s*(?:[{UNCHECKED}□]|\[ ?\])\s*")
# What Word itself shows in a control whose text was deleted again.
_WORDS_OWN = {
    "klikk eller trykk her for å skrive inn tekst",
    "klikk eller trykk her for å skrive inn ein tekst",
    "klikk eller trykk for å skrive inn en dato",
    "klikk eller trykk for å skrive inn ein dato",
    "velg et element",
    "vel eit element",
    "click or tap here to enter text",
    "click or tap to enter a date",
    "choose an item",
    "klicka eller tryck här för att ange text",
    "välj ett objekt",
    "klik eller tryk her for at skrive tekst",
    "vælg et element",
}
_EMPTY = {folded(one) for one in _WORDS_OWN}


@dataclass(frozen=True, slots=True)
class Printed:
    """A form as it may have been printed, in one language: what stands in it beside the answers."""

    fields: tuple[Field, ...]
    placeholders: tuple[str, ...]
    lines: tuple[str, ...]
    head: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Placed:
    """The answers by their questions' keys, in the form's order, and the words without a place."""

    sections: tuple[tuple[str, str], ...]
    left: tuple[str, ...]


def placed(form: FilledForm, printed: Sequence[Printed]) -> Placed:
    """Place what was filled in; ``printed`` are the languages that it may be in."""
    found: dict[str, str] = {}
    left: list[str] = []
    for row in form.rows:
        answer = _bare(row.answer, printed)
        if not answer or (folded(row.asked), folded(row.answer)) in _heads(printed):
            continue
        key = _key(row, printed, found)
        read = _answer(key, answer, printed) if key else ""
        if key and read:
            found[key] = read
        elif not key:
            left.append(f"{row.asked.splitlines()[0] if row.asked else ''}: {answer}".lstrip(": "))
    order = [field.key for field in printed[0].fields]
    sections = sorted(found.items(), key=lambda section: order.index(section[0]))
    return Placed(tuple(sections), (*left, *_beside(form.beside, printed)))


def _heads(printed: Iterable[Printed]) -> set[tuple[str, str]]:
    return {(folded(one.head[0]), folded(one.head[1])) for one in printed}


def _beside(texts: Iterable[str], printed: Iterable[Printed]) -> Iterable[str]:
    """What somebody wrote outside the table: not our own lines, in whatever language."""
    ours = {folded(line) for one in printed for line in one.lines}
    return (text for text in texts if folded(text) not in ours)


def _bare(answer: str, printed: Iterable[Printed]) -> str:
    """The answer without the placeholders that a program made ordinary text of."""
    for one in printed:
        for placeholder in one.placeholders:
            answer = answer.replace(placeholder, "")
    return "\n".join(line for line in answer.strip().splitlines() if folded(line) not in _EMPTY)


def _key(row: Row, printed: Sequence[Printed], found: dict[str, str]) -> str | None:
    """The question that a row answers, each question once."""
    known = {field.key for field in printed[0].fields}
    if row.key is not None:
        return row.key if row.key in known - set(found) else None
    asked = f"{folded(row.asked)} "
    fitting = [
        (len(wording), -place, field.key)
        for one in printed
        for place, field in enumerate(one.fields)
        if field.key not in found and (wording := folded(field.wording))
        if asked.startswith(f"{wording} ")
    ]
    return max(fitting)[2] if fitting else None


def _answer(key: str, answer: str, printed: Iterable[Printed]) -> str:
    """The answer as the question's reader takes it, an option by its key; "" where nothing is."""
    fields = [field for one in printed for field in one.fields if field.key == key]
    match fields[0].kind:
        case "several":
            return "\n".join(_option(line, fields) for line in _chosen(answer))
        case "one":
            return _option(answer, fields)
        case _:
            return answer


def _chosen(answer: str) -> Iterable[str]:
    """The lines that are ticked off, or that somebody wrote there without a box."""
    for line in answer.splitlines():
        if line.strip() and not _OFF.match(line):
            yield _ON.sub("", line, count=1).strip() if _ON.match(line) else line.strip()


def _option(words: str, fields: Iterable[Field]) -> str:
    """The option's key, in whatever language it was chosen; else the words, for the reader."""
    said = folded(words)
    options = [option for field in fields for option in field.options]
    fitting = (one.key for one in options if said in (folded(one.text), folded(one.reads or "")))
    return next(fitting, words) if said else words
