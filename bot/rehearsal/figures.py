"""A rehearsal in figures: how many, how often at most, who gets the most, and the faults."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from bot.rehearsal.audit import IN_DAYS, KINDS, Fault, FaultKind
from bot.rehearsal.values import UNASKED, Cause, Message, Player, Rehearsal
from handlers.programme_file import zone

GOAL = 3
"""The goal: a median of at most so many reminders a person and month."""
Month = date
"""The first of a month."""


@dataclass(frozen=True, slots=True)
class Most:
    """Somebody or some day with the most, and how many."""

    of: date | int
    number: int


@dataclass(frozen=True, slots=True)
class Figures:
    """``table`` holds each person's reminders by month; months before they joined are not in it.

    ``median``, ``most_of_95`` (the 95th percentile) and ``most`` are over all persons and months;
    ``median_of_active`` over those months alone in which somebody got any. ``in_fourteen_days`` is
    the most that anybody got in any fourteen days. ``busiest_person`` has most reminders in all,
    ``busiest_day`` most messages that nobody asked for. What nobody got is None.
    """

    people: int
    causes: Mapping[Cause, int]
    months: tuple[Month, ...]
    table: Mapping[int, Mapping[Month, int]]
    median: float
    median_of_active: float
    most_of_95: int
    most: int
    in_fourteen_days: int
    busiest_person: Most | None
    busiest_day: Most | None
    faults: Mapping[FaultKind, int]


def figures(played: Rehearsal, found: Sequence[Fault]) -> Figures:
    """Count everything once; ``found`` are the auditor's faults."""
    there = zone(played.programme)
    day_of = {id(one): one.at.astimezone(there).date() for one in played.messages}
    pushes = [one for one in played.messages if one.cause == "push"]
    months = tuple(_months(played.start.astimezone(there).date(), _last(played)))
    table = {
        player.number: _by_month(player, months, pushes, day_of, played)
        for player in played.players
        if player.joined_at is not None
    }
    counts = sorted(number for row in table.values() for number in row.values())
    of_players = Counter(one.player for one in pushes)
    of_days = Counter(day_of[id(one)] for one in played.messages if one.cause in UNASKED)
    causes = Counter(one.cause for one in played.messages)
    kinds = Counter(one.kind for one in found)
    return Figures(
        people=len(table),
        causes=dict(causes),
        months=months,
        table=table,
        median=_median(counts),
        median_of_active=_median([number for number in counts if number]),
        most_of_95=counts[-(-len(counts) * 95 // 100) - 1] if counts else 0,
        most=max(counts, default=0),
        in_fourteen_days=_in_fourteen_days(pushes, day_of),
        busiest_person=_most(of_players),
        busiest_day=_most(of_days),
        faults={kind: kinds[kind] for kind in KINDS},
    )


def month_of(day: date) -> Month:
    return day.replace(day=1)


def _by_month(
    player: Player,
    months: Sequence[Month],
    pushes: Sequence[Message],
    day_of: Mapping[int, date],
    played: Rehearsal,
) -> dict[Month, int]:
    assert player.joined_at is not None  # noqa: S101 - the caller's filter
    joined = month_of(player.joined_at.astimezone(zone(played.programme)).date())
    got = Counter(month_of(day_of[id(one)]) for one in pushes if one.player == player.number)
    return {month: got[month] for month in months if month >= joined}


def _in_fourteen_days(pushes: Sequence[Message], day_of: Mapping[int, date]) -> int:
    most = 0
    for player in {one.player for one in pushes}:
        days = sorted(day_of[id(one)] for one in pushes if one.player == player)
        for day in days:
            within = timedelta(days=IN_DAYS)
            most = max(most, sum(day <= other < day + within for other in days))
    return most


def _last(played: Rehearsal) -> date:
    """The day of the last thing that anybody was sent unasked, or of the start."""
    unasked = [one.at for one in played.messages if one.cause in UNASKED]
    return max([played.start, *unasked]).astimezone(zone(played.programme)).date()


def _months(first: date, last: date) -> Iterator[Month]:
    month = month_of(first)
    while month <= last:
        yield month
        month = month_of(month + timedelta(days=31))


def _median(counts: Sequence[int]) -> float:
    return float(median(counts)) if counts else 0.0


def _most(counted: Mapping[int, int] | Mapping[date, int]) -> Most | None:
    """The first of those with the most."""
    found = [Most(of, number) for of, number in counted.items()]
    return min(found, key=lambda one: (-one.number, _order(one.of)), default=None)


def _order(of: date | int) -> int:
    return of.toordinal() if isinstance(of, date) else of
