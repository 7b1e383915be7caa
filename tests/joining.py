"""What the tests of joining share: codes, people on their way in, and what is kept of them."""

from datetime import UTC, datetime

from handlers.join.codes import codes
from handlers.programme_file import ProgrammeFile
from handlers.programme_file.schema import Size, Teams
from storage.records import Membership
from tests.room import Room, Sitter

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"


def code(room: Room, team: str = "havnes-1", role: str = "participant") -> str:
    with room.unit() as unit:
        found = codes(unit, PROGRAMME, room.now, None)
    of_team = team if role == "participant" else ""
    return next(one.code for one in found if (one.role, one.team) == (role, of_team))


def newcomer(room: Room, key: str = "101", name: str = "Kari Nordmann") -> Sitter:
    return room.sitter(key, name, language="en")


def joined(room: Room, key: str = "101", team: str = "havnes-1") -> Sitter:
    sitter = newcomer(room, key)
    sitter.says(f"/start {code(room, team)}")
    sitter.taps("Yes, it is private")
    sitter.taps("Kari Nordmann")
    sitter.taps("Skip")
    return sitter


def memberships(room: Room, key: str = "101") -> list[Membership]:
    with room.unit() as unit:
        person = unit.people.at("telegram", key)
        return unit.people.memberships(person.id) if person else []


def places(room: Room, key: str = "101") -> list[tuple[str, str | None, str | None]]:
    return [(one.role, one.team, one.job) for one in memberships(room, key)]


def resized(room: Room, size: Size) -> ProgrammeFile:
    programme = room.holds("eksempel.toml")
    changed = programme.model_copy(update={"teams": Teams(size=size)})
    room.imports(changed)
    return changed


def on_disk(room: Room) -> bytes:
    room.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return room.path.read_bytes()
