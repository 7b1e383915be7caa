"""A push is worded when it is about to leave, from what is still true then."""

from collections.abc import Sequence
from datetime import date, datetime

from handlers.markup import Html, bold, paragraphs, plain, split
from handlers.markup import utf16_length as length
from handlers.post import Letter
from handlers.programme_file import milestone
from handlers.remind.buttons import buttons
from handlers.remind.hours import is_early, is_open_hour, is_paused, local_day
from handlers.remind.standing import Register, Standing, reads
from handlers.remind.wording import Line, sentence
from handlers.tongue import Tongue
from storage.records import OutboxRow, Push, PushPart
from storage.shelves.outbox import REMINDER
from storage.unit import Unit

LONGEST = 4096


def compose(unit: Unit, row: OutboxRow, now: datetime) -> Letter | None:
    """Word the push that an outbox row is for, and remember it as told; None: nothing is to go.

    Outside its window, or in a pause, a push does not go: its parts are owed anew in the next
    window. Within it, what is no longer true is moot for good.
    """
    push = unit.pushes.find(row.push) if row.push is not None else None
    person = unit.people.find(push.person) if push is not None else None
    if push is None or person is None:
        return None
    register = Register(unit, now)
    standings = register.of(person.id)
    if not standings or not _is_its_time(standings[0], push, now):
        return None
    true = _still_true(unit, push, register, standings, now)
    if not true:
        return None
    unit.pushes.end_parts(push.id, "told")
    t = reads(person, standings)
    text = _text(t, true, now, details=True)
    if length(plain(text)) > LONGEST:
        text = split(_text(t, true, now, details=False), LONGEST)[0]
    shown = buttons(t, true, push.id, first=_is_first(unit, push))
    return Letter(text, shown, silent=True, priority=REMINDER, push=push.id)


def _is_its_time(standing: Standing, push: Push, now: datetime) -> bool:
    rules, today = standing.rules, local_day(standing.rules, now)
    is_open = is_open_hour(rules, now) or is_early(rules, now)
    return is_open and push.local_date == today and not is_paused(rules, today)


def _is_first(unit: Unit, push: Push) -> bool:
    """Whether nothing was said unasked before, so that the hour may be a bad one."""
    if unit.preferences.of(push.person).hour is not None:
        return False
    said = (p for p in unit.pushes.told(push.person) if p.state == "told" and p.spoken)
    return all(part.push == push.id for part in said)


def _still_true(
    unit: Unit, push: Push, register: Register, standings: Sequence[Standing], now: datetime
) -> list[Line]:
    found: list[Line] = []
    for kept in unit.pushes.parts(push.id):
        if not kept.spoken or kept.state == "moot":
            continue
        line = _line(kept, register, standings, now)
        if line is None:
            unit.pushes.moot(kept.programme, kept.kind, kept.milestone, kept.person)
        else:
            found.append(line)
    order = {one.programme.id: place for place, one in enumerate(standings)}
    return sorted(found, key=lambda one: (order[one.standing.programme.id], *_date(one)))


def _line(
    kept: PushPart, register: Register, standings: Sequence[Standing], now: datetime
) -> Line | None:
    for standing in standings:
        if standing.programme.id != kept.programme:
            continue
        for part in standing.true_parts(now):
            key = (part.key.kind, part.key.milestone, part.key.occasion)
            about = milestone(standing.programme, part.key.milestone)
            if key == (kept.kind, kept.milestone, kept.occasion) and about is not None:
                return Line(standing, part, about, register.ladder(kept.programme))
    return None


def _date(line: Line) -> tuple[date, bool, str, str]:
    """By day; thanks before what is asked of the same samling."""
    key = line.part.key
    return (line.part.day, key.kind != "thanks", key.kind, key.milestone)


def _text(t: Tongue, true: Sequence[Line], now: datetime, *, details: bool) -> Html:
    """Everything, under its programme's name where there is more than one."""
    programmes = {line.standing.programme.id: line.standing.programme for line in true}
    said: list[Html] = []
    for of, programme in programmes.items():
        if len(programmes) > 1:
            said.append(bold(t.pick(programme.name)))
        mine = [line for line in true if line.standing.programme.id == of]
        said.extend(sentence(t, line, now, details=details) for line in mine)
    return paragraphs(*said)
