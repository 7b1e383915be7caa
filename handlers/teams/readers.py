"""Readers of names and addresses that an organiser writes."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from handlers.flow.choices import Choice
from handlers.flow.form import Option, Refusal
from handlers.flow.words import folded
from handlers.teams import edit_texts as texts
from handlers.tongue import Tongue

LONGEST = 80
NOBODY = "nobody"
_MAIL = re.compile(r"[^@\s<>\",;:]{1,64}@[^@\s<>\",;:.]+(?:\.[^@\s<>\",;:.]+)+")
_LONGEST_MAIL = 254


@dataclass(frozen=True, slots=True)
class Name:
    """Reads a name of at most 80 letters on one line, unless it is one of ``taken``."""

    taken: frozenset[str] = frozenset()

    def __call__(self, said: str, t: Tongue) -> str:
        """The name; Refusal for none, a long one, an address, or one that another has."""
        name = _cleaned(said)
        if name.startswith("/") or "@" in name or not any(c.isalpha() for c in name):
            raise Refusal(texts.no_name(t))
        if len(name) > LONGEST:
            raise Refusal(texts.long_name(t, LONGEST))
        if folded(name) in self.taken:
            raise Refusal(texts.name_is_taken(t))
        return name


@dataclass(frozen=True, slots=True)
class Somebody:
    """Reads one of the people on the buttons, by their key, or the name of somebody else."""

    options: tuple[Option, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        """A key or a name; Refusal for neither."""
        exact = [one.key for one in self.options if folded(one.text) == folded(said)]
        if len(exact) == 1:
            return exact[0]
        try:
            return Choice(self.options)(said, t)
        except Refusal:
            return Name()(said, t)


@dataclass(frozen=True, slots=True)
class Job:
    """Reads a function: one on the buttons as it is called there, or another."""

    options: tuple[Option, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        """The function's words."""
        texts_ = {one.key: one.text for one in self.options}
        if said in texts_.values():
            return said
        try:
            return texts_[Choice(self.options)(said, t)]
        except Refusal:
            return Name()(said, t)


def mail(said: str, t: Tongue) -> str:
    """An e-mail address in small letters; Refusal for anything else."""
    found = said.strip().strip("<>").casefold()
    if not _MAIL.fullmatch(found) or len(found) > _LONGEST_MAIL:
        raise Refusal(texts.no_mail(t))
    return found


def folded_all(names: Collection[str]) -> frozenset[str]:
    return frozenset(folded(one) for one in names)


def _cleaned(said: str) -> str:
    """On one line, without signs that nobody sees."""
    one_line = " ".join(said.split())
    return "".join(c for c in one_line if unicodedata.category(c)[0] != "C").strip()
