"""Which milestone comes next, with the dates as they are known and none made up."""

from datetime import datetime

import pytest

from handlers.programme_file import milestone
from handlers.timeline import begins_at, coming, in_time, over_at
from tests.test_waiting import cancelled, example, oslo, programme_of


@pytest.mark.parametrize(
    ("when", "begins", "over"),
    [
        ("2026-12-02T09:00/2026-12-02T14:30", "2026-12-02T09:00", "2026-12-02T14:30"),
        ("2026-12-02T09:00", "2026-12-02T09:00", "2026-12-03T00:00"),
        ("2026-12-02/2026-12-03", "2026-12-02T00:00", "2026-12-04T00:00"),
        ("2026-12", "2026-12-01T00:00", "2027-01-01T00:00"),
        ("2026 vår", "2026-01-01T00:00", "2026-07-01T00:00"),
        ("2026 høst", "2026-08-01T00:00", "2027-01-01T00:00"),
        ("2026 vinter", "2026-01-01T00:00", "2027-04-01T00:00"),
    ],
)
def test_a_time_has_outermost_instants(when: str, begins: str, over: str) -> None:
    programme = programme_of("2020-01-01", when)
    second = programme.milestone[1]
    assert (begins_at(programme, second), over_at(programme, second)) == (oslo(begins), oslo(over))


@pytest.mark.parametrize("when", ["vår", "--04-01", ""])
def test_what_is_not_known_has_no_instant(when: str) -> None:
    programme = programme_of("2020-01-01", when)
    second = programme.milestone[1]
    assert (begins_at(programme, second), over_at(programme, second)) == (None, None)


def test_what_has_no_time_stays_behind_the_one_before_it_in_the_file() -> None:
    programme = programme_of("2027-04-14", "", "2026-09-10", "--04-01")
    assert [one.id for one in in_time(programme)] == ["s3", "s4", "s1", "s2"]


def name_of(programme: str, at: str, *kinds: str) -> str | None:
    found = coming(example(programme), oslo(at), *kinds)
    return found.id if found else None


@pytest.mark.parametrize(
    ("programme", "at", "kinds", "comes"),
    [
        ("eksempel", "2026-09-11T12:59", (), "samling-1"),
        ("eksempel", "2026-09-11T13:00", (), "prosjektplan"),
        ("eksempel", "2026-09-11T13:00", ("samling",), "samling-2"),
        ("eksempel", "2027-02-28T23:59", (), "nettmote-mentorer"),
        ("eksempel", "2029-01-01T12:00", (), None),
        ("mentor-troms-finnmark", "2022-06-01T12:00", (), "samling-1"),
        ("mentor-troms-finnmark", "2022-12-31T12:00", (), "samling-2"),
        ("orkdal", "2018-02-28T00:00", (), "samling-3"),
        ("nord-troms", "2017-02-01T00:00", (), "velferdsteknologi-slutt"),
        ("nord-troms", "2026-01-01T00:00", (), None),
        ("notteroy", "2026-01-01T00:00", (), None),
        ("gjovik", "2026-01-01T00:00", (), None),
    ],
)
def test_the_next_one_is_told_where_it_is_known(
    programme: str, at: str, kinds: tuple[str, ...], comes: str | None
) -> None:
    assert name_of(programme, at, *kinds) == comes


def test_after_what_is_over_comes_what_has_no_time_yet() -> None:
    programme = programme_of("2026-09-10", "", "2027-04-14", "")
    found = [coming(programme, oslo(at)) for at in ("2026-10-01T12:00", "2027-05-01T12:00")]
    assert found == [milestone(programme, "s3"), milestone(programme, "s4")]


def test_a_deadline_of_every_year_is_not_what_comes_next() -> None:
    programme = programme_of("2026-09-10", "--04-01")
    assert coming(programme, datetime.fromisoformat("2026-10-01T12:00+02:00")) is None


@pytest.mark.parametrize(
    ("at", "kinds", "comes"),
    [
        ("2026-11-20T12:00", ("samling",), "samling-3"),
        ("2026-12-02T10:00", ("samling",), "samling-3"),
        ("2026-11-20T12:00", (), "nettmote-mentorer"),
    ],
)
def test_what_is_cancelled_is_never_next(at: str, kinds: tuple[str, ...], comes: str) -> None:
    programme = cancelled(example(), "samling-2")
    assert coming(programme, oslo(at), *kinds) == milestone(programme, comes)


def test_what_is_cancelled_keeps_its_place_in_time() -> None:
    every = [one.id for one in in_time(example())]
    assert [one.id for one in in_time(cancelled(example(), "samling-2"))] == every


def test_without_times_the_next_is_the_first_that_is_not_cancelled() -> None:
    programme = cancelled(programme_of("2026-09-10", "", ""), "s2")
    assert coming(programme, oslo("2026-10-01T12:00")) == milestone(programme, "s3")
    after = cancelled(programme_of("2026-09-10", "2026-12-02", ""), "s2")
    assert coming(after, oslo("2027-01-01T12:00")) == milestone(after, "s3")
