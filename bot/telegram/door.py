"""The door to Telegram: parcels go out, taps get their small answer, files come in."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from telegram import InputFile
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.parcel import (
    DeliveryError,
    Enclosure,
    Flooded,
    NotSent,
    Parcel,
    Receipt,
    Refused,
    Uncertain,
)
from bot.telegram.calls import DOCUMENT, PHOTO, Call, call_for
from bot.telegram.line import DEFAULT_URL, Line, TokenMisshapen
from bot.telegram.outcome import TokenRefused, is_file_gone, is_no_photo, outcome
from bot.telegram.pace import Backoff
from bot.telegram.raw import Json, integer, mapping, text
from bot.telegram.request import AiohttpRequest

UPLOAD = 50 * 1024 * 1024
PHOTO_UPLOAD = 10 * 1024 * 1024
ANSWER = 200
# A late answer to a tap is worth nothing, and must hold nobody up.
_TAP_SECONDS = 10.0
_PART = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_FILES = ("document", "animation", "audio", "video", "sticker", "voice")

log = logging.getLogger(__name__)


class TelegramDoor:
    """A ``bot.parcel.Door`` for one bot. ``start`` it before use, ``close`` it at the end.

    ``unacknowledged`` counts the taps whose small answer did not get through.
    """

    name = "telegram"

    def __init__(
        self,
        token: str,
        base_url: str = DEFAULT_URL,
        *,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        calls: AiohttpRequest | None = None,
    ) -> None:
        """Raise ``TokenRefused`` for what cannot be a token.

        ``base_url`` is the API's root, ``calls`` a session with other timeouts than the usual.
        """
        try:
            self._line = Line(token, base_url, calls)
        except TokenMisshapen:
            raise TokenRefused("this is no Telegram token: it reads 123456:ABC…") from None
        self._sleep = sleep
        self._id: int | None = None
        self.username = ""
        self.unacknowledged = 0

    def __repr__(self) -> str:
        """Show which bot it is, and no token."""
        return f"<TelegramDoor {self._id}>"

    @property
    def source(self) -> str:
        """The first half of an inbox row's key; known once started."""
        if self._id is None:
            raise RuntimeError("the door is not started")
        return f"telegram:{self._id}"

    async def start(self) -> None:
        """Learn who the bot is: wait for the network as long as it takes, but not for a token.

        Raises ``TokenRefused`` at once when Telegram knows no such bot.
        """
        await self._line.open()
        me = await self._met()
        self._id, self.username = integer(me.get("id")), text(me.get("username"))

    async def close(self) -> None:
        """Shut every connection."""
        await self._line.close()

    async def _met(self) -> Json:
        backoff = Backoff()
        while True:
            try:
                return _somebody(await self._line.call("getMe", {}))
            except InvalidToken:
                break
            except TelegramError as error:
                log.warning("Telegram cannot be reached yet: %s", type(error).__name__)
                asked = outcome(error, "start")
                pause = asked.seconds if isinstance(asked, Flooded) else backoff.next()
            await self._sleep(pause)
        await self._line.close()
        raise TokenRefused("Telegram knows no bot with this token: take it anew from @BotFather")

    async def deliver(self, parcel: Parcel) -> Receipt:
        """Carry one parcel out, once; raise a ``DeliveryError`` that says how it failed."""
        call = call_for(parcel)
        try:
            if parcel.enclosure is not None:
                return await self._enclosing(call, parcel.enclosure)
            result = await self._line.call(call.method, call.parameters)
        except TelegramError as error:
            failure = _told(error, parcel.verb)
        else:
            return _receipt(result, parcel.target)
        if failure is None:
            return Receipt(parcel.target)
        raise failure

    async def acknowledge(self, press: str, text: str | None = None) -> None:
        """Give the small answer to a tap, best effort: one that is too late is only counted."""
        answer: dict[str, object] = {"callback_query_id": press}
        if text:
            answer["text"] = text[:ANSWER]
        try:
            await self._line.call("answerCallbackQuery", answer, _TAP_SECONDS)
        except TelegramError:
            self.unacknowledged += 1

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        """Bring a file to ``to``, whole or not at all.

        Raises ``Refused`` if it is over ``limit`` bytes or gone, ``NotSent`` where trying again
        may help (nothing is uncertain about fetching), ``Flooded`` for a pause.
        """
        part = to.with_name(f"{to.name}.part")
        try:
            await self._download(ref, part, limit)
        except TelegramError as error:
            failure = _told(error, "fetch")
        else:
            part.replace(to)
            return
        finally:
            part.unlink(missing_ok=True)
        raise NotSent(str(failure)) if isinstance(failure, Uncertain | None) else failure

    async def updates(self, offset: int, seconds: int, kinds: list[str]) -> list[object]:
        """Long-poll for raw updates; raises ``TelegramError``, as it came, to the polling alone."""
        found = await self._line.poll(offset, seconds, kinds)
        if not isinstance(found, list):
            raise TelegramError("Invalid server response")
        return found

    async def forget_webhook(self) -> None:
        """Let updates be asked for again; what waits is kept. Raises ``TelegramError``."""
        await self._line.call("deleteWebhook", {})

    async def _enclosing(self, call: Call, enclosure: Enclosure) -> Receipt:
        if enclosure.cached:
            known = await self._by_id(call, enclosure.cached)
            if known is not None:
                return known
        file = await asyncio.to_thread(_input_file, enclosure)
        if call.method == PHOTO and _may_be_photo(file):
            try:
                return await self._upload(call, file)
            except BadRequest as error:
                if not is_no_photo(error):
                    raise
        return await self._upload(call.as_document(), file)

    async def _by_id(self, call: Call, file: str) -> Receipt | None:
        """None: it must be uploaded. A picture that once went as a document is known as one."""
        for way in dict.fromkeys((call.method, DOCUMENT)):
            again = replace(call, method=way).enclosing(file)
            try:
                return _receipt(await self._line.call(again.method, again.parameters), None)
            except BadRequest as error:
                if not is_file_gone(error):
                    raise
        return None

    async def _upload(self, call: Call, file: InputFile) -> Receipt:
        upload = call.enclosing(file)
        return _receipt(await self._line.call(upload.method, upload.parameters), None)

    async def _download(self, ref: str, part: Path, limit: int) -> None:
        found = mapping(await self._line.call("getFile", {"file_id": ref}))
        if (integer(found.get("file_size")) or 0) > limit:
            raise BadRequest(f"the file is over {limit} bytes")
        descriptor = await asyncio.to_thread(os.open, part, _PART, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            async with aclosing(self._line.file(text(found.get("file_path")), limit)) as chunks:
                async for chunk in chunks:
                    out.write(chunk)


def start_link(username: str, code: str) -> str:
    """The address that opens the chat with the bot and hands it ``code`` at /start."""
    return f"https://t.me/{username}?start={code}"


def _somebody(me: object) -> Json:
    if integer(mapping(me).get("id")) is None:
        raise TelegramError("Invalid server response")
    return mapping(me)


def _told(error: TelegramError, verb: str) -> DeliveryError | None:
    failure = outcome(error, verb)
    if isinstance(failure, TokenRefused):
        log.critical("Telegram refuses the bot's token: nothing leaves until it is put right")
    return failure


def _receipt(result: object, target: str | None) -> Receipt:
    """``result`` is a message, or plain true where Telegram has nothing to show."""
    message = integer(mapping(result).get("message_id"))
    return Receipt(target if message is None else str(message), _file_id(mapping(result)))


def _file_id(message: Json) -> str | None:
    """The file's id at Telegram; a photo comes in several sizes, and any names them all."""
    sizes = message.get("photo")
    if isinstance(sizes, list) and sizes:
        return text(mapping(sizes[-1]).get("file_id")) or None
    found = (text(mapping(message.get(kind)).get("file_id")) for kind in _FILES)
    return next(filter(None, found), None)


def _input_file(enclosure: Enclosure) -> InputFile:
    try:
        if enclosure.path.stat().st_size > UPLOAD:
            raise Refused(f"a file is at most {UPLOAD} bytes")
        content = enclosure.path.read_bytes()
    except OSError as error:
        raise Refused(f"the file cannot be read: {error.strerror}") from None
    file = InputFile(content, filename=_header(enclosure.name) or "file")
    file.mimetype = _header(enclosure.mime) or file.mimetype
    return file


def _may_be_photo(file: InputFile) -> bool:
    content = file.input_file_content
    return isinstance(content, bytes) and len(content) <= PHOTO_UPLOAD


def _header(text: str) -> str:
    """What may stand in a header: no line breaks, no halves of letters."""
    return "".join(letter for letter in text if letter.isprintable())
