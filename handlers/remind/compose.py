"""A push is worded when it is about to leave, from what is still true then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.markup import Button, Html, Keyboard, bold, column, paragraphs, plain, split
from handlers.markup import utf16_length as length
from handlers.post import Letter
from handlers.programme_file import Milestone, milestone, samlinger
from handlers.programme_file.text import Text
from handlers.remind import texts
from handlers.remind.hours import is_early, is_open_hour, local_day
from handlers.remind.plan import Part
from handlers.remind.standing import Register, Standing, reads
from handlers.tongue import Tongue
from storage.records import OutboxRow, Push, PushPart
from storage.shelves.outbox import REMINDER
from storage.unit import Unit

LONGEST = 4096
LABEL = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """One part of a push that is still true."""

    standing: Standing
    part: Part
    about: Milestone


def compose(unit: Unit, row: OutboxRow, now: datetime) -> Letter | None:
    """Word the push that an outbox row is for, and remember it as told; None: nothing is to go.

    Outside its window a push does not go: its parts are owed anew in the next one. Within it, what
    is no longer true is moot for good.
    """
    push = unit.pushes.find(row.push) if row.push is not None else None
    person = unit.people.find(push.person) if push is not None else None
    if push is None or person is None:
        return None
    standings = Register(unit, now).of(person.id)
    if not standings or not _is_its_time(standings[0], push, now):
        return None
    true = _still_true(unit, push, standings, now)
    if not true:
        return None
    unit.pushes.end_parts(push.id, "told")
    t = reads(person, standings)
    text = _text(t, true, now, details=True)
    if length(plain(text)) > LONGEST:
        text = split(_text(t, true, now, details=False), LONGEST)[0]
    buttons = _buttons(t, true)
    return Letter(text, buttons, silent=True, priority=REMINDER, push=push.id)


def _is_its_time(standing: Standing, push: Push, now: datetime) -> bool:
    rules = standing.rules
    is_open = is_open_hour(rules, now) or is_early(rules, now)
    return is_open and push.local_date == local_day(rules, now)


def _still_true(
    unit: Unit, push: Push, standings: Sequence[Standing], now: datetime
) -> list[_Line]:
    found: list[_Line] = []
    for kept in unit.pushes.parts(push.id):
        if not kept.spoken or kept.state == "moot":
            continue
        line = _line(kept, standings, now)
        if line is None:
            unit.pushes.moot(kept.programme, kept.kind, kept.milestone, kept.person)
        else:
            found.append(line)
    order = {one.programme.id: place for place, one in enumerate(standings)}
    return sorted(found, key=lambda one: (order[one.standing.programme.id], _date(one)))


def _line(kept: PushPart, standings: Sequence[Standing], now: datetime) -> _Line | None:
    for standing in standings:
        if standing.programme.id != kept.programme:
            continue
        for part in standing.true_parts(now):
            key = (part.key.kind, part.key.milestone, part.key.occasion)
            about = milestone(standing.programme, part.key.milestone)
            if key == (kept.kind, kept.milestone, kept.occasion) and about is not None:
                return _Line(standing, part, about)
    return None


def _date(line: _Line) -> tuple[object, ...]:
    return (line.part.day, line.part.key.kind, line.part.key.milestone)


def _text(t: Tongue, true: Sequence[_Line], now: datetime, *, details: bool) -> Html:
    """Everything, under its programme's name where there is more than one."""
    programmes = {line.standing.programme.id: line.standing.programme for line in true}
    said: list[Html] = []
    for of, programme in programmes.items():
        if len(programmes) > 1:
            said.append(bold(t.pick(programme.name)))
        mine = [line for line in true if line.standing.programme.id == of]
        said.extend(_sentence(t, line, now, details=details) for line in mine)
    return paragraphs(*said)


def _sentence(t: Tongue, line: _Line, now: datetime, *, details: bool) -> Html:
    title = t.pick(line.about.title)
    today = local_day(line.standing.rules, now)
    days = (line.part.day - today).days
    match line.part.key.kind:
        case "samling":
            todo = _homework(line) if details else None
            return texts.gathering(t, line.about, days, t.pick(todo) if todo else "")
        case "report" if int(line.part.key.occasion) > 0:
            return texts.overdue(t, title, -days, line.part.day)
        case "report":
            return texts.report(t, title, days, line.part.day)
        case "reflect":
            return texts.reflect(t, title, local_day(line.standing.rules, line.part.fresh_until))


def _homework(line: _Line) -> Text | None:
    """What the samling before gave people to do."""
    row = samlinger(line.standing.programme)
    place = row.index(line.about)
    return row[place - 1].homework if place else None


def _buttons(t: Tongue, true: Sequence[_Line]) -> Keyboard:
    kinds = [line.part.key.kind for line in true]
    found: list[Button] = []
    for line in true:
        kind = line.part.key.kind
        if kind == "samling":
            continue
        title = t.pick(line.about.title) if kinds.count(kind) > 1 else ""
        label = texts.report_button(t) if kind == "report" else texts.reflect_button(t)
        if title:
            label = texts.about(t, label, title[:LABEL])
        found.append(Button(plain(label), line.standing.press(kind, line.about.id)))
    return column(*found)
