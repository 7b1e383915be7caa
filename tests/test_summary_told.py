"""The summary as it is told: to an organiser, to a facilitator, and to nobody else."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from handlers.events import Address, Event, Pressed, Said, What
from handlers.markup import split
from handlers.programme_file import ProgrammeFile
from handlers.summary import as_json, view
from handlers.summary.commands import make
from handlers.summary.material import Sight
from handlers.summary.values import Words
from handlers.tongue import tongue
from storage.records import Reflection, Task
from tests.room import Room, rows
from tests.seated import seated
from tests.summed_up import Said as Answers
from tests.summed_up import delivers, reflect, summed_up

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)  # a week before samling 2: the day its report is due
EN = tongue("en")
YES = ("yes", "Ja")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    yield room
    room.close()


@pytest.fixture
def programme(room: Room) -> ProgrammeFile:
    return room.holds()


# On the phone


def test_an_organiser_reads_the_whole_and_goes_to_another_round(
    room: Room, programme: ProgrammeFile
) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "<b>Å</b> lytte", "hjelp": YES})
    delivers(room, programme, "elvvik-1", "samling-3", {"laert": "Tidlig ute"}, late=True)
    reflect(room, programme.id, "samling-1", "boller", "kake", "kaffe", "te")
    boss = seated(room, "9", role="organiser", team=None)
    boss.says("oppsummering")
    assert "1 of 12 teams has delivered." in boss.text
    assert "Not delivered: Havnes, sykehjemmet · Havnes, bo og habilitering · " in boss.text
    assert "Lyngsund (without Telegram)" in boss.text
    assert "<b>Å</b> lytte" in boss.text
    assert "<b>Å" not in "".join(shown.html for shown in boss.screen)
    assert "boller" in boss.last.text
    assert boss.last.labels == ["The matrix in Excel", "Before «Mentorrollen»"]
    boss.says("before «mentorrollen»")
    assert "Delivered after the deadline: Elvvik, hjemmetjenesten" in boss.text
    boss.says("/summary nothing such")
    assert "I know no report with that name." in boss.text


def test_the_excel_file_is_listed_once_and_made_for_who_asked(
    room: Room, programme: ProgrammeFile, tmp_path: Path
) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "A"})
    boss = seated(room, "9", role="organiser", team=None)
    boss.says("/summary")
    boss.taps("The matrix in Excel")
    assert boss.nods == ["The Excel file is on its way."]
    event = Event(
        "telegram:1", "2", Address("telegram", "9"), "9", NOW, Pressed("summary:sheet:", None)
    )
    room.answers(event)
    (task,) = due(room)
    with room.unit() as unit:
        paper = make(unit, task.arguments, NOW)
    assert paper is not None
    assert (paper.to, paper.name) == (
        Address("telegram", "9"),
        "mellom-trygg-oppstart-samling-2.xlsx",
    )
    (tmp_path / "x.xlsx").write_bytes(paper.content)
    with ZipFile(tmp_path / "x.xlsx") as archive:
        assert "xl/worksheets/sheet3.xml" in archive.namelist()


def test_the_file_is_asked_for_by_typing_too(room: Room, programme: ProgrammeFile) -> None:
    boss = seated(room, "9", programme.id, role="organiser", team=None)
    boss.says("/summary")
    boss.says("the matrix in excel")
    assert boss.last.text == "The Excel file is on its way."
    assert [json.loads(task.arguments)["milestone"] for task in due(room)] == ["samling-2"]


def test_no_file_is_made_for_one_who_leads_no_longer(room: Room, programme: ProgrammeFile) -> None:
    boss = seated(room, "9", role="organiser", team=None)
    boss.says("/summary")
    boss.taps("The matrix in Excel")
    (task,) = due(room)
    with room.unit() as unit:
        person = unit.people.at("telegram", "9")
        assert person is not None
        unit.people.leave(person.id, programme.id, "organiser")
        assert make(unit, task.arguments, NOW) is None
        unit.people.erase(person.id)
        assert make(unit, task.arguments, NOW) is None


def due(room: Room) -> list[Task]:
    with room.unit() as unit:
        return unit.tasks.due(NOW, 9)


# Reflections


def test_reflections_are_hidden_until_four_have_answered(
    room: Room, programme: ProgrammeFile
) -> None:
    reflect(room, programme.id, "samling-1", "rosinbolle", "eplekake", "vannbakkels")
    (three,) = summed_up(room, programme).reflections
    assert (three.answered, three.hidden, three.words) == (3, True, ())
    reflect(room, programme.id, "samling-1", "berlinerkrans")
    (four,) = summed_up(room, programme).reflections
    texts = ("berlinerkrans", "eplekake", "rosinbolle", "vannbakkels")
    assert (four.answered, four.hidden) == (4, False)
    assert four.words == (Words("Hva tar du med deg videre?", texts),)


def test_signed_answers_lend_no_cover_to_an_unsigned_one(
    room: Room, programme: ProgrammeFile
) -> None:
    reflect(room, programme.id, "samling-1", "alene")
    with room.unit() as unit:
        for name in ("a", "b", "c"):
            person = unit.people.add(name, None, NOW)
            unit.reflections.mark(programme.id, "samling-1", person.id)
            said = Reflection("samling-1", "tar-med", "Hva?", f"signert {name}")
            unit.reflections.keep_signed(programme.id, person.id, None, [said])
    (found,) = summed_up(room, programme).reflections
    shown = ("signert a", "signert b", "signert c")
    assert (found.hidden, found.words) == (True, (Words("Hva?", shown),))


# Who may see it


def test_a_participant_sees_nothing_by_word_button_or_replay(
    room: Room, programme: ProgrammeFile
) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "HEMMELIG"})
    someone = seated(room, "1", team="havnes-1")
    someone.says("/summary")
    someone.says("oppsummering samling-2")
    for data in ("summary", "summary:of:samling-2", "summary:sheet:samling-2", "summary:x:y:z"):
        someone.presses(data)
    assert "HEMMELIG" not in someone.text
    assert "teams" not in someone.text
    assert rows(room.connection, "task") == 0
    assert "The summary is for organisers and facilitators of the programme." in someone.text


def test_an_organiser_of_another_programme_sees_nothing(
    room: Room, programme: ProgrammeFile
) -> None:
    other = room.holds("gjovik.toml")
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "HEMMELIG"})
    boss = seated(room, "9", programme=other.id, role="organiser", team=None)
    boss.says("/summary")
    boss.presses("summary:of:samling-2")
    assert "HEMMELIG" not in boss.text
    assert "Havnes" not in boss.text


def test_a_facilitator_with_a_team_sees_that_team_and_nothing_of_others(
    room: Room, programme: ProgrammeFile
) -> None:
    said: Answers = {"laert": "HEMMELIG", "framdrift": ("2", "2"), "hjelp": YES}
    delivers(room, programme, "havnes-1", "samling-2", said)
    delivers(room, programme, "havnes-1", "samling-3", {**said, "framdrift": ("3", "3")})
    delivers(room, programme, "elvvik-1", "samling-3", {"laert": "vårt eget", "hjelp": YES})
    reflect(room, programme.id, "samling-1", "HEMMELIG a", "HEMMELIG b", "c", "d")
    guide = seated(room, "5", role="facilitator", team="elvvik-1")
    guide.says("/summary samling-3")
    assert "vårt eget" in guide.text
    assert "You see the team that you guide." in guide.text
    summary = summed_up(room, programme, "samling-3", Sight("elvvik-1"))
    everything = guide.text + json.dumps(as_json(summary), ensure_ascii=False)
    other = [team.name for team in programme.team if team.id != "elvvik-1"]
    assert [one for one in ("HEMMELIG", *other) if str(one) in everything] == []
    assert (summary.expected, summary.reflections) == (1, ())


def test_a_facilitator_without_a_team_guides_them_all(room: Room, programme: ProgrammeFile) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "Å lytte"})
    guide = seated(room, "5", role="facilitator", team=None)
    guide.says("/summary")
    assert "1 of 12 teams has delivered." in guide.text
    assert "Å lytte" in guide.text


def test_a_group_is_no_place_for_it(room: Room, programme: ProgrammeFile) -> None:
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "HEMMELIG"})
    seated(room, "9", role="organiser", team=None)
    group = room.sitter("-100", language="en")
    done: tuple[What, ...] = (Said("m", "/summary"), Pressed("summary:sheet:samling-2", None))
    for update, what in enumerate(done):
        room.answers(
            Event("t", f"g{update}", Address("telegram", "-100"), "9", NOW, what, private=False)
        )
    room.deliver()
    assert group.text.count("The summary is shown in a private chat") == 2
    assert "HEMMELIG" not in group.text
    assert rows(room.connection, "task") == 0


# Length


def test_long_answers_are_cut_on_the_phone_and_many_are_still_few_messages(
    room: Room, programme: ProgrammeFile
) -> None:
    long = "ord " * 500
    asked = [one.key for one in programme.report.question]  # type: ignore[union-attr]
    for team in programme.team:
        delivers(room, programme, team.id, "samling-2", dict.fromkeys(asked, long))
    reflect(room, programme.id, "samling-1", *(f"{number} {long}" for number in range(60)))
    pages = view.pages(EN, summed_up(room, programme))
    assert sum(len(split(page)) for page in pages) <= 8
    assert "Long answers are cut here. They stand in full in the Excel file." in pages[1]
    assert "48 more in the Excel file." in pages[2]
    for part in split(pages[1]):
        assert part.count("<blockquote expandable>") == part.count("</blockquote>")
