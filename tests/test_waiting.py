"""Which reports and reflections are open, by the programme's own dates and zone."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.programme_file import ProgrammeFile, milestone, read_programme
from handlers.waiting import OpenReport, open_reflections, open_reports

PROGRAMMES = Path(__file__).parent.parent / "programmes"
OSLO = ZoneInfo("Europe/Oslo")


def example(name: str = "eksempel") -> ProgrammeFile:
    return read_programme((PROGRAMMES / f"{name}.toml").read_text(encoding="utf-8"))


def oslo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(UTC)


def names(programme: ProgrammeFile, at: str) -> list[str]:
    return [one.milestone.id for one in open_reports(programme, oslo(at))]


def programme_of(*times: str, more: str = "") -> ProgrammeFile:
    """Samlinger s1, s2, … at these times, with a report before every one but the first."""
    text = 'schema = 1\nid = "x"\nname = "X"\n[report]\ndays_before = 7\nmeasures = true\n' + more
    for number, when in enumerate(times, 1):
        text += f'[[milestone]]\nid = "s{number}"\nkind = "samling"\ntitle = "S"\n'
        text += f'when = "{when}"\n' if when else ""
    return read_programme(text)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-09-01T12:00", []),
        ("2026-09-11T12:59:59", []),
        ("2026-09-11T13:00", ["samling-2"]),
        ("2026-12-02T14:29:59", ["samling-2"]),
        ("2026-12-02T14:30", ["samling-3"]),
        ("2027-02-15T12:00", ["samling-3"]),
        ("2027-04-15T13:00", ["samling-4"]),
        ("2030-01-01T12:00", ["samling-6"]),
    ],
)
def test_a_report_is_open_until_the_next_one_opens(at: str, is_open: list[str]) -> None:
    assert names(example(), at) == is_open


def test_a_report_is_overdue_from_the_second_after_its_deadline() -> None:
    programme = example()
    samling = milestone(programme, "samling-2")
    assert samling is not None
    due = oslo("2026-11-25T23:59:59")
    assert open_reports(programme, due) == [OpenReport(samling, due, overdue=False)]
    late = oslo("2026-11-26T00:00")
    assert open_reports(programme, late) == [OpenReport(samling, due, overdue=True)]


def test_the_first_report_with_nothing_before_it_is_open_from_the_start() -> None:
    programme = programme_of("2026-09-10", "2026-12-02", more='before = ["s1", "s2"]\n')
    assert names(programme, "2020-01-01T12:00") == ["s1"]
    assert names(programme, "2026-09-10T23:59:59") == ["s1"]
    assert names(programme, "2026-09-11T00:00") == ["s2"]


def test_a_month_without_a_day_is_over_when_it_has_passed() -> None:
    programme = programme_of("2026-09-10", "2026-12", "2027-04")
    samling = milestone(programme, "s2")
    assert samling is not None
    assert open_reports(programme, oslo("2026-12-31T23:59")) == [
        OpenReport(samling, None, overdue=False)
    ]
    assert names(programme, "2027-01-01T00:00") == ["s3"]


def test_reports_without_days_are_open_together_and_never_overdue() -> None:
    programme = example("gjovik")
    assert [
        (r.milestone.id, r.due, r.overdue) for r in open_reports(programme, oslo("2026-01-01"))
    ] == [
        ("modul-2", None, False),
        ("modul-3", None, False),
        ("modul-4", None, False),
    ]


def test_what_has_no_day_closes_nothing() -> None:
    programme = programme_of("2026-09-10", "", "2027-04-14")
    assert names(programme, "2026-09-10T12:00") == []
    assert names(programme, "2026-12-01T12:00") == ["s2", "s3"]


def test_the_dates_decide_where_the_file_has_another_order() -> None:
    programme = programme_of("2026-09-10", "2027-04-14", "2026-12-02")
    assert names(programme, "2026-10-01T12:00") == ["s3"]
    assert names(programme, "2026-12-03T00:00") == ["s2"]


def test_a_programme_without_reports_has_none_open() -> None:
    programme = read_programme('schema = 1\nid = "x"\nname = "X"\n')
    assert open_reports(programme, oslo("2026-01-01")) == []
    assert open_reflections(programme, oslo("2026-01-01")) == []


def cancelled(programme: ProgrammeFile, *ids: str) -> ProgrammeFile:
    """The same programme with these milestones cancelled."""
    line = [one.model_copy(update={"cancelled": one.id in ids}) for one in programme.milestone]
    return programme.model_copy(update={"milestone": tuple(line)})


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-09-11T12:59:59", []),
        ("2026-09-11T13:00", ["samling-3"]),
        ("2026-12-02T14:30", ["samling-3"]),
        ("2027-04-15T13:00", ["samling-4"]),
    ],
)
def test_the_report_after_a_cancelled_samling_opens_all_the_earlier(
    at: str, is_open: list[str]
) -> None:
    assert names(cancelled(example(), "samling-2"), at) == is_open


def test_when_the_last_samling_is_cancelled_the_report_before_it_is_the_last() -> None:
    assert names(cancelled(example(), "samling-6"), "2030-01-01T12:00") == ["samling-5"]


def test_nobody_reflects_on_a_cancelled_samling() -> None:
    programme = cancelled(example(), "samling-2")
    assert open_reflections(programme, oslo("2026-12-02T14:00")) == []


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-12-02T13:59:59", []),
        ("2026-12-02T14:00", ["samling-2"]),
        ("2026-12-09T23:59:59", ["samling-2"]),
        ("2026-12-10T00:00", []),
    ],
)
def test_a_reflection_is_open_from_the_room_until_its_last_day(at: str, is_open: list[str]) -> None:
    assert [one.id for one in open_reflections(example(), oslo(at))] == is_open
