"""Bring a database file to the newest shape, one process at a time."""

import sqlite3
from contextlib import closing
from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"
_APPLIED = "SELECT migration_id FROM _yoyo_migration"


class BrokenReferencesError(Exception):
    """A migration left rows that point at nothing; restore the backup taken before it."""


def migrate(path: Path) -> int:
    """Apply what is missing and return how many migrations that were.

    The caller holds the house's file lock, so a lock row that stands in the database is a dead
    process's, and is broken.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if _is_current(path):
        return 0
    from yoyo import get_backend, read_migrations  # noqa: PLC0415 - a start needs it seldom

    backend = get_backend(f"sqlite:///{path}")
    try:
        backend.break_lock()
        with backend.lock():
            missing = backend.to_apply(read_migrations(str(MIGRATIONS)))
            backend.apply_migrations(missing)
    finally:
        backend.connection.close()
    if missing:
        _check_references(path)
    return len(missing)


def _is_current(path: Path) -> bool:
    """Whether every migration stands in the database as applied."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            applied = {row[0] for row in connection.execute(_APPLIED)}
        except sqlite3.OperationalError:
            return False
    return {file.stem for file in MIGRATIONS.glob("*.sql")} <= applied


def _check_references(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise BrokenReferencesError(", ".join(sorted({row[0] for row in broken})))
