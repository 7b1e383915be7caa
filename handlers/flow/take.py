"""Recording an answer that was typed: it answers what the speaker was last shown."""

from datetime import timedelta
from typing import assert_never

from handlers.flow import ask, finish, pointer, sayings, texts
from handlers.flow.choices import Several
from handlers.flow.form import Question, Refusal
from handlers.flow.position import Already, Answer, Conflict, Stale, Take, settle
from handlers.flow.readers import Text
from handlers.flow.sitting import Sitting
from handlers.flow.words import folded
from handlers.markup import Html, paragraphs, utf16_length
from storage.records import AnswerRow, Offer

CUT = 4000
"""From this many characters a text may be the first part of one that Telegram cut."""
CONTINUED_WITHIN = timedelta(seconds=5)
"""Telegram sends the parts at once, and nobody reads a question and writes an answer so fast."""
_ALL_OF_A_MESSAGE = 4096
_DONE = {"ferdig", "done"}


def typed(sitting: Sitting, key: str, seen: int, text: str, message: str) -> None:
    """Take a text as the answer to a question, as it was when its answer stood at ``seen``."""
    position = sitting.position()
    question = position.question(key)
    if question is None:
        _moved(sitting, text, message)
        return
    if _is_done(sitting, question, text):
        text = (row.value if (row := sitting.row(key)) else None) or "-"
    try:
        value = question.read(text, sitting.t)
    except Refusal as refusal:
        _refuse(sitting, question, seen, text, message, refusal.sentence)
        return
    settled(sitting, question, seen, value, message)


def settled(sitting: Sitting, question: Question, seen: int, value: str, message: str) -> None:
    """Record a value, or keep it beside what stands until the speaker chooses."""
    current = sitting.position().answers.get(question.key)
    match settle(seen, current, value):
        case Take():
            revision = sitting.give(question, value)
            pointer.point(sitting, message, question.key, revision)
            finish.after_answer(sitting, whole=not may_be_cut(value))
        case Already():
            pointer.point(sitting, message, question.key, current.revision if current else None)
            ask.show(sitting, texts.already(sitting.t))
        case Conflict() | Stale():
            keep(sitting, question.key, value, message)
            ask.show(sitting)
        case never:
            assert_never(never)


def late(sitting: Sitting, key: str, text: str, message: str) -> bool:
    """Keep an answer that came after delivery, and ask; false if it can be none."""
    question = sitting.position().question(key)
    try:
        value = question.read(text, sitting.t) if question else None
    except Refusal:
        return False
    if value is None:
        return False
    keep(sitting, key, value, message)
    ask.show(sitting)
    return True


def keep(sitting: Sitting, key: str, value: str, message: str | None) -> Offer | None:
    """Keep what was written until the speaker chooses; what they kept before, they replaced."""
    drafts = sitting.turn.unit.drafts
    for earlier in sitting.offers():
        if earlier.question == key:
            drafts.withdraw(earlier.id)
    at = sitting.turn.event.said_at
    offer = drafts.offer(sitting.draft.id, key, value, sitting.me, at)
    if message is not None:
        pointer.point(sitting, message, key, None)
    return drafts.offered(offer)


def _is_done(sitting: Sitting, question: Question, text: str) -> bool:
    """Whether the text ends a choice of several that this speaker made last."""
    words = {*_DONE, folded(texts.chosen(sitting.t))}
    row = sitting.row(question.key)
    mine = row is None or row.by == sitting.me
    return isinstance(question.read, Several) and folded(text) in words and mine


def _moved(sitting: Sitting, text: str, message: str) -> None:
    """The question is no longer asked: offer the text as the answer to what is open, if it fits."""
    upcoming = sitting.position().next_open
    try:
        if upcoming is not None and not sitting.is_finished:
            keep(sitting, upcoming.key, upcoming.read(text, sitting.t), message)
            ask.show(sitting)
            return
    except Refusal:
        pass
    ask.show(sitting, texts.stale(sitting.t))


def _refuse(  # noqa: PLR0913 - what was said, to what, and why not
    sitting: Sitting, question: Question, seen: int, text: str, message: str, sentence: Html
) -> None:
    """Say why not; the question stays. What Telegram cut is kept, since the rest is to come."""
    row = sitting.row(question.key)
    stands = row.revision if row else 0
    if may_be_cut(text) and seen == stands and (row is None or row.state == "open"):
        sentence = paragraphs(sentence, sayings.kept_whole(sitting.t))
        sitting.put(Answer(question.key, "open", text.strip(), stands + 1), sitting.me)
        seen = stands + 1
        sitting.sit(question.key, seen)
    pointer.point(sitting, message, question.key, seen)
    sitting.say(sentence)


# A text that Telegram cut


def may_be_cut(text: str) -> bool:
    return len(text.strip()) >= CUT


def continued(sitting: Sitting, text: str, message: str) -> bool:
    """Add a text to the one that it continues; false if it continues none."""
    if sitting.is_finished:
        return False
    if (offer := _cut_offer(sitting)) is not None:
        return _continue_offer(sitting, offer, text, message)
    row = cut_row(sitting)
    question = sitting.position().question(row.key) if row else None
    if row is None or question is None or not isinstance(question.read, Text):
        return False
    whole = joined(row.value or "", text)
    pointer.point(sitting, message, question.key, None)
    try:
        value = question.read(whole, sitting.t)
    except Refusal as refusal:
        _keep_whole(sitting, question, row, whole, refusal.sentence)
        return True
    sitting.put(Answer(question.key, "given", value, row.revision + 1), sitting.me)
    finish.after_answer(sitting, whole=not may_be_cut(text))
    return True


def joined(first: str, rest: str) -> str:
    """Two parts of one text; a part that fills a whole message was cut within a word."""
    if utf16_length(first) >= _ALL_OF_A_MESSAGE and utf16_length(first) % _ALL_OF_A_MESSAGE == 0:
        return first + rest
    return first + ("\n" if first[-1:] in ".!?:" else " ") + rest


def _keep_whole(
    sitting: Sitting, question: Question, row: AnswerRow, whole: str, sentence: Html
) -> None:
    """Too long in all: no half of it stands as the answer, and all of it is kept."""
    sitting.put(Answer(question.key, "open", whole, row.revision + 1), sitting.me)
    sitting.sit(question.key, row.revision + 1)
    sitting.say(paragraphs(sentence, sayings.kept_whole(sitting.t)))


def cut_row(sitting: Sitting) -> AnswerRow | None:
    """The speaker's answer that their next message continues."""
    return next((row for row in sitting.mine() if is_cut(sitting, row)), None)


def is_cut(sitting: Sitting, row: AnswerRow | Offer) -> bool:
    since = sitting.turn.event.said_at - row.said_at
    return timedelta() <= since <= CONTINUED_WITHIN and len(row.value or "") >= CUT


def _cut_offer(sitting: Sitting) -> Offer | None:
    return next((offer for offer in sitting.offers() if is_cut(sitting, offer)), None)


def _continue_offer(sitting: Sitting, offer: Offer, text: str, message: str) -> bool:
    """What waits for a choice goes on; whether it is too long is judged when it is chosen."""
    question = sitting.position().question(offer.question)
    if question is None or not isinstance(question.read, Text):
        return False
    keep(sitting, offer.question, joined(offer.value, text), message)
    ask.show(sitting)
    return True
