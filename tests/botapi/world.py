"""What the server remembers: chats and their messages, files, presses, menus, every request."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.botapi.message import Message, Raw, StoredFile
from tests.botapi.refusal import blocked, refused
from tests.botapi.updates import PRESS, Updates
from tests.botapi.wire import Upload

BOT: Raw = {
    "id": 1_234_567,
    "is_bot": True,
    "first_name": "Mellom",
    "username": "mellom_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
_SUFFIX = {"document": "bin", "photo": "jpg", "voice": "oga"}
_FOLDER = {"document": "documents", "photo": "photos", "voice": "voice"}


@dataclass(frozen=True, slots=True)
class Call:
    """One request: what was asked, how it ended, whether it took effect, and when (epoch s).

    ``outcome`` is "ok", a refusal such as "400 Bad Request: chat not found", or a fault's name.
    """

    method: str
    params: dict[str, Any]
    outcome: str
    done: bool
    at: float


@dataclass(slots=True)
class Chat:
    """One chat with the bot; ``blocked`` when the person shut it."""

    raw: Raw
    messages: dict[int, Message] = field(default_factory=dict)
    blocked: bool = False

    @property
    def visible(self) -> list[Message]:
        return [one for one in self.messages.values() if not one.deleted]


class World:
    """Everything that outlives a request; ``now`` is its clock (epoch seconds)."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Start with no chats, no files and no updates."""
        self.now = now
        self.updates = Updates(now)
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.menus: dict[tuple[str, int | None, str], list[dict[str, str]]] = {}
        self.answers: dict[str, str] = {}
        self.webhook: Raw = {"url": "", "has_custom_certificate": False}
        self.calls: list[Call] = []
        self.counts: Counter[tuple[str, str]] = Counter()
        self._presses: dict[str, float] = {}
        self._message_ids = count(1)
        self._other_ids = count(1)

    def record(self, call: Call) -> None:
        self.calls.append(call)
        self.counts[call.method, call.outcome] += 1

    def know(self, chat: Raw) -> Chat:
        """Make a chat known to the bot: it can be written to from now on."""
        return self.chats.setdefault(int(chat["id"]), Chat(chat))

    def known(self, chat_id: object) -> Chat:
        """Find a chat; refuse an unknown one."""
        if chat_id in {None, ""}:
            raise refused("chat_id is empty")
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise refused("chat not found")
        return chat

    def open_chat(self, chat_id: object) -> Chat:
        """Find a chat that can be written to."""
        chat = self.known(chat_id)
        if chat.blocked:
            raise blocked()
        return chat

    def write(self, chat: Chat, sender: Raw, **content: Any) -> Message:  # noqa: ANN401
        """Put a new message in a chat; ``content`` are ``Message``'s fields."""
        number = next(self._message_ids)
        message = Message(number, chat.raw, sender, int(self.now()), **content)
        chat.messages[number] = message
        return message

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        """Keep a file's bytes, for ``getFile`` and for the history."""
        number = next(self._other_ids)
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else _SUFFIX[kind]
        one = StoredFile(
            kind=kind,
            id=f"{kind.upper()}-{number:08d}",
            unique=f"U{number:08d}",
            name=upload.name,
            mime=upload.mime,
            data=upload.data,
            path=f"{_FOLDER[kind]}/file_{number}.{suffix}",
        )
        self.files[one.id] = one
        return one

    def press(self, number: str | None = None) -> str:
        """Remember that a button was pressed just now; return the callback query's id."""
        number = number or f"{10**17 + next(self._other_ids)}"
        self._presses[number] = self.now()
        return number

    def pressed(self, number: str) -> bool:
        """Say whether this press can still be answered."""
        at = self._presses.get(number)
        return at is not None and self.now() - at < PRESS

    def inject(self, update: Raw) -> int:
        """Queue a raw update; the chat and the press that it speaks of become known."""
        inside = next((one for key, one in update.items() if key != "update_id"), None)
        if isinstance(inside, dict):
            if "callback_query" in update and isinstance(inside.get("id"), str):
                self.press(inside["id"])
            around = inside.get("message") if "callback_query" in update else inside
            chat = around.get("chat") if isinstance(around, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                self.know(chat)
        return self.updates.inject(update)
