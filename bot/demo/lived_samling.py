"""A samling that was held: who came, who was there, and what they took with them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, repeat

from bot.demo.lived_answers import fitting
from bot.demo.lived_cast import Player
from bot.demo.lived_words import Words
from bot.demo.read import SOURCE
from handlers.attendance import samling
from handlers.attendance.flow import COMES, DAYS, DINNER
from handlers.flow.asking import as_kept, asking, today_in
from handlers.flow.form import Question
from handlers.flow.position import Answer, stand
from handlers.flow.readers import YES
from handlers.programme_file import Milestone, ProgrammeFile, on_days
from handlers.tongue import Tongue, tongue
from storage.records import Presence, Reflection, SignUp
from storage.unit import Unit

_AWAY, _WITHOUT_A_WORD, _NOT_SAID = 9, 3, 7  # one in so many


class Samling:
    """What ``players`` have done about one samling, told in rows."""

    def __init__(self, unit: Unit, programme: ProgrammeFile, one: Milestone) -> None:
        """Nothing yet."""
        self._unit = unit
        self._programme = programme
        self._one = one
        self._days = ",".join(day.isoformat() for day in samling.days(one))

    def sign_up(self, players: Sequence[Player], at: datetime) -> None:
        """Let most come, some not, and some have said nothing."""
        for number, player in enumerate(players):
            if number % _NOT_SAID != _NOT_SAID - 1:
                self._signs_up(player, number, at)

    def hold(self, players: Sequence[Player], at: datetime) -> None:
        """Let those be there who came."""
        coming = {one.person for one in self._said() if one.answer == "coming"}
        for person in self._people(players):
            if person in coming or not self._said():
                said = Presence(self._programme.id, self._one.id, person, "here", at)
                self._unit.attendance.note(said)

    def reflect(
        self,
        players: Sequence[Player],
        words: Words,
        place: int,
        now: datetime,
        said_already: int = 0,
    ) -> None:
        """Let two of three say what they take with them, but for the last words, said already."""
        t = tongue(self._programme.language)
        here = [
            one.person for one in self._unit.attendance.present(self._programme.id, self._one.id)
        ]
        there = [one for one in self._people(players) if one in here or not here]
        said = [one for number, one in enumerate(there) if number % _WITHOUT_A_WORD]
        taken = words.taken[place % len(words.taken)][: -said_already or None]
        better = chain(words.better[said_already:], repeat(""))
        kept = [
            (person, self._kept(one, wish, t, now))
            for person, one, wish in zip(said, taken, better, strict=False)
        ]
        self._keep(kept)

    def _keep(self, kept: Sequence[tuple[str, list[Reflection]]]) -> None:
        asked, unit, of = self._programme.reflection, self._unit, self._programme.id
        if asked is not None and asked.anonymous:
            unit.reflections.keep_unsigned(of, [one for _, said in kept for one in said])
        for person, said in kept:
            if asked is not None and not asked.anonymous:
                unit.reflections.keep_signed(of, person, None, said)
            unit.reflections.mark(of, self._one.id, person)

    def _kept(self, taken: str, better: str, t: Tongue, now: datetime) -> list[Reflection]:
        asked = self._programme.reflection
        day = today_in(self._programme, now)
        questions = asking(asked.question, t, day) if asked else ()
        answers = list(reflected(questions, taken, better, t))
        rows = as_kept(questions, stand(lambda _: questions, answers), t)
        about = self._one.id
        return [Reflection(about, one.key, one.wording, one.shown) for one in rows if one.value]

    def _signs_up(self, player: Player, number: int, at: datetime) -> None:
        person = self._unit.people.at(SOURCE, player.key)
        if person is None:
            return
        comes = number % _AWAY != _AWAY - 1
        is_asked = comes and samling.is_in_person(self._one)
        dines = is_asked and samling.has_dinner(self._programme, self._one, "")
        self._unit.attendance.sign_up(
            SignUp(
                self._programme.id,
                self._one.id,
                person.id,
                "coming" if comes else "not-coming",
                on_days(self._one),
                self._days if is_asked and samling.asked_days(self._one) else "",
                True if is_asked and samling.has_lunch(self._programme, self._one) else None,
                bool(number % 4) if dines else None,
                bool(number % 4) if is_asked and samling.nights(self._programme, self._one)
                else None,
                at,
            )
        )  # fmt: skip

    def _said(self) -> list[SignUp]:
        return self._unit.attendance.signed_up(self._programme.id, self._one.id)

    def _people(self, players: Sequence[Player]) -> Iterator[str]:
        found = (self._unit.people.at(SOURCE, one.key) for one in players)
        yield from (person.id for person in found if person is not None)


def comes(question: Question) -> str | None:
    """What somebody who comes answers to the questions of a sign-up."""
    match question.key:
        case str(key) if key == COMES:
            return "y"
        case str(key) if key == DAYS:
            return question.options[0].key
        case str(key) if key == DINNER:
            return YES
    return YES


def reflected(
    questions: Sequence[Question], taken: str, better: str, t: Tongue
) -> Iterator[Answer]:
    """The answers of one who takes this with them; the first text is that, the second is better."""
    texts = [one.key for one in questions if one.free]
    wanted = dict(zip(texts, (taken, better or None), strict=False))
    for question in questions:
        said = wanted.get(question.key)
        value = question.read(said, t) if said else fitting(question, None, t)
        state = "skipped" if value is None else "given"
        yield Answer(question.key, state, value, 1)  # type: ignore[arg-type]
