"""How a failed call to Telegram counts, as ``bot.parcel`` tells deliveries apart.

The rule is to say "not delivered" only of what is known: a refusal of Telegram's, or a request
that never left. Everything else is ``Uncertain``.
"""

import re
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.parcel import (
    AddressMoved,
    DeliveryError,
    Flooded,
    MarkupRefused,
    NotSent,
    Refused,
    Uncertain,
    Unreachable,
)
from bot.telegram.request import NeverLeft, OverLimit

# Telegram quotes what it stumbled over, and that can be what a person wrote.
_QUOTED = re.compile(r"""".*"|(?<!\w)'.*'""", re.DOTALL)
_MARKUP = ("can't parse entities", "can't find end of")
# "chat not found" is what Telegram says of a person who never started the bot, who erased their
# account, and of an id that never was: in each case nothing reaches them until they write.
_NOBODY = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user_is_blocked",
    "input_user_deactivated",
    "bot was kicked",
    "chat_write_forbidden",
    "not enough rights to send",
    "have no rights to send",
    "group chat was deactivated",
)
_AS_WANTED = "message is not modified"
_NO_PHOTO = ("photo_invalid_dimensions", "photo_save_file_invalid", "image_process_failed")
_FILE_GONE = (
    "file_id",
    "file identifier",
    "file reference",
    "file_reference",
    "temporarily",
    "use file of type",
)


class TokenRefused(NotSent):
    """Telegram does not know the token any more: nothing leaves until it is put right.

    Nothing is lost by it, so a parcel that meets it is simply not sent yet.
    """


def outcome(error: TelegramError, verb: str) -> DeliveryError | None:
    """How the delivery ended; None: it counts as delivered (an edit to what stands already)."""
    match error:
        case RetryAfter():
            return Flooded(_seconds(error.retry_after))
        case ChatMigrated():
            return AddressMoved(str(error.new_chat_id))
        case Forbidden():
            return Unreachable(_words(error))
        case InvalidToken():
            return TokenRefused("Telegram does not accept the bot's token")
        case Conflict():
            return NotSent(_words(error))
        case OverLimit():
            return Refused(_words(error))
        case BadRequest():
            return _refusal(error, verb)
        case _ if isinstance(error.__cause__, NeverLeft):
            return NotSent(_words(error))
        case _:
            return Uncertain(_words(error))


def is_file_gone(error: TelegramError) -> bool:
    """Whether a file that was named by its cached id must be uploaded anew."""
    said = error.message.lower()
    return isinstance(error, BadRequest) and any(words in said for words in _FILE_GONE)


def is_no_photo(error: TelegramError) -> bool:
    """Whether a picture must go as a document: Telegram shows no photo of its shape or kind."""
    said = error.message.lower()
    return isinstance(error, BadRequest) and any(words in said for words in _NO_PHOTO)


def _refusal(error: BadRequest, verb: str) -> DeliveryError | None:
    said = error.message.lower()
    if verb == "edit" and _AS_WANTED in said:
        return None
    if any(words in said for words in _MARKUP):
        return MarkupRefused(_words(error))
    if any(words in said for words in _NOBODY):
        return Unreachable(_words(error))
    return Refused(_words(error))


def _seconds(pause: int | timedelta) -> float:
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


def _words(error: TelegramError) -> str:
    return _QUOTED.sub('"…"', error.message)
