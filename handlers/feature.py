"""What a feature is made of: its commands, buttons and forms, as data that the desk can list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from handlers.events import Address
from handlers.flow.scene import Form
from handlers.markup import Html, Keyboard
from handlers.programme_file import ProgrammeFile
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Role
from storage.shelves.outbox import ANSWER
from storage.unit import Unit

ANYONE: frozenset[Role] = frozenset()


def _always(_programme: ProgrammeFile) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask for by a word, with or without a slash.

    ``words`` are its names, English first; ``names`` the one that a language's menu shows;
    ``roles`` who may (nobody named: anyone, joined or not); ``menu`` who finds it in the menu;
    ``fits`` which programmes have a use for it there; ``run`` gets the turn and what stood behind
    the word.
    """

    words: tuple[str, ...]
    run: Callable[[Turn, str], None]
    summary: Callable[[Tongue], Html]
    roles: frozenset[Role] = ANYONE
    menu: frozenset[Role] = ANYONE
    names: Mapping[str, str] = field(default_factory=dict)
    fits: Callable[[ProgrammeFile], bool] = _always


@dataclass(frozen=True, slots=True)
class Paper:
    """A file made for somebody: where it goes, what it is called, and the words beside it.

    ``about``, ``priority`` and ``stale_after`` are the letter's: it can be counted or taken back,
    what was not asked for lets answers go before it, and it may be true for longer than a day.
    """

    to: Address
    name: str
    mime: str
    content: bytes
    text: Html
    language: str
    buttons: Keyboard = ()
    about: str = ""
    priority: int = ANSWER
    stale_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """One folder's part in the house.

    ``presses`` answer buttons, by the word before the first colon of their data; ``first`` may
    take a text before any command or form does (true if it did): a code word that nobody writes by
    chance; ``loose`` what nobody asked for, ``edited`` an edit of what it took so; ``tasks``
    is long work by its kind: it gets the task's arguments (JSON), and runs as one unit. ``papers``
    makes a file from reading alone, by the kind of its task; None if there is nobody to send it
    to any longer. ``readings`` reads a file that came in, in memory and beside the answers: bytes
    in, JSON out. Its task's arguments hold ``source``, ``ref`` and ``limit`` (bytes); the task of
    the same kind then gets them with what was read as ``read``, null where no try succeeded.
    """

    name: str
    commands: tuple[Command, ...] = ()
    presses: Mapping[str, Callable[[Turn, Sequence[str]], None]] = field(default_factory=dict)
    forms: tuple[Form, ...] = ()
    first: Callable[[Turn], bool] | None = None
    loose: Callable[[Turn], bool] | None = None
    edited: Callable[[Turn], bool] | None = None
    tasks: Mapping[str, Callable[[Unit, str, datetime], None]] = field(default_factory=dict)
    papers: Mapping[str, Callable[[Unit, str, datetime], Paper | None]] = field(
        default_factory=dict
    )
    readings: Mapping[str, Callable[[bytes], str]] = field(default_factory=dict)
