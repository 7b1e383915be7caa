"""A programme file comes in: read, compared with what stands, applied where something changed."""

from dataclasses import dataclass
from datetime import datetime

from handlers.markup import Html
from handlers.programme import texts
from handlers.programme_file import Change, ProgrammeFile, changes, dump, load, read_programme
from handlers.progress import given
from handlers.tongue import Tongue
from storage.records import ProgrammeRow
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A team that an import took out although it has members; they keep what they delivered."""

    team: str
    members: int

    def sentence(self, tongue: Tongue) -> Html:
        """Tell it in one line, as a warning."""
        return texts.team_withdrawn(tongue, self.team, self.members)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the version that stands now, and every difference to the one before.

    ``changes`` is empty for a programme that is ``new``, and for a file that changed nothing: then
    no version was made. ``withdrawn`` are the warnings.
    """

    programme: ProgrammeFile
    version: int
    changes: list[Change]
    withdrawn: tuple[Withdrawn, ...] = ()
    new: bool = False


def prepare(unit: Unit, text: str) -> list[Change]:
    """What importing this text would change; raises ProgrammeErrors with every complaint."""
    programme = read_programme(text)
    before = unit.programmes.find(programme.id)
    return _differences(before, programme)


def import_file(unit: Unit, text: str, now: datetime) -> Imported:
    """Import this text; raises ProgrammeErrors with every complaint, and has then done nothing."""
    programme = read_programme(text)
    before = unit.programmes.find(programme.id)
    differences = _differences(before, programme)
    if before is not None and not differences:
        given.settle(unit, programme, now)  # what was imported before Mellom knew of aims
        return Imported(programme, before.version, [])
    withdrawn = _withdrawn(unit, programme)
    row = apply(unit, programme, now)
    return Imported(programme, row.version, differences, withdrawn, new=before is None)


def apply(unit: Unit, programme: ProgrammeFile, now: datetime) -> ProgrammeRow:
    """Keep the programme as it stands in the file now; importing again makes a new version."""
    row = unit.programmes.apply(
        programme.id,
        dump(programme),
        [milestone.id for milestone in programme.milestone],
        [team.id for team in programme.team if not team.withdrawn],
        now,
    )
    given.settle(unit, programme, now)
    return row


def _differences(before: ProgrammeRow | None, programme: ProgrammeFile) -> list[Change]:
    return changes(load(before.body), programme) if before is not None else []


def _withdrawn(unit: Unit, programme: ProgrammeFile) -> tuple[Withdrawn, ...]:
    """The teams that stand, have members, and are not to stand any more."""
    wanted = {team.id for team in programme.team if not team.withdrawn}
    counted = [
        Withdrawn(team.id, len(unit.people.team_members(programme.id, team.id)))
        for team in unit.programmes.teams(programme.id)
        if team.id not in wanted
    ]
    return tuple(one for one in counted if one.members)
