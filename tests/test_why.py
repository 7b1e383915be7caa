"""Why somebody was reminded, what comes next, and how to have less of it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.events import Pressed
from handlers.remind.shifts import Shift
from handlers.why.plan import shift_of
from storage.records import Role
from tests.room import Sitter
from tests.settled import BOTH, EVERYTHING, Settled, said, wall

LESS = (
    "If it is too much\n"
    "You get at most one reminder a day, and at most three in fourteen days.\n"
    "/settings: your own hour and days. /pause: two weeks without. «Remind me later» stands under "
    "what is to be done. /forget: you leave, and are erased.\n"
    "What the organisers write, changes of dates, and what is asked on the day of a gathering are "
    "no reminders, and come all the same."
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    yield house
    house.close()


@pytest.fixture
def kari(house: Settled) -> Sitter:
    return house.comes("1", "Kari")


def lived(house: Settled, first: str, last: str) -> None:
    """Beat in the morning and at the hour, between two days."""
    at, end = wall(f"{first}T09:00"), wall(f"{last}T09:00")
    while at < end:
        house.beats(f"{at:%Y-%m-%dT09:00}")
        house.beats(f"{at:%Y-%m-%dT13:30}")
        at += timedelta(days=1)


# What was told


def test_before_the_first_reminder_there_is_nothing_to_give_a_reason_for(kari: Sitter) -> None:
    kari.says("/why")
    assert (kari.last.text, kari.last.labels) == (
        "Why I reminded you\n\n"
        "I have not reminded you of anything yet.\n\n"
        "What comes next\n"
        "• Thursday 27 August 2026, at about 13:30: the gathering Start\n"
        "• Tuesday 8 September 2026, at about 13:30: the gathering Start\n"
        "What is done by then is left out.\n\n" + LESS,
        ["Change when I remind you"],
    )


def test_the_last_two_are_told_with_the_reason_of_each_thing_in_them(
    house: Settled, kari: Sitter
) -> None:
    for at in ("2026-09-08T13:30", "2026-11-18T13:30", "2026-11-24T13:30"):
        house.beats(at)
    kari.says("/hvorfor")
    assert kari.last.text == (
        "Why I reminded you\n\n"
        "Tuesday 24 November at 13:30\n"
        "• The report before Findings, since your team had not delivered it. The contact person "
        "and the deputy get this first, where a team has them. The programme reminds 1 day "
        "before.\n\n"
        "Wednesday 18 November at 13:30\n"
        "• The report before Findings, since your team had not delivered it. The contact person "
        "and the deputy get this first, where a team has them. The programme reminds 7 days "
        "before.\n"
        "• The gathering Findings, since it concerns you. The programme reminds 14 days before.\n\n"
        "What comes next\n"
        "• Monday 30 November 2026, at about 13:30: the report before Findings and the gathering "
        "Findings\n"
        "• Thursday 3 December 2026, at about 13:30: your reflection on Findings\n"
        "What is done by then is left out.\n\n" + LESS
    )


def test_after_the_deadline_it_is_said_that_everybody_gets_it(house: Settled, kari: Sitter) -> None:
    house.beats("2026-11-27T13:30")
    kari.says("kvifor")
    assert (
        "• The report before Findings, since the deadline had passed and your team had not "
        "delivered it. Everybody in the team gets this one. The programme reminds 2 working days "
        "after."
    ) in kari.last.text


def test_what_never_reached_the_person_is_not_told_as_if_it_had(
    house: Settled, kari: Sitter
) -> None:
    house.beats("2026-11-18T13:30", carried=False)
    with house.unit() as unit:
        for push in unit.pushes.of_person(house.id_of("1")):
            unit.pushes.end_parts(push.id, "told")
        for one in unit.outbox.ready(house.now, 9):
            reason = "it is not known whether it arrived"
            unit.outbox.end(one.position, "failed", reason, house.now)
    kari.says("/why")
    assert "I have not reminded you of anything yet." in kari.last.text


def test_every_kind_of_reminder_has_a_reason_of_its_own(tmp_path: Path) -> None:
    house = Settled(tmp_path, EVERYTHING)
    kari = house.comes("1", "Kari")
    guide = house.comes("2", "Ola", team="a", role="facilitator")
    boss = house.comes("3", "Per", team=None, role="organiser")
    house.now = wall("2026-08-10T10:00")
    found: set[str] = set()
    for day in range(1, 135, 2):
        lived(
            house,
            *(f"{wall('2026-08-08T00:00') + timedelta(days=day + n):%Y-%m-%d}" for n in (0, 2)),
        )
        for who in (kari, guide, boss):
            who.says("/why")
            found |= {
                line.split(". ")[0]
                for line in who.last.text.split("\n\nWhat comes")[0].split("\n• ")
            }
    reasons = {one.split(",")[0] for one in found if ", since" in one}
    assert reasons == {
        "The gathering Start", "The gathering Findings", "Module", "The deadline Grant",
        "Signing up for Start", "Signing up for Findings", "The report before Findings",
        "Your reflection on Start", "Your reflection on Findings", "Thanks after Start",
        "Thanks after Findings", "Mentors",
    }  # fmt: skip
    assert any("since a team that you help had not delivered it" in one for one in found)
    house.close()


@pytest.mark.parametrize(
    ("occasion", "shift"),
    [
        ("-7", Shift(-7)),
        ("+2w", Shift(2, "working")),
        ("-6m", Shift(-6, "months")),
        ("+0", Shift(0)),
        ("", None),
        ("7", None),
        ("-7x", None),
    ],
)
def test_what_a_part_is_remembered_by_is_read_back(occasion: str, shift: Shift | None) -> None:
    assert shift_of(occasion) == shift
    assert shift is None or str(shift) == occasion


# Who may see it


@pytest.mark.parametrize("role", ["facilitator", "organiser", "observer"])
def test_everybody_sees_what_they_get_themselves(house: Settled, role: Role) -> None:
    guide = house.comes("5", team=None, role=role)
    guide.says("/why")
    assert guide.last.text.startswith("Why I reminded you\n\n")
    assert ("A team's reminders" in guide.last.labels) == (role == "organiser")


@pytest.mark.parametrize("text", ["/why", "/why fjord", "/hvorfor"])
def test_in_a_group_nothing_is_told(house: Settled, text: str) -> None:
    house.comes("1")
    told = house.in_a_group("1", said(text))
    assert told == "Why you are reminded is between you and me: ask me alone."


def test_in_a_group_no_button_tells_anything(house: Settled) -> None:
    house.comes("5", team=None, role="organiser")
    told = house.in_a_group("5", Pressed("why:team:a", "m", "p"))
    assert told == "Why you are reminded is between you and me: ask me alone."


def test_a_withdrawn_team_s_member_is_reminded_of_nothing(tmp_path: Path) -> None:
    house = Settled(tmp_path, BOTH.replace("withdrawn = true\n", ""))
    gone = house.comes("7", team="c")
    house.reads(BOTH)
    gone.says("/why")
    assert "Nothing is planned that I would remind you of." in gone.last.text
    house.close()
