"""«Jeg er her»: on the day, by a button where people meet online, else by the word in the room."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers import guesses, moot
from handlers.attendance import samling, texts, word
from handlers.events import Said
from handlers.flow.words import folded
from handlers.markup import Html, bold, lines
from handlers.programme_file import Milestone, ProgrammeFile, load, milestone, samlinger, zone
from handlers.turn import Turn
from storage.records import Presence

WAITING = "here"
FEW_WORDS = 3
_I_AM_HERE = frozenset({"jeg er her", "eg er her", "i am here", "i m here", "im here"})
_Place = tuple[ProgrammeFile, Milestone]


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Note somebody at a digital samling at once; in a room, ask for the word that hangs there."""
    programme = turn.programme
    one = milestone(programme, arguments[0]) if programme and arguments else None
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
    elif programme is None or one is None:
        turn.say(texts.not_today(turn.tongue))
    else:
        _arrived(turn, programme, one)


def _arrived(turn: Turn, programme: ProgrammeFile, one: Milestone) -> None:
    if (refused := _refusal(turn, programme, one)) is not None:
        turn.say(refused)
    elif _is_noted(turn, programme, one):
        turn.say(texts.noted_already(turn.tongue))
    elif one.mode == "digital":
        _note(turn, programme, one)
    else:
        word.made(turn.unit, programme.id, one.id)
        seat = replace(turn.seat, draft=None, question=None, revision=None, waiting=WAITING)
        turn.sit(seat)
        turn.say(texts.which_word(turn.tongue))


def first(turn: Turn) -> bool:
    """Take the word from a link, or on the day «I am here» or the word, before any form does."""
    what = turn.event.what
    if not isinstance(what, Said) or not turn.event.private or what.forwarded:
        return False
    linked, typed = word.linked(what.text), word.typed(what.text)
    if linked is not None:
        _tried(turn, linked)
        return True
    if folded(what.text) in _I_AM_HERE:
        return _said_so(turn)
    if typed is None or not list(_today(turn)):
        return False
    _tried(turn, typed)
    return True


def _said_so(turn: Turn) -> bool:
    """Do as the button does, for today's samling; on other days it is like any other text."""
    places = list(_today(turn))
    if not places:
        return False
    _arrived(turn, *next((one for one in places if not _is_noted(turn, *one)), places[0]))
    return True


def loose(turn: Turn) -> bool:
    """Take whatever short text comes after the question for the word."""
    what = turn.event.what
    if not isinstance(what, Said) or not turn.event.private or turn.seat.waiting != WAITING:
        return False
    if len(what.text.split()) > FEW_WORDS or not list(_today(turn)):
        _wait_no_more(turn)
        return False
    _tried(turn, word.plain_word(what.text))
    return True


def _tried(turn: Turn, said: str) -> None:
    """Look for the samling of theirs today that has this word, of those who may still try."""
    t = turn.tongue
    if turn.person is None or not turn.memberships:
        turn.say(texts.join_first(t))
        return
    places = list(_today(turn))
    if not places:
        turn.say(texts.not_today(t))
    elif (locked := _may_not_guess(turn, places[0][0])) is not None:
        turn.say(locked)
    else:
        _looked_up(turn, said, places)


def _looked_up(turn: Turn, said: str, places: Sequence[_Place]) -> None:
    unit = turn.unit
    for programme, one in places:
        if word.is_right(said, word.word(unit, programme.id, one.id)):
            _wait_no_more(turn)
            if _is_noted(turn, programme, one):
                turn.say(texts.noted_already(turn.tongue))
            else:
                _note(turn, programme, one)
            return
    guesses.was_wrong(unit, turn.address.door, turn.event.speaker, turn.now)
    turn.say(_may_not_guess(turn, places[0][0]) or texts.wrong_word(turn.tongue))


def _may_not_guess(turn: Turn, programme: ProgrammeFile) -> Html | None:
    t = turn.tongue
    until = guesses.lock_of(turn.unit, turn.address.door, turn.event.speaker, turn.now)
    if until is not None:
        return texts.locked(t, t.moment(until.astimezone(zone(programme))))
    return texts.too_many(t) if guesses.too_many_in_all(turn.unit, turn.now) else None


def _today(turn: Turn) -> Iterator[_Place]:
    """The samlinger of the speaker that are held today and ask who is there."""
    for joined in dict.fromkeys(one.programme for one in turn.memberships):
        row = turn.unit.programmes.find(joined)
        programme = load(row.body) if row else None
        for one in samlinger(programme) if programme else ():
            if programme and _refusal(turn, programme, one) is None:
                yield programme, one


def _refusal(turn: Turn, programme: ProgrammeFile, one: Milestone) -> Html | None:
    """Why the speaker cannot be noted there now; None if they can."""
    t = turn.tongue
    if not samling.comes(programme, one, turn.memberships):
        return texts.not_for_you(t)
    if not samling.is_today(programme, one, turn.now, turn.event.said_at):
        return texts.not_today(t)
    return None


def _is_noted(turn: Turn, programme: ProgrammeFile, one: Milestone) -> bool:
    mine = turn.unit.attendance.presences_of(turn.person.id) if turn.person else []
    return any(
        (said.programme, said.milestone, said.state) == (programme.id, one.id, "here")
        for said in mine
    )


def _note(turn: Turn, programme: ProgrammeFile, one: Milestone) -> None:
    assert turn.person is not None  # noqa: S101 - one of those who come is somebody
    unit, t, me = turn.unit, turn.tongue, turn.person.id
    unit.attendance.note(Presence(programme.id, one.id, me, "here", turn.event.said_at))
    moot.came(unit, programme.id, me, one.id, turn.now)
    turn.note("here", one.id)
    turn.say(lines(bold(texts.welcome(t, t.pick(one.title))), texts.noted(t)))


def _wait_no_more(turn: Turn) -> None:
    if turn.seat.waiting == WAITING:
        turn.sit(replace(turn.seat, waiting=None))
