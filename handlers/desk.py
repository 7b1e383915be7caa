"""The desk: where every event is answered, by the feature that it is for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from handlers import (
    attendance,
    broadcast,
    calendar,
    change,
    guidance,
    guide,
    join,
    measures,
    privacy,
    programme,
    reflect,
    report,
    series,
    settings,
    site,
    status,
    summary,
    teams,
    why,
)
from handlers.events import (
    Attached,
    Blocked,
    Edited,
    Event,
    Moved,
    Pressed,
    Said,
    Unblocked,
    Unread,
)
from handlers.feature import Command, Feature
from handlers.flow import talk
from handlers.flow.buttons import decode
from handlers.flow.scene import Form
from handlers.flow.words import folded
from handlers.post import move, read_keyboard
from handlers.screen import holds_mark
from handlers.turn import Nod, Turn
from storage.unit import Unit

FEATURES: tuple[Feature, ...] = (
    join.FEATURE,
    report.FEATURE,
    measures.FEATURE,
    guidance.FEATURE,
    reflect.FEATURE,
    attendance.FEATURE,
    status.FEATURE,
    programme.FEATURE,
    calendar.FEATURE,
    change.FEATURE,
    series.FEATURE,
    settings.FEATURE,
    why.FEATURE,
    broadcast.FEATURE,
    summary.FEATURE,
    teams.FEATURE,
    site.FEATURE,
    privacy.FEATURE,
    guide.FEATURE,
)
COMMANDS: tuple[Command, ...] = tuple(c for feature in FEATURES for c in feature.commands)
FORMS: Mapping[str, Form] = {form.key: form for feature in FEATURES for form in feature.forms}
_YES_OR_NO = {"ja", "nei", "yes", "no"}  # «ja» is enough for «Ja, send», where one button says ja
_ENOUGH = 4  # signs of a numbered label that are no word of another's answer by chance
_CUT_LABEL = 30  # signs of one that a button may have cut
TASKS = {kind: run for feature in FEATURES for kind, run in feature.tasks.items()}
PAPERS = {kind: make for feature in FEATURES for kind, make in feature.papers.items()}
READINGS = {kind: read for feature in FEATURES for kind, read in feature.readings.items()}
_BY_WORD = {folded(word): command for command in COMMANDS for word in command.words}
_PRESSES = {word: act for feature in FEATURES for word, act in feature.presses.items()}


def handle(event: Event, unit: Unit, now: datetime) -> Nod:
    """Answer one event with rows, and return the small answer that a tap gets after the commit."""
    turn = Turn(unit, now, event)
    match event.what:
        case Blocked():
            unit.people.unreachable(event.address.door, event.address.key, now)
        case Unblocked():
            unit.people.reachable(event.address.door, event.address.key)
        case Moved(key):
            move(unit, event.address, key)
        case Unread():
            pass
        case Said() | Edited() | Pressed() | Attached() as deed:
            unit.people.reachable(event.address.door, event.speaker)
            join.arrival.greet(turn)
            _answer(turn, deed)
        case _:
            assert_never(event.what)
    if turn.roles_changed:
        guide.offer(turn, COMMANDS)
    return turn.nod


def _answer(turn: Turn, deed: Said | Edited | Pressed | Attached) -> None:
    match deed:
        case Pressed(data):
            _press(turn, data)
        case Said(text=text) | Edited(text=text):
            _read(turn, text)
        case Attached(caption=caption, name=name):
            if not (_screened(turn, f"{caption} {name}") or _loose(turn)):
                guide.cannot_keep(turn)
        case _:
            assert_never(deed)


def _read(turn: Turn, text: str) -> None:
    if _screened(turn, text):
        return
    if isinstance(turn.event.what, Edited):
        _reread(turn)
    elif not (
        _first(turn)
        or _command(turn, text)
        or talk.said(turn, FORMS, _is_word)
        or _word(turn, text)
        or _loose(turn)
    ):
        guide.lost(turn)


def _reread(turn: Turn) -> None:
    """Let whoever used the message use its new text; what nobody has a use for is not kept."""
    if talk.edited(turn, FORMS):
        return
    if not any(feature.edited(turn) for feature in FEATURES if feature.edited is not None):
        turn.unit.inbox.blank_one(turn.event.source, turn.event.update)


def _screened(turn: Turn, text: str) -> bool:
    """Whether something was taken out on the way in: then nothing of it is used."""
    if not holds_mark(text):
        return False
    privacy.taken_out(turn, FORMS)
    return True


def _command(turn: Turn, text: str) -> bool:
    """Run what a slash asks for, or a button's own label typed out."""
    if text.startswith("/"):
        command, rest = _slashed(text[1:])
        if command is None:
            return False
        _run(turn, command, rest.strip())
        return True
    data = _labelled(turn, text)
    if data is None:
        return False
    _press(turn, data)
    return True


def _slashed(text: str) -> tuple[Command | None, str]:
    """The command that a text begins with, of two words or one, and what stands behind it."""
    for many in (2, 1):
        words = text.split(maxsplit=many)
        first, *more = words[:many] or [""]
        named = folded(" ".join((first.partition("@")[0], *more)))
        if (command := _BY_WORD.get(named)) is not None:
            return command, "".join(words[many:])
    return None, ""


def _is_word(text: str) -> bool:
    return folded(text) in _BY_WORD


def _word(turn: Turn, text: str) -> bool:
    """Run a command by its bare word: the whole message, and nothing else."""
    command = _BY_WORD.get(folded(text))
    if command is None:
        return False
    _run(turn, command, "")
    return True


def _run(turn: Turn, command: Command, rest: str) -> None:
    if command.roles and not command.roles & turn.roles:
        guide.not_yours(turn)
        return
    command.run(turn, rest)


def _labelled(turn: Turn, text: str) -> str | None:
    """The data of the button in the newest message that reads like what was typed.

    A form's own buttons are left to the form, which knows what was shown.
    """
    shown = turn.unit.outbox.newest(turn.address.door, turn.address.key)
    if shown is None or shown.buttons == "[]":
        return None
    said = folded(text)
    labels = {
        folded(button.text): button.data
        for row in read_keyboard(shown.buttons)
        for button in row
        if button.data is not None and decode(button.data) is None
    }
    begun = [data for label, data in labels.items() if _is_short_for(said, label)]
    only = begun[0] if len(begun) == 1 else None
    return labels.get(said, only) if said else None


def _is_short_for(said: str, label: str) -> bool:
    """A yes or a no for a button that begins so; a number, or the first words, for a numbered one.

    The words of a long label are cut on the button, so what was typed may also go on.
    """
    first, _, rest = label.partition(" ")
    if first == said:
        return said in _YES_OR_NO or said.isdecimal()
    begins = rest.startswith(said) or (len(rest) >= _CUT_LABEL and said.startswith(rest))
    return first.isdecimal() and len(said) >= _ENOUGH and begins


def _press(turn: Turn, data: str) -> None:
    if (button := decode(data)) is not None:
        talk.tapped(turn, FORMS, button)
        return
    word, *arguments = data.split(":")
    if word == talk.OFFER:
        talk.chosen(turn, FORMS, arguments)
        return
    if arguments and arguments[-1].startswith("@"):
        _sit_in(turn, arguments.pop()[1:])
    act: Callable[..., None] = _PRESSES.get(word, guide.old_button)
    act(turn, arguments)


def _sit_in(turn: Turn, programme: str) -> None:
    """Turn to the programme that a button is about, for somebody who is in several."""
    if programme in {membership.programme for membership in turn.memberships}:
        turn.sit(replace(turn.seat, programme=programme))


def _first(turn: Turn) -> bool:
    """Offer a text to the features that know it whatever else goes on."""
    return any(feature.first(turn) for feature in FEATURES if feature.first is not None)


def _loose(turn: Turn) -> bool:
    """Offer what nobody asked for to the features that may have a use for it."""
    return any(feature.loose(turn) for feature in FEATURES if feature.loose is not None)


def apologise(event: Event, unit: Unit, now: datetime) -> None:
    """Tell the person that what they did could not take effect, and that their words are kept."""
    guide.apologise(Turn(unit, now, event))
