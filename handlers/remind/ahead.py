"""What happens next in all programmes, for those who jump the clock from one thing to another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from handlers.markup import Html
from handlers.post import address_of, has_neither
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    load,
    milestone,
    reflection_closes,
    reports_due,
    sign_up_due,
    starts_at,
    zone,
)
from handlers.remind import ahead_texts
from handlers.remind.beat import due
from handlers.remind.coming import next_chance, turns_of
from handlers.remind.hours import local_day
from handlers.remind.plan import Kind as Reminder
from handlers.remind.room import asked, mornings
from handlers.remind.standing import Register, Standing, heard
from handlers.remind.unheard import passable
from handlers.timeline import begins_at, over_at
from handlers.tongue import Tongue
from storage.records import Person
from storage.unit import Unit

PEOPLE_AT_A_TIME = 200
Named = Literal[
    "room", "morning", "begins", "due", "ends", "deadline", "sign-up", "closes", "news", "message",
]  # fmt: skip
Kind = Reminder | Named
# In the order in which they are named where several happen at once.
_WORDS: Mapping[Kind, Callable[[Tongue, str], Html]] = {
    "report": ahead_texts.comes_report,
    "samling": ahead_texts.comes_gathering,
    "signup": ahead_texts.comes_sign_up,
    "modul": ahead_texts.comes_gathering,
    "fase": ahead_texts.comes_gathering,
    "frist": ahead_texts.comes_reminder_of_due,
    "call": ahead_texts.comes_call,
    "reflect": ahead_texts.comes_reflect,
    "thanks": ahead_texts.comes_thanks,
    "unset": ahead_texts.comes_unset,
    "room": ahead_texts.comes_room,
    "news": ahead_texts.comes_news,
    "morning": ahead_texts.comes_morning,
    "begins": ahead_texts.comes_begins,
    "due": ahead_texts.comes_frist,
    "ends": ahead_texts.comes_ends,
    "deadline": ahead_texts.comes_deadline,
    "sign-up": ahead_texts.comes_sign_up_closes,
    "closes": ahead_texts.comes_closes,
    "message": ahead_texts.comes_message,
}
_RANK = {kind: rank for rank, kind in enumerate(_WORDS)}


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens at an instant (aware, UTC).

    It is a reminder that somebody gets, by its kind, or what the file names: ``room`` is the
    question in the room, ``morning`` the welcome on the day, ``due`` a deadline of its own.
    ``news`` is a change that is told, and ``message`` one that waits in the outbox, of no
    programme.
    """

    at: datetime
    kind: Kind
    milestone: str = ""
    programme: str = ""


def happening(unit: Unit, now: datetime) -> Happening | None:
    """Find what happens first after ``now``; None where nothing lies ahead."""
    register = Register(unit, now)
    named = [one for p in register.programmes.values() for one in _named(p) if one.at > now]
    first = _first(named)
    waiting = unit.outbox.next_due(now)
    if waiting is not None:
        first = _first([*([first] if first else []), Happening(waiting, "message")])
    news = unit.notices.next_due(now)
    if news is not None:
        first = _first([*([first] if first else []), Happening(news, "news")])
    turns = turns_of(register.programmes.values())
    for person in _everyone(unit):
        first = _first(_reminder(unit, register, person, turns, first))
    return first


def sentence(t: Tongue, unit: Unit, what: Happening) -> Html:
    """Say what happens, in words for a button."""
    row = unit.programmes.find(what.programme)
    about = milestone(load(row.body), what.milestone) if row else None
    title = t.pick(about.title) if about else what.milestone
    return _WORDS[what.kind](t, title)


def _named(programme: ProgrammeFile) -> Iterator[Happening]:
    """What the file itself gives an instant: what begins and ends, opens and closes."""
    for one in programme.milestone:
        if one.cancelled:
            continue
        yield from _span(programme, one)
        if signs := sign_up_due(programme, one):
            yield Happening(signs, "sign-up", one.id, programme.id)
        if closes := reflection_closes(programme, one):
            yield Happening(closes, "closes", one.id, programme.id)
    for one, deadline in reports_due(programme):
        if deadline is not None:
            yield Happening(deadline, "deadline", one.id, programme.id)
    for said in asked(programme):
        yield Happening(said.opens, "room", said.milestone, programme.id)
    for said in mornings(programme):
        yield Happening(said.opens, "morning", said.milestone, programme.id)


def _span(programme: ProgrammeFile, one: Milestone) -> Iterator[Happening]:
    begins, over = begins_at(programme, one), over_at(programme, one)
    if first_day(one.when) is None or begins is None or over is None:
        return
    if one.kind == "frist":
        last = starts_at(one, zone(programme)) or over - timedelta(seconds=1)
        yield Happening(last, "due", one.id, programme.id)
        return
    yield Happening(begins, "begins", one.id, programme.id)
    yield Happening(over, "ends", one.id, programme.id)


def _first(found: Iterable[Happening]) -> Happening | None:
    return min(found, key=lambda one: (one.at, _RANK[one.kind]), default=None)


def _everyone(unit: Unit) -> Iterator[Person]:
    after = ""
    while people := unit.people.after(after, PEOPLE_AT_A_TIME):
        yield from people
        after = people[-1].id


def _reminder(
    unit: Unit, register: Register, person: Person, turns: set[datetime], first: Happening | None
) -> Iterator[Happening]:
    """The first reminder that a person gets, unless something comes before; and ``first``."""
    if first is not None:
        yield first
    standings = _standings(unit, register, person)
    at = next_chance(standings, turns, register.now) if standings else None
    while at is not None and (first is None or at <= first.at):
        if at in turns:
            standings = _standings(unit, Register(unit, at), person)
        known = heard(unit, person.id, local_day(standings[0].rules, at)) if standings else None
        found = due(standings, known, at) if known else []
        for standing, what in found:
            for part in what.spoken:
                yield Happening(at, part.key.kind, part.key.milestone, standing.programme.id)
        at = None if found else next_chance(standings, turns, at)


def _standings(unit: Unit, register: Register, person: Person) -> list[Standing]:
    """Where somebody stands; of one whom an organiser tells, that alone which can be passed on."""
    if address_of(unit, person) is not None:
        return register.of(person.id)
    return passable(register.of(person.id)) if has_neither(unit, person.id) else []
