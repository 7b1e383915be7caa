"""What is held on a person as one text: JSON with plain headings, for people and for programs."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers.markup import Html, plain
from handlers.privacy import sheet_texts
from handlers.tongue import Tongue
from storage.instants import written
from storage.shelves.traces import Trace


def sheet(t: Tongue, held: Mapping[str, Sequence[Trace]], now: datetime) -> str:
    """The whole file. ``held`` is rows by table; raises KeyError for one without a heading.

    Instants are UTC. A place where nothing is held is shown as an empty list, so that one sees
    that it was looked at.
    """
    headings, columns = sheet_texts.headings(t), sheet_texts.columns(t)
    whole: dict[str, object] = {
        plain(sheet_texts.title(t)): plain(sheet_texts.about(t)),
        plain(sheet_texts.made(t)): written(now),
    }
    for place, rows in held.items():
        whole[plain(headings[place])] = [_shown(row, columns) for row in rows]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _shown(row: Trace, columns: Mapping[str, Html]) -> dict[str, object]:
    """A row with its columns' words; what was never given is left out."""
    return {
        plain(columns[name]): _value(name, value)
        for name, value in row.items()
        if value is not None
    }


def _value(name: str, value: str | int | None) -> object:
    """What a column holds; what a door sent is opened up, a text loses its tags."""
    if name == "payload":
        opened: object = json.loads(str(value))
        return opened
    return plain(Html(value)) if name == "text" and isinstance(value, str) else value
