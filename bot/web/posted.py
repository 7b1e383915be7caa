"""What a browser posts, as the inbox keeps it, and read from there into an event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, assert_never

from pydantic import AwareDatetime, BaseModel, ConfigDict

from bot.intake import Incoming, payload_of
from bot.web.page_door import NAME
from handlers.events import Address, Attached, Edited, Event, Pressed, Said, What
from handlers.screen import Json
from storage.records import InboxRow

SOURCE = NAME
Kind = Literal["said", "pressed", "edited", "attached"]


class File(BaseModel):
    """What is told about a file; its name for the door is an id that the screen leaves alone."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: str
    kind: str
    name: str
    mime: str
    size: int


class Post(BaseModel):
    """One inbox row's payload.

    ``message`` is the message's id at this door, ``text`` what was written (a file's caption),
    ``data`` what a pressed button held (``chat_instance`` beside it lets the screen know that it is
    our own), ``at`` when it was done.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    kind: Kind
    id: str
    language: str
    at: AwareDatetime
    message: str
    text: str = ""
    data: str = ""
    chat_instance: str = ""
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did on a page; ``once`` is the form's own word, ``message`` what it is about.

    The same deed of the same form is one, and takes effect once; another text from a form that
    the browser brought back is another.
    """

    kind: Kind
    key: str
    once: str
    message: str = ""
    text: str = ""
    data: str = ""
    file: File | None = None

    @property
    def update(self) -> str:
        """Its id: nobody can make another's."""
        file = self.file.id if self.file else ""
        parts = (self.kind, self.key, self.once, self.message, self.text, self.data, file)
        digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        return "".join("abcdefghijklmnop"[int(sign, 16)] for sign in digest[:40])

    def incoming(self, language: str, now: datetime) -> Incoming:
        """As the house takes it in; a text or a file is a message of its own."""
        payload: dict[str, Json] = {
            "kind": self.kind,
            "id": self.key,
            "language": language,
            "at": now.isoformat(),
            "message": self.message or self.update,
            "text": self.text,
            "data": self.data,
            "chat_instance": SOURCE,
            "file": self.file.model_dump() if self.file else None,
        }
        return Incoming(self.update, Address(NAME, self.key), payload)


def page_event(row: InboxRow) -> Event:
    """Read a row that came from a page."""
    payload = payload_of(row)
    if not isinstance(payload, Mapping):
        raise TypeError("a page posts objects")
    post = Post.model_validate(payload)
    return Event(
        source=row.source,
        update=row.update_id,
        address=Address(NAME, post.id),
        speaker=post.id,
        said_at=post.at.astimezone(UTC),
        what=_what(row.update_id, post),
        language=post.language,
    )


def _what(update: str, post: Post) -> What:
    match post.kind:
        case "said":
            return Said(post.message, post.text)
        case "pressed":
            return Pressed(post.data, post.message, f"{post.id}/{update}")
        case "edited":
            return Edited(post.message, post.text)
        case "attached":
            return _attached(post)
        case never:
            assert_never(never)


def _attached(post: Post) -> Attached:
    if post.file is None:
        raise ValueError("an attachment without a file")
    file = post.file
    return Attached(
        message=post.message,
        kind=file.kind,
        caption=post.text,
        ref=file.id,
        name=file.name,
        mime=file.mime,
        size=file.size,
    )
