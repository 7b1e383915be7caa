"""Writes a calendar file: the same values, the same bytes.

What makes a calendar replace an entry stands in docs/decisions/0008-calendar.md.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vCalAddress, vRecur, vText

from handlers.entries import texts
from handlers.entries.entry import Entry
from handlers.entries.file import Method
from handlers.entries.history import Lived
from handlers.entries.mine import Part
from handlers.entries.words import (
    address,
    description,
    in_one_line,
    location,
    organiser,
    summary,
)
from handlers.entries.zone import onsets
from handlers.programme_file import instant
from handlers.tongue import Tongue
from handlers.when import At, Days

_PRODUCT = "-//Mellom//Mellom//NO"
_A_DAY = timedelta(days=1)
_OFTEN = timedelta(hours=4)
_NINE = time(9)
_AN_ADDRESS_OF_NOBODY = "mailto:participant@mellom.invalid"


def written(
    parts: Sequence[Part], t: Tongue, method: Method, name: str | None, *, is_feed: bool = False
) -> bytes:
    """The file with everything in these parts.

    ``name`` is what a calendar shows over it; a single entry has none, since Outlook would make a
    calendar of its own for it.
    """
    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", method)
    if name is not None:
        # As a name of nobody's standard it would not be escaped.
        file.add("x-wr-calname", vText(name))
    if is_feed:  # so often it is looked at: Outlook reads the first, others the second
        file.add("x-published-ttl", "PT4H")
        file.add("refresh-interval", _OFTEN, parameters={"VALUE": "DURATION"})
    for zone in _zones(parts):
        file.add_component(zone)
    for part in parts:
        for one in part.entries:
            file.add_component(_event(part, one, t, method))
    text: bytes = file.to_ical()
    return text


def _zones(parts: Sequence[Part]) -> Iterator[Timezone]:
    """Each zone that a time is told in; a file without any entry has one all the same.

    A calendar file must hold something.
    """
    years: dict[str, list[int]] = {}
    for part in parts:
        for one in part.entries:
            match one.entry.when:
                case At(start, end):
                    there = years.setdefault(part.programme.timezone, [])
                    there += [start.year, (end or start).year]
                case Days():
                    pass
    if not any(part.entries for part in parts):
        years = {part.programme.timezone: [2020] for part in parts} or {"UTC": [2020]}
    for name, found in sorted(years.items()):
        yield _zone(name, min(found), max(found))


def _zone(name: str, first: int, last: int) -> Timezone:
    zone = Timezone()
    zone.add("tzid", name)
    for onset in onsets(name, first, last):
        part = TimezoneDaylight() if onset.is_summer else TimezoneStandard()
        part.add("dtstart", onset.wall)
        part.add("tzoffsetfrom", onset.before)
        part.add("tzoffsetto", onset.after)
        part.add("tzname", onset.name)
        if onset.rule is not None:
            part.add("rrule", vRecur.from_ical(onset.rule))
        zone.add_component(part)
    return zone


def _event(part: Part, one: Lived, t: Tongue, method: Method) -> Event:
    entry, event = one.entry, Event()
    event.add("uid", f"{entry.key}@{part.programme.id}.mellom")
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.changed_at.astimezone(UTC))
    event.add("last-modified", one.changed_at.astimezone(UTC))
    event.add("status", "CANCELLED" if one.ended else "CONFIRMED")
    event.add("transp", "OPAQUE" if _is_busy(one) else "TRANSPARENT")
    event.add("summary", summary(t, part, one))
    event.add("description", description(t, part, one))
    event.add("categories", [in_one_line(texts.category(t))])
    if where := location(t, one):
        event.add("location", where)
    if entry.sort == "milestone" and entry.milestone.link:
        event.add("url", address(entry.milestone.link))
    _place(event, part, entry)
    _invite(event, part, t, method)
    if not one.ended and entry.key not in part.done:
        event.add_component(_alarm(part, one, t))
    return event


def _place(event: Event, part: Part, entry: Entry) -> None:
    """Put it on its days, or at its time on the wall there.

    How long it lasts is said only where the programme says it.
    """
    match entry.when:
        case At(start, end):
            there = {"TZID": part.programme.timezone}
            event.add("dtstart", start, parameters=there)
            if end is not None and end > start:
                event.add("dtend", end, parameters=there)
        case Days(first, last):
            event.add("dtstart", first)
            event.add("dtend", last + _A_DAY)
        case _:
            assert_never(entry.when)


def _invite(event: Event, part: Part, t: Tongue, method: Method) -> None:
    name, mail = organiser(part.programme)
    event.add("organizer", _person(f"mailto:{mail}", name))
    if method != "PUBLISH":
        attendee = _person(_AN_ADDRESS_OF_NOBODY, in_one_line(texts.participant(t)))
        attendee.params["RSVP"] = "FALSE"
        event.add("attendee", attendee)


def _person(mail: str, name: str) -> vCalAddress:
    found = vCalAddress(mail)
    found.params["CN"] = name
    return found


def _alarm(part: Part, one: Lived, t: Tongue) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary(t, part, one))
    alarm.add("trigger", -_ahead(part, one.entry))
    return alarm


def _ahead(part: Part, entry: Entry) -> timedelta:
    """A day before what begins at a time; at nine the day before a deadline or a whole day."""
    match entry.when:
        case At(start) if entry.milestone.kind != "frist":
            return _A_DAY
        case At(start):
            there = ZoneInfo(part.programme.timezone)
            nine = datetime.combine(start.date() - _A_DAY, _NINE)
            return instant(start, there) - instant(nine, there)
        case Days(first):
            midnight = datetime.combine(first, time.min)
            return midnight - datetime.combine(first - _A_DAY, _NINE)
        case _:
            assert_never(entry.when)


def _is_busy(one: Lived) -> bool:
    """A samling takes the day, and so does a module at a time; a deadline or a phase does not."""
    entry = one.entry
    if one.ended or entry.sort != "milestone":
        return False
    kind = entry.milestone.kind
    return kind == "samling" or (kind == "modul" and isinstance(entry.when, At))
