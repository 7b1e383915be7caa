"""What an organiser passes on of a broadcast: to those who have neither a chat nor mail."""

from datetime import datetime

from handlers.broadcast.audience import recipients, sender_of
from handlers.broadcast.compile import letter
from handlers.events import Address
from handlers.post import Letter, has_neither, post
from handlers.programme_file import load
from handlers.remind import unheard, unheard_texts
from handlers.tongue import Tongue, tongue
from storage.records import Broadcast
from storage.shelves.outbox import REMINDER
from storage.unit import Unit


def pass_on(unit: Unit, broadcast: Broadcast, to: Address, t: Tongue, now: datetime) -> None:
    """Give its sender the very words, and the names of those whom they did not come to; once."""
    row = unit.programmes.find(broadcast.programme)
    programme = load(row.body) if row else None
    sender = sender_of(unit, programme, broadcast.by) if programme else None
    if programme is None or sender is None:
        return
    people = recipients(unit, programme.id, broadcast.by or "", broadcast.audience)
    left = [one.id for one in people if has_neither(unit, one.id)]
    if not left:
        return
    file = unit.files.find(broadcast.file) if broadcast.file else None
    words = letter(tongue(programme.language), sender, broadcast.text, file.name if file else None)
    named = [(unheard.names(unit, programme, t, left), words)]
    said = unheard_texts.pass_on(t, len(left), named, files=False)
    key = f"broadcast:{broadcast.id}:pass-on"
    post(unit, to, Letter(said, priority=REMINDER), key, t.language, now)
