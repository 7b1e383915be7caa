"""Who needs us now: calls in reports and outside them, those that wait first."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.programme_file import ProgrammeFile
from handlers.summary.material import Sight
from handlers.summary.values import Plea
from storage.records import ReportAnswer
from tests.room import Room
from tests.summed_up import delivers, first_page, in_english, summed_up, tells, work_of

NOW = datetime(2026, 12, 10, 10, tzinfo=UTC)  # after samling 2: the round before samling 3 is open
TODAY = date(2026, 12, 10)
NAME = "Havnes, hjemmetjenesten"
PARTY = "team:trygg-oppstart/havnes-1"
YES, NO = ("yes", "Ja"), ("no", "Nei")
HELP = ReportAnswer("-help", "Trenger dere hjelp?", "yes", "Ja", "help")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    yield room
    room.close()


@pytest.fixture
def programme(room: Room) -> ProgrammeFile:
    return in_english(room.holds())


# Who needs us now


def asks(room: Room, team: str, about: str = "", days_ago: int = 0) -> str:
    party = team_party("trygg-oppstart", team)
    with room.unit() as unit:
        at = NOW - timedelta(days=days_ago)
        return unit.help.call("trygg-oppstart", party, about, None, at).id


def answers(room: Room, call: str, days_ago: int = 0) -> None:
    with room.unit() as unit:
        unit.help.answer(call, None, NOW - timedelta(days=days_ago))


def test_calls_stand_beside_the_reports_and_those_that_are_answered_below(
    room: Room, programme: ProgrammeFile
) -> None:
    what = ReportAnswer("-helpwhat", "Hva gjelder det?", "Turnus", "Turnus", "help")
    tells(room, programme, "havnes-1", "samling-3", HELP, what)
    tells(room, programme, "elvvik-1", "samling-3", HELP)
    answers(room, asks(room, "havnes-1", "samling-3", days_ago=3), days_ago=1)
    asks(room, "elvvik-1", "samling-3")
    asks(room, "elvvik-2", days_ago=9)
    asks(room, "elvvik-2", days_ago=2)
    summary = summed_up(room, programme, "samling-3")
    yesterday, first = date(2026, 12, 9), date(2026, 12, 1)
    other = "team:trygg-oppstart/elvvik-1"
    assert summary.pleas == (
        Plea(other, "Elvvik, hjemmetjenesten", "Trenger dere hjelp?", "", None),
        Plea("team:trygg-oppstart/elvvik-2", "Elvvik, helsehuset", "", "", None, first),
        Plea(PARTY, NAME, "Hva gjelder det?", "Turnus", None, answered_on=yesterday),
    )
    assert (
        "Need help now\n"
        "• Elvvik, hjemmetjenesten\n"
        "• Elvvik, helsehuset (asked Tuesday 1 December)\n"
        f"• {NAME} (answered Wednesday 9 December)\n"
    ) in first_page(room, programme, "samling-3")


def test_the_houses_own_question_takes_no_other_answer_for_its_reason(
    room: Room, programme: ProgrammeFile
) -> None:
    learnt = ReportAnswer("laert", "Hva?", "Mye", "Mye")
    skipped = ReportAnswer("-helpwhat", "Hva gjelder det?", None, "–", "help")
    tells(room, programme, "havnes-1", "samling-3", learnt, HELP, skipped)
    (plea,) = summed_up(room, programme, "samling-3").pleas
    assert (plea.question, plea.words) == ("Trenger dere hjelp?", "")


def test_measures_are_no_reason_for_the_programmes_own_question(
    room: Room, programme: ProgrammeFile
) -> None:
    own = ReportAnswer("hjelp", "Hjelp?", "yes", "Ja")
    slow = work_of((1, "Ringe", "slow", "For få folk"))
    tells(room, programme, "havnes-1", "samling-3", *slow, own)
    (plea,) = summed_up(room, programme, "samling-3").pleas
    assert (plea.question, plea.words) == ("Hjelp?", "")


def test_an_answered_call_is_told_of_for_two_weeks_and_one_that_waits_for_ever(
    room: Room, programme: ProgrammeFile
) -> None:
    asks(room, "elvvik-1", days_ago=300)
    answers(room, asks(room, "elvvik-2", days_ago=40), days_ago=14)
    answers(room, asks(room, "havnes-2", days_ago=40), days_ago=15)
    names = [plea.name for plea in summed_up(room, programme, "samling-3").pleas]
    assert names == ["Elvvik, hjemmetjenesten", "Elvvik, helsehuset"]


def test_a_plea_from_the_report_before_is_over_once_it_is_answered(
    room: Room, programme: ProgrammeFile
) -> None:
    for team in ("havnes-1", "havnes-2"):
        delivers(room, programme, team, "samling-2", {"laert": "Fast", "hjelp": YES})
    answers(room, asks(room, "havnes-1", "samling-2", days_ago=20), days_ago=1)
    asks(room, "havnes-2", "samling-2", days_ago=20)
    found = [(plea.name, bool(plea.before)) for plea in summed_up(room, programme).pleas]
    assert found == [("Havnes, sykehjemmet", True)]


def test_a_call_waits_while_one_of_several_does(room: Room, programme: ProgrammeFile) -> None:
    answers(room, asks(room, "havnes-1", days_ago=9))
    asks(room, "havnes-1", days_ago=2)
    (plea,) = summed_up(room, programme, "samling-3").pleas
    assert (plea.asked_on, plea.answered_on) == (date(2026, 12, 8), None)


def test_a_call_from_a_report_that_never_came_waits_until_one_does(
    room: Room, programme: ProgrammeFile
) -> None:
    asks(room, "havnes-1", "samling-2", days_ago=30)
    asks(room, "havnes-1", "samling-4")
    (plea,) = summed_up(room, programme, "samling-3").pleas
    assert (plea.name, plea.asked_on) == (NAME, date(2026, 11, 10))
    delivers(room, programme, "havnes-1", "samling-3", {"laert": "Alt vel"})
    assert summed_up(room, programme, "samling-3").pleas == ()


def test_a_call_from_a_report_under_way_is_heard_before_it_is_delivered(
    room: Room, programme: ProgrammeFile
) -> None:
    asks(room, "havnes-1", "samling-3")
    found = summed_up(room, programme, "samling-3").pleas
    assert found == (Plea(PARTY, NAME, "", "", None, asked_on=TODAY),)
    delivers(room, programme, "havnes-1", "samling-3", {"hjelp": NO})
    assert summed_up(room, programme, "samling-3").pleas == ()


def test_a_facilitator_hears_only_their_own_teams_calls(
    room: Room, programme: ProgrammeFile
) -> None:
    asks(room, "havnes-1")
    asks(room, "elvvik-1")
    summary = summed_up(room, programme, "samling-3", Sight("elvvik-1"))
    assert [plea.name for plea in summary.pleas] == ["Elvvik, hjemmetjenesten"]
