"""Wiring: a house with its doors, for real use, and the settings turned into it."""

from bot.app.real import RealHouse, plan_of, run
from bot.app.rehearsal import REHEARSAL, begin_rehearsal, is_rehearsal
from bot.app.telegram import (
    AS_RECEIVED,
    PATIENCE,
    Unanswered,
    door_of,
    telegram_event,
    telegram_incoming,
    telegram_plan,
    username_of,
)

__all__ = [
    "AS_RECEIVED",
    "PATIENCE",
    "REHEARSAL",
    "RealHouse",
    "Unanswered",
    "begin_rehearsal",
    "door_of",
    "is_rehearsal",
    "plan_of",
    "run",
    "telegram_event",
    "telegram_incoming",
    "telegram_plan",
    "username_of",
]
