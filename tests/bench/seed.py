"""A house that people have joined: made through units, before anything is timed."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from handlers.programme import importing
from handlers.programme_file import read_programme
from storage.migrate import migrate
from storage.records import Membership
from storage.unit import Unit, connect
from tests.served import ROOT

# A programme that is over, so that no reminder mixes with the answers.
OVER = ROOT / "programmes" / "mentor-troms-finnmark.toml"
JOINED = datetime(2022, 8, 20, 8, tzinfo=UTC)
FIRST_USER = 1001


def seed(database: Path, people: int) -> None:
    """Make the database, and let ``people`` join the programme's teams in turn."""
    migrate(database)
    programme = read_programme(OVER.read_text(encoding="utf-8"))
    with closing(connect(database)) as connection:
        unit = Unit(connection)
        connection.execute("BEGIN IMMEDIATE")
        importing.apply(unit, programme, JOINED)
        for number in range(people):
            one = unit.people.add(f"Person {number}", "nb", JOINED)
            unit.people.live_at(one.id, "telegram", str(FIRST_USER + number))
            team = programme.team[number % len(programme.team)].id
            membership = Membership(one.id, programme.id, "participant", team, None, JOINED)
            unit.people.join(membership)
        connection.execute("COMMIT")
