"""The ``.env`` file: read as lines, changed where it must be, written whole or not at all."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from bot.settings import PREFIX, Trouble

BEFORE = ".before"
_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=")
_PLAIN = re.compile(r"[A-Za-z0-9_./:@%+,~=-]*")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def text_of(file: Path) -> str:
    """What stands in the file; empty without one."""
    return file.read_text(encoding="utf-8-sig") if file.exists() else ""


def changed(text: str, values: Mapping[str, str | None]) -> str:
    """The text with these settings (without prefix); None takes one out, the rest stands as it was.

    Raises ``Trouble`` for a value that the file cannot hold.
    """
    new = {f"{PREFIX}{name}": value for name, value in values.items()}
    kept: list[str] = []
    for line in text.splitlines():
        found = _LINE.match(line)
        name = found[1].upper() if found else ""
        if name not in new:
            kept.append(line)
        elif (value := new.pop(name)) is not None:
            kept.append(_line(name, value))
            new[name] = None  # a second line with this name goes
    kept += [_line(name, value) for name, value in new.items() if value is not None]
    return "".join(f"{line}\n" for line in kept)


def save(file: Path, text: str) -> bytes | None:
    """Let this be the file, for its owner alone; return what stood, which lies beside it now."""
    there = file.resolve()
    before = there.read_bytes() if there.exists() else None
    if before is not None:
        _put(there.with_name(there.name + BEFORE), before)
    _put(there, text.encode())
    return before


def put_back(file: Path, before: bytes | None) -> None:
    """Undo ``save``."""
    there = file.resolve()
    if before is None:
        there.unlink(missing_ok=True)
    else:
        _put(there, before)


def _line(name: str, value: str) -> str:
    if "\n" in value or "\r" in value or "${" in value:
        raise Trouble(f"{name}: a line break and ${{ cannot stand in {PREFIX[:-1]}'s .env")
    if _PLAIN.fullmatch(value):
        return f"{name}={value}"
    quoted = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"{name}='{quoted}'"


def _put(file: Path, content: bytes) -> None:
    coming = file.with_name(file.name + ".coming")
    coming.unlink(missing_ok=True)
    with os.fdopen(os.open(coming, _NEW, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    coming.replace(file)
