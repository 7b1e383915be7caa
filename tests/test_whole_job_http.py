"""The whole job over HTTP, by the demo's own API, its house restarted between every two steps."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.demo_home import Visitor, WebHome, at_home

BEGIN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
REMINDED = datetime(2026, 11, 18, 12, 30, tzinfo=UTC)
IN_THE_ROOM = datetime(2026, 12, 2, 13, 10, tzinfo=UTC)
TITLE = "What did we find, and what do we try?"
PARTICIPANTS = ("Kari", "Amir", "Siri", "Nils")
LEADERS = ("Ingrid", "Per")
PNG = b"\x89PNG"


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[WebHome]:
    async with at_home(tmp_path, BEGIN) as opened:
        yield opened


async def test_the_whole_job_over_http(home: WebHome) -> None:
    people = await home.people()
    assert set(people) == {*PARTICIPANTS, *LEADERS}
    await they_join(people)
    await they_are_reminded(home, people)
    await a_team_reports(people["Kari"], people["Amir"], people["Per"])
    await another_team_reports_by_typing_alone(people["Siri"])
    await the_facilitator_broadcasts(people)
    await they_reflect(home, people)
    await the_organiser_sums_up(people["Ingrid"])


async def they_join(people: dict[str, Visitor]) -> None:
    names = {"Kari": "Kari Nordmann", "Amir": "Amir Hassan", "Siri": "Siri Larsen"}
    names |= {"Nils": "Nils Utsi", "Ingrid": "Ingrid Berg", "Per": "Per Johansen"}
    for first, name in names.items():
        await people[first].joins(name, *(["Skip"] if first in PARTICIPANTS else []))
        assert people[first].last.text.startswith(f"Thank you, {name}. You are in!")


async def they_are_reminded(home: WebHome, people: dict[str, Visitor]) -> None:
    before = {name: len(await one.looks()) for name, one in people.items()}
    assert await home.jumps_until(lambda now: now >= REMINDED) == REMINDED
    news = {name: (await one.looks())[before[name] :] for name, one in people.items()}
    due = f"The report before {TITLE} is due in a week, Wednesday 25 November."
    assert [news[name][-1].text.split("\n\n")[0] for name in PARTICIPANTS] == [due] * 4
    calendar = [["Put it in my calendar"]] * 2
    assert [list(news[name][-1].buttons) for name in LEADERS] == calendar
    asked = {name: [one for one in news[name] if "Are you coming" in one.text] for name in people}
    assert {name: len(found) for name, found in asked.items()} == {
        **dict.fromkeys((*PARTICIPANTS, "Per"), 2),
        "Ingrid": 0,
    }


async def a_team_reports(kari: Visitor, amir: Visitor, per: Visitor) -> None:
    await kari.taps("Write the report")
    await kari.says("Nobody is alone", "back")
    await kari.taps("Keep the answer", "under way")
    await kari.says("A mentor for each\nA talk each week")
    await kari.taps("under way", "put away")
    why = await kari.says("The rota is full")
    await kari.says("That shifts are hard")
    await kari.taps("2", "Continue later")
    await kari.edits(why, "The rota was full")
    await amir.says("rapport")
    assert amir.last.text.startswith("Kari Nordmann began this today, 6 of 14 left.")
    await amir.taps("Partly", "Time", "Money", "Done choosing")
    await amir.says("12", "1.2.2027", "yes", "A day with another team")
    called, more = (await per.looks())[-2:]
    assert called.text.startswith("Havnes, hjemmetjenesten asks for help")
    assert more.text.endswith("A day with another team")
    await amir.taps("Yes")
    assert "The rota was full" in amir.last.text
    await amir.taps("Send")
    assert amir.shown[-2].text.startswith("Thank you! The report before")
    assert amir.last.text.endswith("1 of 12 teams have delivered.")
    assert (await amir.downloads()).startswith(PNG)
    assert "is delivered. You need do nothing" in (await kari.looks())[-1].text


async def another_team_reports_by_typing_alone(siri: Visitor) -> None:
    await siri.says("report", "An aim", "2", "A measure", "done", "Learnt", "3", "not yet", "1, 2")
    await siri.says("7", "skip", "no", "no", "send")
    assert siri.shown[-2].text.startswith("Thank you! The report before")
    assert "Finished:\n• A measure" in siri.last.text


async def the_facilitator_broadcasts(people: dict[str, Visitor]) -> None:
    await people["Per"].sends("plan.pdf", b"%PDF-1.7 plan", "Read this first.")
    await people["Per"].taps("Everybody (5)", "Yes, send")
    got = []
    for name in (*PARTICIPANTS, "Ingrid"):
        bubble = (await people[name].looks())[-1]
        got.append(("Read this first." in bubble.text, await people[name].downloads()))
    assert got == [(True, b"%PDF-1.7 plan")] * 5


async def they_reflect(home: WebHome, people: dict[str, Visitor]) -> None:
    await home.jumps_until(lambda now: now >= IN_THE_ROOM)
    asked = f"Thank you for being here today. What do you take with you from {TITLE}"
    for number, name in enumerate(PARTICIPANTS):
        assert (await people[name].looks())[-1].text.startswith(asked)
        await people[name].taps("Write a reflection")
        await people[name].says(f"Thought {number}", "skip", "send")
        assert people[name].last.text.startswith("Thank you for reflecting!")


async def the_organiser_sums_up(ingrid: Visitor) -> None:
    await ingrid.says("/summary samling-2")
    told = "\n".join(one.text for one in ingrid.shown)
    assert "2 of 12 teams have delivered." in told
    assert [f"Thought {number}" in told for number in range(4)] == [True] * 4
    await ingrid.taps("The matrix in Excel")
    book = openpyxl.load_workbook(BytesIO(await ingrid.downloads()))
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row}
    assert {"Nobody is alone", "That shifts are hard", "Learnt", "Thought 0"} <= cells
