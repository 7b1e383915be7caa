"""Asks what a programme file asks: its questions as a form's, in the language of whoever reads."""

from collections.abc import Iterable
from datetime import date, datetime

from handlers.flow import readers
from handlers.flow.form import Option, Question, Reader
from handlers.flow.numbers import Scale
from handlers.flow.position import Position
from handlers.flow.shown import shown
from handlers.markup import Html, lines, plain, safe
from handlers.programme_file import ProgrammeFile, steps, zone
from handlers.programme_file import Question as Asked
from handlers.tongue import Tongue
from storage.records import ReportAnswer

LIMIT = 2000
"""The most characters in a free text."""


def asking(asked: Iterable[Asked], t: Tongue, today: date) -> tuple[Question, ...]:
    """A programme's questions for one reader; ``today`` is the programme's day, for dates."""
    return tuple(_question(one, t, today) for one in asked)


def today_in(programme: ProgrammeFile, now: datetime) -> date:
    """The day at ``now`` (aware) where the programme is."""
    return now.astimezone(zone(programme)).date()


def as_kept(questions: Iterable[Question], position: Position, t: Tongue) -> list[ReportAnswer]:
    """Every answered question as it is kept: its wording and the answer, as plain text in ``t``.

    ``questions`` are those of ``position`` in the language that they are kept in. A skipped one has
    the value None, and reads so.
    """
    answers = ((one, position.answers.get(one.key)) for one in questions)
    return [
        ReportAnswer(one.key, plain(one.text), found.value, plain(shown(one, found.value, t)))
        for one, found in answers
        if found is not None and found.state != "open"
    ]


def _question(asked: Asked, t: Tongue, today: date) -> Question:
    read = _reader(asked, t, today)
    return Question(
        key=asked.key,
        text=safe(t.pick(asked.ask)),
        read=read,
        options=_options(asked, t),
        optional=asked.optional,
        hint=_labels(asked, read, t),
        free=asked.kind == "text",
        several=asked.kind == "several",
    )


def _reader(asked: Asked, t: Tongue, today: date) -> Reader:
    match asked.kind:
        case "text":
            return readers.text(LIMIT)
        case "choice":
            return readers.choice(_options(asked, t))
        case "several":
            return readers.several(_options(asked, t))
        case "scale":
            return readers.scale(steps(asked)[0], steps(asked)[-1])
        case "number":
            return readers.number(asked.min, asked.max, t.pick(asked.unit or ""))
        case "yesno":
            return readers.yesno()
        case "date":
            return readers.date(today)


def _options(asked: Asked, t: Tongue) -> tuple[Option, ...]:
    return tuple(Option(option.key, t.pick(option.text)) for option in asked.options)


def _labels(asked: Asked, read: Reader, t: Tongue) -> Html | None:
    """What the steps of a scale mean, under how it is answered; None leaves the reader's hint."""
    if not asked.labels or not isinstance(read, Scale):
        return None
    meant = (safe(f"{label.step}: {t.pick(label.text)}") for label in asked.labels)
    return lines(read.hint(t), *meant)
