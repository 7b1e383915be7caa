"""Being let in: /start with and without a code, a code that was pasted, and the language."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers import guesses
from handlers.events import Said
from handlers.flow import talk
from handlers.join import arrival, phone, texts, words
from handlers.join.codes import Grant, holds_code, looks_like_code, recognised
from handlers.join.flow import FORM
from handlers.join.phone import LANGUAGES
from handlers.markup import Html
from handlers.programme_file import ProgrammeFile, load, zone
from handlers.tongue import tongue
from handlers.turn import Turn
from handlers.visits import PAGE
from storage.records import Membership

HOME = ZoneInfo("Europe/Oslo")


def start(turn: Turn, rest: str) -> None:
    """Let in with a code; without one, say where they stand."""
    if rest.strip():
        _enter(turn, rest)
    elif mine := _latest(turn):
        arrival.stands(turn, mine[0], mine[1])
    elif not (_resumed(turn) or phone.again(turn)):
        turn.say(texts.need_a_code(turn.tongue))


def pasted(turn: Turn) -> bool:
    """Take a code, or a link with one, that came without a command; also an answer to the phone.

    A member may write of codes to others: theirs is taken only where it stands alone.
    """
    what = turn.event.what
    if not isinstance(what, Said):
        return False
    if turn.memberships:
        is_code = holds_code(what.text) and not what.forwarded
    else:
        is_code = looks_like_code(what.text)
    if is_code:
        _enter(turn, what.text)
        return True
    return phone.again(turn, said=what.text)


def english(turn: Turn, _: str) -> None:
    _speak(turn, "en")


def bokmal(turn: Turn, _: str) -> None:
    _speak(turn, "nb")


def nynorsk(turn: Turn, _: str) -> None:
    _speak(turn, "nn")


def speak_pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Speak the language that a button names."""
    _speak(turn, arguments[0] if arguments and arguments[0] in LANGUAGES else "nb")


def _speak(turn: Turn, language: str) -> None:
    """Speak this language from now on; before anything is kept, only the question changes."""
    if turn.person is None:
        if not phone.again(turn, language):
            turn.say(texts.need_a_code(tongue(language)))
        return
    turn.unit.people.speak(turn.person.id, language)
    turn.forget_what_was_read()
    turn.roles_changed = bool(turn.memberships)
    turn.say(texts.language_is(turn.tongue))
    if turn.seat.draft is not None:
        _resumed(turn)


def _enter(turn: Turn, said: str) -> None:
    """Let in whoever shows a good code, of those who may still try."""
    turn.unit.inbox.blank_one(turn.event.source, turn.event.update)
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
        return
    grant = _looked_up(turn, said)
    programme = words.programme_of(turn, grant.programme) if grant else None
    if grant is None or programme is None:
        return
    if turn.person is not None:
        arrival.arrive(turn, grant, programme)
    elif turn.address.door == PAGE:
        arrival.at_the_page(turn, grant, programme)
    else:
        phone.ask(turn, grant, programme)


def _looked_up(turn: Turn, said: str) -> Grant | None:
    """What the code opens; None if the speaker was told why not."""
    unit, door, speaker = turn.unit, turn.address.door, turn.event.speaker
    if (refusal := _may_not_guess(turn)) is not None:
        turn.say(refusal)
        return None
    grant = recognised(unit, said, turn.now)
    if grant is None:
        guesses.was_wrong(unit, door, speaker, turn.now)
        turn.say(_may_not_guess(turn) or texts.wrong_code(turn.tongue))
    return grant


def _may_not_guess(turn: Turn) -> Html | None:
    """Why no code of the speaker's is looked at, not even a right one."""
    t = turn.tongue
    until = guesses.lock_of(turn.unit, turn.address.door, turn.event.speaker, turn.now)
    if until is not None:
        return texts.locked(t, t.moment(until.astimezone(_here(turn))))
    return texts.too_many(t) if guesses.too_many_in_all(turn.unit, turn.now) else None


def _here(turn: Turn) -> ZoneInfo:
    """The zone to tell a stranger the time in: that of the programmes in this house."""
    rows = turn.unit.programmes.every()
    return zone(load(rows[0].body)) if rows else HOME


def _latest(turn: Turn) -> tuple[ProgrammeFile, Membership] | None:
    """Where the speaker sits as a member."""
    programme = turn.programme
    mine = [m for m in turn.memberships if programme and m.programme == programme.id]
    return (programme, mine[-1]) if programme and mine else None


def _resumed(turn: Turn) -> bool:
    """Go on where somebody stopped on the way in."""
    return talk.resume(turn, {FORM.key: FORM})
