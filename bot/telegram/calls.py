"""What to ask of the Bot API to deliver a parcel: the method and its parameters."""

import json
from dataclasses import dataclass, replace

from bot.parcel import Enclosure, Parcel, Refused
from handlers.markup import Button, Html, Keyboard, plain

CAPTION = 1024
PICTURE = "image/png"
PHOTO, DOCUMENT = "sendPhoto", "sendDocument"


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the Bot API with its parameters, all of them JSON."""

    method: str
    parameters: dict[str, object]

    def adding(self, **more: object) -> "Call":
        return replace(self, parameters={**self.parameters, **more})

    def enclosing(self, file: object) -> "Call":
        """With its file: an upload, or the id of one that Telegram has."""
        return self.adding(**{"photo" if self.method == PHOTO else "document": file})

    def as_document(self) -> "Call":
        return replace(self, method=DOCUMENT)


def call_for(parcel: Parcel) -> Call:
    """Translate a parcel without its enclosure; ``Refused`` for one that no door could carry."""
    chat = _chat(parcel)
    match parcel.verb:
        case "send" if parcel.enclosure:
            return _file(chat, parcel, parcel.enclosure)
        case "send":
            return _message(chat, parcel)
        case "edit":
            return _edit(chat, parcel)
        case "delete":
            return Call("deleteMessage", {**chat, **_target(parcel)})
        case "react":
            emoji = [{"type": "emoji", "emoji": str(parcel.text)}] if parcel.text else []
            return Call("setMessageReaction", {**chat, **_target(parcel), "reaction": emoji})
        case "menu":
            return _menu(chat, parcel)
        case verb:
            raise Refused(f"Telegram has no verb {verb}")


def units(text: Html) -> int:
    """How long a text is for Telegram: in UTF-16 units, after its tags are read."""
    return len(plain(text).encode("utf-16-le", "surrogatepass")) // 2


def keyboard(rows: Keyboard) -> dict[str, object]:
    """An inline keyboard as JSON; with no rows it takes away the one that stands."""
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows if row]}


def _message(chat: dict[str, object], parcel: Parcel) -> Call:
    return Call("sendMessage", {**chat, **_text(parcel), **_manner(parcel)})


def _file(chat: dict[str, object], parcel: Parcel, enclosure: Enclosure) -> Call:
    """A picture is shown in the chat, whatever else is enclosed lies there to be opened."""
    if units(parcel.text) > CAPTION:
        raise Refused(f"a caption is at most {CAPTION} characters")
    caption = {"caption": str(parcel.text), "parse_mode": "HTML"} if parcel.text else {}
    method = PHOTO if enclosure.mime == PICTURE else DOCUMENT
    return Call(method, {**chat, **caption, **_manner(parcel)})


def _edit(chat: dict[str, object], parcel: Parcel) -> Call:
    where = {**chat, **_target(parcel), "reply_markup": keyboard(parcel.buttons)}
    if not parcel.text:
        return Call("editMessageReplyMarkup", where)
    return Call("editMessageText", {**where, **_text(parcel)})


def _menu(chat: dict[str, object], parcel: Parcel) -> Call:
    scope: dict[str, object] = {"scope": {"type": "chat", **chat}}
    commands = [
        {"command": command, "description": description}
        for command, description in json.loads(parcel.text or "[]")
    ]
    if not commands:
        return Call("deleteMyCommands", scope)
    return Call("setMyCommands", {"commands": commands, **scope})


def _text(parcel: Parcel) -> dict[str, object]:
    return {
        "text": str(parcel.text),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


def _manner(parcel: Parcel) -> dict[str, object]:
    manner: dict[str, object] = {"disable_notification": True} if parcel.silent else {}
    return {**manner, "reply_markup": keyboard(parcel.buttons)} if parcel.buttons else manner


def _button(button: Button) -> dict[str, str]:
    if button.url is not None:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "callback_data": button.data or ""}


def _chat(parcel: Parcel) -> dict[str, object]:
    return {"chat_id": _number(parcel.address.key, "an address")}


def _target(parcel: Parcel) -> dict[str, object]:
    return {"message_id": _number(parcel.target or "", "a message")}


def _number(text: str, thing: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Refused(f"this is no id of {thing} at Telegram") from None
