"""Rows in, a summary out: who has delivered, and what they answered, as a matrix."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handlers.flow.party import person_party, team_party
from handlers.markup import plain, safe
from handlers.programme_file import ProgrammeFile, is_for_individuals, zone
from handlers.summary import fold, rounds
from handlers.summary.material import Delivered, Material
from handlers.summary.news import changes, moves
from handlers.summary.pleas import pleas
from handlers.summary.reflected import reflections
from handlers.summary.values import Cell, Column, Row, State, Summary
from handlers.summary.work import gaps, shared, work
from handlers.tongue import tongue
from storage.records import ReportAnswer


@dataclass(frozen=True, slots=True)
class _Party:
    id: str
    name: str | None
    municipality: str | None = None
    owes: bool = True
    telegram: bool = True


def compile_summary(material: Material) -> Summary:
    """Sum up what was read. The same material gives the same summary.

    Where people take part alone, a row is someone who has delivered: nobody is named for not
    having done it. Those are counted.
    """
    programme, before = material.programme, material.before
    individuals = is_for_individuals(programme)
    now = _by_party(material, before.id if before else None)
    columns = _columns(programme, now.values()) if before else ()
    rows = [_row(material, party, columns, now.get(party.id)) for party in _parties(material, now)]
    measures = work(material, rows)
    return Summary(
        programme=programme.id,
        name=tongue(programme.language).pick(programme.name),
        generated=material.now,
        timezone=programme.timezone,
        individuals=individuals,
        team=material.sight.team,
        round=rounds.shown_round(programme, before) if before else None,
        others=rounds.others(
            programme, material.now, before, (one.report.milestone for one in material.reports)
        ),
        expected=sum(row.owes for row in rows),
        delivered=sum(row.owes and row.delivered for row in rows),
        begun=sum(row.state == "begun" for row in rows),
        members=len(material.members),
        unreached=sum(not one.reached for one in material.members),
        columns=columns,
        rows=tuple(row for row in rows if row.delivered or not individuals),
        pleas=pleas(material, rows),
        changes=changes(material, rows, columns),
        reflections=reflections(material),
        work=measures,
        moves=moves(measures),
        gaps=gaps(material, rows),
        shared=shared(material, rows),
    )


def _by_party(material: Material, milestone: str | None) -> dict[str, Delivered]:
    return {one.report.party: one for one in material.reports if one.report.milestone == milestone}


def _columns(programme: ProgrammeFile, delivered: Iterable[Delivered]) -> tuple[Column, ...]:
    """The folded ones that somebody told of, the file's questions, and what else was answered.

    What stands in the file no more comes before the question that it was asked before.
    """
    t, delivered = tongue(programme.language), list(delivered)
    asked = programme.report.question if programme.report else ()
    keys = {answer.key for one in delivered for answer in one.answers}
    wordings = {one.key: one.wording for one in fold.columns(t) if one.key in keys}
    wordings |= {question.key: plain(safe(t.pick(question.ask))) for question in asked}
    order = list(wordings)
    for one in delivered:
        following = len(order)
        for answer in reversed(one.answers):
            if answer.key not in wordings:
                wordings[answer.key] = answer.wording
                order.insert(following, answer.key)
            following = order.index(answer.key)
    return tuple(Column(key, wordings[key]) for key in order)


def _parties(material: Material, delivered: Mapping[str, Delivered]) -> list[_Party]:
    """Who owes a report, and whoever delivered one and owes none any more."""
    alone = is_for_individuals(material.programme)
    owing = _people(material) if alone else _teams(material)
    gone = sorted(set(delivered) - {party.id for party in owing})
    parties = owing + [_gone(material, party) for party in gone]
    return sorted(parties, key=_by_name) if alone else parties


def _people(material: Material) -> list[_Party]:
    ids = [person_party(member.person) for member in material.members]
    return [_Party(party, material.names.get(party)) for party in ids]


def _by_name(party: _Party) -> tuple[str, str]:
    return (party.name or "").casefold(), party.id


def _teams(material: Material) -> list[_Party]:
    programme, seen = material.programme, material.sight.team
    t = tongue(programme.language)
    return [
        _Party(
            team_party(programme.id, team.id),
            t.pick(team.name),
            team.municipality,
            telegram=team.telegram,
        )
        for team in programme.team
        if not team.withdrawn and seen in (None, team.id)
    ]


def _gone(material: Material, party: str) -> _Party:
    """A team that is withdrawn, or a person who has left."""
    if party in material.names:
        return _Party(party, material.names[party], owes=False)
    team_id = party.rpartition("/")[2]
    team = next((one for one in material.programme.team if one.id == team_id), None)
    if team is None:
        return _Party(party, team_id, owes=False)
    name = tongue(material.programme.language).pick(team.name)
    return _Party(party, name, team.municipality, owes=False, telegram=team.telegram)


def _row(
    material: Material, party: _Party, columns: Sequence[Column], one: Delivered | None
) -> Row:
    programme = material.programme
    members = [m for m in material.members if m.team and party.id == _team_of(programme, m.team)]
    local = one.report.delivered_at.astimezone(zone(programme)) if one else None
    return Row(
        party=party.id,
        name=party.name,
        municipality=party.municipality,
        state=_state(material, party.id, one),
        owes=party.owes,
        telegram=party.telegram,
        members=len(members),
        unreached=Counter(member.reached for member in members)[False],
        delivered_on=local.date() if local else None,
        version=one.report.version if one else 0,
        cells=_cells(columns, one.answers) if one else (),
        on_behalf=party.id in material.on_behalf,
    )


def _team_of(programme: ProgrammeFile, team: str) -> str:
    return team_party(programme.id, team)


def _state(material: Material, party: str, one: Delivered | None) -> State:
    if one is not None:
        return "late" if one.report.late else "delivered"
    if party in material.withdrawn:
        return "withdrawn"
    return "begun" if party in material.begun else "missing"


def _cells(columns: Sequence[Column], answers: Sequence[ReportAnswer]) -> tuple[Cell, ...]:
    given = {answer.key: answer for answer in answers if answer.value is not None}
    return tuple(_cell(column, given.get(column.key)) for column in columns)


def _cell(column: Column, answer: ReportAnswer | None) -> Cell:
    if answer is None:
        return Cell("")
    return Cell(answer.shown, answer.wording if answer.wording != column.wording else None)
