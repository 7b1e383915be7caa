"""A post from the page, as the inbox keeps it, read into an event."""

from collections.abc import Mapping
from datetime import UTC
from typing import Literal, assert_never

from pydantic import AwareDatetime, BaseModel, ConfigDict

from handlers.events import Address, Attached, Edited, Event, Pressed, Said, What

SOURCE = "demo"


class File(BaseModel):
    """What is told about a file; ``kind`` as in ``Attached``, ``size`` in bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    ref: str
    kind: str
    name: str
    mime: str
    size: int


class Post(BaseModel):
    """One inbox row's payload.

    ``message`` is the message's id at this door, ``text`` what was written (a file's caption),
    ``data`` what a pressed button held, ``at`` when it was done.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    kind: Literal["said", "pressed", "edited", "attached"]
    key: str
    name: str
    language: str
    at: AwareDatetime
    message: str
    text: str = ""
    data: str = ""
    file: File | None = None


def read(update: str, payload: Mapping[str, object]) -> Event:
    """Raise ``ValueError``, which never repeats what was written, for what the page never sends."""
    post = Post.model_validate(payload)
    return Event(
        source=SOURCE,
        update=update,
        address=Address(SOURCE, post.key),
        speaker=post.key,
        said_at=post.at.astimezone(UTC),
        what=_what(update, post),
        name=post.name,
        language=post.language,
    )


def _what(update: str, post: Post) -> What:
    match post.kind:
        case "said":
            return Said(post.message, post.text)
        case "pressed":
            return Pressed(post.data, post.message, update)
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
        ref=file.ref,
        name=file.name,
        mime=file.mime,
        size=file.size,
    )
