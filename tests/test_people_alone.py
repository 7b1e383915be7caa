"""Where people take part alone: «you» and no team, and nobody looks over their shoulder."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.flow.party import person_party
from handlers.programme_file import read_programme
from tests.room import PROGRAMMES, Room, Sitter
from tests.seated import seated

PROGRAMME = "gjovikregionen-lederutdanning"
FILE = (PROGRAMMES / "gjovik.toml").read_text(encoding="utf-8")
WITH_ALL = FILE.replace("days_before = 7", "days_before = 7\nmeasures = true", 1).replace(
    "[[report.question]]", "[report.score]\n\n[[report.question]]", 1
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2013, 4, 1, 9, tzinfo=UTC))
    here.imports(read_programme(WITH_ALL))
    yield here
    here.close()


def leader(room: Room, key: str = "1", language: str = "nb") -> Sitter:
    return seated(room, key, PROGRAMME, team=None, language=language)


def organiser(room: Room) -> Sitter:
    return seated(room, "9", PROGRAMME, role="organiser", team=None)


def test_nothing_in_the_whole_report_speaks_to_a_team(room: Room) -> None:
    kari = leader(room)
    kari.says("/rapport")
    kari.taps("Kvalitet")
    for said in ("hopp over", "hopp over", "Jeg gikk runden", "At folk vil prate"):
        kari.says(said)
    for said in ("ja", "Tid til det", "nei", "nei", "nei", "2", "1", "send"):
        kari.says(said)
    assert "er levert" in kari.text
    kari.taps("Trekk tilbake")
    kari.taps("Ja, trekk den tilbake")
    for said in ("/neste", "/tiltak", "/skjema", "/hjelp"):
        kari.says(said)
    assert "trukket tilbake" in kari.text
    words = set(kari.text.lower().replace("?", " ").replace(":", " ").split())
    assert words & {"dere", "deres", "team", "teamet", "teamets"} == set()


def test_organisers_do_not_follow_what_each_person_tries(room: Room) -> None:
    kari, ingrid = leader(room), organiser(room)
    kari.says("/tiltak Gå runden hver morgen")
    with room.unit() as unit:
        me = unit.people.at("telegram", "1")
        assert me is not None
        (mine,) = unit.measures.measures(PROGRAMME, person_party(me.id))
    own = "Aims and measures are each participant's own. Their reports tell of them."
    ingrid.says("/measures")
    assert (ingrid.last.text, ingrid.last.labels) == (own, [])
    for data in (f"measure:{mine.id}", f"measure:{mine.id}:history"):
        ingrid.presses(data)
        assert ingrid.last.text == (
            "That belongs to a team that you are not in, so nothing was changed."
        )
    ingrid.presses(f"measures:of:{me.id}")
    assert "Gå runden" not in ingrid.text


def test_help_offers_leaders_nothing_that_is_only_for_teams(room: Room) -> None:
    ingrid = organiser(room)
    ingrid.says("/help")
    assert [line.split(" ")[0] for line in ingrid.last.text.splitlines() if line[:1] == "/"] == [
        "/status",
        "/programme",
        "/calendar",
        "/ask",
        "/summary",
        "/assess",
        "/broadcast",
        "/change",
        "/invite",
        "/series",
        "/settings,",
        "/mydata",
        "/language",
        "/cancel",
    ]
    assert "team" not in ingrid.last.text
