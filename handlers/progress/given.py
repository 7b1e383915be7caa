"""The aims that a programme's file gives its teams: they come, stay and go with the file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from handlers.flow.party import team_party
from handlers.programme_file import ProgrammeFile
from handlers.tongue import tongue
from storage.records import Aim
from storage.unit import Unit


def settle(unit: Unit, programme: ProgrammeFile, now: datetime) -> None:
    """Let each standing team have the aims that its file gives it, no fewer and no more.

    New ones are added, in the team's language; what is no longer in the file is closed, and opened
    again if it comes back. What the team closed itself stays closed. Done twice, it does nothing.
    """
    for team in programme.team:
        if not team.withdrawn:
            t = tongue(team.language or programme.language)
            party = team_party(programme.id, team.id)
            _settle(unit, programme.id, party, [(t.pick(a), _versions(a)) for a in team.aims], now)


def _settle(
    unit: Unit,
    programme: str,
    party: str,
    wanted: Sequence[tuple[str, frozenset[str]]],
    now: datetime,
) -> None:
    """Settle one party; ``wanted`` is each aim's wording, and the same in every language."""
    given = [aim for aim in unit.measures.aims(programme, party) if aim.given]
    for wording, versions in wanted:
        found = next((aim for aim in given if aim.wording in versions), None)
        if found is None:
            unit.measures.add_aim(programme, party, wording, None, now, given=True)
        else:
            given.remove(found)
            _keep(unit, found, wording, now)
    for gone in given:
        if gone.is_open:
            unit.measures.change_aim(replace(gone, closed_at=now), None, now)


def _versions(text: str | Mapping[str, str]) -> frozenset[str]:
    """The text in every language, since a team may have changed its own."""
    return frozenset((text,) if isinstance(text, str) else text.values())


def _keep(unit: Unit, aim: Aim, wording: str, now: datetime) -> None:
    closed_at = None if _left_with_the_file(unit, aim) else aim.closed_at
    unit.measures.change_aim(replace(aim, wording=wording, closed_at=closed_at), None, now)


def _left_with_the_file(unit: Unit, aim: Aim) -> bool:
    """Whether nobody closed it but an earlier file, which did not hold it."""
    closings = [one for one in unit.measures.history(aim) if one.what == "closed"]
    return bool(closings) and closings[-1].by is None
