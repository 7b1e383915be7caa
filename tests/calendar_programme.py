"""A small programme whose milestones a test writes itself, in a room of its own."""

from datetime import UTC, datetime
from pathlib import Path

from handlers.entries import calendar_file
from handlers.programme_file import ProgrammeFile, read_programme
from handlers.tongue import tongue
from storage.records import Membership, Role
from tests.room import Room

NOW = datetime(2026, 8, 20, 8, tzinfo=UTC)
HEAD = """
schema = 1
id = "nett"
name = "Nettverket"
timezone = "{zone}"
organisers = ["Havnes kommune"]
[[contact]]
role = "leder"
reach = "Ring 00 00, eller skriv til kari@havnes.example."
[report]
days_before = 7
measures = true
"""
TEAMS = '\n[[team]]\nid = "a"\nname = "A"\n[[team]]\nid = "b"\nname = "B"\n'


def milestone(about: str, when: str = "", kind: str = "samling", **more: str) -> str:
    """A milestone as a file has it; ``more`` are values as they are written in TOML."""
    fields = {"id": f'"{about}"', "kind": f'"{kind}"', "title": f'"{about.title()}"'}
    fields |= {"when": f'"{when}"'} | more
    return "\n[[milestone]]\n" + "\n".join(f"{key} = {value}" for key, value in fields.items())


def programme(*parts: str, zone: str = "Europe/Oslo", teams: str = TEAMS) -> ProgrammeFile:
    return read_programme(HEAD.format(zone=zone) + teams + "\n".join(parts))


class Kept:
    """A room in which a programme is imported again and again, and somebody is in it."""

    def __init__(self, folder: Path, first: ProgrammeFile | None = None) -> None:
        self.room = Room(folder, NOW)
        self.current = first or programme()
        self.imports(self.current)

    def imports(self, said: ProgrammeFile, days: int = 1) -> None:
        self.room.passes(days=days)
        self.room.imports(said)
        self.current = said

    def joins(self, role: Role = "participant", team: str | None = "a") -> Membership:
        with self.room.unit() as unit:
            person = unit.people.add("Kari", "en", self.room.now)
            member = Membership(person.id, "nett", role, team, None, self.room.now)
            unit.people.join(member)
        return member

    def file(
        self,
        member: Membership | None = None,
        only: str | list[str] | None = None,
        language: str = "en",
    ) -> bytes:
        with self.room.unit() as unit:
            return calendar_file(
                unit, self.current, tongue(language), self.room.now, member=member, only=only
            )
