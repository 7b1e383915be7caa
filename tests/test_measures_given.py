"""Aims that the programme's file gives: they come, stay and go with it, and the team tells them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from handlers.programme.importing import import_file
from storage.records import Aim
from tests.room import PROGRAMMES, Room, rows
from tests.seated import seated

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "kompetanseloftet-nord-troms"
TEAM = team_party(PROGRAMME, "velferdsteknologi")
NORD_TROMS = (PROGRAMMES / "nord-troms.toml").read_text(encoding="utf-8")
FIRST = '  "Kartlegge og prioritere tjenestebehov i hjemmetjenesten inkl omsorgsboliger",\n'


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    imports(room, NORD_TROMS)
    yield room
    room.close()


def imports(room: Room, text: str) -> None:
    with room.unit() as unit:
        import_file(unit, text, room.now)


def aims(room: Room) -> list[Aim]:
    with room.unit() as unit:
        return unit.measures.aims(PROGRAMME, TEAM)


def test_the_seven_aims_of_nord_troms_stand_from_the_import(room: Room) -> None:
    found = aims(room)
    assert [(one.number, one.given, one.is_open) for one in found] == [
        (number, True, True) for number in range(1, 8)
    ]
    assert found[0].wording == FIRST.strip().strip('",')


def test_importing_again_and_reordering_change_nothing(room: Room) -> None:
    before = aims(room)
    imports(room, NORD_TROMS)
    last = 'gjennomføringsfasen",\n'
    reordered = NORD_TROMS.replace(FIRST, "").replace(last, last + FIRST)
    assert reordered != NORD_TROMS
    imports(room, reordered)
    assert aims(room) == before
    assert rows(room.connection, "work_change") == 7


def test_what_is_no_longer_in_the_file_is_closed_and_opened_again_when_it_comes_back(
    room: Room,
) -> None:
    imports(room, NORD_TROMS.replace(FIRST, '  "Et nytt delmål",\n'))
    assert [one.closed_at for one in aims(room)] == [NOW, *[None] * 7]
    assert aims(room)[7].wording == "Et nytt delmål"
    imports(room, NORD_TROMS)
    assert [one.is_open for one in aims(room)] == [*[True] * 7, False]


def test_what_the_team_closed_stays_closed_through_an_import(room: Room) -> None:
    kari = seated(room, "1", PROGRAMME, team="velferdsteknologi")
    kari.presses(f"aim:{aims(room)[0].id}:close")
    imports(room, NORD_TROMS.replace('"Et nytt', '"x').replace("Hva står i veien nå?", "Hva nå?"))
    assert [one.is_open for one in aims(room)] == [False, *[True] * 6]


def test_an_aim_in_several_languages_follows_the_teams_and_is_still_the_same(room: Room) -> None:
    both = '  {nb = "Kartlegge", en = "Map the needs"},\n'
    imports(room, NORD_TROMS.replace(FIRST, both))
    english = NORD_TROMS.replace(FIRST, both).replace(
        'id = "velferdsteknologi" ', 'id = "velferdsteknologi"\nlanguage = "en" '
    )
    assert '\nlanguage = "en" ' in english
    imports(room, english)
    assert [(one.number, one.wording) for one in aims(room)][7:] == [(8, "Map the needs")]


def test_a_programme_from_before_there_were_aims_gets_them_by_the_same_file(room: Room) -> None:
    for table in ("work_change", "aim"):
        room.connection.execute(f"DELETE FROM {table}")  # noqa: S608
    imports(room, NORD_TROMS)
    assert len(aims(room)) == 7


def test_a_given_aim_is_told_and_closed_but_not_reworded(room: Room) -> None:
    kari = seated(room, "1", PROGRAMME, team="velferdsteknologi")
    aim = aims(room)[0]
    kari.presses(f"aim:{aim.id}")
    assert "set by the programme" in kari.last.text
    assert "Change the words" not in kari.last.labels
    kari.presses(f"aim:{aim.id}:words")
    assert kari.last.text.startswith("The programme has set this aim, so its words stay.")
    kari.says("Other words")
    kari.presses(f"aim:{aim.id}:state:reached")
    kari.taps("Close the aim")
    assert (aims(room)[0].wording, aims(room)[0].state) == (aim.wording, "reached")
    assert aims(room)[0].closed_at == NOW
    kari.taps("History")
    assert kari.last.text.split("\n")[2].endswith("(the programme)")
    assert kari.last.text.split("\n")[-1].endswith("closed (Kari Nordmann)")


def test_a_team_that_is_withdrawn_gets_none(room: Room) -> None:
    withdrawn = NORD_TROMS.replace('id = "velferdsteknologi" ', "withdrawn = true\n" + 'id = "x" ')
    imports(room, withdrawn.replace("kompetanseloftet-nord-troms", "another"))
    with room.unit() as unit:
        assert unit.measures.aims("another", team_party("another", "x")) == []
