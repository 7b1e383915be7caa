"""From the tables of a programme to what stands in the cells of each sheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from handlers.tongue import Tongue
from handlers.workbook.cells import Value
from handlers.workbook.plan import Field, Path, Plan, at
from handlers.workbook.scope import LANGUAGES, Names, Scope, names
from handlers.workbook.tables import Tables
from handlers.workbook.values import Listed

Cells = dict[tuple[Path, str], Value]
"""What stands in a row, by field and part; an empty cell is not in it."""

TITLES = {"team": "name", "milestone": "title"}
"""The sheets whose rows others name, and what their title is."""


def scope_of(t: Tongue, tables: Tables) -> Scope:
    """In what the cells of a programme are written, and how its rows are named."""
    own = str(tables.get("language", "nb"))
    rows = {sheet: _items(tables, sheet) for sheet in TITLES}
    return Scope(
        t,
        own,
        {sheet: names_of(items, sheet) for sheet, items in rows.items()},
        {
            sheet: {item["id"]: _title(item.get(TITLES[sheet]), own) for item in items}
            for sheet, items in rows.items()
        },
    )


def names_of(items: Iterable[Mapping[str, Any]], sheet: str) -> Names:
    """How the rows of a sheet may be called in others."""
    return names((str(item["id"]), _every_title(item.get(TITLES[sheet]))) for item in items)


def _every_title(title: object) -> list[str]:
    if isinstance(title, Mapping):
        return [title[language] for language in LANGUAGES if language in title]
    return [title] if isinstance(title, str) else []


def _title(title: object, own: str) -> str:
    every = _every_title(title)
    return str(title.get(own, every[0])) if isinstance(title, Mapping) else "".join(every)


def items_of(plan: Plan, tables: Tables, people: Sequence[Listed]) -> list[Tables]:
    """The rows of a sheet, each as a table of its own."""
    match plan.key:
        case "people":
            return [asdict(one) for one in people]
        case "agenda":
            return [
                {"milestone": item["id"], **point}
                for item in _items(tables, "milestone")
                for point in item.get("agenda", [])
            ]
        case "question":
            return [
                {"form": form, **question}
                for form in ("report", "reflection")
                for question in _items(tables.get(form, {}), "question")
            ]
        case _:
            return _items(tables, plan.key)


def _items(tables: Tables, key: str) -> list[Tables]:
    return [item for item in tables.get(key, []) if isinstance(item, dict)]


def cells_of(plan: Plan, item: Tables, scope: Scope) -> Cells:
    """What stands in a row; of an upright sheet, in all of it."""
    found: Cells = {}
    for field in plan.fields:
        value = _switch(item, field) if field.switch else at(item, field.path)
        if value is not None:
            parts = field.cell.write(value, scope)
            found |= {(field.path, part): cell for part, cell in parts.items()}
    return found


def _switch(tables: Tables, field: Field) -> bool | None:
    """Whether a table is there; None where that follows from the rest, or means nothing."""
    *outer, _ = field.path
    if outer and at(tables, tuple(outer)) is None:
        return None
    is_there = at(tables, field.path) is not None
    if field.path == ("teams",) and not is_there and tables.get("team"):
        return None
    return is_there


def languages_in(rows: Iterable[Cells]) -> set[tuple[Path, str]]:
    """The columns of further languages that are needed."""
    return {place for row in rows for place in row if place[1] in LANGUAGES}
