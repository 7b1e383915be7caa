"""What the tests of broadcasts do over and over: people join, tasks are done, counts move."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from handlers.broadcast import FEATURE, beat, commands
from handlers.events import Address, Attached, Edited, Event, Said
from handlers.turn import Turn
from storage.records import Membership, Role
from tests.room import Room, Sitter

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TEXT = "Husk å ta med <b>penn</b> & papir på onsdag."
CAKE = "There will be cake on Wednesday."
HEAD = "From Kari Nordmann, facilitator\nLearning network for a safe start\n\n"


def joins(room: Room, key: str, role: Role, team: str | None = None, name: str = "A") -> Sitter:
    """Let somebody be in the programme who reads English."""
    sitter = room.sitter(key, name, "en")
    with room.unit() as unit:
        person = unit.people.add(name, "en", room.now)
        unit.people.live_at(person.id, "telegram", key)
    takes_part(room, key, role, team)
    return sitter


def takes_part(room: Room, key: str, role: Role, team: str | None = None) -> None:
    with room.unit() as unit:
        person = unit.people.at("telegram", key)
        assert person is not None
        joined = Membership(person.id, "trygg-oppstart", role, team, None, room.now)
        unit.people.join(joined)


def kari(room: Room) -> Sitter:
    return joins(room, "1", "facilitator", "havnes-1", "Kari Nordmann")


def crowd(room: Room, many: int, team: str = "havnes-1", first: int = 100) -> list[Sitter]:
    return [joins(room, str(first + n), "participant", team) for n in range(many)]


def works(room: Room, most: int = 1000) -> int:
    """Do the tasks that are due as the workers do, each in one unit; return how many."""
    done = 0
    while done < most:
        with room.unit() as unit:
            due = [one for one in unit.tasks.due(room.now, 8) if one.kind in FEATURE.tasks]
            if not due:
                return done
            unit.tasks.end(due[0].id, "done")
            FEATURE.tasks[due[0].kind](unit, due[0].arguments, room.now)
        done += 1
    return done


def beats(room: Room) -> None:
    with room.unit() as unit:
        beat(unit, room.now)
    room.deliver()


def goes_out(room: Room) -> None:
    works(room)
    room.deliver()
    beats(room)


def confirms(sitter: Sitter, text: str, label: str = "Everybody") -> None:
    sitter.says(text)
    sitter.taps(label)
    sitter.taps("Yes, send")


def loses(room: Room, key: str, role: Role) -> None:
    with room.unit() as unit:
        person = unit.people.at("telegram", key)
        assert person is not None
        unit.people.leave(person.id, "trygg-oppstart", role)


def turns(room: Room, sitter: Sitter, what: Edited | Said | Attached, update: str) -> bool:
    """Let the feature take an event by itself, as the desk does when nothing else wants it."""
    event = Event("telegram:1", update, Address("telegram", sitter.key), sitter.key, room.now, what)
    take = commands.edited if isinstance(what, Edited) else commands.loose
    with room.unit() as unit:
        taken = take(Turn(unit, room.now, event))
    room.deliver()
    return taken


def states(room: Room) -> list[str]:
    return [row["state"] for row in room.connection.execute("SELECT state FROM broadcast")]


def copies(room: Room) -> list[str]:
    found = room.connection.execute(
        "SELECT state FROM outbox WHERE about LIKE 'broadcast:%' ORDER BY position"
    )
    return [row["state"] for row in found]


def opened(folder: Path) -> Iterator[Room]:
    """A room that holds the example programme, a fortnight before its second samling."""
    room = Room(folder, NOW)
    room.holds()
    yield room
    room.close()
