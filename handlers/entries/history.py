"""What became of each entry over the versions of a programme: what calendars number changes by."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import assert_never

from handlers.entries.entry import Entry, entries
from handlers.programme_file import load
from handlers.when import At, Days


@dataclass(frozen=True, slots=True)
class Lived:
    """An entry as it stands, or last stood.

    ``sequence`` is how many times people would have read something else, ``changed_at`` when they
    last would (aware, UTC); ``ended``: it is cancelled, has no day any longer, or is gone.
    """

    entry: Entry
    sequence: int
    changed_at: datetime
    ended: bool


def lived(versions: Iterable[tuple[str, datetime]], now: datetime) -> list[Lived]:
    """Every entry that ever was, by its day; ``versions`` are bodies, the oldest first."""
    line: dict[str, Lived] = {}
    last = None
    for body, applied_at in versions:
        if body != last:
            _apply(line, _of(body, now.date()), applied_at)
        last = body
    return sorted(line.values(), key=lambda one: (_begins(one.entry), one.entry.key))


def _apply(line: dict[str, Lived], found: dict[str, Entry], at: datetime) -> None:
    for key, entry in found.items():
        before = line.get(key)
        if before is None:
            line[key] = Lived(entry, 0, at, ended=False)
        elif before.ended or before.entry != entry:
            line[key] = Lived(entry, before.sequence + 1, at, ended=False)
        else:
            line[key] = replace(before, entry=entry)
    for key, one in line.items():
        if key not in found and not one.ended:
            line[key] = Lived(one.entry, one.sequence + 1, at, ended=True)


@lru_cache(maxsize=256)
def _of(body: str, day: date) -> dict[str, Entry]:
    """Read once: a feed is asked for again and again, and old versions never change."""
    return entries(load(body), datetime.combine(day, time.min, UTC))


def _begins(entry: Entry) -> datetime:
    match entry.when:
        case At(start):
            return start
        case Days(first):
            return datetime.combine(first, time.min)
        case _:
            assert_never(entry.when)
