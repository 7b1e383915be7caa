"""The way in: what a door brought is screened and on disk before the door may forget it."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bot.clock import Clock
from bot.writer import RunsUnits
from handlers.events import Address
from handlers.screen import Json, screen_payload
from storage.records import InboxRow
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Incoming:
    """One raw update: its id at the source, where it came from if that can be read, its JSON."""

    update: str
    address: Address | None
    payload: Json


class Intake:
    """Stores what comes in; ``arrived`` is set whenever there may be something new."""

    def __init__(self, writer: RunsUnits, clock: Clock) -> None:
        """Store through ``writer``, at the instants of ``clock``."""
        self._writer = writer
        self._clock = clock
        self.arrived = asyncio.Event()

    async def receive(self, source: str, updates: Sequence[Incoming]) -> None:
        """Return once every update is on disk; one that came before is passed over."""
        await self._writer.run(self.storing(source, updates))
        self.arrived.set()

    def storing(self, source: str, updates: Sequence[Incoming]) -> Callable[[Unit], None]:
        """The unit that stores a batch, with everything screened before it gets there."""
        now = self._clock.now()
        screened = [(update, *screen_payload(update.payload)) for update in updates]

        def store(unit: Unit) -> None:
            for update, payload, found in screened:
                unit.inbox.store(
                    source=source,
                    update=update.update,
                    payload=_dumped(payload),
                    screened=found,
                    door=update.address.door if update.address else None,
                    key=update.address.key if update.address else None,
                    now=now,
                )

        return store


# Escaped: half a surrogate pair, which people's phones do send, is no text that SQLite can keep.
_dumped = partial(json.dumps, ensure_ascii=True, separators=(",", ":"))


def payload_of(row: InboxRow) -> object:
    """The JSON that a row holds; ValueError for a row whose words were blanked."""
    if row.payload is None:
        raise ValueError("the update was blanked before it was answered")
    payload: object = json.loads(row.payload)
    return payload
