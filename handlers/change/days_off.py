"""What an organiser may have overlooked in a change: days on which people are not at work."""

from collections.abc import Iterator
from datetime import date, timedelta

from handlers.change import form_texts as texts
from handlers.changed import Facts, facts_of
from handlers.markup import Html, lines
from handlers.programme_file import ProgrammeFile, first_day, last_day
from handlers.remind.occasions import rules
from handlers.tongue import Tongue
from handlers.working_days import is_working


def warnings(t: Tongue, before: ProgrammeFile, after: ProgrammeFile, milestone_id: str) -> Html:
    """A line for each new day that is a day off there, by the programme's own calendar as well."""
    was, now = facts_of(before, milestone_id), facts_of(after, milestone_id)
    if now is None or now.cancelled:
        return Html("")
    said = []
    if (day := _first_off(after, _held_on(now))) and (was is None or was.when != now.when):
        said.append(texts.is_day_off(t, t.day(day, year=True)))
    for old, new, words in (
        (was and was.report_by, now.report_by, texts.report_on_day_off),
        (was and was.sign_up_by, now.sign_up_by, texts.sign_up_on_day_off),
    ):
        if new and new != old and _first_off(after, (new,)):
            said.append(words(t, t.day(new, year=True)))
    return lines(*said)


def _held_on(now: Facts) -> Iterator[date]:
    """Its days; of a phase the ends alone, for it goes on over weekends."""
    first, last = first_day(now.when), last_day(now.when)
    if first is None or last is None:
        return
    step = last - first if now.kind == "fase" and last > first else timedelta(days=1)
    while first <= last:
        yield first
        first += step


def _first_off(programme: ProgrammeFile, days: Iterator[date] | tuple[date, ...]) -> date | None:
    calendar = rules(programme).calendar
    return next((day for day in days if not is_working(day, calendar)), None)
