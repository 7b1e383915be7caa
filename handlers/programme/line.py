"""What is said of one milestone, in short: what it is, when, and until when people sign up."""

from datetime import datetime

from handlers.markup import Html, joined, safe
from handlers.programme import texts
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    sign_up_due,
    sign_up_is_binding,
    yearly_next,
    zone,
)
from handlers.timeline import coming, is_over
from handlers.tongue import Tongue
from handlers.when import Month, Yearly


def named(t: Tongue, one: Milestone) -> Html:
    """The title; what is no samling also says what it is."""
    title = safe(t.pick(one.title))
    return title if one.kind == "samling" else joined(", ", (title, texts.kind(t, one.kind)))


def state(t: Tongue, programme: ProgrammeFile, one: Milestone, now: datetime) -> Html:
    """Such as «(avlyst)» or «(over)»; empty for what stands and may come."""
    if one.cancelled:
        return Html(f"({texts.cancelled(t)})")
    return Html(f"({texts.over(t)})" if is_over(programme, one, now) else "")


def when(t: Tongue, programme: ProgrammeFile, one: Milestone, now: datetime) -> Html:
    """The time in words, and whether people are held to it."""
    binds = one.binding and one.kind != "samling" and not one.cancelled
    return joined(", ", (_time(t, programme, one, now), texts.binding(t) if binds else ""))


def _time(t: Tongue, programme: ProgrammeFile, one: Milestone, now: datetime) -> Html:
    """Of a month that has passed or a thing that is cancelled, no date is to come."""
    match one.when:
        case Month(year, month) if one.cancelled or is_over(programme, one, now):
            return safe(t.month(year, month))
        case Yearly() as every if following := yearly_next(programme, one, now):
            return texts.every_year(t, t.when(every), t.day(following, year=True))
        case known:
            return t.when(known, year=True)


def sign_up(t: Tongue, programme: ProgrammeFile, one: Milestone, now: datetime) -> Html:
    """Until when people say whether they come to the samling that comes next; else empty."""
    due = sign_up_due(programme, one)
    if due is None or coming(programme, now, "samling") is not one:
        return Html("")
    last = t.day(due.astimezone(zone(programme)).date(), year=True)
    said = texts.sign_up_by if now <= due else texts.sign_up_is_over
    binding = texts.binding(t) if sign_up_is_binding(programme, one) else ""
    return joined(", ", (said(t, last), binding))
