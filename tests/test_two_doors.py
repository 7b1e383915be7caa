"""Two members of one team write one report at the same time, each through a door of their own."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from storage.unit import Unit
from tests.two_doors import TwoDoors, two_doors

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
TITLE = "What did we find, and what do we try?"
THANKS = f"Thank you! The report before «{TITLE}» is delivered."
TOLD = f"Your team's report before «{TITLE}» is delivered. You need do nothing; /report shows it."
MEASURES = "Which measures does the team try?"
WHY = "«Lunch»: what makes it so? One sentence is enough."
BACK = "Where you stand\n\n1 of 12 teams have delivered."
TYPED = {
    "laert": "Learnt",
    "framdrift": "4",
    "forankret": "ja",
    "nytilsatte": "12",
    "hjelp": "no",
}
FELT = "How far do you feel that you have come?"


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[TwoDoors]:
    async with two_doors(tmp_path, NOW) as here:
        yield here


async def test_each_sees_the_other_and_of_two_answers_to_one_question_none_is_lost(
    both: TwoDoors,
) -> None:
    kari, siri, journey = both.kari, both.siri, both.journey
    await journey.says(siri, "/report", "Nobody is alone")
    await both.passes()
    await kari.says("/report")
    assert kari.last.text.startswith("Siri began this today, 9 of 10 left. Continue?\n")
    assert kari.last.text.splitlines()[1] == "Siri is answering too."
    await kari.taps("under way")
    await both.passes()
    await journey.taps(siri, "reached")
    assert siri.last.text.startswith(rivals("Nobody is alone", "under way", "reached"))
    await journey.taps(siri, "Keep the recorded one")
    await kari.says("Coffee")
    await both.passes()
    await journey.says(siri, "Lunch")
    assert siri.last.text.startswith(rivals(MEASURES, "Coffee", "Lunch"))
    await journey.says(siri, "Coffee\nLunch")
    await both.passes()
    await kari.taps("done")
    seen = f"Meanwhile Siri answered: «{MEASURES}».\n\n8 of 12 left\n\nLunch\n"
    assert kari.last.text.startswith(seen)
    await both.passes()
    await journey.says(siri, "/report")
    assert siri.last.text.startswith("Kari Nordmann is answering too.\n\n8 of 12 left\n\nLunch\n")
    await the_rest(both)
    work = {"-m1": "done", "-m2": "slow", "-w2": "Mine", "-a1": "under-way"}
    assert await given(both) == {**work, **TYPED}


async def the_rest(both: TwoDoors) -> None:
    """By turns to the end; Siri sends, and Kari is told once."""
    kari, siri, journey = both.kari, both.siri, both.journey
    await journey.taps(siri, "goes slowly")
    await both.passes()
    await kari.says("/report", "The rota", "Learnt")
    await both.passes()
    await journey.says(siri, "Mine")
    assert siri.last.text.startswith(rivals(WHY, "The rota", "Mine"))
    await journey.taps(siri, "Use mine")
    await both.passes()
    await kari.says("back")
    await kari.taps("Keep the answer")
    why = "«Lunch: what makes it so? One sentence is enough.»"
    seen = f"Meanwhile Siri answered: «Lunch», {why}.\n\n7 of 14 left\n\n{FELT}"
    assert kari.last.text.startswith(seen)
    await journey.taps(siri, "4", "Yes", "Done choosing")
    await both.passes()
    await kari.says("2")
    assert kari.last.text.startswith(rivals(FELT, "4", "2"))
    await kari.taps("Keep the recorded one")
    await kari.says("12", "skip", "no", "skip")
    await both.passes()
    await journey.says(siri, "/report")
    shown = len(kari.shown)
    journey.looks()
    await journey.taps(siri, "Send")
    assert journey.news(siri)[0].text == THANKS
    assert [one.text for one in (await kari.looks())[shown:]] == [TOLD]
    assert journey.news(both.per) == []


async def test_both_answer_at_once_while_the_house_is_away_and_the_later_one_chooses(
    both: TwoDoors,
) -> None:
    kari, siri, journey = both.kari, both.siri, both.journey
    await journey.says(siri, "/report")
    await kari.says("/report")
    await both.goes_down()
    siri.says("Lunch together")
    await kari.says("Nobody is alone")
    await both.comes_up()
    ask = "Which aims does the team work towards?"
    assert siri.last.text.startswith(rivals(ask, "Nobody is alone", "Lunch together"))
    assert kari.last.text.splitlines()[2] == "Nobody is alone"
    await both.goes_down()
    await both.comes_up()
    await journey.taps(siri, "Use mine")
    assert siri.last.text.splitlines()[2] == "Lunch together"
    await kari.says("/report")
    began, here, *_, newest, _ask = kari.last.text.splitlines()
    assert (began[:15], here) == ("Siri began this", "Siri is answering too.")
    assert newest == "Lunch together"


async def test_both_send_at_once_and_it_is_delivered_once(both: TwoDoors) -> None:
    kari, siri, journey = both.kari, both.siri, both.journey
    await journey.says(siri, "/report", "skip", "skip", "Learnt", "4", "ja", "-", "12", "skip")
    await journey.says(siri, "no", "skip")
    await kari.says("/report")
    await both.goes_down()
    journey.looks()
    shown = len(kari.shown)
    siri.taps("Send")
    await kari.taps("Send")
    await both.comes_up()
    assert [one.text for one in kari.shown[shown:]] == [THANKS, BACK]
    again = f"The report before «{TITLE}»: delivered already. Write «change» to open it again."
    told = [(one.text, one.silent) for one in journey.news(siri)]
    assert told == [(TOLD, True), (again, False)]
    await both.goes_down()
    await both.comes_up()
    assert (len(kari.shown), len(journey.news(siri))) == (shown + 2, 2)
    assert await given(both) == TYPED


async def test_whoever_is_first_through_their_door_delivers_and_the_other_hears_of_it(
    both: TwoDoors,
) -> None:
    kari, siri, journey = both.kari, both.siri, both.journey
    await journey.says(siri, "/report", "skip", "skip", "Learnt", "4", "ja", "-", "12", "skip")
    await journey.says(siri, "no", "skip")
    await kari.says("/report")
    journey.looks()
    shown = len(kari.shown)
    siri.taps("Send")
    await kari.taps("Send")
    told = [one.text for one in journey.news(siri)] + [one.text for one in kari.shown[shown:]]
    assert {one: told.count(one) for one in (THANKS, BACK, TOLD)} == {THANKS: 1, BACK: 1, TOLD: 1}
    assert await given(both) == TYPED


def rivals(question: str, theirs: str, mine: str) -> str:
    """How the page of two answers to one question begins."""
    return f"{question}\nThis was answered meanwhile.\nRecorded: {theirs}\nYours: {mine}\n"


async def given(both: TwoDoors) -> dict[str, str]:
    """What stands in the one report that there is, and in its one version."""
    programme = both.journey.programme.id

    def read(unit: Unit) -> dict[str, str]:
        (report,) = unit.reports.every(programme)
        assert (report.party, report.version) == (team_party(programme, "havnes-1"), 1)
        answers = unit.reports.answers(report)
        return {one.key: one.value for one in answers if one.value not in {None, "-"}}

    return await both.journey.home.does(read)
