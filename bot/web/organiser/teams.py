"""A programme's teams in words: how many, who speaks for them, and never who does what."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.web.organiser import texts
from bot.web.organiser.access import Leader
from handlers.markup import plain
from handlers.teams.roll import Row, row
from handlers.tongue import Tongue
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team as the page has it; what is not known is empty."""

    id: str
    name: str
    place: str
    members: str
    counts: tuple[str, ...]
    contact: str
    deputy: str
    guides: str
    marks: tuple[str, ...]
    withdrawn: bool


def team_rows(unit: Unit, leader: Leader) -> list[TeamRow]:
    """The teams that they see; those who left at the end."""
    seen = leader.sight.team
    teams = [one for one in leader.programme.team if seen in (None, one.id)]
    rows = [_shown(leader.t, row(unit, leader.programme, one)) for one in teams]
    return sorted(rows, key=lambda one: one.withdrawn)


def _shown(t: Tongue, one: Row) -> TeamRow:
    name, town = t.pick(one.team.name), one.team.municipality or ""
    return TeamRow(
        id=one.team.id,
        name=name,
        place="" if town.casefold() in name.casefold() else town,
        members=t.number(one.members),
        counts=tuple(_counts(t, one)),
        contact=one.contact or "",
        deputy=one.deputy or "",
        guides=", ".join(one.guides),
        marks=tuple(_marks(t, one)),
        withdrawn=one.team.withdrawn,
    )


def _counts(t: Tongue, one: Row) -> Iterator[str]:
    if one.waiting:
        yield plain(texts.not_in_yet(t, one.waiting))
    if one.missed:
        yield plain(texts.not_reached(t, one.missed))


def _marks(t: Tongue, one: Row) -> Iterator[str]:
    if one.team.withdrawn:
        yield plain(texts.withdrawn(t))
    if one.apart:
        yield plain(texts.without_telegram(t))
