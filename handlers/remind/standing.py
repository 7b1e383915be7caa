"""Where people stand: their programmes, what may still be said of each, and what they heard."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from handlers.flow.party import party_of
from handlers.programme_file import ProgrammeFile, load
from handlers.remind.hours import Rules, local_day
from handlers.remind.occasions import gatherings, reflections, reports, rules
from handlers.remind.plan import Key, Occasion, Part, Recipient, parts
from handlers.tongue import Tongue, tongue
from storage.records import Membership, Person
from storage.unit import Unit

BUTTON_HOLDS = 64


@dataclass(frozen=True, slots=True)
class Standing:
    """One person in one programme, and what of it may still be said to them.

    The hour, the quiet hours and the zone in ``rules`` are those of the programme they joined
    first, so that a person has one day and one hour; offsets and pauses are the programme's own.
    ``alone`` says that they take part in no other.
    """

    programme: ProgrammeFile
    member: Membership
    rules: Rules
    occasions: tuple[Occasion, ...]
    alone: bool

    def press(self, kind: str, milestone: str) -> str:
        """What a button holds; «:@programme» at its end says where, if there is a choice."""
        data = f"{kind}:{milestone}"
        longer = f"{data}:@{self.programme.id}"
        return data if self.alone or len(longer) > BUTTON_HOLDS else longer

    def true_parts(self, now: datetime) -> list[Part]:
        """What is due by the end of today and still true."""
        today = local_day(self.rules, now)
        return [
            part
            for part in parts(self.rules, self.occasions)
            if local_day(self.rules, part.due) <= today and now < part.fresh_until
        ]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a person was told on which of their days, and the days that can have no other push."""

    told: dict[tuple[str, Key], date]
    days: tuple[date, ...]

    def of(self, standing: Standing) -> Recipient:
        mine = {key: on for (of, key), on in self.told.items() if of == standing.programme.id}
        return Recipient(standing.member.joined_at, mine, self.days)


class Register:
    """Reads where people stand at one instant; what they share is read once."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        """Serve one unit of work at ``now`` (aware, UTC)."""
        self._unit = unit
        self._now = now
        self._delivered: dict[str, set[tuple[str, str]]] = {}

    @cached_property
    def programmes(self) -> dict[str, ProgrammeFile]:
        return {row.id: load(row.body) for row in self._unit.programmes.every()}

    def of(self, person: str) -> list[Standing]:
        """Every programme a person takes part in, the one they joined first at the head."""
        members = _one_each(self._unit.people.memberships(person))
        members = [one for one in members if self._takes_part(one)]
        if not members:
            return []
        first = rules(self.programmes[members[0].programme])
        given = {(r.programme, r.milestone) for r in self._unit.reflections.of_person(person)}
        alone = len(members) == 1
        return [self._standing(one, first, given, alone=alone) for one in members]

    def _takes_part(self, member: Membership) -> bool:
        """Nobody is reminded on behalf of a team that was withdrawn."""
        programme = self.programmes[member.programme]
        if member.role != "participant" or member.team is None:
            return True
        return any(team.id == member.team and not team.withdrawn for team in programme.team)

    def _standing(
        self, member: Membership, first: Rules, given: set[tuple[str, str]], *, alone: bool
    ) -> Standing:
        programme = self.programmes[member.programme]
        mine = replace(
            rules(programme),
            zone=first.zone,
            hour=first.hour,
            quiet_from=first.quiet_from,
            quiet_to=first.quiet_to,
        )
        found = gatherings(programme)
        if member.role == "participant":
            found += self._reports(programme, member)
            found += reflections(programme, {m for of, m in given if of == programme.id})
        return Standing(programme, member, mine, tuple(found), alone)

    def _reports(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        party = party_of(programme, member)
        if party is None:
            return []
        if programme.id not in self._delivered:
            # Also one that does not stand: who took a report back knows of it, and is not nagged.
            every = self._unit.reports.every(programme.id)
            self._delivered[programme.id] = {(one.party, one.milestone) for one in every}
        done = {m for of, m in self._delivered[programme.id] if of == party}
        return reports(programme, done, self._now)


def heard(unit: Unit, person: str, today: date) -> Heard:
    """What was said to a person; a push that never went out was not said, but uses up its day."""
    unsaid = unit.pushes.unsaid(person)
    pushes = unit.pushes.of_person(person)
    said = {one.id: one.local_date for one in pushes if one.id not in unsaid}
    told = {
        (part.programme, Key(part.kind, part.milestone, part.occasion)): said[part.push]  # type: ignore[arg-type]
        for part in unit.pushes.told(person)
        if part.state != "moot" and part.push in said
    }
    days = (one.local_date for one in pushes if one.id in said or one.local_date == today)
    return Heard(told, tuple(days))


def reads(person: Person, standings: list[Standing]) -> Tongue:
    """The language a person chose, or that of the programme they joined first."""
    return tongue(person.language or standings[0].programme.language)


def _one_each(members: Iterable[Membership]) -> list[Membership]:
    """One membership a programme: a participant's before the others."""
    found: dict[str, Membership] = {}
    for one in members:
        if one.programme not in found or one.role == "participant":
            found[one.programme] = one
    return list(found.values())
