"""What Telegram refuses, as pure functions: parameters in, clean values out, or a ``Refusal``."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.botapi.allowed import ACTIONS, REACTIONS, SCOPES
from tests.botapi.markup import Entity, Formatted, parse_html, units, valid_url
from tests.botapi.message import Button, Keyboard
from tests.botapi.refusal import refused

Params = Mapping[str, Any]
TEXT, CAPTION, SOURCE, ANSWER = 4096, 1024, 32_768, 200
_DATA, _BUTTONS, _COMMANDS, _DESCRIPTION = 64, 100, 100, 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LANGUAGE = re.compile(r"[a-z]{2}|")
_OTHER_KEYBOARDS = ("keyboard", "remove_keyboard", "force_reply")
_ACTIONS = ("url", "callback_data", "web_app", "copy_text", "login_url", "switch_inline_query")


def text(params: Params) -> Formatted:
    """Read the text of a message: 1–4096 UTF-16 units once its entities are parsed."""
    found = _formatted(params, "text", "entities")
    if not found.text:
        raise refused("message text is empty")
    if units(found.text) > TEXT:
        raise refused("message is too long")
    return found


def caption(params: Params) -> Formatted:
    """Read the caption of a file: at most 1024 UTF-16 units once its entities are parsed."""
    found = _formatted(params, "caption", "caption_entities")
    if units(found.text) > CAPTION:
        raise refused("message caption is too long")
    return found


def _formatted(params: Params, words: str, marks: str) -> Formatted:
    source = params.get(words) or ""
    if len(source.encode(errors="surrogatepass")) > SOURCE:
        raise refused("message is too long")
    if _has_half(source):
        raise refused("strings must be encoded in UTF-8")
    mode = (params.get("parse_mode") or "").lower()
    if mode not in {"", "html"}:
        raise refused("unsupported parse_mode")
    return _trimmed(parse_html(source) if mode else Formatted(source, _entities(params.get(marks))))


def _has_half(text: str) -> bool:
    """Say whether half of a surrogate pair stands alone: such a text has no UTF-8."""
    return not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text)


def _entities(given: object) -> tuple[Entity, ...]:
    if given is None:
        return ()
    if not isinstance(given, list) or not all(_is_entity(one) for one in given):
        raise refused("can't parse MessageEntity")
    return tuple(given)


def _is_entity(one: object) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("type"), str):
        return False
    offset, length = one.get("offset"), one.get("length")
    return isinstance(offset, int) and isinstance(length, int) and offset >= 0 and length > 0


def _trimmed(found: Formatted) -> Formatted:
    """Take off the white space at both ends, as the server does, and move the entities."""
    kept = found.text.strip()
    if kept == found.text:
        return found
    before = units(found.text[: len(found.text) - len(found.text.lstrip())])
    end = units(kept)
    moved = []
    for one in found.entities:
        start = max(one["offset"] - before, 0)
        stop = min(one["offset"] + one["length"] - before, end)
        if start < stop:
            moved.append({**one, "offset": start, "length": stop - start})
    return Formatted(kept, tuple(moved))


def keyboard(params: Params, *, only_inline: bool = False) -> Keyboard:
    """Read the inline keyboard; other keyboards are let through as none, unless forbidden."""
    markup = params.get("reply_markup")
    if not markup:
        return ()
    if not isinstance(markup, dict):
        raise refused("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if only_inline or not any(kind in markup for kind in _OTHER_KEYBOARDS):
            raise refused("inline keyboard expected")
        return ()
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise refused('field "inline_keyboard" must be an Array of Arrays')
    read = tuple(tuple(_button(one) for one in row) for row in rows if row)
    if sum(map(len, read)) > _BUTTONS:
        raise refused("reply markup is too long")
    return read


def _button(one: object) -> Button:
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        why = 'Field "text" must be of type String'
        raise refused(f"can't parse inline keyboard button: {why}")
    if not one["text"].strip():
        raise refused("inline keyboard button text must be non-empty")
    if not any(one.get(action) for action in _ACTIONS):
        why = "Text buttons are unallowed in the inline keyboard"
        raise refused(f"can't parse inline keyboard button: {why}")
    if any(_has_half(str(value)) for value in one.values()):
        raise refused("inline keyboard button text must be encoded in UTF-8")
    data, url = one.get("callback_data"), one.get("url")
    if data and len(str(data).encode()) > _DATA:
        raise refused("BUTTON_DATA_INVALID")
    if url:
        _check_url(str(url))
    return Button(one["text"], data, url, one)


def _check_url(url: str) -> None:
    if not valid_url(url) or url.startswith(("mailto:", "tel:")):
        raise refused(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    parts = urlsplit(url)
    payload = parse_qs(parts.query, keep_blank_values=True).get("start")
    if parts.netloc == "t.me" and payload and not payload_fits(payload[0]):
        # Telegram lets it through, and the link then opens the bot without its payload.
        raise refused("BUTTON_URL_INVALID")


def payload_fits(payload: str) -> bool:
    """Say whether a deep link can carry this payload."""
    return bool(_PAYLOAD.fullmatch(payload))


def message_id(params: Params) -> int:
    number = int(params.get("message_id") or 0)
    if number <= 0:
        raise refused("message identifier is not specified")
    return number


def reaction(params: Params) -> str | None:
    """Read the one emoji of a reaction (None: take it away)."""
    given = params.get("reaction") or []
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise refused("reaction must be an Array of Objects")
    if not given:
        return None
    emoji = given[0].get("emoji")
    if len(given) > 1 or given[0].get("type") != "emoji" or str(emoji) not in REACTIONS:
        raise refused("REACTION_INVALID")
    return str(emoji)


def reply(params: Params) -> Params | None:
    """Read which message is replied to."""
    wanted = params.get("reply_parameters")
    if not wanted:
        return None
    if not isinstance(wanted, dict) or not isinstance(wanted.get("message_id"), int):
        raise refused("can't parse reply parameters JSON object")
    return wanted


def action(params: Params) -> str:
    if params.get("action") not in ACTIONS:
        raise refused("wrong parameter action in request")
    return str(params["action"])


def answer(params: Params) -> str:
    """Read the words of the small answer to a tap."""
    said = params.get("text") or ""
    if units(said) > ANSWER:
        raise refused("MESSAGE_TOO_LONG")
    return said


def menu_key(params: Params) -> tuple[str, int | None, str]:
    """Read whom a menu is for: scope, chat and language."""
    scope = params.get("scope") or {"type": "default"}
    if not isinstance(scope, dict) or str(scope.get("type")) not in SCOPES:
        raise refused("can't parse BotCommandScope: wrong type")
    language = params.get("language_code") or ""
    if not _LANGUAGE.fullmatch(language):
        raise refused("invalid language code specified")
    chat = scope.get("chat_id")
    if scope["type"].startswith("chat") and not isinstance(chat, int):
        raise refused("can't parse BotCommandScope: chat_id is required")
    return scope["type"], chat if isinstance(chat, int) else None, language


def commands(params: Params) -> list[dict[str, str]]:
    """Read a menu: at most 100 commands of 1–32 from a–z, 0–9 and _."""
    given = params.get("commands")
    if not isinstance(given, list):
        raise refused("expected an Array of BotCommand")
    if len(given) > _COMMANDS:
        raise refused("BOT_COMMANDS_TOO_MUCH")
    return [_command(one) for one in given]


def _command(one: object) -> dict[str, str]:
    if not isinstance(one, dict) or set(one) != {"command", "description"}:
        raise refused("can't parse BotCommand: command and description are needed")
    name = str(one["command"]).removeprefix("/")
    if not _COMMAND.fullmatch(name):
        raise refused("BOT_COMMAND_INVALID")
    if not 1 <= units(str(one["description"])) <= _DESCRIPTION:
        raise refused("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": str(one["description"])}
