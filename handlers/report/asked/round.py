"""The status round: each open measure and aim with one tap, and what is new on the way."""

from collections.abc import Iterator, Mapping

from handlers.flow import readers
from handlers.flow.form import Option, Question
from handlers.markup import Html, lines, safe
from handlers.progress.states import (
    TELLS_WHY,
    aim_options,
    measure_options,
)
from handlers.progress.texts import aim_state, measure_state
from handlers.report.asked import texts
from handlers.report.asked.lines import Lines, key_of
from handlers.report.asked.work import (
    NEW_AIMS,
    NEW_MEASURES,
    Work,
    aim_key,
    measure_key,
    note_key,
)
from handlers.tongue import Tongue
from storage.records import Aim, AimState, Measure, MeasureState

MOST_AT_ONCE = 10
LONGEST_WORDING = 200
LONGEST_REASON = 300  # as in /measures


def round_questions(
    work: Work, answers: Mapping[str, str], t: Tongue, *, alone: bool
) -> Iterator[Question]:
    """The questions about aims and measures, given the answers; ``alone``: asked of one person.

    Where there is none yet, they are asked for in words, one a line, and each is then asked about.
    """
    if work.writes_aims:
        yield _lines(NEW_AIMS, texts.ask_aims(t, alone=alone))
    for aim in work.aims:
        yield from _measures(work, answers, t, aim)
        yield _aim(aim, work.last_aim(aim), t)
    for line in work.new_aims(answers.get(NEW_AIMS)):
        yield _new_aim(line, t)
    yield from _measures(work, answers, t, None)
    if work.writes_new:
        yield _lines(NEW_MEASURES, texts.ask_measures(t, alone=alone, more=bool(work.measures)))
        for line in work.new_measures(answers.get(NEW_MEASURES)):
            yield from _new_measure(line, answers, t)


def new_aim_key(line: str) -> str:
    return f"-g{key_of(line)}"


def new_measure_key(line: str) -> str:
    return f"-n{key_of(line)}"


def new_note_key(line: str) -> str:
    return f"-v{key_of(line)}"


def _lines(key: str, ask: Html) -> Question:
    return Question(key, ask, Lines(MOST_AT_ONCE, LONGEST_WORDING), optional=True, free=True)


def _measures(
    work: Work, answers: Mapping[str, str], t: Tongue, aim: Aim | None
) -> Iterator[Question]:
    for measure in work.towards(aim):
        last = work.last_measure(measure)
        options, hint = measure_options(t, last), _about(measure, aim, last, t)
        yield _state(measure_key(measure), measure.wording, options, hint)
        if answers.get(measure_key(measure)) in TELLS_WHY:
            yield _why(note_key(measure), measure.wording, t)


def _new_measure(line: str, answers: Mapping[str, str], t: Tongue) -> Iterator[Question]:
    key = new_measure_key(line)
    yield _state(key, line, measure_options(t, None), texts.ask_state(t))
    if answers.get(key) in TELLS_WHY:
        yield _why(new_note_key(line), line, t)


def _aim(aim: Aim, last: AimState | None, t: Tongue) -> Question:
    before = texts.last(t, aim_state(t, last)) if last else None
    hint = lines(texts.ask_attainment(t), before)
    return _state(aim_key(aim), aim.wording, aim_options(t, last), hint)


def _new_aim(line: str, t: Tongue) -> Question:
    return _state(new_aim_key(line), line, aim_options(t, None), texts.ask_attainment(t))


def _state(key: str, wording: str, options: tuple[Option, ...], hint: Html) -> Question:
    return Question(key, safe(wording), readers.choice(options), options, hint=hint)


def _why(key: str, wording: str, t: Tongue) -> Question:
    ask = texts.ask_why(t, wording)
    return Question(key, ask, readers.text(LONGEST_REASON), optional=True, free=True)


def _about(measure: Measure, aim: Aim | None, last: MeasureState | None, t: Tongue) -> Html:
    """What helps to remember it: its aim, how it stood, its date and who is to see to it."""
    return lines(
        texts.ask_state(t),
        texts.towards(t, aim.wording) if aim else None,
        texts.last(t, measure_state(t, last)) if last else None,
        texts.due(t, t.day(measure.due, year=True)) if measure.due else None,
        texts.responsible(t, measure.responsible) if measure.responsible else None,
    )
