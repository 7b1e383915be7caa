"""An edit of the message that held an answer edits the answer."""

from collections.abc import Mapping

from handlers.events import Edited
from handlers.flow import ask, finish, paste, pasted, pointer, sayings, take, texts
from handlers.flow.form import Question, Refusal
from handlers.flow.pointer import Pointer
from handlers.flow.position import Already, Answer, Conflict, Stale, Take, settle
from handlers.flow.scene import Form
from handlers.flow.shown import shown
from handlers.flow.sitting import Sitting, enter
from handlers.markup import paragraphs
from handlers.turn import Turn


def edited(turn: Turn, forms: Mapping[str, Form]) -> bool:
    """Answer an edit; false if the message held no answer."""
    what = turn.event.what
    if not isinstance(what, Edited) or not turn.event.private:
        return False
    held = pointer.pointed(turn, what.message)
    if held is None:
        return False
    sitting = enter(turn, forms, held.draft)
    if sitting is not None and held.question == pasted.SEAT:
        paste.edited(sitting, what.text, what.message)
        return True
    question = sitting.position().question(held.question) if sitting else None
    if sitting is not None and question is not None:
        _reread(sitting, question, held, what)
    elif sitting is not None:
        ask.show(sitting, texts.stale(sitting.t))
    return True


def _reread(sitting: Sitting, question: Question, held: Pointer, what: Edited) -> None:
    try:
        value = question.read(what.text, sitting.t)
    except Refusal as refusal:
        sitting.say(refusal.sentence)
        return
    current = sitting.position().answers.get(question.key)
    if current and (current.state, current.value) == ("given", value):
        return
    if sitting.is_finished:
        take.keep(sitting, question.key, value, what.message)
        ask.show(sitting)
        return
    _settle(sitting, question, _seen(sitting, held, current), value, what.message)


def _seen(sitting: Sitting, held: Pointer, current: Answer | None) -> int:
    """The revision that the edit goes by; an answer that its author reopened is theirs to edit."""
    row = sitting.row(held.question)
    if current is None or row is None:
        return 0
    is_mine = current.state == "open" and row.by == sitting.me and sitting.me is not None
    if is_mine and not take.may_be_cut(row.value or "") and held.revision is not None:
        return current.revision
    return current.revision if held.revision == current.revision else -1


def _settle(sitting: Sitting, question: Question, seen: int, value: str, message: str) -> None:
    current = sitting.position().answers.get(question.key)
    match settle(seen, current, value):
        case Take():
            _record(sitting, question, value, message)
        case Already():
            pass
        case Conflict() | Stale():
            take.keep(sitting, question.key, value, message)
            ask.show(sitting)


def _record(sitting: Sitting, question: Question, value: str, message: str) -> None:
    """Say that it is corrected, and show what comes now if that is something else than before."""
    pointer.point(sitting, message, question.key, sitting.give(question, value))
    told = sayings.corrected(sitting.t, question.text, shown(question, value, sitting.t))
    if _still_shown(sitting):
        sitting.say(paragraphs(told, finish.heard(sitting)))
        return
    sitting.say(told)
    finish.after_answer(sitting)


def _still_shown(sitting: Sitting) -> bool:
    """Whether the speaker is elsewhere, or was last shown what is still the next question."""
    seat, position = sitting.turn.seat, sitting.position()
    if seat.draft != sitting.draft.id:
        return True
    upcoming = position.next_open
    return upcoming is not None and seat.question == upcoming.key
