"""How far a party has come, in steps from 0.5 to 5.0: how a step is read, kept and told."""

from dataclasses import dataclass
from decimal import Decimal

from handlers.flow import readers
from handlers.flow.form import Option, Refusal
from handlers.flow.words import folded
from handlers.markup import Html, lines, plain
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.programme_file.score import STEPS
from handlers.progress import score_texts as texts
from handlers.tongue import Tongue

WHOLE = tuple(step for step in STEPS if step.endswith(".0"))
_SCALE = readers.scale(0.5, 5.0, 0.5)


def canonical(step: str) -> str:
    """The step as it is kept, always with its decimal («3» and «3.0» are «3.0»)."""
    return f"{Decimal(step):.1f}"


def spoken(step: str, t: Tongue) -> str:
    """The step as it is written («2,5», "2.5"), always with its decimal."""
    return canonical(step) if t.language == "en" else canonical(step).replace(".", ",")


def label(programme: ProgrammeFile, step: str, t: Tongue) -> str:
    """What the step means: in the programme's own words where it has any."""
    score = programme.report.score if programme.report else None
    own = {one.step: one.text for one in score.labels} if score else {}
    kept = canonical(step)
    words = texts.ALONE if is_for_individuals(programme) else texts.LABELS
    return t.pick(own[kept]) if kept in own else plain(words[kept](t))


def told(programme: ProgrammeFile, step: str, t: Tongue) -> str:
    """The step with what it means («2,5: Prøver ut tiltak»)."""
    return f"{spoken(step, t)}: {label(programme, step, t)}"


def options(programme: ProgrammeFile, t: Tongue) -> tuple[Option, ...]:
    """The whole steps, for buttons that are short; every half may be typed."""
    return tuple(Option(step, step[0], told(programme, step, t)) for step in WHOLE)


def labels(programme: ProgrammeFile, t: Tongue) -> Html:
    """Every step with what it means, a line each."""
    return lines(*(told(programme, step, t) for step in STEPS))


@dataclass(frozen=True, slots=True)
class Step:
    """Reads a step by its number, or by what it means; canonical with one decimal."""

    programme: ProgrammeFile

    def __call__(self, said: str, t: Tongue) -> str:
        """The step; Refusal for what is none."""
        try:
            return canonical(_SCALE(said, t))
        except Refusal:
            meant = self._meant(folded(said), t)
            if meant is None:
                raise
            return meant

    def hint(self, t: Tongue) -> Html:
        return _SCALE.hint(t)

    def reads(self, value: str, t: Tongue) -> str:
        """A step with what it means."""
        return told(self.programme, value, t)

    def _meant(self, words: str, t: Tongue) -> str | None:
        ways = {step: (label(self.programme, step, t), self.reads(step, t)) for step in STEPS}
        return next((step for step, way in ways.items() if words in map(folded, way)), None)
