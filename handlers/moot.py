"""What was done need not be reminded of: reminders that wait are taken back with the deed."""

from datetime import datetime

from handlers.flow.party import own_team, person_party
from storage.unit import Unit


def delivered(unit: Unit, programme: str, party: str, milestone: str, now: datetime) -> None:
    """Take back the report's reminders from every member of the party, in this transaction."""
    for member in unit.people.members(programme):
        if party in (person_party(member.person), own_team(member)):
            _take_back(unit, programme, "report", milestone, member.person, now)


def reflected(unit: Unit, programme: str, person: str, milestone: str, now: datetime) -> None:
    """Take back the reflection's reminders from one person, the question in the room too."""
    _take_back(unit, programme, "reflect", milestone, person, now)
    unit.outbox.moot_about(room_key(programme, milestone, person), now)


def signed_up(  # noqa: PLR0913 - who, where, what, when
    unit: Unit, programme: str, person: str, milestone: str, now: datetime, *, comes: bool
) -> None:
    """Take back what asked them to sign up, and the morning's welcome from who stays away."""
    _take_back(unit, programme, "signup", milestone, person, now)
    if not comes:
        unit.outbox.moot_about(here_key(programme, milestone, person), now)


def came(unit: Unit, programme: str, person: str, milestone: str, now: datetime) -> None:
    """Take back the question whether they are there."""
    unit.outbox.moot_about(here_key(programme, milestone, person), now)


def was_absent(unit: Unit, programme: str, person: str, milestone: str, now: datetime) -> None:
    """Take back all that is asked of those who were there."""
    reflected(unit, programme, person, milestone, now)
    came(unit, programme, person, milestone, now)


def here_key(programme: str, milestone: str, person: str) -> str:
    """What the mornings' messages on a samling's days are about."""
    return f"here:{programme}:{milestone}:{person}"


def room_key(programme: str, milestone: str, person: str) -> str:
    """What the question in the room is known by in the outbox, and what it is about."""
    return f"room:{programme}:{milestone}:{person}"


def _take_back(  # noqa: PLR0913 - which part of whose push, and when
    unit: Unit, programme: str, kind: str, milestone: str, person: str, now: datetime
) -> None:
    what = (programme, kind, milestone)
    owed = [part for part in unit.pushes.told(person) if part.state == "owed"]
    unit.pushes.moot(programme, kind, milestone, person)
    for push in {p.push for p in owed if (p.programme, p.kind, p.milestone) == what}:
        row = unit.outbox.keyed(f"push:{push}")
        if row is not None and row.state == "waiting" and not _says_anything(unit, push):
            unit.outbox.end(row.position, "moot", "nothing in it is true any longer", now)


def _says_anything(unit: Unit, push: str) -> bool:
    return any(part.spoken and part.state == "owed" for part in unit.pushes.parts(push))
