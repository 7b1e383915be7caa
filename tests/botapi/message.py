"""A message in a chat, as a person sees it and as the Bot API writes it."""

from dataclasses import dataclass, field
from typing import Any

from tests.botapi.markup import Entity

Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; ``raw`` is all that the bot said about it."""

    text: str
    data: str | None
    url: str | None
    raw: Raw = field(repr=False, compare=False)


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file at the server; ``kind`` is document, photo or voice, ``path`` its download path."""

    kind: str
    id: str
    unique: str
    name: str
    mime: str
    data: bytes = field(repr=False)
    path: str

    def raw(self) -> Raw:
        """Return what the API calls the file itself (of a photo: one size)."""
        said: Raw = {"file_id": self.id, "file_unique_id": self.unique}
        match self.kind:
            case "document":
                said |= {"file_name": self.name, "mime_type": self.mime}
            case "photo":
                said |= {"width": 640, "height": 480}
            case "voice":
                said |= {"duration": 3, "mime_type": self.mime}
        return {**said, "file_size": len(self.data)}


@dataclass(slots=True)
class Message:
    """One message; ``text`` is the caption if there is a ``file``. Dates are epoch seconds."""

    id: int
    chat: Raw = field(repr=False)
    sender: Raw = field(repr=False)
    date: int = field(repr=False)
    text: str = ""
    entities: tuple[Entity, ...] = field(default=(), repr=False)
    buttons: Keyboard = ()
    file: StoredFile | None = None
    by_bot: bool = False
    silent: bool = False
    edited: int | None = None
    deleted: bool = False
    reaction: str | None = None
    extra: Raw = field(default_factory=dict, repr=False)

    @property
    def labels(self) -> list[list[str]]:
        """The words on the buttons, row by row."""
        return [[button.text for button in row] for row in self.buttons]

    def raw(self) -> Raw:
        """Return the message as the Bot API writes it."""
        said: Raw = {
            "message_id": self.id,
            "from": self.sender,
            "chat": self.chat,
            "date": self.date,
            **self.extra,
        }
        if self.edited is not None:
            said["edit_date"] = self.edited
        said |= self._content()
        if self.buttons:
            rows = [[button.raw for button in row] for row in self.buttons]
            said["reply_markup"] = {"inline_keyboard": rows}
        return said

    def _content(self) -> Raw:
        words, marks = ("caption", "caption_entities") if self.file else ("text", "entities")
        said: Raw = {words: self.text} if self.text else {}
        if self.entities:
            said[marks] = list(self.entities)
        if self.file:
            own = self.file.raw()
            said[self.file.kind] = [own] if self.file.kind == "photo" else own
        return said

    def shown(self) -> str:
        """Return what stands on the screen: the words, the file, the buttons row by row.

        What the person wrote begins with "» ".
        """
        parts = [f"📎 {self.file.name}"] if self.file else []
        parts += [self.text] if self.text else []
        parts += [" ".join(f"[{button.text}]" for button in row) for row in self.buttons]
        return ("" if self.by_bot else "» ") + "\n".join(parts)
