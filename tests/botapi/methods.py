"""What each method does to the world, once its parameters have been read."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from tests.botapi import validate
from tests.botapi.markup import Formatted
from tests.botapi.message import Keyboard, Message, StoredFile
from tests.botapi.refusal import Refusal, refused
from tests.botapi.wire import Upload
from tests.botapi.world import BOT, Chat, World

Params = dict[str, Any]
_TWO_DAYS = 48 * 3600
_MEGABYTE = 1 << 20
_DOWNLOAD = 20 * _MEGABYTE
_UPLOAD = {"document": 50 * _MEGABYTE, "photo": 10 * _MEGABYTE}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")


def _get_me(_world: World, _params: Params) -> object:
    return BOT


def _send_message(world: World, params: Params) -> object:
    chat = world.open_chat(params.get("chat_id"))
    text, buttons = validate.text(params), validate.keyboard(params)
    return _post(world, chat, params, text, buttons, None)


def _send_document(world: World, params: Params) -> object:
    return _send_file(world, params, "document")


def _send_photo(world: World, params: Params) -> object:
    return _send_file(world, params, "photo")


def _send_file(world: World, params: Params, kind: Literal["document", "photo"]) -> object:
    chat = world.open_chat(params.get("chat_id"))
    caption, buttons = validate.caption(params), validate.keyboard(params)
    return _post(world, chat, params, caption, buttons, _file(world, params.get(kind), kind))


def _file(world: World, given: object, kind: str) -> StoredFile:
    """Take the uploaded bytes, or a file that the server has already."""
    if isinstance(given, Upload):
        _check_upload(given, kind)
        return world.keep(kind, given)
    if not given:
        raise refused(f"there is no {kind} in the request")
    known = world.files.get(str(given))
    if known is None:
        raise refused("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise refused(f"can't use file of type {known.kind.title()} as {kind.title()}")
    return known


def _check_upload(given: Upload, kind: str) -> None:
    if not given.data:
        raise refused("file must be non-empty")
    if len(given.data) > _UPLOAD[kind]:
        raise Refusal(413, "Request Entity Too Large")
    if kind == "photo" and not given.data.startswith(_PICTURES):
        raise refused("IMAGE_PROCESS_FAILED")


def _post(  # noqa: PLR0913 - these are the parts of a message
    world: World,
    chat: Chat,
    params: Params,
    words: Formatted,
    buttons: Keyboard,
    file: StoredFile | None,
) -> object:
    message = world.write(
        chat,
        BOT,
        text=words.text,
        entities=words.entities,
        buttons=buttons,
        file=file,
        by_bot=True,
        silent=bool(params.get("disable_notification")),
        extra=_reply(chat, params),
    )
    return message.raw()


def _reply(chat: Chat, params: Params) -> dict[str, Any]:
    wanted = validate.reply(params)
    if wanted is None:
        return {}
    replied = chat.messages.get(wanted["message_id"])
    if replied and not replied.deleted:
        return {"reply_to_message": replied.raw()}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise refused("message to be replied not found")


def _own(world: World, params: Params) -> Message:
    """Find the bot's own message that an edit is about."""
    chat = world.open_chat(params.get("chat_id"))
    message = chat.messages.get(validate.message_id(params))
    if message is None or message.deleted:
        raise refused("message to edit not found")
    if not message.by_bot:
        raise refused("message can't be edited")
    return message


def _edit_text(world: World, params: Params) -> object:
    message = _own(world, params)
    words, buttons = validate.text(params), validate.keyboard(params, only_inline=True)
    if message.file:
        raise refused("there is no text in the message to edit")
    return _edit(world, message, words, buttons)


def _edit_markup(world: World, params: Params) -> object:
    message = _own(world, params)
    buttons = validate.keyboard(params, only_inline=True)
    return _edit(world, message, Formatted(message.text, message.entities), buttons)


def _edit(world: World, message: Message, words: Formatted, buttons: Keyboard) -> object:
    if _content(words, buttons) == _content(
        Formatted(message.text, message.entities), message.buttons
    ):
        raise refused(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    message.text, message.entities, message.buttons = words.text, words.entities, buttons
    message.edited = int(world.now())
    return message.raw()


def _content(words: Formatted, buttons: Keyboard) -> tuple[object, ...]:
    return words.text, words.entities, [[button.raw for button in row] for row in buttons]


def _delete(world: World, params: Params) -> object:
    chat = world.open_chat(params.get("chat_id"))
    message = chat.messages.get(validate.message_id(params))
    if message is None or message.deleted:
        raise refused("message to delete not found")
    if world.now() - message.date > _TWO_DAYS:
        raise refused("message can't be deleted for everyone")
    message.deleted = True
    return True


def _react(world: World, params: Params) -> object:
    chat = world.open_chat(params.get("chat_id"))
    message = chat.messages.get(validate.message_id(params))
    emoji = validate.reaction(params)
    if message is None or message.deleted:
        raise refused("message to react not found")
    message.reaction = emoji
    return True


def _action(world: World, params: Params) -> object:
    world.open_chat(params.get("chat_id"))
    validate.action(params)
    return True


def _answer(world: World, params: Params) -> object:
    number = params.get("callback_query_id") or ""
    said = validate.answer(params)
    if not world.pressed(number):
        raise refused("query is too old and response timeout expired or query ID is invalid")
    world.answers[number] = said
    return True


def _set_commands(world: World, params: Params) -> object:
    key = validate.menu_key(params)
    if key[1] is not None:
        world.known(key[1])
    world.menus[key] = validate.commands(params)
    return True


def _delete_commands(world: World, params: Params) -> object:
    world.menus.pop(validate.menu_key(params), None)
    return True


def _get_commands(world: World, params: Params) -> object:
    return world.menus.get(validate.menu_key(params), [])


def _get_file(world: World, params: Params) -> object:
    file = world.files.get(params.get("file_id") or "")
    if file is None:
        raise refused("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > _DOWNLOAD:
        raise refused("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique,
        "file_size": len(file.data),
        "file_path": file.path,
    }


def _set_webhook(world: World, params: Params) -> object:
    url = params.get("url") or ""
    if url and not url.startswith("https://"):
        raise refused("bad webhook: An HTTPS URL must be provided for webhook")
    if params.get("drop_pending_updates"):
        world.updates.clear()
    world.webhook = {**world.webhook, "url": url}
    if url:
        world.updates.take_over()
    return True


def _delete_webhook(world: World, params: Params) -> object:
    return _set_webhook(world, {**params, "url": ""})


def _webhook_info(world: World, _params: Params) -> object:
    return {**world.webhook, "pending_update_count": len(world.updates)}


DEEDS: Mapping[str, Callable[[World, Params], object]] = {
    "getMe": _get_me,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _webhook_info,
    "sendMessage": _send_message,
    "sendDocument": _send_document,
    "sendPhoto": _send_photo,
    "editMessageText": _edit_text,
    "editMessageReplyMarkup": _edit_markup,
    "deleteMessage": _delete,
    "setMessageReaction": _react,
    "sendChatAction": _action,
    "answerCallbackQuery": _answer,
    "setMyCommands": _set_commands,
    "deleteMyCommands": _delete_commands,
    "getMyCommands": _get_commands,
    "getFile": _get_file,
}
