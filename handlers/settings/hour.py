"""A person's own hour: by a button, or a time that they write."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from handlers.events import Said
from handlers.markup import Button, Html, column, lines, plain
from handlers.settings import texts
from handlers.settings.mine import Mine, mine, way_back
from handlers.settings.read import hour_of
from handlers.tongue import Tongue
from handlers.turn import Turn

WAITING = "hour"
"""While this is asked, a text is a time of day, and no form takes it for its own."""
HOURS = {"midday": time(12), "afternoon": time(16), "evening": time(19, 30)}
PROGRAMME = "programme"
FIRST, LAST = time(6), time(22)
_AT_WORK = (time(8), time(16))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Ask when it suits, or take the hour that a button names."""
    found = mine(turn)
    if found is None:
        return
    match arguments:
        case [word] if word in HOURS:
            _keep(turn, found, HOURS[word])
        case [word] if word == PROGRAMME:
            _keep(turn, found, None)
        case _:
            turn.sit(replace(turn.seat, waiting=WAITING))
            turn.say(texts.ask_hour(turn.tongue, found.rules.hour), column(*_buttons(turn.tongue)))


def typed(turn: Turn) -> bool:
    """Take the time that was asked for; false if none was. What is no time is asked again."""
    what = turn.event.what
    if not isinstance(what, Said) or turn.seat.waiting != WAITING or not turn.event.private:
        return False
    found = mine(turn)
    if found is None:
        return True
    t, hour = turn.tongue, hour_of(what.text)
    if hour is None:
        turn.say(texts.no_hour(t, t.clock(time(20, 15))), column(*_buttons(t)))
    elif not FIRST <= hour <= LAST:
        turn.say(texts.hour_outside(t, t.clock(FIRST), t.clock(LAST)), column(*_buttons(t)))
    else:
        _keep(turn, found, hour)
    return True


def _keep(turn: Turn, found: Mine, hour: time | None) -> None:
    if turn.seat.waiting == WAITING:
        turn.sit(replace(turn.seat, waiting=None))
    kept = None if hour is None else f"{hour:%H:%M}"
    turn.unit.preferences.keep(replace(found.chosen, hour=kept))
    if hour is None:
        again = mine(turn)
        said = texts.hour_as_programme(turn.tongue, (again or found).rules.hour)
    else:
        said = _thanks(turn.tongue, hour)
    turn.say(said, way_back(turn.tongue))


def _thanks(t: Tongue, hour: time) -> Html:
    first, last = _AT_WORK
    is_spare = not first <= hour < last
    return lines(texts.hour_is(t, hour), texts.spare_time(t) if is_spare else None)


def _buttons(t: Tongue) -> list[Button]:
    words = {
        "midday": texts.midday(t),
        "afternoon": texts.afternoon(t),
        "evening": texts.evening(t),
        PROGRAMME: texts.as_programme(t),
    }
    return [Button(plain(label), f"hour:{word}") for word, label in words.items()]
