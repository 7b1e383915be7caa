"""People who have joined already, put into a room's memory without the joining."""

from handlers.events import Address, Event, Said
from handlers.turn import Turn
from storage.records import Membership, Role
from storage.unit import Unit
from tests.room import Room, Sitter


def seated(  # noqa: PLR0913 - who, where, as what
    room: Room,
    key: str,
    programme: str = "trygg-oppstart",
    role: Role = "participant",
    team: str | None = "havnes-1",
    language: str = "en",
) -> Sitter:
    """Someone who is in a programme, and perhaps a team; called again, in one more programme."""
    with room.unit() as unit:
        person = unit.people.at("telegram", key)
        if person is None:
            person = unit.people.add("Kari Nordmann", language, room.now)
            unit.people.live_at(person.id, "telegram", key)
        unit.people.join(Membership(person.id, programme, role, team, None, room.now))
    return room.sitters.get(key) or room.sitter(key, language=language)


def turn_of(room: Room, unit: Unit, key: str, update: str = "x") -> Turn:
    """A turn that the person begins by saying something."""
    address = Address("telegram", key)
    event = Event("telegram:1", update, address, key, room.now, Said("m", "hi"), language="en")
    return Turn(unit, room.now, event)
