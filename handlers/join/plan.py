"""What is decided about someone who joins: their language, room in the team, what comes next."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.programme_file import Milestone, ProgrammeFile, reports_due, zone
from handlers.programme_file.schema import Language
from handlers.programme_file.teams import first_contact, room, size_of, team_of
from handlers.timeline import coming

__all__ = [
    "Ahead",
    "ahead",
    "first_contact",
    "language_of",
    "other_than",
    "room",
    "size_of",
    "team_of",
]


@dataclass(frozen=True, slots=True)
class Ahead:
    """The milestones that come next, and the next report's deadline as a day of the programme."""

    milestones: tuple[Milestone, ...]
    report: tuple[Milestone, date] | None


def ahead(programme: ProgrammeFile, now: datetime) -> Ahead:
    """What comes next at ``now`` (aware): of any kind, and the next samling where it is another."""
    found = [coming(programme, now), coming(programme, now, "samling")]
    ones = {one.id: one for one in found if one is not None}
    due = [(at, one) for one, at in reports_due(programme) if at is not None and at >= now]
    at, before = min(due, key=lambda pair: pair[0], default=(None, None))
    report = (before, at.astimezone(zone(programme)).date()) if at and before else None
    return Ahead(tuple(ones.values()), report)


def language_of(hint: str | None, programme: ProgrammeFile, team: str) -> Language:
    """English for whoever's phone speaks it, else the team's language, else the programme's."""
    if (hint or "")[:2] == "en":
        return "en"
    found = team_of(programme, team)
    return (found.language if found else None) or programme.language


def other_than(language: str, programme: ProgrammeFile) -> Language:
    """The language to offer beside this one."""
    if language != "en":
        return "en"
    return "nb" if programme.language == "en" else programme.language
