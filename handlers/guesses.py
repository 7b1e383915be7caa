"""How many wrong codes are borne: ten an hour from one account, a hundred a minute in all."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from storage.unit import Unit

WRONG_IN_AN_HOUR = 10
WRONG_IN_A_MINUTE = 100
HOUR = timedelta(hours=1)
LOCK = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def locked_until(wrong: Sequence[datetime], now: datetime) -> datetime | None:
    """Until when an account may not guess, by its wrong tries in order; None if it may."""
    pairs = zip(wrong, wrong[WRONG_IN_AN_HOUR - 1 :], strict=False)
    locks = [tenth + LOCK for first, tenth in pairs if tenth - first <= HOUR]
    return locks[-1] if locks and now < locks[-1] else None


def lock_of(unit: Unit, door: str, speaker: str, now: datetime) -> datetime | None:
    """Until when this account may not guess."""
    return locked_until(unit.invitations.guesses_of(door, speaker, now - LOCK - HOUR), now)


def too_many_in_all(unit: Unit, now: datetime) -> bool:
    """Whether so many guess that everybody must wait a minute."""
    return unit.invitations.guesses_in_all(now - MINUTE) >= WRONG_IN_A_MINUTE


def was_wrong(unit: Unit, door: str, speaker: str, now: datetime) -> None:
    """Count a wrong try, and forget those that no lock goes by any more."""
    unit.invitations.forget_guesses(now - LOCK - HOUR)
    unit.invitations.guessed(door, speaker, now)
