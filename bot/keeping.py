"""The database as commands use it: a unit beside a running bot, and backups that can be trusted."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.clock import Clock
from bot.lock import HouseLock, HouseTakenError
from bot.settings import Settings, Trouble
from handlers import roster
from handlers.markup import Html, joined, plain
from handlers.programme.importing import Imported, MovedOn, Prepared, import_file, prepare
from handlers.programme_file import ProgrammeFile, load
from handlers.roster import Intended
from handlers.tongue import Tongue
from handlers.workbook import Workbook
from storage.instants import written
from storage.migrate import migrate
from storage.unit import Unit, connect

_OPEN = "('waiting', 'sending')"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
Result = TypeVar("Result")


class NotADatabaseError(Exception):
    """The file is no whole database of this house."""


def existing(settings: Settings) -> Path:
    """The database, which a command that only reads must not make; ``Trouble`` without one."""
    if not settings.database.exists():
        raise Trouble(
            f"{settings.database} is not there: import a programme first, or set MELLOM_DATA_DIR"
        )
    return settings.database


def programme(unit: Unit, programme_id: str) -> ProgrammeFile:
    """The programme with this id; ``Trouble`` names those that are here."""
    row = unit.programmes.find(programme_id)
    if row is None:
        here = ", ".join(one.id for one in unit.programmes.every()) or "none yet"
        raise Trouble(f"there is no programme {programme_id} here; imported: {here}")
    return load(row.body)


def in_a_unit(database: Path, work: Callable[[Unit], Result]) -> Result:
    """Run one unit in a transaction of its own, beside the bot if it runs.

    The database is brought to the newest shape first, unless a bot holds it and already did.
    """
    with suppress(HouseTakenError), HouseLock(database):
        migrate(database)
    return commit(database, work)


def commit(database: Path, work: Callable[[Unit], Result]) -> Result:
    """Run one unit in a transaction of its own; the database has its shape already."""
    with closing(connect(database)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            found = work(Unit(connection))
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    return found


def take_in(
    database: Path, book: Workbook, clock: Clock, t: Tongue, agree: Callable[[str], bool] | None
) -> tuple[Imported, Intended]:
    """Take a programme in, and enter its people, of whom those who are new are invited by mail.

    Where something that stands would change, ``agree`` is asked first.

    Raises ``Trouble`` at a no, and where somebody else changed the programme before the yes.
    """
    seen = None
    if agree is not None:
        now = clock.now()
        ahead, people = in_a_unit(database, lambda unit: _ahead(unit, book, now))
        words = "\n".join(filter(None, (ahead.in_words(t, now), plain(enlisted(t, people)))))
        is_change = bool(ahead.changes) or (ahead.version > 0 and not people.is_nothing)
        if is_change and not agree(words):
            raise Trouble(plain(t.say("Nothing was imported.")))
        seen = ahead.version
    try:
        return in_a_unit(database, lambda unit: _take(unit, book, clock.now(), seen))
    except MovedOn:
        raise Trouble(
            plain(t.say("The programme was changed meanwhile, so nothing was imported."))
        ) from None


def _ahead(unit: Unit, book: Workbook, now: datetime) -> tuple[Prepared, Intended]:
    programme = book.programme
    return prepare(unit, programme, now), roster.intended(unit, programme.id, book.people)


def _take(unit: Unit, book: Workbook, now: datetime, seen: int | None) -> tuple[Imported, Intended]:
    imported = import_file(unit, book.programme, now, seen)
    return imported, roster.enlist_all(unit, book.programme, book.people, now)


def enlisted(t: Tongue, people: Intended) -> Html:
    """What becomes of the people of a workbook, or became of them; empty if nothing does."""
    lines = [
        t.many("{n} person is entered", "{n} people are entered", len(people.new)),
        t.many("{n} person is changed", "{n} people are changed", len(people.changed)),
        t.many("{n} is invited by e-mail", "{n} are invited by e-mail", people.invited),
        t.many(
            "{n} address belongs to somebody else", "{n} addresses belong to others",
            len(people.taken),
        ),
    ]  # fmt: skip
    counts = (len(people.new), len(people.changed), people.invited, len(people.taken))
    return joined(". ", [line for line, count in zip(lines, counts, strict=True) if count])


def back_up(database: Path, to: Path) -> int:
    """Copy the database as it stands into a new file of the owner's; return its size in bytes.

    Raises ``FileExistsError`` for a file that is there, which is left alone.
    """
    os.close(os.open(to, _NEW, 0o600))
    try:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("VACUUM INTO ?", (str(to),))
        check(to)
    except BaseException:
        to.unlink(missing_ok=True)
        raise
    return to.stat().st_size


def check(file: Path) -> None:
    """Raise ``NotADatabaseError`` unless the file is whole and every reference holds."""
    address = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            connection.execute("SELECT position FROM outbox LIMIT 1")
    except sqlite3.DatabaseError as error:
        raise NotADatabaseError(str(file)) from error
    if whole != "ok" or broken:
        raise NotADatabaseError(str(file))


def restore(file: Path, database: Path, now: datetime) -> int:
    """Let a backup be the database again; return how many messages were held back.

    What was owed when the backup was taken may have gone out since: it is set aside as stale and
    never sent unattended, and a broadcast on its way is stopped. Reminders that are still true
    are made anew by the next beat. The caller holds the house's lock.
    """
    check(file)
    database.parent.mkdir(parents=True, exist_ok=True)
    coming = database.with_name(database.name + ".coming")
    coming.unlink(missing_ok=True)
    back_up(file, coming)
    held = _hold_back(coming, now)
    for beside in ("-wal", "-shm"):
        database.with_name(database.name + beside).unlink(missing_ok=True)
    coming.replace(database)
    return held


def _hold_back(file: Path, now: datetime) -> int:
    with closing(sqlite3.connect(file)) as connection, connection:
        held = connection.execute(
            f"UPDATE outbox SET state = 'stale', reason = 'restored', ended_at = ? "  # noqa: S608
            f"WHERE state IN {_OPEN}",
            (written(now),),
        ).rowcount
        connection.execute("UPDATE broadcast SET state = 'stopped' WHERE state = 'sending'")
    return int(held)
