"""Those whom one can sit down as, and the clock that jumps from one happening to the next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.clock import MovableClock
from bot.demo.stage import Happening, Sitter
from bot.house import House
from handlers import tick
from handlers.join.codes import Code, codes
from handlers.markup import plain
from handlers.programme_file import ProgrammeFile, is_for_individuals, zone
from handlers.tongue import Tongue, tongue
from storage.records import Role
from storage.unit import Unit

NAMES = ("Kari Nordmann", "Amir Hassan", "Siri Larsen", "Nils Utsi")
LEADERS: dict[Role, str] = {"organiser": "Ingrid Berg", "facilitator": "Per Johansen"}


@dataclass(frozen=True, slots=True)
class Place:
    """Who sits where: ``team`` is an id, "" for those who lead or take part alone."""

    key: str
    name: str
    role: Role
    team: str = ""


def places(programme: ProgrammeFile) -> list[Place]:
    """Two of the first team, one of each of the next two, and those who lead.

    Where people take part alone, two of them; nobody of a team without Telegram.
    """
    teams = [one.id for one in programme.team if one.telegram and not one.withdrawn]
    seated = ["", ""] if is_for_individuals(programme) else [*teams[:1], *teams[:3]]
    who: list[tuple[str, Role, str]] = [
        *((name, "participant", team) for name, team in zip(NAMES, seated, strict=False)),
        *((name, role, "") for role, name in LEADERS.items()),
    ]
    return [Place(f"p{number}", *one) for number, one in enumerate(who, 1)]


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
        """Make codes, and seat everybody who has a place."""
        self._codes = await self._codes_now()
        by_place = {(code.role, code.team): code for code in self._codes}
        for place in places(self._programme):
            code = by_place.get((place.role, place.team))
            if code is not None:
                self._sit(place.name, code)
        self._leaders = {
            one.role: one.key for one in places(self._programme) if one.role in LEADERS
        }

    async def next_happening(self, language: str | None = None) -> Happening | None:
        """Say what comes next by itself."""
        said = language or self._programme.language
        return await self._house.writer.run(partial(_upcoming, self._clock.now(), said))

    async def jump(self) -> None:
        """Go to what comes next; it is the very next instant, so nothing due is jumped over."""
        await self._house.settled()
        upcoming = await self.next_happening()
        if upcoming is not None:
            self._clock.move_to(upcoming.at)
            await self._renew()
            await self._house.beat()
            await self._house.settled()

    async def settled(self) -> None:
        """Wait until all that came in is handled and all that is due is sent."""
        await self._house.settled()

    async def add_person(self, name: str) -> Sitter:
        """Bring one more person, to the first of the teams that have the fewest sitters."""
        taken = Counter(sitter.start for sitter in self._people)
        return self._sit(name, min(self._teams(), key=lambda code: taken[_start_with(code)]))

    async def _renew(self) -> None:
        """A leader's code is good for 72 hours, and a jump is often longer."""
        made = await self._codes_now()
        fresh = {self._leaders[one.role]: _start_with(one) for one in made if one.role in LEADERS}
        self._people = [replace(one, start=fresh.get(one.key, one.start)) for one in self._people]

    async def _codes_now(self) -> list[Code]:
        now = self._clock.now()
        return await self._house.writer.run(lambda unit: codes(unit, self._programme.id, now, None))

    def _teams(self) -> list[Code]:
        """The participants' codes, in the order of the programme file."""
        place = {team.id: number for number, team in enumerate(self._programme.team)}
        found = [code for code in self._codes if code.role == "participant"]
        return sorted(found, key=lambda code: place.get(code.team, 0))

    def _sit(self, name: str, code: Code) -> Sitter:
        t = tongue(self._programme.language)
        team = next((one for one in self._programme.team if one.id == code.team), None)
        sitter = Sitter(
            key=f"p{len(self._people) + 1}",
            name=name,
            role=_in_words(code.role, t),
            team=t.pick(team.name) if team is not None else "",
            start=_start_with(code),
            language=self._programme.language,
            roles={one: _in_words(code.role, tongue(one)) for one in ("nb", "nn", "en")},
        )
        self._people.append(sitter)
        return sitter


def _start_with(code: Code) -> str:
    return f"/start {code.code}"


def _upcoming(now: datetime, language: str, unit: Unit) -> Happening | None:
    found = tick.happening(unit, now)
    if found is None:
        return None
    said = plain(tick.sentence(tongue(language), unit, found))
    return Happening(found.at, said[:1].upper() + said[1:], language)


def _in_words(role: Role, t: Tongue) -> str:
    said = {
        "participant": t.say("Participant"),
        "facilitator": t.say("Facilitator"),
        "organiser": t.say("Organiser"),
    }
    return plain(said[role])
