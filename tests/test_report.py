"""The report from the first question to what comes after it is delivered, each step a restart."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.events import Address, Event, Pressed
from handlers.flow.party import team_party
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    is_for_individuals,
    reports_due,
)
from handlers.report.plan import next_opening
from handlers.timeline import begins_at
from storage.records import PushPart, Report, ReportAnswer, Role
from storage.shelves.outbox import REMINDER, Owed
from tests.form_robot import answers_all, sends
from tests.room import Room, Sitter, rows
from tests.seated import seated

PROGRAMME = "trygg-oppstart"
PARTY = team_party(PROGRAMME, "havnes-1")
DUE = datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)
FILES = ("eksempel", "mentor-troms-finnmark", "nord-troms", "orkdal", "notteroy", "gjovik")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    here.holds()
    yield here
    here.close()


def report_of(room: Room, party: str = PARTY, before: str = "samling-2") -> Report | None:
    with room.unit() as unit:
        return unit.reports.of(PROGRAMME, party, before)


def answers_of(room: Room) -> list[ReportAnswer]:
    report = report_of(room)
    assert report is not None
    with room.unit() as unit:
        return unit.reports.answers(report)


def delivers(sitter: Sitter, *, typing: bool = False) -> None:
    sitter.says("/report")
    answers_all(sitter, typing=typing)
    sends(sitter, typing=typing)


AFTERWARDS = ["See the answers", "Change", "Get the report as a file", "Withdraw"]
EVERYTHING = [
    ReportAnswer("-m1", "", "dropped", "lagt bort"),
    ReportAnswer("-w1", "", "We tried something.", "We tried something."),
    ReportAnswer("-a1", "", "reached", "nådd"),
    ReportAnswer("laert", "", "We tried something.", "We tried something."),
    ReportAnswer("framdrift", "", "5", "5"),
    ReportAnswer("forankret", "", "nei", "Ikke ennå"),
    ReportAnswer("hinder", "", "tid,turnus", "Tid, Turnus og vakter"),
    ReportAnswer("nytilsatte", "", "3", "3\u00a0nytilsatte"),
    ReportAnswer("neste-mote", "", "2027-02-01", "mandag 1. februar 2027"),
    ReportAnswer("hjelp", "", "no", "Nei"),
    ReportAnswer("-share", "", "-", "Nei"),
]


@pytest.mark.parametrize("typing", [True, False])
def test_a_report_is_written_by_typing_only_or_by_buttons(room: Room, typing: bool) -> None:  # noqa: FBT001
    kari = seated(room, "1")
    delivers(kari, typing=typing)
    answers = answers_of(room)
    assert [(a.key, a.value, a.shown) for a in answers] == [
        (a.key, a.value, a.shown) for a in EVERYTHING
    ]
    assert answers[3].wording == "Hva har dere lært siden sist?"
    assert kari.last.text == (
        "Thank you! The report before «What did we find, and what do we try?» is delivered."
    )
    assert kari.last.labels == AFTERWARDS


def test_the_plain_word_opens_it_in_every_language(room: Room) -> None:
    for key, word in enumerate(("report", "rapport", "/rapport", "Rapporten")):
        sitter = seated(room, str(key), team=f"havnes-{key % 3 + 1}")
        sitter.says(word)
        assert "9 of 9 left" in sitter.last.text


def test_two_members_share_one_draft(room: Room) -> None:
    kari, ola = seated(room, "1"), seated(room, "2")
    kari.says("/report")
    kari.says("Aim by Kari")
    ola.says("/report")
    assert "Kari Nordmann began this today, 9 of 10 left." in ola.last.text
    ola.says("reached")
    ola.says("Measure by Ola")
    kari.says("continue")
    answers_all(kari, typing=False)
    sends(kari, typing=False)
    assert [a.wording for a in answers_of(room) if a.sort in ("aim", "measure")] == [
        "Measure by Ola",
        "Aim by Kari",
    ]
    assert rows(room.connection, "report") == 1


def test_the_others_are_told_once_and_silently(room: Room) -> None:
    kari, ola, other = seated(room, "1"), seated(room, "2"), seated(room, "3", team="havnes-2")
    room.now = DUE + timedelta(days=1)
    delivers(kari)
    kari.taps("Change")
    kari.taps("Send")
    assert [(shown.text, shown.silent) for shown in ola.screen] == [
        (
            (
                "Your team's report before «What did we find, and what do we try?» is delivered. "
                "You need do nothing; /report shows it."
            ),
            True,
        )
    ]
    assert other.screen == []


@pytest.mark.parametrize(("after", "late"), [(0, False), (1, True)])
def test_lateness_is_judged_by_when_it_was_said(room: Room, after: int, *, late: bool) -> None:
    kari = seated(room, "1")
    kari.says("/report")
    answers_all(kari, typing=False)
    send = next(button for button in kari.last.buttons if button.text == "Send")
    room.now = DUE + timedelta(hours=3)
    said_at = DUE + timedelta(seconds=after)
    pressed = Pressed(send.data or "", kari.last.id)
    room.answers(Event("telegram:1", "late", Address("telegram", "1"), "1", said_at, pressed))
    room.deliver()
    report = report_of(room)
    assert report is not None
    assert (report.late, report.delivered_at) == (late, said_at)
    assert ("«delivered after the deadline»" in kari.last.text) == late


def test_a_change_makes_a_second_version_and_keeps_the_first(room: Room) -> None:
    kari = seated(room, "1")
    delivers(kari)
    kari.says("change")
    kari.says("change 4")
    kari.says("Something else")
    kari.says("send")
    report = report_of(room)
    assert report is not None
    assert (report.version, report.late) == (2, False)
    assert "This is version 2." in kari.last.text
    kept = room.connection.execute(
        "SELECT version, value FROM report_answer WHERE key = 'laert' ORDER BY version"
    )
    assert [tuple(row) for row in kept] == [(1, "We tried something."), (2, "Something else")]
    kari.says("See the answers")
    assert "Changed, version 2" in kari.last.text
    assert "Something else" in kari.last.text


def test_an_edit_after_delivery_asks_first(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/report")
    kari.taps("Skip")
    kari.taps("Skip")
    message = kari.says("First words")
    answers_all(kari, typing=False)
    sends(kari, typing=False)
    kari.edits(message, "Better words")
    assert "This is delivered already. Change the answer?" in kari.last.text
    assert {a.key: a.value for a in answers_of(room)}["laert"] == "First words"
    kari.taps("Yes")
    kari.taps("Send")
    assert {a.key: a.value for a in answers_of(room)}["laert"] == "Better words"


def test_a_delivered_report_is_shown_and_not_begun_again(room: Room) -> None:
    kari, ola = seated(room, "1"), seated(room, "2")
    delivers(kari)
    ola.says("/report")
    assert ola.last.text == (
        "The report before «What did we find, and what do we try?» is delivered. Thank you!"
    )
    assert ola.last.labels == AFTERWARDS


def test_reminders_are_moot_with_the_delivery(room: Room) -> None:
    kari, _ola = seated(room, "1"), seated(room, "2")
    with room.unit() as unit:
        person = unit.people.at("telegram", "2")
        assert person is not None
        push = unit.pushes.add(person.id, room.now.date(), room.now)
        part = PushPart(person.id, PROGRAMME, "report", "samling-2", "-7", push, True, "owed")  # noqa: FBT003
        unit.pushes.add_part(part)
        later = room.now + timedelta(hours=3)
        key = f"push:{push}"
        owed = Owed("telegram", "2", key, "due soon", priority=REMINDER, not_before=later)
        row = unit.outbox.owe(owed, room.now)
    delivers(kari)
    with room.unit() as unit:
        assert [one.state for one in unit.pushes.parts(push)] == ["moot"]
        reminder = unit.outbox.find(row or 0)
        assert reminder is not None
        assert reminder.state == "moot"


# Help


def helped(sitter: Sitter, answer: str) -> None:
    sitter.says("/report")
    for said in ("skip", "skip", f"Half <way> {'x' * 500}", "3", "Yes", "-", "3", "skip", answer):
        sitter.says(said)
    if answer == "Yes":
        sitter.says("skip")  # what it is about


def test_a_call_for_help_reaches_the_teams_facilitators_at_once(room: Room) -> None:
    kari = seated(room, "1")
    mine = seated(room, "2", role="facilitator", team="havnes-1")
    others = [
        seated(room, "3", role="facilitator", team="havnes-2"),
        seated(room, "4", role="facilitator", team=None),
        seated(room, "5", role="organiser", team=None),
    ]
    helped(kari, "Yes")
    assert report_of(room) is None
    told = mine.last.text
    assert told.startswith("Havnes, hjemmetjenesten asks for help\n\n")
    assert "Half <way>" in told
    assert f"{'x' * 300}" in told
    assert f"{'x' * 400}" not in told
    assert not mine.last.silent
    assert [one.screen for one in others] == [[], [], []]
    kari.says("no")
    kari.says("send")
    kari.taps("Change")
    kari.taps("Send")
    assert len(mine.screen) == 1


@pytest.mark.parametrize("role", ["facilitator", "organiser"])
def test_without_a_facilitator_of_its_own_those_for_all_are_asked(room: Room, role: Role) -> None:
    kari, leader = seated(room, "1"), seated(room, "2", role=role, team=None)
    helped(kari, "Yes")
    assert "asks for help" in leader.last.text


def test_who_needs_no_help_disturbs_nobody(room: Room) -> None:
    kari, leader = seated(room, "1"), seated(room, "2", role="facilitator", team="havnes-1")
    helped(kari, "No")
    kari.says("no")
    kari.says("send")
    assert leader.screen == []


# Who may, and when


@pytest.mark.parametrize("role", ["facilitator", "organiser"])
def test_leaders_are_shown_the_summary(room: Room, role: Role) -> None:
    leader = seated(room, "1", role=role, team=None)
    leader.says("/report")
    assert "/summary" in leader.last.text
    assert rows(room.connection, "draft") == 0


def test_the_role_is_checked_anew_before_every_answer(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/report")
    kari.says("Aims")
    answers_all(kari, typing=False)
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        unit.people.leave(person.id, PROGRAMME, "participant")
    kari.taps("Send")
    assert report_of(room) is None


def test_who_is_an_observer_by_now_no_longer_reports_alone(tmp_path: Path) -> None:
    room = Room(tmp_path, datetime(2026, 10, 1, tzinfo=UTC))
    programme = room.holds("gjovik.toml")
    milestone = first_open(room, programme)
    kari = seated(room, "1", programme.id, team=None)
    kari.presses(f"report:{milestone.id}")
    answers_all(kari, typing=False)
    seated(room, "1", programme.id, role="observer", team=None)
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        unit.people.leave(person.id, programme.id, "participant")
    kari.taps("Send")
    assert kari.last.text == "You no longer take part in this report, so nothing was changed."
    assert rows(room.connection, "report") == 0
    room.close()


def test_before_the_first_report_opens_it_is_said_when(room: Room) -> None:
    room.now = datetime(2026, 9, 1, 9, tzinfo=UTC)
    kari = seated(room, "1")
    kari.says("/report")
    assert kari.last.text == (
        "No report waits for you now. The next, before «What did we find, and what do we try?», "
        "opens Friday 11 September 2026."
    )


def test_a_button_to_a_report_that_is_not_open_says_so(room: Room) -> None:
    kari = seated(room, "1")
    kari.presses("report:samling-4")
    assert kari.screen[-2].text == "The report before «What makes it work» is not open now."
    assert "9 of 9 left" in kari.last.text


def test_someone_in_no_programme_is_told_how_to_join(room: Room) -> None:
    stranger = room.sitter("9", language="en")
    stranger.says("/report")
    assert "You are not in a programme yet." in stranger.last.text


def test_a_programme_without_reports_says_so(room: Room) -> None:
    programme = room.holds("eksempel.toml").model_copy(update={"report": None})
    room.imports(programme)
    kari = seated(room, "1")
    kari.says("/report")
    assert kari.last.text == "There are no reports in Learning network for a safe start."


def test_several_open_reports_are_chosen_among(room: Room) -> None:
    programme = room.holds("notteroy.toml")
    owed = [one for one, _ in reports_due(programme)]
    kari = seated(room, "1", programme.id, team=programme.team[0].id)
    kari.says("/report")
    assert [button.data for button in kari.last.buttons] == [f"report:{one.id}" for one in owed]
    kari.says(kari.last.labels[1])
    assert "4 of 4 left" in kari.last.text
    with room.unit() as unit:
        drafts = unit.drafts.open_for(team_party(programme.id, programme.team[0].id))
    assert [one.about for one in drafts] == [owed[1].id]


def first_open(room: Room, programme: ProgrammeFile) -> Milestone:
    """The first milestone with a report, with the clock where it is open and not late."""
    milestone = reports_due(programme)[0][0]
    begins = begins_at(programme, milestone)
    room.now = begins - timedelta(days=20) if begins else room.now
    return milestone


@pytest.mark.parametrize("typing", [True, False])
@pytest.mark.parametrize("name", FILES)
def test_every_example_can_be_reported_on(tmp_path: Path, name: str, *, typing: bool) -> None:
    room = Room(tmp_path, datetime(2026, 10, 1, tzinfo=UTC))
    programme = room.holds(f"{name}.toml")
    milestone = first_open(room, programme)
    team = None if is_for_individuals(programme) else programme.team[0].id
    kari = seated(room, "1", programme.id, team=team)
    kari.presses(f"report:{milestone.id}")
    answers_all(kari, typing=typing)
    sends(kari, typing=typing)
    with room.unit() as unit:
        delivered = unit.reports.every(programme.id)
        person = unit.people.at("telegram", "1")
        assert person is not None
        party = team_party(programme.id, team) if team else f"person:{person.id}"
        assert [(one.party, one.milestone, one.late) for one in delivered] == [
            (party, milestone.id, False)
        ]
        assert all(one.value for one in unit.reports.answers(delivered[0]) if one.sort != "share")
    room.close()


def test_individuals_report_each_for_themselves(tmp_path: Path) -> None:
    room = Room(tmp_path, datetime(2026, 10, 1, tzinfo=UTC))
    programme = room.holds("gjovik.toml")
    milestone = first_open(room, programme)
    kari, ola = (seated(room, key, programme.id, team=None) for key in ("1", "2"))
    for sitter in (kari, ola):
        sitter.presses(f"report:{milestone.id}")
        answers_all(sitter, typing=False)
        sends(sitter, typing=False)
    assert "1 of 2 participants have delivered." in kari.last.text
    assert "2 of 2 participants have delivered." in ola.last.text
    assert rows(room.connection, "report") == 2
    room.close()


def test_the_next_opening_is_found_among_the_ends_of_what_comes_before(room: Room) -> None:
    programme = room.holds()
    opens = next_opening(programme, datetime(2026, 10, 1, tzinfo=UTC))
    assert opens is not None
    assert (opens[0].id, opens[1]) == ("samling-3", datetime(2026, 12, 2, 13, 30, tzinfo=UTC))
    assert next_opening(programme, datetime(2030, 1, 1, tzinfo=UTC)) is None
