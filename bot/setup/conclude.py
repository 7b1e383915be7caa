"""What the answers come to: shown, agreed to, and then written all at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot import keeping
from bot.clock import Clock
from bot.settings import DOTENV, Settings, read_settings
from bot.setup import dotenv
from bot.setup.programme import Brought
from bot.setup.steps import Reached
from bot.setup.trials import Values
from handlers import calendar
from handlers.codes import USERNAME, Ways, leader_ways
from handlers.programme.importing import Prepared, import_file, prepare
from handlers.programme_file import ProgrammeFile, load
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Wished:
    """Everything that was answered; ``text`` is what ``.env`` will hold.

    ``ahead`` is what importing the programme would change, ``standing`` are those that are
    imported already, by id.
    """

    text: str
    reached: Reached
    brought: Brought | None
    ahead: Prepared | None
    standing: dict[str, ProgrammeFile]


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: where the settings lie, and how the first organiser comes in.

    ``before`` is where the settings of before lie, ``ways`` None where an organiser is in already.
    """

    file: Path
    before: Path | None
    programme: str | None
    ways: Ways | None


def standing(settings: Settings) -> dict[str, ProgrammeFile]:
    """The programmes that are imported already, by id."""
    if not settings.database.exists():
        return {}
    rows = keeping.in_a_unit(settings.database, lambda unit: unit.programmes.every())
    return {row.id: load(row.body) for row in rows}


def ahead(settings: Settings, found: ProgrammeFile, now: datetime) -> Prepared:
    """What importing this programme would change; no database is made for it."""
    if not settings.database.exists():
        return Prepared(found, 0, [])
    return keeping.in_a_unit(settings.database, lambda unit: prepare(unit, found, now))


def env_text(values: Values, outside: frozenset[str]) -> str:
    """What ``.env`` will hold; what stands in the environment is not written down."""
    own = {name: value for name, value in values.items() if name not in outside}
    return dotenv.changed(dotenv.text_of(Path(DOTENV)), own)


def carry_out(wished: Wished, clock: Clock) -> Done:
    """Write the settings and import the programme; where that fails, neither is done."""
    file = Path(DOTENV)
    with _uninterrupted():
        differs = wished.text != dotenv.text_of(file)
        before = dotenv.save(file, wished.text) if differs else None
        try:
            programme, ways = _taken_in(wished, clock)
        except BaseException:
            if differs:
                dotenv.put_back(file, before)
            raise
    there = file.absolute()
    beside = there.with_name(there.name + dotenv.BEFORE) if before is not None else None
    return Done(there, beside, programme, ways)


def _taken_in(wished: Wished, clock: Clock) -> tuple[str | None, Ways | None]:
    """The programme that one goes on with, and the way in for its first organiser."""
    settings = read_settings()
    if wished.ahead is None and not wished.standing:
        return None, None
    ahead = wished.ahead

    def work(unit: Unit) -> tuple[str | None, Ways | None]:
        if wished.reached.username:
            unit.house.keep(USERNAME, wished.reached.username)
        calendar.reachable_at(unit, settings.calendars())
        if ahead is not None:
            import_file(unit, ahead.programme, clock.now(), ahead.version)
        found = ahead.programme.id if ahead is not None else next(iter(wished.standing))
        has_organiser = any(one.role == "organiser" for one in unit.people.members(found))
        ways = None if has_organiser else leader_ways(unit, found, "organiser", clock.now())
        return found, ways

    return keeping.in_a_unit(settings.database, work)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let no Ctrl-C come between the settings and the programme: it takes a second."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
