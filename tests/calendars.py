"""A calendar file as another program reads it, and a calendar that obeys RFC 5546.

Nothing here is icalendar's: the file is unfolded, split and unescaped by hand.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

_PARAMETER = re.compile(r';([A-Z-]+)=("[^"]*"|[^";:,]*)')
_NO_LINE_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name, its parameters, and the value as it stands in the file."""

    name: str
    params: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        return re.sub(
            r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], self.value, flags=re.DOTALL
        )


@dataclass(slots=True)
class Component:
    """What stands between a BEGIN and its END."""

    name: str
    lines: list[Line] = field(default_factory=list)
    inside: list["Component"] = field(default_factory=list)

    def every(self, name: str) -> list["Component"]:
        return [one for one in self.inside if one.name == name]

    def has(self, name: str) -> bool:
        return any(line.name == name for line in self.lines)

    def __getitem__(self, name: str) -> Line:
        found = [line for line in self.lines if line.name == name]
        assert len(found) == 1, f"{len(found)} of {name} in {self.name}"
        return found[0]

    def text(self, name: str) -> str:
        return self[name].text


def read(content: bytes) -> Component:
    """The one calendar in a file; every rule on its lines is looked at on the way."""
    raw = content.split(b"\r\n")
    assert raw.pop() == b""
    assert [line for line in raw if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    text = "\r\n".join(line.decode() for line in raw)
    assert _NO_LINE_HOLDS.findall(text) == []
    stack = [Component("")]
    for each in re.sub("\r\n[ \t]", "", text).split("\r\n"):
        line = _line(each)
        if line.name == "BEGIN":
            stack.append(Component(line.value))
        elif line.name == "END":
            done = stack.pop()
            assert done.name == line.value
            stack[-1].inside.append(done)
        else:
            stack[-1].lines.append(line)
    assert [one.name for one in stack[0].inside] == ["VCALENDAR"]
    return stack[0].inside[0]


def events(content: bytes) -> dict[str, Component]:
    """Every entry by its UID, which none shares."""
    found = read(content).every("VEVENT")
    known = {one.text("UID"): one for one in found}
    assert len(known) == len(found)
    return known


def _line(said: str) -> Line:
    name = re.match(r"[A-Z0-9-]+", said)
    assert name is not None, said
    place, params = name.end(), {}
    while found := _PARAMETER.match(said, place):
        params[found[1]] = found[2].strip('"')
        place = found.end()
    assert said[place] == ":", said
    return Line(name[0], params, said[place + 1 :])


def moment(line: Line) -> datetime | date:
    """A value as it stands: a day, a moment on the wall (naive), or an instant (UTC)."""
    if line.params.get("VALUE") == "DATE":
        return datetime.strptime(line.value, "%Y%m%d").date()  # noqa: DTZ007
    if line.value.endswith("Z"):
        return datetime.strptime(line.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return datetime.strptime(line.value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - on the wall


def instant(calendar: Component, line: Line) -> datetime:
    """A moment on the wall as an instant, by the file's own VTIMEZONE; the first if twice."""
    wall, zones = moment(line), calendar.every("VTIMEZONE")
    assert isinstance(wall, datetime)
    if wall.tzinfo is not None:
        return wall
    (zone,) = (one for one in zones if one.text("TZID") == line.params["TZID"])
    known = sorted((at - before, before, after) for at, before, after in _all(zone, wall.year))
    aheads = {ahead for _, *both in known for ahead in both}
    fitting = [wall - ahead for ahead in aheads if _ahead(known, wall - ahead) == ahead]
    return min(fitting).replace(tzinfo=UTC)


Onset = tuple[datetime, timedelta, timedelta]


def _ahead(known: list[Onset], at: datetime) -> timedelta:
    passed = [after for onset, _, after in known if onset <= at]
    assert passed, "the zone in the file says nothing of that time"
    return passed[-1]


def _all(zone: Component, year: int) -> Iterator[Onset]:
    for part in zone.inside:
        yield from _onsets(part, year)


def _onsets(part: Component, year: int) -> Iterator[Onset]:
    start = moment(part["DTSTART"])
    assert isinstance(start, datetime)
    before, after = (_offset(part.text(f"TZOFFSET{end}")) for end in ("FROM", "TO"))
    if not part.has("RRULE"):
        yield start, before, after
        return
    rule = dict(one.split("=") for one in part["RRULE"].value.split(";"))
    assert rule["FREQ"] == "YEARLY"
    for each in range(start.year, year + 1):
        day = _day_of(each, int(rule["BYMONTH"]), rule["BYDAY"])
        yield datetime.combine(day, start.time()), before, after


def _day_of(year: int, month: int, said: str) -> date:
    week, weekday = int(said[:-2]), _WEEKDAYS.index(said[-2:])
    days = [date(year, month, 1) + timedelta(days=n) for n in range(31)]
    found = [day for day in days if day.month == month and day.weekday() == weekday]
    return found[week] if week < 0 else found[week - 1]


def _offset(said: str) -> timedelta:
    ahead = timedelta(hours=int(said[1:3]), minutes=int(said[3:5]))
    return -ahead if said[0] == "-" else ahead


class Owner:
    """Somebody's calendar: what comes in is taken up as RFC 5546 says, and nothing stands twice."""

    def __init__(self) -> None:
        self._held: dict[str, Component] = {}

    def imports(self, content: bytes) -> None:
        calendar = read(content)
        method = calendar.text("METHOD")
        for event in calendar.every("VEVENT"):
            _is_proper(method, event)
            held = self._held.get(event.text("UID"))
            if held is None or _rank(event) >= _rank(held):
                self._held[event.text("UID")] = event

    @property
    def shows(self) -> dict[str, tuple[str, str]]:
        """What stands there, by UID: the title, and when it begins as the file says it."""
        return {
            uid: (event.text("SUMMARY"), event["DTSTART"].value)
            for uid, event in sorted(self._held.items())
            if event.text("STATUS") != "CANCELLED"
        }


def _rank(event: Component) -> tuple[int, str]:
    return int(event.text("SEQUENCE")), event.text("DTSTAMP")


def _is_proper(method: str, event: Component) -> None:
    """What the method's table in RFC 5546 (3.2) asks of an event."""
    for name in ("UID", "DTSTAMP", "SEQUENCE", "ORGANIZER", "SUMMARY", "DTSTART"):
        assert event.has(name), name
    match method:
        case "PUBLISH":
            assert not event.has("ATTENDEE")
        case "REQUEST":
            assert event.has("ATTENDEE")
            assert event.text("STATUS") != "CANCELLED"
        case "CANCEL":
            assert event.text("STATUS") == "CANCELLED"
            assert event.every("VALARM") == []
        case _:
            raise AssertionError(method)
