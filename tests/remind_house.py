"""A house with people in it whose clock can be set, for the tests of reminders."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers import tick
from handlers.post import keyboard_json
from handlers.programme_file import ProgrammeFile, read_programme
from storage.records import Membership, OutboxRow, ReportAnswer, Role
from storage.unit import Unit
from tests.room import Room, Shown

PROGRAMME = """
schema = 1
id = "nett"
name = { nb = "Nettverk", en = "Network" }
language = "en"
[[team]]
id = "a"
name = "A"
[[team]]
id = "b"
name = "B"
[[milestone]]
id = "s1"
kind = "samling"
title = "Start"
when = "2026-09-10T12:00/2026-09-11T13:00"
place = "Tromsø"
homework = "Try one thing."
[[milestone]]
id = "s2"
kind = "samling"
title = "Findings"
when = "2026-12-02T09:00/2026-12-02T14:30"
mode = "digital"
link = "https://meet.example"
[[milestone]]
id = "s3"
kind = "samling"
title = "Mentors"
when = "2027-02"
[report]
days_before = 7
[[report.question]]
key = "laert"
ask = "?"
kind = "text"
[reflection]
[[reflection.question]]
key = "tar-med"
ask = "?"
kind = "text"
"""
OTHER = """
schema = 1
id = "annet"
name = "Other"
language = "en"
timezone = "Europe/London"
[[milestone]]
id = "s2"
kind = "samling"
title = "Elsewhere"
when = "2026-12-01"
[reminders]
hour = "10:00"
samling_days_before = [13]
"""
OSLO = ZoneInfo("Europe/Oslo")


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


class House(Room):
    """A room where time passes by heartbeats, and pushes are worded as they leave."""

    def __init__(self, folder: Path, programme: str = PROGRAMME) -> None:
        super().__init__(folder, wall("2026-08-03T10:00"))
        self.reads(programme)

    def reads(self, programme: str) -> ProgrammeFile:
        read = read_programme(programme)
        self.imports(read)
        return read

    def member(  # noqa: PLR0913 - what a membership is made of
        self,
        key: str,
        team: str | None = "a",
        role: Role = "participant",
        programme: str = "nett",
        joined: datetime | None = None,
        language: str | None = None,
    ) -> str:
        """Let someone be a member; return their id. Known keys are the same person."""
        if key not in self.sitters:
            self.sitter(key)
        with self.unit() as unit:
            person = unit.people.at("telegram", key) or unit.people.add(key, language, self.now)
            unit.people.live_at(person.id, "telegram", key)
            unit.people.join(Membership(person.id, programme, role, team, None, joined or self.now))
        return person.id

    def beats(self, at: str, *, carried: bool = True) -> None:
        """Let it be this time in Oslo, with one whole round of the heartbeat."""
        self.now = wall(at)
        mark: str | None = tick.START
        while mark is not None:
            with self.unit() as unit:
                mark = tick.beat(unit, self.now, mark)
        if carried:
            self.deliver()

    def delivers(self, unit: Unit, party: str, milestone: str) -> None:
        answers = [ReportAnswer("laert", "?", "x", "x")]
        unit.reports.deliver("nett", party, milestone, answers, None, self.now, late=False)

    def deliver(self) -> None:
        """Carry out everything that is owed, as the courier does."""
        while True:
            with self.unit() as unit:
                ready = unit.outbox.ready(self.now, 100)
                for row in ready:
                    self._take(unit, row)
            if not ready:
                return

    def _take(self, unit: Unit, row: OutboxRow) -> None:
        if row.push is not None:
            letter = tick.compose(unit, row, self.now)
            if letter is None:
                unit.outbox.end(row.position, "moot", "nothing is true", self.now)
                return
            unit.outbox.reword(row.position, letter.text, keyboard_json(letter.buttons))
        fresh = unit.outbox.find(row.position)
        assert fresh is not None
        unit.outbox.take(row.position)
        unit.outbox.sent(row.position, self._carry(fresh), self.now)

    def heard(self, key: str) -> list[tuple[str, str]]:
        """What someone got: the wall time in Oslo, and the text."""
        return [
            (f"{at.astimezone(OSLO):%m-%d %H:%M}", shown.text)
            for at, to, shown in self.sent
            if to == key
        ]

    def last_to(self, key: str) -> Shown:
        return [shown for _, to, shown in self.sent if to == key][-1]

    def states(self) -> list[str]:
        """How every row of the outbox stands."""
        found = self.connection.execute("SELECT state FROM outbox ORDER BY position").fetchall()
        return [row["state"] for row in found]

    def pushes(self) -> list[str]:
        """The id of every push, the oldest first."""
        found = self.connection.execute("SELECT id FROM push ORDER BY made_at").fetchall()
        return [row["id"] for row in found]
