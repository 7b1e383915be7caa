"""A town where programmes change: people hear of it through the heartbeat and the workers."""

import contextlib
import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from handlers import desk, tick
from handlers.events import Event
from handlers.post import Letter, keyboard_json, post
from handlers.programme_file import ProgrammeFile, read_programme
from storage.records import File, Membership, OutboxRow, Role, Task
from storage.unit import Unit
from tests.room import Room, Shown, Sitter

Result = TypeVar("Result")
OSLO = ZoneInfo("Europe/Oslo")
PROGRAMME = """
schema = 1
id = "nett"
name = "Network"
language = "en"
[teams]
functions = ["mentor", "leader"]
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
mode = "physical"
[[milestone.agenda]]
at = "2026-09-10T12:00"
what = "Lunch"
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
[[milestone]]
id = "plan"
kind = "frist"
title = "Local plan"
when = "2026-10-30"
[report]
days_before = 7
[[report.question]]
key = "laert"
ask = "?"
kind = "text"
[samling.hold_date]
[samling.sign_up]
days_before = 21
"""
# What stands in it, and other things that may.
SECOND = 'when = "2026-12-02T09:00/2026-12-02T14:30"'
LATER = 'when = "2026-12-09T09:00/2026-12-09T14:30"'
EARLIER = 'when = "2026-11-25T09:00/2026-11-25T14:30"'
PLACE = 'place = "Tromsø"'
MONDAY = "2026-08-03T10:00"


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


class TheHouseFell(Exception):
    pass


class Town(Room):
    """A room where beats pass and tasks are done, each in a unit of its own.

    Where it is ``frail``, the house falls at the end of every unit, and it is done again.
    """

    frail = False

    def __init__(self, folder: Path, programme: str = PROGRAMME, at: str = MONDAY) -> None:
        super().__init__(folder, wall(at))
        self.source = programme
        self.files: dict[str, bytes] = {}
        self.abouts: dict[str, str] = {}
        self.reads(programme)

    def reads(self, programme: str) -> ProgrammeFile:
        read = read_programme(programme)
        self.imports(read)
        return read

    def changes(self, old: str, new: str) -> None:
        """Import the file again, with something else in it."""
        assert old in self.source
        self.source = self.source.replace(old, new)
        self.reads(self.source)

    def member(  # noqa: PLR0913 - what a membership is made of
        self,
        key: str,
        role: Role = "participant",
        team: str | None = "a",
        job: str | None = None,
        programme: str = "nett",
        language: str = "en",
    ) -> Sitter:
        with self.unit() as unit:
            person = unit.people.at("telegram", key) or unit.people.add(key, language, self.now)
            unit.people.live_at(person.id, "telegram", key)
            at = team if role == "participant" else None
            unit.people.join(Membership(person.id, programme, role, at, job, self.now))
        return self.sitters.get(key) or self.sitter(key, key, language)

    def blocks(self, key: str) -> None:
        with self.unit() as unit:
            unit.people.unreachable("telegram", key, self.now)

    def at(self, moment: str) -> None:
        """Let it be this time in Oslo, and do all that is due."""
        self.now = wall(moment)
        self.passes_by()

    def passes_by(self) -> None:
        self.beats()
        self.works()
        self.deliver()

    def beats(self, most: int = 50) -> None:
        mark: str | None = tick.START
        while mark is not None:
            mark = self.commits(partial(tick.beat, now=self.now, mark=mark, most=most))

    def commits(self, work: Callable[[Unit], Result]) -> Result:
        if self.frail:
            with contextlib.suppress(TheHouseFell), self.unit() as unit:
                work(unit)
                raise TheHouseFell
        with self.unit() as unit:
            return work(unit)

    def answers(self, event: Event) -> None:
        self.commits(lambda unit: desk.handle(event, unit, self.now))

    def works(self, most: int = 1000) -> int:
        """Do what is due as the workers do; return how many tasks that were."""
        for done in range(most):
            if not self.commits(self._does_one):
                return done
        return most

    def _does_one(self, unit: Unit) -> bool:
        due = unit.tasks.due(self.now, 1)
        for task in due:
            self._does(unit, task)
        return bool(due)

    def _does(self, unit: Unit, task: Task) -> None:
        unit.tasks.end(task.id, "done")
        if task.kind in desk.TASKS:
            desk.TASKS[task.kind](unit, task.arguments, self.now)
        make = desk.PAPERS.get(task.kind)
        paper = make(unit, task.arguments, self.now) if make else None
        if paper is None:
            return
        file = File(unit.new_id(), None, paper.name, paper.mime, len(paper.content), None, None)
        unit.files.add(file, self.now)
        self.files[file.id] = paper.content
        letter = Letter(
            paper.text,
            paper.buttons,
            file=file.id,
            about=paper.about,
            stale_after=paper.stale_after,
        )
        post(unit, paper.to, letter, f"paper:{task.id}", paper.language, self.now)

    def _carry(self, row: OutboxRow) -> str | None:
        unit = Unit(self.connection)  # in the transaction that delivers
        if row.push is not None:
            letter = tick.compose(unit, row, self.now)
            if letter is None:
                return None
            unit.outbox.reword(row.position, letter.text, keyboard_json(letter.buttons))
            row = unit.outbox.find(row.position) or row
        message = super()._carry(row)
        if message is not None:
            self.abouts[message] = row.about
        return message

    def told(self, key: str) -> list[Shown]:
        """What somebody was told of changes."""
        return [
            shown
            for _, to, shown in self.sent
            if to == key and self.abouts.get(shown.id, "").startswith("change:")
        ]

    def heard(self, key: str) -> list[str]:
        return [shown.text for shown in self.told(key)]

    def entry(self, key: str) -> str:
        """The calendar file that came with the last of it, unfolded."""
        file = self.told(key)[-1].file
        assert file is not None
        return re.sub(r"\r\n[ \t]", "", self.files[file].decode())

    def notices(self) -> list[str]:
        found = self.connection.execute("SELECT milestone, state FROM notice ORDER BY rowid")
        return [f"{row['milestone']} {row['state']}" for row in found]
