"""The programme is shown, and one who is in several chooses among them."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.markup import Button, Keyboard, column, plain
from handlers.programme import texts, view
from handlers.programme_file import ProgrammeFile, load
from handlers.turn import Turn
from storage.records import Seat


def show(turn: Turn, _rest: str = "") -> None:
    """Show the current programme, short; one who is in several may go to another."""
    if turn.programme is None:
        turn.say(texts.no_programme(turn.tongue))
        return
    _tell(turn, turn.programme)
    if len(joined := _joined(turn)) > 1:
        turn.say(texts.which_one(turn.tongue), _choices(turn, joined))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: everything, or another programme («sit», and its number)."""
    match arguments:
        case ["sit", number]:
            _sit(turn, number)
        case ["all"] if turn.programme is not None:
            turn.say(view.whole(turn.tongue, turn.programme, turn.now))
        case _:
            show(turn)


def _joined(turn: Turn) -> list[ProgrammeFile]:
    """The speaker's programmes in the order in which they joined them."""
    ids = dict.fromkeys(one.programme for one in turn.memberships)
    rows = [turn.unit.programmes.find(programme) for programme in ids]
    return [load(row.body) for row in rows if row is not None]


def _choices(turn: Turn, programmes: Sequence[ProgrammeFile]) -> Keyboard:
    # A number holds in 64 bytes what a programme's id may not; it names whom they joined when.
    return column(
        *(
            Button(turn.tongue.pick(one.name), f"programme:sit:{number}")
            for number, one in enumerate(programmes)
        )
    )


def _sit(turn: Turn, number: str) -> None:
    joined = _joined(turn)
    place = int(number) if number.isdecimal() and number.isascii() else len(joined)
    if place >= len(joined):
        turn.say(texts.gone(turn.tongue))
        return
    chosen = joined[place]
    turn.sit(_at(turn.seat, chosen.id))
    turn.roles_changed = True
    turn.say(texts.chosen(turn.tongue, turn.tongue.pick(chosen.name)))
    _tell(turn, chosen)


def _at(seat: Seat, programme: str) -> Seat:
    """The same seat in another programme; a draft that was in focus there stands, and waits."""
    if seat.programme == programme:
        return seat
    return replace(
        seat, programme=programme, draft=None, question=None, revision=None, waiting=None
    )


def _tell(turn: Turn, programme: ProgrammeFile) -> None:
    more: Keyboard = ()
    if view.is_shortened(turn.tongue, programme, turn.now):
        more = column(Button(plain(texts.show_all(turn.tongue)), "programme:all"))
    turn.say(view.short(turn.tongue, programme, turn.now), more)
