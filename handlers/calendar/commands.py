"""The calendar is asked for: all of it, a single entry, or another private address."""

from collections.abc import Sequence
from datetime import date, datetime

from handlers.calendar import texts
from handlers.calendar.address import address, renew
from handlers.calendar.outlook import compose_link
from handlers.calendar.paper import mine, order
from handlers.entries import Lived, Part, alone, ends
from handlers.events import Pressed
from handlers.markup import Button, column, joined, paragraphs, plain
from handlers.programme_file import first_day, last_day, milestone
from handlers.turn import Turn
from handlers.when import Days

_BUTTONS = 6  # gatherings that can be fetched at a touch


def show(turn: Turn, _rest: str = "") -> None:
    """Say what the file holds and how it gets into a calendar; the file comes after."""
    whole = _mine(turn)
    if whole is None:
        return
    ahead = _ahead(whole, turn.now)
    if not ahead:
        turn.say(texts.nothing_yet(turn.tongue))
        return
    t, singles = turn.tongue, _singles(ahead)
    has_gathering = any(one.entry.milestone.kind == "samling" for one in singles)
    url = address(turn.unit, turn.person.id) if turn.person else None
    turn.say(
        paragraphs(
            texts.heading(t, t.pick(whole.programme.name)),
            texts.holds(t, len(ahead)),
            texts.how(t),
            texts.one_by_one(t) if has_gathering else None,
            _in_outlook(turn, whole, singles[0]) if singles else None,
            texts.subscribe(t, url) if url else None,
        ),
        column(*_buttons(turn, singles, has_address=url is not None)),
    )
    order(turn, whole.programme)


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: everything, one milestone, or another address."""
    match arguments:
        case ["renew"] if turn.programme is None or milestone(turn.programme, "renew") is None:
            _ask(turn)
        case ["renew", answer]:
            _renew(turn, is_sure=answer == "yes")
        case [about]:
            _send_one(turn, about)
        case _:
            show(turn)


def _send_one(turn: Turn, about: str) -> None:
    whole = _mine(turn)
    if whole is None:
        return
    if not alone(whole, {about}, turn.now).entries:
        turn.say(texts.not_there(turn.tongue))
        return
    order(turn, whole.programme, about)
    coming = texts.is_coming(turn.tongue)
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(coming)
    else:
        turn.say(coming)


def _ask(turn: Turn) -> None:
    t = turn.tongue
    if not _is_alone(turn):
        return
    yes = Button(plain(texts.yes_renew(t)), "calendar:renew:yes")
    no = Button(plain(texts.no_renew(t)), "calendar:renew:no")
    turn.say(texts.sure(t), column(yes, no))


def _renew(turn: Turn, *, is_sure: bool) -> None:
    if not _is_alone(turn) or turn.person is None:
        return
    if not is_sure:
        turn.say(texts.kept(turn.tongue))
        return
    renew(turn.unit, turn.person.id)
    turn.note("renew-calendar")
    url = address(turn.unit, turn.person.id)
    told = texts.renewed(turn.tongue, url) if url else texts.no_address(turn.tongue)
    turn.say(told)


def _mine(turn: Turn) -> Part | None:
    """What concerns the speaker where they sit; without a programme they are told so."""
    if not _is_alone(turn):
        return None
    found = None
    if turn.programme is not None and turn.person is not None:
        found = mine(turn.unit, turn.programme, turn.person, turn.now)
    if found is None:
        turn.say(texts.no_programme(turn.tongue))
    return found


def _is_alone(turn: Turn) -> bool:
    """Nobody else reads it: in a group they are asked to write in a chat of their own."""
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
    return turn.event.private


def _ahead(whole: Part, now: datetime) -> list[Lived]:
    at = whole.programme.timezone
    return [one for one in whole.entries if not one.ended and ends(one.entry, at) >= now]


def _singles(ahead: Sequence[Lived]) -> list[Lived]:
    """The next samlinger; without one, the next that has a day of its own."""
    held = [one for one in ahead if one.entry.sort == "milestone"]
    held.sort(key=lambda one: first_day(one.entry.when) or date.max)
    gatherings = [one for one in held if one.entry.milestone.kind == "samling"]
    return gatherings[:_BUTTONS] or held[:1]


def _in_outlook(turn: Turn, whole: Part, one: Lived) -> str:
    title = turn.tongue.pick(one.entry.milestone.title)
    return texts.on_the_web(turn.tongue, title, compose_link(turn.tongue, whole, one))


def _buttons(turn: Turn, singles: Sequence[Lived], *, has_address: bool) -> list[Button]:
    found = [_button(turn, one) for one in singles]
    if has_address:
        found.append(Button(plain(texts.new_address(turn.tongue)), "calendar:renew"))
    return found


def _button(turn: Turn, one: Lived) -> Button:
    """Its title and its days, without the hours: a phone cuts what is longer."""
    t, about, when = turn.tongue, one.entry.milestone, one.entry.when
    first, last = first_day(when), last_day(when)
    days = Days(first, last) if first and last else when
    words = joined(": ", (t.pick(about.title), t.when(days)))
    return Button(plain(words), f"calendar:{about.id}")
