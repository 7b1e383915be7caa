"""After an answer: the form ends, or goes on with what is open now."""

from handlers.flow import ask, company, conflict, page, pasted, sayings, texts
from handlers.flow.position import Position
from handlers.flow.sitting import Sitting
from handlers.markup import Html


def after_answer(sitting: Sitting, *lead: Html | None, whole: bool = True) -> None:
    """Go on from an answer that was just recorded; if more of it may come, no form ends by it."""
    position = sitting.position()
    form = sitting.form
    if form.declined is not None and form.declined(sitting.scene, position):
        _decline(sitting)
        return
    words = heard(sitting)
    if not (position.done and whole and not form.review):
        ask.show(sitting, *lead, words, company.meanwhile(sitting))
        return
    if words:
        sitting.say(words)
    finish(sitting, position)


def heard(sitting: Sitting) -> Html | None:
    """What the form says to an answer that was just recorded."""
    hears = sitting.form.heard
    return hears(sitting.scene, sitting.position()) if hears is not None else None


def send(sitting: Sitting, page_shown: int | None) -> None:
    """Finish, unless something is open or the page that was shown no longer stands."""
    position = sitting.position()
    if sitting.is_finished or conflict.pending(sitting) or pasted.pending(sitting):
        ask.show(sitting)
    elif not position.done:
        ask.show(sitting, texts.not_finished(sitting.t, position.left))
    elif not page.same_stamp(page_shown, sitting.stamp()):
        lead = None if page_shown is None else sayings.page_changed(sitting.t)
        ask.show(sitting, lead)
    else:
        title = sitting.form.title(sitting.scene)
        stamp = sitting.stamp()
        sitting.edit(page.review_page(sitting.draft.id, position, title, stamp, sitting.t)[0])
        finish(sitting, position)


def finish(sitting: Sitting, position: Position) -> None:
    """Hand a completed form to its feature, once.

    The speaker rises first. A team-mate stays until their next word, so that what they were about
    to say of it is still understood.
    """
    sitting.rise()
    sitting.form.finish(sitting.scene, position)
    drafts = sitting.turn.unit.drafts
    left = drafts.find(sitting.draft.id)
    if left is not None and left.state == "open":
        drafts.finish(left.id, sitting.turn.now)


def _decline(sitting: Sitting) -> None:
    sitting.rise()
    if sitting.form.decline is not None:
        sitting.form.decline(sitting.scene)
    sitting.turn.unit.drafts.drop(sitting.draft.id)
