"""What is wrong with a programme file: where, why, and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.markup import Html, joined
from handlers.programme_file import place_texts as words
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.places import Loc, place_of
from handlers.tongue import Tongue

# In these the sentence names the value, and the place alone says enough.
_UNNAMED = ("when", "at")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing to mend; ``place`` is from the outermost in, empty for the file itself."""

    place: tuple[Phrase, ...]
    what: Phrase

    def sentence(self, tongue: Tongue) -> Html:
        """Tell it in one line; a terminal shows it through markup.plain."""
        where = joined(", ", (part.told(tongue) for part in self.place))
        return joined(": ", (where, self.what.told(tongue)))


class ProgrammeErrors(Exception):
    """A programme file cannot be used; ``complaints`` holds everything that is wrong with it."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__(f"{len(complaints)} things to mend")
        self.complaints = complaints


def complain(loc: Loc, what: Phrase, raw: object) -> Complaint:
    """Complain about the table at ``loc``, in a sentence that names its key."""
    place, _ = place_of(loc, raw)
    return Complaint(place, what)


def complain_of_value(loc: Loc, what: Phrase, raw: object) -> Complaint:
    """Complain about the value at ``loc``, in a sentence that does not name its key."""
    place, rest = place_of(loc, raw)
    match rest:
        case (str(key), int(index), *_):
            return Complaint((*place, phrase(words.key_number, key, index + 1)), what)
        case (*_, str(key)) if key not in _UNNAMED:
            return Complaint((*place, phrase(words.key, key)), what)
        case _:
            return Complaint(place, what)


def in_file_order(loc: Loc, raw: object) -> tuple[int, ...]:
    """Where ``loc`` comes in the file; what is missing comes last in its table."""
    order: list[int] = []
    for part in loc:
        match raw, part:
            case Mapping(), str():
                keys = list(raw)
                order.append(keys.index(part) if part in raw else len(keys))
                raw = raw.get(part)
            case list(), int() if part < len(raw):
                order.append(part)
                raw = raw[part]
            case _:
                break
    return tuple(order)
