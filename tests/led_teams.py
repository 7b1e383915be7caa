"""A programme with people whose teams are changed, for the tests of teams and invitations."""

from collections.abc import Iterator
from pathlib import Path

from handlers.codes import USERNAME
from handlers.desk import PAPERS
from handlers.feature import Paper
from handlers.programme_file import ProgrammeFile, Team, load
from handlers.visits import PLACE
from storage.records import Duty, Membership, Role
from tests.joining import NOW, PROGRAMME
from tests.room import Room, Sitter


class Led(Room):
    """Ingrid organises, Siri facilitates, Kari and Ola are of one team, Per of another."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, NOW)
        self.holds()
        self.ingrid = self.comes("1", "Ingrid Solli", "organiser")
        self.kari = self.comes("2", "Kari Nordmann", team="havnes-1", duty="contact")
        self.ola = self.comes("3", "Ola Hansen", team="havnes-1")
        self.per = self.comes("4", "Per Moe", team="havnes-2")
        self.siri = self.comes("5", "Siri Vik", "facilitator")

    def comes(  # noqa: PLR0913 - who, as what
        self,
        key: str,
        name: str,
        role: Role = "participant",
        team: str | None = None,
        duty: Duty | None = None,
        programme: str = PROGRAMME,
    ) -> Sitter:
        """Let somebody be in the programme."""
        with self.unit() as unit:
            person = unit.people.add(name, "en", self.now)
            unit.people.live_at(person.id, "telegram", key)
            member = Membership(person.id, programme, role, team, None, self.now)
            unit.people.join(member)
            if duty is not None:
                unit.people.take_duty(member, duty)
        return self.sitter(key, name, "en")

    def has(self, *, bot: bool = False, page: bool = False) -> None:
        """Let the house know its bot's name, or have a page."""
        with self.unit() as unit:
            unit.house.keep(USERNAME, "mellom_bot" if bot else "")
            unit.house.keep(PLACE, "https://mellom.example" if page else "")

    @property
    def programme(self) -> ProgrammeFile:
        with self.unit() as unit:
            row = unit.programmes.find(PROGRAMME)
        assert row is not None
        return load(row.body)

    def team(self, team: str) -> Team:
        return next(one for one in self.programme.team if one.id == team)

    def people(self, programme: str = PROGRAMME) -> dict[str, tuple[str, str | None, str | None]]:
        """By name: what each is, in which team, with which duty; a star for one only listed."""
        with self.unit() as unit:
            members = unit.people.members(programme)
            names = {one.id: one.name or "" for one in unit.people.of_programme(programme)}
        return {
            names[m.person] + ("*" if m.listed else ""): (m.role, m.team, m.duty) for m in members
        }

    def papers(self) -> Iterator[Paper | None]:
        """Make what was ordered, as the workers do beside the answers."""
        with self.unit() as unit:
            due = unit.tasks.due(self.now, 20)
            made = [PAPERS[one.kind](unit, one.arguments, self.now) for one in due]
            for one in due:
                unit.tasks.end(one.id, "done")
        yield from made
