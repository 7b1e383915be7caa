"""An empty form as values: what is asked, and how each question is to be filled in on paper."""

from dataclasses import dataclass
from typing import Literal

from handlers.flow.choices import Several
from handlers.flow.dates import Date
from handlers.flow.form import Option, Question, Questions
from handlers.flow.numbers import Number, Scale
from handlers.flow.page import options_of
from handlers.markup import Html, lines, plain
from handlers.papers.gather import clean
from handlers.report.template import texts
from handlers.tongue import Tongue

Kind = Literal["text", "line", "one", "several", "date"]


@dataclass(frozen=True, slots=True)
class Field:
    """One question on paper: its key, its wording, what helps to answer it, and how it is answered.

    ``one`` and ``several`` choose among ``options``; ``line`` is a text without line breaks.
    """

    key: str
    wording: str
    hint: str
    kind: Kind
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that paper asks; ``after`` are the only answers before it that lead there."""

    question: Question
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A whole form: ``identifier`` says whose it is and before what, as ``mark`` writes it.

    ``lead`` stands above the questions; ``asked`` and ``answered`` head the two columns; ``choose``
    and ``write`` stand where nothing is answered yet; ``kept`` stands before the identifier.
    """

    title: str
    lead: tuple[str, ...]
    asked: str
    answered: str
    choose: str
    write: str
    kept: str
    fields: tuple[Field, ...]
    identifier: str
    language: str


def mark(programme: str, party: str, milestone: str) -> str:
    """What a form carries, so that it finds home again."""
    return f"mellom:{programme}/{party}/{milestone}"


def marked(identifier: str) -> tuple[str, str, str] | None:
    """The programme, party and milestone of a form; None for what ``mark`` never wrote."""
    if not identifier.startswith("mellom:"):
        return None
    programme, _, rest = identifier.removeprefix("mellom:").partition("/")
    party, _, milestone = rest.rpartition("/")
    return (programme, party, milestone) if programme and party and milestone else None


def every_question(asked: Questions, t: Tongue) -> tuple[Asked, ...]:
    """What paper asks: all that is asked at first, and what may follow an answer at once."""
    first = asked({})
    known = {one.key for one in first}
    found: list[Asked] = []
    for question in first:
        found.append(Asked(question))
        following = _following(asked, question, t)
        found += [one for one in following if one.question.key not in known]
        known |= {one.question.key for one in following}
    return tuple(found)


def fields_of(asked: tuple[Asked, ...], t: Tongue) -> tuple[Field, ...]:
    """The questions on paper, in the language that they are worded in."""
    return tuple(_field(one.question, one.after, t) for one in asked)


def _following(asked: Questions, question: Question, t: Tongue) -> list[Asked]:
    """What stands after a question once it is answered so, and with which answers."""
    after: dict[str, list[str]] = {}
    questions: dict[str, Question] = {}
    for option in options_of(question, t):
        now = asked({question.key: option.key})
        places = [place for place, one in enumerate(now) if one.key == question.key]
        for new in now[places[0] + 1 : places[0] + 2] if places else ():
            questions[new.key] = new
            after.setdefault(new.key, []).append(option.text)
    return [Asked(one, tuple(after[key])) for key, one in questions.items()]


def _field(question: Question, after: tuple[str, ...], t: Tongue) -> Field:
    hint = lines(texts.only_after(t, after) if after else None, _hint(question, t))
    return Field(
        question.key,
        clean(plain(question.text)),
        clean(plain(hint)),
        _kind(question, t),
        tuple(Option(one.key, clean(one.text), one.reads) for one in options_of(question, t)),
    )


def _kind(question: Question, t: Tongue) -> Kind:
    match question.read:
        case Several():
            return "several"
        case Date():
            return "date"
        case _ if options_of(question, t):
            return "one"
        case Number() | Scale():
            return "line"
        case _:
            return "text"


def _hint(question: Question, t: Tongue) -> Html | None:
    """What is said beside the question; how to tap an answer says nothing on paper."""
    if question.hint is None and not options_of(question, t) and hasattr(question.read, "hint"):
        hint: Html = question.read.hint(t)
        return hint
    return question.hint
