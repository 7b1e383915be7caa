"""A milestone's agenda as people read it: its points in order, each day named where several."""

from handlers.markup import Html, joined, lines, safe
from handlers.programme_file.schema import AgendaItem, Milestone
from handlers.tongue import Tongue
from handlers.when import At, Unset


def agenda(t: Tongue, milestone: Milestone) -> Html:
    """The points in the file's order; empty where there are none."""
    if not milestone.agenda:
        return Html("")
    days = {item.at.start.date() for item in milestone.agenda if isinstance(item.at, At)}
    told: list[Html] = [t.say("Agenda:")]
    day = None
    for item in milestone.agenda:
        if isinstance(item.at, At) and len(days) > 1 and item.at.start.date() != day:
            day = item.at.start.date()
            told.append(safe(t.day(day)))
        told.append(_point(t, item))
    return lines(*told)


def _point(t: Tongue, item: AgendaItem) -> Html:
    who = f"({t.pick(item.who)})" if item.who else ""
    return joined(" ", ("•", _hours(t, item), t.pick(item.what), who))


def _hours(t: Tongue, item: AgendaItem) -> str:
    match item.at:
        case At(start, None):
            return t.clock(start)
        case At(start, end) if end and end.date() == start.date():
            return f"{t.clock(start)}–{t.clock(end)}"
        case Unset():
            return ""
        case when:
            return t.when(when)
