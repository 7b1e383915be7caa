"""Take national numbers out of what people write, before anything of it is kept.

A number is DDMMYY IIIKK. The day may have 40 added (D-number), the month 40 (H-number, and NAV's
Dolly) or 80 (Skatteetaten's Test-Norge), and the two may be combined. A bank account that reads as
one is taken out too: the last control digit is the same, and neither belongs in a chat.
"""

import re

from handlers.markup import utf16_length

MARK = "\N{FULL BLOCK}"

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

# Between two groups: space of any width, hyphens, dots, a slash, and what is seen as nothing
# (soft hyphens, joiners, text direction, the halves of a keycap emoji).
_GAP = (
    r"[\s.\-/_\u00ad\u00b7\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060-\u2069\u2212\ufe0f"
    r"\u20e3\ufeff\uff0d\uff0e]{0,3}"
)
# A digit on either side makes it part of a longer number, a plus sign a telephone number abroad.
# The groups are those that people make (dd mm yy nnn nn, and these run together); thousands
# (12 345 678 901), times and telephone numbers fall otherwise. To begin with a digit, and look back
# after it, lets the search skip text without digits three times as fast.
_LIKELY = re.compile(
    rf"\d(?<![\d+]\d)\d{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d\d{_GAP}\d\d(?!\d)",
)
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEIGHTS_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0)
_WEIGHTS_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# Until 2031 the first remainder is 0; a number issued from 2032 on may also leave 1, 2 or 3.
_REMAINDERS_1 = range(4)

# Ids that a door hands out and wants back unchanged; no person can write in them.
_IDS = frozenset({"file_id", "file_unique_id", "id", "custom_emoji_id", "callback_data"})


def screen_text(text: str) -> tuple[str, int]:
    """Put marks for each national number, as many as it had UTF-16 units; and count the numbers.

    The length in UTF-16 units stays, and with it the offsets of Telegram's entities. Several
    numbers in one text are each found. Screening twice changes nothing more.
    """
    kept: list[str] = []
    count = done = start = 0
    while match := _LIKELY.search(text, start):
        if not _is_national(match[0]):
            # Another may begin inside, at its next group.
            start = match.start() + 1
            continue
        kept += (text[done : match.start()], MARK * utf16_length(match[0]))
        count += 1
        done = start = match.end()
    return "".join((*kept, text[done:])), count


def screen_payload(payload: Json) -> tuple[Json, int]:
    """Screen every string that a person may have written, however deep; and count the numbers.

    Left as they are: keys, numbers (a door's ids), the ids named in ``_IDS``, and what a button
    sent back (``data`` beside ``chat_instance``), which this program wrote itself.
    """
    if isinstance(payload, str):
        return screen_text(payload)
    if isinstance(payload, list):
        screened = [screen_payload(value) for value in payload]
        return [value for value, _ in screened], sum(count for _, count in screened)
    if isinstance(payload, dict):
        fields = {
            key: (value, 0) if _is_id(key, payload) else screen_payload(value)
            for key, value in payload.items()
        }
        kept: dict[str, Json] = {key: value for key, (value, _) in fields.items()}
        return kept, sum(count for _, count in fields.values())
    return payload, 0


def holds_mark(text: str) -> bool:
    """Tell whether a number was taken out of this text; fewer marks are a person's own."""
    return MARK * 11 in text


def _is_id(key: str, fields: dict[str, Json]) -> bool:
    known = key in _IDS or (key == "data" and "chat_instance" in fields)
    return known and isinstance(fields[key], str)


def _is_national(candidate: str) -> bool:
    digits = [int(sign) for sign in candidate if sign.isdecimal()]
    day, month, year = (10 * digits[i] + digits[i + 1] for i in (0, 2, 4))
    return _is_date(day, month, year) and _is_controlled(digits)


def _is_date(day: int, month: int, year: int) -> bool:
    day -= 40 if day > 40 else 0  # noqa: PLR2004 (the D-number)
    month -= 80 if month > 80 else 40 if month > 40 else 0  # noqa: PLR2004 (synthetic, H-number)
    if not 1 <= month <= len(_MONTH_LENGTHS):
        return False
    # The century is unknown, so that the year 00 may be a leap year.
    is_short = month == 2 and year % 4 != 0  # noqa: PLR2004 (February)
    return 1 <= day <= _MONTH_LENGTHS[month - 1] - is_short


def _is_controlled(digits: list[int]) -> bool:
    first, second = (
        sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11
        for weights in (_WEIGHTS_1, _WEIGHTS_2)
    )
    return first in _REMAINDERS_1 and second == 0
