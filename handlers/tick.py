"""What a heartbeat does: bounded slices, each a unit of its own, and what happens next."""

from datetime import UTC, datetime, timedelta

from handlers import broadcast, reflect
from handlers.remind.ahead import Happening, happening, sentence
from handlers.remind.beat import slice_of
from handlers.remind.compose import compose
from storage.unit import Unit

__all__ = ["START", "Happening", "beat", "compose", "happening", "next_instant", "sentence"]

START = ""
_PEOPLE = "people:"
_TIDIED = "tidied on"
INBOX_KEPT = timedelta(days=7)
OUTBOX_KEPT = timedelta(days=30)
GUESSES_KEPT = timedelta(days=2)


def beat(unit: Unit, now: datetime, mark: str = START) -> str | None:
    """Do one slice of a heartbeat; return the mark to go on from, None when there is no more.

    The caller runs ``START``, then every mark that comes back, each as one unit of work. Nothing
    is kept between: a round that was broken off begins anew, and repeats nothing.
    """
    if mark == START:
        unit.outbox.stale(now)
        broadcast.beat(unit, now)
        _tidy(unit, now)
        return _PEOPLE
    after = slice_of(unit, now, mark.removeprefix(_PEOPLE))
    return None if after is None else f"{_PEOPLE}{after}"


def next_instant(unit: Unit, now: datetime) -> datetime | None:
    """The next instant (aware, UTC) at which anything at all happens."""
    found = happening(unit, now)
    return None if found is None else found.at


def _tidy(unit: Unit, now: datetime) -> None:
    """Blank and forget what has been kept long enough, once a day."""
    today = now.astimezone(UTC).date().isoformat()
    if unit.house.value(_TIDIED) == today:
        return
    reflect.lapse(unit, now)
    unit.inbox.blank_old(now - INBOX_KEPT)
    unit.outbox.blank_old(now - OUTBOX_KEPT)
    unit.invitations.forget_guesses(now - GUESSES_KEPT)
    unit.house.keep(_TIDIED, today)
