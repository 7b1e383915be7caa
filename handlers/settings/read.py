"""Reads a time of day, days of the week and a number of weeks as people write them."""

import re
from collections.abc import Iterator
from datetime import time

from handlers.flow.words import folded

_TIME = re.compile(
    r"(?:(?:ca|circa|omtrent|rundt|about|around|at|klokken|klokka|klokk|kl|kl\.)\.?\s*){0,2}"
    r"(\d{1,2})(?:\s*[.:,h]\s*(\d{2})|(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\.?",
    re.IGNORECASE | re.ASCII,
)
_WEEKS = re.compile(
    r"(?:i |for |in )?(\d{1,3})\s*(?:u|uke|uker|veke|veker|v|w|week|weeks)?\.?",
    re.IGNORECASE | re.ASCII,
)
_NOON = 12
_DAYS = (
    "mandag monday",
    "tirsdag tysdag tuesday",
    "onsdag wednesday",
    "torsdag thursday",
    "fredag friday",
    "lordag laurdag saturday",
    "sondag sundag sunday",
)
_SHORTEST = 2
_ALL = "1234567"
_EVERY = "alle dager, alle dagar, hver dag, kvar dag, every day, all days, alle, alltid, all"
_WHOLE = {
    "12345": "hverdager hverdag ukedager virkedager arbeidsdager kvardagar vekedagar weekdays",
    "67": "helg helga helgen helger weekend weekends",
}
_MEANS = {word: days for days, words in _WHOLE.items() for word in words.split()}
_SAYS_NOTHING = set(
    "og and samt pa on i the bare only day days dag dager dagar hver kvar alle every each".split()
)
_PLURALS = {"dager": "dag", "dagar": "dag", "days": "day"}
_THROUGH = re.compile(r"(\w+)\.?\s*(?:-|–|—|\btil og med\b|\btil\b|\bto\b)\s*(\w+)")


def hour_of(text: str) -> time | None:
    """The time of day that a whole text is («kl 20», «20.15», «8 pm»); None for anything else."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if half := (found[4] or "").replace(".", "").lower():
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a clock's


def weeks_of(text: str) -> int | None:
    """A number of weeks («3», «3 uker»); None for anything else."""
    found = _WEEKS.fullmatch(text.strip())
    return int(found[1]) if found else None


def days_of(text: str) -> str | None:
    """ISO weekdays in order («man, ons–fre» is «1345»); None where any word is no day.

    «to» is Thursday, unless it stands between two days: both «mon to fri» and «ons, to, fre» mean
    the same then, and «ma to fr» is read as people who write English mean it.
    """
    if folded(text) in _EVERY.split(", "):
        return _ALL
    found: set[str] = set()
    for first, last in _spans(text):
        days = _named(first) if last is None else _between(_day(first), _day(last))
        if days is None:
            return None
        found |= set(days)
    return "".join(sorted(found)) or None


def _spans(text: str) -> Iterator[tuple[str, str | None]]:
    """Each word alone, or two with what leads from the one to the other."""
    said = text.casefold()
    for span in _THROUGH.finditer(said):
        if _day(span[1]) and _day(span[2]):
            yield span[1], span[2]
            said = said.replace(span[0], " ", 1)
    for word in folded(said).split():
        if word not in _SAYS_NOTHING:
            yield word, None


def _between(first: int, last: int) -> str:
    """Round the weekend, where it is written so."""
    count = (last - first) % 7 + 1
    return "".join(str((first - 1 + n) % 7 + 1) for n in range(count))


def _named(word: str) -> str | None:
    if word in _MEANS:
        return _MEANS[word]
    day = _day(word)
    return str(day) if day else None


def _day(word: str) -> int:
    """The ISO weekday that a word begins; 0 for none."""
    begun = folded(word)
    for many, one in _PLURALS.items():
        begun = begun.removesuffix(many) + one if begun.endswith(many) else begun
    if len(begun) < _SHORTEST:
        return 0
    fits = [n for n, names in enumerate(_DAYS, 1) if _begins(begun, names)]
    return fits[0] if len(fits) == 1 else 0


def _begins(word: str, names: str) -> bool:
    return any(name.startswith(word) for name in names.split())
