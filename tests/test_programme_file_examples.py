"""The programme files that ship: they read, keep, and say what the real programmes say."""

import json
from pathlib import Path
from typing import get_args

import pytest

from handlers.programme_file import (
    ProgrammeFile,
    Step,
    dump,
    is_for_individuals,
    json_schema,
    load,
    read_programme,
    reports_due,
    samlinger,
    write_when,
)
from tests.full_programme import FULL

FOLDER = Path(__file__).parent.parent / "programmes"
FILES = sorted(path.stem for path in FOLDER.glob("*.toml"))
REAL = [name for name in FILES if name != "eksempel"]


def shipped(name: str) -> ProgrammeFile:
    return read_programme((FOLDER / f"{name}.toml").read_text("utf-8"))


def test_the_five_real_programmes_and_the_example_ship() -> None:
    assert FILES == [
        "eksempel", "gjovik", "mentor-troms-finnmark", "nord-troms", "notteroy", "orkdal",
    ]  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_each_is_read_and_kept_whole(name: str) -> None:
    programme = shipped(name)
    assert load(dump(programme)) == programme
    assert load(dump(programme)) is load(dump(programme))


def test_every_key_is_kept_whole() -> None:
    programme = read_programme(FULL)
    assert load(dump(programme)) == programme


def test_the_published_schema_is_up_to_date() -> None:
    """Write json_schema() to programmes/schema.json when this fails."""
    assert (FOLDER / "schema.json").read_text("utf-8") == json_schema()
    assert json.loads(json_schema())["required"] == ["schema", "id", "name"]


def test_no_date_is_made_up() -> None:
    assert {
        name: [write_when(one.when) for one in shipped(name).milestone] for name in REAL
    } == {
        "gjovik": ["", "", "", ""],
        "mentor-troms-finnmark": [
            "2022-05-01", "--04-01", "2022-09-01/2022-09-02", "2022-12", "2023-04", "2023-08",
            "2023-12", "2024-04", "2024-12",
        ],
        "nord-troms": ["", "", "", "2017-01", "2019 vår"],
        "notteroy": ["vår", "vår", "vår"],
        "orkdal": [
            "2017-11-10", "2018-02-27", "2018-06-14", "2018-11-14", "2019-02-27", "2019-06-12",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", REAL)
def test_what_no_real_programme_states_is_marked_as_our_choice(name: str) -> None:
    lines = (FOLDER / f"{name}.toml").read_text("utf-8").splitlines()
    chosen = [line for line in lines if line.startswith(("days_before", "open_days"))]
    assert chosen
    for line in chosen:
        assert "# our choice, not stated" in line


@pytest.mark.parametrize("name", REAL)
def test_no_real_programme_states_the_steps_around_its_gatherings(name: str) -> None:
    text = (FOLDER / f"{name}.toml").read_text("utf-8")
    steps = ("hold_date", "practicalities", "presence", "thanks", "[samling")
    chosen = [line for line in text.splitlines() if line.startswith(steps)]
    assert [line for line in chosen if "# our choice, not stated" not in line] == []
    assert bool(chosen) == bool(samlinger(shipped(name)))


def test_the_example_takes_every_step_and_says_something_in_each_that_needs_it() -> None:
    life = shipped("eksempel").samling
    assert life is not None
    assert [step for step in get_args(Step) if getattr(life, step) is None] == []
    assert life.sign_up is not None
    assert life.sign_up.text is not None
    assert life.sign_up.allergies == "https://skjema.havnes.example/allergier"
    assert life.practicalities is not None
    assert life.practicalities.text is not None


def test_the_reminders_of_the_example_are_the_defaults_but_for_the_pauses() -> None:
    said = shipped("eksempel").reminders
    assert said.pauses != ()
    assert said.model_copy(update={"pauses": ()}) == shipped("gjovik").reminders


def test_the_meeting_of_the_mentors_concerns_mentors_alone() -> None:
    narrow = [one for one in shipped("eksempel").milestone if one.concerns is not None]
    assert [one.id for one in narrow] == ["nettmote-mentorer"]
    assert narrow[0].concerns is not None
    assert narrow[0].concerns.functions == ("mentor",)


def test_the_mentor_network_reports_aims_and_measures_and_may_have_other_sizes() -> None:
    programme = shipped("mentor-troms-finnmark")
    assert programme.report is not None
    assert programme.report.measures
    assert programme.teams is not None
    assert programme.teams.size is not None
    size = programme.teams.size
    assert (size.min, size.max, size.rule) == (3, 7, "should")


def test_notteroy_reports_by_its_four_words() -> None:
    report = shipped("notteroy").report
    assert report is not None
    assert not report.measures
    assert [one.key for one in report.question] == ["behov", "nytteverdi", "padriver", "forankring"]


def test_the_subproject_in_nord_troms_has_seven_aims() -> None:
    programme = shipped("nord-troms")
    assert [len(team.aims) for team in programme.team] == [7]
    assert [one.id for one, _ in reports_due(programme)] == ["velferdsteknologi-slutt"]


def test_only_gjovik_has_no_teams() -> None:
    assert [name for name in FILES if is_for_individuals(shipped(name))] == ["gjovik"]


def test_the_example_is_complete() -> None:
    programme = shipped("eksempel")
    assert len(programme.team) == 12
    assert len({team.municipality for team in programme.team}) == 9
    assert [write_when(one.when) for one in samlinger(programme)] == [
        "2026-09-10T12:00/2026-09-11T13:00",
        "2026-12-02T09:00/2026-12-02T14:30",
        "2027-04-14T12:00/2027-04-15T13:00",
        "2027-09-15T12:00/2027-09-16T13:00",
        "2027-12-01T09:00/2027-12-01T14:30",
        "2028-05-10T12:00/2028-05-11T13:00",
    ]
    assert programme.privacy is not None
    assert programme.report is not None
    assert [one.kind for one in programme.report.question] == [
        "text", "scale", "choice", "several", "number", "date", "yesno",
    ]  # fmt: skip
    assert all(one.agenda for one in samlinger(programme)[:2])
