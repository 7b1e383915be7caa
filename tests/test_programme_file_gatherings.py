"""What a programme file says around its gatherings: steps, offsets, whom it concerns."""

import json
import tomllib

import pytest

from handlers.programme_file import Offset, dump, json_schema, load, read_programme
from handlers.programme_file.read import read_tables
from tests.programme_file_faults import SAMLING, TOP
from tests.test_programme_file_read import told


def test_a_step_is_taken_with_true_and_left_out_with_false() -> None:
    steps = "[samling]\nhold_date = true\npractical = true\npresence = true\nthanks = {}\n"
    short = read_programme(TOP + steps.replace("practical", "practicalities") + "sign_up = false")
    long = "[samling.hold_date]\n[samling.practicalities]\n[samling.presence]\n[samling.thanks]"
    assert short == read_programme(TOP + long)
    assert short.samling is not None
    assert short.samling.sign_up is None
    assert load(dump(short)) == short


def test_days_are_counted_off_as_days_or_as_working_days() -> None:
    text = '[reminders]\nreport_days_before = [7, "1 working day", "12 working days"]'
    assert read_programme(TOP + text).reminders.report_days_before == (
        Offset(7), Offset(1, working=True), Offset(12, working=True),
    )  # fmt: skip


@pytest.mark.parametrize(
    "said", ["2 working days", "2 working day", "2 virkedager", "2 virkedagar", "2 arbeidsdager"]
)
def test_working_days_may_be_written_in_norwegian(said: str) -> None:
    programme = read_programme(f'{TOP}[reminders]\nreport_days_after = ["{said}"]')
    assert programme.reminders.report_days_after == (Offset(2, working=True),)
    assert '"report_days_after":["2 working days"]' in dump(programme)


def test_what_is_left_out_of_the_reminders_has_the_published_defaults() -> None:
    left_out = read_programme(TOP).reminders
    said = json.loads(json_schema())["$defs"]["Reminders"]["properties"]
    said["off"]["default"] = json.loads(left_out.off.model_dump_json())
    defaults = {key: value["default"] for key, value in said.items()}
    assert left_out.model_dump(mode="json", by_alias=True) == defaults
    assert read_tables({**tomllib.loads(TOP), "reminders": defaults}).reminders == left_out


@pytest.mark.parametrize("kind", ["samling", "modul", "fase", "frist"])
def test_anything_may_be_binding_and_anything_may_be_cancelled(kind: str) -> None:
    text = TOP + SAMLING.replace("samling", kind) + "binding = true\ncancelled = true"
    assert told(text) == []


def test_a_deadline_of_its_own_stands_also_when_the_samling_is_cancelled() -> None:
    day = 'when = "2022-09-01"\ncancelled = true\nsign_up_by = "2022-08-12"\n'
    assert told(f"{TOP}{SAMLING}{day}[samling.sign_up]\ndays_before = 21\n") == []


def test_whom_it_concerns_may_be_a_function_that_one_team_has_for_itself() -> None:
    team = '[[team]]\nid = "a"\nname = "A"\nfunctions = [{ nb = "mentor", en = "guide" }]\n'
    assert told(TOP + SAMLING + 'concerns = { functions = ["guide"] }\n' + team) == []
