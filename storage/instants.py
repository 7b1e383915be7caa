"""Instants as fixed-width UTC text, so that their order as text is their order in time."""

from datetime import UTC, datetime

AT_ONCE = ""
NEVER = "9999"


def written(at: datetime) -> str:
    """Write an aware instant as ``2026-08-24T07:00:00.000000Z``."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant(text: str) -> datetime:
    """Read what ``written`` wrote."""
    return datetime.fromisoformat(text)
