"""Reading one option, or several, from what was typed or tapped."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers.flow import texts
from handlers.flow.form import Option, Refusal
from handlers.flow.words import folded
from handlers.markup import Html, lines, safe
from handlers.tongue import Tongue

NONE = "-"
"""The canonical answer when several could be chosen and none was."""

_BETWEEN = re.compile(r"(\s*[,;&+\n]\s*|\s+(?:og|and)\s+|(?<=\d)\s+(?=\d))", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:(?:nr|nummer|no|number|alternativ|option) )?(\d{1,3})", re.ASCII)
_NONE = {"ingen", "ingen av dem", "ingen av disse", "inga", "none", "none of them"}


@dataclass(frozen=True, slots=True)
class Choice:
    """Reads the key of one option: from its key, its text, its number, or how its text begins."""

    options: tuple[Option, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        """The option's key; Refusal for none, or for what fits more than one."""
        found = _match(said, self.options) or _beginning(said, self.options)
        if found is None:
            raise Refusal(texts.no_such_option(t, _listed(self.options)))
        return found.key

    def hint(self, t: Tongue) -> Html:
        return texts.choice_hint(t)


@dataclass(frozen=True, slots=True)
class Several:
    """Reads any number of options: their keys in the form's order joined by ``,``, or ``-``."""

    options: tuple[Option, ...]

    def __call__(self, said: str, t: Tongue) -> str:
        """The canonical choice; Refusal if any part of it is no option."""
        said = said.strip()
        whole = _match(said, self.options)
        if whole is None and (said in ("", NONE) or folded(said) in _NONE):
            return NONE
        try:
            keys = {whole.key} if whole else set(self._parts(said))
        except LookupError:
            raise Refusal(texts.no_such_options(t, _listed(self.options))) from None
        return self.canonical(keys)

    def hint(self, t: Tongue) -> Html:
        return texts.several_hint(t)

    def canonical(self, keys: set[str]) -> str:
        return ",".join(o.key for o in self.options if o.key in keys) or NONE

    def toggled(self, value: str | None, key: str) -> str:
        """The canonical choice after a tap on one option."""
        return self.canonical(chosen(value) ^ {key})

    def _parts(self, said: str) -> Iterator[str]:
        """Each option's key, longest text first, since a text may hold a comma or «og» itself."""
        parts = _BETWEEN.split(said)
        widest = max(len(_BETWEEN.split(option.text)) for option in self.options)
        while parts:
            key, used = self._first(parts, widest)
            if key is not None:
                yield key
            parts = parts[used + 1 :]

    def _first(self, parts: list[str], widest: int) -> tuple[str | None, int]:
        """The first option's key, and how many parts (every other is a comma) it took."""
        if not parts[0].strip(" ."):
            return None, 1
        for used in range(min(widest, len(parts)), 0, -2):
            if found := _match("".join(parts[:used]), self.options):
                return found.key, used
        if found := _beginning(parts[0], self.options):
            return found.key, 1
        raise LookupError


def chosen(value: str | None) -> set[str]:
    """The keys in a canonical choice of several."""
    return set() if value in (None, "", NONE) else set(str(value).split(","))


def _match(said: str, options: tuple[Option, ...]) -> Option | None:
    said = said.strip()
    words, exact = folded(said), _exact(said)
    ordinal = _ORDINAL.fullmatch(words)
    number = int(ordinal[1]) if ordinal else 0
    return (
        _only(options, lambda o: o.key == said)
        or _only(options, lambda o: _exact(o.text) == exact)
        or _only(options, lambda o: words != "" and folded(o.text) == words)
        or (options[number - 1] if 0 < number <= len(options) else None)
    )


def _beginning(said: str, options: tuple[Option, ...]) -> Option | None:
    words = folded(said)
    return _only(options, lambda o: words != "" and folded(o.text).startswith(words))


def _only(options: tuple[Option, ...], fits: Callable[[Option], bool]) -> Option | None:
    found = [option for option in options if fits(option)]
    return found[0] if len(found) == 1 else None


def _exact(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold()).strip()


def _listed(options: tuple[Option, ...]) -> Html:
    numbered = (safe(f"{n}. {option.text}") for n, option in enumerate(options, 1))
    return Html("\n" + lines(*numbered))
