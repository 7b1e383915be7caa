"""Decides what a person is owed unasked, and at which instants: pure, from dates, rules and now.

Whatever is due and still true is spoken in the first window that is free, all of it in one push.
Nothing is stored but what was told and when, so that downtime, pauses and moved dates need no
repair.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Literal, assert_never

from handlers.remind.hours import (
    Rules,
    hour_from,
    hour_on,
    instant,
    is_early,
    is_open_day,
    is_open_hour,
    local_day,
)
from handlers.working_days import is_working, minus, on_or_after, on_or_before

Kind = Literal["samling", "report", "reflect"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something in the programme with an exact day; what has none yields no occasion.

    ``day`` is the samling's first day, the report's last day, or the day after which a reflection
    is asked for (the samling's last). ``ends`` is when the samling is over, the report's deadline,
    or when the reflection closes. Nothing is said before ``opens``. ``begins`` is when the samling
    starts (without: when its day does) or, for a report, the samling it prepares, until which what
    is overdue is spoken of (without: it never is). All instants are aware.
    """

    kind: Kind
    milestone: str
    day: date
    ends: datetime
    opens: datetime | None = None
    begins: datetime | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """What a part is remembered by, such as ``("report", "samling-2", "-7")``."""

    kind: Kind
    milestone: str
    occasion: str


@dataclass(frozen=True, slots=True)
class Part:
    """One reason for a push: owed from ``due``, true until just before ``fresh_until`` (UTC).

    ``day`` is the occasion's day, from which the offset in ``key.occasion`` is counted.
    """

    key: Key
    day: date
    due: datetime
    fresh_until: datetime


@dataclass(frozen=True, slots=True)
class Recipient:
    """What is remembered of one person.

    ``told`` holds the local day on which each part was told or covered: a part whose occasion was
    moved, so that it is due after that day, is owed again. ``pushes`` are the local days on which
    they got a push.
    """

    joined_at: datetime
    told: Mapping[Key, date]
    pushes: Collection[date]


@dataclass(frozen=True, slots=True)
class Owed:
    """What one push says, and what need not be said any more once it is out.

    Both are to be remembered as told on the push's local day. No push where nothing is spoken.
    """

    spoken: tuple[Part, ...] = ()
    covered: tuple[Part, ...] = ()


def parts(rules: Rules, occasions: Iterable[Occasion]) -> list[Part]:
    """List every part of the programme in the order in which they come due.

    What lies ahead is due on the working day before where its day is none, what lies behind on the
    working day after. A part that would come due when it is no longer true does not exist.
    """
    return list(_parts(rules, tuple(occasions)))


def owed(
    rules: Rules,
    occasions: Iterable[Occasion],
    now: datetime,
    who: Recipient,
    *,
    goes: bool = False,
) -> Owed:
    """Decide what one person is to be told now, if anything.

    Of several offsets of one occasion only the newest speaks. Where waiting for today's hour would
    be too late, the push may go as soon as quiet hours end; being today's only push, it takes
    along what is due today. ``goes`` says that the day's push goes now in any case, for another
    programme's sake.
    """
    today = local_day(rules, now)
    if not is_open_day(rules, today, who.pushes):
        return Owed()
    if is_open_hour(rules, now):
        return _choose(rules, parts(rules, occasions), now, now, who)
    if not is_early(rules, now):
        return Owed()
    everything, hour = parts(rules, occasions), hour_on(rules, today)
    waiting = _choose(rules, everything, now, now, who)
    if not goes and all(hour < part.fresh_until for part in waiting.spoken):
        return Owed()
    return _choose(rules, everything, now, hour, who)


def next_instant(rules: Rules, occasions: Sequence[Occasion], after: datetime) -> datetime | None:
    """Find the next instant (UTC) at which something may become owed, begin, open or end.

    Whoever asks ``owed`` at each of these instants misses nothing that asking all the time would
    find; where nothing waits for a person, it is empty there. None: there is no such instant.
    """
    named = [
        moment.astimezone(UTC)
        for occasion in occasions
        for moment in (occasion.begins, occasion.opens, occasion.ends)
        if moment is not None
    ]
    chances = [
        chance for part in parts(rules, occasions) for chance in _chances(rules, part, after)
    ]
    return min((moment for moment in (*named, *chances) if moment > after), default=None)


@lru_cache(maxsize=512)
def _parts(rules: Rules, occasions: tuple[Occasion, ...]) -> tuple[Part, ...]:
    """A team's members have the same, at every beat of the day."""
    found = [
        part
        for occasion in occasions
        for offset in _offsets(rules, occasion)
        if (part := _part(rules, occasion, offset)) is not None
    ]
    return tuple(sorted(found, key=_order))


def _offsets(rules: Rules, occasion: Occasion) -> set[int]:
    match occasion.kind:
        case "samling":
            return {-days for days in rules.samling_days_before}
        case "report":
            return {-days for days in rules.report_days_before} | {*rules.report_days_after}
        case "reflect":
            return {1}
        case _:
            assert_never(occasion.kind)


def _part(rules: Rules, occasion: Occasion, offset: int) -> Part | None:
    fresh_until = _fresh_until(rules, occasion, offset)
    if fresh_until is None:
        return None
    due = hour_on(rules, _working_day(rules, occasion.day, offset, fresh_until))
    if occasion.opens is not None and due < occasion.opens:
        due = hour_from(rules, occasion.opens)
    key = Key(occasion.kind, occasion.milestone, f"{offset:+d}")
    return Part(key, occasion.day, due, fresh_until) if due < fresh_until else None


def _fresh_until(rules: Rules, occasion: Occasion, offset: int) -> datetime | None:
    until: datetime | None
    match occasion.kind:
        case "samling":
            until = occasion.begins or instant(rules, occasion.day, time.min)
        case "report":
            until = occasion.begins if offset > 0 else occasion.ends
        case "reflect":
            until = occasion.ends
        case _:
            assert_never(occasion.kind)
    return None if until is None else until.astimezone(UTC)


def _working_day(rules: Rules, day: date, offset: int, fresh_until: datetime) -> date:
    nominal = day + timedelta(days=offset)
    if offset > 0:
        return on_or_after(nominal, rules.pauses)
    latest = on_or_before(nominal, rules.pauses)
    if hour_on(rules, latest) < fresh_until:
        return latest
    return minus(latest, 1, rules.pauses)


def _choose(
    rules: Rules, everything: Sequence[Part], now: datetime, horizon: datetime, who: Recipient
) -> Owed:
    spoken: list[Part] = []
    covered: list[Part] = []
    for _, group in groupby(sorted(everything, key=_of), key=_of):
        siblings = list(group)
        due = [part for part in siblings if part.due <= horizon and now < part.fresh_until]
        untold = [part for part in due if not _is_told(rules, part, who)]
        if untold and untold[-1] is due[-1] and _concerns(rules, due[-1], siblings, now, who):
            spoken.append(untold.pop())
            covered.extend(untold)
    return Owed(tuple(sorted(spoken, key=_order)), tuple(sorted(covered, key=_order)))


def _concerns(
    rules: Rules, part: Part, siblings: Sequence[Part], now: datetime, who: Recipient
) -> bool:
    """Tell whether a part is for someone who joined then: a late one gets no spam, and no silence.

    What lies behind concerns those who had joined by that day. What came due before they joined is
    left to a later offset; where none will speak in time it is said, but not on the day they join,
    since joining shows what comes next.
    """
    joined = local_day(rules, who.joined_at)
    if int(part.key.occasion) > 0:
        return joined <= part.day
    if who.joined_at <= part.due:
        return True
    later = any(who.joined_at <= other.due < part.fresh_until for other in siblings)
    return not later and joined < local_day(rules, now)


def _is_told(rules: Rules, part: Part, who: Recipient) -> bool:
    on = who.told.get(part.key)
    return on is not None and on >= local_day(rules, part.due)


def _chances(rules: Rules, part: Part, after: datetime) -> list[datetime]:
    """List the first hour, and the last early morning, at which a part may be spoken of."""
    hour = part.due if part.due > after else hour_from(rules, after, strictly=True)
    last_day = local_day(rules, part.fresh_until)
    chances = [hour]
    if is_working(last_day, rules.pauses) and part.fresh_until <= hour_on(rules, last_day):
        chances.append(max(part.due, instant(rules, last_day, rules.quiet_to)))
    return [chance for chance in chances if chance < part.fresh_until]


def _of(part: Part) -> tuple[str, str]:
    return (part.key.kind, part.key.milestone)


def _order(part: Part) -> tuple[datetime, str, str, int]:
    return (part.due, *_of(part), int(part.key.occasion))
