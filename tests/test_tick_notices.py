"""The heartbeat tells of changes slice by slice, and knows when the next one is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers import tick
from handlers.tongue import tongue
from tests.changing import LATER, SECOND, Town, wall


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    yield town
    town.close()


def comes(town: Town) -> tuple[str, str]:
    with town.unit() as unit:
        found = tick.happening(unit, town.now)
        assert found is not None
        assert tick.next_instant(unit, town.now) == found.at
        return f"{found.at:%m-%d %H:%M}", tick.sentence(tongue("en"), unit, found)


def marks(town: Town, most: int) -> list[str]:
    seen = [tick.START]
    while True:
        with town.unit() as unit:
            mark = tick.beat(unit, town.now, seen[-1], most)
        if mark is None:
            return seen
        seen.append(mark)


def test_people_are_told_in_slices_each_a_unit_of_its_own(town: Town) -> None:
    for n in range(5):
        town.member(f"p{n}")
    town.changes(SECOND, LATER)
    assert [mark.partition(":")[0] for mark in marks(town, 2)][:5] == [
        "", "broadcasts", "notices", "notices", "notices",
    ]  # fmt: skip
    assert town.works() == 10  # each is heard out, and then gets the entry
    assert marks(town, 2).count("notices") == 1


def test_two_programmes_are_told_of_one_after_the_other(town: Town) -> None:
    other = (
        'schema = 1\nid = "annet"\nname = "Other"\n'
        '[[milestone]]\nid = "x"\nkind = "modul"\ntitle = "X"\nwhen = "2026-12-01"\n'
    )
    town.reads(other)
    town.member("kari")
    town.member("kari", programme="annet", team=None)
    town.reads(other.replace("2026-12-01", "2026-12-08"))
    town.changes(SECOND, LATER)
    assert marks(town, 50).count("notices") == 2
    town.works()
    town.deliver()
    assert sorted(text.splitlines()[0] for text in town.heard("kari")) == [
        "“Findings” is moved.",
        "“X” is moved.",
    ]


def test_a_change_that_waits_is_what_happens_next(town: Town) -> None:
    town.member("kari")
    town.now = wall("2026-08-07T22:00")
    before = comes(town)
    town.changes(SECOND, LATER)
    assert before > comes(town) == ("08-10 07:00", "a change in the programme is told")
    town.now = wall("2026-08-10T09:00")
    town.passes_by()
    assert (len(town.heard("kari")), comes(town)) == (1, before)


def test_a_slice_that_fails_is_stepped_over(town: Town) -> None:
    with town.unit() as unit:
        assert tick.step_over(unit, "notices") == "tidy"
