"""Reads what a summary is made of, and no row that its reader may not see."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from handlers.flow.party import person_party, team_party
from handlers.post import hears
from handlers.programme_file import Milestone, ProgrammeFile
from handlers.progress.seen import is_seen
from handlers.summary import rounds
from handlers.summary.compile import compile_summary
from handlers.summary.fold import folded
from handlers.summary.material import Delivered, Material, Member, Sight
from handlers.summary.values import Summary
from handlers.tongue import tongue
from storage.records import Measure, Plea, Report
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
    every = [r for r in unit.reports.every(programme.id) if _sees(sight, programme, r.party)]
    here = [one for one in every if before is not None and one.milestone == before.id]
    reports = _delivered(unit, programme, [one for one in every if one.stands])
    calls = [one for one in unit.help.pleas(programme.id) if _sees(sight, programme, one.party)]
    work = _work(unit, programme, sight)
    is_whole = sight.team is None
    return Material(
        programme=programme,
        now=now,
        sight=sight,
        before=before,
        reports=reports,
        names=_names(unit, reports, calls),
        begun=_begun(unit, programme, before, sight),
        members=_members(unit, programme, sight),
        answered=_answered(unit, programme) if is_whole else {},
        unsigned=tuple(unit.reflections.unsigned(programme.id)) if is_whole else (),
        signed=tuple(unit.reflections.signed(programme.id)) if is_whole else (),
        withdrawn=frozenset(one.party for one in here if not one.stands),
        on_behalf=frozenset(one.party for one in here if one.stands and _on_behalf(unit, one)),
        calls=tuple(calls),
        work=work,
        aims=_aims(unit, programme, work),
        seen=_seen(unit, programme, before, sight),
    )


def _delivered(
    unit: Unit, programme: ProgrammeFile, reports: Iterable[Report]
) -> tuple[Delivered, ...]:
    t = tongue(programme.language)
    read = ((report, tuple(unit.reports.answers(report))) for report in reports)
    return tuple(Delivered(report, answers, folded(answers, t)) for report, answers in read)


def _on_behalf(unit: Unit, report: Report) -> bool:
    """Whether what stands now was delivered by an organiser."""
    versions = unit.reports.versions(report.id)
    return any(one.on_behalf for one in versions if one.version == report.version)


def _names(
    unit: Unit, reports: Iterable[Delivered], calls: Iterable[Plea]
) -> dict[str, str | None]:
    """The name by party, of people who delivered or called; None for one who is erased."""
    kind = person_party("")
    parties = {*(one.report.party for one in reports), *(one.party for one in calls)}
    people = {party for party in parties if party.startswith(kind)}
    found = {party: unit.people.find(party.removeprefix(kind)) for party in sorted(people)}
    return {party: person.name if person else None for party, person in found.items()}


def _work(unit: Unit, programme: ProgrammeFile, sight: Sight) -> dict[str, tuple[Measure, ...]]:
    """The measures of each team that is seen, as they stand."""
    teams = (team_party(programme.id, one.id) for one in programme.team)
    seen = (party for party in teams if _sees(sight, programme, party))
    return {party: tuple(unit.measures.measures(programme.id, party)) for party in seen}


def _aims(
    unit: Unit, programme: ProgrammeFile, work: Mapping[str, tuple[Measure, ...]]
) -> dict[str, str]:
    parties = [party for party, measures in work.items() if any(one.aim for one in measures)]
    aims = (aim for party in parties for aim in unit.measures.aims(programme.id, party))
    return {aim.id: aim.wording for aim in aims}


def _seen(
    unit: Unit, programme: ProgrammeFile, before: Milestone | None, sight: Sight
) -> dict[str, str]:
    """A facilitator's score by party: nobody reads it here before the party does."""
    mine = (
        one for one in unit.help.assessments(programme.id) if _sees(sight, programme, one.party)
    )
    here = [one for one in mine if before is not None and one.milestone == before.id]
    return {one.party: one.score for one in here if is_seen(unit, one)}


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
        Member(one.person, one.team, hears(unit, people[one.person]))
        for one in unit.people.members(programme.id)
        if one.role == "participant" and sight.team in (None, one.team)
    )


def _answered(unit: Unit, programme: ProgrammeFile) -> dict[str, int]:
    return {
        one.id: unit.reflections.how_many(programme.id, one.id)
        for one in programme.milestone
        if one.kind == "samling"
    }
