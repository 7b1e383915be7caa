"""The status round: aims and measures one tap each, as last time, new ones, help, and sharing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.programme_file import read_programme
from storage.records import Aim, Measure, ReportAnswer
from tests.room import PROGRAMMES, Room, Sitter, rows
from tests.seated import seated

PROGRAMME = "mentor-troms-finnmark"
FILE = read_programme((PROGRAMMES / f"{PROGRAMME}.toml").read_text(encoding="utf-8"))
TEAM = FILE.team[0].id
PARTY = team_party(PROGRAMME, TEAM)
FIRST, SECOND = "samling-2", "samling-3"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2022, 10, 3, 9, tzinfo=UTC))
    here.holds("mentor-troms-finnmark.toml")
    yield here
    here.close()


def nurse(room: Room, key: str = "1") -> Sitter:
    return seated(room, key, PROGRAMME, team=TEAM)


def work_of(room: Room) -> tuple[list[Aim], list[Measure]]:
    with room.unit() as unit:
        return unit.measures.aims(PROGRAMME, PARTY), unit.measures.measures(PROGRAMME, PARTY)


def has(room: Room, *measures: str, aim: str | None = None, state: str = "under-way") -> None:
    """The team's measures, each told of once before, as a report or /measures leaves them."""
    with room.unit() as unit:
        towards = unit.measures.add_aim(PROGRAMME, PARTY, aim, None, room.now) if aim else None
        if towards:
            unit.measures.change_aim(replace(towards, state="under-way"), None, room.now)
        for wording in measures:
            added = unit.measures.add_measure(
                PROGRAMME, PARTY, towards.id if towards else None, wording, None, room.now
            )
            unit.measures.change_measure(replace(added, state=state), None, room.now)  # type: ignore[arg-type]


def answers_of(room: Room, before: str = FIRST) -> list[ReportAnswer]:
    with room.unit() as unit:
        report = unit.reports.of(PROGRAMME, PARTY, before)
        assert report is not None
        return unit.reports.answers(report)


def told(room: Room, before: str = FIRST) -> list[tuple[str, str | None]]:
    return [(one.key, one.value) for one in answers_of(room, before)]


def delivers_first(room: Room) -> Sitter:
    kari = nurse(room)
    kari.says("/report")
    kari.says("- Nobody is alone in the first weeks")
    kari.taps("under way")
    kari.says("1. Ring everyone before the first day\n2. A mentor for each\n\n* A talk each week")
    for label in ("under way", "done", "goes slowly"):
        kari.taps(label)
    kari.says("The rota is full")
    kari.taps("Skip")  # what have you learnt
    kari.taps("No")  # help
    kari.taps("Send")
    return kari


def test_the_first_report_asks_for_aims_and_measures_and_then_for_each(room: Room) -> None:
    delivers_first(room)
    aims, measures = work_of(room)
    assert [(one.wording, one.state) for one in aims] == [
        ("Nobody is alone in the first weeks", "under-way")
    ]
    assert [(one.wording, one.state, one.note, one.aim) for one in measures] == [
        ("Ring everyone before the first day", "under-way", None, aims[0].id),
        ("A mentor for each", "done", None, aims[0].id),
        ("A talk each week", "slow", "The rota is full", aims[0].id),
    ]
    assert told(room) == [
        ("-m1", "under-way"),
        ("-m2", "done"),
        ("-m3", "slow"),
        ("-w3", "The rota is full"),
        ("-a1", "under-way"),
        ("laert", None),
        ("hjelp", "no"),
    ]
    assert [one.sort for one in answers_of(room)] == [
        "measure",
        "measure",
        "measure",
        "note",
        "aim",
        "question",
        "question",
    ]


def test_as_last_time_is_hidden_the_first_time(room: Room) -> None:
    kari = nurse(room)
    kari.says("/report")
    kari.says("One aim")
    assert kari.last.labels[:4] == ["not started", "under way", "partly reached", "reached"]
    assert "as last time" not in kari.last.labels
    assert "Everything as last time" not in kari.last.labels


def test_every_change_is_kept_with_who_said_it(room: Room) -> None:
    delivers_first(room)
    with room.unit() as unit:
        kari = unit.people.at("telegram", "1")
        assert kari is not None
        history = unit.measures.history(unit.measures.measures(PROGRAMME, PARTY)[2])
    assert [(one.what, one.was, one.now, one.by) for one in history] == [
        ("added", None, "A talk each week", kari.id),
        ("state", None, "slow", kari.id),
        ("note", None, "The rota is full", kari.id),
    ]


def test_a_second_delivery_of_the_first_report_makes_no_measure_twice(room: Room) -> None:
    kari = delivers_first(room)
    kari.taps("Change")
    assert "2. A mentor for each" in kari.last.text
    kari.says("change 1")
    kari.taps("done")
    kari.taps("Send")
    _aims, measures = work_of(room)
    assert [(one.wording, one.state) for one in measures] == [
        ("Ring everyone before the first day", "done"),
        ("A mentor for each", "done"),
        ("A talk each week", "slow"),
    ]
    assert told(room)[:3] == [("-m1", "done"), ("-m2", "done"), ("-m3", "slow")]


def test_the_second_report_walks_through_the_open_ones_alone(room: Room) -> None:
    delivers_first(room)
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    kari = nurse(room)
    kari.presses(f"report:{SECOND}")
    assert "Ring everyone before the first day" in kari.last.text
    assert "Last time: under way" in kari.last.text
    assert "Towards the aim: Nobody is alone in the first weeks" in kari.last.text
    kari.taps("as last time")
    assert "A talk each week" in kari.last.text
    kari.taps("done")
    assert "Nobody is alone" in kari.last.text
    kari.taps("reached")
    kari.taps("Skip")
    kari.taps("No")
    kari.taps("Send")
    assert told(room, SECOND)[:3] == [("-m1", "under-way"), ("-m3", "done"), ("-a1", "reached")]
    assert answers_of(room, SECOND)[0].shown == "i gang (som sist)"
    aims, measures = work_of(room)
    assert [one.is_open for one in measures] == [True, False, False]
    assert [one.is_open for one in aims] == [False]


def taps(sitter: Sitter, *labels: str) -> int:
    for label in labels:
        sitter.taps(label)
    return len(labels)


def test_three_measures_as_last_time_one_by_one_take_eight_taps(room: Room) -> None:
    has(room, "A", "B", "C", aim="An aim")
    kari = nurse(room)
    kari.presses(f"report:{FIRST}")
    same = ["as last time"] * 4
    count = 1 + taps(kari, *same, "Skip", "No", "Send")
    assert rows(room.connection, "report") == 1
    assert count == 8


def test_everything_as_last_time_is_one_tap_and_a_valid_report(room: Room) -> None:
    delivers_first(room)
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    kari = nurse(room)
    kari.presses(f"report:{SECOND}")
    assert 1 + taps(kari, "Everything as last time", "Send") == 3
    assert told(room, SECOND) == [
        ("-m1", "under-way"),
        ("-m3", "slow"),
        ("-a1", "under-way"),
        ("laert", None),
        ("hjelp", "no"),
    ]


def test_everything_as_last_time_shares_nothing_by_itself(tmp_path: Path) -> None:
    room = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    room.holds()
    kari = seated(room, "1")
    kari.says("/report")
    for said in ("An aim", "1", "A measure", "1", "Learnt", "3", "ja", "-", "2", "-", "no", "yes"):
        kari.says("skip" if said == "-" else said)
    kari.taps("Send")
    room.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    kari.says("/report")
    assert 1 + taps(kari, "Everything as last time", "Send") == 3
    with room.unit() as unit:
        report = unit.reports.of("trygg-oppstart", "team:trygg-oppstart/havnes-1", "samling-3")
        assert report is not None
        told = {one.key: one.value for one in unit.reports.answers(report)}
    assert (told["laert"], told["-share"]) == ("Learnt", "-")
    room.close()


def test_a_call_for_help_is_never_copied(room: Room) -> None:
    kari = delivers_first(room)
    kari.taps("Change")
    kari.says("change 7")
    kari.taps("Yes")
    kari.taps("Skip")  # what it is about
    kari.taps("Send")
    assert dict(told(room))["hjelp"] == "yes"
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    kari.presses(f"report:{SECOND}")
    kari.taps("Everything as last time")
    assert "Trenger dere hjelp fra arrangørene nå?" in kari.last.text
    assert "Send" not in kari.last.labels
    assert kari.last.labels[:2] == ["Yes", "No"]


def test_one_answer_is_copied_from_last_time(room: Room) -> None:
    kari = delivers_first(room)
    kari.taps("Change")
    kari.says("change 6")
    kari.says("That new staff ask more than we thought")
    kari.taps("Yes")
    kari.taps("Send")
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    kari.presses(f"report:{SECOND}")
    for label in ("as last time", "as last time", "as last time"):
        kari.taps(label)
    assert "Last time: That new staff ask more than we thought" in kari.last.text
    kari.taps("Use the answer from last time")
    kari.taps("No")
    kari.taps("No")
    kari.taps("Send")
    assert dict(told(room, SECOND))["laert"] == "That new staff ask more than we thought"


def test_what_may_be_shared_is_asked_of_what_was_written(room: Room) -> None:
    kari = delivers_first(room)
    assert "be shared" not in kari.text
    kari.taps("Change")
    kari.says("change 6")
    kari.says("We learnt a lot")
    assert "Can your answer to «Hva har dere lært siden sist?» be shared with the others?" in (
        kari.last.text
    )
    kari.taps("Yes")
    kari.taps("Send")
    assert dict(told(room))["-share"] == "laert"
    kari.taps("See the answers")
    assert "We learnt a lot\nmay be shared" in kari.last.text
    assert kari.last.text.count("may be shared") == 1


def test_help_goes_at_once_and_only_once(room: Room) -> None:
    guide = seated(room, "2", PROGRAMME, "facilitator", team=TEAM)
    has(room, "A", aim="An aim")
    kari = nurse(room)
    kari.says("/report")
    for label in ("as last time", "as last time", "Skip"):
        kari.taps(label)
    assert "A yes goes to your facilitator at once" in kari.last.text
    kari.taps("Yes")
    assert "asks for help" in guide.last.text
    kari.taps("Continue later")
    kari.says("continue")
    kari.says("Somebody to talk to about the rota")
    assert "tells what the help is about" in guide.last.text
    assert "Somebody to talk to about the rota" in guide.last.text
    assert rows(room.connection, "report") == 0
    kari.taps("Send")
    kari.taps("Change")
    kari.taps("Send")
    assert len(guide.screen) == 2


def test_everything_as_last_time_is_not_offered_where_there_is_no_last_report(room: Room) -> None:
    has(room, "A", aim="An aim")
    kari = nurse(room)
    kari.says("/report")
    assert "as last time" in kari.last.labels
    assert "Everything as last time" not in kari.last.labels


def test_a_report_that_is_opened_again_was_not_last_time(room: Room) -> None:
    kari = delivers_first(room)
    kari.taps("Change")
    kari.says("change 1")
    assert "Ring everyone before the first day" in kari.last.text
    assert "as last time" not in kari.last.labels
    assert "Last time" not in kari.last.text


def test_a_change_of_an_older_report_says_nothing_of_how_things_stand_now(room: Room) -> None:
    kari = delivers_first(room)
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    kari.presses(f"report:{SECOND}")
    kari.taps("done")
    kari.taps("Everything as last time")
    kari.taps("Send")
    kari.presses(f"report:change:{FIRST}")
    kari.says("change 1")
    kari.taps("goes slowly")
    kari.taps("Skip")
    kari.taps("Send")
    assert told(room)[0] == ("-m1", "slow")
    assert work_of(room)[1][0].state == "done"


# Afterwards


def test_a_withdrawn_report_is_marked_and_keeps_every_word(room: Room) -> None:
    ola = nurse(room, "2")
    kari = delivers_first(room)
    kari.taps("Withdraw")
    assert "Nothing is erased" in kari.last.text
    kari.taps("Yes, withdraw it")
    assert "is withdrawn. It can be delivered again." in kari.last.text
    assert "is withdrawn" in ola.last.text
    assert ola.last.silent
    with room.unit() as unit:
        report = unit.reports.of(PROGRAMME, PARTY, FIRST)
        assert report is not None
        assert report.withdrawn_at == room.now
        assert len(unit.reports.answers(report)) == 7
    kari.taps("Open it again")
    kari.taps("Send")
    with room.unit() as unit:
        again = unit.reports.of(PROGRAMME, PARTY, FIRST)
    assert again is not None
    assert (again.version, again.stands) == (2, True)


def test_let_it_stand_withdraws_nothing(room: Room) -> None:
    kari = delivers_first(room)
    kari.taps("Withdraw")
    kari.taps("No, let it stand")
    assert "stands." in kari.last.text
    with room.unit() as unit:
        report = unit.reports.of(PROGRAMME, PARTY, FIRST)
    assert report is not None
    assert report.stands


def test_one_answer_is_deleted_and_the_delivered_version_is_kept(room: Room) -> None:
    kari = delivers_first(room)
    kari.taps("Change")
    kari.says("change 4")
    kari.taps("Delete the answer")
    kari.taps("Send")
    assert dict(told(room))["-w3"] is None
    kept = room.connection.execute(
        "SELECT version, value FROM report_answer WHERE key = '-w3' ORDER BY version"
    )
    assert [tuple(row) for row in kept] == [(1, "The rota is full"), (2, None)]


# On a team's behalf


def test_an_organiser_files_for_a_team_that_has_no_telegram(room: Room) -> None:
    organiser = seated(room, "9", PROGRAMME, "organiser", team=None)
    organiser.says("/report")
    first = organiser.last.labels[0]
    organiser.taps(first)
    assert "measures" in organiser.last.text or "aims" in organiser.last.text
    for _ in range(3):
        organiser.taps("Skip")
    organiser.taps("No")
    assert organiser.last.text.startswith("On behalf of ")
    organiser.taps("Send")
    with room.unit() as unit:
        delivered = unit.reports.every(PROGRAMME)
        versions = unit.reports.versions(delivered[0].id)
    assert [(one.party, one.milestone) for one in delivered] == [(PARTY, FIRST)]
    assert [one.on_behalf for one in versions] == [True]
    organiser.taps("See the answers")
    assert "delivered on the team's behalf" in organiser.last.text
    organiser.taps("Withdraw")
    organiser.taps("Yes, withdraw it")
    organiser.says("/report")
    assert first in organiser.last.labels


def test_nobody_but_an_organiser_files_for_a_team(room: Room) -> None:
    organiser = seated(room, "9", PROGRAMME, "organiser", team=None)
    organiser.says("/report")
    data = organiser.last.buttons[0].data or ""
    other = seated(room, "3", PROGRAMME, team=FILE.team[1].id)
    guide = seated(room, "4", PROGRAMME, "facilitator", team=None)
    for sitter in (other, guide):
        sitter.presses(data)
        assert sitter.last.text == (
            "You no longer take part in this report, so nothing was changed."
        )
    assert rows(room.connection, "draft") == 0


def test_who_organises_no_more_files_no_more(room: Room) -> None:
    organiser = seated(room, "9", PROGRAMME, "organiser", team=None)
    organiser.says("/report")
    organiser.taps(organiser.last.labels[0])
    with room.unit() as unit:
        person = unit.people.at("telegram", "9")
        assert person is not None
        unit.people.leave(person.id, PROGRAMME, "organiser")
    organiser.taps("Skip")
    assert rows(room.connection, "answer") == 0


def test_the_pages_of_a_round_fit_the_day_they_are_written(room: Room) -> None:
    has(room, "A", "B", aim="An aim")
    room.now += timedelta(days=2)
    kari, ola = nurse(room), nurse(room, "2")
    kari.says("/report")
    kari.taps("as last time")
    room.now += timedelta(days=2)
    ola.says("/report")
    assert "began this 2 days ago, 4 of 5 left." in ola.last.text
