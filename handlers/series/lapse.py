"""What nobody said yes or no to is let go: it holds names and addresses."""

from datetime import datetime, timedelta

from storage.unit import Unit

WAITS = timedelta(days=7)


def lapse(unit: Unit, now: datetime) -> None:
    """Forget what was sent in a week before ``now`` (aware, UTC)."""
    unit.programmes.forget_proposals(now - WAITS)
