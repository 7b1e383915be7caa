"""The Word form at the wire: asked for, filled in, sent back; the house restarts at each step."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.papers.office import WORD
from storage.unit import Unit
from tests.botapi import BotApi
from tests.botapi.person import Person
from tests.journey import Journey
from tests.paper_form import filled
from tests.test_template_safety import national_number

NOW = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
ANSWERS = {"laert": "Calling them helps.", "framdrift": "4"}


@pytest.fixture
async def journey(tmp_path: Path) -> AsyncIterator[Journey]:
    async with BotApi() as api:
        begun = await Journey.begun(api, tmp_path, NOW)
        yield begun
        await begun.home.stop()


async def sends_back(journey: Journey, person: Person, answers: dict[str, str]) -> None:
    """Fill in the form that came last, and send it under the name that it has."""
    form = next(one.file for one in reversed(person.visible) if one.file and one.by_bot)
    content = filled(form.data, answers)
    await journey.does(lambda: person.sends_document(form.name, content, WORD))


async def given(journey: Journey, team: str) -> dict[str, str | None]:
    def read(unit: Unit) -> dict[str, str | None]:
        party = team_party(journey.programme.id, team)
        draft = unit.drafts.of(journey.programme.id, "report", party, "samling-2")
        rows = unit.drafts.answers(draft.id) if draft else []
        return {row.key: row.value for row in rows if row.state == "given"}

    return await journey.home.does(read)


async def test_a_form_goes_out_and_comes_back_filled_in(journey: Journey) -> None:
    kari = await journey.joins(101, "Kari", "havnes-1")
    await journey.says(kari, "/template")
    await sends_back(journey, kari, ANSWERS)
    assert (await given(journey, "havnes-1")) == {}
    await journey.taps(kari, "Fill in")
    assert (await given(journey, "havnes-1")) == ANSWERS
    files = journey.home.folder / "files"
    assert len(list(files.iterdir())) == 1  # the empty form that we made, and nothing that came in


async def test_an_organiser_sends_in_the_form_of_a_team_without_telegram(journey: Journey) -> None:
    ingrid = await journey.joins(104, "Ingrid", "organiser")
    await journey.says(ingrid, "/template")
    await journey.taps(ingrid, "Lyngsund")
    await sends_back(journey, ingrid, ANSWERS)
    await journey.taps(ingrid, "Fill in")
    assert (await given(journey, "lyngsund")) == ANSWERS


async def test_of_a_form_with_a_national_number_nothing_is_on_the_disk(journey: Journey) -> None:
    kari = await journey.joins(101, "Kari", "havnes-1")
    await journey.says(kari, "/template")
    number = national_number()
    await sends_back(journey, kari, {**ANSWERS, "laert": f"Ask {number} first"})
    assert "national identity number" in kari.last.text
    assert (await given(journey, "havnes-1")) == {}
    on_disk = journey.home.on_disk()
    assert [word in on_disk for word in (number.encode(), b"Calling them")] == [False, False]
    assert len(list((journey.home.folder / "files").iterdir())) == 1
