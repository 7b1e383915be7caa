"""The scale on which a party says how far it has come: 0.5 to 5.0, in halves."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer

from handlers.programme_file import complaint_texts as say
from handlers.programme_file.fields import Table
from handlers.programme_file.phrases import Refused, phrase
from handlers.programme_file.text import Text

STEPS = ("0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5", "4.0", "4.5", "5.0")
"""Every step, lowest first, as it is kept."""

_STEP = r"^(0\.5|[1-4]\.[05]|5\.0)$"
_HALVES = {"0", "5"}


class ScoreLabel(Table):
    """What a step means, in the programme's own words."""

    step: Annotated[str, Field(pattern=_STEP)]
    text: Text


def _as_labels(labels: object) -> object:
    """Take the file's table of step and text; what is no step is left for the schema to refuse."""
    if not isinstance(labels, Mapping):
        return labels
    return [{"step": _step(key), "text": text} for key, text in _pairs(labels)]


def _pairs(labels: Mapping[object, object]) -> Iterator[tuple[object, object]]:
    """Each key with its text; to TOML, 2.5 without quotation marks is a 5 in a table called 2."""
    for key, text in labels.items():
        if isinstance(text, Mapping) and text and set(text) <= _HALVES:
            yield from ((f"{key}.{half}", said) for half, said in text.items())
        else:
            yield key, text


def _step(key: object) -> object:
    """A whole step may be written without its decimal."""
    is_whole = isinstance(key, str) and re.fullmatch(r"[1-5]", key, re.ASCII)
    return f"{key}.0" if is_whole else key


def _each_once(labels: tuple[ScoreLabel, ...]) -> tuple[ScoreLabel, ...]:
    """In order, for «1» and «1.0» are one step, and a file in another order says the same."""
    steps = [label.step for label in labels]
    for step in steps:
        if steps.count(step) > 1:
            raise Refused(phrase(say.listed_twice, step))
    return tuple(sorted(labels, key=lambda label: label.step))


def _as_file(labels: tuple[ScoreLabel, ...]) -> dict[str, object]:
    return {label.step: label.model_dump(mode="json")["text"] for label in labels}


ScoreLabels = Annotated[
    tuple[ScoreLabel, ...],
    BeforeValidator(_as_labels, json_schema_input_type=dict[str, Text]),
    AfterValidator(_each_once),
    PlainSerializer(_as_file, return_type=dict[str, object]),
]
