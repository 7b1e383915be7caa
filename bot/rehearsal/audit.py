"""The auditor: reads what was sent, and when, against the programme file and what people did."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from bot.rehearsal.days import hours, is_off, is_quiet, is_theirs
from bot.rehearsal.truth import begins, is_on, true_until
from bot.rehearsal.values import UNASKED, Message, Part, Rehearsal, Wish
from handlers.programme_file import Milestone, first_day, milestone, zone
from handlers.when import Yearly

FaultKind = Literal["duplicate", "stale", "out-of-hours", "after-delivery", "too-many"]
KINDS: tuple[FaultKind, ...] = (
    "duplicate", "stale", "out-of-hours", "after-delivery", "too-many",
)  # fmt: skip
MOST = 3
IN_DAYS = 14
_SOON = timedelta(hours=48)
_WEEKEND = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """One message that should not have gone out as it did, and why, in English."""

    kind: FaultKind
    message: Message
    why: str


def audit(played: Rehearsal) -> list[Fault]:
    """Every fault, in the order of the messages."""
    auditor = _Auditor(played)
    found = [fault for look in auditor.looks for fault in look()]
    return sorted(found, key=lambda one: (one.message.at, one.message.player, one.kind))


class _Auditor:
    def __init__(self, played: Rehearsal) -> None:
        self._played = played
        self._zone = zone(played.programme)
        self._unasked = [one for one in played.messages if one.cause in UNASKED]
        self._pushes: dict[int, list[Message]] = defaultdict(list)
        for one in self._unasked:
            if one.cause == "push":
                self._pushes[one.player].append(one)
        self._wishes: dict[int, list[Wish]] = defaultdict(list)
        for wish in played.wishes:
            self._wishes[wish.player].append(wish)
        self._done: dict[tuple[str, object, str], datetime] = {}
        for done in played.done:
            whose = done.team if done.deed == "delivered" and done.team else done.player
            self._done.setdefault((done.deed, whose, done.milestone), done.at)

    @property
    def looks(self) -> Sequence[Callable[[], Iterator[Fault]]]:
        return (
            self._duplicates,
            self._told_twice,
            self._stale,
            self._out_of_hours,
            self._after_delivery,
            self._too_many,
        )

    # Twice the same

    def _duplicates(self) -> Iterator[Fault]:
        seen: set[tuple[int, str, date]] = set()
        for one in self._unasked:
            same = (one.player, one.text, self._day(one))
            if same in seen:
                yield Fault("duplicate", one, "the same words on the same day")
            seen.add(same)

    def _told_twice(self) -> Iterator[Fault]:
        """The same reason twice, though nothing was moved, and nobody had put it off."""
        seen: dict[tuple[int, Part, object], Message] = {}
        for one in self._unasked:
            programme = self._played.programme_at(one.at)
            for part in one.parts:
                about = milestone(programme, part.milestone)
                same = (one.player, part, self._occasion(one, about))
                before = seen.get(same)
                if before is not None and not self._was_put_off(before, one):
                    yield Fault("duplicate", one, f"{part.kind} {part.milestone} {part.offset}")
                seen[same] = one

    def _occasion(self, one: Message, about: Milestone | None) -> object:
        """What day it was about: a date that comes back each year is another each time."""
        if one.cause == "day" or about is None:
            return self._day(one)
        if isinstance(about.when, Yearly):
            day = self._day(one)
            return day.year + ((day.month, day.day) > (about.when.month, about.when.day))
        return about.when

    def _was_put_off(self, before: Message, again: Message) -> bool:
        return any(
            one.player == again.player and one.push == before.push and one.at <= again.at
            for one in self._played.snoozes
        )

    # Too late to be true

    def _stale(self) -> Iterator[Fault]:
        for one in self._unasked:
            programme = self._played.programme_at(one.at)
            for part in one.parts:
                about = milestone(programme, part.milestone)
                if one.cause == "push" and one.at >= true_until(programme, part):
                    yield Fault("stale", one, f"{part.kind} {part.milestone} is over, or off")
                if one.cause == "day" and not (about and is_on(about, self._day(one))):
                    yield Fault("stale", one, f"it is no day of {part.milestone}")

    # Out of hours

    def _out_of_hours(self) -> Iterator[Fault]:
        for one in self._unasked:
            why = {"push": self._push_hour, "day": self._pause, "notice": self._notice_hour}
            said = why[one.cause](one) if one.cause in why else None
            if said is not None:
                yield Fault("out-of-hours", one, said)

    def _push_hour(self, one: Message) -> str | None:
        programme, wish, day = self._played.programme_at(one.at), self._wish(one), self._day(one)
        if not is_theirs(programme, wish, day):
            return f"{day} is none of their days"
        wall = one.at.astimezone(self._zone).replace(tzinfo=None)
        window = hours(programme, wish, day)
        if datetime.combine(day, window.opens) <= wall < window.closes:
            return None
        hour = datetime.combine(day, window.opens, self._zone)
        cannot_wait = any(true_until(programme, part) <= hour for part in one.parts)
        is_awake = window.early <= wall.time() < window.opens and not is_quiet(
            programme, wall.time()
        )
        return None if cannot_wait and is_awake else f"{wall:%H:%M} is none of their hours"

    def _pause(self, one: Message) -> str | None:
        wish = self._wish(one)
        paused = wish is not None and wish.paused_until and self._day(one) < wish.paused_until
        return "they have a pause" if paused else None

    def _notice_hour(self, one: Message) -> str | None:
        """A change waits for working hours, unless it is about the next two days."""
        programme, day = self._played.programme_at(one.at), self._day(one)
        wall = one.at.astimezone(self._zone).time()
        is_open = day.weekday() < _WEEKEND and not is_off(programme, day)
        if is_open and not is_quiet(programme, wall):
            return None
        return None if self._something_is_near(one.at) else f"{day} {wall:%H:%M}, and no haste"

    def _something_is_near(self, at: datetime) -> bool:
        known = [one for one in self._played.versions if one.at <= at][-2:]
        starts = [
            begins(one.programme, about) for one in known for about in one.programme.milestone
        ]
        return any(start is not None and abs(start - at) <= _SOON for start in starts)

    # After it was done

    def _after_delivery(self) -> Iterator[Fault]:
        for one in self._unasked:
            for part in one.parts:
                if self._was_done(one, part):
                    yield Fault("after-delivery", one, f"{part.kind} {part.milestone} is done")

    def _was_done(self, one: Message, part: Part) -> bool:
        match part.kind:
            case "report":
                deeds: tuple[tuple[str, object], ...] = (("delivered", one.team or one.player),)
            case "signup":
                deeds = (("signed up", one.player),)
            case "reflect":
                deeds = (("reflected", one.player), ("was away", one.player))
            case "call":
                return self._all_delivered(one, part)
            case _:
                return False
        return any(self._before(one, (deed, whose, part.milestone)) for deed, whose in deeds)

    def _before(self, one: Message, done: tuple[str, object, str]) -> bool:
        """Whether that was done before the message, about the day that stood then too."""
        at = self._done.get(done)
        if at is None or at >= one.at:
            return False
        then, now = (self._played.programme_at(moment) for moment in (at, one.at))
        about = [milestone(programme, done[2]) for programme in (then, now)]
        days = [first_day(of.when) if of else None for of in about]
        return done[0] != "signed up" or days[0] == days[1]

    def _all_delivered(self, one: Message, part: Part) -> bool:
        teams = [team.id for team in self._played.programme.team if not team.withdrawn]
        return bool(teams) and all(
            self._before(one, ("delivered", team, part.milestone)) for team in teams
        )

    # Too many

    def _too_many(self) -> Iterator[Fault]:
        for pushes in self._pushes.values():
            days = [self._day(one) for one in pushes]
            for place, one in enumerate(pushes):
                if days.count(days[place]) > 1:
                    yield Fault("too-many", one, "two reminders on one day")
                recent = [day for day in days[: place + 1]
                          if days[place] - timedelta(days=IN_DAYS) < day]  # fmt: skip
                if len(recent) > MOST:
                    yield Fault("too-many", one, f"{len(recent)} reminders in fourteen days")

    def _wish(self, one: Message) -> Wish | None:
        mine = [wish for wish in self._wishes[one.player] if wish.at <= one.at]
        return mine[-1] if mine else None

    def _day(self, one: Message) -> date:
        return one.at.astimezone(self._zone).date()
