"""Several answers at once: a form's shortcut, and skipping the rest."""

from collections.abc import Callable, Mapping

from handlers.flow import ask, finish, page, sayings, texts
from handlers.flow.form import Question, Refusal, Shortcut
from handlers.flow.position import Answer, Position
from handlers.flow.readers import Text
from handlers.flow.sitting import Sitting
from handlers.flow.steering import has_proposal, may_skip_rest
from handlers.flow.words import folded
from handlers.markup import lines, plain
from storage.records import AnswerRow

SEVERAL = 2
Recorded = list[tuple[Question, str | None]]


def is_open(row: AnswerRow | None) -> bool:
    """Whether nothing is given or skipped there; a proposal is no answer."""
    return row is None or row.state == "open"


def record(
    sitting: Sitting,
    answers: Mapping[str, str | None],
    may: Callable[[AnswerRow | None], bool] = is_open,
) -> Recorded:
    """Write these answers where ``may`` lets it, also to questions that they themselves bring.

    What a question refuses is left as it was.
    """
    waiting, recorded = dict(answers), Recorded()
    while asked := [q for q in sitting.position().questions if q.key in waiting]:
        rows = {row.key: row for row in sitting.rows()}
        for question in asked:
            value = waiting.pop(question.key)
            if may(rows.get(question.key)) and _gave(sitting, question, value):
                recorded.append((question, value))
    return recorded


def _gave(sitting: Sitting, question: Question, value: str | None) -> bool:
    try:
        sitting.give(question, None if value is None else question.read(value, sitting.t))
    except Refusal:
        return False
    return True


# The form's own shortcut


def offered(sitting: Sitting, question: Question | None) -> Shortcut | None:
    return sitting.shortcut(sitting.position(), question) if question else None


def is_label(sitting: Sitting, question: Question | None, text: str) -> bool:
    """Whether a text is the shortcut's label; where words are welcome, only to the letter."""
    shortcut = offered(sitting, question)
    if shortcut is None or question is None:
        return False
    label = plain(shortcut.label)
    if question.free or isinstance(question.read, Text):
        return text.strip() == label
    is_option = any(folded(o.text) == folded(text) for o in page.options_of(question, sitting.t))
    return folded(text) == folded(label) and not is_option


def filled(sitting: Sitting, key: str, seen: int) -> None:
    """Do what the shortcut says, if its question still stands as it was shown."""
    position = sitting.position()
    question = position.question(key)
    shortcut = offered(sitting, question)
    if question is None or shortcut is None:
        ask.show(sitting, texts.stale(sitting.t))
    elif position.revision(key) != seen:
        _old(sitting, position.answers.get(key), shortcut.answers.get(key))
    else:
        _go_on(sitting, question, record(sitting, shortcut.answers))


def fills_at_once(sitting: Sitting) -> bool:
    """Take a shortcut that answers several questions, in a form where nothing is answered yet."""
    shortcut = offered(sitting, sitting.position().next_open)
    if shortcut is None or len(shortcut.answers) < SEVERAL or not all(map(is_open, sitting.rows())):
        return False
    recorded = record(sitting, shortcut.answers)
    finish.after_answer(sitting, sayings.filled(sitting.t, shortcut.label, len(recorded)))
    return True


def _old(sitting: Sitting, current: Answer | None, value: str | None) -> None:
    if current and current.state != "open" and current.value == value:
        sitting.turn.nod.text = plain(texts.already(sitting.t))
        ask.show(sitting, texts.already(sitting.t))
    else:
        ask.show(sitting, texts.stale(sitting.t))


def _go_on(sitting: Sitting, shown: Question, recorded: Recorded) -> None:
    """Say in the tapped message what was recorded, and ask on."""
    for question, value in recorded:
        if question.key == shown.key:
            more = len(recorded) - 1
            and_more = sayings.and_more(sitting.t, more) if more else None
            sitting.edit(lines(page.answered(question, value, sitting.t), and_more))
    sitting.turn.nod.text = plain(sayings.recorded(sitting.t))
    finish.after_answer(sitting)


# Skipping the rest


def skipped_rest(sitting: Sitting, key: str, seen: int) -> None:
    """Skip all that is open; what was reopened elsewhere is kept, since it was not shown here."""
    position = sitting.position()
    question = position.question(key)
    if not key:
        sitting.say(sayings.page_words(sitting.t))
    elif position.done:
        ask.show(sitting, texts.already(sitting.t))
    elif question is None or position.revision(key) != seen:
        ask.show(sitting, texts.stale(sitting.t))
    elif not may_skip_rest(position):
        sitting.say(sayings.needs_answers(sitting.t))
    else:
        proposed = _proposed(sitting, position, key)
        skips = [one.key for one in position.open if one.key not in {row.key for row in proposed}]
        recorded = record(sitting, dict.fromkeys(skips))
        record(sitting, {row.key: row.value for row in proposed})
        _go_on(sitting, question, recorded)


def _proposed(sitting: Sitting, position: Position, shown: str) -> list[AnswerRow]:
    """The answers that were reopened, but for the one that is shown."""
    others = (one.key for one in position.open if one.key != shown)
    return [row for key in others if (row := sitting.row(key)) and row.value is not None]


# Deleting one answer


def erased(sitting: Sitting, key: str, seen: int) -> None:
    """Take the words of one answer away, and what the speaker offered there.

    It counts as skipped, and is not asked again; but where nobody looks through the answers before
    they are sent, what must be answered is.
    """
    position = sitting.position()
    question, current = position.question(key), position.answers.get(key)
    if not key:
        sitting.say(sayings.page_words(sitting.t))
    elif question is None:
        ask.show(sitting, texts.stale(sitting.t))
    elif current and current.state == "skipped" and seen < current.revision:
        ask.show(sitting, texts.already(sitting.t))
    elif position.revision(key) != seen:
        ask.show(sitting, texts.stale(sitting.t))
    elif not has_proposal(question, current):
        sitting.say(sayings.nothing_to_erase(sitting.t))
    else:
        _erase(sitting, question)


def _erase(sitting: Sitting, question: Question) -> None:
    for offer in sitting.offers():
        if offer.question == question.key:
            sitting.turn.unit.drafts.withdraw(offer.id)
    revision = sitting.give(question, None)
    if not (question.optional or sitting.form.review):
        sitting.put(Answer(question.key, "open", None, revision), sitting.me)
    sitting.edit(page.answered(question, None, sitting.t))
    finish.after_answer(sitting, sayings.erased(sitting.t))
