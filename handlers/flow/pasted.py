"""What somebody wrote as one text, kept as their offers until they say yes or no.

Each part is an offer under ``paste:<question>``, which is no question's key: until the yes nothing
else asks about it. What found no place stands under ``paste::left``, and a text that may go on in
the next message under ``paste:``, whole.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.flow import texts, whole_texts
from handlers.flow.form import Question, Refusal
from handlers.flow.position import Answer, Position, stand
from handlers.flow.shown import shown
from handlers.flow.sitting import Sitting
from handlers.flow.steering import TOP_REVISION, steer
from handlers.markup import Html, bold, lines, paragraphs, plain, safe
from storage.records import AnswerRow, Offer

SEAT = "paste:"
"""What a seat says was shown; also the key under which a text stands that may go on."""
_LEFT = f"{SEAT}:left"
_QUOTED = 500


@dataclass(frozen=True, slots=True)
class Section:
    """What was written to one question: the canonical answer, or why it is none."""

    question: Question
    text: str
    value: str | None
    refusal: Html | None


@dataclass(frozen=True, slots=True)
class Pasted:
    """All of it, in the form's order."""

    sections: tuple[Section, ...]
    left: str

    @property
    def values(self) -> Mapping[str, str]:
        return {one.question.key: one.value for one in self.sections if one.value is not None}


def keep(
    sitting: Sitting, sections: Sequence[tuple[str, str]], left: str, raw: str | None = None
) -> None:
    """Keep the parts in place of what the speaker had pasted before; a blank part is none."""
    withdraw(sitting)
    whole: dict[str, str] = {}
    for key, text in sections:
        whole[key] = "\n".join(filter(None, (whole.get(key), text)))
    parts = {f"{SEAT}{key}": text for key, text in whole.items()}
    parts |= {_LEFT: left, SEAT: raw or ""}
    drafts, said_at = sitting.turn.unit.drafts, sitting.turn.event.said_at
    for key, text in parts.items():
        if text.strip():
            drafts.offer(sitting.draft.id, key, text, sitting.me, said_at)


def withdraw(sitting: Sitting) -> None:
    for offer in _mine(sitting):
        sitting.turn.unit.drafts.withdraw(offer.id)


def raw(sitting: Sitting) -> Offer | None:
    """The text that may go on in the next message."""
    return next((offer for offer in _mine(sitting) if offer.question == SEAT), None)


def pending(sitting: Sitting) -> Pasted | None:
    """What the speaker has pasted, as it reads now; None if nothing waits for a yes or no."""
    kept = {offer.question.removeprefix(SEAT): offer.value for offer in _mine(sitting)}
    left = [kept.pop(_LEFT.removeprefix(SEAT), "")]
    kept.pop("", None)
    if not kept:
        return None
    asked = imagined(sitting, kept).questions
    sections = tuple(_section(sitting, one, kept.pop(one.key)) for one in asked if one.key in kept)
    return Pasted(sections, "\n\n".join(filter(None, (*left, *kept.values()))))


def _mine(sitting: Sitting) -> list[Offer]:
    return [offer for offer in sitting.offers() if offer.question.startswith(SEAT)]


def _section(sitting: Sitting, question: Question, text: str) -> Section:
    try:
        return Section(question, text, question.read(text, sitting.t), None)
    except Refusal as refusal:
        return Section(question, text, None, refusal.sentence)


def imagined(sitting: Sitting, parts: Mapping[str, str]) -> Position:
    """Where the draft would stand with these parts filled in, as far as they can be read.

    The first line of a part counts where all of it is no answer: a heading that this very answer
    brings may stand below.
    """
    position = sitting.position()
    for _ in parts:
        read = {
            q.key: _value(sitting, q, parts[q.key]) for q in position.questions if q.key in parts
        }
        given = {key: Answer(key, "given", value, 1) for key, value in read.items() if value}
        answers = {**position.answers, **given}
        again = stand(sitting.form.questions(sitting.scene), answers.values())
        if [q.key for q in again.questions] == [q.key for q in position.questions]:
            return again
        position = again
    return position


def _value(sitting: Sitting, question: Question, text: str) -> str | None:
    first = text.strip().partition("\n")[0]
    values = (_section(sitting, question, said).value for said in (text, first))
    return next((value for value in values if value is not None), None)


# The page


def show(sitting: Sitting, pasted: Pasted, *lead: Html) -> None:
    """Show what was read and what was not, and ask."""
    t, draft, text = sitting.t, sitting.draft.id, page(sitting, pasted)
    mark = stamp(text)
    sitting.sit(SEAT, mark)
    yes = steer("take", whole_texts.take(t), draft, "", mark)
    no = steer("leave", texts.no(t), draft, "", mark)
    sitting.say(paragraphs(*lead, text, whole_texts.fill_in(t)), ((yes, no),))


def page(sitting: Sitting, pasted: Pasted) -> Html:
    """Everything that a yes would do, and what would find no place."""
    t = sitting.t
    told = whole_texts.delivered(t) if sitting.is_finished else None
    answers = [_read(sitting, one, one.value) for one in pasted.sections if one.value is not None]
    return paragraphs(told, whole_texts.read(t, answers), faults(sitting, pasted))


def faults(sitting: Sitting, pasted: Pasted) -> Html:
    """What could not be read as the answer that it stands under, and what stands nowhere."""
    t = sitting.t
    unread = (
        whole_texts.unread(t, one.question.text, _quoted(one.text), one.refusal)
        for one in pasted.sections
        if one.refusal is not None
    )
    left = whole_texts.left(t, _quoted(pasted.left)) if pasted.left else None
    return paragraphs(*unread, left)


def stamp(page_text: Html) -> int:
    """What a button and a seat hold of the page, so that an old yes says yes to nothing new."""
    return zlib.crc32(plain(page_text).encode()) & TOP_REVISION


def _read(sitting: Sitting, section: Section, value: str) -> Html:
    """What was read, and what it would replace; what another gave is not replaced unasked."""
    row, t, question = sitting.row(section.question.key), sitting.t, section.question
    replaced = row is not None and row.value not in (None, value) and may_replace(sitting, row)
    stands = whole_texts.stands(t, shown(question, row.value, t)) if row and replaced else None
    return lines(bold(question.text), shown(question, value, t), stands)


def may_replace(sitting: Sitting, row: AnswerRow | None) -> bool:
    """Whether a yes to the page writes over what stands: a proposal, or the speaker's own."""
    return row is None or row.state == "open" or (row.by is not None and row.by == sitting.me)


def _quoted(text: str) -> Html:
    return safe(text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…")
