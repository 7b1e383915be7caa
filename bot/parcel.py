"""What a door carries out of the house, and how a delivery can end."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from handlers.events import Address
from handlers.markup import Html, Keyboard


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file to send: where its bytes lie, the name to show, and the door's cached reference."""

    path: Path
    name: str
    mime: str
    cached: str | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """One outbox row, ready to leave.

    ``verb`` is send, edit, delete, react or menu; ``target`` is the door's id of the message
    that an edit, deletion or reaction is about; ``text`` of a menu is JSON
    ``[[command, description], …]`` and of a reaction the emoji. A ``fleeting`` text is kept
    nowhere. ``about`` is what the row is about, ``key`` the row's own, the same at every try.
    """

    verb: str
    address: Address
    text: Html = Html("")
    buttons: Keyboard = ()
    enclosure: Enclosure | None = None
    silent: bool = False
    target: str | None = None
    language: str = "nb"
    fleeting: bool = False
    about: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A delivery that is known to have happened: the door's id of the message, if it has one.

    ``cached`` is the door's reference to the enclosed file, for the next time.
    """

    message: str | None = None
    cached: str | None = None


class DeliveryError(Exception):
    """A parcel was not delivered, or it is not known whether it was."""


class NotSent(DeliveryError):
    """It never left (no connection, name not found, pool full): try again."""


class Flooded(DeliveryError):
    """The door asks for a pause of ``seconds`` before anything more: not sent."""

    def __init__(self, seconds: float) -> None:
        """Keep the pause that was asked for, in seconds."""
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds


class Refused(DeliveryError):
    """The door will never take this parcel; the message says why in the door's words."""


class MarkupRefused(Refused):
    """The door could not read the markup: the same text as plain text may pass."""


class Unreachable(DeliveryError):
    """The person shut the door, or is gone."""


class AddressMoved(DeliveryError):
    """The address has a new key."""

    def __init__(self, key: str) -> None:
        """Keep the new key."""
        super().__init__("the address has a new key")
        self.key = key


class Uncertain(DeliveryError):
    """It may have been delivered and it may not (a lost answer, a server that restarted)."""


class Door(Protocol):
    """One way between people and the house.

    A door may have ``limits`` (``bot.pace.Limits``) of its own; without, the house's hold.
    """

    name: str

    async def deliver(self, parcel: Parcel) -> Receipt:
        """Carry one parcel out, once; raise a ``DeliveryError`` that says how it failed."""
        ...

    async def acknowledge(self, press: str, text: str | None = None) -> None:
        """Give the small answer to a tap, after the commit, best effort; raises nothing."""
        ...

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        """Bring a file that came in to the path ``to``; ``Refused`` if over ``limit`` bytes."""
        ...


AreAwaited = Callable[[frozenset[str]], Awaitable[frozenset[str]]]
"""Which of these files that came in the house has yet to fetch."""


@runtime_checkable
class Holds(Protocol):
    """A door that lays down itself what people send, until the house has fetched it."""

    async def let_go(self, ref: str) -> None:
        """Delete a file that the house has, or has no use for."""
        ...

    async def sweep(self, awaited: AreAwaited) -> None:
        """Delete every file that nobody is going to fetch."""
        ...
