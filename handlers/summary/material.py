"""What a summary is made of: rows that were read, and whose of them the reader may see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.programme_file import Milestone, ProgrammeFile
from storage.records import Measure, Membership, Plea, Reflection, Report, ReportAnswer


@dataclass(frozen=True, slots=True)
class Sight:
    """How far somebody sees: one team, or everything where ``team`` is None."""

    team: str | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """A report with its answers: all of them, and ``answers`` as the matrix has them."""

    report: Report
    every: tuple[ReportAnswer, ...]
    answers: tuple[ReportAnswer, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A participant, and whether a message reaches them."""

    person: str
    team: str | None
    reached: bool


@dataclass(frozen=True, slots=True)
class Material:
    """The rows that ``sight`` allows, and the round (``before``) that was chosen.

    ``reports`` are all that stand, and ``names`` those of the people who delivered one of their
    own, or called for help; ``begun`` are parties with an open draft, ``withdrawn`` those that
    withdrew the report of this round, ``on_behalf`` those for whom somebody else delivered it.
    ``answered`` counts people by milestone. ``work`` are a party's measures as they stand, ``aims``
    the wording of each aim by its id, ``seen`` the facilitator's scores that a party knows of.
    """

    programme: ProgrammeFile
    now: datetime
    sight: Sight
    before: Milestone | None
    reports: tuple[Delivered, ...]
    names: Mapping[str, str | None]
    begun: frozenset[str]
    members: tuple[Member, ...]
    answered: Mapping[str, int]
    unsigned: tuple[Reflection, ...]
    signed: tuple[Reflection, ...]
    withdrawn: frozenset[str]
    on_behalf: frozenset[str]
    calls: tuple[Plea, ...]
    work: Mapping[str, tuple[Measure, ...]]
    aims: Mapping[str, str]
    seen: Mapping[str, str]

    def of(self, party: str, milestone: str) -> Delivered | None:
        """The party's report before a milestone, if it stands."""
        return self.first(party, [milestone])

    def first(self, party: str, milestones: Iterable[str]) -> Delivered | None:
        """The party's report before the first of the milestones that has one."""
        mine = {o.report.milestone: o for o in self.reports if o.report.party == party}
        return next((mine[milestone] for milestone in milestones if milestone in mine), None)


def sight_of(memberships: Iterable[Membership], programme: str) -> Sight | None:
    """How far these memberships let somebody see in a programme; None: not at all.

    An organiser sees everything, and so does a facilitator who guides no team in particular. One
    who has a team sees that team alone, and no reflections, since nobody can tell whose they are.
    """
    mine = {one.role: one for one in memberships if one.programme == programme}
    if "organiser" in mine:
        return Sight()
    guide = mine.get("facilitator")
    return Sight(guide.team) if guide else None
