"""A team of the mentor network before its status round, and those who file and follow it."""

from dataclasses import replace

from handlers.flow.buttons import Steer, Tap, decode
from handlers.flow.party import team_party
from handlers.programme_file import (
    ProgrammeFile,
    read_programme,
)
from storage.records import Measure, Report
from tests.room import PROGRAMMES, Room, Sitter
from tests.seated import seated

PROGRAMME = "mentor-troms-finnmark"
TEXT = (PROGRAMMES / f"{PROGRAMME}.toml").read_text(encoding="utf-8")
FILE = read_programme(TEXT)
TEAM = FILE.team[0].id
PARTY = team_party(PROGRAMME, TEAM)
NAME = str(FILE.team[0].name)
FIRST = "samling-2"


def nurse(room: Room, key: str = "1") -> Sitter:
    return seated(room, key, PROGRAMME, team=TEAM)


def organiser(room: Room) -> Sitter:
    return seated(room, "9", PROGRAMME, "organiser", team=None)


def has(room: Room, *wordings: str) -> None:
    """An aim and the measures towards it, each told of once before."""
    with room.unit() as unit:
        aim = unit.measures.add_aim(PROGRAMME, PARTY, "An aim", None, room.now)
        unit.measures.change_aim(replace(aim, state="under-way"), None, room.now)
        for wording in wordings:
            new = unit.measures.add_measure(PROGRAMME, PARTY, aim.id, wording, None, room.now)
            unit.measures.change_measure(replace(new, state="under-way"), None, room.now)


def measures(room: Room) -> list[Measure]:
    with room.unit() as unit:
        return unit.measures.measures(PROGRAMME, PARTY)


def report(room: Room) -> Report:
    with room.unit() as unit:
        found = unit.reports.of(PROGRAMME, PARTY, FIRST)
    assert found is not None
    return found


def told(room: Room) -> dict[str, str | None]:
    kept = report(room)
    with room.unit() as unit:
        return {one.key: one.value for one in unit.reports.answers(kept)}


def goes_on(sitter: Sitter) -> None:
    """Answer what is left with the first button that fits, up to the page before sending."""
    while "Send" not in sitter.last.labels:
        fitting = ("as last time", "under way", "Skip", "No")
        sitter.taps(next(one for one in fitting if one in sitter.last.labels))


def delivers(sitter: Sitter) -> None:
    sitter.says("/report")
    goes_on(sitter)
    sitter.taps("Send")


def draft_of(sitter: Sitter) -> str:
    """The draft that the newest buttons are about."""
    button = decode(sitter.last.buttons[-1].data or "")
    assert isinstance(button, Tap | Steer)
    return button.draft


def keeping_files() -> ProgrammeFile:
    return read_programme(TEXT.replace("measures = true", "measures = true\nattachments = true"))
