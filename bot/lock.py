"""One process a house: a file lock that the system lets go when the process dies."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self


class HouseTakenError(Exception):
    """Another process runs this house; stop it, or give this one a database of its own."""


class HouseLock:
    """Held from before the migrations until the last connection is closed."""

    def __init__(self, database: Path) -> None:
        """Lock the file beside ``database`` that has ``.lock`` added to its name."""
        self._path = database.with_name(database.name + ".lock")
        self._handle: int | None = None

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError as taken:
            os.close(handle)
            raise HouseTakenError(str(self._path)) from taken
        self._handle = handle
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
