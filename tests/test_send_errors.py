"""Every way in which a delivery can end, times every kind of parcel, at the wire (R12)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.parcel import (
    AddressMoved,
    DeliveryError,
    Enclosure,
    Flooded,
    MarkupRefused,
    NotSent,
    Parcel,
    Receipt,
    Refused,
    Uncertain,
    Unreachable,
)
from bot.telegram.door import TelegramDoor
from bot.telegram.outcome import TokenRefused
from bot.telegram.request import AiohttpRequest
from handlers.events import Address
from handlers.markup import Button, Html
from tests.botapi import BotApi, faults
from tests.botapi.faults import Fault
from tests.telegram_wire import deaf_port

KARI = Address("telegram", "42")
METHODS = {
    "send": "sendMessage",
    "document": "sendDocument",
    "edit": "editMessageText",
    "buttons": "editMessageReplyMarkup",
    "delete": "deleteMessage",
    "react": "setMessageReaction",
    "menu": "setMyCommands",
}
KINDS = list(METHODS)
BUTTONS = ((Button("Ja", "ja"),),)


class Row(NamedTuple):
    """A row of the table of outcomes: what goes wrong, how it must end, whether it took effect."""

    fault: Fault
    ends: type[DeliveryError]
    done: bool = False


ROWS = {
    "429": Row(faults.flood(7), Flooded),
    "400": Row(faults.bad_request("something is wrong"), Refused),
    "400 markup": Row(faults.bad_request("can't parse entities: no end of tag"), MarkupRefused),
    "400 no chat": Row(faults.bad_request("chat not found"), Unreachable),
    "403": Row(faults.forbidden(), Unreachable),
    "migrated": Row(faults.migrate(-100_777), AddressMoved),
    "read timeout": Row(faults.delay(0.2), Uncertain, done=True),
    "dropped before": Row(faults.drop_before(), Uncertain),
    "dropped after": Row(faults.drop_after(), Uncertain, done=True),
    "502 before": Row(faults.server_error_before(502), Uncertain),
    "502 after": Row(faults.server_error_after(502), Uncertain, done=True),
    "500 before": Row(faults.server_error_before(500), Uncertain),
    "500 after": Row(faults.server_error_after(500), Uncertain, done=True),
}


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as one:
        one.person(42, "Kari", started=True)
        yield one


@asynccontextmanager
async def door_to(url: str, token: str, **timeouts: float) -> AsyncIterator[TelegramDoor]:
    """A door that has not asked who it is, so that the way may be shut from the start."""
    door = TelegramDoor(token, url, calls=AiohttpRequest(**timeouts))  # type: ignore[arg-type]
    await door._line.open()
    try:
        yield door
    finally:
        await door.close()


async def parcel(kind: str, door: TelegramDoor, folder: Path) -> Parcel:
    """A parcel of this kind that Telegram would take, with what it needs in place."""
    if kind == "send":
        return Parcel("send", KARI, Html("hei"))
    if kind == "document":
        return Parcel("send", KARI, enclosure=enclosure(folder))
    if kind == "menu":
        return Parcel("menu", KARI, Html('[["hjelp", "Hva kan jeg gjøre?"]]'))
    stands = await door.deliver(Parcel("send", KARI, Html("står"), BUTTONS))
    texts = {"edit": "endret", "react": "👍"}
    verb = "edit" if kind == "buttons" else kind
    return Parcel(verb, KARI, Html(texts.get(kind, "")), target=stands.message)


def enclosure(folder: Path) -> Enclosure:
    path = folder / "program.pdf"
    path.write_bytes(b"%PDF-1.4")
    return Enclosure(path, "program.pdf", "application/pdf")


async def ending(door: TelegramDoor, one: Parcel) -> DeliveryError | Receipt:
    try:
        return await door.deliver(one)
    except DeliveryError as error:
        return error


@pytest.mark.parametrize("kind", KINDS)
async def test_what_arrives_says_so(api: BotApi, tmp_path: Path, kind: str) -> None:
    async with door_to(api.url, api.token) as door:
        receipt = await ending(door, await parcel(kind, door, tmp_path))
    assert isinstance(receipt, Receipt)
    assert (receipt.message is None, receipt.cached is None) == (kind == "menu", kind != "document")
    last = api.calls[-1]
    assert (last.method, last.outcome, last.done) == (METHODS[kind], "ok", True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("row", ROWS)
async def test_each_fault_ends_as_the_table_says(
    api: BotApi, tmp_path: Path, row: str, kind: str
) -> None:
    fault, ends, done = ROWS[row]
    async with door_to(api.url, api.token, read=0.1) as door:
        one = await parcel(kind, door, tmp_path)
        api.faults.add(METHODS[kind], fault)
        found = await ending(door, one)
    assert (type(found), api.calls[-1].done) == (ends, done)
    assert len(api.called(METHODS[kind])) == 1
    if isinstance(found, Flooded):
        assert found.seconds == 7
    if isinstance(found, AddressMoved):
        assert found.key == "-100777"


@pytest.mark.parametrize("kind", KINDS)
async def test_a_closed_port_means_not_sent(api: BotApi, tmp_path: Path, kind: str) -> None:
    async with door_to(api.url, api.token) as door:
        one = await parcel(kind, door, tmp_path)
    await api.goes_down()
    async with door_to(api.url, api.token) as door:
        found = await ending(door, one)
    assert (type(found), api.called(METHODS[kind])) == (NotSent, [])


@pytest.mark.parametrize("kind", KINDS)
async def test_no_way_there_means_not_sent(api: BotApi, tmp_path: Path, kind: str) -> None:
    async with door_to(api.url, api.token) as door:
        one = await parcel(kind, door, tmp_path)
    with deaf_port() as deaf:
        for url in (deaf, "http://nowhere.invalid"):
            async with door_to(url, api.token, connect=0.05) as door:
                assert type(await ending(door, one)) is NotSent


@pytest.mark.parametrize("kind", KINDS)
async def test_a_full_pool_means_not_sent(api: BotApi, tmp_path: Path, kind: str) -> None:
    async with door_to(api.url, api.token, connections=1, connect=0.05) as door:
        one = await parcel(kind, door, tmp_path)
        api.faults.add("getMe", faults.delay(5))
        holds = asyncio.create_task(door._line.call("getMe", {}))
        await api.until(lambda: api.called("getMe"))
        found = await ending(door, one)
        holds.cancel()
    assert (type(found), api.called(METHODS[kind])) == (NotSent, [])


@pytest.mark.parametrize("kind", KINDS)
async def test_a_token_that_is_revoked_is_loud_and_loses_nothing(
    api: BotApi, tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    token = api.token
    async with door_to(api.url, token) as door:
        one = await parcel(kind, door, tmp_path)
        api.token = "1:another"
        found = await ending(door, one)
    assert type(found) is TokenRefused
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]
    assert token not in caplog.text


@pytest.mark.parametrize("verb", ["edit", "delete", "react"])
async def test_a_message_that_is_gone_is_refused(api: BotApi, verb: str) -> None:
    async with door_to(api.url, api.token) as door:
        gone = Parcel(verb, KARI, Html("👍"), target="999")
        assert type(await ending(door, gone)) is Refused


async def test_an_edit_to_what_stands_is_delivered(api: BotApi, tmp_path: Path) -> None:
    async with door_to(api.url, api.token) as door:
        one = await parcel("edit", door, tmp_path)
        receipts = [await ending(door, one), await ending(door, one)]
    assert receipts == [Receipt(one.target), Receipt(one.target)]
    assert [call.outcome[:3] for call in api.called("editMessageText")] == ["ok", "400"]


async def test_broken_markup_and_an_unknown_person_are_told_apart(api: BotApi) -> None:
    async with door_to(api.url, api.token) as door:
        broken = Parcel("send", KARI, Html("<b>hei"))
        nobody = Parcel("send", Address("telegram", "43"), Html("hei"))
        found = [type(await ending(door, one)) for one in (broken, nobody)]
    assert found == [MarkupRefused, Unreachable]


async def test_a_file_id_that_is_no_longer_good_is_made_good_by_an_upload(
    api: BotApi, tmp_path: Path
) -> None:
    file = enclosure(tmp_path)
    async with door_to(api.url, api.token) as door:
        first = await door.deliver(Parcel("send", KARI, enclosure=file))
        again = replace(file, cached=first.cached)
        second = await door.deliver(Parcel("send", KARI, enclosure=again))
        gone = replace(file, cached="DOCUMENT-of-another-bot")
        third = await door.deliver(Parcel("send", KARI, enclosure=gone))
    assert first.cached == second.cached != third.cached
    outcomes = [call.outcome[:3] for call in api.called("sendDocument")]
    assert outcomes == ["ok", "ok", "400", "ok"]


@pytest.mark.parametrize("row", ["400 no chat", "403", "dropped after", "429"])
async def test_a_file_id_is_not_made_good_where_something_else_is_wrong(
    api: BotApi, tmp_path: Path, row: str
) -> None:
    fault, ends, _ = ROWS[row]
    async with door_to(api.url, api.token) as door:
        first = await door.deliver(Parcel("send", KARI, enclosure=enclosure(tmp_path)))
        api.faults.add("sendDocument", fault)
        again = replace(enclosure(tmp_path), cached=first.cached)
        found = await ending(door, Parcel("send", KARI, enclosure=again))
    assert (type(found), len(api.called("sendDocument"))) == (ends, 2)
