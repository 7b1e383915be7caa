"""The queue keeps what is not confirmed, as long as Telegram would, and no longer."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.botapi.clock import Clock
from tests.botapi.refusal import Refusal
from tests.botapi.updates import Updates


def _queue() -> tuple[Updates, Clock]:
    clock = Clock()
    clock.set(1_000_000.0)
    return Updates(clock.now, first=10), clock


async def _ids(queue: Updates, offset: int = 0, limit: int = 100, patience: float = 0) -> list[Any]:
    body = json.loads(await queue.get(offset, limit, patience))
    return [one.get("update_id") for one in body["result"]]


def _fill(queue: Updates, count: int) -> None:
    for number in range(count):
        queue.push({"message": {"text": str(number)}})


async def test_what_is_not_confirmed_comes_again() -> None:
    queue, _ = _queue()
    _fill(queue, 3)
    assert [await _ids(queue), await _ids(queue), await _ids(queue, 10)] == [[10, 11, 12]] * 3


async def test_an_offset_deletes_everything_below_it_for_good() -> None:
    queue, _ = _queue()
    _fill(queue, 5)
    assert await _ids(queue, 13) == [13, 14]
    assert await _ids(queue, 0) == [13, 14]


async def test_the_limit_cuts_a_batch_and_keeps_the_rest() -> None:
    queue, _ = _queue()
    _fill(queue, 150)
    assert await _ids(queue, limit=2) == [10, 11]
    assert await _ids(queue, offset=12) == list(range(12, 112))


async def test_an_offset_far_in_the_future_confirms_nothing() -> None:
    queue, _ = _queue()
    _fill(queue, 2)
    assert await _ids(queue, 900) == [10, 11]


async def test_a_negative_offset_is_refused_and_nothing_is_lost() -> None:
    queue, _ = _queue()
    _fill(queue, 2)
    with pytest.raises(Refusal, match="400 Bad Request: a negative offset"):
        await queue.get(-1)
    assert await _ids(queue) == [10, 11]


async def test_a_message_waits_a_day_and_a_press_150_seconds() -> None:
    queue, clock = _queue()
    queue.push({"message": {}})
    queue.push({"callback_query": {"id": "1"}})
    seen = [await _ids(queue)]
    for later in (149, 1, 86_400 - 151, 1):
        clock.advance(later)
        seen.append(await _ids(queue))
    assert seen == [[10, 11], [10, 11], [10], [10], []]


async def test_a_long_poll_wakes_at_once_for_a_new_update() -> None:
    queue, _ = _queue()
    poll = asyncio.create_task(_ids(queue, patience=50))
    await asyncio.sleep(0)
    _fill(queue, 1)
    assert await asyncio.wait_for(poll, 1) == [10]


async def test_a_long_poll_ends_empty_when_its_time_is_over() -> None:
    queue, _ = _queue()
    assert await asyncio.wait_for(_ids(queue, patience=0.01), 1) == []


async def test_a_second_poller_ends_the_first_with_409() -> None:
    queue, _ = _queue()
    first = asyncio.create_task(_ids(queue, patience=50))
    await asyncio.sleep(0)
    second = asyncio.create_task(_ids(queue, patience=50))
    with pytest.raises(Refusal, match="409 Conflict: terminated by other getUpdates request"):
        await asyncio.wait_for(first, 1)
    _fill(queue, 1)
    assert await asyncio.wait_for(second, 1) == [10]


async def test_an_update_that_the_bot_did_not_ask_for_is_not_queued() -> None:
    queue, _ = _queue()
    queue.allowed = frozenset({"message"})
    assert queue.push({"edited_message": {}}) is None
    assert queue.push({"message": {}}) == 10
    queue.allowed = None
    assert queue.push({"message_reaction": {}}) is None
    assert await _ids(queue) == [10]


async def test_an_injected_update_may_be_malformed_and_may_jump_backwards() -> None:
    queue, _ = _queue()
    queue.inject({"nobody_knows": [1]})
    queue.inject({"update_id": "x", "message": None})
    queue.inject({"update_id": 5, "message": {}})
    assert await _ids(queue) == [5, 10, "x"]
    assert await _ids(queue, 12) == []
    queue.inject({"update_id": 3, "message": {}})
    assert await _ids(queue, 100) == [3]
    assert queue.push({"message": {}}) == 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4), st.booleans()), max_size=30))
def test_a_bot_that_confirms_only_what_it_has_sees_every_update(
    steps: list[tuple[int, int, bool]],
) -> None:
    async def live() -> tuple[list[int], int]:
        queue, _ = _queue()
        stored: list[int] = []
        offset = 0
        for pushed, limit, crashes in [*steps, (0, 100, True), (0, 100, False)]:
            _fill(queue, pushed)
            offset = 0 if crashes else offset
            got = await _ids(queue, offset, limit)
            stored += [one for one in got if one not in stored]
            offset = max(stored, default=-1) + 1
        return stored, queue.next_id

    stored, following = asyncio.run(live())
    assert stored == list(range(10, following))
