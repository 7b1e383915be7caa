"""A programme with the life of its samlinger, and people who may come to them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from handlers.attendance.word import made
from handlers.programme_file import ProgrammeFile, read_programme
from storage.records import Presence, Role, SignUp
from tests.room import Room, Sitter
from tests.seated import seated as seated_in

PROGRAMME = "prove"
START = datetime(2026, 8, 20, 9, tzinfo=UTC)
TEXT = """
schema = 1
id = "prove"
name = "Prøve"
language = "en"
timezone = "Europe/Oslo"

[[contact]]
role = "project leader"
name = "Ingrid Solli"
reach = "tel. 12 34 56 78"

[[team]]
id = "oslo"
name = "Oslo"
[[team]]
id = "bergen"
name = "Bergen"
[[team]]
id = "lom"
name = "Lom"
telegram = false

[[milestone]]
id = "samling-1"
kind = "samling"
title = "Getting started"
when = "2026-09-10T12:00/2026-09-11T13:00"
place = "Tromsø"
mode = "physical"

[[milestone]]
id = "samling-2"
kind = "samling"
title = "Halfway"
when = "2026-12-02T09:00/2026-12-02T14:30"
mode = "digital"
link = "https://mote.example/x"

[[milestone]]
id = "samling-3"
kind = "samling"
title = "Three days"
when = "2027-03-01/2027-03-03"
place = "Lom"

[samling.sign_up]
days_before = 14
text = "Mention it to your manager."

[samling.presence]

[reflection]
open_days = 7
[[reflection.question]]
key = "take"
ask = "What do you take with you?"
kind = "text"
"""


def programme(replaced: Mapping[str, str] | None = None) -> ProgrammeFile:
    """The programme, each key of ``replaced`` being another text once."""
    text = TEXT
    for old, new in (replaced or {}).items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return read_programme(text)


class Comers(Room):
    """A room with that programme."""

    def __init__(self, folder: Path, now: datetime = START) -> None:
        super().__init__(folder, now)
        self.imports(programme())

    def changes(self, replaced: Mapping[str, str]) -> None:
        """Import it again with these texts different."""
        self.imports(programme(replaced))

    def comes(self, key: str, *, role: Role = "participant", team: str | None = "oslo") -> Sitter:
        return seated_in(self, key, PROGRAMME, role, team)

    def person(self, key: str) -> str:
        with self.unit() as unit:
            found = unit.people.at("telegram", key)
        assert found is not None
        return found.id

    def word(self, samling: str = "samling-1") -> str:
        with self.unit() as unit:
            return made(unit, PROGRAMME, samling)

    def signed_up(self, samling: str = "samling-1") -> list[SignUp]:
        with self.unit() as unit:
            return unit.attendance.signed_up(PROGRAMME, samling)

    def present(self, samling: str = "samling-1") -> list[Presence]:
        with self.unit() as unit:
            return unit.attendance.present(PROGRAMME, samling)
