"""`mellom programme`: programme files are checked, taken in and shown."""
# ruff: noqa: PLC0415 - a command loads what it needs and no more: the help is there at once

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.shared import (
    AsJson,
    File,
    Id,
    read,
    read_book,
    settings_now,
    tell,
    tongue_now,
    write_new,
)

if TYPE_CHECKING:
    from handlers.programme_file import ProgrammeFile
    from handlers.tongue import Tongue
    from handlers.workbook import Listed
    from storage.unit import Unit

programme = typer.Typer(
    help="Programme files: a template, check, import, show, export.", no_args_is_help=True
)
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


@programme.command()
def template(
    file: Annotated[Path, typer.Argument(help="A new Excel file (.xlsx).")], *, force: Force = False
) -> None:
    """Write an Excel file to fill in: programme, gatherings, teams, people, questions."""
    from handlers.workbook import is_workbook, write_workbook

    if not is_workbook(file.name, None):
        raise typer.BadParameter("the name must end in .xlsx")
    write_new(file, write_workbook(tongue_now(), None, ()), force=force)
    print(file)


@programme.command()
def export(
    programme_id: Id,
    file: Annotated[Path, typer.Argument(help="A new file, .xlsx or .toml.")],
    *,
    force: Force = False,
) -> None:
    """Write what stands now: as Excel with the people in it, as TOML without."""
    from bot import keeping
    from handlers import roster

    def found(unit: "Unit") -> "tuple[ProgrammeFile, list[Listed]]":
        return keeping.programme(unit, programme_id), roster.current(unit, programme_id)

    content = _exporter(file)
    stands, people = keeping.in_a_unit(keeping.existing(settings_now()), found)
    write_new(file, content(stands, people), force=force)
    print(file)


@programme.command()
def validate(file: File, *, as_data: AsJson = False) -> None:
    """Read a programme file, and say everything that is wrong with it."""
    it = read(file, tongue_now())
    found = {"id": it.id, "milestones": len(it.milestone), "teams": len(it.team)}
    tell(found, f"{file}: OK ({it.id})", as_data=as_data)


@programme.command("import")
def import_(
    file: File,
    *,
    as_data: AsJson = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before a change is made.")] = False,
) -> None:
    """Take a programme in, or a newer version of it; say what changed, and to whom it is told.

    At a terminal it asks first where something that stands is changed.
    """
    from bot import keeping
    from bot.clock import SystemClock
    from handlers.markup import plain

    t, clock = tongue_now(), SystemClock()
    book = read_book(file, t)
    agree = partial(_agree, t) if sys.stdin.isatty() and not yes else None
    found, people = keeping.take_in(settings_now().database, book, clock, t, agree)
    data, words = found.as_json(t), found.in_words(t, clock.now())
    if book.people:
        counts = {"new": len(people.new), "changed": len(people.changed), "same": people.same}
        data["people"] = {**counts, "invited": people.invited, "taken": len(people.taken)}
        words = "\n".join(filter(None, (words, plain(keeping.enlisted(t, people)))))
    tell(data, words, as_data=as_data)


@programme.command()
def show(file: File, *, as_data: AsJson = False) -> None:
    """Show a programme file as people will read it, in its own language."""
    from bot.clock import SystemClock
    from handlers.markup import plain
    from handlers.programme.view import whole
    from handlers.tongue import tongue

    it = read(file, tongue_now())
    data = it.model_dump(mode="json", by_alias=True)
    words = whole(tongue(it.language), it, SystemClock().now())
    tell(data, plain(words), as_data=as_data)


def _exporter(file: Path) -> "Callable[[ProgrammeFile, list[Listed]], bytes]":
    """How a file of this name is written."""
    from handlers.tongue import tongue
    from handlers.workbook import is_workbook, write_toml, write_workbook

    if is_workbook(file.name, None):
        return lambda stands, people: write_workbook(tongue(stands.language), stands, people)
    if file.suffix.casefold() == ".toml":
        return lambda stands, _: write_toml(stands).encode()
    raise typer.BadParameter("the name must end in .xlsx or .toml")


def _agree(t: "Tongue", words: str) -> bool:
    """Show what would change and ask, beside what is printed for others."""
    print(words, t.say("Import it? [y/N]"), sep="\n", end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes", "j", "ja"}
