"""The mentor network at the wire, with its months made days: a team that has reported once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from handlers.flow.party import team_party
from storage.records import Measure, Report, ReportAnswer
from storage.unit import Unit
from tests.botapi import BotApi
from tests.botapi.person import Person
from tests.journey import Journey

PROGRAMME = "mentor-troms-finnmark"
PARTY = team_party(PROGRAMME, "tromso-1")
FIRST, SECOND = "samling-2", "samling-3"
BEGIN = datetime(2022, 10, 3, 9, 0, tzinfo=UTC)
REMINDED = datetime(2023, 4, 12, 11, 30, tzinfo=UTC)
TITLE = "Rekruttering av mentorer"
MEASURES = ("Ring before the first day", "A mentor for each", "A talk each week")


@dataclass(frozen=True, slots=True)
class Mentors:
    """Kari and Ola of one team, Per who guides it, and the journey that they are on."""

    journey: Journey
    kari: Person
    ola: Person
    per: Person

    async def reminded(self) -> None:
        """Go on to the reminder a week before the second report is due."""
        await self.journey.moves_to(REMINDED)
        self.journey.looks()

    def taps(self) -> int:
        """How many taps have been answered so far."""
        calls = self.journey.home.api.calls
        return sum(one.done for one in calls if one.method == "answerCallbackQuery")

    async def report(self, before: str = SECOND) -> Report | None:
        return await self.journey.home.does(lambda unit: unit.reports.of(PROGRAMME, PARTY, before))

    async def answers(self, before: str = SECOND) -> dict[str, str | None]:
        """What the newest version of a report says, by key."""

        def read(unit: Unit) -> list[ReportAnswer]:
            found = unit.reports.of(PROGRAMME, PARTY, before)
            return unit.reports.answers(found) if found else []

        return {one.key: one.value for one in await self.journey.home.does(read)}

    async def measures(self) -> list[Measure]:
        return await self.journey.home.does(lambda unit: unit.measures.measures(PROGRAMME, PARTY))


def dated(file: str) -> str:
    """The programme file as it was when its months had become days."""
    days = {'"2022-12"': '"2022-12-07"', '"2023-04"': '"2023-04-26/2023-04-27"'}
    for month, day in days.items():
        file = file.replace(month, day)
    return file


@asynccontextmanager
async def mentors(folder: Path) -> AsyncIterator[Mentors]:
    """Open the house; everybody joins, and the team delivers its first report."""
    async with BotApi() as api:
        journey = await Journey.begun(api, folder, BEGIN, f"{PROGRAMME}.toml", dated)
        kari = await journey.joins(1, "Kari", "tromso-1")
        ola = await journey.joins(2, "Ola", "tromso-1")
        per = await journey.joins(3, "Per", "facilitator")
        here = Mentors(journey, kari, ola, per)
        await _first_report(journey, kari)
        yield here
        await journey.home.stop()


async def _first_report(journey: Journey, kari: Person) -> None:
    await journey.says(kari, "/report", "Nobody is alone")
    await journey.taps(kari, "under way")
    await journey.says(kari, "\n".join(MEASURES))
    await journey.taps(kari, "under way", "under way", "goes slowly")
    await journey.says(kari, "The rota is full")
    await journey.taps(kari, "Skip", "No", "Send")
