"""A national number was taken out on the way in: say so without an echo, and ask again."""

from collections.abc import Mapping
from types import MappingProxyType

from handlers.events import Attached, Edited, Said
from handlers.flow import ask
from handlers.flow.scene import Form
from handlers.flow.sitting import enter
from handlers.privacy import texts
from handlers.turn import Turn

_NONE: Mapping[str, Form] = MappingProxyType({})


def taken_out(turn: Turn, forms: Mapping[str, Form] = _NONE) -> None:
    """Take the message out of the chat, and tell its writer that nothing of it was used.

    Who sits at a form (one of ``forms``) is asked again what was shown last.
    """
    what = turn.event.what
    if isinstance(what, Said | Edited | Attached):
        turn.delete(what.message)
    told = texts.taken_out(turn.tongue)
    draft = _open_draft(turn, forms)
    sitting = enter(turn, forms, draft) if draft is not None else None
    if sitting is not None:
        ask.show(sitting, told)
    else:
        turn.say(told)


def _open_draft(turn: Turn, forms: Mapping[str, Form]) -> str | None:
    """The draft that the speaker is filling in just now."""
    seat = turn.seat
    found = turn.unit.drafts.find(seat.draft) if seat.draft and turn.event.private else None
    return found.id if found and found.state == "open" and found.form in forms else None
