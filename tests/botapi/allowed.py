"""The methods that this server knows, and the parameters that each of them takes."""

from collections.abc import Mapping
from typing import Literal

Kind = Literal["text", "number", "flag", "chat", "json", "file"]
Allowed = Mapping[str, Kind]

_CHAT: Allowed = {"chat_id": "chat"}
_MESSAGE: Allowed = {**_CHAT, "message_id": "number"}
_SEND: Allowed = {
    **_CHAT,
    "disable_notification": "flag",
    "protect_content": "flag",
    "reply_markup": "json",
    "reply_parameters": "json",
}
_CAPTION: Allowed = {"caption": "text", "parse_mode": "text", "caption_entities": "json"}
_TEXT: Allowed = {
    "text": "text",
    "parse_mode": "text",
    "entities": "json",
    "link_preview_options": "json",
}
_MENU: Allowed = {"scope": "json", "language_code": "text"}

METHODS: Mapping[str, Allowed] = {
    "getMe": {},
    "getUpdates": {
        "offset": "number",
        "limit": "number",
        "timeout": "number",
        "allowed_updates": "json",
    },
    "setWebhook": {
        "url": "text",
        "max_connections": "number",
        "allowed_updates": "json",
        "drop_pending_updates": "flag",
        "secret_token": "text",
        "ip_address": "text",
    },
    "deleteWebhook": {"drop_pending_updates": "flag"},
    "getWebhookInfo": {},
    "sendMessage": {**_SEND, **_TEXT},
    "sendDocument": {
        **_SEND,
        **_CAPTION,
        "document": "file",
        "disable_content_type_detection": "flag",
    },
    "sendPhoto": {**_SEND, **_CAPTION, "photo": "file"},
    "editMessageText": {**_MESSAGE, **_TEXT, "reply_markup": "json"},
    "editMessageReplyMarkup": {**_MESSAGE, "reply_markup": "json"},
    "deleteMessage": _MESSAGE,
    "setMessageReaction": {**_MESSAGE, "reaction": "json", "is_big": "flag"},
    "sendChatAction": {**_CHAT, "action": "text"},
    "answerCallbackQuery": {
        "callback_query_id": "text",
        "text": "text",
        "show_alert": "flag",
        "cache_time": "number",
    },
    "setMyCommands": {**_MENU, "commands": "json"},
    "deleteMyCommands": _MENU,
    "getMyCommands": _MENU,
    "getFile": {"file_id": "text"},
}
NAMES: Mapping[str, str] = {name.lower(): name for name in METHODS}

# What a reaction can be without Telegram Premium, and what a chat can be told the bot is doing.
REACTIONS = frozenset(
    (
        "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤️‍🔥 "
        "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 "
        "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂️ 🤷 🤷‍♀️ 😡 "
    ).split()
)
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)
