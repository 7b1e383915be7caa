"""What a heartbeat does: bounded slices, each a unit of its own, and what happens next."""

from datetime import UTC, datetime, timedelta

from handlers import broadcast, change, reflect, series, visits
from handlers.remind import unheard
from handlers.remind.ahead import Happening, happening, sentence
from handlers.remind.beat import AT_MOST, slice_of
from handlers.remind.compose import compose
from storage.unit import Unit

__all__ = [
    "START",
    "Happening",
    "beat",
    "compose",
    "happening",
    "next_instant",
    "sentence",
    "step_over",
]

START = ""
_PEOPLE = "people:"
_UNHEARD = "unheard"
_NEXT = {START: "broadcasts", "broadcasts": "notices", "notices": "tidy", "tidy": _PEOPLE}
_TIDIED = "tidied on"
INBOX_KEPT = timedelta(days=7)
OUTBOX_KEPT = timedelta(days=30)
GUESSES_KEPT = timedelta(days=2)
# Telegram repeats nothing after a day, but may begin at lower numbers again after an idle week.
SETTLED_KEPT = timedelta(days=14)


def beat(unit: Unit, now: datetime, mark: str = START, most: int = AT_MOST) -> str | None:
    """Do one slice of a heartbeat; return the mark to go on from, None when there is no more.

    The caller runs ``START``, then every mark that comes back, each as one unit of work that
    serves ``most`` people. Nothing is kept between: a round that was broken off begins anew, and
    repeats nothing.
    """
    match mark:
        case "":
            unit.outbox.stale(now)
        case "broadcasts":
            broadcast.beat(unit, now)
        case "notices":
            if change.tell(unit, now, most):
                return mark
        case "tidy":
            _tidy(unit, now)
        case "unheard":
            unheard.tell(unit, now)
            return None
        case _:
            after = slice_of(unit, now, mark.removeprefix(_PEOPLE), most)
            return _UNHEARD if after is None else f"{_PEOPLE}{after}"
    return _NEXT[mark]


def step_over(unit: Unit, mark: str) -> str | None:
    """Return the mark behind a slice that fails, or behind the one person it fails for."""
    if mark in _NEXT:
        return _NEXT[mark]
    if mark == _UNHEARD:
        return None
    following = unit.people.after(mark.removeprefix(_PEOPLE), 1)
    return f"{_PEOPLE}{following[0].id}" if following else _UNHEARD


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
    series.lapse(unit, now)
    unit.inbox.blank_old(now - INBOX_KEPT)
    unit.inbox.forget_settled(now - SETTLED_KEPT)
    unit.outbox.blank_old(now - OUTBOX_KEPT)
    unit.invitations.forget_guesses(now - GUESSES_KEPT)
    visits.forget_old(unit, now)
    unit.house.keep(_TIDIED, today)
