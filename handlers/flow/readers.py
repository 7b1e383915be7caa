"""Readers: each turns what was said into the canonical answer, or refuses it with a sentence.

For every reader ``read(read(x)) == read(x)``; its ``hint`` says beforehand what is expected.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from handlers.flow import texts
from handlers.flow.choices import Choice, Several
from handlers.flow.dates import Date
from handlers.flow.form import Option, Reader, Refusal
from handlers.flow.numbers import Number, Scale
from handlers.flow.words import folded
from handlers.markup import Html
from handlers.tongue import Tongue

__all__ = ["Reader", "Refusal", "choice", "date", "number", "scale", "several", "text", "yesno"]

YES, NO = "yes", "no"
_YES_WORDS = {"ja", "j", "jo", "jepp", "jada", "joda", "ja takk", "yes", "y", "yep", "yeah"}
_NO_WORDS = {"nei", "n", "neida", "nei takk", "no", "nope", "nah", "no thanks"}


@dataclass(frozen=True, slots=True)
class Text:
    """Reads free text, trimmed; ``limit`` is in characters, and nothing is ever cut."""

    limit: int

    def __call__(self, said: str, t: Tongue) -> str:
        """The text; Refusal for nothing visible, or for more than there is room for."""
        text = said.strip()
        if not any(c.isprintable() and not c.isspace() for c in text):
            raise Refusal(texts.nothing_written(t))
        if len(text) > self.limit:
            raise Refusal(texts.too_long(t, len(text), self.limit))
        return text

    def hint(self, t: Tongue) -> Html:
        return texts.limit_hint(t, self.limit)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Reads ``yes`` or ``no``."""

    def __call__(self, said: str, t: Tongue) -> str:
        """``"yes"`` or ``"no"``; Refusal for anything else."""
        words = folded(said)
        if words in _YES_WORDS:
            return YES
        if words in _NO_WORDS:
            return NO
        raise Refusal(texts.no_yes_or_no(t))

    def hint(self, t: Tongue) -> Html:
        return texts.yesno_hint(t)


def text(limit: int = 2000) -> Text:
    return Text(limit)


def choice(options: tuple[Option, ...]) -> Choice:
    return Choice(_distinct(options))


def several(options: tuple[Option, ...]) -> Several:
    return Several(_distinct(options))


def scale(low: float, high: float, step: float = 1) -> Scale:
    """Steps from ``low`` to ``high``; at most three decimals are shown."""
    if not (low < high and step > 0):
        raise ValueError("a scale rises from low to high by a positive step")
    return Scale(_decimal(low), _decimal(high), _decimal(step))


def number(
    low: float | None = None, high: float | None = None, unit: str = "", *, decimals: int = 2
) -> Number:
    """A number within bounds that may be open; ``decimals`` is 0, 1 or 2."""
    if decimals not in range(3):
        raise ValueError("with three decimals «1.234» would be two numbers")
    return Number(_decimal_or_none(low), _decimal_or_none(high), unit, decimals)


def yesno() -> YesNo:
    return YesNo()


def date(today: dt.date) -> Date:
    """``today`` is the programme's day, for dates without a year."""
    return Date(today)


def _distinct(options: tuple[Option, ...]) -> tuple[Option, ...]:
    if not options or len({option.key for option in options}) < len(options):
        raise ValueError("a choice needs options with keys of their own")
    return options


def _decimal(x: float) -> Decimal:
    return Decimal(str(x))


def _decimal_or_none(x: float | None) -> Decimal | None:
    return None if x is None else _decimal(x)
