"""How a canonical answer reads to people."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from handlers.flow import texts
from handlers.flow.choices import Choice, Several, chosen
from handlers.flow.dates import Date
from handlers.flow.form import Question
from handlers.flow.numbers import Number, Scale, spoken
from handlers.flow.readers import NO, YES, YesNo
from handlers.markup import Html, joined, safe
from handlers.tongue import Tongue


def shown(question: Question, value: str | None, t: Tongue) -> Html:
    """The answer in words, None being a skip.

    A value that the question no longer knows, after a change of the programme, reads as it stands.
    """
    if value is None:
        return texts.skipped(t)
    try:
        return _shown(question, value, t)
    except (ValueError, InvalidOperation):
        return safe(value)


def _shown(question: Question, value: str, t: Tongue) -> Html:
    match question.read:
        case Several():
            return _several(question.read, value, t)
        case Scale():
            return safe(spoken(Decimal(value), t))
        case Number() as number:
            return safe(number.spoken(Decimal(value), t))
        case Date():
            return safe(t.day(dt.date.fromisoformat(value), year=True))
        case read if hasattr(read, "reads"):
            return safe(read.reads(value, t))
        case _:
            return safe(_names(question, t).get(value, value))


def _names(question: Question, t: Tongue) -> Mapping[str, str]:
    match question.read:
        case YesNo():
            return {YES: texts.yes(t), NO: texts.no(t)}
        case Choice(options):
            return {option.key: option.reads or option.text for option in options}
        case _:
            return {option.key: option.reads or option.text for option in question.options}


def _several(read: Several, value: str, t: Tongue) -> Html:
    keys = chosen(value)
    if not keys:
        return texts.none_of_them(t)
    gone = keys - {option.key for option in read.options}
    # Commas: an option may itself say «and».
    return joined(", ", [o.text for o in read.options if o.key in keys] + sorted(gone))
