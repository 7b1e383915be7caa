"""The people of a programme of two years: when they join, and what they do about what they hear."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random

from handlers import moot
from handlers.events import Address, Blocked, Event, Unblocked
from handlers.flow.party import team_party
from handlers.programme import importing
from handlers.programme_file import on_days, read_programme
from storage.records import Membership, Presence, ReportAnswer, Role, SignUp
from storage.unit import Unit
from tests.oracle_books import Answer, Books, Who
from tests.oracle_due import puts_off
from tests.two_years_house import House, Sent
from tests.two_years_programme import (
    FUNCTIONS,
    MEMBERS,
    OSLO,
    PROGRAMME,
    TEAMS,
    WITHOUT_TELEGRAM,
    name_of,
    wall,
)

HOURS = {5: "12:00", 9: "16:00", 13: "19:30", 17: "07:00", 21: "02:30", 25: "09:00", 29: "23:15"}
WEEKDAYS = {21: "1234567", 33: "67", 41: "135", 45: "1234567", 60: "24"}
LATE = {8: "2026-10-14T20:11", 19: "2026-12-29T13:03", 27: "2027-01-06T09:41",
        38: "2027-04-02T10:03", 47: "2027-04-09T13:20", 52: "2027-10-23T11:00",
        66: "2028-02-24T12:10", 71: "2028-05-26T22:45"}  # fmt: skip
MOVES = {10: ("2027-03-30T10:03", "k04"), 35: ("2027-10-20T10:03", "k11"),
         44: ("2028-05-24T14:07", "k12")}  # fmt: skip
DUTIES = {16: "2027-03-22T10:03", 22: "2027-10-12T10:03"}
SLOTS = [time(10, 3), time(14, 7), time(18, 23), time(20, 11)]
NEVER_DELIVER = {("k05", "s4"), ("k10", "s4"), ("k01", "s5"), ("k12", "s6"), ("k28", "s7")}
At = Callable[[datetime, Callable[[], None]], None]


class Crowd:
    """Does what people do, in the house and in the test's own books alike."""

    def __init__(self, house: House, books: Books, seed: int, at: At) -> None:
        self.house, self.books, self.seed, self.dice, self.at = house, books, seed, Random(), at  # noqa: S311
        self.ids: dict[str, str] = {}

    def imports(self, text: str) -> None:
        self.house.commit(lambda unit: importing.import_file(unit, text, self.house.now))
        self.books.takes(read_programme(text))

    def gathers(self, text: str) -> None:
        self.imports(text)
        number = 0
        for team in TEAMS:
            for place in range(MEMBERS[team] if team != WITHOUT_TELEGRAM else 0):
                self._plans(number, "participant", team, name_of(team, place))
                number += 1
        for helped in (None, None, "k01", "k02"):
            self._plans(number := number + 1, "facilitator", helped, f"Veileder{number}")
        for role in ("organiser", "organiser", "observer"):
            self._plans(number := number + 1, role, None, f"Leder{number}")

    def _plans(self, number: int, role: Role, team: str | None, name: str) -> None:
        who = Who(str(1000 + number), name, role, team, self.house.now)
        who.job = [None, *FUNCTIONS][number % 4] if team else None
        who.hour = time.fromisoformat(HOURS[number]) if number in HOURS else None
        who.weekdays = WEEKDAYS.get(number)
        joins = wall(LATE.get(number, "2026-08-17T10:03" if number % 3 else "2026-06-15T09:00"))
        self.at(joins, lambda: self.joins(who))
        if number in MOVES:
            at, to = MOVES[number]
            self.at(wall(at), lambda: self.moves(who, to))
        if number in DUTIES:
            self.at(wall(DUTIES[number]), lambda: self.speaks_for(who))

    def joins(self, who: Who) -> None:
        who.joined = self.house.now
        self.ids[who.key] = self.house.commit(lambda unit: self._join(unit, who))
        self.books.people[who.key] = who
        self.books.people_changed()

    def _join(self, unit: Unit, who: Who) -> str:
        person = unit.people.add(who.name, "en", self.house.now)
        unit.people.live_at(person.id, "telegram", who.key)
        unit.people.join(self._membership(person.id, who))
        self._prefers(unit, person.id, who)
        return person.id

    def _membership(self, person: str, who: Who) -> Membership:
        return Membership(person, PROGRAMME, who.role, who.team, who.job, who.joined)  # type: ignore[arg-type]

    def _prefers(self, unit: Unit, person: str, who: Who) -> None:
        kept = unit.preferences.of(person)
        hour = who.hour.strftime("%H:%M") if who.hour else None
        new = replace(kept, hour=hour, days=who.weekdays, paused_until=who.paused_until)
        if new != kept:
            unit.preferences.keep(new)

    def moves(self, who: Who, team: str) -> None:
        who.team = team
        self.books.people_changed()
        member = self._membership(self.ids[who.key], who)
        self.house.commit(lambda unit: unit.people.join(member))

    def speaks_for(self, who: Who) -> None:
        who.has_duty = True
        self.books.people_changed()
        member = self._membership(self.ids[who.key], who)
        self.house.commit(lambda unit: unit.people.take_duty(member, "deputy"))

    def hears(self, sent: Sent) -> None:
        """Decide what somebody will do about a message, and when."""
        who = self.books.people[sent.key]
        # Their own dice, so that what one person does changes nothing for the others.
        self.dice = Random(f"{self.seed} {sent.key} {sent.at:%Y-%m-%d}")  # noqa: S311
        for kind, milestone in sorted(sent.things):
            self._reacts(who, kind, milestone)
        if sent.push is None:
            return
        push = sent.push
        chance = self.dice.random()
        if chance < 0.04:
            until = self.house.now.astimezone(OSLO).date() + timedelta(days=14)
            self._soon(lambda: self.pauses(who, until), 2)
        elif chance < 0.10:
            days = self.dice.choice([1, 3, 7])
            self._soon(lambda: self.snoozes(who, push, sent, days), 0)
        elif chance < 0.13:
            self._soon(lambda: self.shuts(who), 4)
        elif chance < 0.15:
            self._soon(lambda: self._slips_away(who), 4)
        elif chance < 0.17:
            hour = self.dice.choice([None, time(12), time(16), time(19, 30), time(8, 15)])
            self._soon(lambda: self.chooses(who, hour, who.weekdays), 1)
        elif chance < 0.18:
            weekdays = self.dice.choice([None, "135", "24", "5", "1234567", "67"])
            self._soon(lambda: self.chooses(who, who.hour, weekdays), 1)

    def _reacts(self, who: Who, kind: str, milestone: str) -> None:
        chance = self.dice.random()
        if kind == "signup" and chance < 0.6:
            answers: list[Answer] = ["coming", "coming", "not-coming", "substitute", "unsure"]
            answer = self.dice.choice(answers)
            self._soon(lambda: self.signs_up(who, milestone, answer), 5)
        elif kind == "report" and chance < 0.4:
            self._soon(lambda: self.delivers(who, milestone), 4)
        elif kind == "reflect" and chance < 0.5:
            self._soon(lambda: self.reflects(who, milestone), 4)
        elif kind == "reflect" and chance < 0.65:
            self._soon(lambda: self.was_not_there(who, milestone), 4)

    def _soon(self, deed: Callable[[], None], days: int) -> None:
        """Let it happen within so many days, at one of the hours at which people find time."""
        now = self.house.now.astimezone(OSLO)
        day = now.date() + timedelta(days=self.dice.randint(0, days))
        moment = datetime.combine(day, self.dice.choice(SLOTS), OSLO)
        self.at(moment if moment > now else moment + timedelta(days=1), deed)

    def signs_up(self, who: Who, milestone: str, answer: Answer) -> None:
        one = next(one for one in self.books.programme.milestone if one.id == milestone)
        if one.cancelled:
            return
        person, asked = self.ids[who.key], on_days(one)
        said = SignUp(PROGRAMME, milestone, person, answer, asked, "", None, None, None,
                      self.house.now)  # fmt: skip
        self.house.commit(lambda unit: unit.attendance.sign_up(said))
        who.signed[milestone] = (answer, self.books.days_of(milestone))

    def delivers(self, who: Who, milestone: str) -> None:
        team = who.team
        if team is None or (team, milestone) in self.books.delivered | NEVER_DELIVER:
            return
        self.books.delivered.add((team, milestone))
        self.house.commit(lambda unit: self._deliver(unit, team, milestone))

    def _deliver(self, unit: Unit, team: str, milestone: str) -> None:
        party, answers = team_party(PROGRAMME, team), [ReportAnswer("laert", "?", "x", "x")]
        now = self.house.now
        unit.reports.deliver(PROGRAMME, party, milestone, answers, None, now, late=False)
        moot.delivered(unit, PROGRAMME, party, milestone, now)

    def reflects(self, who: Who, milestone: str) -> None:
        person, now = self.ids[who.key], self.house.now
        who.reflected.add(milestone)
        self.house.commit(lambda unit: unit.reflections.mark(PROGRAMME, milestone, person))
        self.house.commit(lambda unit: moot.reflected(unit, PROGRAMME, person, milestone, now))

    def was_not_there(self, who: Who, milestone: str) -> None:
        person, now = self.ids[who.key], self.house.now
        who.absent.add(milestone)
        said = Presence(PROGRAMME, milestone, person, "absent", now)
        self.house.commit(lambda unit: unit.attendance.note(said))
        self.house.commit(lambda unit: moot.reflected(unit, PROGRAMME, person, milestone, now))

    def pauses(self, who: Who, until: object) -> None:
        who.paused_until = until  # type: ignore[assignment]
        self.house.commit(lambda unit: self._prefers(unit, self.ids[who.key], who))

    def chooses(self, who: Who, hour: time | None, weekdays: str | None) -> None:
        who.hour, who.weekdays = hour, weekdays
        self.house.commit(lambda unit: self._prefers(unit, self.ids[who.key], who))

    def snoozes(self, who: Who, push: str, sent: Sent, days: int) -> None:
        until = self.house.now.astimezone(OSLO).date() + timedelta(days=days)
        if self.house.commit(lambda unit: unit.pushes.snooze(push, until)):
            puts_off(self.books, who, sent.at, set(sent.things), until)

    def shuts(self, who: Who) -> None:
        who.reached = False
        self._knocks(who, Blocked())
        self._soon(lambda: self.opens(who), 40)

    def _slips_away(self, who: Who) -> None:
        """Be gone without the house knowing, until it writes to them."""
        self.house.away.add(who.key)
        self._soon(lambda: self.opens(who), 40)

    def opens(self, who: Who) -> None:
        self.house.away.discard(who.key)
        who.reached = True
        self._knocks(who, Unblocked())

    def _knocks(self, who: Who, what: Blocked | Unblocked) -> None:
        update = f"{who.key}-{self.house.now:%Y%m%d%H%M}-{type(what).__name__}"
        event = Event("telegram:1", update, Address("telegram", who.key), who.key,
                      self.house.now, what, name=who.name, language="en")  # fmt: skip
        self.house.answers(event)
