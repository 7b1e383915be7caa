"""What a sheet is: its fields, and where in a programme file its rows stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handlers.markup import Html, plain
from handlers.tongue import Tongue
from handlers.workbook.cells import Cell
from handlers.workbook.scope import LANGUAGES
from handlers.workbook.vocabulary import LANGUAGE_WORDS, Vocabulary, Words, word

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a row says. ``path`` is where it stands in the row's table of the file.

    ``ours`` is for Mellom alone: people need not write it. ``switch``: yes or no to a whole table.
    """

    path: Path
    cell: Cell
    heading: Words
    help: Words
    width: int = 24
    choices: Vocabulary | None = None
    refers: str | None = None
    ours: bool = False
    switch: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet: a row an item, or ``upright``, with a row a field."""

    key: str
    name: Words
    fields: tuple[Field, ...]
    upright: bool = False
    sections: tuple[tuple[Path, Words], ...] = ()
    """Of an upright sheet: before which field a heading stands."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: a field, and which of its parts."""

    field: Field
    part: str


def heading(t: Tongue, field: Field, part: str) -> str:
    """What stands above a column."""
    name = plain(field.heading(t))
    if part in LANGUAGES:
        return f"{name} ({word(t, LANGUAGE_WORDS, part)})"
    return plain(_PARTS[part](t)) if part else name


def help_of(t: Tongue, field: Field, part: str) -> str:
    """The line of help below a heading."""
    if part in LANGUAGES:
        return plain(_in_language(t, word(t, LANGUAGE_WORDS, part)))
    return plain(field.help(t) if part == "" else _PART_HELP[part](t))


_PARTS: dict[str, Words] = {
    "end": lambda t: t.say("End"),
    "words": lambda t: t.say("Time in words"),
}
_PART_HELP: dict[str, Words] = {
    "end": lambda t: t.say("Day and time as the start. Empty: not said."),
    "words": lambda t: t.say(
        "Where there is no day yet: “February 2027”, “spring 2027”, “every 1 April”."
    ),
}


def _in_language(t: Tongue, language: str) -> Html:
    return t.say("The same in {language}.", language=language)


def columns(plan: Plan) -> Iterator[Column]:
    """Every column that a sheet may have."""
    for field in plan.fields:
        for part in field.cell.parts:
            yield Column(field, part)


def at(table: Any, path: Path) -> Any:  # noqa: ANN401 - any value of a file
    """What stands at a path; None where nothing does."""
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def put(table: dict[str, Any], path: Path, value: object) -> None:
    """Set the value at a path, making the tables on the way."""
    for key in path[:-1]:
        inner = table.get(key)
        if not isinstance(inner, dict):
            inner = table[key] = {}
        table = inner
    table[path[-1]] = value
