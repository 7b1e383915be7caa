"""The pages of aims and measures: rows in, text and buttons out."""

from collections.abc import Iterable

from handlers.flow import texts as flow_texts
from handlers.markup import (
    Button,
    Html,
    Keyboard,
    bold,
    column,
    joined,
    lines,
    paragraphs,
    plain,
    quote,
)
from handlers.measures import texts
from handlers.measures.work import Work
from handlers.progress import texts as progress
from handlers.progress.states import AIM_STATES, MEASURE_STATES
from handlers.tongue import Tongue
from storage.records import Aim, Measure

_LABEL = 36  # characters of a wording on a button: what a phone shows
_MOST_BUTTONS = 90  # in one message: Telegram takes 100
_IN_A_ROW = 2

Page = tuple[Html, Keyboard]


def list_page(t: Tongue, work: Work, of: str | None) -> Page:
    """Everything that is open, aims with their measures first; under it what one can do.

    ``of`` is how a button names the party to those who look on; None: it is the reader's own.
    """
    mine = of is None
    blocks = [_aim_block(t, work, aim) for aim in work.open_aims]
    loose = work.towards(None)
    if loose:
        head = bold(texts.other_measures(t)) if blocks else None
        blocks.append(paragraphs(head, *(measure_text(t, one) for one in loose)))
    if not blocks:
        blocks = [_nothing(t, work, mine=mine)]
    if mine and (work.open_aims or work.open_measures):
        blocks.append(texts.how_to(t))
    return paragraphs(*blocks), _list_buttons(t, work, of)


def closed_page(t: Tongue, work: Work, of: str | None) -> Page:
    """What is done, put away or closed; ``of`` as in ``list_page``."""
    aims = [aim for aim in work.aims if not aim.is_open]
    measures = [one for one in work.measures if not one.is_open]
    text = paragraphs(
        bold(texts.closed_ones(t)),
        *(aim_text(t, aim) for aim in aims),
        *(measure_text(t, one) for one in measures),
    )
    back = Button(plain(texts.all_of_it(t)), f"measures:of:{of}" if of else "measures:list")
    return text, column(*_each(t, aims, measures), back)


def measure_page(t: Tongue, measure: Measure, aim: Aim | None, *, mine: bool) -> Page:
    """One measure, and every change of it in a tap."""
    leads = texts.towards(t, aim.number, aim.wording) if aim else None
    buttons = _measure_buttons(t, measure) if mine else ()
    history = Button(plain(texts.history(t)), f"measure:{measure.id}:history")
    return paragraphs(measure_text(t, measure), leads), (*buttons, (history,))


def aim_page(t: Tongue, aim: Aim, measures: Iterable[Measure], *, mine: bool) -> Page:
    """One aim with its open measures, and every change of it in a tap."""
    history = Button(plain(texts.history(t)), f"aim:{aim.id}:history")
    text = paragraphs(aim_text(t, aim), *(measure_text(t, one) for one in measures))
    return text, (*(_aim_buttons(t, aim) if mine else ()), (history,))


def move_page(t: Tongue, measure: Measure, work: Work) -> Page:
    """Which aim it should lead to."""
    aims = [aim for aim in work.open_aims if aim.id != measure.aim]
    to = [Button(_aim_label(t, aim), f"measure:{measure.id}:to:{aim.id}") for aim in aims]
    none = Button(plain(texts.without_aim(t)), f"measure:{measure.id}:to:")
    back = Button(plain(flow_texts.back(t)), f"measure:{measure.id}")
    return texts.where_to(t, measure.wording), column(*to, *([none] if measure.aim else ()), back)


def measure_text(t: Tongue, measure: Measure) -> Html:
    """Number and words; how it stands, when it is due, who sees to it; the newest sentence."""
    return lines(
        bold(texts.measure_line(measure.number, measure.wording)),
        joined(
            " · ",
            (
                measure_state(t, measure),
                texts.due(t, measure.due) if measure.due else None,
                measure.responsible,
            ),
        ),
        quote(measure.note) if measure.note else None,
    )


def aim_text(t: Tongue, aim: Aim) -> Html:
    closed = None if aim.is_open else texts.closed(t)
    given = texts.given(t) if aim.given else None
    return lines(
        bold(texts.aim_line(t, aim.number, aim.wording)),
        joined(" · ", (aim_state(t, aim), closed, given)),
    )


def measure_state(t: Tongue, measure: Measure) -> Html:
    return progress.measure_state(t, measure.state) if measure.state else texts.no_state(t)


def aim_state(t: Tongue, aim: Aim) -> Html:
    return progress.aim_state(t, aim.state) if aim.state else texts.no_state(t)


def _aim_block(t: Tongue, work: Work, aim: Aim) -> Html:
    return paragraphs(aim_text(t, aim), *(measure_text(t, one) for one in work.towards(aim)))


def _nothing(t: Tongue, work: Work, *, mine: bool) -> Html:
    if work.aims or work.measures:
        return texts.nothing_open(t)
    return texts.nothing_yet(t) if mine else texts.nothing_told(t)


# Buttons


def _list_buttons(t: Tongue, work: Work, of: str | None) -> Keyboard:
    new = (
        Button(plain(texts.new_measure(t)), "measures:new"),
        Button(plain(texts.new_aim(t)), "measures:aim"),
    )
    has_closed = len(work.open_aims) + len(work.open_measures) < len(work.aims + work.measures)
    closed = Button(plain(texts.show_closed(t)), "measures:closed" + (f":{of}" if of else ""))
    return (
        *column(*_each(t, work.open_aims, work.open_measures)),
        *((new,) if of is None else ()),
        *(((closed,),) if has_closed else ()),
    )


def _each(t: Tongue, aims: Iterable[Aim], measures: Iterable[Measure]) -> list[Button]:
    buttons = [
        *(Button(_aim_label(t, aim), f"aim:{aim.id}") for aim in aims),
        *(Button(_measure_label(one), f"measure:{one.id}") for one in measures),
    ]
    return buttons[:_MOST_BUTTONS]


def _measure_buttons(t: Tongue, measure: Measure) -> Keyboard:
    here = f"measure:{measure.id}"
    if not measure.is_open:
        return ((Button(plain(texts.reopen(t)), f"{here}:reopen"),),)
    states = [
        Button(plain(progress.measure_state(t, one)), f"{here}:state:{one}")
        for one in MEASURE_STATES
    ]
    rest = [
        Button(plain(texts.say_why(t)), f"{here}:why"),
        Button(plain(texts.reword(t)), f"{here}:words"),
        Button(plain(texts.set_due(t)), f"{here}:due"),
        Button(plain(texts.set_responsible(t)), f"{here}:who"),
        Button(plain(texts.move(t)), f"{here}:move"),
    ]
    return (*_rows(states), *_rows(rest))


def _aim_buttons(t: Tongue, aim: Aim) -> Keyboard:
    here = f"aim:{aim.id}"
    if not aim.is_open:
        return ((Button(plain(texts.reopen(t)), f"{here}:reopen"),),)
    states = [
        Button(plain(progress.aim_state(t, one)), f"{here}:state:{one}") for one in AIM_STATES
    ]
    rest = [
        Button(plain(texts.new_measure(t)), f"{here}:new"),
        *([] if aim.given else [Button(plain(texts.reword(t)), f"{here}:words")]),
        Button(plain(texts.close_aim(t)), f"{here}:close"),
    ]
    return (*_rows(states), *_rows(rest))


def _rows(buttons: list[Button]) -> Keyboard:
    return tuple(tuple(buttons[n : n + _IN_A_ROW]) for n in range(0, len(buttons), _IN_A_ROW))


def _measure_label(measure: Measure) -> str:
    return texts.measure_line(measure.number, _short(measure.wording))


def _aim_label(t: Tongue, aim: Aim) -> str:
    return plain(texts.aim_line(t, aim.number, _short(aim.wording)))


def _short(wording: str) -> str:
    return wording if len(wording) <= _LABEL else f"{wording[:_LABEL].rstrip()}…"
