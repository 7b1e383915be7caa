"""A programme file comes in: read, compared with what stands, applied where something changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.changed import NOBODY, Foreseen, apply, foresee, in_words, teams_let_go
from handlers.markup import Html, plain
from handlers.programme import texts
from handlers.programme_file import Change, ProgrammeFile, changes, load, read_programme
from handlers.progress import given
from handlers.tongue import Tongue
from storage.records import ProgrammeRow
from storage.unit import Unit

__all__ = ["Imported", "MovedOn", "Prepared", "Withdrawn", "apply", "import_file", "prepare"]


class MovedOn(Exception):
    """Somebody else has changed the programme since it was looked at."""


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
    no version was made. ``withdrawn`` are the warnings; ``told`` is to how many people it is told.
    """

    programme: ProgrammeFile
    version: int
    changes: list[Change]
    withdrawn: tuple[Withdrawn, ...] = ()
    new: bool = False
    told: Foreseen = NOBODY

    @property
    def state(self) -> str:
        if self.new:
            return "new"
        return "changed" if self.changes else "unchanged"

    def as_json(self, t: Tongue) -> dict[str, object]:
        """What a program reads of it."""
        reach = self.told.reach
        return {
            "id": self.programme.id,
            "version": self.version,
            "state": self.state,
            "changes": [plain(one.sentence(t)) for one in self.changes],
            "warnings": [plain(one.sentence(t)) for one in self.withdrawn],
            "told": {"people": reach.people, "missed": reach.missed},
        }

    def in_words(self, t: Tongue, now: datetime) -> str:
        """What a person at a terminal reads of it."""
        head = f"{self.programme.id}: version {self.version}, {self.state}"
        told = in_words(t, self.programme, self.told, now) if self.told.reach.people else Html("")
        return "\n".join([head, *_listed(t, self.changes, self.withdrawn), *_line(told)])


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would do: every difference to ``version`` (0: none stands), whom it is told.

    ``withdrawn`` are the warnings.
    """

    programme: ProgrammeFile
    version: int
    changes: list[Change]
    told: Foreseen = NOBODY
    withdrawn: tuple[Withdrawn, ...] = ()

    def in_words(self, t: Tongue, now: datetime) -> str:
        """What a person at a terminal reads before they say yes."""
        told = in_words(t, self.programme, self.told, now)
        return "\n".join([*_listed(t, self.changes, self.withdrawn), *_line(told)])


def prepare(unit: Unit, source: str | ProgrammeFile, now: datetime) -> Prepared:
    """What importing this would change; raises ProgrammeErrors with every complaint of a text."""
    programme = _read(source)
    before = unit.programmes.find(programme.id)
    if before is None:
        return Prepared(programme, 0, [])
    told, withdrawn = foresee(unit, programme, now), _withdrawn(unit, programme)
    differences = _differences(before, programme)
    return Prepared(programme, before.version, differences, told, withdrawn)


def import_file(
    unit: Unit, source: str | ProgrammeFile, now: datetime, seen: int | None = None
) -> Imported:
    """Import the text of a file, or a programme that was read from another kind of file.

    Raises ProgrammeErrors with every complaint of the text, and has then done nothing.
    ``seen`` is the version that somebody agreed to change; raises MovedOn where another stands.
    """
    programme = _read(source)
    before = unit.programmes.find(programme.id)
    if seen is not None and seen != (before.version if before else 0):
        raise MovedOn
    differences = _differences(before, programme)
    if before is not None and not differences:
        given.settle(unit, programme, now)  # what was imported before Mellom knew of aims
        return Imported(programme, before.version, [])
    withdrawn, told = _withdrawn(unit, programme), foresee(unit, programme, now)
    row = apply(unit, programme, now)
    is_new = before is None
    return Imported(programme, row.version, differences, withdrawn, new=is_new, told=told)


def _read(source: str | ProgrammeFile) -> ProgrammeFile:
    return read_programme(source) if isinstance(source, str) else source


def _differences(before: ProgrammeRow | None, programme: ProgrammeFile) -> list[Change]:
    return changes(load(before.body), programme) if before is not None else []


def _withdrawn(unit: Unit, programme: ProgrammeFile) -> tuple[Withdrawn, ...]:
    return tuple(Withdrawn(team, members) for team, members in teams_let_go(unit, programme))


def _listed(t: Tongue, found: Sequence[Change], warnings: Sequence[Withdrawn]) -> list[str]:
    told = [f"- {plain(one.sentence(t))}" for one in found]
    return [*told, *(f"! {plain(one.sentence(t))}" for one in warnings)]


def _line(text: Html) -> list[str]:
    return [plain(text)] if text else []
