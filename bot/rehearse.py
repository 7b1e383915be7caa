"""A programme played through in seconds: the real tick and outbox, against a door that records."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar
from zoneinfo import ZoneInfo

from handlers import tick
from handlers.markup import Html, plain
from handlers.programme import importing
from handlers.programme_file import (
    ProgrammeFile,
    Team,
    first_day,
    instant,
    is_for_individuals,
    zone,
)
from handlers.tongue import Tongue, tongue
from storage.migrate import migrate
from storage.records import Membership, OutboxRow, Role
from storage.unit import Unit, connect

AHEAD = timedelta(days=60)
MOST_INSTANTS = 20_000
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that went out: when (aware, local), to whom, the text as it reads.

    ``team`` is the id of a participant's team; None where there are no teams, and for leaders.
    """

    at: datetime
    role: Role
    team: str | None
    text: str
    silent: bool

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "at": self.at.isoformat()}


def rehearsed(programme: ProgrammeFile) -> list[Sent]:
    """Every message that the programme will send, in order, to people who never answer.

    One participant of each team that has Telegram, or one in all without teams, an organiser and
    a facilitator join two months before the first day; whoever answers gets fewer.
    """
    start = _start(programme)
    if start is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rehearsal.db"
        migrate(path)
        with closing(connect(path)) as connection:
            return _Play(connection, programme, start).to_the_end()


def in_words(sent: Sequence[Sent], programme: ProgrammeFile) -> str:
    """The messages as a calendar, in the programme's language: what several get stands once."""
    t = tongue(programme.language)
    if not sent:
        return plain(t.say("This programme sends nothing by itself: no milestone has a day."))
    groups: dict[tuple[datetime, str], list[Sent]] = {}
    for one in sent:
        groups.setdefault((one.at, one.text), []).append(one)
    days: dict[str, list[str]] = {}
    for (at, text), same in groups.items():
        entry = f"{t.clock(at)}  {_recipients(t, programme, same)}\n{_indented(text)}"
        days.setdefault(t.day(at, year=True), []).append(entry)
    told = ["\n\n".join([f"{day[:1].upper()}{day[1:]}", *entries]) for day, entries in days.items()]
    total = t.many(
        "{n} message in all, if nobody answers.",
        "{n} messages in all, if nobody answers.",
        len(groups),
    )
    return "\n\n\n".join([*told, plain(total)])


def _recipients(t: Tongue, programme: ProgrammeFile, same: Sequence[Sent]) -> str:
    teams = [one.team for one in same if one.team is not None]
    roles = {one.role for one in same}
    told = []
    if len(teams) == 1:
        names = {team.id: t.pick(team.name) for team in programme.team}
        told.append(t.say("the participants in {team}", team=names[teams[0]]))
    elif teams:
        told.append(t.say("the participants in {n} teams", n=t.number(len(teams))))
    elif "participant" in roles:
        told.append(t.say("the participants"))
    if "facilitator" in roles:
        told.append(t.say("the facilitators"))
    if "organiser" in roles:
        told.append(t.say("the organisers"))
    return plain(t.listed(told))


class _Play:
    """One run: a crowd that never answers, and a clock that jumps to whatever comes next."""

    def __init__(self, connection: Connection, programme: ProgrammeFile, start: datetime) -> None:
        self._connection = connection
        self._programme = programme
        self._zone: ZoneInfo = zone(programme)
        self._now = start
        self._seats: list[Membership] = []
        self._sent: list[Sent] = []

    def to_the_end(self) -> list[Sent]:
        self._commit(self._seat_everybody)
        for _ in range(MOST_INSTANTS):
            mark: str | None = tick.START
            while mark is not None:
                mark = self._commit(partial(tick.beat, now=self._now, mark=mark))
            while self._commit(self._deliver):
                pass
            upcoming = self._commit(partial(tick.next_instant, now=self._now))
            if upcoming is None:
                break
            self._now = upcoming
        return self._sent

    def _commit(self, work: Callable[[Unit], Result]) -> Result:
        self._connection.execute("BEGIN IMMEDIATE")
        found = work(Unit(self._connection))
        self._connection.execute("COMMIT")
        return found

    def _seat_everybody(self, unit: Unit) -> None:
        importing.apply(unit, self._programme, self._now)
        for team in self._programme.team:
            if team.telegram and not team.withdrawn:
                self._seat(unit, "participant", team)
        if is_for_individuals(self._programme):
            self._seat(unit, "participant", None)
        self._seat(unit, "facilitator", None)
        self._seat(unit, "organiser", None)

    def _seat(self, unit: Unit, role: Role, team: Team | None) -> None:
        language = team.language if team and team.language else self._programme.language
        person = unit.people.add(role, language, self._now)
        unit.people.live_at(person.id, "rehearsal", str(len(self._seats)))
        of = team.id if team else None
        seat = Membership(person.id, self._programme.id, role, of, None, self._now)
        unit.people.join(seat)
        self._seats.append(seat)

    def _deliver(self, unit: Unit) -> int:
        ready = unit.outbox.ready(self._now, 100)
        for row in ready:
            self._record(unit, row)
        return len(ready)

    def _record(self, unit: Unit, row: OutboxRow) -> None:
        letter = tick.compose(unit, row, self._now) if row.push is not None else None
        if row.push is not None and letter is None:
            unit.outbox.end(row.position, "moot", "nothing in it is true any longer", self._now)
            return
        text = Html(row.text) if letter is None else letter.text
        unit.outbox.sent(row.position, None, self._now)
        if row.verb == "send":
            at = self._now.astimezone(self._zone)
            seat = self._seats[int(row.key)]
            self._sent.append(Sent(at, seat.role, seat.team, plain(text), row.silent))


def _start(programme: ProgrammeFile) -> datetime | None:
    days = [day for one in programme.milestone if (day := first_day(one.when)) is not None]
    if not days:
        return None
    noon = datetime.combine(min(days), datetime.min.time()).replace(hour=12)
    return instant(noon, zone(programme)).astimezone(UTC) - AHEAD


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
