"""The status round at the wire: its taps counted, its picture, and a restart at every step."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.botapi.faults import drop_before
from tests.mentors import MEASURES, REMINDED, TITLE, Mentors, mentors

AS_LAST = {"-m1": "under-way", "-m2": "under-way", "-m3": "slow", "-a1": "under-way"}
THE_DAY_BEFORE = datetime(2023, 4, 18, 11, 30, tzinfo=UTC)
PNG = b"\x89PNG"
THANKS = f"Thank you! The report before «{TITLE}» is delivered."
TOLD = f"Your team's report before «{TITLE}» is delivered. You need do nothing; /report shows it."
BACK = """Since last time

Last time: 2 under way and 1 goes slowly
Now: 2 under way and 1 goes slowly

1 of 4 teams have delivered."""


@pytest.fixture
async def team(tmp_path: Path) -> AsyncIterator[Mentors]:
    async with mentors(tmp_path) as here:
        yield here


async def test_three_measures_as_last_time_take_eight_taps_from_the_reminder(
    team: Mentors,
) -> None:
    await team.reminded()
    before = team.taps()
    labels = ("Write the report", *["as last time"] * 4, "Skip", "No", "Send")
    await team.journey.taps(team.kari, *labels)
    assert (await team.report()) is not None
    assert team.taps() - before == len(labels) == 8
    assert await team.answers() == {**AS_LAST, "laert": None, "hjelp": "no"}


async def test_everything_as_last_time_takes_three_taps_from_the_reminder(team: Mentors) -> None:
    await team.reminded()
    before = team.taps()
    await team.journey.taps(team.kari, "Write the report", "Everything as last time", "Send")
    assert (await team.report()) is not None
    assert team.taps() - before == 3
    assert await team.answers() == {**AS_LAST, "laert": None, "hjelp": "no"}


async def test_everything_as_last_time_stands_under_the_reminder_and_takes_two(
    team: Mentors,
) -> None:
    await team.reminded()
    before = team.taps()
    await team.journey.taps(team.kari, "Everything as last time", "Send")
    assert (await team.report()) is not None
    assert team.taps() - before == 2
    assert await team.answers() == {**AS_LAST, "laert": None, "hjelp": "no"}


async def test_from_the_reminder_it_takes_over_nothing_that_somebody_has_begun(
    team: Mentors,
) -> None:
    await team.reminded()
    await team.journey.taps(team.kari, "Write the report", "done")
    reminder = next(m for m in team.kari.messages if "Write the report" in m.shown())
    await team.journey.does(lambda: team.kari.taps("Everything as last time", reminder))
    await team.journey.taps(team.kari, "Everything as last time", "Send")
    assert (await team.answers())["-m1"] == "done"


async def test_the_team_gets_its_picture_with_the_words_and_a_team_mate_one_quiet_line(
    team: Mentors,
) -> None:
    await team.reminded()
    await team.journey.taps(team.kari, "Write the report", "Everything as last time")
    team.journey.looks()
    await team.journey.taps(team.kari, "Send")
    assert team.journey.letters() == {"Kari": [THANKS, BACK], "Ola": [TOLD]}
    (photo,) = (one.file for one in team.journey.news(team.kari) if one.file)
    assert (photo.kind, photo.data[:4]) == ("photo", PNG)
    assert [one.silent for one in team.journey.news(team.ola)] == [True]
    sent = [one for one in team.journey.home.api.calls if one.method == "sendPhoto"]
    assert [(one.done, one.params["chat_id"]) for one in sent[1:]] == [(True, team.kari.id)]


async def test_a_reminder_that_still_waited_for_a_team_mate_never_comes(team: Mentors) -> None:
    team.journey.home.api.faults.add("sendMessage", drop_before(), chat=team.ola.id)
    team.journey.looks()
    await team.journey.moves_to(REMINDED)
    assert set(team.journey.letters()) == {"Kari", "Per"}
    await team.journey.taps(team.kari, "Write the report", "Everything as last time", "Send")
    await team.journey.moves_to(REMINDED + timedelta(hours=1))
    ahead = f"The gathering {TITLE} is in two weeks: 26–27 April 2023."
    assert sorted(one.text for one in team.journey.news(team.ola)) == sorted([TOLD, ahead])


async def test_a_reminder_of_nothing_else_ends_unsaid_once_the_report_is_delivered(
    team: Mentors,
) -> None:
    await team.reminded()
    team.journey.home.api.faults.add("sendMessage", drop_before(), chat=team.ola.id)
    await team.journey.moves_to(THE_DAY_BEFORE)
    assert await unsaid_to(team, "2") == ["waiting"]
    await team.journey.taps(team.kari, "Write the report", "Everything as last time", "Send")
    await team.journey.moves_to(THE_DAY_BEFORE + timedelta(hours=1))
    assert await unsaid_to(team, "2") == ["moot"]
    assert [one.text for one in team.journey.news(team.ola)] == [TOLD]


async def unsaid_to(team: Mentors, key: str) -> list[str]:
    """The states of the reminders that have not gone out to somebody."""
    query = (
        "SELECT state FROM outbox WHERE key = ? AND dedupe_key LIKE 'push:%' AND state <> 'sent'"
    )
    return await team.journey.home.does(
        lambda unit: [row["state"] for row in unit.outbox.connection.execute(query, (key,))]
    )


async def test_a_new_measure_is_added_on_the_way_and_asked_of_at_once(team: Mentors) -> None:
    await team.reminded()
    await team.journey.taps(team.kari, "Write the report", "as last time", "New measure")
    await team.journey.says(team.kari, "Lunch with the manager")
    await team.journey.taps(team.kari, "Back to the report", *["as last time"] * 3)
    assert "Lunch with the manager" in team.kari.last.text
    await team.journey.taps(team.kari, "not started", "Skip", "No", "Send")
    assert await team.answers() == {**AS_LAST, "-m4": "not-started", "laert": None, "hjelp": "no"}


async def test_a_report_is_pasted_shown_filled_in_and_completed(team: Mentors) -> None:
    await team.reminded()
    await team.journey.taps(team.kari, "Write the report", "All in one text")
    pasted = (
        f"{MEASURES[0]}\ndone\n\n{MEASURES[2]}\nput away\n\n"
        "Hva har dere lært siden sist?\nThat ringing helps\n\n"
        "Trenger dere hjelp fra arrangørene nå?\nno"
    )
    await team.journey.says(team.kari, pasted)
    assert team.kari.last.text.startswith("This is what I read:")
    assert await team.answers() == {}
    await team.journey.taps(team.kari, "Fill in")
    assert MEASURES[1] in team.kari.last.text
    await team.journey.taps(team.kari, "as last time", "Skip", "as last time", "Yes", "Send")
    told = {"-m1": "done", "-m2": "under-way", "-m3": "dropped", "-w3": None, "-a1": "under-way"}
    learnt = {"laert": "That ringing helps", "hjelp": "no", "-share": "laert"}
    assert await team.answers() == {**told, **learnt}


async def test_a_team_mate_goes_on_where_the_other_stopped(team: Mentors) -> None:
    await team.reminded()
    await team.journey.taps(team.kari, "Write the report", "as last time", "Continue later")
    await team.journey.moves_to(REMINDED + timedelta(days=2))
    await team.journey.says(team.ola, "report")
    assert team.ola.last.text.startswith("Kari began this 2 days ago, 5 of 6 left. Continue?")
    await team.journey.taps(team.ola, "done", "as last time", "as last time", "Skip", "No", "Send")
    assert (await team.answers())["-m2"] == "done"
    assert [one.text for one in team.journey.news(team.kari)][-1] == TOLD
