"""One person hears of changes: composed at the last moment, from what they know to what stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from handlers.change import texts
from handlers.change.letter import ASKED, kind_of, letter
from handlers.changed import News, Step, news, step_of
from handlers.events import Address
from handlers.markup import Button, Html, Keyboard, column, held, plain
from handlers.post import address_of
from handlers.programme_file import (
    ProgrammeFile,
    first_day,
    load,
    milestone,
    on_days,
    takes,
    zone,
)
from handlers.timeline import is_over
from handlers.tongue import Tongue, tongue
from handlers.when import At, Days, Yearly
from storage.records import Person, ProgrammeRow
from storage.unit import Unit


class Telling(BaseModel):
    """The arguments of a task: whom to tell, in which round (the id of its first notice).

    ``milestone``: of this one alone; ``several``: they are asked about others beside it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    person: str
    programme: str
    round: str
    milestone: str | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Hearing:
    """One person about to be told; ``version`` is the programme's that they will then know.

    ``alone``: they are in no other programme. ``several``: other messages come beside this one.
    """

    person: Person
    to: Address
    programme: ProgrammeFile
    version: int
    news: Sequence[News]
    alone: bool
    several: bool

    @property
    def t(self) -> Tongue:
        return tongue(self.person.language or self.programme.language)

    def about(self, one: News) -> str:
        return about(self.programme.id, self.version, one.milestone)

    def today(self, now: datetime) -> date:
        return now.astimezone(zone(self.programme)).date()

    def text(self, one: News, now: datetime) -> Html:
        return letter(self.t, self.programme, [one], self.today(now))

    def buttons(self, unit: Unit, one: News) -> Keyboard:
        """To say anew who comes, where the day was moved or set and people are asked."""
        return column(self._button(one)) if _is_asked(unit, self.programme, one) else ()

    def _button(self, one: News) -> Button:
        t = self.t
        title = t.pick(one.now.title) if one.now else ""
        is_new = kind_of(one.was, one.now) != "moved"
        label = texts.do_you_come(t) if is_new else texts.do_you_come_then(t)
        shown = texts.do_you_come_to(t, title) if self.several else label
        data = held(f"signup:{one.milestone}", self.programme.id, several=not self.alone)
        return Button(plain(shown), data)


def hearing(unit: Unit, telling: Telling, now: datetime) -> Hearing | None:
    """Read everything anew; None where there is nobody to tell, or nothing new to them any more.

    It is about every change that they have not heard of, also those of other rounds. Whoever is
    told of a milestone knows from then on how it stands.
    """
    person = unit.people.find(telling.person)
    to = address_of(unit, person) if person else None
    row = unit.programmes.find(telling.programme)
    if person is None or to is None or row is None:
        return None
    programme = load(row.body)
    places = unit.people.memberships(person.id)
    mine = [one for one in places if one.programme == programme.id]
    unknown = _unknown(unit, person, row, telling.milestone)
    fresh = [one for one in news(programme, unknown, mine) if is_ahead(programme, one, now)]
    alone = len({one.programme for one in places}) == 1
    several = telling.several
    return Hearing(person, to, programme, row.version, fresh, alone, several) if fresh else None


def about(programme: str, version: int, milestone_id: str) -> str:
    """What a letter is about: how a milestone stood at a version."""
    return f"change:{programme}:{version}:{milestone_id}"


def has_entry(one: News) -> bool:
    """Whether a calendar has, or had, an entry of it."""
    known = [facts.when for facts in (one.was, one.now) if facts is not None]
    return any(isinstance(when, At | Days | Yearly) for when in known)


def _unknown(unit: Unit, person: Person, row: ProgrammeRow, only: str | None) -> list[Step]:
    """The changes that the person was not told of, of one milestone or of all."""
    changes: dict[str, list[Step]] = {}
    for notice in unit.notices.of_programme(row.id):
        if only in (None, notice.milestone):
            changes.setdefault(notice.milestone, []).append(step_of(notice))
    found: list[Step] = []
    for each, steps in changes.items():
        known = _known(unit, person, row, each, min(step.version for step in steps))
        found += [step for step in steps if step.version > known]
    return found


def _known(unit: Unit, person: Person, row: ProgrammeRow, milestone_id: str, oldest: int) -> int:
    """The newest version of a milestone that they were told of; 0 for none since ``oldest``."""
    addresses = unit.people.addresses(person.id)
    for version in range(row.version, oldest - 1, -1):
        topic = about(row.id, version, milestone_id)
        if any(unit.outbox.is_told_about(one.door, one.key, topic) for one in addresses):
            return version
    return 0


def is_ahead(programme: ProgrammeFile, one: News, now: datetime) -> bool:
    """Whether what was known or what stands still lies ahead: it may have waited long."""
    known = [facts.as_milestone(one.milestone) for facts in (one.was, one.now) if facts]
    return not all(is_over(programme, each, now) for each in known)


def _is_asked(unit: Unit, programme: ProgrammeFile, one: News) -> bool:
    at = milestone(programme, one.milestone)
    if at is None or one.now is None or first_day(at.when) is None:
        return False
    if not takes(programme, at, "sign_up") or one.member.role not in ASKED:
        return False
    if kind_of(one.was, one.now) not in ("new", "set", "moved", "held"):
        return False
    said = unit.attendance.sign_ups_of(one.member.person)
    stands = (programme.id, at.id, on_days(at))
    return stands not in {(each.programme, each.milestone, each.asked_for) for each in said}
