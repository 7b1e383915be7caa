"""From the text of a programme file to the programme, or to everything that is wrong with it."""

import re
import tomllib
from collections.abc import Mapping

from pydantic import ValidationError

from handlers.programme_file import complaint_texts as say
from handlers.programme_file import place_texts as words
from handlers.programme_file.checks import faults
from handlers.programme_file.complaint import (
    Complaint,
    ProgrammeErrors,
    complain,
    in_file_order,
)
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.places import Loc
from handlers.programme_file.schema import ProgrammeFile
from handlers.programme_file.schema_errors import complaint_of

_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def read_programme(text: str) -> ProgrammeFile:
    """Read a programme file; raises ProgrammeErrors with every complaint, in the file's order.

    What is no TOML at all has one complaint, with its line.
    """
    return read_tables(_tables(text))


def read_tables(raw: Mapping[str, object]) -> ProgrammeFile:
    """Read the tables of a programme file, as ``tomllib`` gives them."""
    complaints: list[tuple[Loc, Complaint]] = []
    programme = None
    try:
        programme = ProgrammeFile.model_validate(raw)
    except ValidationError as error:
        details = error.errors(include_url=False)
        complaints += [(detail["loc"], complaint_of(detail, raw)) for detail in details]
    complaints += [(loc, complain(loc, what, raw)) for loc, what in faults(raw)]
    if programme is None or complaints:
        complaints.sort(key=lambda pair: in_file_order(pair[0], raw))
        raise ProgrammeErrors(list(dict.fromkeys(complaint for _, complaint in complaints)))
    return programme


def _tables(text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # the last two: endless digits, endless brackets
        raise ProgrammeErrors(
            [Complaint((_line(str(error), text),), _not_toml(str(error)))]
        ) from None


def _line(message: str, text: str) -> Phrase:
    found = _LINE.search(message)
    last = text.rstrip().count("\n") + 1
    return phrase(words.line, int(found[1]) if found else last)


def _not_toml(message: str) -> Phrase:
    if re.match(r"Cannot (overwrite|declare|redefine|mutate)", message):
        return phrase(say.twice_in_toml)
    if message.startswith(("Invalid value", "Invalid date")):
        return phrase(say.no_value)
    if re.match(r"Unterminated string|Illegal character '\\n'", message):
        return phrase(say.open_text)
    return phrase(say.not_toml)
