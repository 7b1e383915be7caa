"""How a failed call counts."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
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
from bot.telegram.outcome import TokenRefused, is_file_gone, is_no_photo, outcome
from bot.telegram.request import AnswerLost, NeverLeft, OverLimit, Throttled

VERBS = ("send", "edit", "delete", "react", "menu")


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


def ended(error: TelegramError, verb: str) -> tuple[type[DeliveryError], str]:
    failure = outcome(error, verb)
    assert failure is not None
    return type(failure), str(failure)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
        (Forbidden("Forbidden: user is deactivated"), Unreachable),
        (BadRequest("Bad Request: chat not found"), Unreachable),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Unreachable),
        (BadRequest("Bad Request: can't parse entities: bad tag at byte offset 3"), MarkupRefused),
        (BadRequest("Bad Request: message text is empty"), Refused),
        (BadRequest("Bad Request: message to delete not found"), Refused),
        (BadRequest("Bad Request: message can't be deleted for everyone"), Refused),
        (BadRequest("Bad Request: message to edit not found"), Refused),
        (BadRequest("Bad Request: message can't be edited"), Refused),
        (OverLimit("too much"), Refused),
        (InvalidToken("Unauthorized"), TokenRefused),
        (Conflict("Conflict"), NotSent),
        (caused(NetworkError("x"), NeverLeft("x")), NotSent),
        (caused(TimedOut(), NeverLeft("x")), NotSent),
        (caused(NetworkError("x"), AnswerLost("x")), Uncertain),
        (caused(TimedOut(), AnswerLost("x")), Uncertain),
        (NetworkError("Internal Server Error: restart"), Uncertain),
        (NetworkError("HTTP 502"), Uncertain),
        (TelegramError("Invalid server response"), Uncertain),
    ],
    ids=repr,
)
def test_each_error_ends_in_one_way(
    error: TelegramError, expected: type[DeliveryError], verb: str
) -> None:
    assert ended(error, verb)[0] is expected


def test_a_flood_says_for_how_long() -> None:
    failure = outcome(Throttled(17), "send")
    assert isinstance(failure, Flooded)
    assert failure.seconds == 17.0


def test_a_group_that_moved_says_where_to() -> None:
    failure = outcome(ChatMigrated(-100_500), "send")
    assert isinstance(failure, AddressMoved)
    assert failure.key == "-100500"


def test_an_edit_to_what_stands_already_counts_as_delivered_and_nothing_else_does() -> None:
    unchanged = BadRequest("Bad Request: message is not modified: specified new message content")
    assert outcome(unchanged, "edit") is None
    assert [ended(unchanged, verb)[0] for verb in VERBS if verb != "edit"] == [Refused] * 4


def test_what_telegram_quotes_is_not_repeated() -> None:
    tag = BadRequest('Bad Request: can\'t parse entities: unsupported start tag "kari" at byte 3')
    url = BadRequest("Bad Request: inline keyboard button URL 'kari' is invalid: Wrong HTTP URL")
    assert [ended(tag, "send")[1], ended(url, "send")[1]] == [
        'Can\'t parse entities: unsupported start tag "…" at byte 3',
        'Inline keyboard button url "…" is invalid: wrong http url',
    ]


def test_a_file_id_that_is_no_longer_good_is_told_from_other_refusals() -> None:
    said = [
        BadRequest("Bad Request: wrong file identifier/HTTP URL specified"),
        BadRequest("Bad Request: wrong file_id or the file is temporarily unavailable"),
        BadRequest("Bad Request: FILE_REFERENCE_EXPIRED"),
        BadRequest("Bad Request: can't use file of type Document as Photo"),
        BadRequest("Bad Request: chat not found"),
        Forbidden("Forbidden: file_id"),
    ]
    assert [is_file_gone(one) for one in said] == [True, True, True, True, False, False]


def test_a_photo_that_telegram_cannot_show_is_told_from_other_refusals() -> None:
    said = [
        BadRequest("Bad Request: PHOTO_INVALID_DIMENSIONS"),
        BadRequest("Bad Request: IMAGE_PROCESS_FAILED"),
        BadRequest("Bad Request: chat not found"),
        Forbidden("Forbidden: PHOTO_INVALID_DIMENSIONS"),
    ]
    assert [is_no_photo(one) for one in said] == [True, True, False, False]
