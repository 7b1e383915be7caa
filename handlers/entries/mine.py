"""Which entries concern somebody, and which of them they have seen to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from handlers.concerned import concerns
from handlers.entries.entry import Entry
from handlers.entries.history import Lived, lived
from handlers.flow.party import party_of
from handlers.programme_file import ProgrammeFile, instant, on_days
from handlers.when import At, Days
from storage.records import Membership
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Part:
    """One programme's part of a calendar file; ``done`` are the keys that ask for nothing more."""

    programme: ProgrammeFile
    entries: tuple[Lived, ...]
    done: frozenset[str] = frozenset()


def part(
    unit: Unit, programme: ProgrammeFile, members: Sequence[Membership], now: datetime
) -> Part:
    """What concerns a person by these memberships of theirs; all of it where there is none."""
    known = lived(unit.programmes.versions(programme.id), now)
    if not members:
        return Part(programme, tuple(known))
    mine = [one for one in known if any(_is_for(programme, one, each) for each in members)]
    done = {
        one.entry.key
        for one in mine
        for each in members
        if not one.ended and _is_done(unit, programme, one.entry, each)
    }
    return Part(programme, tuple(mine), frozenset(done))


def alone(whole: Part, wanted: Collection[str], now: datetime) -> Part:
    """These milestones alone, without their deadlines; of what comes back, the next time."""
    named = [
        one
        for one in whole.entries
        if one.entry.sort == "milestone" and one.entry.milestone.id in wanted
    ]
    kept: dict[str, Lived] = {}
    for one in named:
        before = kept.get(one.entry.milestone.id)
        if before is None or before.ended or _is_past(whole.programme, before.entry, now):
            kept[one.entry.milestone.id] = one
    return Part(whole.programme, tuple(kept.values()), whole.done)


def ends(entry: Entry, at: str) -> datetime:
    """When it is over (aware, UTC); ``at`` is the programme's zone."""
    match entry.when:
        case At(start, end):
            wall = end or start
        case Days(_, last):
            wall = datetime.combine(last, time.max)
    return instant(wall, ZoneInfo(at))


def _is_past(programme: ProgrammeFile, entry: Entry, now: datetime) -> bool:
    return ends(entry, programme.timezone) < now


def _is_for(programme: ProgrammeFile, one: Lived, member: Membership) -> bool:
    """What ended before they joined they never had; of an observer nothing is asked."""
    if one.ended and one.changed_at < member.joined_at:
        return False
    if member.role == "observer":
        return one.entry.sort == "milestone"
    return concerns(programme, one.entry.milestone, member)


def _is_done(unit: Unit, programme: ProgrammeFile, entry: Entry, member: Membership) -> bool:
    match entry.sort:
        case "report":
            party = party_of(programme, member)
            found = unit.reports.of(programme.id, party, entry.milestone.id) if party else None
            return found is not None and found.stands
        case "sign-up":
            return any(
                said.programme == programme.id
                and said.milestone == entry.milestone.id
                and said.asked_for == on_days(entry.milestone)
                and said.answer != "unsure"
                for said in unit.attendance.sign_ups_of(member.person)
            )
        case _:
            return False
