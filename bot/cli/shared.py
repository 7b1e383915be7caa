"""What several commands need: settings, files read, data or words told."""
# ruff: noqa: PLC0415 - a command loads what it needs and no more: the help is there at once

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from handlers.programme_file import ProgrammeFile
    from handlers.tongue import Tongue
    from handlers.workbook import Workbook

File = Annotated[Path, typer.Argument(help="A programme file (TOML or Excel).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print data for a program.")]
Id = Annotated[str, typer.Argument(help="The programme's id.")]


def read(file: Path, t: "Tongue") -> "ProgrammeFile":
    """The programme of a file; a line for each complaint, and an exit with 1."""
    return read_book(file, t).programme


def read_book(file: Path, t: "Tongue") -> "Workbook":
    """The programme of a file, and the people in it where it is an Excel file."""
    from handlers.markup import plain
    from handlers.programme_file import ProgrammeErrors, read_programme
    from handlers.workbook import Workbook, is_workbook, read_workbook

    try:
        if is_workbook(file.name, None):
            return _noted(read_workbook(file.read_bytes()), t)
        return Workbook(read_programme(text_of(file)))
    except ProgrammeErrors as errors:
        for complaint in errors.complaints:
            print(plain(complaint.sentence(t)), file=sys.stderr)
        raise typer.Exit(1) from None


def _noted(book: "Workbook", t: "Tongue") -> "Workbook":
    from handlers.markup import plain

    for one in book.unread:
        print(plain(one.sentence(t)), file=sys.stderr)
    return book


def write_new(file: Path, content: bytes, *, force: bool) -> None:
    """Write a file of the owner's alone; one that is there is left alone without ``force``."""
    if force:
        file.unlink(missing_ok=True)
    with file.open("xb") as new:
        new.write(content)


def text_of(file: Path) -> str:
    from bot.settings import Trouble

    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(f"{file}: it is no text in UTF-8: save it anew as that") from None


def settings_now() -> "Settings":
    from bot.settings import read_settings

    return read_settings()


def tongue_now() -> "Tongue":
    from handlers.tongue import tongue

    return tongue(settings_now().language)


def tell(data: object, words: str, *, as_data: bool) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2) if as_data else words)
