"""The column of ids, which every sheet has whose rows others point at."""

from handlers.workbook.cells import Line
from handlers.workbook.plan import Field


def own_id() -> Field:
    """Mellom's own: people leave it as it is, and empty in a new row."""
    return Field(
        ("id",),
        Line(),
        lambda t: t.say("Id"),
        lambda t: t.say("Mellom's own. Do not change it; in a new row leave it empty."),
        14,
        ours=True,
    )
