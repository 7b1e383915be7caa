"""Everything at once: a text under the questions' headings is shown as read, then filled in."""

from collections.abc import Mapping, Sequence

from handlers.flow import ask, fill, finish, pasted, pointer, sayings, take, texts, whole_texts
from handlers.flow.form import Question
from handlers.flow.pasted import SEAT, Pasted
from handlers.flow.position import Answer
from handlers.flow.sitting import Sitting
from handlers.flow.steering import steer
from handlers.flow.whole import Cut, cut, heading_of
from handlers.flow.words import folded
from handlers.markup import code, column, plain

_ENOUGH = 2
_YES = {"ja", "j", "yes", "y", "fyll inn", "fill in", "fill it in"}
_NO = {"nei", "n", "no", "ikkje fyll inn", "ikke fyll inn"}


def explained(sitting: Sitting) -> None:
    """Show the headings to copy; what is written next may also answer the first question."""
    position = sitting.position()
    question = position.next_open
    if question is None or pasted.pending(sitting) is not None:
        ask.show(sitting)
        return
    headings = code("\n\n".join(_heading(one) for one in position.questions))
    one_by_one = steer("resume", texts.resume(sitting.t), sitting.draft.id)
    sitting.sit(question.key, position.revision(question.key))
    sitting.say(whole_texts.how(sitting.t, headings), column(one_by_one))


def _heading(question: Question) -> str:
    wording = heading_of(question)
    return wording if wording[-1:] in "?:.!" else f"{wording}:"


def propose(sitting: Sitting, sections: Sequence[tuple[str, str]], left: str) -> None:
    """Show what was written elsewhere, by question key, and ask before it is kept.

    ``left`` is what stood nowhere. Until the yes nothing is an answer.
    """
    pasted.keep(sitting, sections, left)
    _ask(sitting)


def taken(sitting: Sitting, text: str, message: str) -> bool:
    """Take a text that stands under several of the form's headings; false if it does not."""
    if not sitting.form.whole:
        return False
    found = _along_headings(sitting, text)
    if len(found.found) < _ENOUGH:
        return False
    _keep(sitting, found, text if take.may_be_cut(text) else None, message)
    return True


def edited(sitting: Sitting, text: str, message: str) -> None:
    """Propose anew what was pasted, as its message reads now."""
    found = _along_headings(sitting, text)
    if found.found:
        _keep(sitting, found, text if take.may_be_cut(text) else None, message)
    else:
        sitting.say(whole_texts.no_headings(sitting.t))


def continued(sitting: Sitting, text: str) -> bool:
    """Add a text to the one that it continues, if that is one under headings."""
    if not sitting.form.whole or folded(text) in _YES | _NO:
        return False
    raw = pasted.raw(sitting)
    row = take.cut_row(sitting) if raw is None and not sitting.is_finished else None
    if raw is not None and not take.is_cut(sitting, raw):
        return False
    first = raw or row
    if first is None:
        return False
    whole, found = _joined(sitting, first.value or "", text)
    if len(found.found) < _ENOUGH:
        return False
    if row is not None:
        sitting.put(Answer(row.key, "open", None, row.revision + 1), sitting.me)
    _keep(sitting, found, whole if take.may_be_cut(text) else None, None)
    return True


def _joined(sitting: Sitting, first: str, text: str) -> tuple[str, Cut]:
    """Two parts of one text; a line's end that Telegram took at the cut is put back."""
    wholes = (take.joined(first, text), f"{first}\n{text}")
    both = [(whole, _along_headings(sitting, whole)) for whole in wholes]
    return max(both, key=lambda one: len(one[1].found))


def _keep(sitting: Sitting, found: Cut, raw: str | None, message: str | None) -> None:
    pasted.keep(sitting, found.found, found.left, raw)
    if message is not None:
        pointer.point(sitting, message, SEAT, None)
    _ask(sitting)


def _ask(sitting: Sitting) -> None:
    """Show what was read; where nothing was, say so, unless more of it may come."""
    waiting = pasted.pending(sitting)
    if waiting is not None and (waiting.values or pasted.raw(sitting)):
        pasted.show(sitting, waiting)
        return
    faults = pasted.faults(sitting, waiting) if waiting else None
    pasted.withdraw(sitting)
    ask.show(sitting, faults, whole_texts.nothing_read(sitting.t))


def _along_headings(sitting: Sitting, text: str) -> Cut:
    """Cut a text, also along the questions that its own answers bring.

    Such a heading counts with text under it alone: an aim that is written here for the first time
    brings a question that is worded as the very line that brings it.
    """
    questions = sitting.position().questions
    while (found := cut(text, questions)).found:
        known = {question.key for question in questions}
        brought = pasted.imagined(sitting, dict(found.found)).questions
        more = tuple(one for one in brought if one.key not in known)
        told = {key for key, under in cut(text, (*questions, *more)).found if under}
        if not (more := tuple(one for one in more if one.key in told)):
            break
        questions = (*questions, *more)
    return found


# The answer to the page


def typed(sitting: Sitting, seen: int, text: str) -> None:
    """Take a text as yes or no to what was read; anything else shows the page again."""
    words = folded(text)
    if words in {*_YES, folded(plain(whole_texts.take(sitting.t)))}:
        filled(sitting, seen)
    elif words in {*_NO, folded(plain(texts.no(sitting.t)))}:
        left_alone(sitting, seen)
    else:
        ask.show(sitting, whole_texts.words(sitting.t))


def filled(sitting: Sitting, seen: int) -> None:
    """Fill in what was read, if the page still reads as it was shown."""
    if (waiting := _as_shown(sitting, seen)) is None:
        return
    sitting.edit(pasted.page(sitting, waiting))
    sitting.turn.nod.text = plain(sayings.recorded(sitting.t))
    reopened = sayings.reopened(sitting.t) if sitting.is_finished else None
    here = sitting.reopened() if sitting.is_finished else sitting
    pasted.withdraw(here)
    recorded = _recorded(here, waiting)
    finish.after_answer(here, reopened, whole_texts.filled(here.t, recorded))


def _recorded(sitting: Sitting, waiting: Pasted) -> int:
    """Give what may be given, and offer the rest beside what stands; return how many were given."""
    fresh = _standing_otherwise(sitting, waiting.values)
    recorded = fill.record(sitting, fresh, lambda row: pasted.may_replace(sitting, row))
    for key, value in _standing_otherwise(sitting, fresh).items():
        take.keep(sitting, key, value, None)
    return len(recorded)


def _standing_otherwise(sitting: Sitting, values: Mapping[str, str]) -> dict[str, str]:
    """Those that are not the answers already."""
    given = {row.key: row.value for row in sitting.rows() if row.state == "given"}
    return {key: value for key, value in values.items() if given.get(key) != value}


def left_alone(sitting: Sitting, seen: int) -> None:
    """Fill in nothing, and keep nothing of it."""
    if _as_shown(sitting, seen) is None:
        return
    pasted.withdraw(sitting)
    told = whole_texts.left_alone(sitting.t)
    sitting.edit(told)
    if sitting.is_finished:
        sitting.rise()
        sitting.say(told)
    else:
        ask.show(sitting, told)


def _as_shown(sitting: Sitting, seen: int) -> Pasted | None:
    """What waits, if it reads as it did; None if the person was shown where things stand."""
    waiting = pasted.pending(sitting)
    if waiting is None:
        ask.show(sitting, texts.stale(sitting.t))
    elif pasted.stamp(pasted.page(sitting, waiting)) != seen:
        ask.show(sitting, whole_texts.changed(sitting.t))
        return None
    return waiting
