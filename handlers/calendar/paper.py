"""The calendar file as a message: ordered in a turn, made beside the answers."""

import json
from datetime import datetime

from handlers.calendar import texts
from handlers.calendar.outlook import compose_link
from handlers.entries import MIME, Part, alone, file_name, of_part, part, summary
from handlers.events import Address
from handlers.feature import Paper
from handlers.markup import Html, paragraphs
from handlers.programme_file import ProgrammeFile, load
from handlers.tongue import Tongue, tongue
from handlers.turn import Turn
from storage.records import Person
from storage.unit import Unit

KIND = "calendar"


def order(turn: Turn, programme: ProgrammeFile, only: str | None = None) -> None:
    """Owe the speaker their file, or a single entry; the same update never lists it twice."""
    wanted = {
        "person": turn.person.id if turn.person else "",
        "door": turn.address.door,
        "programme": programme.id,
        "only": only,
        "language": turn.tongue.language,
    }
    task = f"{KIND}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, KIND, json.dumps(wanted), turn.now)


def paper(unit: Unit, arguments: str, now: datetime) -> Paper | None:
    """The file as things are now; None for who has left, or where nothing has a day any longer."""
    asked = json.loads(arguments)
    person, row = unit.people.find(asked["person"]), unit.programmes.find(asked["programme"])
    to = _address(unit, person, asked["door"]) if person else None
    if person is None or row is None or to is None:
        return None
    programme, t, only = load(row.body), tongue(asked["language"]), asked["only"]
    whole = mine(unit, programme, person, now)
    content = of_part(whole, t, now, only) if whole else b""
    if whole is None or not content:
        return None
    text = _entry(t, alone(whole, {only}, now)) if only else _all(t, whole)
    return Paper(to, file_name(t, programme, only), MIME, content, text, t.language)


def mine(unit: Unit, programme: ProgrammeFile, person: Person, now: datetime) -> Part | None:
    """What concerns somebody in a programme; None for who is not in it."""
    members = [one for one in unit.people.memberships(person.id) if one.programme == programme.id]
    return part(unit, programme, members, now) if members else None


def _all(t: Tongue, whole: Part) -> Html:
    return texts.the_file(t, t.pick(whole.programme.name))


def _entry(t: Tongue, found: Part) -> Html:
    one = found.entries[0]
    title = t.pick(one.entry.milestone.title)
    if one.ended:
        return texts.the_end(t, summary(t, found, one))
    link = texts.on_the_web(t, title, compose_link(t, found, one))
    return paragraphs(texts.the_entry(t, summary(t, found, one)), link)


def _address(unit: Unit, person: Person, door: str) -> Address | None:
    """Where they asked: nobody else's door gets it."""
    there = (one for one in unit.people.addresses(person.id) if one.door == door)
    open_ones = [one for one in there if one.unreachable_since is None]
    return Address(open_ones[0].door, open_ones[0].key) if open_ones else None
