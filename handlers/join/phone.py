"""The first step: may this phone have Telegram? Until it may, nothing is kept.

Where someone stands is in the buttons: the language, and the code's hash in the code's stead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.flow.form import Option, Refusal
from handlers.flow.readers import choice
from handlers.join import arrival, finish, texts, words
from handlers.join.codes import Grant, proven
from handlers.join.plan import language_of, other_than
from handlers.markup import Button, Html, bold, column, lines, paragraphs, plain
from handlers.post import read_keyboard
from handlers.programme_file import ProgrammeFile
from handlers.tongue import Tongue, tongue
from handlers.turn import Turn

PRESS = "phone"
ABOUT = "phone"
LANGUAGES = ("nb", "nn", "en")
MAY = ("private", "allowed")


@dataclass(frozen=True, slots=True)
class _Step:
    """What was asked: what the code opens, and in which language."""

    grant: Grant
    programme: ProgrammeFile
    language: str

    @property
    def t(self) -> Tongue:
        return tongue(self.language)


def ask(turn: Turn, grant: Grant, programme: ProgrammeFile) -> None:
    """Ask somebody whom nobody knows yet."""
    language = language_of(turn.event.language, programme, grant.team)
    _show(turn, _Step(grant, programme, language))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Go on, stop, or ask again in another language."""
    answer, language, proof = (*arguments, "", "", "")[:3]
    step = _step(turn, language, proof) if language in LANGUAGES else None
    if step is None:
        turn.say(texts.wrong_code(turn.tongue))
    elif answer in MAY:
        arrival.first(turn, step.grant, step.programme, step.language)
    elif answer == "no" and turn.memberships:
        turn.say(texts.may_leave(step.t))
    elif answer == "no":
        _stop(turn, step)
    else:
        _show(turn, step)


def again(turn: Turn, language: str | None = None, said: str = "") -> bool:
    """Read an answer to the question that was asked last, or ask again; false if it was not."""
    step = _asked(turn)
    if step is None:
        return False
    try:
        answer = choice(_options(step.t))(said, step.t) if said else "show"
    except Refusal:
        _show(turn, step, texts.choose_one(step.t))
    else:
        pressed(turn, [answer, language or step.language, step.grant.proof])
    return True


def _show(turn: Turn, step: _Step, before: Html | None = None) -> None:
    t = step.t
    text = paragraphs(
        before or words.welcome(t, step.programme, step.grant),
        lines(bold(texts.ask_phone(t)), texts.work_phone(t)),
    )
    other = other_than(step.language, step.programme)
    switch = Button(texts.other_language(other), f"{PRESS}:show:{other}:{step.grant.proof}")
    tail = f"{step.language}:{step.grant.proof}"
    answers = (Button(one.text, f"{PRESS}:{one.key}:{tail}") for one in _options(t))
    turn.say(text, column(*answers, switch), about=ABOUT)


def _options(t: Tongue) -> tuple[Option, ...]:
    return (
        Option("private", plain(texts.phone_is_private(t))),
        Option("allowed", plain(texts.phone_is_allowed(t))),
        Option("no", plain(texts.phone_may_not(t))),
    )


def _asked(turn: Turn) -> _Step | None:
    """The step whose question is the newest message here."""
    newest = turn.unit.outbox.newest(turn.address.door, turn.address.key)
    if turn.person is not None or newest is None or newest.about != ABOUT:
        return None
    for row in read_keyboard(newest.buttons):
        for button in row:
            match (button.data or "").split(":"):
                case ["phone", "private", language, proof]:
                    return _step(turn, language, proof)
    return None


def _step(turn: Turn, language: str, proof: str) -> _Step | None:
    grant = proven(turn.unit, proof, turn.now)
    programme = words.programme_of(turn, grant.programme) if grant else None
    return _Step(grant, programme, language) if grant and programme else None


def _stop(turn: Turn, step: _Step) -> None:
    """Keep nothing, and say what to do instead."""
    finish.forget_newcomer(turn)
    turn.say_goodbye(texts.then_not(step.t, words.whom(step.t, step.programme)))
