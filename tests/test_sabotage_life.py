"""Faults planted in the life of a samling that no other test saw."""

from datetime import date
from pathlib import Path

import pytest

from handlers import desk
from handlers.programme_file import read_programme
from handlers.remind.occasions import rules
from handlers.remind.shifts import Shift, due_day
from storage.records import Presence
from tests.changing import PROGRAMME as CHANGING
from tests.changing import SECOND, Town
from tests.coming import START, Comers
from tests.remind_house import PROGRAMME, House, wall

TWO_DAYS = """
schema = 1
id = "here"
name = "Here"
language = "en"
[[milestone]]
id = "plan"
kind = "frist"
title = "Plan"
when = "2026-11-27"
[reminders]
deadline_days_before = [14]
"""
ELSEWHERE = """
schema = 1
id = "there"
name = "There"
language = "en"
[[milestone]]
id = "s1"
kind = "samling"
title = "Elsewhere"
when = "2026-12-01"
[reminders]
samling_days_before = [13]
"""


def test_the_place_is_kept_for_what_another_programme_has_to_say(tmp_path: Path) -> None:
    house = House(tmp_path, TWO_DAYS)
    house.reads(ELSEWHERE)
    kari = house.member("kari", None, programme="here")
    house.member("kari", None, programme="there", joined=wall("2026-08-03T11:00"))
    with house.unit() as unit:
        for day in (date(2026, 11, 6), date(2026, 11, 9)):
            unit.pushes.add(kari, day, house.now)
    for number in range(13, 19):
        house.beats(f"2026-11-{number}T13:30")
    ((at, text),) = house.heard("kari")
    assert (at, "Elsewhere" in text, "Plan" in text) == ("11-18 13:30", True, True)
    house.close()


def test_who_was_there_is_asked_what_they_take_with_them(tmp_path: Path) -> None:
    house = House(tmp_path)
    kari = house.member("kari")
    with house.unit() as unit:
        unit.attendance.note(Presence("nett", "s1", kari, "here", house.now))
    house.beats("2026-09-14T13:30")
    assert "What do you take with you from Start?" in house.heard("kari")[0][1]
    house.close()


def test_nobody_is_thanked_for_what_was_not_theirs(tmp_path: Path) -> None:
    others = PROGRAMME.replace('id = "s1"', 'id = "s1"\nconcerns = { teams = ["b"] }')
    house = House(tmp_path, others.partition("[reflection]")[0] + "[samling.thanks]\n")
    house.member("kari")
    house.member("else", "b")
    house.beats("2026-09-14T13:30")
    assert house.heard("kari") == []
    assert house.heard("else")[0][1].startswith("Thank you for last time: Start")
    house.close()


@pytest.mark.parametrize(("cancelled", "asked"), [("", 1), ("cancelled = true\n", 0)])
def test_nobody_is_asked_for_the_date_of_what_is_not_held(
    tmp_path: Path, cancelled: str, asked: int
) -> None:
    month = 'when = "2027-02"\n'
    house = House(tmp_path, PROGRAMME.replace(month, month + cancelled))
    house.member("olga", None, "organiser")
    house.beats("2026-10-30T13:30")
    assert len([text for _, text in house.heard("olga") if "Mentors" in text]) == asked
    house.close()


def test_nobody_rings_a_team_that_was_withdrawn(tmp_path: Path) -> None:
    gone = PROGRAMME.replace('name = "B"', 'name = "B"\nwithdrawn = true')
    house = House(tmp_path, gone.replace("days_before = 7", "days_before = 14"))
    house.member("olga", None, "organiser")
    house.beats("2026-11-24T13:30")
    (called,) = [text for _, text in house.heard("olga") if "ring" in text]
    assert called.startswith("A has not delivered the report before Findings yet.")
    house.close()


@pytest.mark.parametrize(("start", "told"), [("16:00", 1), ("16:01", 0)])
def test_what_begins_in_48_hours_to_the_minute_is_soon(
    tmp_path: Path, start: str, told: int
) -> None:
    far = CHANGING.replace(SECOND, 'when = "2026-12-16"')
    town = Town(tmp_path, far, "2026-11-30T16:00")
    town.member("kari")
    town.changes('when = "2026-12-16"', f'when = "2026-12-02T{start}/2026-12-02T18:00"')
    town.passes_by()
    assert len(town.heard("kari")) == told
    town.close()


def test_who_organises_another_programme_is_asked_for_no_deadline_of_this_one(
    tmp_path: Path,
) -> None:
    town = Town(tmp_path)
    town.reads(CHANGING.replace('id = "nett"', 'id = "annet"'))
    town.member("olga", "organiser", programme="annet")
    town.member("olga", "participant")
    ingrid = town.member("ingrid", "organiser")
    town.now = wall("2026-11-09T10:00")
    town.changes(SECOND, 'when = "2026-11-13T09:00/2026-11-13T14:30"')
    town.passes_by()
    assert "has passed" in ingrid.text
    assert "has passed" not in town.sitters["olga"].text
    town.close()


def test_the_second_programme_alone_speaks_at_the_first_one_s_hour(tmp_path: Path) -> None:
    house = House(tmp_path, TWO_DAYS.replace("2026-11-27", "2027-06-01"))
    house.reads(ELSEWHERE.replace('language = "en"', 'language = "en"\ntimezone = "Europe/London"'))
    house.member("kari", None, programme="here")
    house.member("kari", None, programme="there", joined=wall("2026-08-03T11:00"))
    house.beats("2026-11-18T13:30")
    ((at, text),) = house.heard("kari")
    assert (at, "Elsewhere" in text) == ("11-18 13:30", True)
    house.close()


def test_a_team_that_was_withdrawn_is_not_asked_what_it_takes_with_it(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.member("kari")
    house.reads(PROGRAMME.replace('name = "A"', 'name = "A"\nwithdrawn = true'))
    house.beats("2026-09-11T13:30")
    house.beats("2026-09-14T13:30")
    assert house.heard("kari") == []
    house.close()


@pytest.mark.parametrize(
    ("pause", "due"),
    [
        ("2026-10-14/2026-10-20", date(2026, 10, 21)),  # Wednesday to Tuesday: seven days off
        ("2026-10-15/2026-10-20", date(2026, 10, 14)),  # six
    ],
)
def test_a_break_is_long_from_seven_days_on(pause: str, due: date) -> None:
    mine = rules(read_programme(TWO_DAYS + f'pauses = ["{pause}"]\n'))
    day = date(2026, 10, 31)
    assert due_day(mine, day, Shift(-14), wall("2026-10-31T12:00")) == due


def test_who_organises_no_longer_changes_nothing_though_they_organise_elsewhere(
    tmp_path: Path,
) -> None:
    town = Town(tmp_path)
    town.reads(CHANGING.replace('id = "nett"', 'id = "annet"'))
    town.member("olga", "organiser", programme="annet")
    olga = town.member("olga", "organiser")
    town.member("kari")
    olga.presses("change:s2:@nett")
    for said in ("Date and time", "9 December 2026 at 9-14:30"):
        olga.says(said)
    yes = next(button.data for button in olga.last.buttons if button.text.startswith("Change"))
    assert yes is not None
    with town.unit() as unit:
        person = unit.people.at("telegram", "olga")
        assert person is not None
        unit.people.leave(person.id, "nett", "organiser")
    town.member("olga", "participant")
    olga.presses(yes)
    assert town.notices() == []
    assert olga.last.text.startswith("Only organisers")
    town.close()


def test_a_word_that_is_passed_on_notes_nobody(tmp_path: Path) -> None:
    room = Comers(tmp_path, START)
    kari, word = room.comes("1"), room.word()
    room.now = wall("2026-09-10T12:05")
    kari.forwards(word)
    assert room.present() == []
    kari.says(word)
    assert [one.state for one in room.present()] == ["here"]
    room.close()


def test_a_calendar_goes_to_the_door_where_it_was_asked_for(tmp_path: Path) -> None:
    town = Town(tmp_path)
    kari = town.member("kari")
    with town.unit() as unit:
        person = unit.people.at("telegram", "kari")
        assert person is not None
        unit.people.live_at(person.id, "aside", "k")
    kari.says("/calendar")
    with town.unit() as unit:
        (task,) = unit.tasks.due(town.now, 9)
        made = desk.PAPERS[task.kind](unit, task.arguments, town.now)
    assert made is not None
    assert (made.to.door, made.to.key) == ("telegram", "kari")
    town.close()
