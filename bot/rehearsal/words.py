"""A rehearsal as text for an organiser: figures, a table by person and month, and the messages."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.rehearsal import texts
from bot.rehearsal.audit import Fault
from bot.rehearsal.figures import GOAL, Figures, Month, month_of
from bot.rehearsal.values import UNASKED, Message, Player, Rehearsal
from handlers.markup import plain
from handlers.programme_file import first_day, is_for_individuals, samlinger, zone
from handlers.tongue import Tongue, tongue

_NAME = 38  # signs for whoever a line of the table is about
_SHORT = 100  # signs of a message that is told in short


def in_words(
    played: Rehearsal, counted: Figures, found: Sequence[Fault], *, everything: bool = False
) -> str:
    """The whole in the programme's language; ``everything``: each message that came in full."""
    t = tongue(played.programme.language)
    days = [first_day(one.when) for one in played.programme.milestone]
    if not any(days) and not any(one.cause in UNASKED for one in played.messages):
        return plain(texts.nothing(t))
    writer = _Writer(t, played)
    parts = ["\n".join(writer.summary(counted))]
    if found:
        parts.append("\n".join(writer.faults(found)))
    parts.append("\n".join(writer.table(counted)))
    parts.extend(writer.everything() if everything else writer.calendar())
    return "\n\n\n".join(parts)


class _Writer:
    def __init__(self, t: Tongue, played: Rehearsal) -> None:
        self._t = t
        self._played = played
        self._zone = zone(played.programme)
        self._teams = {one.id: t.pick(one.name) for one in played.programme.team}
        self._people = {one.number: one for one in played.players}
        self._unasked = [one for one in played.messages if one.cause in UNASKED]

    def summary(self, counted: Figures) -> Iterator[str]:
        t, played = self._t, self._played
        yield plain(texts.title(t, t.pick(played.programme.name)))
        yield self._crowd(counted.people)
        yield plain(texts.as_in_life(t))
        yield ""
        yield plain(texts.messages(t, len(played.messages)))
        for cause, number in sorted(counted.causes.items(), key=lambda one: -one[1]):
            yield f"  {plain(texts.cause(t, cause, number))}"
        yield ""
        yield plain(texts.a_month(t, counted.median, counted.most_of_95, counted.most))
        yield plain(texts.goal(t, GOAL, met=counted.median <= GOAL))
        yield plain(texts.when_any(t, counted.median_of_active))
        yield plain(texts.in_fourteen_days(t, counted.in_fourteen_days))
        if (person := counted.busiest_person) is not None and isinstance(person.of, int):
            who = self._name(self._people[person.of])
            yield plain(texts.busiest_person(t, who, person.number))
        if (day := counted.busiest_day) is not None and isinstance(day.of, date):
            yield plain(texts.busiest_day(t, day.of, day.number))
        yield ""
        for kind, number in counted.faults.items():
            yield plain(texts.faults(t, kind, number))

    def faults(self, found: Sequence[Fault]) -> Iterator[str]:
        yield plain(texts.heading_faults(self._t))
        for one in found:
            who = self._name(self._people[one.message.player])
            at = one.message.at.astimezone(self._zone)
            yield f"{at:%Y-%m-%d %H:%M}  {who}: {one.kind} ({one.why})"
            yield f"    {_shortened(one.message.text)}"

    def table(self, counted: Figures) -> Iterator[str]:
        """A line a person, a column a month."""
        yield plain(texts.heading_table(self._t))
        yield plain(texts.table_legend(self._t))
        yield ""
        yield " " * _NAME + _years(counted.months)
        yield " " * _NAME + "".join(f"{month.month:3}" for month in counted.months)
        for number, row in counted.table.items():
            cells = "".join(_cell(row.get(month)) for month in counted.months)
            yield f"{self._name(self._people[number])[: _NAME - 1]:{_NAME}}{cells}"

    def calendar(self) -> Iterator[str]:
        """The first month in full, and the rest in short."""
        t, month = self._t, self._first_month()
        mine = [one for one in self._unasked if self._month(one) == month]
        rest = [one for one in self._unasked if self._month(one) != month]
        answers = sum(
            self._month(one) == month for one in self._played.messages if one.cause not in UNASKED
        )
        full = [plain(texts.heading_month(t, t.month(month.year, month.month))), *self._days(mine)]
        if answers:
            full.append(plain(texts.besides(t, answers)))
        yield "\n\n".join(full)
        yield "\n".join([plain(texts.heading_rest(t)), *self._in_short(rest)])

    def everything(self) -> Iterator[str]:
        heading = plain(texts.heading_all(self._t))
        yield "\n\n".join([heading, *self._days(self._unasked)])

    def _days(self, messages: Sequence[Message]) -> Iterator[str]:
        if not messages:
            yield plain(texts.nothing_unasked(self._t))
        day = None
        for at, same in self._together(messages):
            if day != at.date():
                day = at.date()
                said = self._t.day(day, year=True)
                yield f"{said[:1].upper()}{said[1:]}"
            yield f"{self._t.clock(at)}  {self._whom(same)}\n{_indented(same[0].text)}"

    def _in_short(self, messages: Sequence[Message]) -> Iterator[str]:
        for at, same in self._together(messages):
            yield f"{at:%Y-%m-%d} {self._t.clock(at)}  {self._whom(same)}"
            yield f"    {_shortened(same[0].text)}"

    def _together(self, messages: Sequence[Message]) -> list[tuple[datetime, list[Message]]]:
        """What says the same at the same minute stands once."""
        groups: dict[tuple[datetime, str], list[Message]] = {}
        for one in messages:
            at = one.at.astimezone(self._zone).replace(second=0, microsecond=0)
            groups.setdefault((at, one.text), []).append(one)
        return [(at, same) for (at, _), same in groups.items()]

    def _whom(self, same: Sequence[Message]) -> str:
        t = self._t
        if len(same) == 1:
            return self._name(self._people[same[0].player])
        roles = {self._people[one.player].role for one in same}
        teams = sorted({one.team for one in same if one.team is not None})
        told = []
        if len(teams) == 1:
            told.append(texts.of_team(t, self._teams.get(teams[0], teams[0])))
        elif teams:
            told.append(texts.of_teams(t, len(teams)))
        elif "participant" in roles:
            told.append(texts.participants(t))
        if "facilitator" in roles:
            told.append(texts.facilitators(t))
        if "organiser" in roles:
            told.append(texts.organisers(t))
        return plain(texts.to_so_many(t, t.listed(told), len({one.player for one in same})))

    def _crowd(self, people: int) -> str:
        played = self._played
        first, last = (at.astimezone(self._zone).date() for at in (played.start, played.end))
        if is_for_individuals(played.programme):
            return plain(texts.crowd_alone(self._t, people, first, last))
        return plain(texts.crowd(self._t, people, len(self._teams), first, last))

    def _name(self, who: Player) -> str:
        if who.role == "participant" and who.team is None:
            return who.name
        of = self._teams.get(who.team or "") or plain(texts.role(self._t, who.role)).lower()
        return f"{who.name}, {of}"

    def _first_month(self) -> Month:
        """That of the first samling with a day, or of the first message that nobody asked for."""
        days = [day for one in samlinger(self._played.programme) if (day := first_day(one.when))]
        unasked = [self._month(one) for one in self._unasked]
        start = self._played.start.astimezone(self._zone).date()
        return month_of(min(days)) if days else min(unasked, default=month_of(start))

    def _month(self, one: Message) -> Month:
        return month_of(one.at.astimezone(self._zone).date())


def _years(months: Sequence[Month]) -> str:
    """Each year above its first month; one that has no room is left out."""
    line = ""
    for place, month in enumerate(months):
        if (place == 0 or month.month == 1) and len(line) <= 3 * place:
            line = f"{line:{3 * place}} {month.year}"
    return line


def _cell(number: int | None) -> str:
    return "   " if number is None else f"{number or '·':>3}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()} …"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
