"""Nobody is reminded of a report that their team took back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.remind_house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


def test_nobody_is_reminded_of_a_report_that_was_taken_back(house: House) -> None:
    house.member("kari")
    house.member("ola", team="b")
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
        report = unit.reports.of("nett", "team:nett/a", "s2")
        assert report is not None
        unit.reports.withdraw(report.id, house.now)
    house.beats("2026-11-24T13:30")
    told = ["The report before" in text for key in ("kari", "ola") for _, text in house.heard(key)]
    assert told == [False, True]
