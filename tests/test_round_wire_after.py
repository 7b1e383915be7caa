"""What comes of a report, at the wire: files, help, a form of paper, a step; with restarts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from handlers.flow.party import team_party
from storage.unit import Unit
from tests.botapi import BotApi
from tests.botapi.person import Person
from tests.journey import Journey
from tests.mentors import MEASURES, TITLE, Mentors, mentors
from tests.paper_form import filled

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDS = ("docx", "pdf")
CALLED = f"""Tromsø, hjemmetjenesten asks for help

In the report before «{TITLE}»."""
MORE = """Tromsø, hjemmetjenesten tells what the help is about

What do you need help with?
That the rota is full"""
READ = f"""This is what I read:

{MEASURES[0]}
done

{MEASURES[1]}
under way

Hva har dere lært siden sist?
Calling helps

Shall I fill it in?"""
TODAY = "Monday 3 October 2022"
HISTORY = f"""Ring twice

{TODAY}: added: «Ring before the first day» (Kari)
{TODAY}: state: not set → under way (Kari)
{TODAY}: state: under way → done (Kari)
{TODAY}: state: done → under way (Kari)
{TODAY}: words: «Ring before the first day» → «Ring twice» (Kari)
{TODAY}: due date: not set → Wednesday 1 March 2023 (Kari)
{TODAY}: responsible: not set → mentor (Kari)
{TODAY}: aim: «Nobody is alone» → not set (Kari)"""
AUTUMN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def team(tmp_path: Path) -> AsyncIterator[Mentors]:
    async with mentors(tmp_path) as here:
        yield here


@pytest.fixture
async def scored(tmp_path: Path) -> AsyncIterator[Journey]:
    """The example programme, with steps."""
    async with BotApi() as api:
        edited = "{}\n[report.score]\n".format
        journey = await Journey.begun(api, tmp_path, AUTUMN, edited=edited)
        yield journey
        await journey.home.stop()


async def delivers(team: Mentors) -> None:
    await team.reminded()
    await team.journey.taps(team.kari, "Write the report", "Everything as last time", "Send")
    team.journey.looks()


async def test_the_report_comes_as_a_word_file_and_as_a_pdf(team: Mentors) -> None:
    await delivers(team)
    await team.journey.taps(team.kari, "Get the report as a file")
    files = {one.file.mime: one.file for one in team.journey.news(team.kari) if one.file}
    assert set(files) == {WORD, "application/pdf"}
    assert files["application/pdf"].data.startswith(b"%PDF-")
    document = docx.Document(BytesIO(files[WORD].data))
    words = [one.text for one in document.paragraphs]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    found = "\n".join(words)
    names = [f"Rapport Tromsø hjemmetjenesten – før samling 3 – 2023-04-12.{end}" for end in ENDS]
    assert {one.name for one in files.values()} == set(names)
    assert [found.count(one) > 0 for one in MEASURES] == [True] * 3
    assert [name in found for name in ("Kari", "Ola")] == [False, False]


async def test_a_withdrawn_report_is_told_once_and_delivered_again(team: Mentors) -> None:
    await delivers(team)
    await team.journey.taps(team.kari, "Withdraw", "Yes, withdraw it")
    told = f"Your team's report before «{TITLE}» is withdrawn. /report opens it again."
    assert team.journey.letters()["Ola"] == [told]
    found = await team.report()
    assert found is not None
    assert (found.version, found.stands) == (1, False)
    await team.journey.says(team.ola, "/report")
    await team.journey.taps(team.ola, "Open it again")
    team.journey.looks()
    await team.journey.taps(team.ola, "Send")
    again = await team.report()
    assert again is not None
    assert (again.version, again.stands) == (2, True)
    told = f"Your team's report before «{TITLE}» is delivered."
    assert team.journey.letters()["Kari"] == [f"{told} You need do nothing; /report shows it."]


async def test_a_call_for_help_is_answered_from_the_chat_and_written_back_to(
    team: Mentors,
) -> None:
    await team.reminded()
    await team.journey.taps(team.kari, "Write the report", "Everything as last time", "Change 6")
    await team.journey.taps(team.kari, "Yes")
    await team.journey.says(team.kari, "That the rota is full")
    assert team.journey.letters()["Per"] == [CALLED, MORE]
    assert await team.report() is None
    await team.journey.taps(team.per, "Answer the team")
    team.journey.looks()
    await team.journey.says(team.per, "I come on Thursday")
    answer = "Answer from Per, your team's facilitator:\n\nI come on Thursday"
    went = "Thank you! It is sent to 2 persons in Tromsø, hjemmetjenesten."
    assert team.journey.letters() == {"Kari": [answer], "Ola": [answer], "Per": [went]}
    await team.journey.taps(team.ola, "Write back")
    team.journey.looks()
    await team.journey.says(team.ola, "Good, at nine")
    back = "Tromsø, hjemmetjenesten writes back\n\nGood, at nine"
    has_it = "The facilitator has been told, and can answer here."
    assert team.journey.letters() == {"Ola": [has_it], "Per": [back]}
    await team.journey.taps(team.kari, "Send")
    assert (await team.answers())["hjelp"] == "yes"


async def test_a_step_is_seen_by_the_team_first_and_then_by_the_organiser(
    scored: Journey,
) -> None:
    kari = await scored.joins(1, "Kari", "havnes-1")
    per = await scored.joins(2, "Per", "facilitator")
    ingrid = await scored.joins(3, "Ingrid", "organiser")
    await scored.says(kari, "/report", "An aim", "2", "A measure", "2", "Learnt", "3", "ja", "-")
    await scored.says(kari, "2", "skip", "no", "yes", "yes", "no")
    await scored.taps(kari, "3.0 is right")
    await scored.says(kari, "no", "send")
    scored.looks()
    await scored.says(per, "/assess")
    await scored.taps(per, "Havnes, hjemmetjenesten", "1")
    assert scored.news(kari) == []
    assert await seen_differently(scored, ingrid) == []
    await scored.taps(per, "Send to the team")
    sees = "Per sees your team at 1.0: Team and aims in place. Your team set 3.0."
    assert kari.last.text == f"{sees} Take it as something to talk about, not a mark."
    differs = "Havnes, hjemmetjenesten: the team 3.0, the facilitator 1.0. Something to talk about."
    assert await seen_differently(scored, ingrid) == [f"Seen differently: {differs}"]


async def seen_differently(journey: Journey, organiser: Person) -> list[str]:
    """What /summary says of steps that are far apart."""
    journey.looks()
    await journey.says(organiser, "/summary")
    told = [line for one in journey.news(organiser) for line in one.text.splitlines()]
    return [line for line in told if line.startswith("Seen differently")]


async def test_a_form_comes_back_filled_in_and_is_delivered(team: Mentors) -> None:
    await team.reminded()
    await team.journey.says(team.kari, "/template")
    form = next(one.file for one in reversed(team.kari.visible) if one.file)
    content = filled(form.data, {"-m1": "done", "-m2": "under way", "laert": "Calling helps"})
    await team.journey.does(lambda: team.kari.sends_document(form.name, content, WORD))
    assert team.kari.last.text == READ
    await team.journey.taps(team.kari, "Fill in")
    assert await team.report() is None
    await team.journey.taps(team.kari, "as last time", "partly reached", "No", "No", "Send")
    states = {"-m1": "done", "-m2": "under-way", "-m3": "slow", "-a1": "partly"}
    told = {"laert": "Calling helps", "hjelp": "no", "-share": "-"}
    assert await team.answers() == {**states, **told}


async def test_measures_are_changed_between_the_reports(team: Mentors) -> None:
    kari = team.kari
    await team.journey.says(kari, "/measures")
    await team.journey.taps(kari, "1. ", "done", "Reopen", "Change the words")
    await team.journey.says(kari, "Ring twice")
    await team.journey.taps(kari, "Due date")
    await team.journey.says(kari, "1.3.2023")
    await team.journey.taps(kari, "Responsible", "mentor", "Move to another aim", "without an aim")
    await team.journey.taps(kari, "History")
    assert kari.last.text == HISTORY
    await team.journey.says(kari, "/measures Lunch with the manager")
    await team.journey.taps(kari, "put away")
    found = [(one.wording, one.state, str(one.due)) for one in await team.measures()]
    assert found == [
        ("Ring twice", "under-way", "2023-03-01"),
        ("A mentor for each", "under-way", "None"),
        ("A talk each week", "slow", "None"),
        ("Lunch with the manager", "dropped", "None"),
    ]


async def test_an_organiser_files_for_a_team_without_telegram(scored: Journey) -> None:
    ingrid = await scored.joins(3, "Ingrid", "organiser")
    await scored.says(ingrid, "/report")
    await scored.taps(ingrid, "Lyngsund", "Skip", "Skip")
    await scored.says(ingrid, "Learnt", "3", "ja", "-", "2", "skip", "no", "no", "no", "no")
    await scored.taps(ingrid, "0.5 is right", "No")
    assert ingrid.last.text.startswith("On behalf of Lyngsund\nThe report before")
    await scored.taps(ingrid, "Send", "See the answers")
    assert ingrid.last.text.splitlines()[1] == "delivered on the team's behalf"
    party = team_party("trygg-oppstart", "lyngsund")

    def versions(unit: Unit) -> list[tuple[str, bool]]:
        (report,) = unit.reports.every("trygg-oppstart")
        return [(report.party, one.on_behalf) for one in unit.reports.versions(report.id)]

    assert await scored.home.does(versions) == [(party, True)]
