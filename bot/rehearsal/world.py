"""What everybody in a rehearsal shares: the house, the time, the book of what happened."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from heapq import heappop, heappush
from pathlib import Path
from random import Random

from bot.rehearsal.changing import word_on_the_wall
from bot.rehearsal.crowd import Someone
from bot.rehearsal.house import DOOR, Delivery, House
from bot.rehearsal.values import (
    UNASKED,
    Deed,
    Done,
    Message,
    Player,
    Snooze,
    Version,
    Wish,
)
from handlers.attendance.word import SECRET as PRESENCE
from handlers.calendar.address import SECRET as FEED
from handlers.flow.party import person_party, team_party
from handlers.flow.readers import NO, YES
from handlers.join.codes import codes
from handlers.programme import importing
from handlers.programme_file import Milestone, ProgrammeFile, load, milestone, zone
from handlers.report.asked.helping import asks_for_help
from storage.records import Preference
from storage.unit import Unit

Act = Callable[[], None]
_SECRET_BYTES = 32
_HELP = 0.08  # how often somebody asks for help


class World:
    """The stage: whoever has something to do later puts it in the calendar of deeds."""

    def __init__(
        self, folder: Path, start: datetime, random: Random, door: Callable[[Delivery], None]
    ) -> None:
        """Build the house in an empty folder; ``door`` is its only one."""
        self.house = House(folder, start, random, door)
        self.random = random
        self.programme: ProgrammeFile
        self.teams: dict[int, str | None] = {}
        self.joined: dict[int, datetime] = {}
        self.agreed: set[tuple[str, str]] = set()  # who writes which report is agreed at coffee
        self.messages: list[Message] = []
        self.done: list[Done] = []
        self.wishes: list[Wish] = []
        self.snoozes: list[Snooze] = []
        self.versions: list[Version] = []
        self._wished: dict[int, Preference] = {}
        self._deeds: list[tuple[datetime, int, Act]] = []
        self._order = itertools.count()
        self._version = 0
        self.stirred: set[str] = set()
        self.acted: set[str] = set()
        self.is_changed = False

    def opens(self, programme: ProgrammeFile) -> None:
        """Import the programme; what the house would draw by lot for itself comes of the seed."""
        self.programme = programme
        self.versions.append(Version(self.now, programme))

        def begun(unit: Unit) -> int:
            for secret in (PRESENCE, FEED):
                unit.house.keep(secret, self.random.randbytes(_SECRET_BYTES).hex())
            return importing.apply(unit, programme, self.now).version

        self._version = self.house.run(begun)

    @property
    def now(self) -> datetime:
        return self.house.now

    # The calendar of deeds

    def later(self, at: datetime, act: Act) -> None:
        """Let somebody do something at an instant, or now if that has passed."""
        heappush(self._deeds, (max(at, self.now), next(self._order), act))

    def next_deed(self) -> datetime | None:
        return self._deeds[0][0] if self._deeds else None

    def acts(self) -> None:
        """Let everybody do what they meant to do by now.

        Who did is in ``acted``; who may be told something sooner for it in ``stirred``;
        ``is_changed`` says that the programme is another.
        """
        self.stirred, self.acted, self.is_changed = set(), set(), False
        while self._deeds and self._deeds[0][0] <= self.now:
            heappop(self._deeds)[2]()

    def stirs(self, someone: Someone, *, team: bool = False) -> None:
        """The person, or everybody in their team, may be told something sooner for a deed.

        Most deeds stir nobody: they only take away what would have come.
        """
        self.stirred |= self._with(someone) if team else {someone.key}

    def _with(self, someone: Someone) -> set[str]:
        """The keys of everybody in a person's team."""
        mine = self.teams.get(someone.number)
        return {someone.key, *(f"p{n}" for n, of in self.teams.items() if mine and of == mine)}

    # The book of what happened

    def sent(self, someone: Someone, what: Delivery) -> None:
        """Write down a message that reached a phone."""
        if what.parcel.verb != "send":
            return
        self.messages.append(
            Message(
                self.now,
                someone.number,
                self.teams.get(someone.number),
                what.cause,
                what.text,
                what.parts,
                what.push,
                what.parcel.silent,
                what.parcel.enclosure is not None or what.cause == "file",
            )
        )

    def looks(self, someone: Someone) -> None:
        """Write down what is new about a person who did something, and about the programme."""
        self.acted.add(someone.key)
        self.house.run(lambda unit: self._look(unit, someone))

    def did(self, someone: Someone, deed: Deed, about: str) -> bool:
        """Whether the house knows that a person did something; if so, it is written down."""
        known = self.house.run(lambda unit: self._knows(unit, someone, deed, about))
        if known:
            team = self.teams.get(someone.number)
            self.done.append(Done(self.now, someone.number, team, deed, about))
            self.acted |= self._with(someone) if deed == "delivered" else {someone.key}
        return known

    def snoozed(self, someone: Someone, push: str) -> None:
        self.stirs(someone)
        self.snoozes.append(Snooze(self.now, someone.number, push))

    def _look(self, unit: Unit, someone: Someone) -> None:
        row = unit.programmes.find(self.programme.id)
        if row is not None and row.version != self._version:
            self.is_changed = True
            self._version, self.programme = row.version, load(row.body)
            self.versions.append(Version(self.now, self.programme))
        person = unit.people.at(DOOR, someone.key)
        if person is None:
            return
        for member in unit.people.memberships(person.id):
            team = member.team if member.role == "participant" else None
            if someone.number not in self.joined or self.teams[someone.number] != team:
                self.stirs(someone, team=True)
                self.teams[someone.number] = team
                self.stirs(someone, team=True)
            self.joined.setdefault(someone.number, member.joined_at)
        wish = unit.preferences.of(person.id)
        if replace(wish, feed=1) != self._wished.get(someone.number, Preference(person.id)):
            self.stirs(someone, team=True)
            self._wished[someone.number] = replace(wish, feed=1)
            hour = time.fromisoformat(wish.hour) if wish.hour else None
            self.wishes.append(Wish(self.now, someone.number, hour, wish.days, wish.paused_until))

    def _knows(self, unit: Unit, someone: Someone, deed: Deed, about: str) -> bool:
        person, of = unit.people.at(DOOR, someone.key), self.programme.id
        if person is None:
            return False
        match deed:
            case "delivered":
                team = self.teams.get(someone.number)
                party = team_party(of, team) if team else person_party(person.id)
                report = unit.reports.of(of, party, about)
                return report is not None and report.stands
            case "signed up":
                mine = unit.attendance.sign_ups_of(person.id)
                return any(one.milestone == about and one.answer != "unsure" for one in mine)
            case "reflected":
                return unit.reflections.marked(of, about, person.id)
            case "was here" | "was away":
                state = "here" if deed == "was here" else "absent"
                mine_ = unit.attendance.presences_of(person.id)
                return any(one.milestone == about and one.state == state for one in mine_)

    # What people know

    @property
    def known(self) -> dict[str, str]:
        """What to answer to the programme's questions that want no sentence; few ask for help."""
        report, reflection = self.programme.report, self.programme.reflection
        asked = (*(report.question if report else ()), *(reflection.question if reflection else ()))
        day = self.now.astimezone(zone(self.programme)) + timedelta(days=30)
        numbers = {one.key: str(one.min or 3) for one in asked if one.kind == "number"}
        dates = {one.key: f"{day:%d.%m.%Y}" for one in asked if one.kind == "date"}
        helped = YES if self.random.random() < _HELP else NO
        return {**numbers, **dates, **dict.fromkeys(asks_for_help(self.programme), helped)}

    def code(self, someone: Someone) -> str:
        """A code that lets them in, new for whoever leads."""
        return self.team_code(someone.team or "", someone.role)

    def team_code(self, team: str, role: str = "participant") -> str:
        made = self.house.run(
            lambda unit: codes(unit, self.programme.id, self.now, None, self.random.randbytes)
        )
        return next(one.code for one in made if one.role == role and one.team == team)

    def wall(self, about: str) -> str:
        """The code word that hangs where people meet."""
        return self.house.run(lambda unit: word_on_the_wall(unit, self.programme, about))

    def milestone(self, about: str) -> Milestone | None:
        return milestone(self.programme, about)

    def players(self, crowd: list[Someone]) -> tuple[Player, ...]:
        return tuple(
            Player(one.number, one.name, one.role, one.team, self.joined.get(one.number))
            for one in crowd
        )


def is_unasked(what: Delivery) -> bool:
    return what.cause in UNASKED
