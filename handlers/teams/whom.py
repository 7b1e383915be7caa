"""One person as what they are in a programme, found by what a button says of them."""

from collections.abc import Sequence

from handlers.teams import texts
from handlers.teams.card import ROLES
from handlers.teams.rights import Rights
from handlers.teams.roll import Entry
from handlers.turn import Turn


def find(turn: Turn, mine: Rights, key: Sequence[str]) -> Entry | None:
    """Whom ``key`` (a person's id, the first letter of their role) names, if the speaker sees them.

    An organiser sees everybody; who speaks for a team sees the people of that team.
    """
    person, role = (*key, "", "")[:2]
    found = turn.unit.people.find(person)
    for member in turn.unit.people.memberships(person) if found else ():
        there = (member.programme, member.role) == (mine.programme.id, ROLES.get(role))
        if found is not None and there and (mine.organises or mine.speaks_of(member)):
            return Entry(found, member)
    return None


def key_of(one: Entry) -> str:
    """How a draft names a person and their role."""
    return f"{one.person.id}.{one.member.role[0]}"


def gone(turn: Turn) -> None:
    turn.say(texts.gone(turn.tongue))
