"""Where people stand: their programmes, what may still be said of each, and what they heard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from handlers.concerned import concerns
from handlers.flow.party import party_of
from handlers.markup import held
from handlers.programme_file import ProgrammeFile, load, on_days
from handlers.remind import occasions
from handlers.remind.hours import IN_DAYS, Rules, local_day
from handlers.remind.ladder import Ladder
from handlers.remind.occasions import rules
from handlers.remind.plan import Key, Occasion, Part, Recipient, parts
from handlers.tongue import Tongue, tongue
from storage.records import Membership, Person, Preference, Role, SignUp
from storage.unit import Unit

_Place = tuple[dict[str, list[Membership]], dict[str, Rules]]
_RANK: Mapping[Role, int] = {"participant": 0, "facilitator": 1, "organiser": 2, "observer": 3}


@dataclass(frozen=True, slots=True)
class Standing:
    """One person in one programme, and what of it may still be said to them.

    The hour, the quiet hours and the zone in ``rules`` are those of the programme they joined
    first, or their own choice, so that a person has one day and one hour; days off are the
    programme's. ``member`` is what they are there, a participant's place before others. ``alone``
    says that they take part in no other programme. ``away`` are the samlinger that they do not
    come to, or were not at: of these they hear the homework alone.
    """

    programme: ProgrammeFile
    member: Membership
    rules: Rules
    occasions: tuple[Occasion, ...]
    alone: bool
    away: frozenset[str] = frozenset()

    def press(self, *words: str) -> str:
        """What a button holds; «:@programme» at its end says where, if there is a choice."""
        return held(":".join(words), self.programme.id, several=not self.alone)

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
        self._answers: dict[str, list[SignUp]] = {}
        self._concerned: dict[tuple[str | None, ...], frozenset[str]] = {}
        self._newest: dict[str, _Place] = {}
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
        places, mine = self._place_of(person)
        return [self._standing(places[of], mine[of], alone=len(places) == 1) for of in places]

    def rules_of(self, person: str) -> list[Rules]:
        """When somebody may be disturbed, for each programme that they take part in."""
        return list(self._place_of(person)[1].values())

    def _place_of(self, person: str) -> _Place:
        """What somebody is in each programme, and when they may be disturbed for it."""
        if person not in self._newest:
            members = self._unit.people.memberships(person)
            places = _by_programme(one for one in members if self._takes_part(one))
            self._newest = {person: (places, self._rules(person, places))}
        return self._newest[person]

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
        away = self._away(programme, places[0].person)
        found = {
            one: None
            for place in places
            for one in self._occasions(programme, place)
            if one.milestone not in away or _is_for_all(programme, one)
        }
        return Standing(programme, places[0], mine, tuple(found), alone, away)

    def _signed_up(self, person: str) -> list[SignUp]:
        if person not in self._answers:
            self._answers = {person: self._unit.attendance.sign_ups_of(person)}
        return self._answers[person]

    def _away(self, programme: ProgrammeFile, person: str) -> frozenset[str]:
        """The samlinger that somebody does not come to as they stand, or was not at."""
        signed = self._signed_up(person)
        said = self._unit.attendance.presences_of(person)
        days = {one.id: on_days(one) for one in programme.milestone} if signed else {}
        declined = {
            one.milestone
            for one in signed
            if one.programme == programme.id
            and one.answer in ("not-coming", "substitute")
            and one.asked_for == days.get(one.milestone)
        }
        was = {one.milestone: one.state for one in said if one.programme == programme.id}
        absent = {of for of, state in was.items() if state == "absent"}
        return frozenset((declined - was.keys()) | absent)

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
        theirs = self._theirs(programme, member)
        alike = (programme.id, member.role, theirs)
        if alike not in self._ahead:
            found = occasions.ahead(programme, member, self.now)
            if member.role in ("participant", "facilitator"):
                found += occasions.thanks(programme, member)
            self._ahead[alike] = found
        return self._ahead[alike]

    def _theirs(self, programme: ProgrammeFile, member: Membership) -> frozenset[str]:
        """The milestones that concern a member."""
        alike = (programme.id, member.role, member.team, member.job)
        if alike not in self._concerned:
            self._concerned[alike] = frozenset(
                one.id for one in programme.milestone if concerns(programme, one, member)
            )
        return self._concerned[alike]

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
        theirs = self._theirs(programme, member)
        return [one for one in self._owed[alike] if one.milestone in theirs]

    def _calls(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        return occasions.calls(programme, self.ladder(programme.id).missing(member))

    def _reflections(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        given = self._reflected(programme, member)
        theirs = self._theirs(programme, member)
        found = occasions.reflections(programme, given)
        return [one for one in found if one.milestone in theirs]

    def _sign_ups(self, programme: ProgrammeFile, member: Membership) -> list[Occasion]:
        said = self._signed_up(member.person)
        answers = {one.milestone: one for one in said if one.programme == programme.id}
        return occasions.sign_ups(programme, member, answers)

    def _reflected(self, programme: ProgrammeFile, member: Membership) -> set[str]:
        """The samlinger that they have reflected on."""
        given = self._unit.reflections.of_person(member.person)
        return {one.milestone for one in given if one.programme == programme.id}


def _is_for_all(programme: ProgrammeFile, occasion: Occasion) -> bool:
    """Whether it is also for one who does not come: the homework is, and deadlines."""
    if occasion.kind == "thanks":
        return any(one.id == occasion.milestone and one.homework for one in programme.milestone)
    return occasion.kind not in ("samling", "reflect")


def rules_of(unit: Unit, programme: ProgrammeFile, person: str) -> Rules:
    """When a person may be disturbed in a programme, by their own choice and its file."""
    return _personal(rules(programme), rules(programme), unit.preferences.of(person))


def heard(unit: Unit, person: str, today: date) -> Heard:
    """What was said to a person; a push that never went out was not said, but uses up its day."""
    said = {
        (one.programme, Key(one.kind, one.milestone, one.occasion)): one  # type: ignore[arg-type]
        for one in unit.pushes.heard(person)
    }
    return Heard(
        {key: one.local_date for key, one in said.items()},
        tuple(unit.pushes.spent(person, today - timedelta(days=IN_DAYS), today)),
        {key: one.snoozed_until for key, one in said.items() if one.snoozed_until},
        {key: one.day for key, one in said.items() if one.day},
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
    """What somebody is in each programme, as they joined; what asks most of them first."""
    found: dict[str, list[Membership]] = {}
    for one in members:
        found.setdefault(one.programme, []).append(one)
    return {of: sorted(places, key=lambda place: _RANK[place.role]) for of, places in found.items()}
