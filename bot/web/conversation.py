"""What a conversation looks like: what was said either way, folded in the order of time."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.web.page_door import NAME, Passing
from bot.web.posted import Post
from handlers.markup import Html, Keyboard
from handlers.post import read_keyboard
from storage.records import File, InboxRow, OutboxRow
from storage.unit import Unit

SHOWN_FOR = timedelta(days=30)
BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
SILENT = ("/start",)  # what a link says for whoever opens it

PassingOf = Callable[[str], Passing | None]
"""What a message says that is kept nowhere, by its id."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message; ``text`` is the person's own as written, ``html`` the house's.

    ``sent`` is the name of a file that they sent. ``gone``: what it said is kept nowhere.
    """

    id: str
    mine: bool
    at: datetime
    text: str = ""
    html: Html = Html("")
    buttons: Keyboard = ()
    file: File | None = None
    sent: str | None = None
    edited: bool = False
    gone: bool = False
    reaction: str = ""
    language: str = "nb"

    def holds(self, data: str) -> bool:
        """Whether one of its buttons sends ``data``."""
        return any(button.data == data for row in self.buttons for button in row)

    @property
    def picture(self) -> bool:
        """Whether its file is shown, and not only offered."""
        return self.file is not None and self.file.mime == "image/png"


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that stands in it now; ``menu`` is commands and what they do."""

    bubbles: tuple[Bubble, ...] = ()
    menu: tuple[tuple[str, str], ...] = ()

    def find(self, message: str) -> Bubble | None:
        return next((one for one in self.bubbles if one.id == message), None)


def read_conversation(unit: Unit, key: str, now: datetime, passing: PassingOf) -> Conversation:
    """Read one address's conversation as it stands."""
    owed = unit.outbox.shown_at(NAME, key, now - SHOWN_FOR)
    names = {row.file for row in owed if row.file is not None}
    files = {one: found for one in names if (found := unit.files.find(one)) is not None}
    return fold(unit.inbox.held_on(NAME, key), owed, files, passing)


def fold(
    came: Sequence[InboxRow],
    went: Sequence[OutboxRow],
    files: Mapping[str, File],
    passing: PassingOf,
) -> Conversation:
    """Put what was said either way in order: at one instant it was said before it was answered."""
    bubbles: dict[str, Bubble] = {}
    menu: tuple[tuple[str, str], ...] = ()
    rows: list[InboxRow | OutboxRow] = [*came, *went]
    for row in sorted(rows, key=_place):
        if isinstance(row, InboxRow):
            _say(bubbles, row)
        elif row.verb == "menu":
            menu = _menu(row.text)
        elif row.message is not None and row.ended_at is not None:
            _tell(bubbles, row, row.message, files, passing)
    return Conversation(tuple(bubbles.values()), menu)


def _place(row: InboxRow | OutboxRow) -> tuple[datetime, int, int]:
    if isinstance(row, InboxRow):
        return row.received_at, 0, row.position
    return row.ended_at or BEFORE_ALL, 1, row.position


def _say(bubbles: dict[str, Bubble], row: InboxRow) -> None:
    """Show what they said; a tap shows by what it changed."""
    try:
        post = Post.model_validate_json(row.payload or "")
    except ValueError:
        return
    if post.kind == "edited" and post.message in bubbles:
        bubbles[post.message] = replace(bubbles[post.message], text=post.text, edited=True)
    elif post.kind == "said" and post.text.split()[:1] not in [[one] for one in SILENT]:
        bubbles[post.message] = Bubble(post.message, mine=True, at=row.received_at, text=post.text)
    elif post.kind == "attached" and post.file is not None:
        bubbles[post.message] = Bubble(
            post.message, mine=True, at=row.received_at, text=post.text, sent=post.file.name
        )


def _tell(
    bubbles: dict[str, Bubble],
    row: OutboxRow,
    message: str,
    files: Mapping[str, File],
    passing: PassingOf,
) -> None:
    before = bubbles.get(message)
    match row.verb:
        case "send":
            shown = _shown(row, message, passing)
            if shown is not None:
                bubbles[message] = replace(shown, file=files.get(row.file or ""))
        case "edit" if before is not None:
            shown = _shown(row, message, passing)
            if shown is not None:
                bubbles[message] = replace(shown, at=before.at, file=before.file)
        case "delete":
            bubbles.pop(message, None)
        case "react" if before is not None:
            bubbles[message] = replace(before, reaction=row.text)


def _shown(row: OutboxRow, message: str, passing: PassingOf) -> Bubble | None:
    """The message as it reads now; None where its words were kept long enough."""
    at = row.ended_at
    assert at is not None  # noqa: S101 - whatever went out has ended
    shown = Bubble(
        message, mine=False, at=at, html=Html(row.text), buttons=read_keyboard(row.buttons),
        language=row.language,
    )  # fmt: skip
    if row.fleeting:
        said = passing(message)
        if said is None:
            return replace(shown, gone=True)
        return replace(shown, html=said.text, buttons=said.buttons)
    return shown if row.text or row.file is not None else None


def _menu(text: str) -> tuple[tuple[str, str], ...]:
    found = json.loads(text or "[]")
    return tuple((str(command), str(what)) for command, what in found)
