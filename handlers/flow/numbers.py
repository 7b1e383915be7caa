"""Reading a number, with a comma or a point, on a scale or within bounds."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from handlers.flow import texts
from handlers.flow.form import Refusal
from handlers.flow.words import folded
from handlers.markup import Html
from handlers.tongue import Tongue

_NUMBER = re.compile(
    r"(?P<sign>[+-]?) ?(?P<whole>\d{1,3}(?:[ ']\d{3}){1,4}|\d{1,12})(?:[.,](?P<part>\d{1,12}))?"
    r"\s*(?P<unit>[^\d\s].*)?",
    re.ASCII,
)
_OUT_OF = re.compile(r"(?:/|av|of|out of) ?(\d+)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scale:
    """Reads a step on a scale («3», «3,5», «3 av 5»); canonical with a point, without zeros."""

    low: Decimal
    high: Decimal
    step: Decimal

    def __call__(self, said: str, t: Tongue) -> str:
        """The canonical number; Refusal for what is no step of the scale."""
        number, unit = _read(said, t, self.hint(t))
        top = _OUT_OF.fullmatch(unit)
        if unit and not (top and Decimal(top[1]) == self.high):
            raise Refusal(texts.no_number(t, self.hint(t)))
        if not self.low <= number <= self.high or (number - self.low) % self.step:
            raise Refusal(texts.outside(t, self.hint(t)))
        return canonical(number)

    def hint(self, t: Tongue) -> Html:
        low, high = spoken(self.low, t), spoken(self.high, t)
        if self.step == 1:
            return texts.scale_hint(t, low, high)
        return texts.scale_step_hint(t, low, high, spoken(self.step, t))


@dataclass(frozen=True, slots=True)
class Number:
    """Reads a number with its unit or without («1 234,5 kr»); canonical with a point.

    At most two decimals, so that neither «1.234» nor "1,234" is ever taken for the other number.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    decimals: int

    def __call__(self, said: str, t: Tongue) -> str:
        """The canonical number; Refusal for what is none, or is out of bounds."""
        number, unit = _read(self._without_unit_before(said), t, self.hint(t))
        if unit and not self._is_unit(unit):
            raise Refusal(texts.no_number(t, self.hint(t)))
        self._refuse_decimals(number, t)
        too_low = self.low is not None and number < self.low
        if too_low or (self.high is not None and number > self.high):
            raise Refusal(texts.outside(t, self.hint(t)))
        return canonical(number)

    def hint(self, t: Tongue) -> Html:
        low = None if self.low is None else self.spoken(self.low, t)
        high = None if self.high is None else self.spoken(self.high, t)
        if self.low is not None and high:
            return texts.scale_hint(t, spoken(self.low, t), high)
        if low:
            return texts.number_from_hint(t, low)
        if high:
            return texts.number_to_hint(t, high)
        example = Decimal("12.5") if self.decimals else Decimal(12)
        return texts.number_hint(t, self.spoken(example, t))

    def spoken(self, number: Decimal, t: Tongue) -> str:
        """The number with its unit («1 234,5 kr»)."""
        return f"{spoken(number, t)}\u00a0{self.unit}" if self.unit else spoken(number, t)

    def _without_unit_before(self, said: str) -> str:
        said = said.strip()
        if self.unit and said.casefold().startswith(self.unit.casefold()):
            return said[len(self.unit) :].lstrip(" .:\u00a0")
        return said

    def _is_unit(self, word: str) -> bool:
        same = word.casefold() == self.unit.casefold()
        return same or (folded(word) != "" and folded(word) == folded(self.unit))

    def _refuse_decimals(self, number: Decimal, t: Tongue) -> None:
        if -int(number.as_tuple().exponent) > self.decimals:
            few = texts.too_many_decimals(t, self.decimals) if self.decimals else None
            raise Refusal(few or texts.only_whole(t))


def canonical(number: Decimal) -> str:
    """The number without an exponent or needless zeros («3.5», «100», «0»)."""
    return format(number.normalize(), "f") if number else "0"


def spoken(number: Decimal, t: Tongue) -> str:
    return t.number(float(number))


def _read(said: str, t: Tongue, hint: Html) -> tuple[Decimal, str]:
    """The number with its decimals as written, and the word after it («», also for «,-»)."""
    plain = unicodedata.normalize("NFKC", said).replace("\u2212", "-").strip()
    found = _NUMBER.fullmatch(plain)
    if not found:
        raise Refusal(texts.no_number(t, hint))
    whole = re.sub(r"\D", "", found["whole"])
    part = f".{found['part']}" if found["part"] else ""
    return Decimal(found["sign"] + whole + part), (found["unit"] or "").strip(" .,-!")
