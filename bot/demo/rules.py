"""What Telegram would refuse, refused here too, so that the demo hides no fault."""

import json
import re
from html import unescape

from bot.parcel import MarkupRefused, Parcel, Refused
from handlers.markup import TAGS, Button, Keyboard

# Limits of the Bot API (core.telegram.org/bots/api); lengths in UTF-16 units after markup.
TEXT = 4096
CAPTION = 1024
DATA_BYTES = 64
BUTTONS = 100
TOAST = 200
COMMANDS = 100
DESCRIPTION = 256
FILE_BYTES = 50 * 1024 * 1024

_EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤️‍🔥 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 "
    "👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 "
    "💊 🙊 😎 👾 🤷‍♂️ 🤷 🤷‍♀️ 😡"
)
_REACTIONS = frozenset(_EMOJI.split())
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_URL = re.compile(r"(?:https?|tg|mailto):\S+")
_MARK = re.compile(
    r"<(?P<end>/?)(?P<tag>"
    + "|".join(TAGS)
    + r")(?P<rest>(?:\s+[a-z]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))?)*)\s*>"
)


def check(parcel: Parcel) -> None:
    """Raise ``Refused`` (or ``MarkupRefused``) with Telegram's words for what it never takes."""
    match parcel.verb:
        case "send" if parcel.enclosure is not None:
            _check_text(parcel.text, CAPTION, "message caption is too long", empty=True)
        case "edit" if not parcel.text:
            pass  # only the buttons change
        case "send" | "edit":
            _check_text(parcel.text, TEXT, "message is too long", empty=False)
        case "delete":
            pass
        case "react":
            _check_reaction(parcel.text)
        case "menu":
            commands(parcel.text)
        case verb:
            raise Refused(f"unknown verb {verb}")
    _check_buttons(parcel.buttons)


def units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def visible(text: str) -> str:
    """The text without its markup; ``MarkupRefused`` where a tag is unknown or out of place."""
    opened: list[str] = []
    for mark in _MARK.finditer(text):
        if not mark["end"]:
            opened.append(mark["tag"])
        elif not opened or opened.pop() != mark["tag"]:
            raise MarkupRefused("can't parse entities: unmatched end tag")
    if opened:
        raise MarkupRefused("can't parse entities: can't find end tag")
    bare = _MARK.sub("", text)
    if "<" in bare:
        raise MarkupRefused("can't parse entities: unsupported start tag")
    return unescape(bare)


def commands(text: str) -> list[tuple[str, str]]:
    """Read a menu's JSON ``[[command, description], …]`` (nothing: no menu), or refuse it."""
    try:
        pairs = json.loads(text or "[]")
        read = [(str(command), str(description)) for command, description in pairs]
    except (TypeError, ValueError):
        raise Refused("can't parse commands JSON") from None
    if len(read) > COMMANDS:
        raise Refused("BOT_COMMANDS_TOO_MUCH")
    for command, description in read:
        if not _COMMAND.fullmatch(command):
            raise Refused("BOT_COMMAND_INVALID")
        if not 1 <= units(description) <= DESCRIPTION:
            raise Refused("BOT_COMMAND_DESCRIPTION_INVALID")
    return read


def _check_text(text: str, limit: int, complaint: str, *, empty: bool) -> None:
    shown = visible(text).strip()
    if not shown and not empty:
        raise Refused("message text is empty")
    if units(shown) > limit:
        raise Refused(complaint)


def _check_reaction(emoji: str) -> None:
    if emoji and emoji not in _REACTIONS:
        raise Refused("REACTION_INVALID")


def _check_buttons(keyboard: Keyboard) -> None:
    if sum(len(row) for row in keyboard) > BUTTONS:
        raise Refused("REPLY_MARKUP_TOO_LONG")
    for row in keyboard:
        for button in row:
            _check_button(button)


def _check_button(button: Button) -> None:
    if not button.text.strip():
        raise Refused("text of a button is empty")
    if (button.data is None) == (button.url is None):
        raise Refused("a button holds either data or an address")
    if button.data is not None and not 1 <= len(button.data.encode()) <= DATA_BYTES:
        raise Refused("BUTTON_DATA_INVALID")
    if button.url is not None and not _URL.fullmatch(button.url):
        raise Refused("BUTTON_URL_INVALID")
