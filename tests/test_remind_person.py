"""A person's own hour, days, pause and «later», through the house."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from storage.records import Preference
from tests.remind_house import PROGRAMME, House, wall


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


def prefers(house: House, person: str, **chosen: object) -> None:
    with house.unit() as unit:
        unit.preferences.keep(Preference(person, **chosen))  # type: ignore[arg-type]


def hours(house: House, key: str) -> list[str]:
    return [at for at, _ in house.heard(key)]


def test_who_chose_the_evening_is_not_disturbed_before_it(house: House) -> None:
    prefers(house, house.member("kari"), hour="19:30")
    house.member("per")
    for at in ("13:30", "14:59", "19:29", "19:30", "21:31"):
        house.beats(f"2026-11-18T{at}")
    assert (hours(house, "kari"), hours(house, "per")) == (["11-18 19:30"], ["11-18 13:30"])


def test_an_own_hour_holds_across_programmes_and_after_the_two_hours_waits_for_tomorrow(
    house: House,
) -> None:
    prefers(house, house.member("kari"), hour="19:30")
    for at in ("18T21:30", "19T13:30", "19T19:30"):
        house.beats(f"2026-11-{at}")
    assert hours(house, "kari") == ["11-19 19:30"]


def test_who_works_on_saturdays_alone_hears_on_saturdays(house: House) -> None:
    prefers(house, house.member("kari"), days="6")
    for day in range(9, 31):
        house.beats(f"2026-11-{day:02}T13:30")
    # Two weeks before lies on a Wednesday, a week before the deadline too.
    assert hours(house, "kari") == ["11-14 13:30", "11-21 13:30", "11-28 13:30"]


def test_a_pause_is_silent_and_what_is_still_true_comes_after_it_in_one_push(
    house: House,
) -> None:
    prefers(house, house.member("kari"), paused_until=date(2026, 11, 30))
    for day in range(16, 31):
        for at in ("09:00", "13:30", "14:30"):
            house.beats(f"2026-11-{day:02}T{at}")
    ((at, text),) = house.heard("kari")
    assert at == "11-30 13:30"
    assert "was due 5 days ago" in text
    assert "is in two days" in text


def test_a_pause_that_begins_while_a_push_waits_holds_it_back(house: House) -> None:
    person = house.member("kari")
    house.beats("2026-11-18T13:30", carried=False)
    prefers(house, person, paused_until=date(2026, 12, 1))
    house.deliver()
    assert house.heard("kari") == []
    house.beats("2026-12-01T13:30")
    assert "tomorrow" in house.heard("kari")[0][1]


def test_what_was_put_off_comes_again_on_its_day_once(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-18T13:30")
    (push,) = house.pushes()
    with house.unit() as unit:
        assert unit.pushes.snooze(push, date(2026, 11, 20))
    for day in ("18T14:30", "19T13:30", "20T09:00", "20T13:30", "23T13:30"):
        house.beats(f"2026-11-{day}")
    (_, first), (at, second) = house.heard("kari")
    assert at == "11-20 13:30"
    assert "due in a week" in first
    assert "due in 5 days" in second


def test_what_was_put_off_and_is_done_meanwhile_does_not_come_again(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-23T13:30")
    with house.unit() as unit:
        unit.pushes.snooze(house.pushes()[0], date(2026, 11, 27))
        house.delivers(unit, "team:nett/a", "s2")
    house.beats("2026-11-27T13:30")
    _, (_, again) = house.heard("kari")
    assert "report" not in again
    assert "The gathering Findings is in 5 days" in again


def test_what_was_put_off_is_not_said_after_a_newer_word_on_it(house: House) -> None:
    house.member("kari")
    house.beats("2026-11-18T13:30")
    with house.unit() as unit:
        unit.pushes.snooze(house.pushes()[0], date(2026, 11, 25))
    house.beats("2026-11-24T13:30")
    house.beats("2026-11-25T13:30")
    texts = [text for _, text in house.heard("kari")]
    assert [text.count("The report before Findings") for text in texts] == [1, 1, 0]


def test_the_first_push_asks_whether_the_hour_suits_and_no_other_does(house: House) -> None:
    house.member("kari")
    prefers(house, house.member("per"), hour="13:30")
    asks = []
    for at in ("2026-08-27T13:30", "2026-09-08T13:30"):
        house.beats(at)
        asks.append([b.data for b in house.last_to("kari").buttons if b.data == "hour:ask"])
    assert asks == [["hour:ask"], []]
    assert [b.data for b in house.last_to("per").buttons] == ["calendar:s1"]


def test_at_most_three_in_any_fourteen_days_and_the_samling_wins(house: House) -> None:
    house.member("kari")
    house.reads(
        PROGRAMME
        + '[[milestone]]\nid = "soknad"\nkind = "frist"\ntitle = "Grant"\nwhen = "2026-12-03"\n'
    )
    for day in range(9, 31):
        house.beats(f"2026-11-{day:02}T13:30")
    found = dict(house.heard("kari"))
    assert list(found) == ["11-18 13:30", "11-24 13:30", "11-30 13:30"]
    assert "Deadline" not in found["11-18 13:30"]
    assert found["11-24 13:30"].endswith("Deadline in 9 days, Thursday 3 December: Grant.")
    assert "The gathering Findings is in two days" in found["11-30 13:30"]


def test_nobody_hears_in_the_weeks_around_christmas_and_easter_or_in_july(tmp_path: Path) -> None:
    rows = "".join(
        f'[[milestone]]\nid = "f{n}"\nkind = "frist"\ntitle = "F"\nwhen = "{day}"\n'
        for n, day in enumerate(("2026-12-30", "2027-03-25", "2027-07-20"))
    )
    house = House(tmp_path, f'schema = 1\nid = "nett"\nname = "N"\nlanguage = "en"\n{rows}')
    house.member("kari", None, joined=wall("2026-08-01T10:00"))
    heard = []
    for month in ("2026-12", "2027-01", "2027-03", "2027-04", "2027-06", "2027-07"):
        for day in range(1, 31):
            house.beats(f"{month}-{day:02}T13:30")
    heard = [at[:5] for at, _ in house.heard("kari")]
    assert heard == ["12-16", "12-23", "03-11", "03-19", "07-06", "07-09"]
    house.close()
