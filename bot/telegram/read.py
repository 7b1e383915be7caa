"""What Telegram sent, read into events: pure, and never stopped by what it does not know.

An update whose number and chat can be found is always an ``Event``, if need be with ``Unread``.
A kind that Mellom did not ask for is ``Unread`` too, with no address where it names none. Only
what lacks its number, or a kind that Mellom reads without a chat to answer in, is
``UnreadableUpdate``: the intake parks it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.telegram.attachment import attached
from bot.telegram.raw import Json, integer, mapping, text
from handlers.events import (
    Address,
    Attached,
    Blocked,
    Edited,
    Event,
    Moved,
    Pressed,
    Said,
    Unblocked,
    Unread,
    What,
)

DOOR = "telegram"
# What the polling asks for, and what is read here.
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
_IN_A_CHAT = frozenset(KINDS) - {"callback_query"}
_SHUT = frozenset({"kicked", "left"})
_OPEN = frozenset({"member", "administrator", "creator", "restricted"})


class UnreadableUpdate(ValueError):
    """An update without a number, or of a kind that is read without a chat."""


def read(update: object, source: str, received_at: datetime) -> Event:
    """Read one raw update; ``source`` is the door's, ``received_at`` aware.

    ``received_at`` stands in for ``said_at`` where Telegram gives no time: a press of a button.
    """
    raw = mapping(update)
    number = integer(raw.get("update_id"))
    if number is None:
        raise UnreadableUpdate("an update without a number")
    kind, body = _kind(raw)
    chat, person = _chat(kind, body), mapping(body.get("from"))
    address = address_of(raw)
    if address is None and kind in KINDS:
        raise UnreadableUpdate(f"a {kind} without a chat")
    address = address or Address(DOOR, "")
    speaker = integer(person.get("id"))
    return Event(
        source=source,
        update=str(number),
        address=address,
        speaker=address.key if speaker is None else str(speaker),
        said_at=_said_at(kind, body, received_at),
        what=_what(kind, body),
        name=_name(person),
        language=text(person.get("language_code")) or None,
        private=_private(chat, speaker),
    )


def address_of(update: object) -> Address | None:
    """Where an update came from, as far as it can be seen without reading it."""
    kind, body = _kind(mapping(update))
    key = integer(_chat(kind, body).get("id"))
    if key is None and kind not in _IN_A_CHAT:
        # A press under a message that is gone names only who pressed.
        key = integer(mapping(body.get("from")).get("id"))
    return None if key is None else Address(DOOR, str(key))


def _kind(raw: Json) -> tuple[str, Json]:
    for kind in KINDS:
        if kind in raw:
            return kind, mapping(raw[kind])
    others = [(kind, body) for kind, body in raw.items() if isinstance(body, Mapping)]
    kind, body = others[0] if others else ("", {})
    return str(kind), mapping(body)


def _chat(kind: str, body: Json) -> Json:
    holder = mapping(body.get("message")) if kind == "callback_query" else body
    return mapping(holder.get("chat"))


def _private(chat: Json, speaker: int | None) -> bool:
    kind = chat.get("type")
    return kind == "private" if isinstance(kind, str) else chat.get("id", speaker) == speaker


def _said_at(kind: str, body: Json, received_at: datetime) -> datetime:
    if kind == "callback_query":
        return received_at
    seconds = integer(body.get("edit_date")) if kind == "edited_message" else None
    seconds = seconds or integer(body.get("date"))
    # An inaccessible message has the date 0; a time past the year 9999 is none either.
    if not seconds or not 0 < seconds < 253_402_300_800:  # noqa: PLR2004
        return received_at
    return datetime.fromtimestamp(seconds, UTC)


def _name(person: Json) -> str | None:
    parts = (text(person.get("first_name")).strip(), text(person.get("last_name")).strip())
    return " ".join(part for part in parts if part) or None


def _what(kind: str, body: Json) -> What:
    match kind:
        case "message":
            return _message(body)
        case "edited_message":
            return _edited(body)
        case "callback_query":
            return _pressed(body)
        case "my_chat_member":
            return _member(body)
        case _:
            return Unread()


def _message(body: Json) -> Said | Attached | Moved | Unread:
    message, moved = integer(body.get("message_id")), integer(body.get("migrate_to_chat_id"))
    if moved is not None:
        return Moved(str(moved))
    if message is None:
        return Unread()
    forwarded = bool(body.get("forward_origin"))
    said = text(body.get("text"))
    if said:
        return Said(str(message), said, forwarded)
    return attached(str(message), body, forwarded=forwarded) or Unread()


def _edited(body: Json) -> Edited | Unread:
    message = integer(body.get("message_id"))
    now = text(body.get("text")) or text(body.get("caption"))
    return Unread() if message is None or not now else Edited(str(message), now)


def _pressed(body: Json) -> Pressed | Unread:
    data = text(body.get("data"))
    if not data:
        return Unread()
    message = integer(mapping(body.get("message")).get("message_id"))
    return Pressed(data, None if message is None else str(message), text(body.get("id")) or None)


def _member(body: Json) -> Blocked | Unblocked | Unread:
    status = mapping(body.get("new_chat_member")).get("status")
    if status in _SHUT:
        return Blocked()
    return Unblocked() if status in _OPEN else Unread()
