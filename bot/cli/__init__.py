"""The command line: each command says in one line what went wrong, and leaves with 1."""
# ruff: noqa: PLC0415 - a command loads what it needs and no more: the help is there at once

import asyncio
import os
import sqlite3
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.cli.programme import programme
from bot.cli.shared import AsJson, File, Id, read, settings_now, tell, tongue_now

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(
    help="Mellom: the assistant of people who meet at gatherings and work in between.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(programme, name="programme")


def main() -> None:
    """Run a command; what fails is one line on standard error and an exit with 1."""
    os.umask(0o077)  # whatever is made here is for its owner alone
    for stream in (sys.stdout, sys.stderr):
        _speak_norwegian(stream)
    try:
        app()
    except Exception as error:
        sentence = _trouble(error)
        if sentence is not None:
            print(sentence, file=sys.stderr)
            raise SystemExit(1) from None
        raise


@app.command()
def demo(
    file: Annotated[Path | None, typer.Argument(help="Another programme file.")] = None,
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1; 0 takes a free one.")] = 8080,
) -> None:
    """Try Mellom in a browser: no token, no network, nothing is kept."""
    from bot.demo import run as stage
    from bot.logs import set_up

    set_up("WARNING")
    shown = None if file is None else read(file, tongue_now())
    asyncio.run(stage.run(shown, port, lambda url: print(f"Mellom demo: {url}", flush=True)))


@app.command()
def setup(
    answers: Annotated[Path | None, typer.Option(help="Take the answers from a TOML file.")] = None,
) -> None:
    """Ask for the few things that Mellom needs, try each, and write them to .env."""
    from bot.logs import set_up
    from bot.setup.begin import begin

    set_up("ERROR")
    begin(settings_now(), tongue_now(), answers)


@app.command()
def run(
    clock: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%dT%H:%M%z"], help="Rehearse from another instant."),
    ] = None,
) -> None:
    """Run the bot for real people, until it is stopped."""
    from bot import app as wiring
    from bot import check as checking
    from bot.lock import HouseLock
    from bot.logs import set_up

    settings = settings_now()
    set_up(settings.log_level)
    with HouseLock(settings.database):
        checking.make_ready(settings, tongue_now(), clock)
        asyncio.run(wiring.run(settings, clock))


@app.command()
def check(*, as_data: AsJson = False) -> None:
    """Say what is missing before going live."""
    from bot import check as checking
    from bot.logs import set_up

    set_up("ERROR")
    t = tongue_now()
    found = asyncio.run(checking.check(settings_now(), t))
    tell(found.as_json(), found.in_words(t), as_data=as_data)
    if found.missing:
        raise typer.Exit(1)


@app.command()
def codes(programme_id: Id, *, as_data: AsJson = False) -> None:
    """Print the codes and links that let people join.

    A team's is good for many; an organiser's or a facilitator's is new with each call, for one
    person, and good for 72 hours.
    """
    from bot import keeping
    from bot.clock import SystemClock
    from handlers.join.codes import codes as make
    from handlers.join.codes import codes_json

    settings, now = settings_now(), SystemClock().now()
    database = keeping.existing(settings)
    keeping.in_a_unit(database, lambda unit: keeping.programme(unit, programme_id))
    name = _username(settings)
    made = keeping.in_a_unit(database, lambda unit: make(unit, programme_id, now, name))
    page = settings.calendars()
    lines = [
        f"{one.role:12} {one.team or '-':24} "
        f"{one.link or (f'{page}/bli-med/{one.code}' if page else one.code)}"
        for one in made
    ]
    tell(codes_json(programme_id, made), "\n".join(lines), as_data=as_data)


@app.command()
def rehearse(
    file: File,
    *,
    as_data: AsJson = False,
    everything: Annotated[bool, typer.Option("--all", help="Print every message in full.")] = False,
    picture: Annotated[Path | None, typer.Option(help="Draw it into this file (PNG).")] = None,
) -> None:
    """Play a programme through with an invented crowd; ends with 1 where it finds a fault."""
    from bot.rehearsal import judged

    found = judged(read(file, tongue_now()))
    if picture is not None:
        picture.write_bytes(found.as_picture())
    tell(found.as_json(), found.in_words(everything=everything), as_data=as_data)
    raise typer.Exit(1 if found.faults else 0)


@app.command()
def summary(programme_id: Id, *, as_data: AsJson = False) -> None:
    """Sum up a programme: who has delivered, the matrix, reflections, who asks for help."""
    from bot import keeping
    from bot.clock import SystemClock
    from handlers.markup import plain
    from handlers.summary import as_json, pages, summarise

    settings, t, now = settings_now(), tongue_now(), SystemClock().now()
    found = keeping.in_a_unit(
        keeping.existing(settings),
        lambda unit: summarise(unit, keeping.programme(unit, programme_id), now),
    )
    tell(as_json(found), "\n\n".join(map(plain, pages(t, found))), as_data=as_data)


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="A new file.")]) -> None:
    """Copy the database as it stands, also while the bot runs.

    The files that people sent lie beside it, in MELLOM_DATA_DIR/files: copy them too.
    """
    from bot import keeping

    size = keeping.back_up(keeping.existing(settings_now()), file)
    print(f"{file}: {size} bytes, checked")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A backup.")]) -> None:
    """Let a backup be the database again; the bot must be stopped.

    Whoever erased themselves after the backup was taken is back with it, and must be erased anew.
    """
    from bot import keeping
    from bot.clock import SystemClock
    from bot.lock import HouseLock

    settings = settings_now()
    with HouseLock(settings.database):
        held = keeping.restore(file, settings.database, SystemClock().now())
    print(f"{settings.database}: restored; {held} messages that were waiting are held back")


def _speak_norwegian(stream: TextIO) -> None:
    """Let no letter stop a command, whatever code page the console has; a file gets UTF-8."""
    if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
        to = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=to, errors="replace")


def _username(settings: "Settings") -> str | None:
    from bot.app import Unanswered, username_of
    from bot.logs import set_up

    set_up("ERROR")
    try:
        return asyncio.run(username_of(settings))
    except Unanswered:
        print("Telegram does not answer: codes without links", file=sys.stderr)
        return None


def _trouble(error: Exception) -> str | None:
    """What went wrong and what to do, in one line; None for what nobody foresaw."""
    from bot.keeping import NotADatabaseError
    from bot.lock import HouseTakenError
    from bot.settings import Trouble
    from bot.telegram.outcome import TokenRefused

    match error:
        case Trouble() | TokenRefused():
            return str(error)
        case HouseTakenError():
            return "another process uses this database: stop it first, or set MELLOM_DATA_DIR"
        case NotADatabaseError():
            return f"{error} is no whole backup: take another"
        case sqlite3.Error():
            return f"{settings_now().database}: the database cannot be used: {error}"
        case OSError():
            return f"{error.filename or 'a file'}: {error.strerror or error}"
        case _:
            return None
