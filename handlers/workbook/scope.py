"""What a cell's meaning hangs on beside itself: the reader's words, the language, the names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handlers.tongue import Tongue, tongue

LANGUAGES = ("nb", "nn", "en")
TONGUES = tuple(tongue(language) for language in LANGUAGES)


def folded(said: str) -> str:
    """A text as it is compared: whatever its case, spaces, and the colon or star after it."""
    return " ".join(said.casefold().split()).strip(" :*")


@dataclass(frozen=True, slots=True)
class Names:
    """What a row of another sheet may be called: its id, or a title that no other has."""

    ids: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """Each folded title with the id of the first that has it."""

    def find(self, said: str) -> str | None:
        """The id that is meant; None if none is."""
        return said if said in self.ids else self.titles.get(folded(said))

    def label(self, known: str, title: str) -> str:
        """How a row is named in another sheet, so that ``find`` finds it."""
        is_plain = "\n" not in title and self.find(title) == known
        return title if is_plain else known


def names(pairs: Iterable[tuple[str, Iterable[str]]]) -> Names:
    """Names of rows: their ids, each with its titles in all languages."""
    every = list(pairs)
    titles: dict[str, str] = {}
    for known, said in every:
        for title in said:
            titles.setdefault(folded(title), known)
    return Names(tuple(known for known, _ in every), titles)


@dataclass(frozen=True, slots=True)
class Scope:
    """Words in ``t``; texts without a language are in ``language``; rows are known by ``names``.

    ``shown`` is the title of each row by its id, for writing.
    """

    t: Tongue
    language: str = "nb"
    names: Mapping[str, Names] = field(default_factory=dict)
    shown: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, sheet: str) -> Names:
        return self.names.get(sheet) or Names()
