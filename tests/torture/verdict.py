"""What became of everything that was said and owed: the database beside the server's history."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.served import Served
from tests.torture.people import STEPS, Person


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts; ``unsent`` messages were owed and never arrived, ``repeats`` arrived once more."""

    answers_lost: int
    unfinished: int
    owed: int
    unsent: int
    repeats: int
    whole: bool

    @property
    def is_good(self) -> bool:
        return self.whole and not (self.answers_lost or self.unfinished or self.unsent)


def judge(api: Served, database: Path, people: list[Person]) -> Verdict:
    """Compare; the program must be at rest."""
    owed = unsent = repeats = 0
    with closing(sqlite3.connect(database)) as connection:
        lost = sum(_lost(connection, one) for one in people)
        for one in people:
            arrived = {m["id"] for m in api.control("messages", chat=one.id) if m["by_bot"]}
            rows = _owed(connection, one)
            owed += len(rows)
            unsent += sum(not _arrived(row, arrived) for row in rows)
            repeats += len(arrived) - sum(verb == "send" for verb, _, _ in rows)
        strangers = _strangers(connection, people)
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        whole = whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
    unfinished = sum(not one.done for one in people)
    return Verdict(lost + strangers, unfinished, owed, unsent, repeats, whole)


def _lost(connection: sqlite3.Connection, one: Person) -> int:
    """How many of a person's five answers are not there, once, with what was said."""
    key = str(one.id)
    joined = connection.execute(
        "SELECT person.name, membership.team, membership.job FROM address"
        " JOIN person ON person.id = address.person"
        " JOIN membership ON membership.person = person.id"
        " WHERE address.door = 'telegram' AND address.key = ?",
        (key,),
    ).fetchall()
    kept = joined[0] if len(joined) == 1 else (None, None, None)
    states: list[tuple[str, int]] = connection.execute(
        "SELECT state, COUNT(*) FROM inbox WHERE door = 'telegram' AND key = ? GROUP BY state",
        (key,),
    ).fetchall()
    said = (one.name, one.code.team, one.job)
    wrong: int = sum(a != b for a, b in zip(kept, said, strict=True))
    # The word on the phone is kept as the person's being here; /status as having been answered.
    return wrong + int(len(joined) != 1) + int(states != [("settled", STEPS)])


def _owed(connection: sqlite3.Connection, one: Person) -> list[tuple[str, str, str | None]]:
    return connection.execute(
        "SELECT verb, state, message FROM outbox WHERE door = 'telegram' AND key = ?",
        (str(one.id),),
    ).fetchall()


def _arrived(row: tuple[str, str, str | None], arrived: set[int]) -> bool:
    verb, state, message = row
    if verb == "send":
        return state == "sent" and message is not None and int(message) in arrived
    return state in {"sent", "moot"}


def _strangers(connection: sqlite3.Connection, people: list[Person]) -> int:
    """People in the database beyond those who joined: somebody was recorded twice."""
    (found,) = connection.execute("SELECT COUNT(*) FROM person").fetchone()
    return max(0, int(found) - len(people))


def states(database: Path) -> Iterator[str]:
    """Tell what is left where it should not be, for a report of a failure."""
    with closing(sqlite3.connect(database)) as connection:
        for table in ("inbox", "outbox"):
            rows = connection.execute(f"SELECT state FROM {table}")  # noqa: S608 - our own names
            yield f"{table}: {dict(Counter(state for (state,) in rows))}"
