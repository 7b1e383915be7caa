"""The five real programmes, as their files let them report: a journey each, in bokmål."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import desk
from handlers.flow.party import team_party
from handlers.markup import plain
from handlers.programme_file import ProgrammeFile
from storage.records import Role
from tests.room import Room, Sitter
from tests.seated import seated


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2012, 1, 1, tzinfo=UTC))
    yield here
    here.close()


def opened(room: Room, file: str, *day: int) -> ProgrammeFile:
    """Import a programme's file in the morning of a day."""
    room.now = datetime(*day, 9, tzinfo=UTC)  # type: ignore[misc,arg-type]
    return room.holds(f"{file}.toml")


def comes(
    room: Room, programme: ProgrammeFile, name: str, team: str | None, role: Role = "participant"
) -> Sitter:
    """Somebody with a name of their own, who reads bokmål."""
    sitter = seated(room, name, programme.id, role, team, "nb")
    with room.unit() as unit:
        person = unit.people.at("telegram", name)
        assert person is not None
        unit.people.name(person.id, name)
    return sitter


def told(sitter: Sitter, shown: int = 1) -> list[str]:
    """The paragraphs of the newest messages."""
    return [part for one in sitter.screen[-shown:] for part in one.text.split("\n\n")]


def under_the_picture(room: Room, sitter: Sitter) -> list[str]:
    """The paragraphs beneath the picture that was ordered last; none where none was."""
    with room.unit() as unit:
        due = [one for one in unit.tasks.due(room.now, 100) if one.kind == "report-picture"]
        mine = [one for one in due if json.loads(one.arguments)["key"] == sitter.key]
        paper = desk.PAPERS["report-picture"](unit, mine[-1].arguments, room.now) if mine else None
    return plain(paper.text).split("\n\n") if paper else []


def test_noetteroy_reports_need_use_driver_and_anchoring_without_measures(room: Room) -> None:
    programme = opened(room, "notteroy", 2020, 5, 4)
    team = programme.team[0]
    anne, bjorn = (comes(room, programme, name, team.id) for name in ("Anne", "Bjørn"))
    leader = comes(room, programme, "Dag", None, "organiser")
    anne.says("/rapport")
    assert told(anne)[0] == "Flere rapporter er åpne. Hvilken vil du skrive?"
    anne.taps("Behov og forslag til tiltak 2")
    question, *hints = told(anne)[1].split("\n")
    assert (told(anne)[0], question) == (
        "4 av 4 spørsmål igjen",
        "Behov: Hvilket behov har dere sett?",
    )
    assert hints == ["Skriv med egne ord, høyst 2\xa0000 tegn.", "Ikke skriv om enkeltpersoner."]
    for answer in ("Flere må se nye brukere", "Brukerne", "Lederen vår", "I ledergruppa"):
        anne.says(answer)
    anne.taps("Send")
    title = "Behov og forslag til tiltak 2"
    thanks = f"Takk! Rapporten før «{title}» er levert."
    assert told(anne, 2) == [thanks, "Slik står det", "1 av 1 team har levert."]
    assert under_the_picture(room, anne) == []
    quiet = (
        f"Teamets rapport før «{title}» er levert. Du trenger ikke gjøre noe. /rapport viser den."
    )
    assert [(one.text, one.silent) for one in bjorn.screen] == [(quiet, True)]
    leader.says("/oppsummering")
    assert told(leader)[1].split("\n") == [
        "Ansatte i psykisk helse og rus",
        *("Behov: Hvilket behov har dere sett?", "Flere må se nye brukere"),
        *("Nytteverdi: Hvem får nytte av det, og hvordan?", "Brukerne"),
        *("Pådriver: Hvem driver det fram?", "Lederen vår"),
        *("Forankring: Hvor er det forankret?", "I ledergruppa"),
    ]


def test_nord_troms_tells_of_the_aims_it_was_given_one_tap_each(room: Room) -> None:
    programme = opened(room, "nord-troms", 2019, 2, 4)
    team = programme.team[0]
    anne = comes(room, programme, "Anne", team.id)
    leader = comes(room, programme, "Dag", None, "organiser")
    with room.unit() as unit:
        aims = unit.measures.aims(programme.id, team_party(programme.id, team.id))
    wordings = [programme.team[0].aims[n] for n in range(7)]
    assert [(one.wording, one.given) for one in aims] == [(one, True) for one in wordings]
    anne.says("/tiltak")
    anne.taps("Delmål 1")
    assert told(anne) == [f"Delmål 1: {wordings[0]}\ningen status ennå · bestemt av programmet"]
    assert "Endre ordene" not in anne.last.labels
    anne.presses(f"aim:{aims[0].id}:words")
    assert told(anne) == [
        (
            "Delmålet er bestemt av programmet, så teksten blir stående. "
            "Hvordan det går, kan meldes som ellers."
        )
    ]
    anne.says("/rapport")
    for wording in wordings:
        assert told(anne)[1] == f"{wording}\nDelmål: Hvor langt på vei?"
        anne.taps("i gang")
    anne.says("Visningsleilighet")
    assert told(anne)[1] == "Visningsleilighet\nTiltak: Hvordan går det?"
    anne.taps("går tregt")
    anne.says("Vi venter på nettet")
    for label in ("Hopp over", "Nei", "Send"):
        anne.taps(label)
    assert under_the_picture(room, anne) == [
        "Slik står det",
        "Nå: 1 går tregt",
        "1 av 1 team har levert.",
    ]
    leader.says("/oppsummering")
    assert told(leader)[1].split("\n") == [
        "Delprosjekt Velferdsteknologi",
        *("Tiltak", "1 går tregt", "Visningsleilighet (går tregt): Vi venter på nettet"),
        *("Delmål", *(f"{wording}: i gang" for wording in wordings)),
        *("Trenger dere hjelp?", "Nei"),
    ]


def test_orkdal_tells_of_its_homework_and_its_own_reference_group_helps(room: Room) -> None:
    programme = opened(room, "orkdal", 2018, 2, 1)
    anne = comes(room, programme, "Anne", "hitra")
    guide, other = (comes(room, programme, n, t, "facilitator") for n, t in GUIDES)
    leader = comes(room, programme, "Dag", None, "organiser")
    anne.says("rapport")
    assert told(anne)[1].startswith("Hva har dere gjort i hjemmearbeidet siden forrige samling?\n")
    anne.says("Vi har snakket med studentene")
    anne.taps("Hopp over")
    anne.taps("Ja")
    assert told(anne)[0] == "Veilederen har fått det og kan svare her."
    assert told(anne)[2].startswith("Hva trenger dere hjelp til?\n")
    title = "Samhandling mellom utdanningsinstitusjonene og kommunene"
    done = "Hva har dere gjort i hjemmearbeidet siden forrige samling?"
    assert told(guide) == [
        "Hitra ber om hjelp",
        f"I rapporten før «{title}».",
        f"{done}\nVi har snakket med studentene",
    ]
    anne.says("Å nå høgskolen")
    assert told(guide) == [
        "Hitra skriver hva hjelpen gjelder",
        "Hva trenger dere hjelp til?\nÅ nå høgskolen",
    ]
    assert (other.screen, leader.screen) == ([], [])
    anne.taps("Send")
    assert told(anne, 2)[1:] == ["Slik står det", "1 av 7 team har levert."]
    guide.taps("Svar teamet")
    guide.says("Jeg ringer i morgen")
    assert told(anne) == ["Svar fra Eva, veilederen deres:", "Jeg ringer i morgen"]
    leader.says("/oppsummering")
    assert "• Hitra (besvart torsdag 1. februar)" in leader.text


GUIDES = (("Eva", "hitra"), ("Finn", "skaun"))


def test_the_mentor_network_sees_aims_measures_and_attainment_over_two_rounds(room: Room) -> None:
    programme = opened(room, "mentor-troms-finnmark", 2022, 10, 3)
    anne, bjorn = (comes(room, programme, name, "tromso-1") for name in ("Anne", "Bjørn"))
    leader = comes(room, programme, "Dag", None, "organiser")
    anne.says("/rapport")
    anne.says("Ingen er alene")
    anne.taps("i gang")
    anne.says("Ringe før første dag\nMentor til hver")
    for label in ("i gang", "går tregt", "Hopp over", "Hopp over", "Nei", "Send"):
        anne.taps(label)
    assert under_the_picture(room, anne)[1] == "Nå: 1 i gang og 1 går tregt"
    room.now = datetime(2023, 2, 20, 9, tzinfo=UTC)
    bjorn.says("/rapport")
    about = "Tiltak: Hvordan går det?\nDelmål: Ingen er alene\nSist: i gang"
    assert told(bjorn)[1] == f"Ringe før første dag\n{about}"
    as_last = "«Alt som sist» gir de samme svarene som i forrige rapport."
    rest = "Det som ikke må besvares, hoppes over. Alt vises før det sendes."
    assert told(bjorn)[2] == f"{as_last} {rest}"
    for label in ("ferdig", "som sist", "delvis nådd", "Hopp over", "Nei", "Send"):
        bjorn.taps(label)
    assert under_the_picture(room, bjorn) == [
        "Siden sist",
        "Forrige gang: 1 i gang og 1 går tregt\nNå: 1 går tregt og 1 ferdig",
        "Ferdig siden sist:\n• Ringe før første dag",
        "1 av 4 team har levert.",
    ]
    leader.says("/oppsummering")
    assert "• i gang → ferdig: 1 tiltak hos 1 team" in leader.text
    assert "Delmål\nIngen er alene: delvis nådd" in leader.text


def test_gjoevik_leaders_report_each_on_their_own(room: Room) -> None:
    programme = opened(room, "gjovik", 2013, 2, 4)
    anne, bjorn = (comes(room, programme, name, None) for name in ("Anne", "Bjørn"))
    leader = comes(room, programme, "Dag", None, "organiser")
    anne.says("/rapport")
    anne.taps("Kvalitet")
    assert told(anne)[1].startswith("Hva har du prøvd ut i egen tjeneste siden forrige modul?\n")
    anne.says("Kortere møter")
    anne.taps("Hopp over")
    anne.taps("Send")
    thanks = "Takk! Rapporten før «Kvalitet» er levert."
    assert told(anne, 2) == [thanks, "Slik står det", "1 av 2 deltakere har levert."]
    assert under_the_picture(room, anne) == []
    assert bjorn.screen == []
    bjorn.says("/rapport")
    assert bjorn.last.labels[0] == "Kvalitet"
    leader.says("/oppsummering")
    told_of = told(leader, 2)
    assert "Levert\n1 av 2 har levert.\nLevert: Anne" in told_of
    assert "Bjørn" not in leader.text
