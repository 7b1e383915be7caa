"""The reports of a programme that is lived in: what each team works with, and what it has told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.demo.lived_answers import Told
from bot.demo.lived_cast import Player
from bot.demo.lived_hands import Hands
from bot.demo.lived_past import Past
from bot.demo.lived_when import Course, at_work, local
from bot.demo.lived_words import TeamWords, Words
from bot.demo.lived_work import moves_on, set_up
from bot.demo.read import SOURCE
from handlers import guidance, report
from handlers.flow.form import Question
from handlers.flow.party import person_party, team_party
from handlers.programme_file import Milestone, ProgrammeFile, last_day, report_due, reports_due
from handlers.progress.last import last_report
from handlers.tongue import tongue

FORM = report.FEATURE.forms[0]
ANSWER = next(one for one in guidance.FEATURE.forms if one.key == "plea-answer")
Later = Callable[[datetime, Callable[[], None]], None]
_SET_UP = timedelta(days=19)  # after the first samling
_BEFORE_IT_IS_DUE = timedelta(days=6)
_BEFORE_IT_OPENS = timedelta(days=13)
_MOVES = timedelta(days=40)
_DAY = timedelta(days=1)
_SILENT = (9,)  # of twelve teams: last time
_DELIVERED, _BEGUN = (1, 3, 5, 8, 11), (2, 6)  # this time


class Reports:
    """Plans what the teams tell, and tells it."""

    def __init__(
        self,
        past: Past,
        programme: ProgrammeFile,
        words: Words,
        players: Sequence[Player],
        hands: Mapping[str, Hands],
    ) -> None:
        """Nothing is told yet."""
        self._past = past
        self._programme = programme
        self._words = words
        self._players = players
        self._hands = hands
        self._teams = [one.id for one in programme.team if not one.withdrawn]
        self._asked = {one.id for one, _ in reports_due(programme)}

    def plan(self, later: Later, place: int, one: Milestone) -> None:
        """Before a samling that was held: almost everybody told; the first team asked for help."""
        over = last_day(one.when)
        if place == 0 and over is not None and self._programme.report:
            later(at_work(self._programme, over + _SET_UP, time(10)), self._set_up)
        due = report_due(self._programme, one)
        if one.id not in self._asked or due is None:
            return
        for number, team in enumerate(self._teams):
            if number % 12 not in _SILENT:
                at = self._some_day(local(self._programme, due) - _BEFORE_IT_IS_DUE, number)
                later(at, partial(self._delivers, number, team, one.id))
        answered = at_work(self._programme, local(self._programme, due) - _DAY, time(9, 12))
        later(answered, self._is_answered)

    def plan_ahead(self, later: Later, course: Course) -> None:
        """Before the samling ahead: some have delivered, some have begun, and work goes on."""
        opens = local(self._programme, course.opens)
        later(at_work(self._programme, opens - _MOVES, time(11)), self._moves_on)
        if course.ahead.id not in self._asked:
            return
        for number, team in enumerate(self._teams):
            at = self._some_day(opens - _BEFORE_IT_OPENS, number)
            if number % 12 in _DELIVERED:
                later(at, partial(self._delivers, number, team, course.ahead.id))
            elif number % 12 in _BEGUN:
                later(at, partial(self._begins, number, team, course.ahead.id))

    def _some_day(self, first: date, number: int) -> datetime:
        """One after the other, at work, on some days from the first on."""
        wall = time(9 + number * 5 % 6, number * 17 % 60)
        return at_work(self._programme, first + number * 7 % 4 * _DAY, wall)

    def _set_up(self) -> None:
        report_ = self._programme.report
        if report_ is None or not report_.measures:
            return
        for number, team in enumerate(self._teams):
            party, by = team_party(self._programme.id, team), self._person(team)
            set_up(self._past.unit, self._programme.id, party, self._of(number), by, self._past.now)

    def _moves_on(self) -> None:
        for number, team in enumerate(self._teams):
            party, by = team_party(self._programme.id, team), self._person(team)
            moves_on(
                self._past.unit, self._programme.id, party, self._of(number), by, self._past.now
            )

    def _delivers(self, number: int, team: str, about: str) -> None:
        who = self._speaker(team)
        if who is None:
            return
        hands, party = self._hands[who.key], team_party(self._programme.id, team)
        told = self._told(number, team, about)
        if who.seat and who.role == "participant":
            if not hands.taps(f"report:{about}"):
                hands.says("/report")
            hands.fills_in(FORM, party, about, told)
        else:
            hands.lays_down(FORM, party, about, told)

    def _begins(self, number: int, team: str, about: str) -> None:
        who = self._speaker(team)
        if who is not None:
            party, told = team_party(self._programme.id, team), self._told(number, team, about)
            self._hands[who.key].lays_down(FORM, party, about, told, most=3 + number % 4)

    def _is_answered(self) -> None:
        """Whoever helps answers the call that waits."""
        unit, of = self._past.unit, self._programme.id
        guide = next((one for one in self._players if one.role == "facilitator"), None)
        calls = [one for one in unit.help.pleas(of) if one.answered_at is None]
        person = unit.people.at(SOURCE, guide.key) if guide else None
        if guide is None or person is None or not calls:
            return
        words = self._of(0).helped

        def answer(_question: Question) -> str:
            return words

        if self._hands[guide.key].taps(f"plea:answer:{calls[0].id}"):
            self._hands[guide.key].fills_in(ANSWER, person_party(person.id), calls[0].id, answer)

    def _told(self, number: int, team: str, about: str) -> Told:
        unit, programme = self._past.unit, self._programme
        party, words = team_party(programme.id, team), self._of(number)
        before = last_report(unit, programme, party, about)
        return Told(
            programme,
            words,
            0 if before is None else 1,
            tuple(unit.measures.aims(programme.id, party)),
            tuple(unit.measures.measures(programme.id, party)),
            local(programme, self._past.now),
            tongue(programme.language),
            asks=before is None and bool(words.wanted),
        )

    def _of(self, number: int) -> TeamWords:
        return self._words.teams[number % len(self._words.teams)]

    def _speaker(self, team: str) -> Player | None:
        """Who tells for a team: its contact person, or an organiser where nobody is reached."""
        mine = [one for one in self._players if one.team == team and one.reached]
        leads = (one for one in self._players if one.role == "organiser")
        return mine[0] if mine else next(leads, None)

    def _person(self, team: str) -> str | None:
        who = self._speaker(team)
        person = self._past.unit.people.at(SOURCE, who.key) if who else None
        return person.id if person else None
