"""The demo: the real house on a fresh database, with a page for a door and a clock that jumps."""

import signal
import socket
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from signal import SIGINT, SIGTERM
from typing import Any
from zoneinfo import ZoneInfo

import uvicorn

from bot.clerk import payload_of
from bot.clock import MovableClock
from bot.demo.app import demo_app
from bot.demo.door import DemoDoor
from bot.demo.read import read
from bot.demo.stage import Happening, Sitter
from bot.house import House, Plan
from bot.intake import Incoming
from bot.pace import UNLIMITED
from bot.settings import Trouble
from handlers import tick
from handlers.events import Address, Event
from handlers.join.codes import Code, codes
from handlers.markup import plain
from handlers.programme import importing
from handlers.programme_file import ProgrammeFile, first_day, instant, read_programme, zone
from handlers.tongue import tongue
from storage.records import InboxRow
from storage.unit import Unit

EXAMPLE = Path(__file__).parents[2] / "programmes" / "eksempel.toml"
BEFORE_THE_FIRST_DAY = timedelta(days=17)
NAMES = ("Kari Nordmann", "Amir Hassan", "Siri Larsen", "Nils Utsi")
LEADERS = {"organiser": "Ingrid Berg", "facilitator": "Per Johansen"}


class Stage:
    """The people one can sit down as, and the clock."""

    def __init__(self, house: House, clock: MovableClock, programme: ProgrammeFile) -> None:
        """Nobody is there yet; ``gather`` brings them."""
        self._house = house
        self._clock = clock
        self._programme = programme
        self._people: list[Sitter] = []
        self._codes: list[Code] = []
        self._leaders: dict[str, str] = {}  # role to the sitter's key

    @property
    def zone(self) -> ZoneInfo:
        return zone(self._programme)

    def people(self) -> Sequence[Sitter]:
        return self._people

    def now(self) -> datetime:
        return self._clock.now()

    async def gather(self) -> None:
        """Make codes, and seat two in the first team, one in the next two, and those who lead."""
        self._codes = await self._codes_now()
        teams = self._teams()
        for name, code in zip(NAMES, [*teams[:1], *teams[:3]], strict=False):
            self._sit(name, code)
        for code in self._codes:
            if code.role in LEADERS:
                self._leaders[code.role] = self._sit(LEADERS[code.role], code).key

    async def next_happening(self) -> Happening | None:
        """Say what comes next by itself."""
        language = self._programme.language
        return await self._house.writer.run(partial(_upcoming, self._clock.now(), language))

    async def jump(self) -> None:
        """Go to what comes next; it is the very next instant, so nothing due is jumped over."""
        await self._house.settled()
        upcoming = await self.next_happening()
        if upcoming is not None:
            self._clock.move_to(upcoming.at)
            await self._renew()
            await self._house.beat()
            await self._house.settled()

    async def _renew(self) -> None:
        """A leader's code is good for 72 hours, and a jump is often longer."""
        made = await self._codes_now()
        fresh = {self._leaders[one.role]: _start_with(one) for one in made if one.role in LEADERS}
        self._people = [replace(one, start=fresh.get(one.key, one.start)) for one in self._people]

    async def _codes_now(self) -> list[Code]:
        now = self._clock.now()
        return await self._house.writer.run(lambda unit: codes(unit, self._programme.id, now, None))

    async def settled(self) -> None:
        """Wait until all that came in is handled and all that is due is sent."""
        await self._house.settled()

    async def add_person(self, name: str) -> Sitter:
        """Bring one more person, to the first of the teams that have the fewest sitters."""
        taken = Counter(sitter.start for sitter in self._people)
        return self._sit(name, min(self._teams(), key=lambda code: taken[_start_with(code)]))

    def _teams(self) -> list[Code]:
        """The participants' codes, in the order of the programme file."""
        place = {team.id: number for number, team in enumerate(self._programme.team)}
        found = [code for code in self._codes if code.role == "participant"]
        return sorted(found, key=lambda code: place.get(code.team, 0))

    def _sit(self, name: str, code: Code) -> Sitter:
        t = tongue(self._programme.language)
        team = next((one for one in self._programme.team if one.id == code.team), None)
        role = {
            "participant": t.say("Participant"),
            "facilitator": t.say("Facilitator"),
            "organiser": t.say("Organiser"),
        }[code.role]
        sitter = Sitter(
            key=f"p{len(self._people) + 1}",
            name=name,
            role=plain(role),
            team=t.pick(team.name) if team is not None else "",
            start=_start_with(code),
            language=self._programme.language,
        )
        self._people.append(sitter)
        return sitter


def _start_with(code: Code) -> str:
    return f"/start {code.code}"


class _Receiver:
    """Hands the page's posts to the house."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def receive(self, source: str, updates: Sequence[tuple[str, dict[str, object]]]) -> None:
        await self._house.receive(
            source,
            [
                Incoming(update, Address("demo", str(payload.get("key"))), payload)  # type: ignore[arg-type]
                for update, payload in updates
            ],
        )


def demo_event(row: InboxRow) -> Event:
    """Read a row that came from the page."""
    payload = payload_of(row)
    if not isinstance(payload, dict):
        raise TypeError("the page posts objects")
    return read(row.update_id, payload)


@dataclass(frozen=True, slots=True)
class Demo:
    """All that stands behind the page."""

    house: House
    door: DemoDoor
    stage: Stage
    app: Callable[..., Any]


@asynccontextmanager
async def opened(programme: ProgrammeFile, folder: Path) -> AsyncIterator[Demo]:
    """Open a house for the programme in an empty folder, some weeks before its first day."""
    clock = MovableClock(_start(programme), runs=True)
    door = DemoDoor(clock.now)
    house = await House.open(_plan(folder, clock, door))
    try:
        await house.writer.run(lambda unit: importing.apply(unit, programme, clock.now()))
        stage = Stage(house, clock, programme)
        await stage.gather()
        yield Demo(house, door, stage, demo_app(door, _Receiver(house), stage))
    finally:
        door.close()
        await house.close()


async def run(programme: ProgrammeFile | None, port: int, announce: Callable[[str], None]) -> None:
    """Serve the demo on 127.0.0.1 until interrupted; ``announce`` gets its address.

    Raises ``Trouble`` where another program listens at the port already.
    """
    shown = programme or read_programme(EXAMPLE.read_text(encoding="utf-8"))
    with (
        _listening(port) as listener,
        tempfile.TemporaryDirectory(prefix="mellom-demo-") as folder,
    ):
        async with opened(shown, Path(folder)) as demo:
            announce(f"http://127.0.0.1:{listener.getsockname()[1]}")
            await _Server(demo).serve(sockets=[listener])


def _plan(folder: Path, clock: MovableClock, door: DemoDoor) -> Plan:
    return Plan(
        database=folder / "demo.db",
        files=folder / "files",
        clock=clock,
        doors={"demo": door},
        reads={"demo": demo_event},
        limits=UNLIMITED,
    )


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server(("127.0.0.1", port))
    except OSError as error:
        said = f"port {port} is taken: stop what uses it, or choose another by --port"
        raise Trouble(said) from error


class _Server(uvicorn.Server):
    """Lets the open pages go at once when it is told to stop, and keeps the signal to itself."""

    def __init__(self, demo: Demo) -> None:
        super().__init__(
            uvicorn.Config(
                demo.app, log_level="warning", access_log=False, timeout_graceful_shutdown=2
            )
        )
        self._door = demo.door

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Not passed on afterwards: the house is still to be closed, and a stop is no failure."""
        before = {one: signal.signal(one, self.handle_exit) for one in (SIGINT, SIGTERM)}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._door.close()
        await super().shutdown(sockets)


def _upcoming(now: datetime, language: str, unit: Unit) -> Happening | None:
    found = tick.happening(unit, now)
    if found is None:
        return None
    said = plain(tick.sentence(tongue(language), unit, found))
    return Happening(found.at, said[:1].upper() + said[1:], language)


def _start(programme: ProgrammeFile) -> datetime:
    """Monday morning, some weeks before the first day that the programme states."""
    days = [day for one in programme.milestone if (day := first_day(one.when)) is not None]
    if not days:
        return datetime(2026, 8, 24, 6, tzinfo=UTC)
    day = min(days) - BEFORE_THE_FIRST_DAY
    monday = day - timedelta(days=day.weekday())
    return instant(datetime.combine(monday, datetime.min.time()).replace(hour=8), zone(programme))
