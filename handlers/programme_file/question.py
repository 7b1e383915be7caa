"""A question of a report or a reflection, and the answers that it offers."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, StrictBool, StrictInt

from handlers.programme_file.fields import Key, Number, OptionKey, Table
from handlers.programme_file.text import LANGUAGES, Text

Kind = Literal["text", "choice", "several", "scale", "number", "yesno", "date"]
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
_LONGEST_KEY = 16


class Option(Table):
    """An answer to choose; its key is stored and stands in the button."""

    key: OptionKey
    text: Text


def slug(text: str, longest: int = _LONGEST_KEY) -> str:
    """Make a key of a text: a–z, digits and hyphens, at most ``longest`` of them; may be empty."""
    small = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    ascii_only = small.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:longest].strip("-")


def with_keys(options: object) -> object:
    """Give each option without a key one that is made of its text, unlike all the others."""
    if not isinstance(options, list | tuple):
        return options
    tables = [_as_table(option) for option in options]
    taken = {table["key"] for table in tables if isinstance(table, dict) and _has_key(table)}
    for table in tables:
        if isinstance(table, dict) and "key" not in table:
            table["key"] = _free_key(table.get("text"), taken)
            taken.add(table["key"])
    return tables


def _has_key(table: Mapping[object, object]) -> bool:
    return isinstance(table.get("key"), str)


def _as_table(option: object) -> object:
    match option:
        case str():
            return {"text": option}
        case Mapping() if option and set(option) <= set(LANGUAGES):
            return {"text": dict(option)}
        case Mapping():
            return dict(option)
        case _:
            return option


def _free_key(text: object, taken: set[str]) -> str:
    said = next(iter(text.values()), "") if isinstance(text, Mapping) else text
    base = slug(said) if isinstance(said, str) else ""
    base = base or "valg"
    key, number = base, 1
    while key in taken:
        number += 1
        tail = f"-{number}"
        key = base[: _LONGEST_KEY - len(tail)] + tail
    return key


class Label(Table):
    """What a step of a scale means."""

    step: StrictInt
    text: Text


def _as_labels(labels: object) -> object:
    """Take the file's table of step and text; what is no step is left for the schema to refuse."""
    if not isinstance(labels, Mapping):
        return labels
    steps = [{"step": step_of(key), "text": text} for key, text in labels.items()]
    return sorted(steps, key=lambda label: str(label["step"]).rjust(8))


def step_of(key: object) -> object:
    """The whole number that a label's key writes; the key itself if it writes none."""
    is_number = isinstance(key, str) and re.fullmatch(r"-?\d{1,6}", key, re.ASCII)
    return int(str(key)) if is_number else key


def _as_file(labels: tuple[Label, ...]) -> dict[str, object]:
    return {f"{label.step}": label.model_dump(mode="json")["text"] for label in labels}


Labels = Annotated[
    tuple[Label, ...],
    BeforeValidator(_as_labels, json_schema_input_type=dict[str, Text]),
    PlainSerializer(_as_file, return_type=dict[str, object]),
]
Options = Annotated[
    tuple[Option, ...],
    BeforeValidator(with_keys, json_schema_input_type=tuple[Text | Option, ...]),
]


class Question(Table):
    """One question; which of the last keys it may have depends on its kind.

    ``help``, on a question of kind yesno alone, marks that "yes" asks for help.
    """

    key: Key
    ask: Text
    kind: Kind
    optional: StrictBool = False
    options: Options = ()
    min: Number | None = None
    max: Number | None = None
    labels: Labels = ()
    unit: Text | None = None
    help: Annotated[StrictBool, Field(description="On a yesno: yes asks for help.")] = False
