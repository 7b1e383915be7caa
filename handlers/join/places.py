"""A place that an organiser entered for somebody, until they come and take it."""

from base64 import urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import replace

from handlers import visits
from handlers.codes import Grant
from handlers.flow.words import folded
from handlers.roster.handing import hand_on
from handlers.turn import Turn
from storage.records import Membership
from storage.unit import Unit


def waiting_for(unit: Unit, grant: Grant, name: str | None) -> Membership | None:
    """The place that waits for whoever comes with this grant: theirs by link, else by their name.

    By a team's code only a participant's place can be taken, of somebody who has never been here,
    and only where one place alone has that name.
    """
    if grant.person is not None:
        place = (grant.programme, grant.role)
        mine = unit.people.memberships(grant.person)
        return next((one for one in mine if (one.programme, one.role) == place), None)
    if name is None or grant.for_one:
        return None
    found = [one for one in _empty(unit, grant) if _is_called(unit, one.person, name)]
    return found[0] if len(found) == 1 else None


def awaited(unit: Unit, grant: Grant) -> int:
    """How many of a team's places wait for somebody who has never been here."""
    return sum(1 for _ in _empty(unit, grant))


def take(turn: Turn, grant: Grant, place: Membership, job: str | None) -> bool:
    """Let a newcomer be who was expected; false where the link was spent meanwhile.

    Whoever is somewhere else already keeps being themselves, and gets what the place gives.
    """
    person, unit = turn.person, turn.unit
    if person is None or not (grant.person is None or _spent(turn, grant)):
        return False
    there = replace(place, job=job or place.job, listed=False)
    if place.listed and place.person != person.id:
        visits.sign_out_all(unit, place.person)
    if turn.memberships:
        _take_over(unit, there, person.id)
    else:
        unit.people.live_at(place.person, turn.address.door, turn.event.speaker)
        if person.language is not None:
            unit.people.speak(place.person, person.language)
        unit.people.erase(person.id)
        unit.people.come_in(place.person)
        unit.people.join(there)
    turn.forget_what_was_read()
    return True


def _take_over(unit: Unit, place: Membership, person: str) -> None:
    """Give the place to somebody who is known by themselves; whoever was expected is nobody now."""
    mine = replace(place, person=person)
    unit.people.leave(place.person, place.programme, place.role)
    unit.people.join(mine)
    hand_on(unit, place.programme, place.person, person)
    if mine.role == "participant":
        unit.people.take_duty(mine, mine.duty)
    if not unit.people.memberships(place.person):
        for one in unit.people.addresses(place.person):
            unit.people.live_at(person, one.door, one.key)
        unit.people.erase(place.person)


def _empty(unit: Unit, grant: Grant) -> Iterator[Membership]:
    for one in unit.people.members(grant.programme):
        if one.role == "participant" and (one.team or "") == grant.team and one.listed:
            mine = unit.people.memberships(one.person)
            if all(m.listed and m.role == "participant" for m in mine):
                yield one


def _is_called(unit: Unit, person: str, name: str) -> bool:
    found = unit.people.find(person)
    return found is not None and found.name is not None and folded(found.name) == folded(name)


def _spent(turn: Turn, grant: Grant) -> bool:
    """Spend a personal link: its hash stands in the grant, written otherwise."""
    return turn.unit.visits.use(urlsafe_b64decode(f"{grant.proof}=").hex(), turn.now)
