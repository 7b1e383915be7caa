"""What a made-up team answers in its report, question by question."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.demo.lived_words import TeamWords
from handlers.flow.form import Question, Refusal
from handlers.flow.readers import NO, YES
from handlers.programme_file import ProgrammeFile
from handlers.programme_file import Question as Asked
from handlers.progress.states import SAME
from handlers.remind.occasions import rules
from handlers.report.asked.helping import WHICH_HELP, asks_for_help
from handlers.report.asked.share import SHARE
from handlers.tongue import Tongue
from handlers.working_days import on_or_after
from storage.records import Aim, Measure

Answer = Callable[[Question], str | None]
"""What is answered to a question, as it would be typed; None: it is skipped."""
_TRIED = (YES, "3", "16.30")  # what is written to a question that wants what nobody foresaw


@dataclass(frozen=True, slots=True)
class Told:
    """What a team tells in its ``number``-th report (from 0), when its work stands as given.

    ``asks``: it asks for help. ``today`` is the programme's day.
    """

    programme: ProgrammeFile
    words: TeamWords
    number: int
    aims: tuple[Aim, ...]
    measures: tuple[Measure, ...]
    today: date
    t: Tongue
    asks: bool = False

    def __call__(self, question: Question) -> str | None:
        """Answer from what is known of the team; what is not, as anybody might."""
        if question.key.startswith("-"):
            return self._ours(question)
        report = self.programme.report
        own = report.question if report else ()
        asked = next((one for one in own if one.key == question.key), None)
        return fitting(question, self._said(question, asked), self.t)

    def _said(self, question: Question, asked: Asked | None) -> str | None:
        """What to try first."""
        if question.key in asks_for_help(self.programme):
            return YES if self.asks else NO
        match asked.kind if asked else "":
            case "text":
                return self._learnt if self._is_first(question) else None
            case "choice":
                return _option(question, self.words.rooted)
            case "several":
                return ",".join(_options(question, self.words.hindered)) or None
            case "scale":
                return str(min(self.words.step, 2 + self.number + self.words.step // 3))
            case "number":
                return str(self.words.many + self.number)
            case "date":
                day = self.today + timedelta(days=9 + self.words.many)
                workday = on_or_after(day, rules(self.programme).calendar)
                return f"{workday:%d.%m.%Y}"
        return None

    def _is_first(self, question: Question) -> bool:
        report = self.programme.report
        texts = [one.key for one in report.question if one.kind == "text"] if report else []
        return not question.optional or texts[:1] == [question.key]

    @property
    def _learnt(self) -> str:
        return _by_now(self.words.learnt, self.number)

    def _ours(self, question: Question) -> str | None:
        """The house's own questions: how the work stands, help, the score, what may be shared."""
        known = dict(self._of_the_work())
        if question.key in known:
            return known[question.key]
        if question.key == SHARE:
            return _option(question, 0)
        said = self.words.wanted if question.key == WHICH_HELP else ""
        return said or fitting(question, None, self.t)

    def _of_the_work(self) -> Iterator[tuple[str, str | None]]:
        """How each aim and measure of theirs stands by now, by the question's key."""
        for measure in self.measures:
            for tried in (one for one in self.words.tried if one.wording == measure.wording):
                yield f"-m{measure.number}", _by_now(tried.states, self.number)
                yield f"-w{measure.number}", tried.why or None
        for aim in self.aims:
            for sought in (one for one in self.words.aims if one.wording == aim.wording):
                yield f"-a{aim.number}", _by_now(sought.states, self.number)


def _by_now(told: Sequence[str], number: int) -> str:
    return told[min(number, len(told) - 1)]


def fitting(question: Question, wanted: str | None, t: Tongue) -> str | None:
    """The first that is an answer: what is wanted, same as last time, an option, or anything."""
    if wanted is None and question.optional:
        return None
    tried = [*([wanted] if wanted else []), *_guesses(question)]
    return next((said for said in tried if _reads(question, said, t)), None)


def _guesses(question: Question) -> list[str]:
    """As last time, where that is offered; else the option in the middle, or what may fit."""
    keys = [one.key for one in question.options]
    same = [SAME] if SAME in keys else []
    return [*same, *keys[len(keys) // 2 :], *_TRIED, "…"]


def _reads(question: Question, said: str, t: Tongue) -> bool:
    try:
        return bool(question.read(said, t))
    except Refusal:
        return False


def _option(question: Question, place: int) -> str | None:
    keys: list[str] = [one.key for one in question.options]
    return _by_now(keys, place) if keys else None


def _options(question: Question, places: Iterable[int]) -> list[str]:
    return [question.options[one].key for one in places if one < len(question.options)]
