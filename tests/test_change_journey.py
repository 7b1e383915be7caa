"""Moving and cancelling from end to end, where the house falls between any two steps."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from handlers import tick
from tests.changing import EARLIER, LATER, SECOND, Town, wall


@pytest.fixture(name="town")
def _town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    town.frail = True
    yield town
    town.close()


def heads(town: Town, key: str) -> list[str]:
    return [text.splitlines()[0] for text in town.heard(key)]


def days(town: Town, key: str) -> list[str]:
    """What each message says that it is now."""
    lines = [line for text in town.heard(key) for line in text.splitlines()]
    return [line.split(", ")[0] for line in lines if line.startswith("Now: ")]


def test_moving(town: Town) -> None:
    ingrid, kari = town.member("ingrid", "organiser"), town.member("kari")
    town.member("bo", team="b")
    town.member("away")
    town.blocks("away")
    town.now = wall("2026-08-06T22:00")
    town.changes(SECOND, LATER)
    town.passes_by()
    assert town.heard("kari") == []
    town.at("2026-08-07T09:00")
    assert [days(town, key) for key in ("kari", "bo", "ingrid")] == [
        ["Now: Wednesday 9 December 2026"]
    ] * 3
    kari.taps("Do you come on the new date?")
    kari.says("Ja")
    ingrid.says("/change find")
    ingrid.taps("Date and time")
    ingrid.says("16. desember 2026 kl. 9–14.30")
    assert "This concerns 3 people. 2 are told at once. One cannot be reached." in ingrid.last.text
    ingrid.taps("Change and tell 3 people")
    town.passes_by()
    town.passes_by()
    town.at("2026-08-10T10:00")
    assert {key: len(town.heard(key)) for key in town.sitters} == {
        "ingrid": 1, "kari": 2, "bo": 2, "away": 0,
    }  # fmt: skip
    assert days(town, "kari")[1:] == ["Now: Wednesday 16 December 2026"]
    assert town.told("kari")[1].labels == ["Do you come on the new date?"]
    assert "SEQUENCE:2" in town.entry("kari").splitlines()
    signed_up = [row["answer"] for row in town.connection.execute("SELECT answer FROM sign_up")]
    assert signed_up == ["coming"]


def test_cancelling(town: Town) -> None:
    ingrid = town.member("ingrid", "organiser")
    town.member("kari")
    ingrid.says("/change find")
    ingrid.taps("It is cancelled")
    ingrid.taps("Change and tell")
    town.passes_by()
    town.at("2026-08-04T10:00")
    ingrid.says("/change find")
    ingrid.taps("Hold it after all")
    ingrid.taps("Change and tell")
    town.at("2026-08-05T10:00")
    town.changes(SECOND, SECOND + "\ncancelled = true")
    town.at("2026-08-06T10:00")
    wanted = [
        "“Findings” is cancelled.",
        "“Findings” is held after all.",
        "“Findings” is cancelled.",
    ]
    assert (heads(town, "kari"), heads(town, "ingrid")) == (wanted, wanted[2:])
    assert "STATUS:CANCELLED" in town.entry("kari").splitlines()
    for moment in ("2026-11-11T13:30", "2026-11-18T13:30", "2026-11-24T13:30", "2026-12-02T14:00"):
        town.at(moment)
    late = [shown.text for at, _, shown in town.sent if at > wall("2026-08-06T11:00")]
    assert [text for text in late if "Findings" in text] == []


@pytest.mark.parametrize("most", [1, 2, 3, 50])
def test_a_round_that_is_broken_off_after_any_slice_reaches_everybody_once(
    town: Town, most: int
) -> None:
    people = [town.member(f"p{n}").key for n in range(7)]
    town.changes(SECOND, LATER)
    for marks in range(12):
        mark = ""
        for _ in range(marks % 5):
            mark = town.commits(partial(tick.beat, now=town.now, mark=mark, most=most)) or ""
        town.works(marks)
    town.changes(LATER, EARLIER)
    for _ in range(9):
        town.beats(most)
        town.works(2)
        town.deliver()
    town.passes_by()
    first, last = "Now: Wednesday 9 December 2026", "Now: Wednesday 25 November 2026"
    whole = [days(town, key) for key in people]
    assert [one[-1:] for one in whole] == [[last]] * 7
    assert {tuple(one[:-1]) for one in whole} <= {(first,), ()}
    assert town.notices() == ["s2 told", "s2 told"]


@pytest.mark.parametrize("most", [1, 3, 50])
def test_several_that_changed_together_each_reach_everybody_once_through_restarts(
    town: Town, most: int
) -> None:
    people = [town.member(f"p{n}").key for n in range(5)]
    both = town.source.replace(SECOND, LATER).replace('when = "2027-02"', 'when = "2027-02-10"')
    town.changes(town.source, both)
    for marks in range(12):
        mark = ""
        for _ in range(marks % 5):
            mark = town.commits(partial(tick.beat, now=town.now, mark=mark, most=most)) or ""
        town.works(marks % 3)
        town.deliver()
    town.passes_by()
    town.passes_by()
    wanted = ["Hold the date: “Mentors”", "“Findings” is moved."]
    assert [sorted(heads(town, key)) for key in people] == [wanted] * 5


def test_another_change_while_a_round_is_under_way_reaches_those_it_had_served(town: Town) -> None:
    people = [town.member(f"p{n}").key for n in range(5)]
    town.changes(SECOND, LATER)
    mark: str | None = tick.START
    while mark != "tidy":
        assert mark is not None
        mark = town.commits(partial(tick.beat, now=town.now, mark=mark, most=2))
        if town.notices() == ["s2 telling"]:
            break
    town.changes('when = "2027-02"', 'when = "2027-02-10"')
    town.passes_by()
    whole = ["".join(town.heard(key)) for key in people]
    heads_ = ("“Findings” is moved.", "Hold the date: “Mentors”")
    assert [[text.count(head) for head in heads_] for text in whole] == [[1, 1]] * 5
