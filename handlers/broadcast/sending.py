"""A broadcast goes out: confirmed once, then put in line slice by slice."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict

from handlers.broadcast import counting, texts
from handlers.broadcast.audience import Audience, recipients
from handlers.broadcast.compile import Sender, letter
from handlers.events import Address
from handlers.post import Letter, address_of, hears, post
from handlers.tongue import tongue
from handlers.turn import Turn
from storage.records import Broadcast, File, Person
from storage.shelves.outbox import BROADCAST
from storage.unit import Unit

EXPAND = "expand"
SLICE = 50  # recipients a unit
FILE_PAUSE = timedelta(seconds=5)
FILE_PATIENCE = timedelta(minutes=5)
_NOWHERE = Address("", "")


class Slice(BaseModel):
    """The arguments of a task: whom the slice before ended with, and how often it waited."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    broadcast: str
    after: str = ""
    waited: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """What every recipient gets, each in their own language, or else in the programme's."""

    broadcast: Broadcast
    sender: Sender
    file: File | None
    language: str


def start(turn: Turn, draft: Broadcast, audience: Audience) -> bool:
    """Let a draft go out to this audience, once; false if nobody is in it any longer."""
    unit, now = turn.unit, turn.now
    total = len(recipients(unit, draft.programme, draft.by or "", audience))
    if not total:
        return False
    unit.broadcasts.aim(draft.id, audience)
    if unit.broadcasts.confirm(draft.id, now):
        counting.begin(unit, draft.id, total, turn.address, turn.tongue, now)
        _list(unit, Slice(broadcast=draft.id), now)
    return True


def expand(unit: Unit, arguments: str, now: datetime) -> None:
    """Put one slice of copies in line and list the next; a slice that runs again adds nothing."""
    asked = Slice.model_validate_json(arguments)
    broadcast = unit.broadcasts.find(asked.broadcast)
    if broadcast is None or broadcast.state != "sending":
        return
    programme, sender = counting.under(unit, broadcast)
    if programme is None or sender is None:
        counting.halt(unit, broadcast, texts.leads_no_more, now)
        return
    file = unit.files.find(broadcast.file) if broadcast.file else None
    if broadcast.file and (file is None or file.hash is None):
        _wait_for_file(unit, broadcast, asked, now)
        return
    _put_in_line(unit, Copy(broadcast, sender, file, programme.language), asked.after, now)


def _put_in_line(unit: Unit, copy: Copy, after: str, now: datetime) -> None:
    broadcast = copy.broadcast
    people = recipients(unit, broadcast.programme, broadcast.by or "", broadcast.audience)
    rest = [one for one in people if one.id > after]
    for person in rest[:SLICE]:
        _owe(unit, copy, person, now)
    if len(rest) > SLICE:
        _list(unit, Slice(broadcast=broadcast.id, after=rest[SLICE - 1].id), now)
    else:
        counting.is_whole(unit, broadcast)


def _owe(unit: Unit, copy: Copy, person: Person, now: datetime) -> None:
    """Owe one copy; to one who hears nothing of it it ends at once, so that it is counted."""
    t, file, broadcast = tongue(person.language or copy.language), copy.file, copy.broadcast
    words = Letter(
        letter(t, copy.sender, broadcast.text, file.name if file else None),
        file=file.id if file else None,
        about=counting.about(broadcast.id),
        priority=BROADCAST,
    )
    to = address_of(unit, person)
    key = f"broadcast:{broadcast.id}:{person.id}"
    if to is not None and hears(unit, person):
        post(unit, to, words, key, t.language, now)
        return
    row = post(unit, _NOWHERE, words, key, t.language, now)
    if row is not None:
        unit.outbox.end(row, "failed", "nobody is there", now)
    if to is not None:
        quiet = replace(words, about=counting.unheard_at_page(broadcast.id))
        post(unit, to, quiet, f"{key}:page", t.language, now)


def _wait_for_file(unit: Unit, broadcast: Broadcast, asked: Slice, now: datetime) -> None:
    """Look again a little later; after a while say that it did not come."""
    if now - (broadcast.confirmed_at or now) < FILE_PATIENCE:
        later = asked.model_copy(update={"waited": asked.waited + 1})
        _list(unit, later, now + FILE_PAUSE)
        return
    counting.halt(unit, broadcast, texts.file_not_here, now)


def _list(unit: Unit, asked: Slice, not_before: datetime) -> None:
    again = f":{asked.waited}" if asked.waited else ""
    task = f"expand:{asked.broadcast}:{asked.after}{again}"
    unit.tasks.add(task, EXPAND, asked.model_dump_json(), not_before)
