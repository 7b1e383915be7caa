"""What is said on a samling's day itself, exempt from quiet hours and from the number of pushes.

In the morning those who come are bidden welcome; before it ends they are asked for a reflection.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from handlers.concerned import concerns
from handlers.events import Address
from handlers.markup import Button, Html, column, paragraphs
from handlers.moot import here_key, room_key
from handlers.post import Letter, post
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    ends_at,
    first_day,
    instant,
    last_day,
    milestone,
    on_days,
    reflection_opens,
    samlinger,
    starts_at,
    takes,
    zone,
)
from handlers.programme_file.remembered import remembered
from handlers.remind import room_texts, texts
from handlers.remind.hours import is_paused, local_day
from handlers.remind.standing import Standing
from handlers.tongue import Tongue
from storage.shelves.outbox import REMINDER
from storage.unit import Unit

BEFORE_IT_BEGINS = timedelta(minutes=60)
WITHOUT_A_TIME = time(8)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said of a samling on a local day, between two instants (aware, UTC)."""

    milestone: str
    opens: datetime
    ends: datetime
    day: date


def is_asking(programmes: Iterable[ProgrammeFile], now: datetime) -> bool:
    """Whether anything is said in the room of any of these programmes now."""
    return any(
        one.opens <= now < one.ends
        for programme in programmes
        for one in (*mornings(programme), *asked(programme))
    )


@remembered
def asked(programme: ProgrammeFile) -> list[Asked]:
    """Each samling with the instants from which, and until which, people reflect in the room."""
    found = []
    for one in samlinger(programme):
        opens = reflection_opens(programme, one)
        if opens is not None:
            day = opens.astimezone(zone(programme)).date()
            found.append(Asked(one.id, opens, _midnight(programme, day + _DAY), day))
    return found


@remembered
def mornings(programme: ProgrammeFile) -> list[Asked]:
    """Each day of a samling that asks who is there: from the welcome until the thanks."""
    return [
        one
        for samling in samlinger(programme)
        if takes(programme, samling, "presence")
        for one in _mornings(programme, samling)
        if one.opens < one.ends
    ]


def _mornings(programme: ProgrammeFile, samling: Milestone) -> Iterator[Asked]:
    first, last = first_day(samling.when), last_day(samling.when)
    if first is None or last is None:
        return
    starts, ends = starts_at(samling, zone(programme)), ends_at(samling, zone(programme))
    # Nobody is bidden welcome who is being thanked.
    until = reflection_opens(programme, samling) or ends
    for day in (first + n * _DAY for n in range((last - first).days + 1)):
        opens = instant(datetime.combine(day, WITHOUT_A_TIME), zone(programme))
        if day == first and starts:
            opens = max(starts - BEFORE_IT_BEGINS, _midnight(programme, day))
        over = _midnight(programme, day + _DAY)
        yield Asked(samling.id, opens, min(over, until) if until else over, day)


def ask(
    unit: Unit, to: Address, standing: Standing, _person: str, t: Tongue, now: datetime
) -> None:
    """Say once what is to be said now, unless the person is on a pause."""
    programme = standing.programme
    rules = standing.rules
    if not is_asking((programme,), now) or is_paused(rules, local_day(rules, now)):
        return
    for one in mornings(programme):
        if one.opens <= now < one.ends and _comes(unit, standing, one.milestone):
            _welcome(unit, to, standing, one, t, now)
    open_to_them = {one.milestone for one in standing.occasions if one.kind == "reflect"}
    for one in asked(programme):
        if one.milestone in open_to_them and one.opens <= now < one.ends:
            _reflect(unit, to, standing, one, t, now)


def _welcome(  # noqa: PLR0913 - who, where, what, when
    unit: Unit, to: Address, standing: Standing, one: Asked, t: Tongue, now: datetime
) -> None:
    found = milestone(standing.programme, one.milestone)
    if found is None:
        return
    person = standing.member.person
    about = here_key(standing.programme.id, one.milestone, person)
    here = Button(room_texts.here_button(t), standing.press("here", one.milestone))
    noted = _presence(unit, standing, one.milestone) == "here"
    later = one.day != first_day(found.when)
    head = room_texts.welcome(t, t.pick(found.title), later=later, noted=noted)
    text = _bidden(t, head, standing.programme, found)
    letter = Letter(text, () if noted else column(here), silent=True, about=about)
    _say(unit, to, letter, f"{about}:{one.day}", one.ends, t, now)


def _reflect(  # noqa: PLR0913 - who, where, what, when
    unit: Unit, to: Address, standing: Standing, one: Asked, t: Tongue, now: datetime
) -> None:
    about = room_key(standing.programme.id, one.milestone, standing.member.person)
    found = milestone(standing.programme, one.milestone)
    buttons = column(
        Button(texts.reflect_button(t), standing.press("reflect", one.milestone)),
        Button(room_texts.absent_button(t), standing.press("absent", one.milestone)),
    )
    text = texts.in_the_room(t, t.pick(found.title) if found else "")
    letter = Letter(text, buttons, silent=True, about=about)
    _say(unit, to, letter, about, one.ends, t, now)


def _say(  # noqa: PLR0913 - what, where, until when
    unit: Unit, to: Address, letter: Letter, key: str, ends: datetime, t: Tongue, now: datetime
) -> None:
    post(unit, to, replace(letter, priority=REMINDER, stale_after=ends), key, t.language, now)


def _bidden(t: Tongue, head: Html, programme: ProgrammeFile, one: Milestone) -> Html:
    step = programme.samling.presence if programme.samling else None
    where = t.pick(one.place) if one.place else ""
    return paragraphs(
        head,
        room_texts.in_a_room(t, where) if where and one.mode != "digital" else None,
        room_texts.at_a_link(t, str(one.link)) if one.link and one.mode != "physical" else None,
        room_texts.sit_together(t) if one.mode == "digital" and programme.team else None,
        t.pick(step.text) if step and step.text else None,
    )


def _comes(unit: Unit, standing: Standing, milestone_id: str) -> bool:
    """Whether they may be there: it is theirs, and they have not said that they stay away."""
    one, member = milestone(standing.programme, milestone_id), standing.member
    if one is None or member.role not in ("participant", "facilitator"):
        return False
    if not concerns(standing.programme, one, member):
        return False
    asked_for = on_days(one)
    stays_away = any(
        (said.programme, said.milestone, said.asked_for)
        == (standing.programme.id, milestone_id, asked_for)
        and said.answer in ("not-coming", "substitute")
        for said in unit.attendance.sign_ups_of(member.person)
    )
    return not stays_away and _presence(unit, standing, milestone_id) != "absent"


def _presence(unit: Unit, standing: Standing, milestone_id: str) -> str | None:
    """What they said of whether they are there."""
    mine = (standing.programme.id, milestone_id)
    every = unit.attendance.presences_of(standing.member.person)
    return next((one.state for one in every if (one.programme, one.milestone) == mine), None)


def _midnight(programme: ProgrammeFile, day: date) -> datetime:
    return instant(datetime.combine(day, time.min), zone(programme)).astimezone(UTC)
