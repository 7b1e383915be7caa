"""The metronome stops when it is told to, also in the middle of a beat."""

import asyncio
import logging

import pytest

from bot.heartbeat import Heartbeat


async def test_a_house_that_stops_in_the_middle_of_a_beat_reports_no_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def beat() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    heart = Heartbeat(beat, seconds=0.01)
    with caplog.at_level(logging.WARNING):
        heart.start()
        await begun.wait()
        heart.stop()
        await ended.wait()
        for _ in range(5):
            await asyncio.sleep(0)
    assert [record.message for record in caplog.records] == []
