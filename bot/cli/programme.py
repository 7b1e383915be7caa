"""`mellom programme`: programme files are checked, taken in and shown."""
# ruff: noqa: PLC0415 - a command loads what it needs and no more: the help is there at once

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.shared import AsJson, File, read, settings_now, tell, text_of, tongue_now

if TYPE_CHECKING:
    from handlers.tongue import Tongue

programme = typer.Typer(help="Programme files: check, import, show.", no_args_is_help=True)


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

    t, text, clock = tongue_now(), text_of(file), SystemClock()
    read(file, t)
    agree = partial(_agree, t) if sys.stdin.isatty() and not yes else None
    found = keeping.take_in(settings_now().database, text, clock, t, agree)
    tell(found.as_json(t), found.in_words(t, clock.now()), as_data=as_data)


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


def _agree(t: "Tongue", words: str) -> bool:
    """Show what would change and ask, beside what is printed for others."""
    print(words, t.say("Import it? [y/N]"), sep="\n", end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes", "j", "ja"}
