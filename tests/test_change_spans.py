"""Days and times as people write them, read for a programme."""

import contextlib
import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.change import form_texts as texts
from handlers.change.spans import examples, read_span, with_times
from handlers.flow.form import Refusal
from handlers.programme_file import first_day, read_when, write_when
from handlers.tongue import tongue
from handlers.when import At, Days, Month

OSLO = ZoneInfo("Europe/Oslo")
TODAY = dt.date(2026, 11, 22)
NB = tongue("nb")
MOMENT = dt.datetime.fromisoformat


def read(said: str) -> str:
    return write_when(read_span(said, NB, TODAY, OSLO))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("14. april 2027", "2027-04-14"),
        ("14.april", "2027-04-14"),
        ("onsdag 14. april 2027.", "2027-04-14"),
        ("den 14.4.2027", "2027-04-14"),
        ("14/4-27", "2027-04-14"),
        ("1. november", "2027-11-01"),
        ("2027-04-14", "2027-04-14"),
        ("14 April 2027 at 12–15", "2027-04-14T12:00/2027-04-14T15:00"),
        ("14. april 2027 kl. 12", "2027-04-14T12:00"),
        ("14. april 2027, kl 12.30-15", "2027-04-14T12:30/2027-04-14T15:00"),
        ("14. april 09:00 – 14:30", "2027-04-14T09:00/2027-04-14T14:30"),
        ("14.4.2027 kl. 9 til 14", "2027-04-14T09:00/2027-04-14T14:00"),
        ("14.–15. april 2027", "2027-04-14/2027-04-15"),
        ("14.-15. april kl. 12–13", "2027-04-14T12:00/2027-04-15T13:00"),
        ("14.–15.4.2027", "2027-04-14/2027-04-15"),
        ("30. april – 2. mai 2027", "2027-04-30/2027-05-02"),
        ("30. desember–2. januar 2028", "2027-12-30/2028-01-02"),
        (
            "onsdag 14. april kl. 12 – torsdag 15. april kl. 13",
            "2027-04-14T12:00/2027-04-15T13:00",
        ),
        ("14. til og med 15. april 2027", "2027-04-14/2027-04-15"),
        ("2027-04-14T12:00/2027-04-15T13:00", "2027-04-14T12:00/2027-04-15T13:00"),
        ("april 2027", "2027-04"),
        ("Mai 2027", "2027-05"),
        ("Høst 2027", "2027 høst"),
        ("29. februar 2028", "2028-02-29"),
    ],
)
def test_a_time_is_read_as_it_is_written(said: str, wanted: str) -> None:
    assert read(said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "",
        "snart",
        "31. april 2027",
        "29. februar 2027",
        "tirsdag 14. april 2027",  # it is a Wednesday
        "15.–14. april 2027",
        "14. april kl. 15–12",
        "14. april kl. 25",
        "14.–15. april kl. 12",  # until when on the last day?
        "28. mars 2027 kl. 02.30",  # the clock jumps over it
        "14",
        "kl. 12",
        "13. måned 2027",
    ],
)
def test_what_is_no_time_is_refused_with_how_to_write_it(said: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(said)
    assert refused.value.sentence == texts.no_span(NB, *examples(NB, TODAY))


@given(st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)), st.sampled_from(["nb", "nn", "en"]))
def test_every_example_lies_ahead_in_midweek_and_can_be_read(today: dt.date, language: str) -> None:
    t = tongue(language)
    moment, days, month = examples(t, today)
    at, held, later = (read_span(said, t, today, OSLO) for said in (moment, days, month))
    day = first_day(at)
    assert day is not None
    assert dt.timedelta(days=60) < day - today < dt.timedelta(days=120)
    assert (held, later) == (Days(day, day + dt.timedelta(days=1)), Month(day.year, day.month))
    assert (isinstance(at, At), day.isoweekday()) == (True, 3)


@given(
    st.datetimes(MOMENT("2026-11-23"), MOMENT("2030-01-01")).map(
        lambda m: m.replace(second=0, microsecond=0)
    )
)
def test_what_was_read_reads_the_same_again(moment: dt.datetime) -> None:
    try:
        once = read(f"{moment.day}. {moment.month}. {moment.year} kl. {moment:%H.%M}")
    except Refusal:
        assert moment.month == 3  # the hour that is lost in spring
        return
    assert (once, read(once)) == (f"{moment:%Y-%m-%dT%H:%M}", once)


def test_days_keep_the_times_that_were_where_they_are_as_many() -> None:
    two = read_when("2026-09-10T12:00/2026-09-11T13:00")
    assert with_times(read_when("2026-09-17/2026-09-18"), two) == At(
        MOMENT("2026-09-17T12:00"), MOMENT("2026-09-18T13:00")
    )
    one = Days(dt.date(2026, 9, 17), dt.date(2026, 9, 17))
    assert [with_times(one, two), with_times(one, read_when("2026-10"))] == [one, one]


@given(st.text(max_size=40))
def test_nonsense_is_refused_and_never_breaks(said: str) -> None:
    with contextlib.suppress(Refusal):
        assert read(read(said)) == read(said)
