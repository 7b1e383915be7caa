"""From what an organiser says of a team to the programme as it would be, checked as a file is."""

import json
import re
from collections.abc import Collection
from typing import Any

from handlers.flow.words import folded
from handlers.programme_file import ProgrammeFile, dump, load
from handlers.programme_file.read import read_tables
from storage.unit import Unit

_LONGEST_ID = 40


def with_team(programme: ProgrammeFile, team: str, **values: object) -> ProgrammeFile:
    """The programme with these keys of a team as they are given; None takes a key out.

    Raises ProgrammeErrors with every complaint.
    """
    raw = tables(programme)
    for table in raw["team"]:
        if table["id"] == team:
            table.update(values)
            for key in [key for key, value in table.items() if value is None]:
                del table[key]
    return read_tables(raw)


def with_new(
    programme: ProgrammeFile, team: str, name: str, municipality: str | None
) -> ProgrammeFile:
    """The programme with one team more, at the end."""
    raw = tables(programme)
    table = {"id": team, "name": name}
    raw.setdefault("team", []).append(
        {**table, "municipality": municipality} if municipality else table
    )
    return read_tables(raw)


def without_name(programme: ProgrammeFile, name: str, team: str | None) -> ProgrammeFile:
    """The programme where a person's name no longer stands: as a team's own, or as a facilitator.

    ``team``: the one whose contact person or deputy they were; None: whom they helped.
    """
    said = folded(name)
    after = programme
    for one in programme.team:
        keys = ("facilitator",) if team is None else ("contact", "deputy")
        mine = [key for key in keys if folded(getattr(one, key) or "") == said]
        if said and mine and team in (None, one.id):
            after = with_team(after, one.id, **dict.fromkeys(mine))
    return after


def new_id(unit: Unit, programme: ProgrammeFile, name: str) -> str:
    """An id for a new team, from its name; never one that any version has had."""
    bodies = [load(body) for body, _ in unit.programmes.versions(programme.id)]
    return slug(name, {team.id for one in (programme, *bodies) for team in one.team})


def slug(name: str, taken: Collection[str]) -> str:
    """A name in small ASCII letters, digits and hyphens, with a number where it is taken."""
    base = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")[:_LONGEST_ID].strip("-") or "team"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base[: _LONGEST_ID - len(str(number)) - 1]}-{number}"
    return found


def tables(programme: ProgrammeFile) -> dict[str, Any]:
    """The tables of its file; JSON writes a whole number such as a scale's step as 1.0."""
    found: dict[str, Any] = json.loads(dump(programme), parse_float=_number)
    return found


def _number(written: str) -> float:
    number = float(written)
    return int(number) if number.is_integer() else number
