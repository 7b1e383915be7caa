"""Raw updates, read into events."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.read import KINDS, UnreadableUpdate, address_of, read
from handlers.events import (
    Address,
    Attached,
    Blocked,
    Edited,
    Event,
    Moved,
    Pressed,
    Said,
    Unblocked,
    Unread,
    What,
)

SOURCE = "telegram:1"
RECEIVED = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
SAID = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
EDITED = datetime(2023, 11, 14, 22, 13, 30, tzinfo=UTC)
KARI = {
    "id": 42,
    "is_bot": False,
    "first_name": "Kari",
    "last_name": "Nordmann",
    "language_code": "nb",
}
PRIVATE = {"id": 42, "type": "private", "first_name": "Kari"}
GROUP = {"id": -77, "type": "group", "title": "Læringsnettverk"}


def message(chat: dict[str, Any] = PRIVATE, **content: object) -> dict[str, Any]:
    return {"message_id": 9, "date": 1_700_000_000, "chat": chat, "from": KARI, **content}


def update(kind: str, content: object) -> dict[str, Any]:
    return {"update_id": 1001, kind: content}


def event(what: What, said_at: datetime = SAID, chat: str = "42", *, private: bool = True) -> Event:
    return Event(
        source=SOURCE,
        update="1001",
        address=Address("telegram", chat),
        speaker="42",
        said_at=said_at,
        what=what,
        name="Kari Nordmann",
        language="nb",
        private=private,
    )


def heard(raw: object) -> Event:
    return read(raw, SOURCE, RECEIVED)


def test_a_text_is_said() -> None:
    assert heard(update("message", message(text="hei"))) == event(Said("9", "hei"))


def test_a_forwarded_text_says_so() -> None:
    raw = update("message", message(text="hei", forward_origin={"type": "hidden_user", "date": 1}))
    assert heard(raw) == event(Said("9", "hei", forwarded=True))


def test_a_text_in_a_group_is_not_private() -> None:
    raw = update("message", message(GROUP, text="hei"))
    assert heard(raw) == event(Said("9", "hei"), chat="-77", private=False)


def test_an_edit_is_said_when_it_was_edited() -> None:
    raw = update("edited_message", message(text="nytt", edit_date=1_700_000_010))
    assert heard(raw) == event(Edited("9", "nytt"), EDITED)


def test_an_edited_caption_is_an_edit_and_a_moving_location_is_not() -> None:
    caption = update("edited_message", message(caption="nytt", document={"file_id": "d"}))
    moving = update("edited_message", message(location={"latitude": 1, "longitude": 2}))
    assert [heard(caption).what, heard(moving).what] == [Edited("9", "nytt"), Unread()]


@pytest.mark.parametrize(
    ("where", "stood"),
    [
        ({"message": message(text="Vil du?")}, "9"),
        ({"message": {"message_id": 9, "date": 0, "chat": PRIVATE}}, "9"),
        ({"inline_message_id": "x"}, None),
    ],
    ids=["a message", "a message out of reach", "no message"],
)
def test_a_press_is_dated_by_its_arrival(where: dict[str, Any], stood: str | None) -> None:
    raw = update("callback_query", {"id": "555", "from": KARI, "data": "a:1", **where})
    assert heard(raw) == event(Pressed("a:1", stood, "555"), RECEIVED)


def test_a_press_in_a_group_is_by_the_one_who_pressed() -> None:
    stood = {"message_id": 9, "date": 0, "chat": GROUP}
    raw = update("callback_query", {"id": "5", "from": KARI, "data": "a:1", "message": stood})
    expected = event(Pressed("a:1", "9", "5"), RECEIVED, "-77", private=False)
    assert heard(raw) == expected


def test_a_press_on_a_game_is_unread() -> None:
    raw = update("callback_query", {"id": "5", "from": KARI, "game_short_name": "x"})
    assert heard(raw) == event(Unread(), RECEIVED)


@pytest.mark.parametrize(
    ("status", "what"),
    [("kicked", Blocked()), ("left", Blocked()), ("member", Unblocked()), ("new", Unread())],
)
def test_a_door_is_shut_and_opened(status: str, what: What) -> None:
    raw = update("my_chat_member", message(new_chat_member={"status": status, "user": {"id": 1}}))
    assert heard(raw) == event(what)


def test_a_group_that_becomes_a_supergroup_moves() -> None:
    raw = update("message", message(GROUP, migrate_to_chat_id=-100_123))
    assert heard(raw) == event(Moved("-100123"), chat="-77", private=False)


FILE = {"file_id": "F", "file_unique_id": "u", "file_size": 3}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (
            {"document": {**FILE, "file_name": "a.pdf", "mime_type": "application/pdf"}},
            Attached("9", "document", "", "F", "a.pdf", "application/pdf", 3),
        ),
        (
            {
                "photo": [
                    {"file_id": "small", "width": 90},
                    {"file_id": "large", "width": 1280, "file_size": 7},
                    {"file_id": "middle", "width": 320},
                ],
                "caption": "se her",
            },
            Attached("9", "photo", "se her", "large", size=7),
        ),
        (
            {"voice": {**FILE, "mime_type": "audio/ogg"}},
            Attached("9", "voice", "", "F", mime="audio/ogg", size=3),
        ),
        ({"video": FILE}, Attached("9", "video", "", "F", size=3)),
        ({"sticker": FILE}, Attached("9", "sticker", "", "F", size=3)),
        ({"animation": FILE, "document": FILE}, Attached("9", "animation", "", "F", size=3)),
        ({"location": {"latitude": 1, "longitude": 2}}, Attached("9", "location")),
        ({"venue": {}, "location": {}}, Attached("9", "venue")),
        ({"contact": {"phone_number": "1"}}, Attached("9", "contact")),
        (
            {"document": FILE, "forward_origin": {"type": "channel"}},
            Attached("9", "document", "", "F", size=3, forwarded=True),
        ),
        ({"document": "not an object"}, Attached("9", "document")),
        ({"photo": []}, Unread()),
        ({"new_chat_title": "x"}, Unread()),
        ({"text": 17}, Unread()),
    ],
)
def test_what_came_with_a_message(content: dict[str, Any], what: What) -> None:
    assert heard(update("message", message(**content))) == event(what)


def test_a_channel_post_and_a_reaction_are_unread() -> None:
    channel = {"id": -100, "type": "channel"}
    post = update("channel_post", {"message_id": 1, "date": 1_700_000_000, "chat": channel})
    expected = Event(SOURCE, "1001", Address("telegram", "-100"), "-100", SAID, Unread())
    assert heard(post) == Event(
        SOURCE, "1001", expected.address, "-100", SAID, Unread(), private=False
    )
    assert heard(update("message_reaction", {"chat": PRIVATE, "new_reaction": []})).what == Unread()


def test_an_unknown_kind_with_nobody_in_it_is_unread() -> None:
    for raw in ({"update_id": 1001, "poll": {"id": "1"}}, {"update_id": 1001}):
        nobody = Address("telegram", "")
        assert heard(raw) == Event(SOURCE, "1001", nobody, "", RECEIVED, Unread())


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "x",
        {},
        {"update_id": "17"},
        {"update_id": True, "message": message(text="hei")},
        update("message", {"text": "hei"}),
        update("message", None),
        update("message", message({"id": "42"}, text="hei")),
        update("callback_query", {"id": "5", "data": "a"}),
        update("my_chat_member", {"chat": []}),
    ],
)
def test_what_has_no_number_or_no_chat_cannot_be_read(raw: object) -> None:
    with pytest.raises(UnreadableUpdate):
        heard(raw)


@pytest.mark.parametrize("date", [None, 0, -5, True, "1700000000", 10**30, 253_402_300_800])
def test_a_time_that_cannot_be_is_that_of_the_arrival(date: object) -> None:
    assert heard(update("message", message(text="hei", date=date))).said_at == RECEIVED


def test_half_a_letter_becomes_one_that_can_be_stored() -> None:
    raw = update("message", message(text="hei \ud83d du"))
    assert heard(raw) == event(Said("9", "hei ? du"))


def test_the_address_is_seen_without_reading() -> None:
    seen = [
        address_of(update("message", message(GROUP, text="x"))),
        address_of(update("callback_query", {"from": KARI})),
        address_of(update("message", "x")),
        address_of(17),
    ]
    assert seen == [Address("telegram", "-77"), Address("telegram", "42"), None, None]


FIELDS = [
    "message_id", "date", "edit_date", "chat", "from", "id", "type", "text", "caption", "data",
    "message", "photo", "document", "voice", "location", "file_id", "file_size", "width",
    "new_chat_member", "status", "migrate_to_chat_id", "forward_origin", "first_name",
    "language_code",
]  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("\ud800")
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=3), inner, max_size=6)
    ),
    max_leaves=25,
)
KIND = st.sampled_from([*KINDS, "channel_post", "poll"])


@given(number=st.integers(), kind=KIND, content=JSON)
def test_reading_never_fails_but_for_what_has_no_chat(
    number: int, kind: str, content: object
) -> None:
    raw = {"update_id": number, kind: content}
    try:
        found = heard(raw)
    except UnreadableUpdate:
        assert address_of(raw) is None
    else:
        assert (found.update, found.said_at.tzinfo) == (str(number), UTC)


@given(JSON)
def test_reading_rubbish_fails_in_one_way_alone(raw: object) -> None:
    address_of(raw)
    with pytest.raises(UnreadableUpdate):
        heard(raw)


@given(content=st.dictionaries(st.sampled_from(FIELDS[:9] + FIELDS[11:]), JSON))
def test_a_message_with_a_chat_is_always_an_event(content: dict[str, Any]) -> None:
    found = heard(update("message", {**content, "chat": PRIVATE}))
    assert (found.address, found.private) == (Address("telegram", "42"), True)
