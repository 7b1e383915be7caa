"""What people do, as values that every door can make and no door owns."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person can be reached: a door's name, and that door's key for them.

    ``door`` is its name (``"telegram"``, ``"page"``, …); ``key`` is the door's own id as text.
    """

    door: str
    key: str


@dataclass(frozen=True, slots=True)
class Said:
    """A text was written; ``message`` is the door's id of it."""

    message: str
    text: str
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button was pressed; ``data`` is what the button held, ``message`` where it stood.

    ``press`` is the door's id of the press, for the small answer to it.
    """

    data: str
    message: str | None
    press: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A message that was written before now reads ``text``."""

    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A file, picture, voice or other thing came, perhaps with a caption.

    ``kind`` is the door's word in plain English (document, photo, voice, video, location,
    contact, sticker, …); ``ref`` is what the door needs to fetch it (None: nothing to fetch);
    ``size`` is in bytes.
    """

    message: str
    kind: str
    caption: str = ""
    ref: str | None = None
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person shut the door: nothing reaches them until they come back."""


@dataclass(frozen=True, slots=True)
class Unblocked:
    """The person opened the door again."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The address has a new key (a group that became a supergroup)."""

    key: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Something came that Mellom has no use for; it is settled without a word."""


What = Said | Pressed | Edited | Attached | Blocked | Unblocked | Moved | Unread


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that one person did.

    ``source`` and ``update`` are the inbox row's key; ``speaker`` is the door's key of the one
    who acted (in a private chat the same as ``address.key``); ``said_at`` is when they acted
    (aware, UTC), ``name`` and ``language`` what the door offers about them; ``private`` is
    false in a group.
    """

    source: str
    update: str
    address: Address
    speaker: str
    said_at: datetime
    what: What
    name: str | None = None
    language: str | None = None
    private: bool = True
