"""The figures of a rehearsal are counted from what was sent."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rehearsal.audit import audit
from bot.rehearsal.changing import date_for
from bot.rehearsal.figures import Figures, Most, figures
from bot.rehearsal.picture import Spread, spreads
from bot.rehearsal.values import Player, Rehearsal
from bot.rehearsal.words import in_words
from handlers.programme_file import milestone, read_programme
from tests.rehearsals import STATES, at, by_hand, push

AUGUST, SEPTEMBER, OCTOBER = (date(2026, month, 1) for month in (8, 9, 10))
PUSHES = [
    push(at(day), text=day)
    for day in ("2026-08-10", "2026-09-01", "2026-09-02", "2026-09-15", "2026-10-01")
]
# Ola joins in September, and gets one; Per never came in.
OLA = Player(1, "Ola", "participant", "a", at("2026-09-07"))
PER = Player(2, "Per", "participant", "b", None)
HIS = replace(PUSHES[3], player=1)
ANSWERS = [replace(PUSHES[0], cause="answer") for _ in range(5)]


def counted() -> tuple[Rehearsal, Figures]:
    played = by_hand(*PUSHES, HIS, *ANSWERS)
    played = replace(played, players=(*played.players, OLA, PER))
    return played, figures(played, audit(played))


def test_everything_is_counted_once() -> None:
    _, found = counted()
    assert found == Figures(
        people=2,
        causes={"push": 6, "answer": 5},
        months=(AUGUST, SEPTEMBER, OCTOBER),
        table={0: {AUGUST: 1, SEPTEMBER: 3, OCTOBER: 1}, 1: {SEPTEMBER: 1, OCTOBER: 0}},
        median=1.0,
        median_of_active=1.0,
        most_of_95=3,
        most=3,
        in_fourteen_days=2,
        busiest_person=Most(0, 5),
        busiest_day=Most(date(2026, 9, 15), 2),
        faults=found.faults,
    )


def test_the_fourteen_days_are_a_window_that_slides() -> None:
    days = ("2026-09-01", "2026-09-07", "2026-09-14", "2026-09-15")
    played = by_hand(*(push(at(day), text=day) for day in days))
    assert figures(played, []).in_fourteen_days == 3


def test_where_nobody_got_anything_the_figures_are_nought() -> None:
    found = figures(by_hand(), [])
    assert (found.median, found.most, found.in_fourteen_days) == (0.0, 0, 0)
    assert (found.busiest_person, found.busiest_day) == (None, None)


def test_a_month_shows_the_fewest_the_middle_and_the_most() -> None:
    _, found = counted()
    assert spreads(found) == [
        Spread(AUGUST, 1, 1.0, 1),
        Spread(SEPTEMBER, 1, 2.0, 3),
        Spread(OCTOBER, 0, 0.5, 1),
    ]


def test_the_table_has_a_line_a_person_a_dot_for_none_and_nothing_before_they_joined() -> None:
    played, found = counted()
    lines = in_words(played, found, []).splitlines()
    table = [line for line in lines if line.startswith(("Kari, Havnes", "Ola, Havnes", "Per"))]
    assert [line.split("Havnes")[1] for line in table] == [
        f"{'':26}  1  3  1",
        f"{'':30}  1  ·",
    ]


# The dates that the crowd's organiser sets


@pytest.mark.parametrize(
    ("when", "mode", "wanted"),
    [
        ("2027-06", "digital", "2027-06-16T09:00/2027-06-16T15:00"),
        ("2027-06", "physical", "2027-06-16T12:00/2027-06-17T13:00"),
        ("2027 vår", "physical", "2027-04-14T12:00/2027-04-15T13:00"),
        ("2027-05", "digital", "2027-05-12T09:00/2027-05-12T15:00"),
        ("2027-06-01", "digital", None),
    ],
)
def test_a_date_is_set_within_its_month_on_a_working_day(
    when: str, mode: str, wanted: str | None
) -> None:
    text = STATES.replace('when = "2027-06"', f'when = "{when}"\nmode = "{mode}"')
    programme = read_programme(text)
    about = milestone(programme, "samling-3")
    assert about is not None
    assert date_for(programme, about) == wanted
