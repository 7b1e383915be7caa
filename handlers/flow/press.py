"""Recording an answer that was tapped, and choosing several in place."""

from typing import assert_never

from handlers.flow import ask, finish, page, sayings, take, texts
from handlers.flow.buttons import Tap
from handlers.flow.choices import Several, chosen
from handlers.flow.form import Question, Refusal
from handlers.flow.position import Already, Answer, Conflict, Stale, Take, settle
from handlers.flow.sitting import Sitting
from handlers.markup import plain


def tapped(sitting: Sitting, tap: Tap) -> None:
    """Take a tap as the answer to the question that it stood under, as it was then."""
    question = sitting.position().question(tap.question)
    if question is None:
        ask.show(sitting, texts.stale(sitting.t))
    elif isinstance(question.read, Several):
        _several(sitting, question, question.read, tap)
    else:
        _one(sitting, question, tap)


def _one(sitting: Sitting, question: Question, tap: Tap) -> None:
    try:
        value = question.read(tap.value, sitting.t)
    except Refusal as refusal:  # the programme has changed: there is no such option any more
        ask.show(sitting, refusal.sentence)
        return
    _settle(sitting, question, tap.revision, value)


def _settle(sitting: Sitting, question: Question, seen: int, value: str) -> None:
    current = sitting.position().answers.get(question.key)
    match settle(seen, current, value):
        case Take():
            sitting.give(question, value)
            sitting.turn.nod.text = plain(sayings.recorded(sitting.t))
            sitting.edit(page.answered(question, value, sitting.t))
            finish.after_answer(sitting)
        case Already():
            sitting.turn.nod.text = plain(texts.already(sitting.t))
            sitting.edit(page.answered(question, value, sitting.t))
        case Conflict():
            take.keep(sitting, question.key, value, None)
            ask.show(sitting)
        case Stale():
            ask.show(sitting, texts.stale(sitting.t))
        case never:
            assert_never(never)


def _several(sitting: Sitting, question: Question, read: Several, tap: Tap) -> None:
    """Toggle one option, or end the choice if the tap saw all of it."""
    row = sitting.row(question.key)
    value = row.value if row else None
    if tap.revision != (row.revision if row else 0) or (row and row.state != "open"):
        _old(sitting, value, tap)
    elif tap.value == page.sealed(value):
        _settle(sitting, question, tap.revision, read.canonical(chosen(value)))
    elif tap.value in {option.key for option in read.options}:
        _toggle(sitting, question, tap, read.toggled(value, tap.value))
    else:
        ask.show(sitting, texts.stale(sitting.t))


def _old(sitting: Sitting, value: str | None, tap: Tap) -> None:
    """The choice was ended, or opened again: a second tap on «done» finds it recorded."""
    if tap.value == page.sealed(value):
        sitting.turn.nod.text = plain(texts.already(sitting.t))
    else:
        ask.show(sitting, texts.stale(sitting.t))


def _toggle(sitting: Sitting, question: Question, tap: Tap, value: str) -> None:
    """Keep the choice as a proposal, at the same revision: a toggle makes no button stale."""
    sitting.put(Answer(question.key, "open", value, tap.revision), sitting.me)
    position = sitting.position()
    text, buttons = ask.question_page(sitting, position, question)
    sitting.sit(question.key, tap.revision)
    sitting.edit(text, buttons)
