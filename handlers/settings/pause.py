"""A pause: so many weeks without a reminder, that nobody else hears of."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.flow.words import folded
from handlers.markup import Button, column, paragraphs, plain
from handlers.settings import pause_texts as texts
from handlers.settings.mine import Mine, mine, way_back
from handlers.settings.read import weeks_of
from handlers.turn import Turn

WEEKS, MOST = 2, 8
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_OFF = frozenset("av slutt avslutt stopp stans ferdig off end stop over".split())


def asked(turn: Turn, rest: str) -> None:
    """``/pause``: two weeks, or as many as stand behind it; while paused it shows the pause."""
    found = mine(turn)
    if found is None:
        return
    weeks = weeks_of(rest)
    if folded(rest) in _OFF:
        _end(turn, found)
    elif not rest and found.paused_until is not None:
        _show(turn, found)
    elif not rest:
        _keep(turn, found, found.today + timedelta(weeks=WEEKS))
    elif weeks is None or weeks == 0:
        turn.say(texts.weeks(turn.tongue, MOST))
    elif weeks > MOST:
        turn.say(texts.longest(turn.tongue, MOST))
    else:
        _keep(turn, found, found.today + timedelta(weeks=weeks))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Begin a pause, make it longer, or end it.

    «Two weeks more» holds the day until which: a tap that comes twice prolongs once.
    """
    found = mine(turn)
    if found is None:
        return
    match arguments:
        case ["off"]:
            _end(turn, found)
        case ["on"] if found.paused_until is None:
            _keep(turn, found, found.today + timedelta(weeks=WEEKS))
        case ["on", day] if _ISO.fullmatch(day):
            _until(turn, found, day)
        case _:
            _show(turn, found)


def _until(turn: Turn, found: Mine, text: str) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        _show(turn, found)
        return
    if day > found.today + timedelta(weeks=MOST):
        turn.say(texts.longest(turn.tongue, MOST))
    elif day <= found.today or (found.paused_until or day) > day:
        _show(turn, found)
    else:
        _keep(turn, found, day)


def _keep(turn: Turn, found: Mine, until: date) -> None:
    chosen = replace(found.chosen, paused_until=until)
    turn.unit.preferences.keep(chosen)
    _show(turn, replace(found, chosen=chosen))


def _end(turn: Turn, found: Mine) -> None:
    turn.unit.preferences.keep(replace(found.chosen, paused_until=None))
    said = texts.ended if found.paused_until else texts.none
    turn.say(said(turn.tongue), way_back(turn.tongue))


def _show(turn: Turn, found: Mine) -> None:
    t, until = turn.tongue, found.paused_until
    if until is None:
        turn.say(texts.none(t), column(Button(plain(texts.begin(t)), "pause:on")))
        return
    more = until + timedelta(weeks=WEEKS)
    buttons = [Button(plain(texts.end(t)), "pause:off")]
    if more <= found.today + timedelta(weeks=MOST):
        buttons.append(Button(plain(texts.prolong(t)), f"pause:on:{more.isoformat()}"))
    said = paragraphs(texts.paused(t, until), texts.what_a_pause_is(t), texts.for_longer(t))
    turn.say(said, column(*buttons))
