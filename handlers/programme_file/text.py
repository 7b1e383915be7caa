"""A text for people: one for all, or one for each language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from typing_extensions import TypeAliasType

from handlers.programme_file import texts
from handlers.programme_file.phrases import Refused, phrase

LANGUAGES = ("nb", "nn", "en")
LONGEST = 2000


def read_text(value: object) -> str | Mapping[str, str]:
    """Read a string or a table by language; raises Refused."""
    match value:
        case str():
            return _checked(value)
        case Mapping() if value:
            return MappingProxyType({_language(key): _checked(said) for key, said in value.items()})
        case Mapping():
            raise Refused(phrase(texts.empty_text))
        case _:
            raise Refused(phrase(texts.not_a_text))


def write_text(text: str | Mapping[str, str]) -> str | dict[str, str]:
    """Write it as it stands in a file."""
    return text if isinstance(text, str) else dict(text)


def _language(key: object) -> str:
    if key not in LANGUAGES:
        raise Refused(phrase(texts.not_a_language, texts.shown(key)))
    return str(key)


def _checked(said: object) -> str:
    if not isinstance(said, str):
        raise Refused(phrase(texts.not_a_text))
    if not said.strip():
        raise Refused(phrase(texts.empty_text))
    if len(said) > LONGEST:
        raise Refused(phrase(texts.too_long, len(said), LONGEST))
    return said.strip()


_Text = Annotated[
    str | Mapping[str, str],
    PlainValidator(read_text),
    PlainSerializer(write_text),
    WithJsonSchema(
        {
            "description": "A text, or a table with a text for each language.",
            "anyOf": [
                {"type": "string", "minLength": 1, "maxLength": LONGEST},
                {
                    "type": "object",
                    "properties": {one: {"type": "string", "minLength": 1} for one in LANGUAGES},
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ],
        },
    ),
]
# By name, so that the JSON Schema holds it once.
Text = TypeAliasType("Text", _Text)
