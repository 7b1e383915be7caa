"""What a person ought to be told unasked at an instant, worked out by a second hand.

It knows the programme file and the test's own books of who did what, and nothing of the house: the
rules are read from the page that states them, and played over a table of days.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time

from tests.oracle_almanac import Almanac, Promise, Thing
from tests.oracle_books import Books, Who, is_paused
from tests.oracle_days import nth

# What can wait where a fortnight has no room for it beside what cannot.
CAN_WAIT = {"reflect", "thanks", "report after", "unset", "call", "modul", "fase", "frist"}


def owed(books: Books, who: Who, now: datetime) -> tuple[Promise, ...]:
    """What one person is to be told at ``now`` (aware), if anything."""
    almanac = books.almanac(who)
    today = now.astimezone(almanac.zone).date()
    recent = [day for day in who.pushes if (today - day).days < 14]
    closed = not who.reached or is_paused(who, today) or not almanac.mine[today]
    if closed or today in {*recent, who.tried} or len(recent) >= 3:
        return ()
    early, opens, closes = almanac.windows(today)
    if not early <= now < closes or (now < opens and almanac.is_quiet(_wall(now, almanac))):
        return ()
    if not any(_is_new(books, almanac, who, p, today) for p in almanac.alive(now)[1]):
        return ()
    found = tuple(_ripe(books, almanac, who, now, now, today))
    if now < opens:
        if not any(p.until <= opens for p in found):
            return ()
        found = tuple(_ripe(books, almanac, who, now, opens, today))
    if all(p.sort in CAN_WAIT for p in found) and _is_kept(books, almanac, who, now):
        return ()
    return found


def _is_new(books: Books, almanac: Almanac, who: Who, p: Promise, today: date) -> bool:
    """Whether a look at everything that may be said is worth its time."""
    return not _was_told(p, who, almanac) and books.stands(p, who, today)


def _wall(now: datetime, almanac: Almanac) -> time:
    return now.astimezone(almanac.zone).time()


def _groups(books: Books, almanac: Almanac, who: Who, now: datetime) -> Iterable[list[Promise]]:
    """What may be said of each thing, with the day that it was put off to."""
    today = now.astimezone(almanac.zone).date()
    things: dict[Thing, list[Promise]] = {}
    for p in almanac.alive(now)[0]:
        if books.stands(p, who, today) and _comes_again(almanac, p, now):
            things.setdefault(p.thing, []).append(_put_off(almanac, who, p))
    return things.values()


def _comes_again(almanac: Almanac, p: Promise, now: datetime) -> bool:
    if not almanac.spans[p.milestone].yearly:
        return True
    return now < almanac.over and (p.opens is None or p.opens <= now)


def _put_off(almanac: Almanac, who: Who, p: Promise) -> Promise:
    day = who.snoozed.get(p.name)
    if day is None or who.told[p.name][1] != p.day:
        return p
    first = day if almanac.mine[day] else nth(almanac.mine, day, 1)
    return replace(p, due=almanac.at(first, almanac.hour), came=p.due)


def _ripe(  # noqa: PLR0913
    books: Books, almanac: Almanac, who: Who, now: datetime, horizon: datetime, today: date
) -> Iterator[Promise]:
    for group in _groups(books, almanac, who, now):
        ripe = [p for p in group if p.due <= horizon]
        if not ripe:
            continue
        newest = max(ripe, key=_nearness)
        if not _was_told(newest, who, almanac) and _is_for(newest, group, who, almanac, today):
            yield newest


def _nearness(p: Promise) -> tuple[datetime, int]:
    """What was put off is no newer for it than what was said of the same thing meanwhile."""
    return (p.came or p.due, -p.offset.days)


def _was_told(p: Promise, who: Who, almanac: Almanac) -> bool:
    if p.name in who.snoozed or p.name not in who.told:
        return False
    on, day = who.told[p.name]
    return day == p.day or p.due.astimezone(almanac.zone).date() <= on


def _is_for(p: Promise, group: list[Promise], who: Who, almanac: Almanac, today: date) -> bool:
    """Whether somebody who joined when they did is to hear of it."""
    joined = who.joined.astimezone(almanac.zone).date()
    if p.name in who.snoozed:
        return True
    if not p.ahead:
        return joined <= p.day
    if who.joined <= p.due:
        return True
    later = any(who.joined <= other.due < other.until for other in group)
    return not later and joined < today


def _is_kept(books: Books, almanac: Almanac, who: Who, now: datetime) -> bool:
    """Whether one more push today would be one too many once what cannot wait has come due."""
    today = now.astimezone(almanac.zone).date()
    coming = {
        p.due.astimezone(almanac.zone).date()
        for p in almanac.promises
        if p.sort in {"samling", "report"} or (p.sort == "signup" and p.last)
        if now < p.due and _is_new(books, almanac, who, p, today)
    }
    every = {*who.pushes, today, *coming}
    near = [day for day in coming if 0 < (day - today).days < 14]
    return any(sum(0 <= (day - one).days < 14 for one in every) > 3 for day in near)


def tells(books: Books, who: Who, now: datetime, things: set[Thing]) -> None:
    """Write down that somebody was told of these things now."""
    almanac = books.almanac(who)
    today = now.astimezone(almanac.zone).date()
    horizon = max(now, almanac.at(today, almanac.hour))
    who.pushes.append(today)
    for group in _groups(books, almanac, who, now):
        for p in group:
            if p.thing in things and p.due <= horizon:
                who.told[p.name] = (today, p.day)
                who.snoozed.pop(p.name, None)


def puts_off(books: Books, who: Who, told_at: datetime, things: set[Thing], until: date) -> None:
    """Write down that somebody wants to hear of what they were told then, on that day again."""
    almanac = books.almanac(who)
    on = told_at.astimezone(almanac.zone).date()
    for thing in things:
        told = [p for p in almanac.promises if p.thing == thing and p.name in who.told]
        for p in told:
            if who.told[p.name] == (on, p.day):
                who.snoozed[p.name] = until
