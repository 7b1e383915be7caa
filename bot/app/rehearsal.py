"""A house at another instant: on a database that is for that alone, and never backwards."""

import asyncio
from datetime import datetime

from bot.clock import Clock
from bot.settings import Trouble
from bot.writer import Writer
from storage.unit import Unit

REHEARSAL = "rehearsal"
_REMEMBERED = 1.0  # seconds; --clock takes minutes


async def remember(writer: Writer, clock: Clock) -> None:
    """Keep how far a rehearsal has come, so that the next one cannot begin before that."""
    while True:
        await asyncio.sleep(_REMEMBERED)
        await writer.run(lambda unit: _keep_reached(unit, clock.now()))


def _keep_reached(unit: Unit, now: datetime) -> None:
    unit.house.keep(REHEARSAL, now.isoformat())


def begin_rehearsal(unit: Unit, start: datetime) -> None:
    """Let the database run at another instant: only one that is for that, and never backwards."""
    stood = unit.house.value(REHEARSAL)
    if stood is None and unit.people.after("", 1):
        raise Trouble(
            "--clock is for rehearsals, and this database has people in it: "
            "use an empty MELLOM_DATA_DIR"
        )
    if stood is not None and datetime.fromisoformat(stood) > start:
        raise Trouble(f"this rehearsal has come to {stood}: --clock cannot go back before that")
    _keep_reached(unit, start)


def is_rehearsal(unit: Unit) -> bool:
    """Whether the database is for rehearsals: without --clock it must write to nobody."""
    return unit.house.value(REHEARSAL) is not None
