"""What the Telegram door asks of the Bot API, and what it makes of the answers."""

from pathlib import Path

import pytest

from bot.parcel import Enclosure, Flooded, NotSent, Parcel, Receipt, Refused
from bot.telegram.calls import Call, call_for, units
from bot.telegram.door import TelegramDoor, start_link
from bot.telegram.outcome import TokenRefused
from handlers.events import Address
from handlers.markup import Button, Html
from tests.telegram_wire import ME, TOKEN, body, door_to, dropped, refusal, result, wire

KARI = Address("telegram", "42")
BUTTONS = ((Button("Ja", "ja:1"), Button("Les mer", url="https://example.org")),)
KEYBOARD = {
    "inline_keyboard": [
        [
            {"text": "Ja", "callback_data": "ja:1"},
            {"text": "Les mer", "url": "https://example.org"},
        ]
    ]
}
TEXT = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


@pytest.mark.parametrize(
    ("parcel", "call"),
    [
        (
            Parcel("send", KARI, Html("<b>hei</b>")),
            Call("sendMessage", {"chat_id": 42, "text": "<b>hei</b>", **TEXT}),
        ),
        (
            Parcel("send", Address("telegram", "-100"), Html("hei"), BUTTONS, silent=True),
            Call(
                "sendMessage",
                {
                    "chat_id": -100,
                    "text": "hei",
                    **TEXT,
                    "disable_notification": True,
                    "reply_markup": KEYBOARD,
                },
            ),
        ),
        (
            Parcel("edit", KARI, Html("nytt"), BUTTONS, target="9"),
            Call(
                "editMessageText",
                {"chat_id": 42, "message_id": 9, "reply_markup": KEYBOARD, "text": "nytt", **TEXT},
            ),
        ),
        (
            Parcel("edit", KARI, target="9"),
            Call(
                "editMessageReplyMarkup",
                {"chat_id": 42, "message_id": 9, "reply_markup": {"inline_keyboard": []}},
            ),
        ),
        (
            Parcel("delete", KARI, target="9"),
            Call("deleteMessage", {"chat_id": 42, "message_id": 9}),
        ),
        (
            Parcel("react", KARI, Html("👍"), target="9"),
            Call(
                "setMessageReaction",
                {
                    "chat_id": 42,
                    "message_id": 9,
                    "reaction": [{"type": "emoji", "emoji": "👍"}],
                },
            ),
        ),
        (
            Parcel("react", KARI, target="9"),
            Call("setMessageReaction", {"chat_id": 42, "message_id": 9, "reaction": []}),
        ),
        (
            Parcel("menu", KARI, Html('[["hjelp", "Hva nå?"]]')),
            Call(
                "setMyCommands",
                {
                    "commands": [{"command": "hjelp", "description": "Hva nå?"}],
                    "scope": {"type": "chat", "chat_id": 42},
                },
            ),
        ),
        (
            Parcel("menu", KARI),
            Call("deleteMyCommands", {"scope": {"type": "chat", "chat_id": 42}}),
        ),
    ],
    ids=lambda one: one.method if isinstance(one, Call) else "",
)
def test_each_parcel_is_one_call(parcel: Parcel, call: Call) -> None:
    assert call_for(parcel) == call


@pytest.mark.parametrize(
    "parcel",
    [
        Parcel("sing", KARI, Html("la")),
        Parcel("edit", KARI, Html("nytt")),
        Parcel("send", Address("telegram", "kari"), Html("hei")),
    ],
)
def test_what_cannot_be_asked_is_refused(parcel: Parcel) -> None:
    with pytest.raises(Refused):
        call_for(parcel)


def test_a_caption_is_measured_as_telegram_measures_it() -> None:
    enclosure = Enclosure(Path("a"), "a", "text/plain")
    fits = Html("<b>" + "😀" * 511 + "&amp;&lt;</b>")
    assert (units(fits), len(fits) > 1024 - 511) == (1024, True)
    assert call_for(Parcel("send", KARI, fits, enclosure=enclosure)).parameters["caption"] == fits
    with pytest.raises(Refused):
        call_for(Parcel("send", KARI, Html(fits + "x"), enclosure=enclosure))


async def test_a_file_is_uploaded_under_its_own_name_with_its_caption(tmp_path: Path) -> None:
    path = tmp_path / "abc123"
    path.write_bytes(b"%PDF \r\n\x00\xff")
    file = Enclosure(path, 'Program "høst"\r\n.pdf', "application/pdf")
    sent = {"message_id": 5, "document": {"file_id": "F1"}}
    async with wire() as api, door_to(api.url) as door:
        api.will("sendDocument", result(sent))
        receipt = await door.deliver(Parcel("send", KARI, Html("<i>se</i>"), enclosure=file))
    assert receipt == Receipt("5", "F1")
    assert api.asked[1:] == [
        (
            "sendDocument",
            {
                "chat_id": 42,
                "caption": "<i>se</i>",
                "parse_mode": "HTML",
                "document": (
                    'Program "høst".pdf',
                    "application/pdf",
                    b"%PDF \r\n\x00\xff",
                ),
            },
        )
    ]


async def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    gone = Enclosure(tmp_path / "gone", "a.pdf", "application/pdf")
    async with wire() as api, door_to(api.url) as door:
        with pytest.raises(Refused):
            await door.deliver(Parcel("send", KARI, enclosure=gone))
    assert [method for method, _ in api.asked] == ["getMe"]


async def test_the_door_knows_who_it_is() -> None:
    async with wire() as api, door_to(api.url) as door:
        assert (door.source, door.username) == (f"telegram:{ME['id']}", "mellom_bot")
        assert start_link(door.username, "a_B-1") == "https://t.me/mellom_bot?start=a_B-1"


async def test_the_network_is_waited_for_and_longer_each_time() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async with wire() as api:
        flood = refusal(429, "Too Many Requests", retry_after=7)
        api.will("getMe", dropped, body(502, "<html>"), flood, dropped, body(200, "?"), result(ME))
        door = TelegramDoor(TOKEN, api.url, sleep=sleep)
        await door.start()
        await door.close()
    longest = [1.0, 2.0, 7.0, 4.0, 8.0]
    assert len(slept) == 5
    assert all(most / 2 <= one <= most for one, most in zip(slept, longest, strict=True))
    assert slept[2] == 7.0


@pytest.mark.parametrize("status", [401, 404])
async def test_a_wrong_token_is_told_at_once(status: int) -> None:
    async with wire() as api:
        api.will("getMe", refusal(status, "Unauthorized"))
        with pytest.raises(TokenRefused) as caught:
            await TelegramDoor(TOKEN, api.url).start()
    assert (len(api.asked), TOKEN in str(caught.value)) == (1, False)


async def test_the_answer_to_a_tap_fails_without_a_word() -> None:
    async with wire() as api, door_to(api.url, read=0.05) as door:
        late = refusal(400, "Bad Request: query is too old and response timeout expired")
        api.will("answerCallbackQuery", result(1), late, dropped, body(502, "<html>"))
        await door.acknowledge("1", "x" * 300)
        for _ in range(3):
            await door.acknowledge("2")
    assert door.unacknowledged == 3
    assert api.asked[1:3] == [
        ("answerCallbackQuery", {"callback_query_id": 1, "text": "x" * 200}),
        ("answerCallbackQuery", {"callback_query_id": 2}),
    ]


async def test_a_file_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    to = tmp_path / "in" / "file"
    to.parent.mkdir()
    async with wire() as api, door_to(api.url) as door:
        named = result({"file_id": "F", "file_path": "documents/file_1"})
        api.will("getFile", named)
        api.will("file_1", body(200, b"y" * 70_000))
        with pytest.raises(Refused):
            await door.fetch("F", to, 69_999)
        # A GET that meets a closed connection is asked once more by aiohttp itself.
        lost, gone = (dropped, dropped, body(502, "")), body(404, "")
        api.will("file_1", *lost, gone, body(200, b"x" * 70_000))
        for failure in (NotSent, NotSent, Refused):
            with pytest.raises(failure):
                await door.fetch("F", to, 70_000)
        assert list(to.parent.iterdir()) == []
        await door.fetch("F", to, 70_000)
    assert [(one.name, one.read_bytes()) for one in to.parent.iterdir()] == [
        ("file", b"x" * 70_000)
    ]


async def test_a_file_that_says_it_is_too_large_is_not_even_asked_for(tmp_path: Path) -> None:
    async with wire() as api, door_to(api.url) as door:
        api.will("getFile", result({"file_path": "a/b", "file_size": 11}))
        with pytest.raises(Refused):
            await door.fetch("F", tmp_path / "file", 10)
        api.will("getFile", refusal(400, "Bad Request: file is too big"))
        with pytest.raises(Refused):
            await door.fetch("F", tmp_path / "file", 10)
        api.will("getFile", refusal(429, "Too Many Requests", retry_after=3))
        with pytest.raises(Flooded):
            await door.fetch("F", tmp_path / "file", 10)
    assert [method for method, _ in api.asked] == ["getMe", "getFile", "getFile", "getFile"]
