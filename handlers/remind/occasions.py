"""What of a programme file concerns reminders: its rules, and what one person may be told of."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.concerned import concerns
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    instant,
    last_day,
    last_second,
    on_days,
    reflection_closes,
    reflection_opens,
    reports_due,
    samlinger,
    sign_up_due,
    starts_at,
    takes,
    yearly_next,
    zone,
)
from handlers.programme_file.remembered import remembered
from handlers.remind.hours import Rules
from handlers.remind.plan import Occasion
from handlers.remind.shifts import Shift, after, before
from handlers.timeline import begins_at, in_time
from handlers.waiting import open_reports
from handlers.when import At, InSeason, Month, Yearly
from handlers.working_days import Calendar, Pause
from storage.records import Membership, SignUp

THANKS_LAST = 14  # days


@remembered
def rules(programme: ProgrammeFile) -> Rules:
    """When a programme's people may be disturbed, as its file says."""
    said = programme.reminders
    calendar = Calendar(
        pauses=tuple(Pause(days.first, days.last) for days in said.pauses),
        christmas=said.off.christmas,
        easter=said.off.easter,
        squeezed=said.off.squeezed,
        weeks=said.off.common_holiday,
    )
    return Rules(
        zone=zone(programme),
        hour=said.hour,
        quiet_from=said.quiet.from_,
        quiet_to=said.quiet.to,
        calendar=calendar,
        own=calendar,
    )


def ahead(programme: ProgrammeFile, member: Membership, now: datetime) -> list[Occasion]:
    """The samlinger, modules, phases and deadlines with a day that concern a member."""
    found = []
    for one in programme.milestone:
        if one.cancelled or not concerns(programme, one, member):
            continue
        day, ends = _day(programme, one, now), _until(programme, one, now)
        if day is not None and ends is not None:
            shifts = _shifts(programme, one)
            found.append(Occasion(one.kind, one.id, day, ends, shifts))
    return found


def reports(
    programme: ProgrammeFile, delivered: Collection[str], now: datetime, *, first: bool
) -> list[Occasion]:
    """The reports with a deadline that a party can fill in at ``now`` and has not delivered.

    ``first``: whether this member hears of it before the deadline as well.
    """
    fillable = {one.milestone.id for one in open_reports(programme, now)}
    said = programme.reminders
    early = before(*said.report_days_before) if first else ()
    shifts = (*early, *after(*said.report_days_after))
    return [
        Occasion(
            "report", one.id, _local(programme, due), due, shifts,
            late_until=begins_at(programme, one),
        )
        for one, due in reports_due(programme)
        if due is not None and one.id in fillable and one.id not in delivered
    ]  # fmt: skip


def calls(programme: ProgrammeFile, missing: Collection[str]) -> list[Occasion]:
    """The reports that are so late that somebody may ring: ``missing`` by their milestones."""
    shifts = after(*programme.reminders.call_days_after)
    return [
        Occasion("call", one.id, _local(programme, due), begins, shifts)
        for one, due in reports_due(programme)
        if due is not None and one.id in missing
        if (begins := begins_at(programme, one)) is not None
    ]


def sign_ups(
    programme: ProgrammeFile, member: Membership, answers: Mapping[str, SignUp]
) -> list[Occasion]:
    """The samlinger of which a member has not said whether they come.

    Who does not know yet is asked once more, shortly before the deadline.
    """
    found: list[Occasion] = []
    if programme.samling is None or programme.samling.sign_up is None:
        return found
    every = before(*programme.samling.sign_up.ask_days_before)
    for one in samlinger(programme):
        due = sign_up_due(programme, one)
        if due is None or not concerns(programme, one, member):
            continue
        shifts = every
        said = answers.get(one.id)
        if said is not None and said.asked_for == on_days(one):
            shifts = shifts and (max(shifts, key=lambda s: s.n),) if said.answer == "unsure" else ()
        if shifts:
            found.append(Occasion("signup", one.id, _local(programme, due), due, shifts))
    return found


def reflections(programme: ProgrammeFile, given: Collection[str]) -> list[Occasion]:
    """The reflections that a person has not given."""
    found = []
    for one in samlinger(programme):
        opens, closes = reflection_opens(programme, one), reflection_closes(programme, one)
        day = last_day(one.when)
        if opens and closes and day and one.id not in given:
            found.append(Occasion("reflect", one.id, day, closes, (Shift(1, "working"),), opens))
    return found


def thanks(programme: ProgrammeFile, member: Membership) -> list[Occasion]:
    """The thanks after each samling, until the next begins or a fortnight has gone."""
    found = []
    row = [one for one in in_time(programme) if one.kind == "samling"]
    for place, one in enumerate(row):
        day = last_day(one.when)
        if day is None or not takes(programme, one, "thanks"):
            continue
        if not concerns(programme, one, member):
            continue
        following = [begins for later in row[place + 1 :] if (begins := _held(programme, later))]
        until = min([last_second(programme, day + timedelta(days=THANKS_LAST)), *following[:1]])
        found.append(Occasion("thanks", one.id, day, until, _thanks_after(programme)))
    return found


def without_a_date(programme: ProgrammeFile) -> list[Occasion]:
    """The samlinger and modules of which only a month or a season is known."""
    shifts = tuple(Shift(-n, "months") for n in programme.reminders.date_months_before)
    return [
        Occasion("unset", one.id, _local(programme, begins), begins, shifts)
        for one in programme.milestone
        if one.kind in ("samling", "modul") and not one.cancelled
        if isinstance(one.when, Month | InSeason)
        if (begins := begins_at(programme, one)) is not None
    ]


def practicalities_shift(programme: ProgrammeFile, one: Milestone) -> Shift | None:
    """When the practicalities of a samling are told; None where they are not."""
    if programme.samling is None or programme.samling.practicalities is None:
        return None
    if not takes(programme, one, "practicalities"):
        return None
    return before(programme.samling.practicalities.before)[0]


def _shifts(programme: ProgrammeFile, one: Milestone) -> tuple[Shift, ...]:
    said = programme.reminders
    match one.kind:
        case "samling":
            practical = practicalities_shift(programme, one)
            usual = before(*said.samling_days_before)
            return usual if practical is None else (*usual, practical)
        case "modul" | "fase":
            return before(*said.module_days_before)
        case "frist":
            return before(*said.deadline_days_before)


def _thanks_after(programme: ProgrammeFile) -> tuple[Shift, ...]:
    assert programme.samling is not None  # noqa: S101 - the step is taken
    assert programme.samling.thanks is not None  # noqa: S101
    return after(programme.samling.thanks.after)


def _held(programme: ProgrammeFile, one: Milestone) -> datetime | None:
    return None if one.cancelled else begins_at(programme, one)


def _day(programme: ProgrammeFile, one: Milestone, now: datetime) -> date | None:
    if isinstance(one.when, Yearly):
        return yearly_next(programme, one, now)
    return last_day(one.when) if one.kind == "frist" else first_day(one.when)


def _until(programme: ProgrammeFile, one: Milestone, now: datetime) -> datetime | None:
    """Until when it lies ahead: it begins, or the deadline passes."""
    day = _day(programme, one, now)
    if day is None:
        return None
    match one.kind, one.when:
        case "frist", At(start, end):
            return instant(end or start, zone(programme))
        case "frist", _:
            return last_second(programme, day)
        case _:
            starts = starts_at(one, zone(programme))
            return starts or instant(datetime.combine(day, time.min), zone(programme))


def _local(programme: ProgrammeFile, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(programme.timezone)).date()
