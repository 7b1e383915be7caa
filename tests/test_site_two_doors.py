"""One report, written by two of one team at the same time: in Telegram, and at the page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bot.web.page_door import PageDoor
from bot.web.posted import page_event
from bot.web.site import app
from handlers.codes import team_ways
from storage.unit import Unit
from tests.botapi import BotApi
from tests.botapi.person import Person
from tests.journey import Journey
from tests.web_visitor import URL, Browser, WebHouse, site_at

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
TITLE = "What did we find, and what do we try?"


class Web:
    """The page of a journey's house, which is started anew after each deed of anybody."""

    url = URL

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.door = PageDoor(journey.home.folder / "uploads")
        journey.home.other_doors["page"] = (self.door, page_event)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401
        home = self.journey.home
        await app(site_at(home.house, self.door, home.folder, URL))(scope, receive, send)

    async def passes(self) -> None:
        home = self.journey.home
        await self.journey.moves_to(home.clock.now() + timedelta(minutes=1))

    async def restart(self) -> None:
        """``passes`` did."""


@dataclass(frozen=True)
class Both:
    journey: Journey
    kari: Browser
    siri: Person


@asynccontextmanager
async def both_doors(folder: Path) -> AsyncIterator[Both]:
    async with BotApi() as api:
        journey = await Journey.begun(api, folder, NOW)
        web = Web(journey)
        await journey.home.restart()
        kari = WebHouse.browser(cast("WebHouse", web))
        ways = await journey.home.does(lambda unit: team_ways(unit, journey.programme, "havnes-1"))
        assert ways is not None
        await kari.joins(f"/bli-med/{ways.code}", "Kari Nordmann")
        yield Both(journey, kari, await journey.joins(1, "Siri", "havnes-1"))
        await journey.home.stop()


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[Both]:
    async with both_doors(tmp_path) as here:
        yield here


async def test_of_two_answers_to_one_question_none_is_lost_and_both_hear_of_the_delivery(
    both: Both,
) -> None:
    kari, siri, journey = both.kari, both.siri, both.journey
    await journey.says(siri, "/report", "Nobody is alone")
    await kari.says("/report")
    assert kari.last.text.startswith("Siri began this today, 9 of 10 left. Continue?\n")
    await kari.taps("under way")
    await journey.taps(siri, "reached")
    rivals = "This was answered meanwhile.\nRecorded: under way\nYours: reached\n"
    assert siri.last.text.startswith(f"Nobody is alone\n{rivals}")
    await journey.taps(siri, "Keep the recorded one")
    await kari.opens("/")
    await kari.says("skip", "Learnt", "4", "yes", "-", "12", "skip", "no", "skip")
    await kari.taps("Send")
    thanks, _where = [one.text for one in kari.bubbles][-2:]
    assert thanks.startswith(f"Thank you! The report before «{TITLE}» is delivered.")
    assert siri.last.text.startswith(f"Your team's report before «{TITLE}» is delivered.")
    assert await journey.home.does(_states) == {"-a1": "under-way"}


def _states(unit: Unit) -> dict[str, str | None]:
    report = next(iter(unit.reports.every("trygg-oppstart")))
    answers = unit.reports.answers(report)
    return {one.key: one.value for one in answers if one.key.startswith("-a")}
