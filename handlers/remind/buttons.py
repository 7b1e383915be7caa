"""The buttons under a push: what to do about it, later, and at a better hour."""

from collections.abc import Sequence

from handlers.flow.party import party_of
from handlers.markup import Button, Html, Keyboard, column, plain
from handlers.remind import room_texts, texts
from handlers.remind.plan import Kind
from handlers.remind.wording import Line
from handlers.tongue import Tongue

LABEL = 40
_ANSWERS = ("y", "n", "s", "u")
# What one can do something about, and so may put off.
_TO_DO: frozenset[Kind] = frozenset({"report", "signup", "reflect", "unset", "call", "frist"})


def buttons(t: Tongue, true: Sequence[Line], push: str, *, first: bool) -> Keyboard:
    """What each line asks for, then «later», and on somebody's first push a better hour."""
    to_do = [line for line in true if line.part.key.kind in _TO_DO]
    found = [button for line in true for button in _of(t, line, true)]
    if to_do:
        found.append(Button(plain(texts.later_button(t)), f"later:{push}"))
    if first:
        found.append(Button(plain(texts.bad_hour_button(t)), "hour:ask"))
    return column(*found)


def _of(t: Tongue, line: Line, true: Sequence[Line]) -> list[Button]:
    kind = line.part.key.kind
    several = sum(one.part.key.kind == kind for one in true) > 1
    title = t.pick(line.about.title)[:LABEL] if several else ""
    match kind:
        case "report":
            return _report(t, line, title)
        case "reflect":
            absent = _button(t, line, "absent", room_texts.absent_button(t), title)
            return [_button(t, line, "reflect", texts.reflect_button(t), title), absent]
        case "signup" if len(true) == 1:
            return _answers(t, line)
        case "signup":
            return [_button(t, line, "signup", texts.sign_up_button(t), title)]
        case "unset":
            return [_button(t, line, "date", texts.date_button(t), title)]
        case "samling" if len(true) == 1:
            return [_button(t, line, "calendar", texts.calendar_button(t), title)]
        case _:
            return []


def _answers(t: Tongue, line: Line) -> list[Button]:
    """Where it is the only question, it is answered at once."""
    words = texts.answers(t)
    return [
        Button(plain(word), line.standing.press("signup", line.about.id, answer))
        for answer, word in zip(_ANSWERS, words, strict=True)
    ]


def _report(t: Tongue, line: Line, title: str) -> list[Button]:
    """Write it, or say at once that all is as last time, for those who have reported before."""
    programme, member = line.standing.programme, line.standing.member
    found = [_button(t, line, "report", texts.report_button(t), title)]
    party, report = party_of(programme, member), programme.report
    if report is not None and report.measures and party and line.ladder.delivered(party):
        found.append(_button(t, line, "report", texts.as_last_button(t), title, "same"))
    return found


def _button(t: Tongue, line: Line, word: str, label: Html, title: str, *verb: str) -> Button:
    said = texts.about(t, label, title) if title else label
    return Button(plain(said), line.standing.press(word, *verb, line.about.id))
