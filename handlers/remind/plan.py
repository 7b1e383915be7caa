"""Decides what a person is owed unasked, and at which instants: pure, from dates, rules and now.

Whatever is due and still true is spoken in the first window that is free, all of it in one push.
Nothing is stored but what was told and when, so that downtime, pauses and moved dates need no
repair.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Literal

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
from handlers.remind.shifts import Shift, due_day
from handlers.working_days import is_working, on_or_after

Kind = Literal[
    "samling", "modul", "fase", "frist", "signup", "report", "call", "reflect", "thanks", "unset",
]  # fmt: skip
# What a fortnight's last push is not spent on where something that cannot wait comes soon.
_CAN_WAIT = frozenset({"modul", "fase", "frist", "call", "reflect", "thanks", "unset"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that a person may be told of, at each of its ``shifts`` from its ``day``.

    ``ends`` (aware) is until when what lies ahead may be said: the samling's begin, a deadline,
    the closing of a reflection. ``late_until`` is until when what lies behind may be, where that
    differs: of a report that is overdue until its samling begins (None: never). Nothing is said
    before ``opens``.
    """

    kind: Kind
    milestone: str
    day: date
    ends: datetime
    shifts: tuple[Shift, ...]
    opens: datetime | None = None
    late_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """What a part is remembered by, such as ``("report", "samling-2", "-7")``."""

    kind: Kind
    milestone: str
    occasion: str


@dataclass(frozen=True, slots=True)
class Part:
    """One reason for a push: owed from ``due``, true until just before ``fresh_until`` (UTC).

    ``day`` is the occasion's day, from which ``shift`` is counted. ``last`` says that no later
    part of the occasion speaks of what lies ahead.
    """

    key: Key
    day: date
    due: datetime
    fresh_until: datetime
    shift: Shift
    last: bool = False

    @property
    def cannot_wait(self) -> bool:
        """Whether the last push of a fortnight is kept for it: what is near, and to be done."""
        if self.key.kind == "signup":
            return self.last
        return self.key.kind not in _CAN_WAIT and not self.shift.is_behind

    @property
    def can_wait(self) -> bool:
        """Whether it is put off for such a one."""
        return self.key.kind in _CAN_WAIT or self.shift.is_behind


@dataclass(frozen=True, slots=True)
class Recipient:
    """What is remembered of one person.

    ``told`` holds the local day on which each part was told or covered: a part whose occasion was
    moved, so that it is due after that day, is owed again. ``pushes`` are the local days on which
    they got a push. ``snoozed``: what they asked to hear again, and from which day on. ``days``
    are those that the parts were about as they were told: who chose other days of the week since
    is not told again for that.
    """

    joined_at: datetime
    told: Mapping[Key, date]
    pushes: Collection[date]
    snoozed: Mapping[Key, date] = field(default_factory=dict)
    days: Mapping[Key, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Owed:
    """What one push says, and what need not be said any more once it is out.

    Both are to be remembered as told on the push's local day. No push where nothing is spoken.
    """

    spoken: tuple[Part, ...] = ()
    covered: tuple[Part, ...] = ()


def parts(rules: Rules, occasions: Iterable[Occasion]) -> list[Part]:
    """List every part of the programme in the order in which they come due.

    A part that would come due when it is no longer true does not exist.
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

    Of several shifts of one occasion only the newest speaks. Where waiting for today's hour would
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


def cannot_wait(
    rules: Rules, occasions: Iterable[Occasion], now: datetime, who: Recipient
) -> set[date]:
    """The days after today on which something comes due that is near, and to be done."""
    today = local_day(rules, now)
    return {
        local_day(rules, part.due)
        for part in parts(rules, occasions)
        if part.cannot_wait
        and today < local_day(rules, part.due)
        and not _is_told(rules, part, who)
    }


def next_instant(rules: Rules, occasions: Sequence[Occasion], after: datetime) -> datetime | None:
    """Find the next instant (UTC) at which something may become owed, begin, open or end.

    Whoever asks ``owed`` at each of these instants misses nothing that asking all the time would
    find; where nothing waits for a person, it is empty there. None: there is no such instant.
    """
    named = [
        moment.astimezone(UTC)
        for occasion in occasions
        for moment in (occasion.opens, occasion.ends, occasion.late_until)
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
        for shift in sorted(set(occasion.shifts), key=_signed)
        if (part := _part(rules, occasion, shift)) is not None
    ]
    ahead: dict[tuple[str, str], Part] = {}
    for part in sorted(found, key=_order):
        if not part.shift.is_behind:
            ahead[_of(part)] = part
    return tuple(
        replace(part, last=ahead.get(_of(part)) is part) for part in sorted(found, key=_order)
    )


def _part(rules: Rules, occasion: Occasion, shift: Shift) -> Part | None:
    behind = shift.is_behind and occasion.kind == "report"
    until = occasion.late_until if behind else occasion.ends
    if until is None:
        return None
    due = hour_on(rules, due_day(rules, occasion.day, shift, until))
    if occasion.opens is not None and due < occasion.opens:
        due = hour_from(rules, occasion.opens)
    if due >= until:
        return None
    key = Key(occasion.kind, occasion.milestone, str(shift))
    return Part(key, occasion.day, due, until.astimezone(UTC), shift)


def _choose(
    rules: Rules, everything: Sequence[Part], now: datetime, horizon: datetime, who: Recipient
) -> Owed:
    spoken: list[Part] = []
    covered: list[Part] = []
    for _, group in groupby(sorted(everything, key=_of), key=_of):
        siblings = list(group)
        due = [
            part
            for part in siblings
            if _due(rules, part, who) <= horizon and now < part.fresh_until
        ]
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
    if part.shift.is_behind:
        return joined <= part.day
    if who.joined_at <= part.due:
        return True
    later = any(who.joined_at <= other.due < part.fresh_until for other in siblings)
    return not later and joined < local_day(rules, now)


def _due(rules: Rules, part: Part, who: Recipient) -> datetime:
    """When it is due for them: what they put off, on the first of their days from then on."""
    until = who.snoozed.get(part.key)
    if until is None:
        return part.due
    return max(part.due, hour_on(rules, on_or_after(until, rules.own)))


def _is_told(rules: Rules, part: Part, who: Recipient) -> bool:
    on = who.told.get(part.key)
    if part.key in who.snoozed:
        return False
    if on is None:
        return False
    return who.days.get(part.key) == part.day or on >= local_day(rules, part.due)


def _chances(rules: Rules, part: Part, after: datetime) -> list[datetime]:
    """List the first hour, and the last early morning, at which a part may be spoken of."""
    hour = part.due if part.due > after else hour_from(rules, after, strictly=True)
    last_day = local_day(rules, part.fresh_until)
    chances = [hour]
    if is_working(last_day, rules.own) and part.fresh_until <= hour_on(rules, last_day):
        chances.append(max(part.due, instant(rules, last_day, rules.quiet_to)))
    return [chance for chance in chances if chance < part.fresh_until]


def _of(part: Part) -> tuple[str, str]:
    return (part.key.kind, part.key.milestone)


def _order(part: Part) -> tuple[datetime, str, str, int]:
    return (part.due, *_of(part), part.shift.n)


def _signed(shift: Shift) -> tuple[int, str]:
    return (shift.n, shift.unit)
