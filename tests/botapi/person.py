"""A person with a Telegram app: they say and tap, and see what the bot wrote."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.botapi.markup import units
from tests.botapi.message import Button, Message, Raw
from tests.botapi.validate import TEXT, payload_fits
from tests.botapi.wire import Upload
from tests.botapi.world import BOT, Chat, World

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?(?![\w/])")
_PICTURE = b"\xff\xd8\xff\xe0" + bytes(64)


class Person:
    """One person in a private chat with the bot; each deed queues what Telegram would send."""

    def __init__(self, world: World, user_id: int, first_name: str, language_code: str) -> None:
        """Give the person a name and an app's language."""
        self._world = world
        self.id = user_id
        self.user: Raw = {
            "id": user_id,
            "is_bot": False,
            "first_name": first_name,
            "language_code": language_code,
        }
        self._raw_chat: Raw = {"id": user_id, "first_name": first_name, "type": "private"}

    @property
    def chat(self) -> Chat:
        """The chat with the bot, which it knows from now on."""
        return self._world.know(self._raw_chat)

    @property
    def messages(self) -> list[Message]:
        """Every message of the chat in order, deleted ones too; none before the first word."""
        known = self._world.chats.get(self.id)
        return list(known.messages.values()) if known else []

    @property
    def visible(self) -> list[Message]:
        return [one for one in self.messages if not one.deleted]

    @property
    def last(self) -> Message:
        """The newest visible message of the bot's; ``AssertionError`` if there is none."""
        own = [one for one in self.visible if one.by_bot]
        assert own, "the bot has written nothing that is to be seen"
        return own[-1]

    def screen(self) -> list[str]:
        """What is on the screen, oldest first; see ``Message.shown``."""
        return [one.shown() for one in self.visible]

    def starts_unseen(self) -> None:
        """Let the bot know the chat without a word having been said."""
        self._world.know(self._raw_chat)

    def starts(self, payload: str = "") -> Message:
        """Open the bot by its link, with what the link carries."""
        assert not payload or payload_fits(payload), "no deep link can carry this payload"
        return self.says(f"/start {payload}".strip())

    def opens(self, link: str) -> Message:
        """Open a t.me link to the bot."""
        payload = parse_qs(urlsplit(link).query).get("start", [""])[0]
        return self.starts(payload)

    def says(self, text: str) -> Message:
        """Write; the app cuts at 4096 UTF-16 units. Returns the last message that this made."""
        pieces = _cut(text.strip())
        assert pieces, "the app sends no empty message"
        return [self._sends(text=one, entities=_entities(one)) for one in pieces][-1]

    def forwards(self, text: str, origin: str = "En kollega") -> Message:
        """Forward what somebody else wrote."""
        day = int(self._world.now()) - 3600
        came: Raw = {"type": "hidden_user", "sender_user_name": origin, "date": day}
        return self._sends(text=text, entities=_entities(text), extra={"forward_origin": came})

    def sends_document(self, name: str, data: bytes, mime: str, caption: str = "") -> Message:
        file = self._world.keep("document", Upload(name, mime, data))
        return self._sends(text=caption, file=file)

    def sends_photo(self, data: bytes = _PICTURE, caption: str = "") -> Message:
        file = self._world.keep("photo", Upload("photo.jpg", "image/jpeg", data))
        return self._sends(text=caption, file=file)

    def sends_voice(self, data: bytes = b"OggS" + bytes(64)) -> Message:
        file = self._world.keep("voice", Upload("voice.oga", "audio/ogg", data))
        return self._sends(file=file)

    def edits(self, message: Message, new_text: str) -> Message:
        """Edit what they wrote before."""
        assert not message.by_bot, "nobody can edit the bot's message"
        message.text, message.entities = new_text, _entities(new_text)
        message.edited = int(self._world.now())
        self._world.updates.push({"edited_message": message.raw()})
        return message

    def taps(self, label: str, message: Message | None = None) -> str:
        """Tap the button with this label (or one that begins so) on the newest message with it.

        Returns the callback query's id; ``AssertionError`` with the screen if there is none.
        """
        where = [message] if message else [one for one in reversed(self.visible) if one.buttons]
        for one in where:
            found = _button(one, label)
            if found and found.data and not one.deleted:
                return self._presses(one, found.data)
        raise AssertionError(f"no button {label!r} on the screen:\n" + "\n--\n".join(self.screen()))

    def taps_old(self, message: Message, data: str) -> str:
        """Press what a message once showed, though it may be edited or deleted by now."""
        return self._presses(message, data)

    def blocks(self) -> None:
        """Block the bot: what it sends is refused with 403."""
        self.chat.blocked = True
        self._member("member", "kicked")

    def unblocks(self) -> None:
        self.chat.blocked = False
        self._member("kicked", "member")

    def _sends(self, **content: Any) -> Message:  # noqa: ANN401 - Message's own fields
        if self.chat.blocked:
            self.unblocks()
        message = self._world.write(self.chat, self.user, **content)
        self._world.updates.push({"message": message.raw()})
        return message

    def _presses(self, message: Message, data: str) -> str:
        number = self._world.press()
        gone: Raw = {"chat": message.chat, "message_id": message.id, "date": 0}
        query: Raw = {
            "id": number,
            "from": self.user,
            "message": gone if message.deleted else message.raw(),
            "chat_instance": str(-self.id),
            "data": data,
        }
        self._world.updates.push({"callback_query": query})
        return number

    def _member(self, before: str, after: str) -> None:
        change: Raw = {
            "chat": self._raw_chat,
            "from": self.user,
            "date": int(self._world.now()),
            "old_chat_member": _bot_as(before),
            "new_chat_member": _bot_as(after),
        }
        self._world.updates.push({"my_chat_member": change})


def _bot_as(status: str) -> Raw:
    until: Raw = {"until_date": 0} if status == "kicked" else {}
    return {"user": {key: BOT[key] for key in ("id", "is_bot", "first_name", "username")},
            "status": status, **until}  # fmt: skip


def _button(message: Message, label: str) -> Button | None:
    """Find the button with this label, or the first in reading order that begins so."""
    buttons = [one for row in message.buttons for one in row]
    exact = (one for one in buttons if one.text == label)
    near = (one for one in buttons if one.text.startswith(label))
    return next(exact, None) or next(near, None)


def _entities(text: str) -> tuple[Raw, ...]:
    return tuple(
        {"type": "bot_command", "offset": units(text[: one.start()]), "length": units(one[0])}
        for one in _COMMAND.finditer(text)
    )


def _cut(text: str) -> list[str]:
    """Cut a text as the app does, so that no piece is over 4096 UTF-16 units."""
    pieces, piece, size = [], "", 0
    for letter in text if units(text) > TEXT else "":
        width = 2 if ord(letter) > 0xFFFF else 1
        if size + width > TEXT:
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + letter, size + width
    return [*pieces, piece or text] if text else []
