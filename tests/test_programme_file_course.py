"""What follows from a programme file: days, instants and deadlines."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    ends_at,
    first_day,
    help_keys,
    is_for_individuals,
    last_day,
    milestone,
    read_programme,
    read_when,
    reflection_closes,
    reflection_opens,
    report_due,
    reports_due,
    samlinger,
    starts_at,
    steps,
    zone,
)
from tests.full_programme import FULL

OSLO = ZoneInfo("Europe/Oslo")


def programme(*whens: str, extra: str = "") -> ProgrammeFile:
    """A programme with a samling at each of the times, a report and a reflection."""
    samlinger = "".join(
        f'[[milestone]]\nid = "s{n}"\nkind = "samling"\ntitle = "S"\nwhen = "{when}"\n'
        for n, when in enumerate(whens, 1)
    )
    ask = 'key = "a"\nask = "?"\nkind = "text"\n'
    return read_programme(
        f'schema = 1\nid = "p"\nname = "P"\n{samlinger}'
        f"[report]\ndays_before = 7\n{extra}[[report.question]]\n{ask}"
        f"[reflection]\nopen_days = 7\n[[reflection.question]]\n{ask}",
    )


def only(when: str) -> tuple[ProgrammeFile, Milestone]:
    whole = programme(when)
    return whole, whole.milestone[0]


DAYS = [
    ("2022-09-01T12:00/2022-09-02T13:00", date(2022, 9, 1), date(2022, 9, 2)),
    ("2022-09-01T12:00", date(2022, 9, 1), date(2022, 9, 1)),
    ("2022-09-01/2022-09-03", date(2022, 9, 1), date(2022, 9, 3)),
    ("2022-09", None, None),
    ("2022 høst", None, None),
    ("høst", None, None),
    ("--09-01", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("when", "first", "last"), DAYS)
def test_only_a_stated_day_is_a_day(when: str, first: date | None, last: date | None) -> None:
    read = read_when(when)
    assert (first_day(read), last_day(read)) == (first, last)


def test_instants_follow_the_clock_of_summer_and_winter() -> None:
    spans = ["2022-03-26T12:00/2022-03-27T12:00", "2022-10-29T12:00/2022-10-30T12:00"]
    assert [(starts_at(one, OSLO), ends_at(one, OSLO)) for one in programme(*spans).milestone] == [
        (datetime(2022, 3, 26, 11, tzinfo=UTC), datetime(2022, 3, 27, 10, tzinfo=UTC)),
        (datetime(2022, 10, 29, 10, tzinfo=UTC), datetime(2022, 10, 30, 11, tzinfo=UTC)),
    ]


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    _, samling = only("2022-10-30T02:30")
    assert starts_at(samling, OSLO) == datetime(2022, 10, 30, 0, 30, tzinfo=UTC)


def test_a_day_has_no_instant_and_a_start_has_no_end() -> None:
    assert starts_at(only("2022-09-01")[1], OSLO) is None
    assert ends_at(only("2022-09-01")[1], OSLO) is None
    assert ends_at(only("2022-09-01T12:00")[1], OSLO) is None


DUE = [
    # Seven days before is on the other side of the change of clocks.
    ("2022-03-30", datetime(2022, 3, 23, 22, 59, 59, tzinfo=UTC)),
    ("2022-11-03T09:00", datetime(2022, 10, 27, 21, 59, 59, tzinfo=UTC)),
    ("2022-09-08/2022-09-09", datetime(2022, 9, 1, 21, 59, 59, tzinfo=UTC)),
    ("2022-12", None),
    ("vår", None),
    ("", None),
]


@pytest.mark.parametrize(("when", "due"), DUE)
def test_a_report_is_due_at_the_end_of_a_day_there(when: str, due: datetime | None) -> None:
    assert report_due(*only(when)) == due


def test_every_samling_but_the_first_has_a_report_before_it() -> None:
    whole = programme("2022-09-01", "2022-12", "2023-04-26")
    assert reports_due(whole) == [
        (whole.milestone[1], None),
        (whole.milestone[2], datetime(2023, 4, 19, 21, 59, 59, tzinfo=UTC)),
    ]


def test_the_samlinger_that_are_named_have_a_report_and_no_others() -> None:
    whole = programme("2022-09-01", "2022-12", "2023-04", extra='before = ["s3", "s1"]\n')
    assert [one.id for one, _ in reports_due(whole)] == ["s1", "s3"]
    assert reports_due(programme("2022-09-01", "2022-12", extra="before = []\n")) == []


def test_a_programme_without_reports_owes_none() -> None:
    whole = read_programme(FULL).model_copy(update={"report": None})
    assert reports_due(whole) == []
    assert report_due(whole, whole.milestone[0]) is None
    assert help_keys(whole) == ()


REFLECTION = [
    (
        "2022-09-01T12:00/2022-09-02T13:00",
        datetime(2022, 9, 2, 10, 30, tzinfo=UTC),
        datetime(2022, 9, 9, 21, 59, 59, tzinfo=UTC),
    ),
    (
        "2022-10-28/2022-10-29",
        datetime(2022, 10, 29, 11, 30, tzinfo=UTC),
        datetime(2022, 11, 5, 22, 59, 59, tzinfo=UTC),
    ),
    (
        "2022-09-01T18:00",
        datetime(2022, 9, 1, 16, tzinfo=UTC),
        datetime(2022, 9, 8, 21, 59, 59, tzinfo=UTC),
    ),
    ("2022-09", None, None),
]


@pytest.mark.parametrize(("when", "opens", "closes"), REFLECTION)
def test_a_reflection_is_open_from_the_room_and_for_days_after(
    when: str,
    opens: datetime | None,
    closes: datetime | None,
) -> None:
    assert (reflection_opens(*only(when)), reflection_closes(*only(when))) == (opens, closes)


def test_only_a_samling_has_a_reflection() -> None:
    whole = read_programme(FULL)
    deadline = milestone(whole, "pamelding")
    assert deadline is not None
    assert reflection_opens(whole, deadline) is None
    assert reflection_closes(whole, deadline) is None


def test_the_full_programme_in_short() -> None:
    whole = read_programme(FULL)
    assert zone(whole) == OSLO
    assert [one.id for one in samlinger(whole)] == ["samling-1", "samling-2"]
    assert milestone(whole, "samling-9") is None
    assert not is_for_individuals(whole)
    assert help_keys(whole) == ("hjelp",)
    assert whole.report is not None
    assert steps(whole.report.question[3]) == (1, 2, 3, 4, 5)
