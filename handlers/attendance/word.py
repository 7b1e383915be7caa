"""The code word that hangs in the room: computed from a secret, never kept, and easy to type.

It has fourteen bits, which is enough where ten wrong guesses shut the door for a day, and what it
opens is no more than «I was there».
"""

import hmac
import re
import secrets
from hashlib import sha256

from handlers.attendance.words import WORDS
from handlers.flow.words import folded
from storage.unit import Unit

SECRET = "presence"  # noqa: S105 - the name it stands under
START = "her"
"""What a link begins with, before the first hyphen."""
_DIGITS = "23456789"
_SECRET_BYTES = 32
_TYPED = re.compile(r"([a-z]{3,8}) ?([2-9] ?[2-9])", re.ASCII)
_LINK = re.compile(
    rf"(?:https?://(?:t\.me|telegram\.me)/\S*?[?&]start=|/start(?:@\w+)? +){START}-(\S{{0,60}})",
    re.IGNORECASE,
)


def made(unit: Unit, programme: str, milestone: str) -> str:
    """The word of a samling, such as «fjell47»; the secret is made at first need."""
    if unit.house.value(SECRET) is None:
        unit.house.keep(SECRET, secrets.token_hex(_SECRET_BYTES))
    return str(word(unit, programme, milestone))


def word(unit: Unit, programme: str, milestone: str) -> str | None:
    """The word of a samling; None before anybody needed one."""
    kept = unit.house.value(SECRET)
    if kept is None:
        return None
    what = f"{programme}/{milestone}".encode()
    number = int.from_bytes(hmac.digest(bytes.fromhex(kept), what, sha256)[:8])
    number, place = divmod(number, len(WORDS))
    tens, ones = divmod(number % len(_DIGITS) ** 2, len(_DIGITS))
    return f"{WORDS[place]}{_DIGITS[tens]}{_DIGITS[ones]}"


def is_right(said: str, right: str | None) -> bool:
    """Compare so that the time it takes tells nothing."""
    return right is not None and hmac.compare_digest(said.encode(), right.encode())


def typed(text: str) -> str | None:
    """The word in a text that can hardly be anything else: one of ours, and two digits."""
    found = _TYPED.fullmatch(folded(text))
    return plain_word(text) if found and found[1] in WORDS else None


def linked(text: str) -> str | None:
    """What stands in a link that leads here, or in the /start that it became."""
    found = _LINK.fullmatch(text.strip())
    return plain_word(found[1]) if found else None


def plain_word(text: str) -> str:
    """As it is compared: case, accents, spaces and hyphens are forgiven."""
    return folded(text).replace(" ", "")


def link(word: str, username: str | None) -> str | None:
    """The link that says the word; None where the bot's name is not known."""
    return f"https://t.me/{username}?start={START}-{word}" if username else None
