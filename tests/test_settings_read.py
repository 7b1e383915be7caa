"""Times of day, days of the week and numbers of weeks, as people write them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flow.form import Option, Refusal
from handlers.settings import texts
from handlers.settings.days import Weekdays
from handlers.settings.read import days_of, hour_of, weeks_of
from handlers.tongue import tongue

EN, NB = tongue("en"), tongue("nb")
OPTIONS = tuple(Option(str(day), str(texts.weekday(EN, day))) for day in range(1, 8))
READ = Weekdays(OPTIONS)


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("kl 20", time(20)),
        ("20.15", time(20, 15)),
        ("20:15", time(20, 15)),
        ("Kl. 07.05", time(7, 5)),
        ("klokka 9", time(9)),
        ("0930", time(9, 30)),
        ("rundt kl 12", time(12)),
        ("8 pm", time(20)),
        ("12 am", time(0)),
        ("12:30 p.m.", time(12, 30)),
        ("19h30", time(19, 30)),
        (" 6 ", time(6)),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(said: str, hour: time) -> None:
    assert hour_of(said) == hour


@pytest.mark.parametrize(
    "said",
    ["", "24", "25.00", "20.60", "20.5", "kveld", "20.15 eller 21", "13 pm", "0 am", "-3", "٢٠"],
)
def test_what_is_no_time_of_day_is_not_read_as_one(said: str) -> None:
    assert hour_of(said) is None


@given(st.times())
def test_every_minute_of_the_day_is_read_back(hour: time) -> None:
    assert hour_of(f"{hour:%H.%M}") == hour.replace(second=0, microsecond=0)


@given(st.text(max_size=40))
def test_nothing_that_is_written_breaks_a_reader(said: str) -> None:
    days = days_of(said)
    assert hour_of(said) is None or isinstance(hour_of(said), time)
    assert days is None or (set(days) <= set("1234567") and list(days) == sorted(set(days)))
    assert weeks_of(said) is None or isinstance(weeks_of(said), int)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("mandag", "1"),
        ("man, ons og fre", "135"),
        ("mandag–torsdag", "1234"),
        ("mandag til fredag", "12345"),
        ("mandag til og med onsdag", "123"),
        ("ti to", "24"),
        ("ons to fre", "345"),
        ("fredag til mandag", "1567"),
        ("Monday to Thursday", "1234"),
        ("tue & thu", "24"),
        ("tysdag, laurdag, sundag", "267"),
        ("måndag", "1"),
        ("mandager og lørdager", "16"),
        ("hverdager", "12345"),
        ("alle dager", "1234567"),
        ("hver dag", "1234567"),
        ("Every Monday", "1"),
        ("alle hverdager", "12345"),
        ("helg", "67"),
        ("weekdays and saturday", "123456"),
        ("mandag mandag", "1"),
    ],
)
def test_days_are_read_by_name_or_as_a_span(said: str, days: str | None) -> None:
    assert days_of(said) == days


@pytest.mark.parametrize(
    "said", ["", "ikke mandag", "alle unntatt søndag", "t", "s", "i morgen", "12345", "og"]
)
def test_a_word_that_is_no_day_makes_it_no_days(said: str) -> None:
    assert days_of(said) is None


def test_a_choice_of_days_reads_what_it_wrote_and_the_numbers_of_a_list() -> None:
    assert [READ(said, EN) for said in ("mon-wed", "1,2,3", "1, 2 og 7", "Sunday")] == [
        "1,2,3",
        "1,2,3",
        "1,2,7",
        "7",
    ]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("none", texts.one_at_least(EN)), ("-", texts.one_at_least(EN)), ("8", texts.no_days(EN))],
)
def test_no_day_at_all_is_refused_and_so_is_what_is_no_day(said: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        READ(said, EN)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("said", "weeks"),
    [("3", 3), ("3 uker", 3), ("1 veke", 1), ("for 2 weeks", 2), ("0", 0), ("99", 99)],
)
def test_weeks_are_read_with_or_without_the_word(said: str, weeks: int) -> None:
    assert weeks_of(said) == weeks


@pytest.mark.parametrize("said", ["", "to", "3 dager", "-1", "2,5", "1000"])
def test_what_is_no_number_of_weeks_is_not_read_as_one(said: str) -> None:
    assert weeks_of(said) is None
