"""The conversation's doors: a form begins, and texts, taps, edits and choices come in."""

from collections.abc import Callable, Mapping, Sequence

from handlers.events import Said
from handlers.flow import (
    ask,
    choose,
    company,
    conflict,
    fill,
    paste,
    pasted,
    press,
    sayings,
    steer,
    take,
    texts,
)
from handlers.flow.buttons import Steer, Tap
from handlers.flow.conflict import OFFER
from handlers.flow.edit import edited
from handlers.flow.form import Question, Refusal
from handlers.flow.page import options_of
from handlers.flow.scene import Form
from handlers.flow.sitting import Sitting, at, enter
from handlers.flow.steer import resume
from handlers.flow.words import Control, control
from handlers.turn import Turn
from storage.records import ProgrammeRow, Seat

__all__ = ["OFFER", "begin", "chosen", "edited", "propose", "resume", "said", "stop", "tapped"]


def begin(  # noqa: PLR0913 - a draft's whole identity
    turn: Turn,
    form: Form,
    party: str,
    about: str,
    *,
    programme: ProgrammeRow | None = None,
    shortcut: bool = False,
) -> None:
    """Sit the speaker at a party's draft, found or started, and show where it stands.

    What was delivered is opened again with its answers. Someone who may not gets the form's
    sentence, and nothing is kept. ``shortcut`` takes the form's own at once, where it answers
    several questions and nothing has been answered yet. Raises LookupError without a programme.
    """
    sitting = _sat(turn, form, party, about, programme)
    if sitting is None:
        return
    if sitting.is_finished:
        steer.reopen(sitting)
    elif shortcut and fill.fills_at_once(sitting):
        return
    else:
        ask.show(sitting, company.arrived(sitting))


def propose(  # noqa: PLR0913 - a draft's whole identity, and what was written
    turn: Turn,
    form: Form,
    party: str,
    about: str,
    sections: Sequence[tuple[str, str]],
    left: str,
    *,
    programme: ProgrammeRow | None = None,
) -> None:
    """Sit the speaker at a party's draft, as ``begin`` does, and show what was read elsewhere.

    ``sections`` are ``(question key, text)``, ``left`` what could not be placed. It asks before
    any of it is kept; of what was delivered nothing changes before the yes.
    """
    sitting = _sat(turn, form, party, about, programme)
    if sitting is not None:
        paste.propose(sitting, sections, left)


def _sat(
    turn: Turn, form: Form, party: str, about: str, programme: ProgrammeRow | None
) -> Sitting | None:
    """The speaker before a party's draft, found or started; None if they were told why not."""
    row = programme or turn.programme_row
    if row is None:
        raise LookupError("a form is filled in within a programme")
    drafts, me = turn.unit.drafts, turn.person.id if turn.person else None
    found = drafts.of(row.id, form.key, party, about)
    draft = found or drafts.start(row.id, row.version, form.key, party, about, me, turn.now)
    before = turn.seat
    sitting = at(turn, form, draft, row)
    refusal = form.may(sitting.scene)
    if refusal is None:
        return sitting
    _not_begun(turn, before, None if found else draft.id)
    turn.say(refusal)
    return None


def _not_begun(turn: Turn, before: Seat, draft: str | None) -> None:
    turn.sit(before)
    if draft is not None:
        turn.unit.drafts.drop(draft)


def said(
    turn: Turn, forms: Mapping[str, Form], is_command: Callable[[str], bool] = lambda _: False
) -> bool:
    """Take a text as the answer to what was last shown, or as steering; false if it is neither.

    A command's bare word is left alone where it can be no answer.
    """
    what, seat = turn.event.what, turn.seat
    if not isinstance(what, Said) or not turn.event.private or seat.waiting:
        return False
    if seat.draft is None:
        return control(what.text) is Control.WHERE and resume(turn, forms)
    if what.text.startswith("/") and control(what.text) is None:
        return False
    sitting = enter(turn, forms, seat.draft)
    if sitting is None:
        return True
    if is_command(what.text) and not _can_answer(sitting, seat, what.text):
        return False
    if sitting.is_finished and not _chooses(seat):
        return _said_of_delivered(sitting, seat, what)
    _said(sitting, seat, what)
    return True


def _can_answer(sitting: Sitting, seat: Seat, text: str) -> bool:
    question = sitting.position().question(seat.question or "")
    if control(text) is not None:
        return True
    if seat.question is None and steer.asks_to_change(text):  # on the page before sending, or after
        return True
    try:
        return question is not None and bool(question.read(text, sitting.t))
    except Refusal:
        return False


def _chooses(seat: Seat) -> bool:
    """Whether a choice was shown last: between two answers, or about what was pasted."""
    return seat.question == pasted.SEAT or conflict.seated_offer(seat.question) is not None


def _said(sitting: Sitting, seat: Seat, what: Said) -> None:
    question = sitting.position().question(seat.question or "")
    word = _control(sitting, question, what.text)
    if fill.is_label(sitting, question, what.text):
        fill.filled(sitting, seat.question or "", seat.revision or 0)
    elif word is not None and (word is Control.STOP or not _chooses(seat)):
        steer.said(sitting, word, seat.question, seat.revision)
    elif word is not None and (word is not Control.KEEP or seat.question == pasted.SEAT):
        ask.show(sitting)
    else:
        _text(sitting, seat, what)


def _control(sitting: Sitting, question: Question | None, text: str) -> Control | None:
    word = control(text, options_of(question, sitting.t) if question else ())
    return None if word is Control.WHOLE and not sitting.form.whole else word


def _text(sitting: Sitting, seat: Seat, what: Said) -> None:
    text, message, shown = what.text, what.message, seat.revision or 0
    if paste.continued(sitting, text) or take.continued(sitting, text, message):
        return
    if paste.taken(sitting, text, message):
        return
    if (offer := conflict.seated_offer(seat.question)) is not None:
        choose.typed(sitting, offer, shown, text, message)
    elif seat.question == pasted.SEAT:
        paste.typed(sitting, shown, text)
    elif seat.question is None:
        steer.page_word(sitting, seat.revision, text)
    else:
        take.typed(sitting, seat.question, shown, text, message)


def _said_of_delivered(sitting: Sitting, seat: Seat, what: Said) -> bool:
    """«Endre» opens it again, and a late answer is asked about; the rest is not for the form."""
    word = control(what.text)
    if word is Control.STOP:
        steer.stop(sitting)
    elif word is not None:
        ask.show(sitting)
    elif seat.question is None and steer.asks_to_change(what.text):
        steer.reopen(sitting)
    elif paste.taken(sitting, what.text, what.message):
        pass
    elif seat.question is None or not take.late(sitting, seat.question, what.text, what.message):
        sitting.rise()
        return False
    return True


def stop(turn: Turn, forms: Mapping[str, Form]) -> bool:
    """Rise from the draft in focus, which stays as it is; false if the speaker sits at none."""
    seat = turn.seat
    sitting = enter(turn, forms, seat.draft) if seat.draft else None
    if sitting is not None:
        steer.stop(sitting)
    return seat.draft is not None


def tapped(turn: Turn, forms: Mapping[str, Form], button: Tap | Steer) -> None:
    """Answer a button of a form."""
    sitting = enter(turn, forms, button.draft) if turn.event.private else None
    if sitting is None:
        return
    if sitting.is_finished:
        _tapped_delivered(sitting, button)
    elif isinstance(button, Tap):
        press.tapped(sitting, button)
    else:
        steer.pressed(sitting, button)


def _tapped_delivered(sitting: Sitting, button: Tap | Steer) -> None:
    if isinstance(button, Steer) and (button.verb, button.question) == ("change", ""):
        steer.reopen(sitting)
    elif isinstance(button, Steer) and button.verb in ("take", "leave"):
        steer.pressed(sitting, button)
    else:
        ask.show(sitting)


def chosen(turn: Turn, forms: Mapping[str, Form], args: Sequence[str]) -> None:
    """Answer a button of a choice: ``args`` are the offer's id, the word and the revision shown."""
    offer, word, revision = (*args, "", "", "")[:3]
    if not turn.event.private:
        return
    found = turn.unit.drafts.offered(offer)
    draft = found.draft if found else turn.seat.draft
    if draft is None:
        turn.say(sayings.gone(turn.tongue))
        return
    sitting = enter(turn, forms, draft)
    if sitting is None:
        return
    both = conflict.rivals(sitting, found) if found and found.by == sitting.me else None
    if both is None or not revision.isdecimal():
        ask.show(sitting, texts.stale(sitting.t))
    else:
        choose.chosen(sitting, both, "mine" if word == "mine" else "theirs", int(revision))
