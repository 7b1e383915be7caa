"""The test's own books: who is in the programme, what each of them did, and what they were told."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from handlers.programme_file import Milestone, ProgrammeFile
from handlers.programme_file.fields import Offset
from tests.oracle_almanac import Almanac, Promise
from tests.oracle_spans import span

Answer = Literal["coming", "not-coming", "substitute", "unsure"]


@dataclass
class Who:
    """A person as the test's books have them."""

    key: str
    name: str
    role: str
    team: str | None
    joined: datetime
    job: str | None = None
    has_duty: bool = False
    hour: time | None = None
    weekdays: str | None = None
    paused_until: date | None = None
    reached: bool = True
    tried: date | None = None
    signed: dict[str, tuple[Answer, tuple[date, date]]] = field(default_factory=dict)
    reflected: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    pushes: list[date] = field(default_factory=list)
    told: dict[tuple[str, str, Offset, bool], tuple[date, date]] = field(default_factory=dict)
    snoozed: dict[tuple[str, str, Offset, bool], date] = field(default_factory=dict)


@dataclass
class Books:
    """A programme as it stands, its people, and which team has delivered before what."""

    programme: ProgrammeFile
    people: dict[str, Who] = field(default_factory=dict)
    delivered: set[tuple[str, str]] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    _spoken_for: dict[str, list[Who]] = field(default_factory=dict)
    almanacs: dict[tuple[object, ...], Almanac] = field(default_factory=dict)

    def takes(self, programme: ProgrammeFile) -> None:
        self.programme = programme
        self.almanacs.clear()
        self.people_changed()

    def people_changed(self) -> None:
        """Somebody has joined, is in another team, or speaks for one."""
        self._spoken_for.clear()
        self.gone = {team.id for team in self.programme.team if team.withdrawn}

    def almanac(self, who: Who) -> Almanac:
        """Everything that may be said to somebody like them, worked out once."""
        alike = (who.role, who.team, who.job, who.hour, who.weekdays)
        if alike not in self.almanacs:
            mine = tuple(one.id for one in self.programme.milestone if self.concerns(one, who))
            key = (who.role, mine, who.hour, who.weekdays)
            new = Almanac(self.programme, who.role, mine, who.hour, who.weekdays)
            self.almanacs[alike] = self.almanacs.setdefault(key, new)
        return self.almanacs[alike]

    def concerns(self, one: Milestone, who: Who) -> bool:
        if who.role != "participant":
            return True
        if who.team in self.gone:
            return False
        wanted = one.concerns
        if wanted is None:
            return True
        of_team = not wanted.teams or who.team in wanted.teams
        return of_team and (not wanted.functions or who.job in {None, *wanted.functions})

    def speakers(self, team: str) -> list[Who]:
        """A team's contact person and deputy, those who are in the house."""
        if team not in self._spoken_for:
            mine = [one for one in self.programme.team if one.id == team]
            names = {name for one in mine for name in (one.contact, one.deputy)}
            self._spoken_for[team] = [
                one
                for one in self.people.values()
                if (one.role, one.team) == ("participant", team)
                and (one.has_duty or one.name in names)
            ]
        return self._spoken_for[team]

    def helped(self, who: Who) -> set[str]:
        """The teams that somebody helps: those whose nearest helpers who are reached are theirs."""
        standing = {one.id for one in self.programme.team} - self.gone
        return {team for team in standing if who in self._nearest(team)}

    def _nearest(self, team: str) -> list[Who]:
        leads = [one for one in self.people.values() if one.role != "participant"]
        rings = [
            [one for one in leads if one.role == "facilitator" and one.team == team],
            [one for one in leads if one.role == "facilitator" and one.team is None],
            [one for one in leads if one.role == "organiser"],
        ]
        some = [ring for ring in rings if ring]
        reached = [ring for ring in some if any(one.reached for one in ring)]
        return (reached or some or [[]])[0]

    def stands(self, promise: Promise, who: Who, today: date) -> bool:
        """Whether what was promised is still to be said, by what has been done."""
        match promise.kind:
            case "report":
                return who.team is not None and self._owes(promise, who, who.team, today)
            case "call":
                return any((t, promise.milestone) not in self.delivered for t in self.helped(who))
            case "signup":
                answer, about = who.signed.get(promise.milestone, (None, None))
                if answer is None or about != self.days_of(promise.milestone):
                    return True
                return answer == "unsure" and promise.last
            case "reflect":
                done = promise.milestone in who.reflected
                return not done and not self._stays_away(promise.milestone, who)
            case "samling":
                return not self._stays_away(promise.milestone, who)
            case "thanks":
                homework = any(
                    one.homework for one in self.programme.milestone if one.id == promise.milestone
                )
                return homework or not self._stays_away(promise.milestone, who)
            case _:
                return True

    def _stays_away(self, milestone: str, who: Who) -> bool:
        """Whether somebody has said that they do not come then, or were not there."""
        answer, about = who.signed.get(milestone, (None, None))
        declined = answer in {"not-coming", "substitute"} and about == self.days_of(milestone)
        return declined or milestone in who.absent

    def _owes(self, promise: Promise, who: Who, team: str, today: date) -> bool:
        if (team, promise.milestone) in self.delivered or team in self.gone:
            return False
        speak = self.speakers(team)
        hear = [one for one in speak if one.reached and not is_paused(one, today)]
        return not promise.ahead or not hear or who in speak

    def days_of(self, milestone: str) -> tuple[date, date]:
        one = next(one for one in self.programme.milestone if one.id == milestone)
        found = span(self.programme, one)
        assert found.first is not None
        assert found.last is not None
        return found.first, found.last


def is_paused(who: Who, today: date) -> bool:
    return who.paused_until is not None and today < who.paused_until
