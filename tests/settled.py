"""A house whose people are spoken to alone and in a group, for the tests of their settings."""

from pathlib import Path

from handlers.events import Address, Event, Said, What
from storage.records import Duty, Membership, Preference
from tests.remind_house import House, wall
from tests.room import Sitter

BOTH = """
schema = 1
id = "nett"
name = "Network"
language = "en"
[[team]]
id = "a"
name = "Fjord"
contact = "Anne Berg"
[[team]]
id = "b"
name = "Fjell"
telegram = false
[[team]]
id = "c"
name = "Gone"
withdrawn = true
[[milestone]]
id = "s1"
kind = "samling"
title = "Start"
when = "2026-09-10T12:00/2026-09-11T13:00"
[[milestone]]
id = "s2"
kind = "samling"
title = "Findings"
when = "2026-12-02T09:00/2026-12-02T14:30"
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

EVERYTHING = """
schema = 1
id = "nett"
name = "Network"
language = "en"
[[team]]
id = "a"
name = "Fjord"
[[team]]
id = "b"
name = "Fjell"
[[milestone]]
id = "s1"
kind = "samling"
title = "Start"
when = "2026-09-10T12:00/2026-09-11T13:00"
[[milestone]]
id = "m1"
kind = "modul"
title = "Module"
when = "2026-10-14"
[[milestone]]
id = "f1"
kind = "frist"
title = "Grant"
when = "2026-11-04"
[[milestone]]
id = "s2"
kind = "samling"
title = "Findings"
when = "2026-12-02T09:00/2026-12-02T14:30"
[[milestone]]
id = "s3"
kind = "samling"
title = "Mentors"
when = "2027-02"
[samling.sign_up]
days_before = 14
[samling.practicalities]
[samling.thanks]
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


class Settled(House):
    """A house in which each person's own choices can be read."""

    def __init__(self, folder: Path, programme: str = BOTH) -> None:
        super().__init__(folder, programme)

    def comes(self, key: str, name: str = "", **what: object) -> Sitter:
        """Let someone be a member, by this name."""
        person = self.member(key, **what)  # type: ignore[arg-type]
        with self.unit() as unit:
            unit.people.name(person, name or f"Person {key}")
        self.sitters[key].language = "en"
        return self.sitters[key]

    def id_of(self, key: str) -> str:
        row = self.connection.execute("SELECT person FROM address WHERE key = ?", (key,)).fetchone()
        return str(row["person"])

    def chosen(self, key: str) -> tuple[str | None, str | None, str | None]:
        """The hour, the days, and until when there is a pause."""
        with self.unit() as unit:
            found = unit.preferences.of(self.id_of(key))
        until = found.paused_until
        return found.hour, found.days, until.isoformat() if until else None

    def chooses(self, key: str, **what: object) -> None:
        with self.unit() as unit:
            unit.preferences.keep(Preference(self.id_of(key), **what))  # type: ignore[arg-type]

    def speaks_for(self, key: str, duty: Duty, team: str = "a") -> None:
        with self.unit() as unit:
            member = Membership(self.id_of(key), "nett", "participant", team, None, self.now)
            unit.people.take_duty(member, duty)

    def duties(self) -> dict[str, str]:
        rows = self.connection.execute(
            "SELECT key, duty FROM membership JOIN address USING (person) WHERE duty IS NOT NULL"
        )
        return {row["key"]: row["duty"] for row in rows}

    def blocks(self, key: str) -> None:
        with self.unit() as unit:
            unit.people.unreachable("telegram", key, self.now)

    def in_a_group(self, key: str, what: What) -> str:
        """Let someone do something in a group; return what the group is told."""
        group = self.sitters.get("-1") or self.sitter("-1", language="en")
        to = Address("telegram", "-1")
        shown = len(group.screen)
        self.answers(
            Event("telegram:1", f"g{shown}{what!r}", to, key, self.now, what, private=False)
        )
        self.deliver()
        return "\n".join(one.text for one in group.screen[shown:])


def said(text: str) -> Said:
    return Said("m", text)


__all__ = ["BOTH", "EVERYTHING", "Settled", "said", "wall"]
