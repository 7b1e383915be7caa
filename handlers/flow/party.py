"""Who fills in a form together: a team, or one person alone."""

from handlers.events import Address
from handlers.turn import Turn


def team_party(programme: str, team: str) -> str:
    return f"team:{programme}/{team}"


def person_party(person: str) -> str:
    return f"person:{person}"


def guest_party(address: Address) -> str:
    """Someone whom nobody knows yet: an address alone."""
    return f"guest:{address.door}/{address.key}"


def parties(turn: Turn) -> list[str]:
    """Every party that the speaker belongs to, as of this transaction; themselves first."""
    alone = [person_party(turn.person.id)] if turn.person else []
    teams = [
        team_party(m.programme, m.team)
        for m in turn.memberships
        if m.role == "participant" and m.team is not None
    ]
    return [*alone, guest_party(turn.address), *teams]
