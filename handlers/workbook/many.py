"""Cells that hold a list: texts and options a line each, numbers and days beside one another."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from handlers.markup import plain
from handlers.programme_file import Refused, complaint_texts
from handlers.programme_file.phrases import phrase
from handlers.programme_file.question import with_keys
from handlers.workbook import cell_faults as faults
from handlers.workbook.cells import ALONE, Parts, Value, by_part, chosen, label, merged, said, shown
from handlers.workbook.lists import joined, split
from handlers.workbook.scope import LANGUAGES, Scope
from handlers.workbook.vocabulary import Vocabulary, Words, everybody, means, nothing, word

_BETWEEN = re.compile(r"\s*(?:[,;\n]|\bog\b|\band\b)\s*")
_KEYED = re.compile(r"(?P<text>.*\S)\s*\[(?P<key>[a-z0-9][a-z0-9-]{0,15})\]", re.DOTALL)
_STEP = re.compile(r"(?P<step>-?\d+(?:[.,]\d+)?)\s*[=:]\s*(?P<text>.+)", re.DOTALL)
_RANGE = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})", re.ASCII)
_WORKING = re.compile(r"(\d{1,4})\s*(?:working|arbeids|virke)\s*(?:days?|dag(?:er|ar)?)", re.ASCII)


def _rows(cells: Parts) -> list[dict[str, str]]:
    """What stands in the lines of several cells beside each other: a row a line, by part."""
    lines = {part: split(str(value) if isinstance(value, str) else said(value))
             for part, value in cells.items()}  # fmt: skip
    rows = zip_longest(*lines.values(), fillvalue="")
    found = [dict(zip(lines, row, strict=True)) for row in rows]
    return [row for row in found if any(row.values())]


def _columns(items: Iterable[Mapping[str, str]]) -> dict[str, Value]:
    rows = list(items)
    parts = [part for part in ("", *LANGUAGES) if any(part in row for row in rows)]
    return {part: joined([row.get(part, "") for row in rows]) for part in parts}


@dataclass(frozen=True, slots=True)
class Texts:
    """Short texts, a line each."""

    parts: tuple[str, ...] = ("", *LANGUAGES)

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        items = value if isinstance(value, list) else []
        return _columns(by_part(item, scope.language) for item in items)

    def read(self, cells: Parts, scope: Scope) -> object:
        return [merged(row, scope.language) for row in _rows(cells)]


@dataclass(frozen=True, slots=True)
class Options:
    """Answers to choose, a line each; a key in brackets where it is not made of the text."""

    parts: tuple[str, ...] = ("", *LANGUAGES)

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        items = [item for item in _list(value) if isinstance(item, dict)]
        rows = [by_part(item["text"], scope.language) for item in items]
        for number in _keyed(items, rows, scope.language):
            row = rows[number]
            first = next(iter(row))
            row[first] = f"{row[first]} [{items[number]['key']}]"
        return _columns(rows)

    def read(self, cells: Parts, scope: Scope) -> object:
        return [_option(row, scope.language) for row in _rows(cells)]


def _keyed(items: list[Any], rows: list[dict[str, str]], own: str) -> set[int]:
    """Which options need their key written, since none or another would be made of their text."""
    texts = [merged(row, own) for row in rows]
    named = {
        number for number, row in enumerate(rows) if _KEYED.fullmatch(next(iter(row.values())))
    }
    while True:
        made: Any = with_keys(
            [{"key": item["key"], "text": text} if number in named else {"text": text}
             for number, (item, text) in enumerate(zip(items, texts, strict=True))]
        )  # fmt: skip
        others = {n for n, (one, item) in enumerate(zip(made, items, strict=True))
                  if "key" in item and one["key"] != item["key"]}  # fmt: skip
        if others <= named:
            return named
        named |= others


def _option(row: dict[str, str], own: str) -> object:
    first = next(part for part in row if row[part])
    found = _KEYED.fullmatch(row[first])
    if found is None:
        return {"text": merged(row, own)}
    return {"key": found["key"], "text": merged({**row, first: found["text"]}, own)}


@dataclass(frozen=True, slots=True)
class Labels:
    """What the steps of a scale mean, a line each: «1 = just begun»."""

    parts: tuple[str, ...] = ("", *LANGUAGES)

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        labels = value if isinstance(value, dict) else {}
        rows = [{part: f"{step.replace('.', ',')} = {text}"
                 for part, text in by_part(texts, scope.language).items()}
                for step, texts in labels.items()]  # fmt: skip
        parts = [part for part in ("", *LANGUAGES) if any(part in row for row in rows)]
        return {part: joined([row[part] for row in rows if part in row]) for part in parts}

    def read(self, cells: Parts, scope: Scope) -> object:
        labels: dict[str, dict[str, str]] = {}
        for part, value in cells.items():
            for line in filter(None, split(said(value))):
                step, text = _label(line)
                if part in labels.setdefault(step, {}):
                    raise Refused(phrase(complaint_texts.listed_twice, step))
                labels[step][part] = text
        return {step: merged(texts, scope.language) for step, texts in labels.items()}


def _label(line: str) -> tuple[str, str]:
    found = _STEP.fullmatch(line)
    if found is None:
        raise Refused(phrase(faults.no_label, shown(line)))
    return found["step"].replace(",", "."), found["text"]


@dataclass(frozen=True, slots=True)
class Choices:
    """Some words of a few; ``usual``: an empty cell means what is usual, and none is a word."""

    vocabulary: Vocabulary
    usual: bool = False
    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        if not value and not self.usual:
            return {}
        return _beside([word(scope.t, self.vocabulary, str(key)) for key in _list(value)], scope)

    def read(self, cells: Parts, _scope: Scope) -> object:
        return [chosen(self.vocabulary, one) for one in _each(cells)]


@dataclass(frozen=True, slots=True)
class Counts:
    """Whole numbers; «28-30» are three of them."""

    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        return _beside([str(number) for number in _list(value)], scope)

    def read(self, cells: Parts, _scope: Scope) -> object:
        return [number for one in _each(cells) for number in _counts(one)]


def _counts(text: str) -> list[int]:
    if found := _RANGE.fullmatch(text):
        return list(range(int(found[1]), int(found[2]) + 1))
    if not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        raise Refused(phrase(faults.no_number, shown(text)))
    return [int(text)]


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days, or working days."""

    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        return {"": _offset_told(value, scope)}

    def read(self, cells: Parts, _scope: Scope) -> object:
        return _offset(said(cells[""]))


@dataclass(frozen=True, slots=True)
class Offsets:
    """Several such numbers of days."""

    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        return _beside([_offset_told(one, scope) for one in _list(value)], scope)

    def read(self, cells: Parts, _scope: Scope) -> object:
        return [_offset(one) for one in _each(cells)]


def _offset_told(value: object, scope: Scope) -> str:
    if isinstance(value, int):
        return str(value)
    days = int(str(value).split()[0])
    # Without the grouping of thousands that a number in a sentence has.
    told = plain(scope.t.many("{n} working day", "{n} working days", days))
    return re.sub(r"^[\d\s.,]+", f"{days} ", told)


def _offset(text: str) -> int | str:
    folded = text.casefold()
    if found := _WORKING.fullmatch(folded):
        return f"{int(found[1])} working days"
    found = re.fullmatch(r"(\d{1,4})(?:\s*(?:days?|dag(?:er|ar)?))?", folded, re.ASCII)
    if found is None:
        raise Refused(phrase(faults.no_offset, shown(text)))
    return int(found[1])


@dataclass(frozen=True, slots=True)
class Refs:
    """Rows of another sheet, a line each; ``empty`` is the word for a list with nothing in it."""

    sheet: str
    empty: Words = everybody
    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        every = [label(self.sheet, str(known), scope) for known in _list(value)]
        return {"": joined(every) if every else plain(self.empty(scope.t))}

    def read(self, cells: Parts, scope: Scope) -> object:
        text = said(cells[""])
        if means(self.empty, text):
            return []
        return [known for line in split(text) if line for known in self._found(line, scope)]

    def _found(self, line: str, scope: Scope) -> list[str]:
        """A line is one row, or several with a comma or semicolon between."""
        names = scope.of(self.sheet)
        for pieces in ([line], re.split(r"\s*;\s*", line), re.split(r"\s*[,;]\s*", line)):
            known = [names.find(piece) for piece in pieces if piece]
            found = [one for one in known if one is not None]
            if known and len(found) == len(known):
                return found
        raise Refused(phrase(faults.no_such_row, shown(line), self.sheet))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _beside(texts: list[str], scope: Scope) -> dict[str, Value]:
    return {"": ", ".join(texts) if texts else plain(nothing(scope.t))}


def _each(cells: Parts) -> list[str]:
    text = said(cells[""])
    if means(nothing, text):
        return []
    return [one for one in _BETWEEN.split(text) if one]
