"""A team's reminders, for organisers: counts, and nothing that tells of a single person."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from handlers.programme_file import read_programme
from handlers.why.plan import teams_like
from storage.records import Role
from tests.room import Sitter
from tests.settled import BOTH, Settled, wall

DAYS = (
    "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-24", "2026-11-25", "2026-11-26",
    "2026-11-27", "2026-12-01",
)  # fmt: skip


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Settled]:
    house = Settled(tmp_path)
    yield house
    house.close()


@pytest.fixture
def boss(house: Settled) -> Sitter:
    return house.comes("9", "Boss", team=None, role="organiser")


def test_a_team_is_told_of_in_counts(house: Settled, boss: Sitter) -> None:
    for key in "123":
        house.comes(key)
    house.speaks_for("1", "contact")
    house.blocks("3")
    house.beats("2026-11-19T13:30")
    boss.says("/why fjord")
    assert boss.last.labels == ["Another team"]
    assert boss.last.text == (
        "Reminders to Fjord\n\n"
        "3 members have joined here.\n"
        "Not reached: 1\n"
        "Contact person or deputy: 1. They are reminded first.\n\n"
        "The report before Findings, due Wednesday 25 November 2026\n"
        "The last reminder was due Wednesday 18 November, for contact person and deputy.\n"
        "The next reminder is due Tuesday 24 November, for contact person and deputy.\n\n"
        "These are the programme's days. When a single person is reminded, and whether they want "
        "to be let be, is theirs alone: I tell nobody."
    )


def test_after_the_deadline_it_is_everybody_s(house: Settled, boss: Sitter) -> None:
    house.comes("1")
    house.speaks_for("1", "contact")
    house.beats("2026-11-26T10:00")
    boss.says("/why Fjord")
    assert (
        "The last reminder was due Tuesday 24 November, for contact person and deputy.\n"
        "The next reminder is due Friday 27 November, for everybody in the team."
    ) in boss.last.text
    house.beats("2026-11-27T13:30")
    boss.says("/why Fjord")
    assert (
        "The last reminder was due Friday 27 November, for everybody in the team.\n"
        "No more reminders of it come."
    ) in boss.last.text


def test_who_the_file_names_speaks_for_the_team_too_unless_they_cannot_be_reached(
    house: Settled, boss: Sitter
) -> None:
    house.comes("1", "anne  berg")
    house.comes("2")
    house.now = wall("2026-11-16T10:00")
    boss.says("/why a")
    assert "Contact person or deputy: 1." in boss.last.text
    house.blocks("1")
    boss.says("/why a")
    assert "No contact person or deputy: everybody is reminded" in boss.last.text
    assert "due Wednesday 18 November, for everybody in the team." in boss.last.text


def test_a_team_that_has_delivered_is_reminded_of_nothing(house: Settled, boss: Sitter) -> None:
    house.comes("1")
    house.now = wall("2026-11-20T10:00")
    with house.unit() as unit:
        house.delivers(unit, "team:nett/a", "s2")
    boss.says("/why a")
    assert "It is delivered, so nobody is reminded of it." in boss.last.text
    with house.unit() as unit:
        found = unit.reports.of("nett", "team:nett/a", "s2")
        assert found is not None
        unit.reports.withdraw(found.id, house.now)
    boss.says("/why a")
    assert "It was delivered and taken back, so nobody is reminded of it." in boss.last.text


@pytest.mark.parametrize(
    ("which", "told"),
    [
        ("b", "The team is without Telegram, so I do not remind it."),
        ("a", "Nobody of the team has joined here yet."),
    ],
)
def test_a_team_without_members_here_has_no_reminders(
    house: Settled, boss: Sitter, which: str, told: str
) -> None:
    house.now = wall("2026-11-20T10:00")
    boss.says(f"/why {which}")
    assert told in boss.last.text
    assert "reminder was due" not in boss.last.text


def test_between_reports_it_is_said_that_none_is_open(tmp_path: Path) -> None:
    house = Settled(tmp_path, BOTH[: BOTH.index("[report]")])
    boss = house.comes("9", team=None, role="organiser")
    house.comes("1")
    boss.says("/why a")
    assert "No report is open now." in boss.last.text
    house.close()


# Which team


@pytest.mark.parametrize("word", ["", "x", "fj", "Gone", "c", "<i>"])
def test_where_it_is_not_clear_which_team_it_is_asked(boss: Sitter, word: str) -> None:
    if word:
        boss.says(f"/why {word}")
    else:
        boss.says("/why")
        boss.taps("A team's reminders")
    assert boss.last.labels == ["Fjell", "Fjord"]
    boss.says("fjord")
    assert boss.last.text.startswith("Reminders to Fjord\n")
    boss.taps("Another team")
    boss.taps("Fjell")
    assert boss.last.text.startswith("Reminders to Fjell\n")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Tromsø, hjemmetjenesten", ["t-1"]),
        ("tromso hjemmetjenesten", ["t-1"]),
        ("t-2", ["t-2"]),
        ("tromsø", ["t-1", "t-2"]),
        ("sykehjemmet", ["t-2", "alta"]),
        ("ALTA", ["alta"]),
        ("", []),
        ("bodø", []),
    ],
)
def test_a_team_is_found_as_people_write_it(said: str, found: list[str]) -> None:
    teams = {
        "t-1": "Tromsø, hjemmetjenesten",
        "t-2": "Tromsø, sykehjemmet",
        "alta": "Alta sykehjemmet",
    }
    written = "\n".join(f'[[team]]\nid = "{of}"\nname = "{name}"' for of, name in teams.items())
    programme = read_programme(f'schema = 1\nid = "n"\nname = "N"\n{written}\n')
    assert [one.id for one in teams_like(programme, said)] == found


def test_where_people_take_part_alone_nothing_is_told_of_any_of_them(tmp_path: Path) -> None:
    text = BOTH.replace("[[team]]", "[[drop]]")
    kept = [part for part in text.split("[[") if not part.startswith("drop]]")]
    house = Settled(tmp_path, "[[".join(kept))
    house.comes("1", "Kari", team=None)
    boss = house.comes("9", team=None, role="organiser")
    boss.says("/why Kari")
    assert boss.last.text == "People take part alone here, and of single persons I tell nothing."
    boss.says("/why")
    assert boss.last.labels == ["Change when I remind you"]
    house.close()


# Who may see it


@pytest.mark.parametrize(
    ("role", "team"),
    [("participant", "a"), ("participant", "b"), ("facilitator", "a"), ("observer", None)],
)
def test_only_organisers_see_how_it_is_for_a_team(
    house: Settled, role: Role, team: str | None
) -> None:
    house.comes("1")
    other = house.comes("5", team=team, role=role)
    for act in (other.says, other.presses):
        act("/why fjord" if act == other.says else "why:team:a")
        assert other.last.text.startswith("Why I reminded you\n")
    other.presses("why:teams")
    assert other.last.text.startswith("Why I reminded you\n")


def test_who_organises_another_programme_sees_nothing_of_this_one(house: Settled) -> None:
    house.comes("1")
    house.reads(BOTH.replace('id = "nett"', 'id = "annet"').replace("Fjord", "Fremmed"))
    other = house.comes("5", team=None, role="organiser", programme="annet")
    other.presses("why:team:a:@nett")
    assert "Fjord" not in other.text


@pytest.mark.parametrize(
    "data", ["why:team:c", "why:team:zzz", "why:team", "why:x", "why:team:a:b"]
)
def test_a_press_that_was_made_up_tells_of_no_team(boss: Sitter, data: str) -> None:
    boss.presses(data)
    assert not boss.last.text.startswith("Reminders to")


# What cannot be read out of it

Choice = Callable[[Settled], None]


def pauses(*who: str) -> Choice:
    def choose(house: Settled) -> None:
        for one in who:
            house.chooses(one, paused_until=date(2027, 3, 1))

    return choose


def has_own_hour_and_days(house: Settled) -> None:
    house.chooses("1", hour="21:00", days="6")


def puts_off(house: Settled) -> None:
    house.beats("2026-11-18T13:30")
    house.connection.execute("UPDATE push_part SET snoozed_until = '2027-01-01'")


def has_heard_much(house: Settled) -> None:
    with house.unit() as unit:
        for day in (12, 13, 16):
            unit.pushes.add(house.id_of("1"), date(2026, 11, day), house.now)


def what_is_told(folder: Path, members: str, choose: Choice | None) -> list[str]:
    """All that an organiser is told of a team over the life of a report."""
    folder.mkdir()
    house = Settled(folder)
    for key in members:
        house.comes(key)
    house.speaks_for(members[0], "contact")
    boss = house.comes("9", team=None, role="organiser")
    house.now = wall("2026-11-16T10:00")
    if choose:
        choose(house)
    told = []
    for day in DAYS:
        for hour in ("09:30", "13:30", "21:30"):
            house.beats(f"{day}T{hour}")
        boss.says("/why fjord")
        told.append(boss.last.text)
    house.close()
    return told


@pytest.mark.parametrize("members", ["1", "12", "1234"])
@pytest.mark.parametrize(
    "choose",
    [pauses("1"), has_own_hour_and_days, puts_off, has_heard_much],
    ids=["pause", "own hour and days", "put off", "heard much"],
)
def test_what_one_person_chose_changes_nothing_of_what_is_told(
    tmp_path: Path, members: str, choose: Choice
) -> None:
    plainly = what_is_told(tmp_path / "plain", members, None)
    assert what_is_told(tmp_path / "chosen", members, choose) == plainly


def test_a_pause_of_the_whole_team_cannot_be_told_from_none(tmp_path: Path) -> None:
    plainly = what_is_told(tmp_path / "plain", "123", None)
    assert what_is_told(tmp_path / "paused", "123", pauses("1", "2", "3")) == plainly


def test_no_name_is_ever_told(house: Settled, boss: Sitter) -> None:
    for key, name in (("1", "Kari Nordmann"), ("2", "Ola Hansen")):
        house.comes(key, name)
    house.speaks_for("1", "contact")
    house.blocks("2")
    house.beats("2026-11-26T13:30")
    boss.says("/why fjord")
    assert not {"Kari", "Nordmann", "Ola", "Hansen", "Anne", "Berg"} & set(boss.last.text.split())
