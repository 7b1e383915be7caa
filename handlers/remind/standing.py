"""Where people stand: their programmes, what may still be said of each, and what they heard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property

from handlers.concerned import concerns
from handlers.flow.party import party_of
from handlers.programme_file import ProgrammeFile, load
from handlers.remind import occasions
from handlers.remind.hours import Rules, local_day
from handlers.remind.ladder import Ladder
from handlers.remind.occasions import rules
from handlers.remind.plan import Key, Occasion, Part, Recipient, parts
from handlers.tongue import Tongue, tongue
from storage.records import Membership, Person, Preference
from storage.unit import Unit

BUTTON_HOLDS = 64


@dataclass(frozen=True, slots=True)
class Standing:
    """One person in one programme, and what of it may still be said to them.

    The hour, the quiet hours and the zone in ``rules`` are those of the programme they joined
    first, or their own choice, so that a person has one day and one hour; days off are the
    programme's. ``member`` is what they are there, a participant's place before others. ``alone``
    says that they take part in no other programme.
    """

    programme: ProgrammeFile
    member: Membership
    rules: Rules
    occasions: tuple[Occasion, ...]
    alone: bool

    def press(self, *words: str) -> str:
        """What a button holds; «:@programme» at its end says where, if there is a choice."""
        data = ":".join(words)
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
    """What a person was told on which of their days, and the days that can have no other push.

    ``snoozed``: what they asked to hear again, and from which day on.
    """

    told: Mapping[tuple[str, Key], date]
    days: tuple[date, ...]
    snoozed: Mapping[tuple[str, Key], date]
    about: Mapping[tuple[str, Key], date] = field(default_factory=dict)

    def of(self, standing: Standing) -> Recipient:
        mine = standing.programme.id
        return Recipient(
            standing.member.joined_at,
            {key: on for (of, key), on in self.told.items() if of == mine},
            self.days,
            {key: until for (of, key), until in self.snoozed.items() if of == mine},
            {key: day for (of, key), day in self.about.items() if of == mine},
        )


class Register:
    """Reads where people stand at one instant; what they share is read once."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        """Serve one unit of work at ``now`` (aware, UTC)."""
        self.now = now
        self._unit = unit
        self._ladders: dict[str, Ladder] = {}
        self._ahead: dict[tuple[object, ...], list[Occasion]] = {}
        self._owed: dict[tuple[str, str, bool], list[Occasion]] = {}

    @cached_property
    def programmes(self) -> dict[str, ProgrammeFile]:
        return {row.id: load(row.body) for row in self._unit.programmes.every()}

    def ladder(self, programme: str) -> Ladder:
        """Who is told of a report, and when."""
        if programme not in self._ladders:
            self._ladders[programme] = Ladder(self._unit, self.programmes[programme], self.now)
        return self._ladders[programme]

    def of(self, person: str) -> list[Standing]:
        """Every programme a person takes part in, the one they joined first at the head."""
        places = self._places(person)
        mine = self._rules(person, places)
        return [self._standing(places[of], mine[of], alone=len(places) == 1) for of in places]

    def rules_of(self, person: str) -> list[Rules]:
        """When somebody may be disturbed, for each programme that they take part in."""
        return list(self._rules(person, self._places(person)).values())

    def _places(self, person: str) -> dict[str, list[Membership]]:
        members = self._unit.people.memberships(person)
        return _by_programme(one for one in members if self._takes_part(one))

    def _rules(self, person: str, places: Iterable[str]) -> dict[str, Rules]:
        theirs = {of: rules(self.programmes[of]) for of in places}
        if not theirs:
            return {}
        chosen, first = self._unit.preferences.of(person), next(iter(theirs.values()))
        return {of: _personal(mine, first, chosen) for of, mine in theirs.items()}

    def _takes_part(self, member: Membership) -> bool:
        """Nobody is reminded on behalf of a team that was withdrawn."""
        programme = self.programmes[member.programme]
        if member.role != "participant" or member.team is None:
            return True
        return any(team.id == member.team and not team.withdrawn for team in programme.team)

    def _standing(self, places: Sequence[Membership], mine: Rules, *, alone: bool) -> Standing:
        programme = self.programmes[places[0].programme]
        found = {one: None for place in places for one in self._occasions(programme, place)}
        return Standing(programme, places[0], mine, tuple(found), alone)

    def _occasions(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        """What a member may be told of by what they are in the programme."""
        found = [*self._of_all(programme, member)]
        match member.role:
            case "participant":
                found += self._reports(programme, member)
                found += self._reflections(programme, member)
                found += self._sign_ups(programme, member)
            case "facilitator":
                found += self._sign_ups(programme, member)
                found += self._calls(programme, member)
            case "organiser":
                found += self._calls(programme, member)
                found += occasions.without_a_date(programme)
            case "observer":
                pass
        return found

    def _of_all(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        """What is the same for all who are the same in the programme: reckoned once."""
        theirs = frozenset(
            one.id for one in programme.milestone if concerns(programme, one, member)
        )
        alike = (programme.id, member.role, theirs)
        if alike not in self._ahead:
            found = occasions.ahead(programme, member, self.now)
            if member.role in ("participant", "facilitator"):
                found += occasions.thanks(programme, member)
            self._ahead[alike] = found
        return self._ahead[alike]

    def _reports(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        party = party_of(programme, member)
        if party is None:
            return []
        ladder = self.ladder(programme.id)
        first = ladder.hears_first(member)
        alike = (programme.id, party, first)
        if alike not in self._owed:
            done = ladder.delivered(party)
            self._owed[alike] = occasions.reports(programme, done, self.now, first=first)
        return self._owed[alike]

    def _calls(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        return occasions.calls(programme, self.ladder(programme.id).missing(member))

    def _reflections(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        given = self._reflected(programme, member)
        theirs = {one.id for one in programme.milestone if concerns(programme, one, member)}
        found = occasions.reflections(programme, given)
        return [one for one in found if one.milestone in theirs]

    def _sign_ups(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        said = self._unit.attendance.sign_ups_of(member.person)
        answers = {one.milestone: one for one in said if one.programme == programme.id}
        return occasions.sign_ups(programme, member, answers)

    def _reflected(self, programme: ProgrammeFile, member: Membership) -> set[str]:
        """The samlinger that they have reflected on, or were not at."""
        given = self._unit.reflections.of_person(member.person)
        said = self._unit.attendance.presences_of(member.person)
        absent = {
            one.milestone for one in said if (one.programme, one.state) == (programme.id, "absent")
        }
        return absent | {one.milestone for one in given if one.programme == programme.id}


def rules_of(unit: Unit, programme: ProgrammeFile, person: str) -> Rules:
    """When a person may be disturbed in a programme, by their own choice and its file."""
    return _personal(rules(programme), rules(programme), unit.preferences.of(person))


def heard(unit: Unit, person: str, today: date) -> Heard:
    """What was said to a person; a push that never went out was not said, but uses up its day."""
    unsaid = unit.pushes.unsaid(person)
    pushes = unit.pushes.of_person(person)
    said = {one.id: one.local_date for one in pushes if one.id not in unsaid}
    parts_told = {
        (part.programme, Key(part.kind, part.milestone, part.occasion)): part  # type: ignore[arg-type]
        for part in unit.pushes.told(person)
        if part.state != "moot" and part.push in said
    }
    days = (one.local_date for one in pushes if one.id in said or one.local_date == today)
    return Heard(
        {key: said[part.push] for key, part in parts_told.items()},
        tuple(days),
        {key: part.snoozed_until for key, part in parts_told.items() if part.snoozed_until},
        {key: part.day for key, part in parts_told.items() if part.day},
    )


def reads(person: Person, standings: list[Standing]) -> Tongue:
    """The language a person chose, or that of the programme they joined first."""
    return tongue(person.language or standings[0].programme.language)


def _personal(mine: Rules, first: Rules, chosen: Preference) -> Rules:
    weekdays = frozenset(map(int, chosen.days)) if chosen.days else mine.calendar.weekdays
    return replace(
        mine,
        zone=first.zone,
        hour=time.fromisoformat(chosen.hour) if chosen.hour else first.hour,
        quiet_from=first.quiet_from,
        quiet_to=first.quiet_to,
        own=replace(mine.calendar, weekdays=weekdays),
        paused_until=chosen.paused_until,
    )


def _by_programme(members: Iterable[Membership]) -> dict[str, list[Membership]]:
    """What somebody is in each programme, in the order they joined; a participant's place first."""
    found: dict[str, list[Membership]] = {}
    for one in members:
        found.setdefault(one.programme, []).append(one)
    return {
        of: sorted(places, key=lambda place: place.role != "participant")
        for of, places in found.items()
    }
