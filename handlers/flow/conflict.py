"""Two versions of one answer: both are shown, and the one who was later chooses."""

from dataclasses import dataclass
from typing import Literal

from handlers.flow import sayings, texts
from handlers.flow.dates import Date
from handlers.flow.form import Question
from handlers.flow.position import Answer
from handlers.flow.readers import Text, YesNo
from handlers.flow.shown import shown
from handlers.flow.sitting import Sitting
from handlers.flow.words import folded
from handlers.markup import Button, Html, Keyboard, column, lines, paragraphs, plain
from storage.records import Offer

OFFER = "o"
"""The first word of the data on these buttons: ``o:<offer>:<word>:<revision>``."""

Choice = Literal["mine", "theirs"]
Kind = Literal["conflict", "delivered", "moved"]

_MINE = {"mine", "mitt", "min", "mitt svar", "bruk mitt", "use mine", "mi"}
_THEIRS = {
    "theirs", "deres", "deira", "det registrerte", "the recorded one", "recorded", "behold",
    "behald",
}  # fmt: skip
_YES = {"ja", "j", "yes", "y"}
_NO = {"nei", "n", "no"}


@dataclass(frozen=True, slots=True)
class Rivals:
    """What the speaker wrote, beside what stands for the same question."""

    offer: Offer
    question: Question
    current: Answer | None
    kind: Kind


def rivals(sitting: Sitting, offer: Offer) -> Rivals | None:
    """None while the offer's question is not asked: it is kept and ignored, as answers are."""
    position = sitting.position()
    question = position.question(offer.question)
    if question is None:
        return None
    current = position.answers.get(offer.question)
    if sitting.is_finished:
        return Rivals(offer, question, current, "delivered")
    is_bare = current is None or (current.state == "open" and current.value is None)
    return Rivals(offer, question, current, "moved" if is_bare else "conflict")


def pending(sitting: Sitting) -> Rivals | None:
    """The first choice that the speaker has still to make here."""
    found = (rivals(sitting, offer) for offer in sitting.offers())
    return next((both for both in found if both is not None), None)


def show(sitting: Sitting, both: Rivals, *lead: Html) -> None:
    """Show both versions, and remember that this is what was shown last."""
    text, buttons = _page(sitting, both)
    sitting.sit(seat_word(both.offer.id), both.current.revision if both.current else 0)
    sitting.say(paragraphs(*lead, text), buttons)


def seat_word(offer: str) -> str:
    """What a seat says was shown, when it was a choice; no question's key has a colon."""
    return f"{OFFER}:{offer}"


def seated_offer(question: str | None) -> str | None:
    """The offer that a seat was shown, if it was one."""
    head, colon, offer = (question or "").partition(":")
    return offer if colon and head == OFFER else None


def _page(sitting: Sitting, both: Rivals) -> tuple[Html, Keyboard]:
    t, question = sitting.t, both.question
    yours = shown(question, both.offer.value, t)
    match both.kind:
        case "delivered":
            return sayings.change_delivered(t, question.text, yours), _yes_or_no(sitting, both)
        case "moved":
            return sayings.use_here(t, question.text, yours), _yes_or_no(sitting, both)
        case "conflict":
            theirs = shown(question, both.current.value if both.current else None, t)
            how = sayings.choose_by_number(t) if _counts(both) else sayings.choose_by_word(t)
            text = paragraphs(lines(question.text, texts.conflict(t, theirs, yours)), how)
            keep = Button(plain(texts.theirs_stands(t)), _data(both, "theirs"))
            use = Button(plain(texts.yours_stands(t)), _data(both, "mine"))
            return text, column(keep, use)


def _yes_or_no(sitting: Sitting, both: Rivals) -> Keyboard:
    yes = Button(plain(texts.yes(sitting.t)), _data(both, "mine"))
    no = Button(plain(texts.no(sitting.t)), _data(both, "theirs"))
    return ((yes, no),)


def _data(both: Rivals, word: Choice) -> str:
    revision = both.current.revision if both.current else 0
    return f"{OFFER}:{both.offer.id}:{word}:{revision}"


def _counts(both: Rivals) -> bool:
    """Whether «1» and «2» can mean nothing but the choice."""
    return isinstance(both.question.read, Text | Date | YesNo)


def typed(both: Rivals, text: str) -> Choice | None:
    """The choice that a text makes, or None: then it is a new answer."""
    words = folded(text)
    if both.kind != "conflict":
        return "mine" if words in _YES | _MINE else "theirs" if words in _NO | _THEIRS else None
    if words in _MINE or (_counts(both) and words == "2"):
        return "mine"
    if words in _THEIRS or (_counts(both) and words == "1"):
        return "theirs"
    return None
