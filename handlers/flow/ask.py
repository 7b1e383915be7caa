"""Showing where things stand: a choice to make, the next question, or the page before sending."""

from datetime import datetime

from handlers.flow import conflict, page, sayings, texts
from handlers.flow.sitting import Sitting
from handlers.markup import Html, column, paragraphs
from handlers.programme_file import zone


def show(sitting: Sitting, *lead: Html | None) -> None:
    """Show where the draft stands, under a lead, and remember what was shown."""
    above = [one for one in lead if one]
    if (both := conflict.pending(sitting)) is not None:
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
    text, buttons = page.question_page(sitting.draft.id, position, question, sitting.t)
    sitting.sit(question.key, position.revision(question.key))
    sitting.say(paragraphs(*lead, text), buttons)


def _review(sitting: Sitting, *lead: Html) -> None:
    stamp, title = sitting.stamp(), sitting.form.title(sitting.scene)
    text, buttons = page.review_page(sitting.draft.id, sitting.position(), title, stamp, sitting.t)
    sitting.sit(None, stamp)
    sitting.say(paragraphs(*lead, text), buttons)


def _delivered(sitting: Sitting, *lead: Html) -> None:
    """Kindly say that it is delivered, and how to open it again."""
    change = page.steer("change", texts.change(sitting.t), sitting.draft.id)
    sitting.sit(None, None)
    title = sitting.form.title(sitting.scene)
    sitting.say(paragraphs(*lead, sayings.delivered(sitting.t, title)), column(change))


def begun_by_another(sitting: Sitting) -> Html | None:
    """Who began a draft that several share, and when, for someone who comes to it."""
    draft, turn, position = sitting.draft, sitting.turn, sitting.position()
    answered = [answer for answer in position.answers.values() if answer.state != "open"]
    if draft.started_by == sitting.me or not draft.party.startswith("team:") or not answered:
        return None
    starter = turn.unit.people.find(draft.started_by) if draft.started_by else None
    name, days = starter.name if starter else None, _days_since(sitting, draft.started_at)
    return sayings.begun(sitting.t, name, days, position.left, position.total)


def _days_since(sitting: Sitting, then: datetime) -> int:
    there = zone(sitting.scene.programme)
    today = sitting.turn.now.astimezone(there).date()
    return max((today - then.astimezone(there).date()).days, 0)
