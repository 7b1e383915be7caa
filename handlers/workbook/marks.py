"""What tells whether a row is as it was written, whatever program saved it since."""

from datetime import date, datetime

from handlers.workbook.cells import Value
from handlers.workbook.plan import Path, Plan
from handlers.workbook.scope import folded

Mark = frozenset[tuple[Path, str, str]]


def mark(plan: Plan, row: dict[tuple[Path, str], Value]) -> Mark:
    """A row's cells without what is Mellom's own, in one form."""
    ours = {field.path for field in plan.fields if field.ours}
    return frozenset(
        (path, part, _plain(value)) for (path, part), value in row.items() if path not in ours
    )


def _plain(value: Value) -> str:
    match value:
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return f"{value:%Y-%m-%d 00:00}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return folded(str(value))
