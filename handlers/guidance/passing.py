"""What is passed on is kept nowhere here: the draft goes, and only that it went is remembered."""

from handlers.events import Edited
from handlers.guidance import texts
from handlers.turn import Turn
from storage.records import Draft


def topic(message: str) -> str:
    """What our thanks are about: the message that was passed on."""
    return f"passed-on:{message}"


def forget_words(turn: Turn, draft: Draft) -> None:
    """Drop a draft, and blank what the speaker just wrote."""
    turn.unit.drafts.drop(draft.id)
    forget_this(turn)


def forget_this(turn: Turn) -> None:
    turn.unit.inbox.blank_one(turn.event.source, turn.event.update)


def edited(turn: Turn) -> bool:
    """Say of an edit that comes too late that it does; false if that message went nowhere."""
    what, at = turn.event.what, turn.address
    if not isinstance(what, Edited):
        return False
    if not turn.unit.outbox.is_owed_about(at.door, at.key, topic(what.message)):
        return False
    forget_this(turn)
    turn.say(texts.is_sent(turn.tongue))
    return True
