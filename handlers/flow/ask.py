"""Showing where things stand: what waits for a choice, the next question, or the last page."""

from handlers.flow import conflict, page, pasted, sayings, texts
from handlers.flow.form import Question
from handlers.flow.position import Position
from handlers.flow.sitting import Sitting
from handlers.flow.steering import Beside, steer
from handlers.markup import Html, Keyboard, column, paragraphs


def show(sitting: Sitting, *lead: Html | None) -> None:
    """Show where the draft stands, under a lead, and remember what was shown."""
    above = [one for one in lead if one]
    if (waiting := pasted.pending(sitting)) is not None:
        pasted.show(sitting, waiting, *above)
    elif (both := conflict.pending(sitting)) is not None:
        conflict.show(sitting, both, *above)
    elif sitting.is_finished:
        _delivered(sitting, *above)
    elif sitting.position().done:
        _review(sitting, *above)
    else:
        _question(sitting, *above)


def _question(sitting: Sitting, *lead: Html) -> None:
    position = sitting.position()
    question = position.next_open
    if question is None:
        return
    text, buttons = question_page(sitting, position, question)
    sitting.sit(question.key, position.revision(question.key))
    whose = None if sitting.is_party else sitting.form.title(sitting.scene)
    sitting.say(paragraphs(*lead, whose, text), buttons)


def question_page(
    sitting: Sitting, position: Position, question: Question
) -> tuple[Html, Keyboard]:
    """The page of a question, with all that the form offers there."""
    untouched = not position.answers and question == position.questions[0]
    whole = sitting.form.whole and untouched and len(position.questions) > 1
    beside = Beside(sitting.shortcut(position, question), whole, sitting.ways(question))
    return page.question_page(sitting.draft.id, position, question, sitting.t, beside)


def _review(sitting: Sitting, *lead: Html) -> None:
    stamp, title = sitting.stamp(), sitting.form.title(sitting.scene)
    text, buttons = page.review_page(sitting.draft.id, sitting.position(), title, stamp, sitting.t)
    sitting.sit(None, stamp)
    sitting.say(paragraphs(*lead, text), buttons)


def _delivered(sitting: Sitting, *lead: Html) -> None:
    """Kindly say that it is delivered, and how to open it again."""
    change = steer("change", texts.change(sitting.t), sitting.draft.id)
    sitting.sit(None, None)
    title = sitting.form.title(sitting.scene)
    sitting.say(paragraphs(*lead, sayings.delivered(sitting.t, title)), column(change))
