"""All that a programme ever says unasked to one sort of person: from when, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from handlers.programme_file import Milestone, ProgrammeFile
from handlers.programme_file.fields import Offset
from tests.oracle_days import DAY, Table, at_work, free_run, nth
from tests.oracle_spans import Span, months_back, span

Thing = tuple[str, str]


@dataclass(frozen=True)
class Promise:
    """Something to be said from ``due`` on, true until just before ``until``; both aware.

    ``came`` is when it was due before it was put off.
    """

    kind: str
    milestone: str
    offset: Offset
    ahead: bool
    day: date
    due: datetime
    until: datetime
    last: bool = False
    opens: datetime | None = None
    came: datetime | None = None

    @property
    def thing(self) -> Thing:
        return (self.kind, self.milestone)

    @property
    def name(self) -> tuple[str, str, Offset, bool]:
        return (self.kind, self.milestone, self.offset, self.ahead)

    @property
    def sort(self) -> str:
        """Its kind, told apart where one kind is two things in the rules."""
        return "report after" if self.kind == "report" and not self.ahead else self.kind


@dataclass
class Almanac:
    """One sort of person's whole programme, promise by promise."""

    programme: ProgrammeFile
    role: str
    concerned: tuple[str, ...]
    own_hour: time | None
    weekdays: str | None
    _windows: dict[date, tuple[datetime, datetime, datetime]] = field(default_factory=dict)
    _alive: tuple[datetime | None, list[Promise], list[Promise]] = (None, [], [])

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.programme.timezone)

    @cached_property
    def hour(self) -> time:
        return self.own_hour or self.programme.reminders.hour

    @cached_property
    def office(self) -> Table:
        return at_work(self.programme)

    @cached_property
    def mine(self) -> Table:
        return at_work(self.programme, self.weekdays)

    @cached_property
    def spans(self) -> dict[str, Span]:
        return {one.id: span(self.programme, one) for one in self.programme.milestone}

    @cached_property
    def promises(self) -> list[Promise]:
        return [p for p in self._all() if p.due < p.until]

    @cached_property
    def over(self) -> datetime:
        """When nothing lies ahead any more but what comes each year."""
        return max(
            self.spans[one.id].over or datetime.max.replace(tzinfo=UTC)
            for one in self.programme.milestone
            if not one.cancelled and not self.spans[one.id].yearly
        )

    def at(self, day: date, wall: time) -> datetime:
        return datetime.combine(day, wall, tzinfo=self.zone).astimezone(UTC)

    def last_second(self, day: date) -> datetime:
        return self.at(day, time(23, 59, 59))

    def windows(self, day: date) -> tuple[datetime, datetime, datetime]:
        """The day's window, worked out once."""
        if day not in self._windows:
            self._windows[day] = self.window(day)
        return self._windows[day]

    def alive(self, now: datetime) -> tuple[list[Promise], list[Promise]]:
        """What is not yet untrue, and what of it is due by today's hour; once an instant."""
        if self._alive[0] != now:
            hour = self.windows(now.astimezone(self.zone).date())[1]
            true = [p for p in self.promises if now < p.until]
            self._alive = (now, true, [p for p in true if p.due <= max(now, hour)])
        return self._alive[1], self._alive[2]

    def window(self, day: date) -> tuple[datetime, datetime, datetime]:
        """From when a push may go at the earliest, from when by right, and until when."""
        quiet = self.programme.reminders.quiet
        start, ends = quiet.from_, quiet.to
        opens, midnight = self.at(day, self.hour), self.at(day + DAY, time(0))
        if start == ends:
            return opens, opens, midnight
        over_night = start > ends
        asleep = self.hour >= start or self.hour < ends if over_night else start <= self.hour < ends
        if asleep:
            closes = min(opens + timedelta(hours=2), midnight)
        else:
            closes = self.at(day, start) if self.hour < start else midnight
        return min(self.at(day, ends), opens), opens, closes

    def is_quiet(self, wall: time) -> bool:
        quiet = self.programme.reminders.quiet
        if quiet.from_ <= quiet.to:
            return quiet.from_ <= wall < quiet.to
        return wall >= quiet.from_ or wall < quiet.to

    def _all(self) -> Iterator[Promise]:
        said = self.programme.reminders
        for one in self.programme.milestone:
            found = self.spans[one.id]
            if one.cancelled:
                continue
            if one.id in self.concerned:
                yield from self._coming(one, found)
                yield from self._of_samling(one, found)
            if one.id in self._reported_before() and found.first is not None:
                yield from self._report(one, found)
            if self.role == "organiser" and found.month is not None:
                for back in said.date_months_before:
                    day = months_back(found.month, back)
                    until = self.at(found.month, time(0))
                    yield self._before("unset", one, found.month, Offset(back), until, day)

    def _coming(self, one: Milestone, found: Span) -> Iterator[Promise]:
        said, opens = self.programme.reminders, None
        if one.kind == "frist":
            for day in found.each:
                until = found.begins if found.clock and found.begins else self.last_second(day)
                for n in said.deadline_days_before:
                    it = self._before("frist", one, day, n, until)
                    yield replace(it, opens=opens)
                opens = self.at(day + DAY, time(0))
        elif found.first is not None and found.begins is not None:
            offsets = list(said.module_days_before)
            if one.kind == "samling":
                step = self.programme.samling and self.programme.samling.practicalities
                offsets = list(said.samling_days_before)
                offsets += [step.before] if step and "practicalities" not in one.without else []
            for n in offsets:
                yield self._before(one.kind, one, found.first, n, found.begins)

    def _of_samling(self, one: Milestone, found: Span) -> Iterator[Promise]:
        steps = self.programme.samling
        if one.kind != "samling" or found.first is None or found.last is None:
            return
        takes_part = self.role in {"participant", "facilitator"}
        if steps and steps.sign_up and "sign_up" not in one.without and takes_part:
            day = one.sign_up_by or found.first - steps.sign_up.days_before * DAY
            for n in steps.sign_up.ask_days_before:
                it = self._before("signup", one, day, n, self.last_second(day))
                yield replace(
                    it, last=n == min(steps.sign_up.ask_days_before, key=lambda o: o.days)
                )
        if steps and steps.thanks and "thanks" not in one.without and takes_part:
            until = self.at(found.last + 15 * DAY, time(0))
            until = min([until, *self._next_begins(found)])
            yield self._after("thanks", one, found.last, steps.thanks.after, until)
        if self.programme.reflection and self.role == "participant":
            closes = self.last_second(found.last + self.programme.reflection.open_days * DAY)
            it = self._after("reflect", one, found.last, Offset(1, working=True), closes)
            yield self._not_before(it, self._reflection_opens(found))

    def _next_begins(self, found: Span) -> list[datetime]:
        held = [m.id for m in self.programme.milestone if m.kind == "samling" and not m.cancelled]
        begins = [self.spans[one].begins for one in held]
        return [one for one in begins if one and found.begins and one > found.begins]

    def _reflection_opens(self, found: Span) -> datetime:
        if found.ends is not None:
            return found.ends - timedelta(minutes=30)
        assert found.last is not None
        asked = self.at(found.last, self.programme.reminders.hour)
        return max(asked, found.begins) if found.clock and found.begins else asked

    def _reported_before(self) -> set[str]:
        if self.programme.report is None:
            return set()
        if self.programme.report.before is not None:
            return set(self.programme.report.before)
        return {one.id for one in self.programme.milestone if one.kind == "samling"} - {
            next(one.id for one in self.programme.milestone if one.kind == "samling")
        }

    def _report(self, one: Milestone, found: Span) -> Iterator[Promise]:
        said, report = self.programme.reminders, self.programme.report
        assert report is not None
        assert found.first is not None
        assert found.begins is not None
        day = one.report_by or found.first - report.days_before * DAY
        ended = [
            its.over
            for other in self.programme.milestone
            if other.kind in {"samling", one.kind} and other.id != one.id
            if (its := self.spans[other.id]).over is not None and its.over <= found.begins
        ]
        if self.role == "participant":
            for n in said.report_days_before:
                it = self._before("report", one, day, n, self.last_second(day))
                yield self._not_before(it, max(ended, default=None))
            for n in said.report_days_after:
                yield self._after("report", one, day, n, found.begins)
        elif self.role in {"facilitator", "organiser"}:
            for n in said.call_days_after:
                yield self._after("call", one, day, n, found.begins)

    def _before(  # noqa: PLR0913
        self,
        kind: str,
        one: Milestone,
        day: date,
        n: Offset,
        until: datetime,
        on: date | None = None,
    ) -> Promise:
        nominal = on or (nth(self.office, day, -n.days) if n.working else day - n.days * DAY)
        due = nominal if self.mine[nominal] else self._shifted(nominal, day, until)
        if self.at(due, self.hour) >= until:
            due = nth(self.mine, due, -1)
        return Promise(kind, one.id, n, True, day, self.at(due, self.hour), until)  # noqa: FBT003

    def _shifted(self, nominal: date, day: date, until: datetime) -> date:
        first, last = free_run(self.mine, nominal)
        after = last + DAY
        if (last - first).days >= 6 and after < day and self.at(after, self.hour) < until:
            return after
        return first - DAY

    def _after(self, kind: str, one: Milestone, day: date, n: Offset, until: datetime) -> Promise:
        nominal = nth(self.office, day, n.days) if n.working else day + n.days * DAY
        due = nominal if self.mine[nominal] else nth(self.mine, nominal, 1)
        return Promise(kind, one.id, n, False, day, self.at(due, self.hour), until)  # noqa: FBT003

    def _not_before(self, it: Promise, opens: datetime | None) -> Promise:
        if opens is None or it.due >= opens:
            return it
        day = opens.astimezone(self.zone).date()
        while not self.mine[day] or self.at(day, self.hour) < opens:
            day += DAY
        return replace(it, due=self.at(day, self.hour))
