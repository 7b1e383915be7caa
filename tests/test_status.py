"""What waits for somebody: told to people in a room."""

from pathlib import Path

import pytest

from handlers.flow.party import person_party, team_party
from handlers.programme.importing import apply
from storage.records import AnswerRow
from tests.coming import START, Comers
from tests.room import Room
from tests.seated import seated
from tests.test_waiting import cancelled, example, oslo


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    return room


def test_a_participant_sees_the_report_its_deadline_and_the_next_samling(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/status")
    assert kari.last.text.split("\n\n") == [
        "What waits for you",
        (
            "The report before “What did we find, and what do we try?”, due "
            "Wednesday 25 November 2026\n"
            "Not begun yet. You may stop on the way, and what you wrote is kept."
        ),
        (
            "Next gathering: “What did we find, and what do we try?”\n"
            "Wednesday 2 December 2026, 09:00–14:30, online"
        ),
    ]
    assert [(b.text, b.data) for b in kari.last.buttons] == [
        ("Write the report", "report:samling-2")
    ]


def test_a_report_that_was_begun_is_continued(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        party = team_party("trygg-oppstart", "havnes-1")
        draft = unit.drafts.start("trygg-oppstart", 1, "report", party, "samling-2", None, room.now)
        for key, state in (("laert", "given"), ("hinder", "skipped"), ("hjelp", "open")):
            row = AnswerRow(draft.id, key, state, "x", 1, None, room.now)  # type: ignore[arg-type]
            unit.drafts.put(row, room.now)
    kari.says("/neste")
    assert "Begun, 2 answers so far." in kari.last.text
    assert kari.last.labels == ["Continue the report"]


def test_the_sentence_about_a_measure_is_no_answer_of_its_own(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        party = team_party("trygg-oppstart", "havnes-1")
        draft = unit.drafts.start("trygg-oppstart", 1, "report", party, "samling-2", None, room.now)
        for key, state in (("-m1", "given"), ("-w1", "given"), ("-w2", "skipped"), ("-a1", "open")):
            row = AnswerRow(draft.id, key, state, "x", 1, None, room.now)  # type: ignore[arg-type]
            unit.drafts.put(row, room.now)
    kari.says("/status")
    assert "Begun, 1 answer so far." in kari.last.text


def test_another_form_about_the_same_samling_is_no_report(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        party = team_party("trygg-oppstart", "havnes-1")
        unit.drafts.start("trygg-oppstart", 1, "other", party, "samling-2", None, room.now)
    kari.says("/status")
    assert kari.last.labels == ["Write the report"]


def test_a_late_report_is_still_welcome(room: Room) -> None:
    room.now = oslo("2026-11-26T00:00")
    kari = seated(room, "1")
    kari.says("status")
    assert "The deadline has passed. It is welcome all the same." in kari.last.text
    assert kari.last.labels == ["Write the report"]


def delivers(room: Room, party: str, milestone: str) -> None:
    with room.unit() as unit:
        unit.reports.deliver("trygg-oppstart", party, milestone, [], None, room.now, late=False)


def reflects(room: Room, key: str, programme: str, milestone: str) -> None:
    with room.unit() as unit:
        person = unit.people.at("telegram", key)
        assert person is not None
        unit.reflections.mark(programme, milestone, person.id)


def test_a_delivered_report_is_thanked_for(room: Room) -> None:
    kari = seated(room, "1")
    delivers(room, team_party("trygg-oppstart", "havnes-1"), "samling-2")
    kari.says("/status")
    assert "is delivered. Thank you!" in kari.last.text
    assert "Nothing waits for you now." in kari.last.text
    assert kari.last.labels == []


def test_a_report_that_was_taken_back_can_be_delivered_anew(room: Room) -> None:
    kari = seated(room, "1")
    leader = seated(room, "2", role="organiser", team=None)
    party = team_party("trygg-oppstart", "havnes-1")
    delivers(room, party, "samling-2")
    with room.unit() as unit:
        report = unit.reports.of("trygg-oppstart", party, "samling-2")
        assert report is not None
        unit.reports.withdraw(report.id, room.now)
    kari.says("/status")
    assert "You have taken it back. It can be delivered anew." in kari.last.text
    assert "is delivered" not in kari.last.text
    assert [(b.text, b.data) for b in kari.last.buttons] == [
        ("Continue the report", "report:samling-2")
    ]
    leader.says("/status")
    assert "0 of 12 teams have delivered" in leader.last.text
    delivers(room, party, "samling-2")
    kari.says("/status")
    assert "is delivered. Thank you!" in kari.last.text


def test_another_teams_delivery_is_not_theirs(room: Room) -> None:
    kari = seated(room, "1")
    delivers(room, team_party("trygg-oppstart", "havnes-2"), "samling-2")
    kari.says("/status")
    assert "Thank you!" not in kari.last.text
    assert kari.last.labels == ["Write the report"]


def test_a_reflection_can_be_opened_until_it_is_given(room: Room) -> None:
    kari = seated(room, "1")
    room.now = oslo("2026-12-03T12:00")
    kari.says("/status")
    assert "Your reflection after “What did we find, and what do we try?”\n" in kari.last.text
    assert "Open until Wednesday 9 December." in kari.last.text
    assert [b.data for b in kari.last.buttons] == [
        "report:samling-3",
        "reflect:samling-2",
        "signup:samling-3",
    ]
    room.holds("orkdal.toml")
    reflects(room, "1", "orkdalsregionen-2017", "samling-2")
    kari.says("/status")
    assert [b.data for b in kari.last.buttons] == [
        "report:samling-3",
        "reflect:samling-2",
        "signup:samling-3",
    ]
    reflects(room, "1", "trygg-oppstart", "samling-2")
    kari.says("/status")
    assert [b.data for b in kari.last.buttons] == ["report:samling-3", "signup:samling-3"]


def test_a_leader_sees_how_many_and_never_who(room: Room) -> None:
    leader = seated(room, "2", role="organiser", team=None)
    delivers(room, team_party("trygg-oppstart", "havnes-1"), "samling-2")
    leader.says("/status")
    told = leader.last.text
    assert "1 of 12 teams have delivered the report before “What did we find" in told
    assert "Havnes" not in told
    assert [b.data for b in leader.last.buttons] == ["summary:"]


def test_a_team_that_is_withdrawn_is_not_counted(room: Room) -> None:
    programme = example()
    teams = tuple(one for one in programme.team if one.id != "kvitneset")
    room.imports(programme.model_copy(update={"team": teams}))
    leader = seated(room, "2", role="facilitator", team=None)
    leader.says("/status")
    assert "0 of 11 teams have delivered" in leader.last.text


def test_a_participant_sees_no_count(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/status")
    assert " of 12" not in kari.last.text


def test_where_people_take_part_alone_the_report_is_their_own(tmp_path: Path) -> None:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds("gjovik.toml")
    kari = seated(room, "1", "gjovikregionen-lederutdanning", team=None)
    seated(room, "2", "gjovikregionen-lederutdanning", team=None)
    leader = seated(room, "3", "gjovikregionen-lederutdanning", "organiser", None)
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        unit.reports.deliver(
            "gjovikregionen-lederutdanning",
            person_party(person.id),
            "modul-2",
            [],
            None,
            room.now,
            late=False,
        )
    kari.says("/status")
    assert [b.data for b in kari.last.buttons] == ["report:modul-3"]
    assert "The report before “Myndiggjøring av medarbeidere”\n" in kari.last.text
    leader.says("/status")
    assert "1 of 2 participants have delivered the report before “Kvalitet”." in leader.last.text


def test_a_participant_without_a_team_has_no_report(room: Room) -> None:
    kari = seated(room, "1", team=None)
    kari.says("/status")
    assert "Nothing waits for you now." in kari.last.text
    assert kari.last.labels == []


def test_one_who_has_not_joined_learns_what_is_needed(room: Room) -> None:
    stranger = room.sitter("9", language="en")
    stranger.says("/status")
    assert stranger.last.text.startswith("You are not in a programme yet.")


def test_one_in_several_programmes_sees_which_one_it_is_about(room: Room) -> None:
    seated(room, "1")
    room.holds("gjovik.toml")
    room.passes(seconds=1)
    kari = seated(room, "1", "gjovikregionen-lederutdanning", team=None)
    kari.says("/status")
    assert "Lederutdanning helse og omsorg (Gjøvikregionen) (you are in several" in kari.last.text


def test_a_cancelled_samling_is_neither_next_nor_waited_for(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        apply(unit, cancelled(example(), "samling-2"), room.now)
    kari.says("/status")
    assert "What did we find, and what do we try?" not in kari.last.text
    assert "Next gathering: “The mentor's part”" in kari.last.text
    assert "The report before “The mentor's part”, due Wednesday 7 April 2027" in kari.last.text


def test_who_was_not_there_has_no_reflection_waiting(room: Room) -> None:
    kari = seated(room, "1")
    room.now = oslo("2026-12-03T12:00")
    kari.says("/status")
    assert "Your reflection" in kari.last.text
    kari.presses("absent:samling-2")
    kari.says("/status")
    assert "Your reflection" not in kari.last.text


def test_whether_one_comes_waits_until_it_is_answered_and_again_when_the_day_moves(
    room: Room,
) -> None:
    room.now = oslo("2027-01-20T12:00")
    kari = seated(room, "1")
    asked = (
        "Are you coming to the gathering “The mentor's part”? Please answer by Wednesday 24 March."
    )
    kari.says("/status")
    assert asked in kari.last.text
    kari.presses("signup:samling-3:u")
    kari.says("/status")
    assert asked in kari.last.text
    kari.presses("signup:samling-3:n")
    kari.says("/status")
    assert asked not in kari.last.text
    room.now = oslo("2027-03-25T12:00")
    lars = seated(room, "3", role="facilitator", team=None)
    lars.says("/status")
    assert "Are you coming" not in lars.last.text


def test_nobody_reflects_on_what_was_over_before_they_joined(room: Room) -> None:
    room.now = oslo("2026-12-02T13:00")
    kari = seated(room, "1")
    room.now = oslo("2026-12-03T12:00")
    lars = seated(room, "2")
    for one in (kari, lars):
        one.says("/status")
    assert ["Your reflection" in one.last.text for one in (kari, lars)] == [True, False]


def test_nobody_reflects_on_what_concerns_another_team(tmp_path: Path) -> None:
    room = Comers(tmp_path, START)
    room.changes({'mode = "physical"': 'mode = "physical"\nconcerns = { teams = ["bergen"] }'})
    kari, lars = room.comes("1"), room.comes("2", team="bergen")
    room.now = oslo("2026-09-12T12:00")
    for one in (kari, lars):
        one.says("/status")
    assert ["Your reflection" in one.last.text for one in (kari, lars)] == [False, True]
    room.close()


def test_every_sign_up_that_is_asked_for_is_there_each_with_its_button(tmp_path: Path) -> None:
    room = Comers(tmp_path, START)
    room.changes({'"2026-12-02T09:00/2026-12-02T14:30"': '"2026-09-24T09:00/2026-09-24T14:30"'})
    kari = room.comes("1")
    kari.says("/status")
    assert [(b.text, b.data) for b in kari.last.buttons] == [
        ("Say whether you come", "signup:samling-1")
    ]
    room.now = oslo("2026-08-27T00:00")
    kari.says("/status")
    assert [(b.text, b.data) for b in kari.last.buttons] == [
        ("Say whether you come: Getting started", "signup:samling-1"),
        ("Say whether you come: Halfway", "signup:samling-2"),
    ]
    assert kari.last.text.count("Are you coming to the gathering") == 2
    room.changes(
        {
            '"2026-12-02T09:00/2026-12-02T14:30"': '"2026-09-24T09:00/2026-09-24T14:30"',
            'mode = "digital"': 'mode = "digital"\nconcerns = { teams = ["bergen"] }',
        }
    )
    kari.says("/status")
    assert [b.text for b in kari.last.buttons] == ["Say whether you come"]
    room.close()


def test_a_programme_that_asks_earlier_lists_its_sign_ups_earlier(tmp_path: Path) -> None:
    room = Comers(tmp_path, START)
    room.changes({"days_before = 14": "days_before = 14\nask_days_before = [90, 7]"})
    kari = room.comes("1")
    asked = []
    for day in ("2026-11-16T23:59", "2026-11-17T00:00"):
        room.now = oslo(day)
        kari.says("/status")
        asked.append([b.data for b in kari.last.buttons if b.data and b.data.startswith("signup")])
    assert asked == [["signup:samling-2"], ["signup:samling-2", "signup:samling-3"]]
    room.close()
