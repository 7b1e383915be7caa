"""Days without the house: then nothing stale, what is still true once, and every answer."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from tests.botapi import BotApi
from tests.botapi.faults import drop_before
from tests.journey import Journey

BEFORE_ALL = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
A_WEEK_BEFORE = datetime(2026, 11, 18, 12, 30, tzinfo=UTC)
AFTER_THE_DEADLINE = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
AFTER_THE_SAMLING = datetime(2026, 12, 11, 12, 30, tzinfo=UTC)
DAY = timedelta(days=1)
TITLE = "What did we find, and what do we try?"
OVERDUE = (
    f"The report before {TITLE} was due two days ago, Wednesday 25 November. "
    "It can still be delivered."
)
SAMLING = f"The gathering {TITLE} is in "


@pytest.fixture
async def journey(tmp_path: Path) -> AsyncIterator[Journey]:
    async with BotApi() as api:
        begun = await Journey.begun(api, tmp_path, BEFORE_ALL)
        yield begun
        await begun.home.stop()


async def sleeps_until(journey: Journey, now: datetime) -> None:
    """The house is down from now until an instant, and is up again then."""
    await journey.home.settled()
    await journey.home.stop()
    await wakes_at(journey, now)


async def wakes_at(journey: Journey, now: datetime) -> None:
    journey.home.away_until(now)
    await journey.home.start()
    await journey.home.house.beat()
    await journey.home.settled()


async def test_of_many_reminders_that_came_due_only_what_is_still_true_is_said_and_once(
    journey: Journey,
) -> None:
    await journey.joins(1, "Kari", "havnes-1")
    await journey.joins(2, "Ingrid", "organiser")
    journey.looks()
    await sleeps_until(journey, AFTER_THE_DEADLINE)
    assert journey.letters() == {}, "it is in quiet hours"
    for hours in range(24):
        await journey.moves_to(AFTER_THE_DEADLINE + timedelta(hours=hours))
    letters = journey.letters()
    assert list(letters) == ["Kari", "Ingrid"]
    (told,) = letters["Kari"]
    overdue, samling = told.split("\n\n")
    assert (overdue, samling.startswith(f"{SAMLING}5 days: Wednesday")) == (OVERDUE, True)
    (told,) = letters["Ingrid"]
    assert told.startswith(f"{SAMLING}5 days: Wednesday")


async def test_after_the_samling_people_are_thanked_once_and_reminded_of_nothing(
    journey: Journey,
) -> None:
    await journey.joins(1, "Kari", "havnes-1")
    journey.looks()
    await sleeps_until(journey, AFTER_THE_SAMLING)
    for days in range(7):
        await journey.moves_to(AFTER_THE_SAMLING + days * DAY)
    ((thanks,),) = journey.letters().values()
    assert thanks.startswith(f"Thank you for last time: {TITLE}\n")


@pytest.mark.parametrize("days", [1, 9])
async def test_a_reminder_that_could_not_leave_is_worded_anew_and_comes_once(
    journey: Journey, days: int
) -> None:
    """Its sending fails, and the house is down until the next day, or for long."""
    await journey.joins(1, "Kari", "havnes-1")
    journey.looks()
    journey.home.api.faults.add("sendMessage", drop_before())
    await journey.home.moves_to(A_WEEK_BEFORE)
    assert "drop_before" in journey.outcomes()
    await sleeps_until(journey, A_WEEK_BEFORE + days * DAY)
    await journey.moves_to(A_WEEK_BEFORE + days * DAY + timedelta(hours=1))
    ((told,),) = journey.letters().values()
    in_six_days = f"The report before {TITLE} is due in 6 days, Wednesday 25 November."
    assert told.split("\n\n")[0] == {1: in_six_days, 9: OVERDUE}[days]


async def test_what_was_said_meanwhile_is_answered_in_the_order_in_which_it_was_said(
    journey: Journey,
) -> None:
    """A whole report, typed into the silence by two of a team, over most of a day."""
    kari = await journey.joins(1, "Kari", "havnes-1")
    siri = await journey.joins(2, "Siri", "havnes-1")
    await journey.home.stop()
    journey.looks()
    at = A_WEEK_BEFORE
    for who, text in [
        (kari, "/report"),
        *((kari, said) for said in ("Aim", "reached", "skip", "Learnt", "3")),
        (siri, "/report"),
        *((siri, said) for said in ("1", "-", "4", "skip", "no", "no", "send")),
    ]:
        at += timedelta(hours=1)
        journey.home.away_until(at)
        who.says(text)
    await journey.home.start()
    await journey.home.settled()
    party = team_party(journey.programme.id, "havnes-1")
    find = journey.home.does(lambda unit: unit.reports.of("trygg-oppstart", party, "samling-2"))
    report = await find
    assert report is not None
    answers = await journey.home.does(lambda unit: unit.reports.answers(report))
    assert [one.value for one in answers] == [
        "reached", "Learnt", "3", "ja", "-", "4", None, "no", "-",
    ]  # fmt: skip
    told = journey.letters()
    assert [text.partition("\n")[0][:24] for text in told["Siri"][-2:]] == [
        "Thank you! The report be",
        "Where you stand",
    ]
    progress = [text.split(" ")[0] for text in told["Kari"]]
    assert progress[:6] == ["9", "9", "8", "7", "7", "6"]
    assert await journey.unanswered() == 0


async def test_a_tap_that_telegram_forgot_can_be_made_again(journey: Journey) -> None:
    """A press lives for 150 seconds only; what was shown still stands afterwards."""
    kari = await journey.joins(1, "Kari", "havnes-1")
    await journey.says(kari, "/report", "skip", "skip", "Learnt")
    await journey.home.stop()
    kari.taps("4")
    await wakes_at(journey, BEFORE_ALL + timedelta(minutes=10))
    assert kari.last.labels[0] == ["1", "2", "3", "4", "5"]
    await journey.taps(kari, "4")
    assert kari.last.text.startswith("6 of 10 left")
