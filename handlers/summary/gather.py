"""Reads what a summary is made of, and no row that its reader may not see."""

from datetime import datetime

from handlers.flow.party import person_party, team_party
from handlers.post import address_of
from handlers.programme_file import Milestone, ProgrammeFile
from handlers.summary import rounds
from handlers.summary.compile import compile_summary
from handlers.summary.material import Delivered, Material, Member, Sight
from handlers.summary.values import Summary
from storage.unit import Unit

FORM = "report"
EVERYTHING = Sight()


def summarise(
    unit: Unit,
    programme: ProgrammeFile,
    now: datetime,
    before: Milestone | None = None,
    sight: Sight = EVERYTHING,
) -> Summary:
    """Sum up a programme: the round ``before`` a milestone, or the one that is current."""
    chosen = before or rounds.current(programme, now)
    return compile_summary(_gather(unit, programme, now, chosen, sight))


def _gather(
    unit: Unit, programme: ProgrammeFile, now: datetime, before: Milestone | None, sight: Sight
) -> Material:
    reports = _reports(unit, programme, sight)
    is_whole = sight.team is None
    return Material(
        programme=programme,
        now=now,
        sight=sight,
        before=before,
        reports=reports,
        names=_names(unit, reports),
        begun=_begun(unit, programme, before, sight),
        members=_members(unit, programme, sight),
        answered=_answered(unit, programme) if is_whole else {},
        unsigned=tuple(unit.reflections.unsigned(programme.id)) if is_whole else (),
        signed=tuple(unit.reflections.signed(programme.id)) if is_whole else (),
    )


def _reports(unit: Unit, programme: ProgrammeFile, sight: Sight) -> tuple[Delivered, ...]:
    return tuple(
        Delivered(report, tuple(unit.reports.answers(report)))
        for report in unit.reports.every(programme.id)
        if _sees(sight, programme, report.party)
    )


def _names(unit: Unit, reports: tuple[Delivered, ...]) -> dict[str, str | None]:
    """The name by party, of people who delivered; None for one who is erased."""
    kind = person_party("")
    people = {one.report.party for one in reports if one.report.party.startswith(kind)}
    found = {party: unit.people.find(party.removeprefix(kind)) for party in sorted(people)}
    return {party: person.name if person else None for party, person in found.items()}


def _begun(
    unit: Unit, programme: ProgrammeFile, before: Milestone | None, sight: Sight
) -> frozenset[str]:
    drafts = unit.drafts.open_about(programme.id, FORM, before.id) if before else []
    return frozenset(one.party for one in drafts if _sees(sight, programme, one.party))


def _sees(sight: Sight, programme: ProgrammeFile, party: str) -> bool:
    return sight.team is None or party == team_party(programme.id, sight.team)


def _members(unit: Unit, programme: ProgrammeFile, sight: Sight) -> tuple[Member, ...]:
    people = {person.id: person for person in unit.people.of_programme(programme.id)}
    return tuple(
        Member(one.person, one.team, address_of(unit, people[one.person]) is not None)
        for one in unit.people.members(programme.id)
        if one.role == "participant" and sight.team in (None, one.team)
    )


def _answered(unit: Unit, programme: ProgrammeFile) -> dict[str, int]:
    return {
        one.id: unit.reflections.how_many(programme.id, one.id)
        for one in programme.milestone
        if one.kind == "samling"
    }
