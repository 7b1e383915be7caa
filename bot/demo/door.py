"""The door to the page: chats kept in memory, refusing what Telegram refuses."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe

from bot.demo import rules
from bot.demo.pages import Change, Pages
from bot.demo.transcript import Kept, Message, Transcript
from bot.parcel import Enclosure, Parcel, Receipt, Refused
from handlers.markup import Button

# Telegram: a bot deletes messages of the last 48 hours only.
DELETABLE = timedelta(hours=48)

log = logging.getLogger(__name__)


class NoSuchThing(LookupError):
    """The page named a message or a button that does not stand in the chat."""


class DemoDoor:
    """A ``bot.parcel.Door`` whose other side is a page on this machine.

    ``now`` is the demo's clock (aware). Keys are those of the stage's people; a chat begins
    with the first message either way.
    """

    name = "demo"

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Start with no chats."""
        self.now = now
        self._chats: defaultdict[str, Transcript] = defaultdict(Transcript)
        self._files: dict[str, Kept] = {}
        self._presses: dict[str, str] = {}
        self.pages = Pages()

    # The house's side: bot.parcel.Door

    async def deliver(self, parcel: Parcel) -> Receipt:
        """Show one parcel at once; ``Refused`` in Telegram's words if it would refuse it."""
        rules.check(parcel)
        return self.show(parcel, await self._enclosed(parcel.enclosure))

    def show(self, parcel: Parcel, file: Kept | None = None) -> Receipt:
        """The same, with the file that is enclosed already at hand."""
        rules.check(parcel)
        key, chat = parcel.address.key, self._chats[parcel.address.key]
        match parcel.verb:
            case "send":
                return self._send(key, chat, parcel, file)
            case "edit":
                self._edit(key, chat, parcel)
            case "delete":
                self._delete(key, chat, parcel)
            case "react":
                message = _target(chat, parcel, "message to react not found")
                self._show(key, chat.change(message, reaction=str(parcel.text)))
            case "menu":
                chat.menu = rules.commands(parcel.text)
                self.pages.tell(key, Change("menu", chat.menu))
        return Receipt(parcel.target)

    async def acknowledge(self, press: str, text: str | None = None) -> None:
        """Show the small answer to a tap, once."""
        key = self._presses.pop(press, None)
        if key is None or not text:
            return
        if rules.units(text) > rules.TOAST:
            log.warning("a small answer was over %d characters and not shown", rules.TOAST)
            return
        self.pages.tell(key, Change("toast", text))

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        """Copy an uploaded file to ``to``; ``Refused`` if gone or over ``limit`` bytes."""
        file = self._files.get(ref)
        if file is None:
            raise Refused("wrong file_id or the file is temporarily unavailable")
        if len(file.content) > limit:
            raise Refused("file is too big")
        await asyncio.to_thread(to.write_bytes, file.content)

    # The page's side

    @contextmanager
    def writing(self, key: str, update: str, text: str, file: Kept | None = None) -> Iterator[str]:
        """Show what the person writes while the house takes it in; yield the message's id.

        The message is withdrawn if the house could not; the same update is shown once.
        """
        chat = self._chats[key]
        if update in chat.updates:
            yield chat.updates[update]
            return
        message = Message(chat.next_id(), mine=True, at=self.now(), text=text, file=file)
        chat.put(message)
        chat.updates[update] = message.id
        self._show(key, message)
        try:
            yield message.id
        except BaseException:
            del chat.updates[update]
            self._remove(key, chat, message.id)
            raise

    def own(self, key: str, message: str) -> Message:
        """The person's own text message; ``NoSuchThing`` if it is no such thing."""
        found = self._chats[key].messages.get(message)
        if found is None or not found.mine or found.file is not None:
            raise NoSuchThing
        return found

    def rewrite(self, key: str, message: str, text: str) -> None:
        """The person's own message now reads ``text``, if the house has not taken it away."""
        found = self._chats[key].messages.get(message)
        if found is not None and found.text != text:
            self._show(key, self._chats[key].change(found, text=text, edited=True))

    def buttons(self, key: str) -> Iterator[tuple[str, Button]]:
        """Everything that can be tapped in somebody's chat, with its message's id, newest first."""
        for message in reversed(self._chats[key].messages.values()):
            for row in message.buttons:
                yield from ((message.id, button) for button in row)

    def press(self, key: str, update: str, message: str, data: str) -> None:
        """Note who pressed; ``NoSuchThing`` unless that message holds that button now."""
        found = self._chats[key].messages.get(message)
        if found is None or not found.holds(data):
            raise NoSuchThing
        self._presses[update] = key

    def keep(self, name: str, mime: str, content: bytes) -> Kept:
        """Keep a file's bytes under a new id that cannot be guessed."""
        file = Kept(token_urlsafe(16), name, mime, content)
        self._files[file.id] = file
        return file

    def file(self, file: str) -> Kept | None:
        """A file that was sent either way."""
        return self._files.get(file)

    def arrived(self, key: str) -> int:
        """How many messages the house has ever sent to somebody."""
        return self._chats[key].arrived

    def shown(self, key: str) -> dict[str, object]:
        """Somebody's chat as it stands, JSON-ready."""
        return self._chats[key].shown()

    def close(self) -> None:
        """Let every open page go, so that the server can stop at once."""
        self.pages.close()

    async def _enclosed(self, enclosure: Enclosure | None) -> Kept | None:
        if enclosure is None:
            return None
        cached = self._files.get(enclosure.cached or "")
        if cached is not None:
            return cached
        try:
            content = await asyncio.to_thread(enclosure.path.read_bytes)
        except OSError:
            raise Refused("the file to send is not there") from None
        if not 0 < len(content) <= rules.FILE_BYTES:
            raise Refused("file must be non-empty and at most 50 MB")
        return self.keep(enclosure.name, enclosure.mime, content)

    def _send(self, key: str, chat: Transcript, parcel: Parcel, file: Kept | None) -> Receipt:
        message = Message(
            chat.next_id(),
            mine=False,
            at=self.now(),
            html=parcel.text,
            buttons=parcel.buttons,
            file=file,
            language=parcel.language,
        )
        chat.put(message)
        chat.arrived += 1
        self._show(key, message)
        self.pages.nudge()
        return Receipt(message.id, file.id if file else None)

    def _edit(self, key: str, chat: Transcript, parcel: Parcel) -> None:
        message = _target(chat, parcel, "message to edit not found")
        if message.mine:
            raise Refused("message can't be edited")
        if message.file is not None and parcel.text:
            raise Refused("there is no text in the message to edit")
        text = parcel.text or message.html
        changed = message.html != text
        after = chat.change(
            message,
            html=text,
            buttons=parcel.buttons,
            language=parcel.language,
            edited=message.edited or changed,
        )
        if after != message:
            self._show(key, after)

    def _delete(self, key: str, chat: Transcript, parcel: Parcel) -> None:
        message = _target(chat, parcel, "message to delete not found")
        if self.now() - message.at >= DELETABLE:
            raise Refused("message can't be deleted")
        self._remove(key, chat, message.id)

    def _remove(self, key: str, chat: Transcript, message: str) -> None:
        if chat.messages.pop(message, None) is not None:
            self.pages.tell(key, Change("gone", message))

    def _show(self, key: str, message: Message) -> None:
        self.pages.tell(key, Change("message", message.shown()))


def _target(chat: Transcript, parcel: Parcel, complaint: str) -> Message:
    message = chat.messages.get(parcel.target or "")
    if message is None:
        raise Refused(complaint)
    return message
