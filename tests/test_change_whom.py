"""Whom a change is told to, and when."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.changing import LATER, PLACE, PROGRAMME, SECOND, Town, wall


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    yield town
    town.close()


# Whom


def test_everybody_hears_but_whom_no_door_reaches(town: Town) -> None:
    for role in ("participant", "facilitator", "organiser", "observer"):
        town.member(role, role)
    town.member("away")
    town.blocks("away")
    town.changes(SECOND, LATER)
    town.passes_by()
    heard = {key: len(town.heard(key)) for key in town.sitters}
    assert heard == {"participant": 1, "facilitator": 1, "organiser": 1, "observer": 1, "away": 0}
    labels = {key: town.told(key)[-1].labels for key in ("facilitator", "organiser")}
    assert labels == {"facilitator": ["Do you come on the new date?"], "organiser": []}
    assert "whether you come" not in town.heard("organiser")[0]


def test_a_change_reaches_the_teams_that_it_concerns(town: Town) -> None:
    town.member("anna", team="a")
    town.member("bo", team="b")
    town.changes(SECOND, SECOND + "\nconcerns = { teams = ['b'] }")
    town.passes_by()
    town.changes(SECOND, LATER)
    town.passes_by()
    assert [len(town.heard(key)) for key in ("anna", "bo")] == [0, 1]


def test_a_change_reaches_the_functions_that_it_concerns_and_who_never_said(town: Town) -> None:
    town.member("mentor", job="mentor")
    town.member("leader", job="leader")
    town.member("nobody")
    town.changes(SECOND, LATER + "\nconcerns = { functions = ['mentor'] }")
    town.passes_by()
    assert [len(town.heard(key)) for key in ("mentor", "leader", "nobody")] == [1, 0, 1]


def test_a_withdrawn_team_hears_nothing(town: Town) -> None:
    town.member("anna", team="a")
    town.member("bo", team="b")
    town.changes('name = "B"', 'name = "B"\nwithdrawn = true')
    town.changes(SECOND, LATER)
    town.passes_by()
    assert [len(town.heard(key)) for key in ("anna", "bo")] == [1, 0]


def test_each_reads_it_in_their_own_language_and_programme(town: Town) -> None:
    town.reads(
        'schema = 1\nid = "annet"\nname = "Other"\n'
        '[[milestone]]\nid = "x"\nkind = "modul"\ntitle = "X"\nwhen = "2026-12-01"\n'
    )
    town.member("kari")
    town.member("kari", programme="annet", team=None)
    town.member("per", programme="annet", team=None)
    town.changes(SECOND, LATER)
    town.passes_by()
    assert [len(town.heard(key)) for key in ("kari", "per")] == [1, 0]
    assert [b.data for b in town.told("kari")[0].buttons] == ["signup:s2:@nett"]


def test_who_has_signed_up_for_the_new_day_already_is_not_asked(town: Town) -> None:
    kari = town.member("kari")
    kari.presses("signup:s2:n")
    town.passes(days=1)
    town.changes(SECOND, LATER)
    town.passes_by()
    town.changes(LATER, SECOND)
    town.passes_by()
    assert [shown.labels for shown in town.told("kari")] == [["Do you come on the new date?"], []]


# When


def test_a_change_at_night_waits_until_people_may_be_disturbed(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-08-07T22:00")  # a Friday
    town.changes(SECOND, LATER)
    for moment in ("2026-08-07T22:01", "2026-08-08T12:00", "2026-08-10T08:59"):
        town.at(moment)
    assert town.heard("kari") == []
    town.at("2026-08-10T09:00")
    assert len(town.heard("kari")) == 1


@pytest.mark.parametrize(
    ("at", "new"),
    [
        ("2026-09-09T22:00", "2026-09-24T12:00/2026-09-25T13:00"),
        ("2026-08-19T22:00", "2026-08-21T12:00/2026-08-21T13:00"),
    ],
)
def test_what_was_or_is_to_begin_within_48_hours_is_told_at_any_hour(
    town: Town, at: str, new: str
) -> None:
    town.member("kari")
    town.now = wall(at)
    agenda = '[[milestone.agenda]]\nat = "2026-09-10T12:00"\nwhat = "Lunch"\n'
    town.changes(agenda, "")
    town.changes("2026-09-10T12:00/2026-09-11T13:00", new)
    town.passes_by()
    assert len(town.heard("kari")) == 1


def test_what_begins_before_people_may_be_disturbed_again_is_told_at_once(tmp_path: Path) -> None:
    easter = PROGRAMME.replace("2026-12-02T09:00/2026-12-02T14:30", "2027-03-30T08:00")
    town = Town(tmp_path, easter, "2027-03-19T16:00")  # before Palm Sunday; quiet from 15:00
    town.member("kari")
    town.changes('link = "https://meet.example"', 'link = "https://other.example"')
    town.passes_by()
    assert len(town.heard("kari")) == 1
    town.close()


def test_a_change_that_becomes_urgent_takes_the_waiting_one_along(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-09-08T22:00")
    town.changes(SECOND, LATER)
    town.now = wall("2026-09-08T23:00")
    tomorrow = 'when = "2026-09-10T09:00"'
    town.changes(LATER, tomorrow)
    town.passes_by()
    town.at("2026-09-09T09:30")
    [text] = town.heard("kari")
    assert text.splitlines()[1] == "Before: Wednesday 2 December 2026, 09:00–14:30"


def test_an_urgent_message_takes_along_whatever_else_waits(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-09-09T22:00")
    town.changes(SECOND, LATER)
    town.changes(PLACE, 'place = "Bodø"')
    town.passes_by()
    town.at("2026-09-10T09:00")
    assert [text.splitlines()[0] for text in town.heard("kari")] == [
        "Something is changed about “Start”.",
        "“Findings” is moved.",
    ]


def test_a_calendar_entry_comes_also_where_it_only_came_along(town: Town) -> None:
    town.member("kari")
    town.changes('when = "2027-02"', 'when = "2027-03"')
    town.beats()
    town.changes(SECOND, LATER)
    town.passes_by()
    told = {shown.text.splitlines()[0]: shown.file is not None for shown in town.told("kari")}
    assert told == {"“Mentors” is moved.": False, "“Findings” is moved.": True}


def test_who_comes_back_hears_of_what_they_missed_with_the_next_change(town: Town) -> None:
    town.member("kari")
    town.blocks("kari")
    town.changes(SECOND, LATER)
    town.passes_by()
    town.member("kari")
    town.passes(days=1)
    town.changes(PLACE, 'place = "Bodø"')
    town.passes_by()
    heads = [text.splitlines()[0] for text in town.heard("kari")]
    assert heads == ["Something is changed about “Start”.", "“Findings” is moved."]


def test_what_was_urgent_stays_so_when_it_is_changed_again(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-09-09T22:00")
    first = "2026-09-10T12:00/2026-09-11T13:00"
    town.changes('[[milestone.agenda]]\nat = "2026-09-10T12:00"\nwhat = "Lunch"\n', "")
    town.changes(first, "2026-09-24T12:00/2026-09-25T13:00")
    town.changes("2026-09-24T12:00/2026-09-25T13:00", "2026-10-01T12:00/2026-10-02T13:00")
    town.passes_by()
    assert [text.splitlines()[0] for text in town.heard("kari")] == ["“Start” is moved."]


def test_what_waited_until_it_was_over_is_not_told(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-09-09T12:00")
    town.changes(PLACE, 'place = "Bodø"')
    town.at("2026-09-12T12:00")
    assert town.heard("kari") == []


# Deadlines that were left behind


def test_a_date_moved_earlier_asks_every_organiser_for_the_deadlines_it_left_behind(
    town: Town,
) -> None:
    town.member("kari")
    organisers = [town.member(key, "organiser") for key in ("ingrid", "jonas")]
    town.now = wall("2026-11-09T10:00")
    town.changes(SECOND, 'when = "2026-11-13T09:00/2026-11-13T14:30"')
    town.passes_by()
    asked = [
        [shown.text for shown in one.screen if "has passed" in shown.text] for one in organisers
    ]
    assert (
        asked[0]
        == asked[1]
        == [
            (
                "“Findings” was moved, and the deadline of the report before it has passed. "
                "When should the teams deliver it?"
            ),
            (
                "“Findings” was moved, and the deadline for signing up has passed. "
                "Until when can people sign up?"
            ),
        ]
    )
    assert "has passed" not in town.sitters["kari"].text
    data = [b.data for shown in organisers[0].screen for b in shown.buttons if b.data]
    assert [one for one in data if one.startswith("change:")] == [
        "change:report:s2",
        "change:signup:s2",
    ]


def test_a_deadline_that_had_passed_before_is_not_asked_about(town: Town) -> None:
    ingrid = town.member("ingrid", "organiser")
    town.now = wall("2026-11-27T10:00")
    town.changes(SECOND, 'when = "2026-12-01T09:00/2026-12-01T14:30"')
    town.passes_by()
    assert "has passed" not in ingrid.text


def test_the_first_import_tells_nobody_anything(tmp_path: Path) -> None:
    town = Town(tmp_path, at="2026-11-27T10:00")
    assert town.notices() == []
    town.close()
