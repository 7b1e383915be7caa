"""What is answered: a message to many is asked for, taken, confirmed, put away or stopped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from handlers.broadcast import counting, draft, sending, texts
from handlers.broadcast.audience import AUDIENCES, Audience, sender_of
from handlers.broadcast.compile import room_for
from handlers.broadcast.samling import programme_of
from handlers.events import Attached, Edited, Said
from handlers.flow.form import Refusal
from handlers.flow.readers import NO, yesno
from handlers.markup import Button, column
from handlers.programme_file import Milestone
from handlers.timeline import coming
from handlers.tongue import tongue
from handlers.turn import LEADERS, Turn
from storage.records import Broadcast, File

WAITING = "broadcast"
LARGEST_FILE = 20 * 1024 * 1024  # bytes: what Telegram lets a bot fetch
# A greeting, a thank-you, a «det går bra»: so few words of one's own are no message to everybody,
# unless they were forwarded, or asked for by /broadcast.
FEW_WORDS = 3
IN_MIND = timedelta(hours=1)
"""For so long a yes or a no, typed, is about the draft that was shown."""
_MIMES = {"photo": "image/jpeg", "document": "application/octet-stream"}


def begin(turn: Turn, rest: str) -> None:
    """``/broadcast``: take the text behind it, or ask for one and offer the next samling first."""
    if not turn.event.private:
        turn.say(texts.in_private(turn.tongue))
    elif rest and isinstance(turn.event.what, Said):
        draft.propose(turn, rest, message=turn.event.what.message)
    else:
        seat = replace(turn.seat, draft=None, question=None, revision=None, waiting=WAITING)
        turn.sit(seat)
        offer = Button(texts.send_samling(turn.tongue), "broadcast:samling")
        turn.say(texts.what_to_send(turn.tongue), column(offer) if _next(turn) else ())


def loose(turn: Turn) -> bool:
    """Take what a leader sends without being asked, in private; true if it was taken.

    Texts of at most ``FEW_WORDS`` words are left alone unless forwarded or waited for, those that
    begin with a slash always; of what is attached, documents and photos are taken.
    """
    if not turn.event.private:
        return False
    waited = turn.seat.waiting == WAITING
    leads = bool(turn.roles & LEADERS)
    if waited and not leads:
        _wait_no_more(turn)
        turn.say(texts.not_leading(turn.tongue))
    return (_taken(turn, waited=waited) or _answered(turn)) if leads else waited


def edited(turn: Turn) -> bool:
    """Take an edit of a message that became a broadcast; false if it became none."""
    what = turn.event.what
    if not isinstance(what, Edited) or not turn.event.private:
        return False
    behind = what.text.partition(" ")[2] if what.text.startswith("/") else what.text
    return draft.change(turn, what.message, behind.strip())


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons; each deed asks anew whose message it is and whether they still lead."""
    match arguments:
        case ["samling"]:
            _samling(turn)
        case ["to", which, word] if word in AUDIENCES:
            _choose(turn, which, AUDIENCES[word])
        case ["go", which, word] if word in AUDIENCES:
            _go(turn, which, AUDIENCES[word])
        case ["no", which]:
            _drop(turn, which)
        case ["stop", which]:
            _stop(turn, which)
        case _:
            turn.say(texts.gone(turn.tongue))


def _taken(turn: Turn, *, waited: bool) -> bool:
    match turn.event.what:
        case Said(message, text, forwarded) if _is_meant(text, anyway=waited or forwarded):
            _wait_no_more(turn)
            draft.propose(turn, text, message=message)
            return True
        case Attached(kind=kind, ref=str()) as attached if kind in _MIMES:
            _wait_no_more(turn)
            _attached(turn, attached)
            return True
        case _:
            return False


def _answered(turn: Turn) -> bool:
    """Take a typed yes or no where buttons are; a bare yes sends nothing, it asks again to whom."""
    what, me = turn.event.what, turn.person
    mine = turn.unit.broadcasts.by_person(me.id) if me else []
    last = mine[-1] if mine else None
    if last is None or last.state != "draft" or turn.now - last.created_at > IN_MIND:
        return False
    programme = draft.programme_of(turn, last)
    if not isinstance(what, Said) or programme is None:
        return False
    try:
        said = yesno()(what.text, turn.tongue)
    except Refusal:
        return False
    if said == NO:
        _drop(turn, last.id)
    else:
        draft.ask(turn, last.id, programme, texts.whom(turn.tongue))
    return True


def _is_meant(text: str, *, anyway: bool) -> bool:
    words = len(text.split())
    return (words > FEW_WORDS or (anyway and words > 0)) and not text.startswith("/")


def _wait_no_more(turn: Turn) -> None:
    if turn.seat.waiting == WAITING:
        turn.sit(replace(turn.seat, waiting=None))


def _attached(turn: Turn, what: Attached) -> None:
    if (what.size or 0) > LARGEST_FILE:
        turn.say(texts.too_large(turn.tongue))
        return
    unnamed = texts.photo if what.kind == "photo" else texts.file
    file = File(
        turn.unit.new_id(),
        None,
        what.name or unnamed(turn.tongue),
        what.mime or _MIMES[what.kind],
        what.size or 0,
        turn.event.source,
        what.ref,
    )
    draft.propose(turn, what.caption, file, what.message)


def _next(turn: Turn) -> Milestone | None:
    return coming(turn.programme, turn.now, "samling") if turn.programme else None


def _samling(turn: Turn) -> None:
    """The main job: the programme of the next samling, in the programme's own language."""
    programme, samling = turn.programme, _next(turn)
    me = turn.person.id if turn.person else None
    sender = sender_of(turn.unit, programme, me) if programme else None
    if programme is None or sender is None:
        turn.say(texts.not_leading(turn.tongue))
    elif samling is None:
        turn.say(texts.no_samling(turn.tongue))
    else:
        _wait_no_more(turn)
        room = room_for(sender, None)
        text = programme_of(tongue(programme.language), programme, samling, room)
        draft.propose(turn, text)


def _mine(turn: Turn, which: str) -> Broadcast | None:
    """The speaker's own broadcast; None if they were told that there is none."""
    found = turn.unit.broadcasts.find(which)
    if found is not None and turn.person is not None and found.by == turn.person.id:
        return found
    turn.say(texts.gone(turn.tongue))
    return None


def _drafted(turn: Turn, which: str, *, leading: bool = True) -> Broadcast | None:
    """The speaker's own draft, where they still lead; None if they were told why not."""
    found = _mine(turn, which)
    if found is None:
        return None
    programme = draft.programme_of(turn, found)
    if found.state == "dropped":
        turn.say(texts.was_dropped(turn.tongue))
    elif found.state != "draft":
        turn.say(texts.on_its_way(turn.tongue))
    elif leading and (programme is None or sender_of(turn.unit, programme, found.by) is None):
        turn.say(texts.not_leading(turn.tongue))
    else:
        return found
    return None


def _choose(turn: Turn, which: str, audience: Audience) -> None:
    if found := _drafted(turn, which):
        draft.ask_surely(turn, found, audience)


def _go(turn: Turn, which: str, audience: Audience) -> None:
    found = _drafted(turn, which)
    if found is None:
        return
    if sending.start(turn, found, audience):
        turn.note("broadcast", found.id)
    else:
        turn.say(texts.nobody_there(turn.tongue))


def _drop(turn: Turn, which: str) -> None:
    if found := _drafted(turn, which, leading=False):
        turn.unit.broadcasts.reword(found.id, "")
        turn.unit.broadcasts.end(found.id, "dropped")
        turn.say(texts.dropped(turn.tongue))


def _stop(turn: Turn, which: str) -> None:
    """Its sender may stop it whatever they are by now: that can only do less."""
    found = _mine(turn, which)
    if found is None:
        return
    match found.state:
        case "sending":
            counting.stop(turn.unit, found, turn.now)
            turn.note("broadcast stopped", found.id)
        case "draft" | "dropped":
            turn.say(texts.was_dropped(turn.tongue))
        case "done" | "stopped":
            turn.say(counting.standing(turn.unit, found, turn.tongue))
        case _:
            assert_never(found.state)
