"""A picture goes out as a photo where Telegram can show it, and as a document where it cannot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.parcel import Enclosure, Parcel, Refused, Uncertain
from bot.telegram.calls import Call, call_for
from bot.telegram.door import PHOTO_UPLOAD, TelegramDoor
from handlers.events import Address
from handlers.markup import Button, Html
from tests.botapi import BotApi, faults

KARI = Address("telegram", "42")
PNG = b"\x89PNG\r\n\x1a\n rest"


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as one:
        one.person(42, "Kari").says("/start")
        yield one


@asynccontextmanager
async def door_to(api: BotApi) -> AsyncIterator[TelegramDoor]:
    door = TelegramDoor(api.token, api.url)
    await door.start()
    try:
        yield door
    finally:
        await door.close()


@pytest.fixture
def picture(tmp_path: Path) -> Enclosure:
    path = tmp_path / "abc"
    path.write_bytes(PNG)
    return Enclosure(path, "siden sist.png", "image/png")


def tried(api: BotApi) -> list[tuple[str, bool]]:
    calls = [*api.called("sendPhoto"), *api.called("sendDocument")]
    return [(call.method, call.outcome == "ok") for call in calls]


def test_a_picture_is_asked_for_as_a_photo_with_caption_and_buttons(picture: Enclosure) -> None:
    buttons = ((Button("Ja", "ja"),),)
    parcel = Parcel("send", KARI, Html("<b>Nå</b>"), buttons, picture, silent=True)
    keys = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    parameters: dict[str, object] = {
        "chat_id": 42,
        "caption": "<b>Nå</b>",
        "parse_mode": "HTML",
        "disable_notification": True,
        "reply_markup": keys,
    }
    assert call_for(parcel) == Call("sendPhoto", parameters)
    other = replace(parcel, enclosure=replace(picture, mime="image/svg+xml"))
    assert call_for(other) == Call("sendDocument", parameters)


def test_a_photos_caption_has_the_limit_of_every_caption(picture: Enclosure) -> None:
    with pytest.raises(Refused):
        call_for(Parcel("send", KARI, Html("x" * 1025), enclosure=picture))


async def test_a_photo_is_uploaded_once_and_known_by_its_id_after(
    api: BotApi, picture: Enclosure
) -> None:
    async with door_to(api) as door:
        first = await door.deliver(Parcel("send", KARI, Html("Nå"), enclosure=picture))
        picture.path.unlink()
        again = replace(picture, cached=first.cached)
        second = await door.deliver(Parcel("send", KARI, enclosure=again))
    assert first.cached == second.cached is not None
    assert tried(api) == [("sendPhoto", True), ("sendPhoto", True)]


@pytest.mark.parametrize("why", ["PHOTO_INVALID_DIMENSIONS", "IMAGE_PROCESS_FAILED"])
async def test_what_telegram_shows_as_no_photo_goes_as_a_document_and_stays_one(
    api: BotApi, picture: Enclosure, why: str
) -> None:
    async with door_to(api) as door:
        api.faults.add("sendPhoto", faults.bad_request(why))
        first = await door.deliver(Parcel("send", KARI, Html("Nå"), enclosure=picture))
        picture.path.unlink()
        again = replace(picture, cached=first.cached)
        second = await door.deliver(Parcel("send", KARI, enclosure=again))
    assert first.cached == second.cached is not None
    assert tried(api) == [
        ("sendPhoto", False),
        ("sendPhoto", False),
        ("sendDocument", True),
        ("sendDocument", True),
    ]


async def test_a_picture_too_large_for_a_photo_goes_as_a_document(
    api: BotApi, picture: Enclosure
) -> None:
    picture.path.write_bytes(PNG.ljust(PHOTO_UPLOAD + 1, b"\0"))
    async with door_to(api) as door:
        await door.deliver(Parcel("send", KARI, enclosure=picture))
        picture.path.write_bytes(PNG.ljust(PHOTO_UPLOAD, b"\0"))
        await door.deliver(Parcel("send", KARI, enclosure=picture))
    assert tried(api) == [("sendPhoto", True), ("sendDocument", True)]


async def test_a_photo_that_failed_otherwise_is_not_sent_twice(
    api: BotApi, picture: Enclosure
) -> None:
    async with door_to(api) as door:
        api.faults.add("sendPhoto", faults.drop_after())
        with pytest.raises(Uncertain):
            await door.deliver(Parcel("send", KARI, enclosure=picture))
        api.faults.add("sendPhoto", faults.bad_request("something is wrong"))
        with pytest.raises(Refused):
            await door.deliver(Parcel("send", KARI, enclosure=picture))
    assert api.called("sendDocument") == []
