"""Who comes to one samling and who was there, counted: per team, per day, per meal, per night."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from handlers.attendance import samling
from handlers.concerned import concerns
from handlers.programme_file import Milestone, ProgrammeFile, on_days
from storage.records import Membership, Presence, SignUp

LEADING = "-"
"""The group of those who guide the teams; "" is that of those who take part alone."""


@dataclass(frozen=True, slots=True)
class Group:
    """A team, those who guide, or those who take part alone: numbers, and never whose they are.

    ``unreached`` of those who have not answered cannot be reached; ``telegram`` false: a team that
    is asked elsewhere.
    """

    id: str
    coming: int = 0
    away: int = 0
    substitutes: int = 0
    unsure: int = 0
    unanswered: int = 0
    unreached: int = 0
    here: int = 0
    telegram: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nobody it concerns has joined."""
        said = self.coming + self.away + self.substitutes + self.unsure
        return not said + self.unanswered + self.here


@dataclass(frozen=True, slots=True)
class Day:
    """How many to lay a table for on a day, and to find a bed for in the night after it.

    None where nobody is asked.
    """

    day: date
    people: int
    lunch: int | None
    dinner: int | None
    night: int | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of one samling: whom it concerns, what they answered for it as it stands."""

    members: tuple[Membership, ...]
    sign_ups: Mapping[str, SignUp]
    here: frozenset[str]
    reached: frozenset[str]


def answers(
    programme: ProgrammeFile,
    one: Milestone,
    members: Iterable[Membership],
    said: tuple[Iterable[SignUp], Iterable[Presence]],
    reached: frozenset[str],
) -> Answers:
    """Put together what was said: an answer for a day that has moved since is none."""
    sign_ups, presences = said
    asked_for = on_days(one)
    whose = _once(programme, one, members)
    people = {member.person for member in whose}
    return Answers(
        tuple(whose),
        {up.person: up for up in sign_ups if up.asked_for == asked_for and up.person in people},
        frozenset(there.person for there in presences if there.state == "here"),
        reached,
    )


def group_of(programme: ProgrammeFile, member: Membership) -> str:
    if member.role != "participant":
        return LEADING
    return (member.team or "") if programme.team else ""


def groups(programme: ProgrammeFile, one: Milestone, known: Answers) -> list[Group]:
    """Each team that it concerns in the file's order, then those in no team, and who guide."""
    wanted = one.concerns.teams if one.concerns else ()
    teams = [
        team for team in programme.team if not team.withdrawn and (not wanted or team.id in wanted)
    ]
    found = [
        _group(programme, team.id, known) if team.telegram else Group(team.id, telegram=False)
        for team in teams
    ]
    others = (_group(programme, group, known) for group in ("", LEADING))
    return [*found, *(one for one in others if one != Group(one.id))]


def day_by_day(programme: ProgrammeFile, one: Milestone, ups: Iterable[SignUp]) -> list[Day]:
    """What to order for each day; ``ups`` are those that count."""
    comers = [up for up in ups if up.answer in ("coming", "substitute")]
    dinners, nights = samling.dinner_days(programme, one), samling.nights(programme, one)
    found = []
    for day in samling.days(one):
        there = [up for up in comers if day in days_of(one, up)]
        lunch = sum(up.lunch is True for up in there)
        dinner = sum(up.dinner is True for up in there)
        night = sum(up.overnight is True and day in nights_of(one, up) for up in comers)
        found.append(
            Day(
                day,
                len(there),
                lunch if samling.has_lunch(programme, one) else None,
                dinner if day in dinners else None,
                night if day in nights else None,
            )
        )
    return found


def days_of(one: Milestone, up: SignUp) -> Sequence[date]:
    """The days that somebody comes on; all of them where nobody asked."""
    chosen = [samling.read_day(day) for day in up.days.split(",") if day]
    return chosen or samling.days(one)


def nights_of(one: Milestone, up: SignUp) -> list[date]:
    """The nights that somebody stays, each by the day before.

    Between days that they come on; who comes on a single day needs the night before it, and on the
    first day the night after.
    """
    mine, every = days_of(one, up), samling.days(one)
    if len(mine) == 1:
        place = every.index(mine[0]) if mine[0] in every else 0
        return [every[max(place - 1, 0)]]
    pairs = pairwise(every)
    return [night for night, after in pairs if night in mine and after in mine]


def _once(
    programme: ProgrammeFile, one: Milestone, members: Iterable[Membership]
) -> list[Membership]:
    """Those whom it concerns, each once: who takes part and guides counts in their team."""
    found: dict[str, Membership] = {}
    for member in members:
        is_first = member.person not in found or member.role == "participant"
        if is_first and member.role in samling.COMERS and concerns(programme, one, member):
            found[member.person] = member
    return list(found.values())


def _group(programme: ProgrammeFile, group: str, known: Answers) -> Group:
    people = [m.person for m in known.members if group_of(programme, m) == group]
    said = Counter(known.sign_ups[one].answer for one in people if one in known.sign_ups)
    silent = [one for one in people if one not in known.sign_ups]
    return Group(
        group,
        coming=said["coming"],
        away=said["not-coming"],
        substitutes=said["substitute"],
        unsure=said["unsure"],
        unanswered=len(silent),
        unreached=sum(one not in known.reached for one in silent),
        here=sum(one in known.here for one in people),
    )
