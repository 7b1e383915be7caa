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
    sign_up_due,
    sign_up_is_binding,
    starts_at,
    steps,
    takes,
    yearly_next,
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
    assert [one.id for one in samlinger(whole)] == ["samling-1", "samling-2", "samling-3"]
    assert milestone(whole, "samling-9") is None
    assert not is_for_individuals(whole)
    assert help_keys(whole) == ("hjelp",)
    assert whole.report is not None
    assert steps(whole.report.question[3]) == (1, 2, 3, 4, 5)


def test_a_report_has_its_own_deadline_where_the_samling_says_so_and_none_when_cancelled() -> None:
    whole = read_programme(FULL.replace("cancelled = true", ""))
    samling = milestone(whole, "samling-3")
    assert samling is not None
    assert report_due(whole, samling) == datetime(2023, 4, 14, 21, 59, 59, tzinfo=UTC)
    cancelled = milestone(read_programme(FULL), "samling-3")
    assert cancelled is not None
    assert report_due(whole, cancelled) is None


def with_life(steps: str, *, when: str = "2022-11-03T09:00", own: str = "") -> ProgrammeFile:
    samling = f'[[milestone]]\nid = "s"\nkind = "samling"\ntitle = "S"\nwhen = "{when}"\n{own}\n'
    return read_programme(f'schema = 1\nid = "p"\nname = "P"\n{samling}[samling]\n{steps}')


SIGN_UP = "sign_up = { days_before = 7, binding = true }"


@pytest.mark.parametrize(
    ("steps", "own", "due", "binds"),
    [
        (SIGN_UP, "", datetime(2022, 10, 27, 21, 59, 59, tzinfo=UTC), True),
        (SIGN_UP, "binding = false", datetime(2022, 10, 27, 21, 59, 59, tzinfo=UTC), False),
        ("sign_up = { days_before = 1 }", "", datetime(2022, 11, 2, 22, 59, 59, tzinfo=UTC), False),
        (
            "sign_up = { days_before = 1 }",
            "binding = true",
            datetime(2022, 11, 2, 22, 59, 59, tzinfo=UTC),
            True,
        ),
        (
            SIGN_UP,
            'sign_up_by = "2022-10-30"',
            datetime(2022, 10, 30, 22, 59, 59, tzinfo=UTC),
            True,
        ),
        (SIGN_UP, 'without = ["sign_up"]\nbinding = true', None, False),
        (SIGN_UP, "cancelled = true\nbinding = true", None, False),
        ("thanks = true", "binding = true", None, False),
    ],
)
def test_people_sign_up_until_the_last_second_of_a_day_there(
    steps: str, own: str, due: datetime | None, *, binds: bool
) -> None:
    whole = with_life(steps, own=own)
    samling = whole.milestone[0]
    assert (sign_up_due(whole, samling), sign_up_is_binding(whole, samling)) == (due, binds)


def test_nobody_signs_up_for_what_has_no_day() -> None:
    whole = with_life(SIGN_UP, when="2022-11")
    assert sign_up_due(whole, whole.milestone[0]) is None


def test_a_samling_takes_the_steps_of_the_programme_but_those_that_it_leaves_out() -> None:
    whole = with_life("thanks = true\npresence = true", own='without = ["presence"]')
    taken = [takes(whole, whole.milestone[0], step) for step in ("thanks", "presence", "sign_up")]
    assert taken == [True, False, False]
    deadline = whole.milestone[0].model_copy(update={"kind": "frist"})
    assert not takes(whole, deadline, "thanks")


def yearly(when: str, *others: str, more: str = "") -> ProgrammeFile:
    heading = '[[milestone]]\nid = "{}"\nkind = "frist"\ntitle = "F"\nwhen = "{}"\n'
    text = heading.format("tilskudd", when) + more
    text += "".join(heading.format(f"f{n}", other) for n, other in enumerate(others))
    return read_programme(f'schema = 1\nid = "p"\nname = "P"\n{text}')


@pytest.mark.parametrize(
    ("when", "now", "following"),
    [
        ("--04-01", datetime(2026, 11, 20, 12, tzinfo=UTC), date(2027, 4, 1)),
        ("--04-01", datetime(2027, 4, 1, 21, 59, 59, tzinfo=UTC), date(2027, 4, 1)),
        ("--04-01", datetime(2027, 4, 1, 22, tzinfo=UTC), date(2028, 4, 1)),
        ("--01-01", datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2027, 1, 1)),
        ("--02-29", datetime(2027, 1, 1, 12, tzinfo=UTC), date(2027, 2, 28)),
        ("--02-29", datetime(2027, 3, 1, 12, tzinfo=UTC), date(2028, 2, 29)),
        ("--02-28", datetime(2028, 1, 1, 12, tzinfo=UTC), date(2028, 2, 28)),
        ("--04-01", datetime(2028, 5, 11, 11, tzinfo=UTC), date(2029, 4, 1)),
        ("--04-01", datetime(2028, 5, 12, 22, tzinfo=UTC), None),
        ("2027-04-01", datetime(2026, 11, 20, 12, tzinfo=UTC), None),
    ],
)
def test_what_comes_back_has_a_next_date_while_the_programme_lasts(
    when: str, now: datetime, following: date | None
) -> None:
    whole = yearly(when, "2027-01", "2028-05-12", "")
    assert yearly_next(whole, whole.milestone[0], now) == following


def test_a_cancelled_thing_neither_comes_back_nor_keeps_the_programme_going() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    cancelled = yearly("--04-01", "2028-05-12", more="cancelled = true\n")
    assert yearly_next(cancelled, cancelled.milestone[0], now) is None
    last = yearly("--04-01", "2026-01-01", "2028-05-12")
    *others, far = last.milestone
    ended = last.model_copy(
        update={"milestone": (*others, far.model_copy(update={"cancelled": True}))}
    )
    assert yearly_next(last, last.milestone[0], now) == date(2027, 4, 1)
    assert yearly_next(ended, ended.milestone[0], now) is None


def test_where_nothing_else_has_a_time_the_year_goes_round() -> None:
    whole = yearly("--04-01", "")
    assert yearly_next(whole, whole.milestone[0], datetime(2040, 4, 2, tzinfo=UTC)) == date(
        2041, 4, 1
    )
