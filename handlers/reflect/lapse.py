"""An anonymous reflection that was begun and never sent is not kept under a name for ever."""

from datetime import datetime, timedelta

from handlers.programme_file import load, milestone, reflection_closes
from storage.records import Draft
from storage.unit import Unit

FORM = "reflect"
# Someone may have sent it in time, and not been heard yet.
_GRACE = timedelta(days=1)


def lapse(unit: Unit, now: datetime) -> None:
    """Drop the drafts that can no longer be sent at ``now`` (aware, UTC), a day after the last."""
    gone = [draft for draft in unit.drafts.open_of(FORM) if _is_over(unit, draft, now)]
    for draft in gone:
        unit.drafts.drop(draft.id)
    if gone:
        unit.house.want_wipe()


def _is_over(unit: Unit, draft: Draft, now: datetime) -> bool:
    row = unit.programmes.find(draft.programme)
    programme = load(row.body) if row else None
    after = milestone(programme, draft.about) if programme else None
    closes = reflection_closes(programme, after) if programme and after else None
    return closes is None or closes + _GRACE < now
