"""What is asked for by a word or a button: help, an answer, and how far a party has come."""

from collections.abc import Callable, Sequence

from handlers.events import Edited
from handlers.guidance import answering, ask, assess, passing, texts
from handlers.turn import LEADERS, Turn


def ask_help(turn: Turn, rest: str) -> None:
    """``/ask``: a participant asks; a leader sees who waits for an answer."""
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
    elif turn.roles & LEADERS and not (rest and "participant" in turn.roles):
        answering.unanswered(turn)
    else:
        ask.ask(turn, rest)


def assess_party(turn: Turn, _rest: str) -> None:
    """``/assess``: choose whom to say it of."""
    if turn.event.private:
        assess.choose(turn)
    else:
        turn.say(texts.only_alone(turn.tongue))


def edited(turn: Turn) -> bool:
    """Take an edit of what waits for a yes, and say of what was passed on that it is sent."""
    what = turn.event.what
    if not isinstance(what, Edited) or not turn.event.private:
        return False
    return ask.edited(turn, what.message, what.text) or passing.edited(turn)


def pressed_ask(turn: Turn, arguments: Sequence[str]) -> None:
    match arguments:
        case ["back", plea]:
            ask.back(turn, plea)
        case _:
            turn.say(texts.gone(turn.tongue))


def alone(act: Callable[[Turn, Sequence[str]], None]) -> Callable[[Turn, Sequence[str]], None]:
    """Buttons that do nothing in a group, where others would see what comes of it."""

    def answer(turn: Turn, arguments: Sequence[str]) -> None:
        if turn.event.private:
            act(turn, arguments)
        else:
            turn.say(texts.only_alone(turn.tongue))

    return answer
