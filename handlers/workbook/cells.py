"""What one cell holds: how each kind of value is written, and how it is read again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol

from handlers.programme_file import Refused
from handlers.programme_file.phrases import phrase
from handlers.workbook import cell_faults as faults
from handlers.workbook.scope import LANGUAGES, Scope
from handlers.workbook.vocabulary import YES_NO, Vocabulary, key_of, word

Value = str | int | float | bool | date | datetime | time
Parts = Mapping[str, Value]
"""The cells of one field that are not empty, by part; most fields have the part "" alone."""

ALONE = ("",)


class Cell(Protocol):
    """A kind of value. ``write`` takes it as a programme file has it, ``read`` gives it so."""

    @property
    def parts(self) -> tuple[str, ...]: ...

    def write(self, value: object, scope: Scope) -> dict[str, Value]: ...

    def read(self, cells: Parts, scope: Scope) -> object:
        """The value of cells of which one at least is not empty; raises Refused."""
        ...


def said(value: Value) -> str:
    """The text of a cell; Refused for what Excel has made a date of."""
    match value:
        case str():
            return value.strip()
        case bool():
            return "ja" if value else "nei"
        case float() if value.is_integer():
            return str(int(value))
        case int() | float():
            return str(value)
        case _:
            raise Refused(phrase(faults.became_a_date))


@dataclass(frozen=True, slots=True)
class Line:
    """A text as it stands: a name, an id, a link."""

    parts: tuple[str, ...] = ALONE

    def write(self, value: object, _scope: Scope) -> dict[str, Value]:
        return {"": str(value)}

    def read(self, cells: Parts, _scope: Scope) -> object:
        return said(cells[""])


@dataclass(frozen=True, slots=True)
class Text:
    """A text for people; a column of its own for each language that it is in."""

    parts: tuple[str, ...] = ("", *LANGUAGES)

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        return dict(by_part(value, scope.language))

    def read(self, cells: Parts, scope: Scope) -> object:
        return merged({part: said(value) for part, value in cells.items()}, scope.language)


def by_part(value: object, own: str) -> dict[str, str]:
    """A text, or a text by language, as the cells that hold it: the programme's own first."""
    if not isinstance(value, Mapping):
        return {"": str(value)}
    if list(value) == [own]:
        return {own: value[own]}
    ours = {"": value[own]} if own in value else {}
    return ours | {language: said for language, said in value.items() if language != own}


def merged(cells: Mapping[str, str], own: str) -> object:
    """One text, or a table by language where there is more than that of the programme's own."""
    by_language = {language: cells[language] for language in LANGUAGES if cells.get(language)}
    first = cells.get("")
    if not first:
        return by_language
    return {own: first} | by_language | {own: first} if by_language else first


@dataclass(frozen=True, slots=True)
class Number:
    """A number; ``whole`` is one without decimals."""

    whole: bool = True
    parts: tuple[str, ...] = ALONE

    def write(self, value: object, _scope: Scope) -> dict[str, Value]:
        return {"": value} if isinstance(value, int | float) else {}

    def read(self, cells: Parts, _scope: Scope) -> object:
        value = cells[""]
        if isinstance(value, str):
            value = _number(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Refused(phrase(faults.no_number, shown(cells[""])))
        if self.whole and not isinstance(value, int):
            raise Refused(phrase(faults.no_number, shown(cells[""])))
        return value


def _number(text: str) -> Value:
    try:
        return float("".join(text.split()).replace(",", "."))
    except ValueError:
        return text


def shown(value: Value) -> str:
    """A cell as it is quoted: short, and dates as people write them."""
    match value:
        case datetime():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case _:
            text = " ".join(str(value).split())
            return text if len(text) <= _MUCH else text[: _MUCH - 1] + "…"


_MUCH = 40


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no; ``quiet`` leaves a no out, where an empty cell means the same."""

    quiet: bool = False
    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        if self.quiet and not value:
            return {}
        return {"": word(scope.t, YES_NO, "yes" if value else "no")}

    def read(self, cells: Parts, _scope: Scope) -> object:
        key = key_of(YES_NO, said(cells[""]))
        if key is None:
            raise Refused(phrase(faults.no_yes_or_no, shown(cells[""])))
        return key == "yes"


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a few."""

    vocabulary: Vocabulary
    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        return {"": word(scope.t, self.vocabulary, str(value))}

    def read(self, cells: Parts, _scope: Scope) -> object:
        return chosen(self.vocabulary, said(cells[""]))


def chosen(vocabulary: Vocabulary, text: str) -> str:
    key = key_of(vocabulary, text)
    if key is None:
        raise Refused(phrase(faults.no_choice, shown(text), tuple(vocabulary.values())))
    return key


@dataclass(frozen=True, slots=True)
class Ref:
    """A row of another sheet, by its title or its id."""

    sheet: str
    parts: tuple[str, ...] = ALONE

    def write(self, value: object, scope: Scope) -> dict[str, Value]:
        return {"": label(self.sheet, str(value), scope)}

    def read(self, cells: Parts, scope: Scope) -> object:
        text = said(cells[""])
        known = scope.of(self.sheet).find(text)
        if known is None:
            raise Refused(phrase(faults.no_such_row, shown(text), self.sheet))
        return known


def label(sheet: str, known: str, scope: Scope) -> str:
    return scope.of(sheet).label(known, scope.shown.get(sheet, {}).get(known, known))
