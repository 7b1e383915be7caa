"""What is held on a person, sent to them as a file: asked for here, made from reading alone."""

import json
from datetime import datetime

from handlers.events import Address
from handlers.feature import Paper
from handlers.privacy import texts
from handlers.privacy.sheet import sheet
from handlers.tongue import tongue
from handlers.turn import DEFAULT_LANGUAGE, Turn
from storage.records import Person
from storage.unit import Unit

KIND = "mydata"


def ask_for(turn: Turn, _rest: str = "") -> None:
    """Have the file made; who has not joined is told what little there is."""
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
    elif turn.person is None:
        turn.say(texts.nothing_held(turn.tongue))
    else:
        wanted = {
            "person": turn.person.id,
            "door": turn.address.door,
            "language": turn.tongue.language,
        }
        task = f"{KIND}:{turn.event.source}:{turn.event.update}"
        turn.unit.tasks.add(task, KIND, json.dumps(wanted), turn.now)
        turn.say(texts.data_is_coming(turn.tongue))


def paper(unit: Unit, arguments: str, now: datetime) -> Paper | None:
    """Make the file for whoever asked; None if they were erased or left meanwhile.

    ``arguments`` is JSON: the person's id, the door that they asked at, their language.
    """
    wanted = json.loads(arguments or "{}")
    person = unit.people.find(wanted.get("person", ""))
    to = _address(unit, person, wanted["door"]) if person else None
    if person is None or to is None:
        return None
    t = tongue(wanted.get("language") or DEFAULT_LANGUAGE)
    content = sheet(t, unit.traces.held(person.id), now).encode()
    name = f"{texts.file_name(t)}.txt"
    return Paper(to, name, "text/plain", content, texts.here_is_your_data(t), t.language)


def _address(unit: Unit, person: Person, door: str) -> Address | None:
    """Where they asked: nobody else's door gets it."""
    there = (one for one in unit.people.addresses(person.id) if one.door == door)
    open_ones = [one for one in there if one.unreachable_since is None]
    return Address(open_ones[0].door, open_ones[0].key) if open_ones else None
