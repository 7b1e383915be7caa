"""Reminders of any programme, through any downtime, in the weeks that are difficult."""

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from handlers.remind.hours import Rules
from handlers.remind.plan import Key, Occasion, next_instant, parts
from handlers.remind.shifts import Shift
from handlers.working_days import Calendar, Pause
from tests import oracle_reminders as oracle
from tests.remind_life import LONG_AGO, OSLO, RULES, Life, days, live

Programme = tuple[Rules, list[Occasion], datetime, date]
HARD_DAYS = [
    date(2026, 3, 29),
    date(2026, 4, 5),
    date(2026, 5, 17),
    date(2026, 10, 25),
    date(2026, 12, 31),
    date(2027, 3, 28),
    date(2027, 5, 17),
    date(2027, 7, 12),
    date(2028, 2, 29),
    date(2028, 4, 16),
]
SPAN = 110
CLOCK = [0, 150, 539, 540, 660, 720, 809, 810, 811, 899, 900, 1140, 1260, 1439]
minutes = st.sampled_from([0, 30, 150, 540, 600, 720, 810, 840, 900, 1140, 1410])
working = st.sampled_from(["days", "days", "working"])
before = st.builds(Shift, st.sampled_from([0, -1, -2, -3, -7, -14]), working)
offsets = st.lists(before, min_size=1, max_size=3, unique_by=lambda s: s.n).map(tuple)
behind = st.builds(Shift, st.sampled_from([1, 2, 5]), working)
days_after = st.lists(behind, max_size=2, unique_by=lambda s: s.n).map(tuple)
hours = st.sampled_from([time(13, 30), time(13, 30), time(9), time(7), time(19), time(23)])
quiets = st.sampled_from([(15, 9), (15, 9), (0, 9), (12, 13), (8, 8), (20, 7)])


def moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), OSLO)


@st.composite
def many_rules(draw: st.DrawFn, centre: date) -> Rules:
    quiet_from, quiet_to = draw(quiets)
    starts = draw(st.lists(st.tuples(st.integers(-20, 40), st.integers(0, 28)), max_size=2))
    firsts = [(centre + timedelta(days=after), length) for after, length in starts]
    off = Calendar(tuple(Pause(day, day + timedelta(days=length)) for day, length in firsts))
    return Rules(OSLO, draw(hours), time(quiet_from), time(quiet_to), off, off)


@st.composite
def many_occasions(draw: st.DrawFn, name: str, centre: date) -> list[Occasion]:
    day = centre + timedelta(days=draw(st.integers(-10, 45)))
    begins, last = moment(day, draw(minutes)), day + timedelta(days=draw(st.integers(0, 2)))
    deadline = moment(day - timedelta(days=draw(st.integers(0, 14))), draw(minutes))
    closed = moment(last + timedelta(days=draw(st.integers(1, 8))), draw(minutes))
    over = moment(last, 930)
    timed = draw(st.sampled_from([begins, begins, None]))
    opens = draw(st.sampled_from([None, None, deadline - timedelta(days=3)]))
    shifts = (*draw(offsets), *draw(days_after))
    every = [
        Occasion("samling", name, day, timed or moment(day, 0), draw(offsets)),
        Occasion("report", name, deadline.date(), deadline, shifts, opens, timed),
        Occasion("reflect", name, last, closed, (Shift(1, "working"),), over),
    ]
    return draw(st.lists(st.sampled_from(every), unique=True, min_size=1))


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    centre = draw(st.sampled_from(HARD_DAYS)) + timedelta(days=draw(st.integers(-5, 5)))
    names = [f"s{n}" for n in range(1, draw(st.integers(1, 4)) + 1)]
    occasions = [one for name in names for one in draw(many_occasions(name, centre))]
    joined = moment(
        centre + timedelta(days=draw(st.sampled_from([-40, -40, -7, 0, 5, 20]))), draw(minutes)
    )
    return draw(many_rules(centre)), occasions, joined, centre


def up_sometimes(first: date, joined: datetime, seed: int) -> list[datetime]:
    """Instants of a machine that is down now and then for days, and beats at odd times."""
    dice = random.Random(seed)  # noqa: S311
    beats, day = [], first
    while day < first + timedelta(days=SPAN):
        beats += [moment(day, m) for m in sorted(dice.sample(CLOCK, dice.randint(3, 11)))]
        day += timedelta(days=dice.choice([1, 1, 1, 1, 2, 4, 9]))
    return [beat for beat in beats if beat >= joined]


def regularly(first: date, joined: datetime, step: timedelta) -> list[datetime]:
    start, end = (
        datetime.combine(first, time(), UTC),
        datetime.combine(first + timedelta(days=SPAN), time(), UTC),
    )
    beats = [start + n * step for n in range((end - start) // step)]
    return [beat for beat in beats if beat >= joined]


def in_order(
    said: list[tuple[datetime, tuple[Key, ...]]],
) -> list[tuple[datetime, tuple[Key, ...]]]:
    return [(now, tuple(sorted(spoken, key=repr))) for now, spoken in said]


any_seed = st.integers(0, 2**32)


@settings(max_examples=150, deadline=None)
@given(programmes(), any_seed)
def test_any_programme_with_any_downtime_says_what_the_oracle_says(
    programme: Programme, seed: int
) -> None:
    rules, occasions, joined, centre = programme
    beats = up_sometimes(centre - timedelta(days=40), joined, seed)
    assert in_order(live(occasions, beats, rules, joined)) == oracle.play(
        rules, occasions, beats, joined
    )


@settings(max_examples=120, deadline=None)
@given(programmes(), any_seed)
def test_any_programme_keeps_its_promises(programme: Programme, seed: int) -> None:
    rules, occasions, joined, centre = programme
    life = Life(rules, occasions, joined)
    for now in up_sometimes(centre - timedelta(days=40), joined, seed):
        life.beat(now)
    walls = [now.astimezone(OSLO) for now, _ in life.said]
    spent = [at.date() for at in walls]
    assert len(set(spent)) == len(spent)
    assert [day for day in spent if oracle.is_free_for(rules, day)] == []
    windows = [[x for x in spent if 0 <= (x - day).days < 14] for day in spent]
    assert max(map(len, windows), default=0) <= 3
    allowed = oracle.open_minutes(rules) | oracle.early_minutes(rules)
    assert {at.hour * 60 + at.minute for at in walls} <= allowed
    told = [part for _, found in life.said for part in found.spoken]
    assert len({part.key for part in told}) == len(told)
    assert [1 for now, found in life.said for part in found.spoken if part.fresh_until <= now] == []


@settings(max_examples=120, deadline=None)
@given(programmes())
def test_all_that_is_owed_is_told_at_its_hour_where_the_limit_does_not_bind(
    programme: Programme,
) -> None:
    rules, occasions, _, _ = programme
    every = parts(rules, occasions)
    while len({part.due for part in every}) > 3:
        every = parts(rules, occasions := occasions[:-1])
    assume(every)
    life = Life(rules, occasions, LONG_AGO)
    for now in sorted({part.due for part in every}):
        life.beat(now)
    told = [(now, part) for now, found in life.said for part in (*found.spoken, *found.covered)]
    assert sorted(told, key=repr) == sorted([(part.due, part) for part in every], key=repr)


@settings(max_examples=40, deadline=None)
@given(programmes())
def test_jumping_from_instant_to_instant_says_what_a_beat_each_half_hour_says(
    programme: Programme,
) -> None:
    rules, occasions, joined, centre = programme
    steps = regularly(centre - timedelta(days=40), joined, timedelta(minutes=30))
    jumps, now = [steps[0]], next_instant(rules, occasions, steps[0])
    while now is not None and now <= steps[-1]:
        jumps.append(now)
        now = next_instant(rules, occasions, now)
    assert live(occasions, jumps, rules, joined) == live(occasions, steps, rules, joined)
    assert len(jumps) < len(steps) / 10


def test_a_daily_hour_comes_once_a_day_through_every_change_of_the_clock() -> None:
    first = date(2025, 12, 25)
    lots = [
        Occasion("samling", f"s{n}", day, moment(day, 870), days(0))
        for n in range(1200)
        if not oracle.is_free(day := first + timedelta(days=n), ())
    ]
    found = parts(RULES, lots)
    assert [part.due.astimezone(OSLO) for part in found] == [moment(one.day, 810) for one in lots]


@pytest.mark.parametrize("centre", [*HARD_DAYS, date(2027, 1, 1)])
def test_every_minute_of_a_difficult_week_says_each_thing_once_at_its_hour(centre: date) -> None:
    first = centre - timedelta(days=6)
    near = [centre - timedelta(days=1), centre + timedelta(days=2), centre + timedelta(days=5)]
    lots = [Occasion("samling", str(d), d, moment(d, 900), days(-1)) for d in near]
    beats = [moment(first, 0).astimezone(UTC) + timedelta(minutes=n) for n in range(12 * 24 * 60)]
    said = live(lots, beats)
    assert [now for now, _ in said] == sorted({part.due for part in parts(RULES, lots)})
    assert {now.astimezone(OSLO).time() for now, _ in said} == {time(13, 30)}
