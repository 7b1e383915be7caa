"""What a change makes of a calendar that holds an older entry, and whom each entry is for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.programme_file import on_days
from storage.records import Role, SignUp
from tests.calendar_programme import Kept, milestone, programme
from tests.calendars import Owner, events, read

FIRST = milestone("s1", "2026-09-10T12:00/2026-09-11T13:00", place='"Tromsø"')
SECOND = milestone("s2", "2026-12-02T09:00/2026-12-02T14:00")
SIGN_UP = "\n[samling.sign_up]\ndays_before = 14\n"
ALONE = "s2@nett.mellom"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path, programme(FIRST, SECOND))
    yield kept
    kept.room.close()


def stamps(content: bytes) -> dict[str, tuple[int, str, str]]:
    """Each entry's number, when it last changed, and whether it stands."""
    return {
        uid.removesuffix("@nett.mellom"): (
            int(one.text("SEQUENCE")),
            one.text("DTSTAMP"),
            one.text("STATUS"),
        )
        for uid, one in events(content).items()
    }


def method(content: bytes) -> str:
    return read(content).text("METHOD")


def test_only_what_changed_is_numbered_anew(kept: Kept) -> None:
    imported = "20260821T080000Z"
    assert stamps(kept.file()) == {
        "s1": (0, imported, "CONFIRMED"),
        "s2.report": (0, imported, "CONFIRMED"),
        "s2": (0, imported, "CONFIRMED"),
    }
    kept.imports(programme(FIRST, SECOND))
    kept.imports(programme(FIRST.replace("Tromsø", "Bodø"), SECOND))
    later = milestone("s2", "2026-12-09T09:00/2026-12-09T14:00")
    kept.imports(programme(FIRST.replace("Tromsø", "Bodø"), later))
    assert stamps(kept.file()) == {
        "s1": (1, "20260823T080000Z", "CONFIRMED"),
        "s2.report": (1, "20260824T080000Z", "CONFIRMED"),
        "s2": (1, "20260824T080000Z", "CONFIRMED"),
    }


@pytest.mark.parametrize(
    "other",
    [
        SECOND.replace("09:00", "10:00", 1),
        SECOND.replace('"S2"', '"Another title"'),
        milestone("s2", "2026-12-02T09:00/2026-12-02T14:00", mode='"digital"'),
        milestone("s2", "2026-12-02T09:00/2026-12-02T14:00", link='"https://a.example"'),
        milestone("s2", "2026-12-02T09:00/2026-12-02T14:00", note='"Ta med sko."'),
    ],
)
def test_whatever_people_read_in_it_counts(kept: Kept, other: str) -> None:
    kept.imports(programme(FIRST, other))
    found = stamps(kept.file())
    assert (found["s2"][0], found["s1"][0]) == (1, 0)


@pytest.mark.parametrize(
    "other",
    [
        milestone("s2", "2026-12-02T09:00/2026-12-02T14:00", concerns='{ teams = ["a"] }'),
        milestone("s2", "2026-12-02T09:00/2026-12-02T14:00", responsible='["Havnes"]'),
    ],
)
def test_what_nobody_reads_in_it_does_not(kept: Kept, other: str) -> None:
    kept.imports(programme(FIRST, other))
    assert stamps(kept.file())["s2"][0] == 0


def test_a_time_zone_that_changes_moves_what_has_a_time(kept: Kept) -> None:
    kept.imports(programme(FIRST, SECOND, zone="Europe/London"))
    assert {key: told[0] for key, told in stamps(kept.file()).items()} == {
        "s1": 1,
        "s2": 1,
        "s2.report": 0,
    }


def test_one_entry_alone_takes_the_place_of_the_old_one(kept: Kept) -> None:
    owner = Owner()
    first = kept.file(only="s2")
    owner.imports(first)
    assert (method(first), owner.shows) == (
        "REQUEST",
        {ALONE: ("Gathering: S2", "20261202T090000")},
    )
    moved = milestone("s2", "2026-12-09T09:00/2026-12-09T14:00")
    kept.imports(programme(FIRST, moved))
    owner.imports(kept.file(only="s2"))
    assert owner.shows == {ALONE: ("Gathering: S2", "20261209T090000")}

    kept.imports(programme(FIRST, moved + "\ncancelled = true"))
    cancelled = kept.file(only="s2")
    assert (method(cancelled), events(cancelled)[ALONE].text("SUMMARY")) == (
        "CANCEL",
        "CANCELLED: Gathering: S2",
    )
    owner.imports(cancelled)
    assert owner.shows == {}

    kept.imports(programme(FIRST, moved))
    back = kept.file(only="s2")
    owner.imports(back)
    assert (method(back), owner.shows) == (
        "REQUEST",
        {ALONE: ("Gathering: S2", "20261209T090000")},
    )
    owner.imports(first)
    owner.imports(cancelled)
    assert owner.shows == {ALONE: ("Gathering: S2", "20261209T090000")}
    assert stamps(back)["s2"][0] == 3


def test_the_whole_file_takes_the_place_of_an_older_one(kept: Kept) -> None:
    owner = Owner()
    owner.imports(kept.file())
    kept.imports(programme(FIRST, milestone("s2", "2026-12-09T09:00"), SIGN_UP))
    whole = kept.file()
    owner.imports(whole)
    assert method(whole) == "PUBLISH"
    assert {uid.split("@")[0]: begins for uid, (_, begins) in owner.shows.items()} == {
        "s1": "20260910T120000",
        "s1.sign-up": "20260827",
        "s2": "20261209T090000",
        "s2.report": "20261202",
        "s2.sign-up": "20261125",
    }
    kept.imports(programme(FIRST, milestone("s2", "2026-12-09T09:00", cancelled="true")))
    owner.imports(kept.file())
    assert {uid.split("@")[0] for uid in owner.shows} == {"s1"}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (milestone("s2", "2026-12"), "POSTPONED, date to come: Gathering: S2"),
        (milestone("s2"), "POSTPONED, date to come: Gathering: S2"),
        (milestone("s3"), "CANCELLED: Gathering: S2"),
        (milestone("s2", "2027-01", cancelled="true"), "CANCELLED: Gathering: S2"),
    ],
)
def test_what_has_no_day_any_longer_is_taken_out_and_says_why(
    kept: Kept, other: str, told: str
) -> None:
    kept.imports(programme(FIRST, other))
    alone = kept.file(only="s2")
    one = events(alone)[ALONE]
    assert (method(alone), one.text("STATUS"), one.text("SUMMARY")) == ("CANCEL", "CANCELLED", told)
    assert (one["DTSTART"].value, one.text("TRANSP")) == ("20261202T090000", "TRANSPARENT")
    deadline = events(kept.file())["s2.report@nett.mellom"]
    assert deadline.text("SUMMARY") == "NO LONGER: Deadline: the report before “S2”"


def test_several_in_one_file_are_put_in_together(kept: Kept) -> None:
    both = kept.file(only=["s1", "s2"])
    assert (method(both), sorted(events(both))) == ("PUBLISH", ["s1@nett.mellom", ALONE])


def test_who_joined_after_it_was_cancelled_never_hears_of_it(kept: Kept) -> None:
    there = kept.joins()
    kept.imports(programme(FIRST))
    kept.room.passes(hours=1)
    late = kept.joins()
    assert (sorted(stamps(kept.file(there))), sorted(stamps(kept.file(late)))) == (
        ["s1", "s2", "s2.report"],
        ["s1"],
    )
    assert kept.file(late, only="s2") == b""


@pytest.mark.parametrize(
    ("role", "team", "has"),
    [
        ("participant", "a", ["s1", "s2", "s2.report", "s2.sign-up"]),
        ("participant", "b", ["s1"]),
        ("facilitator", None, ["s1", "s2", "s2.report", "s2.sign-up"]),
        ("organiser", None, ["s1", "s2", "s2.report", "s2.sign-up"]),
        ("observer", None, ["s1", "s2"]),
    ],
)
def test_each_has_what_concerns_them(
    kept: Kept, role: Role, team: str | None, has: list[str]
) -> None:
    second = SECOND + '\nconcerns = { teams = ["a"] }'
    first = FIRST + '\nwithout = ["sign_up"]'
    kept.imports(programme(first, second, SIGN_UP))
    assert sorted(stamps(kept.file(kept.joins(role, team)))) == has


def test_who_takes_part_alone_has_a_calendar_as_well(kept: Kept) -> None:
    kept.imports(programme(FIRST, SECOND, teams=""))
    assert sorted(stamps(kept.file(kept.joins(team=None)))) == ["s1", "s2", "s2.report"]


def test_what_is_done_rings_no_more(kept: Kept) -> None:
    kept.imports(programme(FIRST, SECOND, SIGN_UP))
    mine, other = kept.joins(), kept.joins(team="b")
    before = alarms(kept.file(mine))
    with kept.room.unit() as unit:
        report = unit.reports.deliver(
            "nett", team_party("nett", "a"), "s2", [], None, kept.room.now, late=False
        )
        when = on_days(kept.current.milestone[1])
        said = SignUp(
            "nett", "s2", mine.person, "unsure", when, "", None, None, None, kept.room.now
        )
        unit.attendance.sign_up(said)
    assert before == {"s1": 1, "s1.sign-up": 1, "s2": 1, "s2.report": 1, "s2.sign-up": 1}
    assert alarms(kept.file(mine)) == before | {"s2.report": 0}
    assert alarms(kept.file(other)) == before
    with kept.room.unit() as unit:
        unit.attendance.sign_up(replace(said, answer="coming"))
    assert alarms(kept.file(mine)) == before | {"s2.report": 0, "s2.sign-up": 0}
    with kept.room.unit() as unit:
        unit.reports.withdraw(report.id, kept.room.now)
    kept.imports(programme(FIRST, SECOND.replace("12-02", "12-03"), SIGN_UP))
    assert alarms(kept.file(mine)) == before


def alarms(content: bytes) -> dict[str, int]:
    return {
        uid.removesuffix("@nett.mellom"): len(one.every("VALARM"))
        for uid, one in sorted(events(content).items())
    }


def test_the_days_of_deadlines_are_those_of_the_programmes_own_zone(kept: Kept) -> None:
    for zone in ("Pacific/Auckland", "America/New_York"):
        kept.imports(programme(FIRST, SECOND, zone=zone))
        one = events(kept.file())["s2.report@nett.mellom"]
        assert one["DTSTART"].value == "20261125"


def test_a_version_that_never_stood_for_anybody_is_counted_like_any_other(kept: Kept) -> None:
    """Two imports on one day are two changes: each file that was sent in between is older."""
    for hour in ("10", "11", "12"):
        kept.imports(programme(FIRST, SECOND.replace("T09", f"T{hour}")), days=0)
    assert stamps(kept.file())["s2"] == (3, "20260821T080000Z", "CONFIRMED")
