"""Readers of what is written about a measure: its words, one a line, a date, a function."""

from dataclasses import dataclass

from handlers.flow import readers
from handlers.flow import texts as flow_texts
from handlers.flow.dates import Date
from handlers.flow.form import Option, Refusal
from handlers.flow.readers import Text
from handlers.flow.words import folded, unlisted
from handlers.markup import Html
from handlers.measures import texts
from handlers.measures.work import LONGEST
from handlers.tongue import Tongue

NONE = "-"
"""The canonical answer that takes a due date or a function away."""
NOBODY = "none"
"""The key of the option that does so."""
LONGEST_FUNCTION = 60

_NO_DATE = {"ingen frist", "ingen", "inga frist", "no due date", "no date", "none"}
_NOBODY = {"ingen", "none", "nobody"}


@dataclass(frozen=True, slots=True)
class Wordings:
    """Reads one wording a line; ``room`` is how many more there may be."""

    room: int

    def __call__(self, said: str, t: Tongue) -> str:
        """The wordings, one a line; Refusal for none, for too many, or for one that is too long."""
        read = readers.text(LONGEST)
        found = [read(unlisted(line), t) for line in said.splitlines() if line.strip()]
        if not found:
            raise Refusal(flow_texts.nothing_written(t))
        if len(found) > self.room:
            raise Refusal(texts.too_many(t, len(found), self.room))
        return "\n".join(found)

    def hint(self, t: Tongue) -> Html:
        return texts.one_a_line(t, LONGEST)


@dataclass(frozen=True, slots=True)
class Due:
    """Reads a date, or that there is none."""

    date: Date

    def __call__(self, said: str, t: Tongue) -> str:
        """The ISO date, or ``NONE``."""
        words = folded(said)
        if said.strip() in (NONE, NOBODY) or words in _NO_DATE or words == folded(texts.no_due(t)):
            return NONE
        return self.date(said, t)

    def hint(self, t: Tongue) -> Html:
        return self.date.hint(t)


@dataclass(frozen=True, slots=True)
class Function:
    """Reads a function: an option by its key, words or number, ``NOBODY`` too, or other words."""

    options: tuple[Option, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        """The function's words, or ``NONE``."""
        words = folded(said)
        if said.strip() == NONE or words in _NOBODY:
            return NONE
        for number, option in enumerate(self.options, 1):
            if said.strip() == option.key or words in (folded(option.text), str(number)):
                return NONE if option.key == NOBODY else option.text
        return Text(LONGEST_FUNCTION)(said, t)
