"""What one person's chat looks like: messages both ways, in order, and the command menu."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from handlers.markup import Html, Keyboard


@dataclass(frozen=True, slots=True)
class Kept:
    """A file's bytes, with the name and type to serve it under."""

    id: str
    name: str
    mime: str
    content: bytes

    def shown(self) -> dict[str, object]:
        """The file as the page reads it; ``picture``: to be shown in the chat itself."""
        return {
            "id": self.id,
            "name": self.name,
            "size": len(self.content),
            "picture": self.mime == "image/png",
        }


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble; ``text`` is the person's own words as written, ``html`` the house's."""

    id: str
    mine: bool
    at: datetime
    text: str = ""
    html: Html = Html("")
    buttons: Keyboard = ()
    file: Kept | None = None
    edited: bool = False
    reaction: str = ""
    language: str = "nb"

    def holds(self, data: str) -> bool:
        """Whether one of its buttons sends ``data``."""
        return any(button.data == data for row in self.buttons for button in row)

    def shown(self) -> dict[str, object]:
        """The message as the page reads it, JSON-ready."""
        return {
            "id": self.id,
            "mine": self.mine,
            "at": self.at.isoformat(),
            "text": self.text,
            "html": self.html,
            "buttons": [
                [{"text": b.text, "data": b.data, "url": b.url} for b in row]
                for row in self.buttons
            ],
            "file": self.file and self.file.shown(),
            "edited": self.edited,
            "reaction": self.reaction,
            "language": self.language,
        }


@dataclass(slots=True)
class Transcript:
    """A chat as it stands; ids run m1, m2, … and are never used again."""

    messages: dict[str, Message] = field(default_factory=dict)
    menu: list[tuple[str, str]] = field(default_factory=list)
    updates: dict[str, str] = field(default_factory=dict)
    last: int = 0
    arrived: int = 0

    def next_id(self) -> str:
        """A new message id."""
        self.last += 1
        return f"m{self.last}"

    def put(self, message: Message) -> None:
        """Show a message; the one with the same id gives way in its place."""
        self.messages[message.id] = message

    def change(self, message: Message, **changes: object) -> Message:
        """Show a message anew with some of its fields changed."""
        changed = replace(message, **changes)  # type: ignore[arg-type]  # names are ours
        self.put(changed)
        return changed

    def shown(self) -> dict[str, object]:
        """The whole chat as the page reads it, JSON-ready."""
        return {
            "messages": [message.shown() for message in self.messages.values()],
            "menu": self.menu,
        }
