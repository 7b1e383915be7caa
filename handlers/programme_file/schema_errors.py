"""From what pydantic found to a complaint in plain words."""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import get_args

from pydantic_core import ErrorDetails

from handlers.programme_file import complaint_texts as say
from handlers.programme_file import texts
from handlers.programme_file.complaint import Complaint, complain, complain_of_value
from handlers.programme_file.fields import Table
from handlers.programme_file.phrases import Phrase, Refused, phrase
from handlers.programme_file.places import Loc
from handlers.programme_file.schema import ProgrammeFile
from handlers.programme_file.score import STEPS

EXAMPLES = {
    "id": 'id = "samling-1"',
    "name": 'name = "Læringsnettverk for mentorprogram"',
    "kind": 'kind = "samling"',
    "title": 'title = "Introduksjon"',
    "what": 'what = "Lunsj"',
    "key": 'key = "laert"',
    "ask": 'ask = "Hva har dere lært siden sist?"',
    "text": 'text = "Delvis"',
    "role": 'role = "prosjektleder"',
    "controller": 'controller = "Tromsø kommune"',
    "contact": 'contact = "personvern@kommune.no"',
    "ground": 'ground = "…"',
    "min": "min = 3",
    "max": "max = 7",
    "from": 'from = "15:00"',
    "to": 'to = "09:00"',
}
_QUESTION_KIND = 'kind = "text"'
_TABLES_OF = {"milestone", "team", "contact", "group", "question", "agenda"}
_SCORE_LABELS = ("report", "score", "labels")


def complaint_of(error: ErrorDetails, raw: object) -> Complaint:
    """Say what pydantic found, without a word of pydantic's."""
    loc: Loc = error["loc"]
    if loc[:3] == _SCORE_LABELS:
        return _of_score_labels(error, raw)
    refusal = (error.get("ctx") or {}).get("error")
    if isinstance(refusal, Refused):
        return complain_of_value(loc, refusal.phrase, raw)
    if name_it := _BY_KEY.get(error["type"]):
        return complain(loc, name_it(loc), raw)
    return complain_of_value(loc, _of_value(error), raw)


def _of_score_labels(error: ErrorDetails, raw: object) -> Complaint:
    """The file has a table here, and no list: its place is told without a number."""
    refusal = (error.get("ctx") or {}).get("error")
    if isinstance(refusal, Refused):
        return complain_of_value(_SCORE_LABELS, refusal.phrase, raw)
    if error["loc"] == _SCORE_LABELS:
        return complain(_SCORE_LABELS, phrase(say.not_a_table, ".".join(_SCORE_LABELS)), raw)
    step = texts.shown(error["input"])
    return complain(_SCORE_LABELS, phrase(say.no_half_step, step, STEPS[0], STEPS[-1]), raw)


def _missing(loc: Loc) -> Phrase:
    key = str(loc[-1])
    match loc:
        case ("schema",):
            return phrase(say.no_schema)
        case ("report", "days_before"):
            return phrase(say.no_days_before)
        case ("samling", "sign_up", "days_before"):
            return phrase(say.missing, key, "days_before = 21")
        case ("team", _, "id"):
            return phrase(say.missing, key, 'id = "tromso-1"')
        case (_, "question", _, "kind"):
            return phrase(say.missing, key, _QUESTION_KIND)
        case _:
            return phrase(say.missing, key, EXAMPLES.get(key, f"{key} = …"))


def _unknown(loc: Loc) -> Phrase:
    key = str(loc[-1])
    known = keys_at(loc[:-1])
    if meant := get_close_matches(key, known, n=1):
        return phrase(say.did_you_mean, texts.shown(key), meant[0])
    if len(loc) > 1 and key in keys_at(()):
        return phrase(say.belongs_on_top, key)
    return phrase(say.unknown, texts.shown(key))


def _not_a_table(loc: Loc) -> Phrase:
    path = [part for part in loc if isinstance(part, str)]
    if path[-1] == "options":
        return phrase(texts.not_a_text)
    make = say.not_tables if path[-1] in _TABLES_OF else say.not_a_table
    return phrase(make, ".".join(path))


def _not_a_list(loc: Loc) -> Phrase:
    path = [part for part in loc if isinstance(part, str)]
    if path[-1] in _TABLES_OF:
        return phrase(say.not_tables, ".".join(path))
    return phrase(say.not_a_list, path[-1])


_BY_KEY: Mapping[str, Callable[[Loc], Phrase]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "model_type": _not_a_table,
    "model_attributes_type": _not_a_table,
    "dict_type": _not_a_table,
    "tuple_type": _not_a_list,
    "list_type": _not_a_list,
}


def _of_value(error: ErrorDetails) -> Phrase:
    ctx = error.get("ctx") or {}
    said = texts.shown(error["input"])
    match error["type"]:
        case "literal_error" if error["loc"] == ("schema",):
            return phrase(say.other_schema, said)
        case "literal_error":
            return phrase(texts.not_one_of, said, ", ".join(_choices(str(ctx["expected"]))))
        case "string_type":
            return phrase(texts.not_a_text)
        case "int_type" | "int_from_float" | "int_parsing":
            return phrase(texts.not_whole, said)
        case "bool_type" | "bool_parsing":
            return phrase(texts.not_yes_or_no, said)
        case "greater_than_equal":
            return phrase(texts.too_small, said, str(ctx["ge"]))
        case "less_than_equal":
            return phrase(texts.too_large, said, str(ctx["le"]))
        case _:
            return phrase(say.not_this, said)


def _choices(expected: str) -> list[str]:
    return re.findall(r"'([^']+)'", expected) or [expected]


def keys_at(loc: Loc) -> list[str]:
    """Which keys the table at ``loc`` may have; none where there is no table."""
    table: type[Table] | None = ProgrammeFile
    for part in loc:
        if isinstance(part, str) and table is not None:
            table = _table_under(table, part)
    return list(_fields(table)) if table else []


def _fields(table: type[Table]) -> dict[str, object]:
    return {field.alias or name: field.annotation for name, field in table.model_fields.items()}


def _table_under(table: type[Table], key: str) -> type[Table] | None:
    return next(_tables_in(_fields(table).get(key)), None)


def _tables_in(annotation: object) -> Iterator[type[Table]]:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        yield annotation
    for inner in get_args(annotation):
        yield from _tables_in(inner)
