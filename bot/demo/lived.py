"""A programme that is lived in: what its people have done until the demo opens."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count
from pathlib import Path

from bot.clock import MovableClock
from bot.demo.door import DemoDoor
from bot.demo.lived_agenda import Agenda
from bot.demo.lived_answers import fitting
from bot.demo.lived_cast import Player, cast
from bot.demo.lived_crowd import awaken, enlist, settle
from bot.demo.lived_hands import Hands
from bot.demo.lived_past import Past
from bot.demo.lived_reports import Reports
from bot.demo.lived_samling import Samling, comes
from bot.demo.lived_when import Course, at_work, local
from bot.demo.lived_words import Words
from bot.demo.read import SOURCE
from handlers import attendance, reflect
from handlers.attendance.flow import about as sign_up_about
from handlers.attendance.word import SECRET as PRESENCE
from handlers.attendance.word import word
from handlers.calendar.address import SECRET as FEED
from handlers.flow.form import Question
from handlers.flow.party import person_party
from handlers.join.codes import codes
from handlers.programme import importing
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    reflection_opens,
    sign_up_due,
)
from handlers.remind.room import mornings
from handlers.tongue import tongue

SIGN_UP = attendance.FEATURE.forms[0]
_SECRET_BYTES = 32
_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)
_SIGN_UP_BEGINS = 12 * _DAY  # before its deadline


def live(
    database: Path, files: Path, programme: ProgrammeFile, course: Course, words: Words
) -> DemoDoor:
    """Play it all into a database that is not there yet; return the door with everybody's chat.

    The same programme, course and words give the same chats.
    """
    clock = MovableClock(course.begins)
    door = DemoDoor(clock.now)
    with Past(database, files, clock, door) as past:
        for secret in (PRESENCE, FEED):  # what the house would draw by lot for itself
            past.unit.house.keep(secret, past.random.randbytes(_SECRET_BYTES).hex())
        importing.apply(past.unit, programme, past.now)
        _Life(past, programme, course, words).plays()
    return door


class _Life:
    """Deeds, each at its time; between them the house does of itself what is due."""

    def __init__(self, past: Past, programme: ProgrammeFile, course: Course, words: Words) -> None:
        self._past = past
        self._programme = programme
        self._course = course
        self._words = words
        players = cast(programme)
        self._seated = [one for one in players if one.seat]
        self._crowd = [one for one in players if not one.seat]
        self._hands = {one.key: Hands(past, one, programme) for one in players}
        self._reports = Reports(past, programme, words, players, self._hands)
        self._order = count()
        self._deeds: list[tuple[datetime, int, Callable[[], None]]] = []
        self._agenda = Agenda(past.unit, programme, course.opens)

    def plays(self) -> None:
        """Everything until the demo opens."""
        self._plan()
        while self._deeds and self._deeds[0][0] < self._course.opens:
            at, _, act = heappop(self._deeds)
            self._passes(at)
            act()
        self._passes(self._course.opens)
        awaken(self._past.unit, self._crowd, self._past.now)
        settle(self._past.unit, self._seated, self._past.now)

    def _passes(self, until: datetime) -> None:
        """Let the time pass, and the house do what comes by itself."""
        past, agenda = self._past, self._agenda
        while (at := agenda.next(past.now)) is not None and at < until:
            past.clock.move_to(at)
            past.beats()
            agenda.is_served(past.now)
        past.clock.move_to(until)

    def _later(self, at: datetime, act: Callable[[], None]) -> None:
        heappush(self._deeds, (at, next(self._order), act))

    def _plan(self) -> None:
        begins, course = self._course.begins, self._course
        leaders_first = sorted(self._seated, key=lambda one: one.role == "participant")
        for number, player in enumerate(leaders_first):
            at = begins + number * 41 * _MINUTE
            self._later(at, partial(self._joins, player))
        for number, player in enumerate(self._crowd):
            at = begins + _DAY + number % 4 * _DAY + number * 7 * _MINUTE
            self._later(at, partial(self._enlists, player))
        for place, one in enumerate(course.behind):
            self._plan_samling(place, one)
            self._reports.plan(self._later, place, one)
        self._plan_sign_up(course.ahead)
        self._reports.plan_ahead(self._later, course)

    def _plan_samling(self, place: int, one: Milestone) -> None:
        self._plan_sign_up(one)
        opens = reflection_opens(self._programme, one)
        if opens is None:
            return
        samling = Samling(self._past.unit, self._programme, one)
        for morning in mornings(self._programme):
            if morning.milestone == one.id and morning.day == first_day(one.when):
                self._later(morning.opens + 18 * _MINUTE, lambda: self._come(one))
        self._later(opens - _MINUTE, lambda: samling.hold(self._crowd, self._past.now))
        for number, player in enumerate(self._takes_part()):
            words = (self._words.taken[place % len(self._words.taken)][-1 - number], number)
            act = partial(self._reflects, player, one, *words)
            self._later(opens + (6 + 4 * number) * _MINUTE, act)
        later = partial(self._crowd_reflects, place, one)
        self._later(opens + 40 * _MINUTE, later)

    def _plan_sign_up(self, one: Milestone) -> None:
        due = sign_up_due(self._programme, one)
        if due is None:
            return
        begins = max(due - _SIGN_UP_BEGINS, self._course.begins + 4 * _DAY)
        for number, player in enumerate(self._seated):
            day = local(self._programme, begins) + number * _DAY
            at = at_work(self._programme, day, time(13, 35 + 3 * number))
            if player.role != "organiser":
                self._later(at, partial(self._signs_up, player, one))
        samling = Samling(self._past.unit, self._programme, one)
        self._later(due - _DAY, lambda: samling.sign_up(self._crowd, self._past.now))

    # What is done

    def _joins(self, player: Player) -> None:
        past, hands = self._past, self._hands[player.key]
        made = codes(past.unit, self._programme.id, past.now, None, past.random.randbytes)
        code = next(o.code for o in made if (o.role, o.team) == (player.role, player.team))
        hands.says(f"/start {code}", "/start")
        hands.taps("phone:private")
        hands.comes_in(player.job)
        self._takes_duty(player)
        self._agenda.comes_in(player.key, past.now)

    def _takes_duty(self, player: Player) -> None:
        people = self._past.unit.people
        person = people.at(SOURCE, player.key)
        for member in people.memberships(person.id) if person and player.duty else ():
            people.take_duty(member, player.duty)

    def _enlists(self, player: Player) -> None:
        enlist(self._past.unit, self._programme, player, self._past.now)

    def _signs_up(self, player: Player, one: Milestone) -> None:
        hands = self._hands[player.key]
        person = self._past.unit.people.at(SOURCE, player.key)
        if person is None:
            return
        if not (hands.taps(f"signup:{one.id}:y") or hands.taps(f"signup:{one.id}")):
            hands.says("/signup")
        hands.fills_in(SIGN_UP, person_party(person.id), sign_up_about(one), comes)

    def _come(self, one: Milestone) -> None:
        """Those with a seat say that they are there, with the word on the wall where one is."""
        for player in self._takes_part():
            hands = self._hands[player.key]
            if hands.taps(f"here:{one.id}") and not self._is_here(player, one):
                hands.says(word(self._past.unit, self._programme.id, one.id) or "")

    def _is_here(self, player: Player, one: Milestone) -> bool:
        unit = self._past.unit
        person = unit.people.at(SOURCE, player.key)
        there = unit.attendance.present(self._programme.id, one.id)
        return person is not None and person.id in {said.person for said in there}

    def _reflects(self, player: Player, one: Milestone, words: str, number: int) -> None:
        hands = self._hands[player.key]
        person = self._past.unit.people.at(SOURCE, player.key)
        asked = self._programme.reflection
        if person is None or asked is None or not hands.taps(f"reflect:{one.id}"):
            return
        t, texts = (
            tongue(self._programme.language),
            [o.key for o in asked.question if o.kind == "text"],
        )
        better = self._words.better[number % len(self._words.better)]
        said = dict(zip(texts, (words, better), strict=False))

        def answer(question: Question) -> str | None:
            return (
                said[question.key] or None if question.key in said else fitting(question, None, t)
            )

        form = next(f for f in reflect.FEATURE.forms if self._is_open(f.key, person.id, one.id))
        hands.fills_in(form, person_party(person.id), one.id, answer)

    def _is_open(self, form: str, person: str, about: str) -> bool:
        drafts = self._past.unit.drafts
        return drafts.of(self._programme.id, form, person_party(person), about) is not None

    def _crowd_reflects(self, place: int, one: Milestone) -> None:
        samling = Samling(self._past.unit, self._programme, one)
        said = len(self._takes_part())
        samling.reflect(self._crowd, self._words, place, self._past.now, said)

    def _takes_part(self) -> list[Player]:
        return [one for one in self._seated if one.role == "participant"]
