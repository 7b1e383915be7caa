"""How times in a programme file are read and written."""
# ruff: noqa: DTZ001 (wall-clock times are naive)

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.programme_file import Refused, read_when, texts, write_when
from handlers.programme_file.phrases import phrase
from handlers.when import At, Days, InSeason, Month, Season, Unset, When, Yearly

OSLO = ZoneInfo("Europe/Oslo")
DAY = date(2022, 9, 1)

READ: list[tuple[str, When]] = [
    ("2022-09-01T12:00/2022-09-02T13:00", At(datetime(2022, 9, 1, 12), datetime(2022, 9, 2, 13))),
    ("2022-09-01T12:00", At(datetime(2022, 9, 1, 12))),
    ("2022-09-01 12:00:00", At(datetime(2022, 9, 1, 12))),
    ("2022-09-01", Days(DAY, DAY)),
    ("2022-09-01/2022-09-02", Days(DAY, date(2022, 9, 2))),
    (" 2022-09-01 / 2022-09-01 ", Days(DAY, DAY)),
    ("2022-12", Month(2022, 12)),
    ("2022 vår", InSeason("spring", 2022)),
    ("Vår 2022", InSeason("spring", 2022)),
    ("vår", InSeason("spring")),
    ("sommer", InSeason("summer")),
    ("2022 høst", InSeason("autumn", 2022)),
    ("2022 haust", InSeason("autumn", 2022)),
    ("2022 autumn", InSeason("autumn", 2022)),
    ("sommar", InSeason("summer")),
    ("vinter", InSeason("winter")),
    ("spring", InSeason("spring")),
    ("--04-01", Yearly(4, 1)),
    ("--02-29", Yearly(2, 29)),
    ("", Unset()),
    ("  ", Unset()),
]
REFUSED = [
    ("2023-13", phrase(texts.no_such_month, "2023-13")),
    ("2023-13-01", phrase(texts.no_such_month, "2023-13-01")),
    ("2023-02-29", phrase(texts.no_such_day, "2023-02-29")),
    ("0222-12", phrase(texts.no_such_year, "0222-12")),
    ("0222 vår", phrase(texts.no_such_year, "0222 vår")),
    ("--02-30", phrase(texts.no_such_day, "--02-30")),
    ("2022-09-01T25:00", phrase(texts.no_such_clock, "25:00")),
    ("1.9.2022", phrase(texts.year_first, "1.9.2022", "2022-09-01")),
    ("2022-09-02/2022-09-01", phrase(texts.ends_before, "2022-09-01", "2022-09-02")),
    (
        "2022-09-01T12:00/2022-09-01T12:00",
        phrase(texts.ends_before, "2022-09-01T12:00", "2022-09-01T12:00"),
    ),
    ("2022-09-01/2022-09-02T12:00", phrase(texts.unlike_ends, "2022-09-01/2022-09-02T12:00")),
    ("snart", phrase(texts.not_a_when, "snart")),
    ("2022 vår høst", phrase(texts.not_a_when, "2022 vår høst")),
    ("2022-09-01/", phrase(texts.not_a_when, "")),
    ("２０２２-09", phrase(texts.not_a_when, "２０２２-09")),
]


@pytest.mark.parametrize(("text", "when"), READ)
def test_every_form_is_read(text: str, when: When) -> None:
    assert read_when(text, OSLO) == when


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_no_time_is_refused_with_its_sentence(text: str, why: object) -> None:
    with pytest.raises(Refused) as refused:
        read_when(text, OSLO)
    assert refused.value.phrase == why


def test_an_hour_that_the_clock_jumps_over_is_refused_only_where_it_is_jumped_over() -> None:
    lost = "2022-03-27T02:30"
    with pytest.raises(Refused) as refused:
        read_when(f"2022-03-26T12:00/{lost}", OSLO)
    assert refused.value.phrase == phrase(texts.in_the_gap, lost)
    assert read_when(lost, ZoneInfo("Africa/Abidjan")) == At(datetime(2022, 3, 27, 2, 30))
    assert read_when(lost) == At(datetime(2022, 3, 27, 2, 30))


def test_an_hour_that_comes_twice_is_taken() -> None:
    assert read_when("2022-10-30T02:30", OSLO) == At(datetime(2022, 10, 30, 2, 30))


_DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))
_MINUTES = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0, fold=0),
)
_SEASONS: list[Season] = ["spring", "summer", "autumn", "winter"]
WHENS = st.one_of(
    st.builds(At, _MINUTES),
    st.tuples(_MINUTES, _MINUTES).filter(lambda p: p[0] != p[1]).map(lambda p: At(min(p), max(p))),
    st.tuples(_DATES, _DATES).map(lambda pair: Days(min(pair), max(pair))),
    st.builds(Month, st.integers(1900, 2199), st.integers(1, 12)),
    st.builds(InSeason, st.sampled_from(_SEASONS), st.none() | st.integers(1900, 2199)),
    st.builds(Yearly, st.integers(1, 12), st.integers(1, 28)),
    st.just(Unset()),
)


@given(WHENS)
def test_what_is_written_is_read_again(when: When) -> None:
    assert read_when(write_when(when)) == when


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = read_when(text)
    except Refused:
        return
    assert read_when(write_when(when)) == when
