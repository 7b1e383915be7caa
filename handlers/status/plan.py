"""Decides what waits for somebody: from the programme, what they have delivered, and now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.programme_file import Milestone, ProgrammeFile, reports_due
from handlers.timeline import coming
from handlers.waiting import OpenReport, open_reflections, open_reports, open_sign_ups


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is theirs to do, what they have done of what is open, and the next samling."""

    reports: tuple[OpenReport, ...] = ()
    delivered: tuple[Milestone, ...] = ()
    reflections: tuple[Milestone, ...] = ()
    samling: Milestone | None = None
    sign_ups: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many parties have delivered the report before a milestone."""

    milestone: Milestone
    delivered: int
    of: int


def waiting(  # noqa: PLR0913 - what somebody has done, kind by kind
    programme: ProgrammeFile,
    now: datetime,
    *,
    delivered: Collection[str] | None,
    reflected: Collection[str] | None,
    begun: Collection[str] = (),
    signed_up: Mapping[str, str] | None = None,
) -> Waiting:
    """What waits for one person now.

    ``delivered`` are the milestones before which their party has reported, ``reflected`` those
    that they have reflected on; None: it is not theirs to do. A report that their party has
    ``begun`` waits also after the next one has opened. ``signed_up`` is for which days they have
    said whether they come, by milestone.
    """
    reports = _reports(programme, now, begun) if delivered is not None else []
    reflections = open_reflections(programme, now) if reflected is not None else []
    done, answered = delivered or (), reflected or ()
    return Waiting(
        reports=_one_at_a_time([one for one in reports if one.milestone.id not in done]),
        delivered=tuple(one.milestone for one in reports if one.milestone.id in done),
        reflections=tuple(one for one in reflections if one.id not in answered),
        samling=coming(programme, now, "samling"),
        sign_ups=() if signed_up is None else open_sign_ups(programme, now, signed_up),
    )


def counts(
    programme: ProgrammeFile,
    now: datetime,
    parties: Collection[str],
    delivered: Collection[tuple[str, str]],
) -> tuple[Count, ...]:
    """How many of the parties have delivered each open report; never which of them.

    ``delivered`` holds (milestone, party).
    """
    return tuple(
        Count(
            one.milestone,
            sum((one.milestone.id, party) in delivered for party in parties),
            len(parties),
        )
        for one in open_reports(programme, now)
        if parties
    )


def _reports(programme: ProgrammeFile, now: datetime, begun: Collection[str]) -> list[OpenReport]:
    open_now = open_reports(programme, now)
    seen = {one.milestone.id for one in open_now}
    kept = [
        OpenReport(milestone, due, overdue=due is not None and now > due)
        for milestone, due in reports_due(programme)
        if milestone.id in begun and milestone.id not in seen and not milestone.cancelled
    ]
    return [*kept, *open_now]


def _one_at_a_time(reports: list[OpenReport]) -> tuple[OpenReport, ...]:
    """Of those without a deadline only the first: they come one after the other."""
    undated = [one for one in reports if one.due is None]
    return tuple(one for one in reports if one.due is not None or one is undated[0])
