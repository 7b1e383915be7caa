"""Choosing between two versions of one answer, by button or by typing."""

from handlers.flow import ask, conflict, finish, page, sayings, take
from handlers.flow.conflict import Choice, Rivals
from handlers.flow.form import Refusal
from handlers.flow.sitting import Sitting


def typed(sitting: Sitting, offer: str, seen: int, text: str, message: str) -> None:
    """Take a text as the choice that was shown, or as a new answer that replaces the speaker's."""
    found = sitting.turn.unit.drafts.offered(offer)
    both = conflict.rivals(sitting, found) if found else None
    if both is None:
        ask.show(sitting)
        return
    choice = conflict.typed(both, text)
    if choice is not None:
        chosen(sitting, both, choice, seen)
    elif both.kind == "conflict":
        _rewritten(sitting, both, seen, text, message)
    else:
        ask.show(sitting)


def _rewritten(sitting: Sitting, both: Rivals, seen: int, text: str, message: str) -> None:
    """A third version, by one who saw both: it goes in the place of their own."""
    try:
        value = both.question.read(text, sitting.t)
    except Refusal as refusal:
        sitting.say(refusal.sentence)
        return
    sitting.turn.unit.drafts.withdraw(both.offer.id)
    take.settled(sitting, both.question, seen, value, message)


def chosen(sitting: Sitting, both: Rivals, choice: Choice, seen: int) -> None:
    """Let the chosen version stand, if what it was chosen against still stands."""
    stands = both.current.revision if both.current else 0
    if choice == "theirs":
        _theirs(sitting, both)
    elif seen != stands:
        conflict.show(sitting, both, sayings.page_changed(sitting.t))
    else:
        _mine(sitting, both)


def _theirs(sitting: Sitting, both: Rivals) -> None:
    sitting.turn.unit.drafts.withdraw(both.offer.id)
    if sitting.is_finished:
        sitting.edit(sayings.unchanged(sitting.t))
        sitting.rise()
        sitting.say(sayings.unchanged(sitting.t))
        return
    value = both.current.value if both.current else None
    if both.kind == "conflict":
        sitting.edit(page.answered(both.question, value, sitting.t))
    ask.show(sitting)


def _mine(sitting: Sitting, both: Rivals) -> None:
    try:
        value = both.question.read(both.offer.value, sitting.t)
    except Refusal as refusal:
        sitting.say(refusal.sentence)
        return
    lead = sayings.reopened(sitting.t) if sitting.is_finished else None
    here = sitting.reopened() if sitting.is_finished else sitting
    here.turn.unit.drafts.withdraw(both.offer.id)
    here.give(both.question, value)
    here.edit(page.answered(both.question, value, here.t))
    finish.after_answer(here, lead)
