"""/page: a button that signs one in at the page, for whoever leads, alone with us."""

from collections.abc import Sequence
from datetime import timedelta

from handlers.markup import Button, column, plain
from handlers.site import texts
from handlers.turn import LEADERS, Turn
from handlers.visits import PAGE, personal_link, place

GOOD_FOR = timedelta(minutes=10)
THERE = "?til=oversikt"  # and to the overview, not into the conversation


def show(turn: Turn, _rest: str = "") -> None:
    """Give the way in; whoever asks on the page itself is in already."""
    t, at = turn.tongue, place(turn.unit)
    if not turn.roles & LEADERS:
        turn.say(texts.not_yours(t))
    elif not turn.event.private:
        turn.say(texts.only_alone(t))
    elif at is None or turn.person is None:
        turn.say(texts.no_page(t))
    elif turn.address.door == PAGE:
        turn.say(texts.here(t), column(Button(plain(texts.open_it(t)), url=f"{at}/oversikt")))
    else:
        _let_in(turn, turn.person.id)


def pressed(turn: Turn, _arguments: Sequence[str]) -> None:
    """Answer a button that another message has."""
    show(turn)


def _let_in(turn: Turn, person: str) -> None:
    """The link stands in this message alone, which leaves no text."""
    url = personal_link(turn.unit, person, turn.now, GOOD_FOR)
    if url is None:
        return
    t, button = turn.tongue, Button(plain(texts.open_it(turn.tongue)), url=url + THERE)
    turn.say(texts.way_in(t, int(GOOD_FOR.total_seconds()) // 60), column(button), fleeting=True)
    turn.note("page")
