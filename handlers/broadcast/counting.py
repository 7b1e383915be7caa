"""How far a broadcast has come: the count at its sender moves, and ends with the result."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from handlers.broadcast import texts
from handlers.broadcast.audience import sender_of
from handlers.broadcast.compile import Sender, Tally, gone, progress, read_tally, result, tally
from handlers.broadcast.passing import pass_on
from handlers.events import Address
from handlers.markup import Button, Html, Keyboard, column
from handlers.post import Letter, keyboard_json, post
from handlers.programme_file import ProgrammeFile, load
from handlers.tongue import Tongue, tongue
from storage.records import Broadcast, OutboxRow
from storage.shelves.outbox import Owed
from storage.unit import Unit

MOST_AT_ONCE = 20  # broadcasts a beat


def about(broadcast: str) -> str:
    """What the copies in the outbox are about."""
    return f"broadcast:{broadcast}"


def unheard_at_page(broadcast: str) -> str:
    """What copies are about that stand on a page of which no mail tells: they count as missed."""
    return f"{about(broadcast)}:page"


def begin(  # noqa: PLR0913 - what is counted, and where it is shown
    unit: Unit, broadcast: str, total: int, at: Address, t: Tongue, now: datetime
) -> None:
    """Show the count to the sender for the first time."""
    nothing = Tally(0, 0, total)
    unit.broadcasts.count(broadcast, nothing.written())
    shown = Letter(progress(t, nothing), _stop_button(t, broadcast))
    post(unit, at, shown, _key(broadcast), t.language, now)


def is_whole(unit: Unit, broadcast: Broadcast) -> None:
    """Note that every copy is in line: from now on the total is what is owed."""
    whole = replace(read_tally(broadcast.counted), whole=True)
    unit.broadcasts.count(broadcast.id, whole.written())


def beat(unit: Unit, now: datetime) -> None:
    """Move the counts that have moved, and end what is out; a bounded number at each beat."""
    for broadcast in unit.broadcasts.under_way()[:MOST_AT_ONCE]:
        _, sender = under(unit, broadcast)
        if sender is None:
            halt(unit, broadcast, texts.leads_no_more, now)
        else:
            _recount(unit, broadcast, now)


def under(unit: Unit, broadcast: Broadcast) -> tuple[ProgrammeFile | None, Sender | None]:
    """Its programme, and its sender as they are now (None: gone, or leading no more)."""
    row = unit.programmes.find(broadcast.programme)
    programme = load(row.body) if row else None
    sender = sender_of(unit, programme, broadcast.by) if programme else None
    return programme, sender


def stop(unit: Unit, broadcast: Broadcast, now: datetime) -> None:
    """Let nothing more go out; a copy that is just leaving the house counts as gone."""
    unit.outbox.moot_about(about(broadcast.id), now)
    unit.outbox.moot_about(unheard_at_page(broadcast.id), now)
    unit.broadcasts.end(broadcast.id, "stopped")
    stopped = replace(broadcast, state="stopped")
    if row := unit.outbox.keyed(_key(broadcast.id)):
        _edit(unit, row, standing(unit, stopped, tongue(row.language)), (), now)


def halt(unit: Unit, broadcast: Broadcast, why: Callable[[Tongue], Html], now: datetime) -> None:
    """Stop it, and tell the sender why, where the count stands; one who was erased has no key."""
    stop(unit, broadcast, now)
    row = unit.outbox.keyed(_key(broadcast.id))
    if row is not None and row.key:
        words = Letter(why(tongue(row.language)))
        to = Address(row.door, row.key)
        post(unit, to, words, f"broadcast:{broadcast.id}:why", row.language, now)


def standing(unit: Unit, broadcast: Broadcast, t: Tongue) -> Html:
    """Where it stands, in a sentence."""
    states = unit.outbox.states_about(about(broadcast.id))
    now = tally(states, read_tally(broadcast.counted))
    if broadcast.state == "stopped":
        return texts.stopped(t, gone(states), now.total)
    return result(t, now) if broadcast.state == "done" else progress(t, now)


def _recount(unit: Unit, broadcast: Broadcast, now: datetime) -> None:
    before = read_tally(broadcast.counted)
    counted = tally(unit.outbox.states_about(about(broadcast.id)), before)
    if counted == before and not counted.is_over:
        return
    unit.broadcasts.count(broadcast.id, counted.written())
    if counted.is_over:
        unit.broadcasts.end(broadcast.id, "done")
    row = unit.outbox.keyed(_key(broadcast.id))
    if row is None:
        return
    t = tongue(row.language)
    if counted.is_over:
        _edit(unit, row, result(t, counted), (), now)
        pass_on(unit, broadcast, Address(row.door, row.key), t, now)
    else:
        _edit(unit, row, progress(t, counted), _stop_button(t, broadcast.id), now)


def _edit(unit: Unit, row: OutboxRow, text: Html, buttons: Keyboard, now: datetime) -> None:
    """Change the count; the words are a part of the key, since no count comes twice."""
    if not row.key:
        return
    edit = Owed(
        row.door,
        row.key,
        f"{row.dedupe_key}:{text}",
        text=text,
        verb="edit",
        buttons=keyboard_json(buttons),
        language=row.language,
        target_row=row.position,
    )
    unit.outbox.owe(edit, now)


def _key(broadcast: str) -> str:
    return f"broadcast:{broadcast}:count"


def _stop_button(t: Tongue, broadcast: str) -> Keyboard:
    return column(Button(texts.stop(t), f"broadcast:stop:{broadcast}"))
