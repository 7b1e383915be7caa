"""How a question, the page before sending, and an answered question look: text and buttons."""

import zlib
from collections.abc import Sequence
from decimal import Decimal

from handlers.flow import sayings, texts
from handlers.flow.choices import NONE, Choice, Several, chosen
from handlers.flow.form import Option, Question
from handlers.flow.numbers import Scale, canonical, spoken
from handlers.flow.position import Answer, Position
from handlers.flow.readers import NO, YES, YesNo
from handlers.flow.shown import shown
from handlers.flow.steering import NOTHING, TOP_REVISION, Beside, steer, steering, tap
from handlers.markup import (
    Button,
    Html,
    Keyboard,
    bold,
    italic,
    joined,
    lines,
    paragraphs,
    plain,
    safe,
)
from handlers.tongue import Tongue

_MOST_STEPS = 11
_MOST_BUTTONS = 96  # Telegram shows at most a hundred under a message
_IN_A_ROW = 6
_LONG = 30
_SHORT, _HALF = 4, 16  # letters that a button has room for, of six or of two in a row
_FEW = 3


def options_of(question: Question, t: Tongue) -> tuple[Option, ...]:
    """What the question can be answered with by button, none for what must be typed."""
    match question.read:
        case YesNo():
            return (Option(YES, plain(texts.yes(t))), Option(NO, plain(texts.no(t))))
        case Scale() as scale:
            return _steps(scale, t)
        case Choice(options) | Several(options):
            return options
        case _:
            return question.options


def _steps(scale: Scale, t: Tongue) -> tuple[Option, ...]:
    count = int((scale.high - scale.low) / scale.step) + 1
    if count > _MOST_STEPS:
        return ()
    steps: list[Decimal] = [scale.low + n * scale.step for n in range(count)]
    fit = all(canonical(step)[0] != "-" for step in steps)
    return tuple(Option(canonical(step), spoken(step, t)) for step in steps) if fit else ()


def question_page(
    draft: str, position: Position, question: Question, t: Tongue, beside: Beside = NOTHING
) -> tuple[Html, Keyboard]:
    """The question as it stands open, with a proposal and a shortcut where there is one."""
    answer = position.answers.get(question.key)
    text = paragraphs(
        italic(texts.progress(t, position.left, position.total)) if position.total > 1 else None,
        lines(bold(question.text), _hint(question, t)),
        _numbered(question, t),
        _proposal(question, answer, t),
        beside.shortcut.note if beside.shortcut else None,
    )
    rows = _option_rows(draft, question, answer, t)
    return text, (*rows, *steering(draft, position, question, t, beside))


def _hint(question: Question, t: Tongue) -> Html:
    hint = question.hint
    if hint is None and hasattr(question.read, "hint"):
        hint = question.read.hint(t)
    return lines(hint, texts.no_single_persons(t) if question.free else None)


def _numbered(question: Question, t: Tongue) -> Html | None:
    """The options as text as well, where a phone would cut them on buttons, or they are many."""
    options = options_of(question, t)
    if isinstance(question.read, YesNo | Scale) or not options:
        return None
    if len(options) <= _IN_A_ROW and all(len(option.text) <= _LONG for option in options):
        return None
    return lines(*(safe(f"{n}. {option.text}") for n, option in enumerate(options, 1)))


def _proposal(question: Question, answer: Answer | None, t: Tongue) -> Html | None:
    if answer is None or answer.value is None:
        return None
    value = shown(question, answer.value, t)
    if isinstance(question.read, Several):
        return sayings.so_far(t, value)
    return texts.proposal(t, value)


def _option_rows(draft: str, question: Question, answer: Answer | None, t: Tongue) -> Keyboard:
    revision = answer.revision if answer else 0
    several = isinstance(question.read, Several)
    marked = chosen(answer.value) if several and answer else set()
    buttons = [
        Button(
            plain(sayings.picked(t, option.text)) if option.key in marked else option.text,
            tap(draft, question.key, revision, option.key),
        )
        for option in options_of(question, t)
    ]
    if several:
        seal = sealed(answer.value if answer else None)
        done = Button(plain(texts.chosen(t)), tap(draft, question.key, revision, seal))
        return _rows([*buttons, done], 1)
    return _rows(buttons, _beside(buttons))


def _beside(buttons: Sequence[Button]) -> int:
    """How many in a row: so that many answers do not push their question off a phone's screen."""
    longest = max((len(button.text) for button in buttons), default=0)
    if longest <= _SHORT:
        return _IN_A_ROW
    return 2 if longest <= _HALF and len(buttons) > _FEW else 1


def sealed(value: str | None) -> str:
    """What «done choosing» holds: which choice was on the screen, without the choice itself."""
    return f"={zlib.crc32((value or NONE).encode()):08x}"


def review_page(
    draft: str, position: Position, title: Html, stamp: int, t: Tongue
) -> tuple[Html, Keyboard]:
    """Every question with its answer, and what can be done about it."""
    answers = [
        lines(joined(" ", (f"{n}.", bold(question.text))), answer_of(question, position, t))
        for n, question in enumerate(position.questions, 1)
    ]
    changes = [
        steer(
            "change", sayings.change_number(t, n), draft, question.key,
            position.revision(question.key),
        )
        for n, question in enumerate(position.questions, 1)
        if len(position.questions) <= _MOST_BUTTONS
    ]  # fmt: skip
    last = (
        steer("send", texts.send(t), draft, "", stamp & TOP_REVISION),
        steer("stop", texts.stop(t), draft),
    )
    how = None if changes else sayings.page_words(t)
    text = paragraphs(bold(title), texts.all_answered(t), *answers, how)
    return text, (*_rows(changes, 3), last)


def same_stamp(shown: int | None, stamp: int) -> bool:
    """Whether the page that was shown still stands."""
    return shown is not None and shown & TOP_REVISION == stamp & TOP_REVISION


def answer_of(question: Question, position: Position, t: Tongue) -> Html:
    answer = position.answers.get(question.key)
    if answer is None or answer.state == "open":
        return texts.unanswered(t)
    return shown(question, answer.value, t)


def answered(question: Question, value: str | None, t: Tongue) -> Html:
    """The tapped message afterwards: the question with its answer."""
    return lines(bold(question.text), shown(question, value, t))


def _rows(buttons: Sequence[Button], most: int) -> Keyboard:
    return tuple(tuple(buttons[n : n + most]) for n in range(0, len(buttons), most))
