"""The files of the repository, as the tests that read them want them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "storage")
# What tools and people leave beside the source; never committed.
_LEFT_BESIDE = {"__pycache__", "build", "dist", "data", "node_modules"}
_HIDDEN_AND_OURS = {".ci", ".github"}
_TEXT = {".cfg", ".conf", ".css", ".example", ".html", ".ini", ".js", ".json", ".md", ".po"}
_TEXT |= {".pot", ".py", ".service", ".sh", ".sql", ".svg", ".timer", ".toml", ".txt", ".yaml"}
_TEXT |= {".yml", ""}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: where it stands (from the root, with ``/``), its text and its tree."""

    path: str
    text: str
    tree: ast.Module


def source(path: str, text: str) -> Source:
    return Source(path, text, ast.parse(text, path))


@cache
def sources(*tops: str) -> tuple[Source, ...]:
    """Every Python file under these top folders; under the three packages by default."""
    files = sorted(file for top in tops or PACKAGES for file in (ROOT / top).rglob("*.py"))
    return tuple(source(_place(file), file.read_text(encoding="utf-8")) for file in files)


def texts() -> Iterator[tuple[str, str]]:
    """Path and content of every text file that may be committed."""
    for file in sorted(_walk(ROOT)):
        if file.suffix in _TEXT and file.name != ".env":
            yield _place(file), file.read_text(encoding="utf-8")


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.is_file():
            yield entry
        elif entry.is_dir() and not _is_left_beside(entry):
            yield from _walk(entry)


def _is_left_beside(folder: Path) -> bool:
    name = folder.name
    hidden = name.startswith(".") and name not in _HIDDEN_AND_OURS
    venv = (folder / "pyvenv.cfg").exists()
    return hidden or venv or name in _LEFT_BESIDE or name.endswith(".egg-info")


def _place(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
