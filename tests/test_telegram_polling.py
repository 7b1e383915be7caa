"""Nothing is forgotten at Telegram before it is stored here."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.telegram.door import TelegramDoor
from bot.telegram.polling import Polling
from tests.botapi import BotApi, faults
from tests.botapi.faults import Fault
from tests.botapi.refusal import Refusal

SOURCE = "telegram:1234567"


@dataclass
class Inbox:
    """What was stored, and with which offsets Telegram had been asked by then."""

    api: BotApi
    failures: int = 0
    batches: list[list[Any]] = field(default_factory=list)
    offsets: list[list[int]] = field(default_factory=list)

    async def receive(self, source: str, updates: Sequence[Any]) -> None:
        assert source == SOURCE
        self.offsets.append(offsets(self.api))
        if self.failures:
            self.failures -= 1
            raise OSError("disk full: «planted text»")
        self.batches.append([one["update_id"] for one in updates])

    @property
    def stored(self) -> list[int]:
        return [one for batch in self.batches for one in batch]


@dataclass
class Sleep:
    """A sleep that takes no time, and remembers what was asked."""

    slept: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)


def offsets(api: BotApi) -> list[int]:
    """The offsets of the settled calls; a long poll that waits is not among them."""
    return [call.params["offset"] for call in api.called("getUpdates")]


@asynccontextmanager
async def polling(
    api: BotApi, receive: Callable[[str, Sequence[Any]], Any], sleep: Sleep
) -> AsyncIterator[Polling]:
    door, stop = TelegramDoor(api.token, api.url), asyncio.Event()
    await door.start()
    one = Polling(door, receive, stop, sleep=sleep, monotonic=lambda: 17.0)
    task = asyncio.create_task(one.run())
    try:
        yield one
        stop.set()
        await asyncio.wait_for(task, 2)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await door.close()


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as one:
        yield one


async def test_a_batch_is_stored_before_the_next_offset_is_asked_for(api: BotApi) -> None:
    inbox, kari = Inbox(api), api.person(42, "Kari")
    for text in ("en", "to", "tre"):
        kari.says(text)
    async with polling(api, inbox.receive, Sleep()):
        await api.until(lambda: inbox.stored)
        kari.says("fire")
        await api.until(lambda: len(inbox.stored) == 4)
    first, last = inbox.stored[0], inbox.stored[-1]
    assert inbox.stored == list(range(first, last + 1))
    assert inbox.offsets == [[0], [0, last]]


async def test_what_could_not_be_stored_is_asked_for_again_at_the_same_offset(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    inbox, sleep = Inbox(api, failures=3), Sleep()
    api.person(42, "Kari").says("hei")
    async with polling(api, inbox.receive, sleep) as one:
        await api.until(lambda: inbox.stored)
        await api.until(lambda: one.last_success is not None)
    assert inbox.offsets[-1] == [0, 0, 0, 0]
    assert [round(2 * most) / 2 >= most / 2 for most in sleep.slept] == [True] * 3
    assert [record.getMessage() for record in caplog.records] == [
        "updates could not be stored: OSError"
    ] * 3


async def test_a_malformed_update_hurts_nobody(api: BotApi) -> None:
    inbox = Inbox(api)
    api.person(42, "Kari").says("hei")
    api.inject({"message": {"from": "nobody", "chat": []}})
    api.inject({"unheard_of": 17})
    api.person(42, "Kari").says("hei igjen")
    async with polling(api, inbox.receive, Sleep()):
        await api.until(lambda: len(inbox.stored) >= 3)
    assert len(api.called("getUpdates")) == 1


async def test_an_outage_is_waited_for(api: BotApi) -> None:
    inbox, sleep = Inbox(api), Sleep()
    api.faults.add("getUpdates", faults.drop_before())
    api.faults.add("getUpdates", faults.server_error_before(502))
    api.faults.add("getUpdates", faults.flood(9))
    api.person(42, "Kari").says("hei")
    async with polling(api, inbox.receive, sleep) as one:
        before = one.last_success
        await api.until(lambda: one.last_success)
    assert (before, len(inbox.stored), one.last_success) == (None, 1, 17.0)
    assert [0.5 <= sleep.slept[0] <= 1, 1 <= sleep.slept[1] <= 2, sleep.slept[2]] == [True, True, 9]


async def test_an_answer_that_was_lost_costs_nothing(api: BotApi) -> None:
    inbox = Inbox(api)
    api.faults.add("getUpdates", faults.drop_after())
    api.person(42, "Kari").says("hei")
    async with polling(api, inbox.receive, Sleep()):
        await api.until(lambda: inbox.stored)
    assert len(inbox.stored) == 1


async def test_another_poller_is_warned_of_once(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    inbox = Inbox(api)
    conflict = Fault("conflict", refused=Refusal(409, "Conflict: another poll"))
    api.faults.add("getUpdates", conflict, times=3)
    api.person(42, "Kari").says("hei")
    async with polling(api, inbox.receive, Sleep()):
        await api.until(lambda: inbox.stored)
    assert [record.levelname for record in caplog.records] == ["WARNING"]


async def test_a_webhook_that_is_in_the_way_is_taken_down_with_nothing_lost(api: BotApi) -> None:
    inbox = Inbox(api)
    api.person(42, "Kari").says("hei")
    api.world.webhook["url"] = "https://example.org/hook"
    async with polling(api, inbox.receive, Sleep()):
        await api.until(lambda: inbox.stored)
    assert [call.params for call in api.called("deleteWebhook")] == [{}]
    assert len(inbox.stored) == 1


async def test_stopping_does_not_wait_for_the_long_poll(api: BotApi) -> None:
    inbox = Inbox(api)
    async with polling(api, inbox.receive, Sleep()):
        await api.until(lambda: api.called("getMe"))
    assert inbox.stored == []


async def test_stopping_lets_what_is_being_stored_be_stored(api: BotApi) -> None:
    begun, may_end, ended = asyncio.Event(), asyncio.Event(), []

    async def receive(_: str, updates: Sequence[Any]) -> None:
        begun.set()
        await may_end.wait()
        ended.append(len(updates))

    api.person(42, "Kari").says("hei")
    door, stop = TelegramDoor(api.token, api.url), asyncio.Event()
    await door.start()
    task = asyncio.create_task(Polling(door, receive, stop).run())
    await begun.wait()
    stop.set()
    may_end.set()
    await asyncio.wait_for(task, 2)
    await door.close()
    assert (ended, offsets(api)) == ([1], [0])


async def test_after_an_empty_answer_every_number_is_welcome(api: BotApi) -> None:
    """After an idle week Telegram may go on at a lower number."""
    inbox = Inbox(api)
    kari = api.person(42, "Kari")
    kari.says("hei")
    door, stop = TelegramDoor(api.token, api.url), asyncio.Event()
    await door.start()
    one = Polling(door, inbox.receive, stop, seconds=0, sleep=Sleep())
    task = asyncio.create_task(one.run())
    await api.until(lambda: len(offsets(api)) >= 3)
    stop.set()
    await task
    await door.close()
    assert offsets(api)[:3] == [0, inbox.stored[0] + 1, 0]
