"""What a push says is decided when it leaves: only what is true then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.markup import plain
from handlers.programme_file import milestone, read_programme
from handlers.remind import texts
from handlers.tick import compose
from handlers.tongue import tongue
from tests.remind_house import PROGRAMME, House, wall


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    house.member("kari")
    yield house
    house.close()


def parts(house: House) -> dict[str, str]:
    found = house.connection.execute("SELECT kind, occasion, state FROM push_part").fetchall()
    return {f"{row['kind']} {row['occasion']}": row["state"] for row in found}


def test_what_was_delivered_after_the_beat_is_not_asked_for(house: House) -> None:
    house.beats("2026-11-18T13:30", carried=False)
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
    house.deliver()
    ((_, text),) = house.heard("kari")
    assert text.startswith("The gathering Findings is in two weeks: ")
    assert parts(house) == {"report -7": "moot", "samling -14": "told"}


def test_a_push_with_nothing_true_left_does_not_go(house: House) -> None:
    house.beats("2026-11-18T13:30", carried=False)
    house.reads(PROGRAMME.replace('when = "2026-12-02T09:00/2026-12-02T14:30"', 'when = "2027-01"'))
    house.deliver()
    assert (house.heard("kari"), house.states()) == ([], ["moot"])
    assert parts(house) == {"report -7": "moot", "samling -14": "moot"}


@pytest.mark.parametrize(
    "moved",
    ["2027-01-20T09:00/2027-01-20T14:30", "2026-11-18T11:00/2026-11-18T15:00"],
    ids=["not due any longer", "begun already"],
)
def test_what_was_moved_out_of_its_time_is_not_said(house: House, moved: str) -> None:
    house.member("lars", None, "facilitator")
    house.beats("2026-11-18T13:30", carried=False)
    house.reads(PROGRAMME.replace("2026-12-02T09:00/2026-12-02T14:30", moved))
    house.deliver()
    assert house.heard("lars") == []


def test_who_left_the_programme_hears_nothing(house: House) -> None:
    house.beats("2026-11-18T13:30", carried=False)
    with house.unit() as unit:
        person = unit.people.at("telegram", "kari")
        assert person is not None
        unit.people.leave(person.id, "nett", "participant")
    house.deliver()
    assert (house.heard("kari"), house.states()) == ([], ["moot"])


def test_a_given_reflection_is_not_asked_for(house: House) -> None:
    house.beats("2026-09-14T13:30", carried=False)
    with house.unit() as unit:
        person = unit.people.at("telegram", "kari")
        assert person is not None
        unit.reflections.mark("nett", "s1", person.id)
    house.deliver()
    assert house.heard("kari") == []


def test_a_changed_date_is_told_as_it_stands_when_the_push_leaves(house: House) -> None:
    house.beats("2026-11-18T13:30", carried=False)
    house.reads(PROGRAMME.replace("2026-12-02", "2026-12-01"))
    house.deliver()
    ((_, text),) = house.heard("kari")
    assert text.startswith("The report before Findings is due in 6 days, Tuesday 24 November.")
    assert "The gathering Findings is in 13 days: Tuesday 1 December, 09:00–14:30." in text


def test_a_push_that_is_worded_twice_says_the_same(house: House) -> None:
    house.beats("2026-11-18T13:30", carried=False)
    with house.unit() as unit:
        (row,) = unit.outbox.ready(house.now, 9)
        first = compose(unit, row, house.now)
        assert compose(unit, row, house.now) == first
    assert first is not None
    assert plain(first.text).startswith("The report before Findings is due in a week")


def test_outside_its_day_and_window_a_push_does_not_go_and_stays_owed(house: House) -> None:
    house.beats("2026-11-18T13:30", carried=False)
    with house.unit() as unit:
        (row,) = unit.outbox.ready(house.now, 9)
        for at in ("11-18T08:59", "11-18T15:00", "11-19T13:30"):
            assert compose(unit, row, wall(f"2026-{at}")) is None
    assert parts(house) == {"report -7": "owed", "samling -14": "owed"}


def test_a_push_speaks_the_language_of_its_reader(tmp_path: Path) -> None:
    house = House(tmp_path, PROGRAMME.replace('language = "en"', 'language = "nb"'))
    house.member("john", language="en")
    house.member("kari")
    house.beats("2026-11-18T13:30")
    assert "Wednesday 25 November" in house.heard("john")[0][1]
    assert "onsdag 25. november" in house.heard("kari")[0][1]
    house.close()


def test_a_long_homework_gives_way_before_the_push_is_cut(tmp_path: Path) -> None:
    other = PROGRAMME.replace('"nett"', '"annet"').replace("Try one thing.", "x" * 1990)
    third = other.replace('"annet"', '"tredje"')
    house = House(tmp_path, PROGRAMME.replace("Try one thing.", "x" * 1990))
    for programme, of in ((other, "annet"), (third, "tredje")):
        house.reads(programme)
        house.member("kari", "a", "participant", of)
    house.member("kari")
    house.beats("2026-11-18T13:30")
    ((_, text),) = house.heard("kari")
    assert "xxx" not in text
    assert text.count("The gathering Findings is in two weeks") == 3
    labels = [b.text for b in house.last_to("kari").buttons]
    assert labels[:3] == ["Write the report: Findings"] * 3
    house.close()


def test_how_far_away_a_day_is() -> None:
    t = tongue("en")
    assert [texts.ahead(t, n) for n in (0, 1, 2, 3, 7, 14, 20)] == [
        "today", "tomorrow", "in two days", "in 3 days", "in a week", "in two weeks", "in 20 days",
    ]  # fmt: skip
    assert [texts.ago(t, n) for n in (1, 2, 6)] == ["yesterday", "two days ago", "6 days ago"]


def test_what_an_organiser_wrote_is_escaped() -> None:
    programme = read_programme(PROGRAMME.replace('"Findings"', '"<b>&"'))
    about = milestone(programme, "s2")
    assert about is not None
    said = texts.gathering(tongue("en"), about, 2, "")
    assert said.startswith("The gathering <b>&lt;b&gt;&amp;</b> is in two days: ")
