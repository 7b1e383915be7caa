"""How far a party has come: two or three questions of evidence, a proposed score, and their own."""

from collections.abc import Mapping

from handlers.flow import readers
from handlers.flow.form import Question
from handlers.flow.readers import NO, YES
from handlers.markup import Html, lines
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.progress import score
from handlers.report.asked import texts
from handlers.tongue import Tongue

SCORE = "-score"
TRIED, BEGUN, PLANNED, BETTER, MUCH = (
    "-e-tried",
    "-e-begun",
    "-e-planned",
    "-e-better",
    "-e-much",
)
EVIDENCE = frozenset({TRIED, BEGUN, PLANNED, BETTER, MUCH})


def score_questions(
    programme: ProgrammeFile, answers: Mapping[str, str], t: Tongue
) -> tuple[Question, ...]:
    """The evidence that is asked for, given the answers so far, and the score once it is there."""
    alone = is_for_individuals(programme)
    path = _path(answers)
    evidence = tuple(Question(key, _ask(key, t, alone=alone), readers.yesno()) for key in path)
    point = proposed(answers)
    if point is None:
        return evidence
    spoken, label = score.spoken(point, t), score.label(programme, point, t)
    proposal = texts.proposed(t, spoken, label, alone=alone)
    hint = lines(proposal, score.Step(programme).hint(t), score.labels(programme, t))
    read, options = score.Step(programme), score.options(programme, t)
    ask = texts.ask_score(t, alone=alone)
    return (*evidence, Question(SCORE, ask, read, options, hint=hint))


def proposed(answers: Mapping[str, str]) -> str | None:
    """The step that the evidence points to; None while some of it is missing."""
    match [answers.get(key) for key in _path(answers)]:
        case ["no", "no", "no"]:
            return "0.5"
        case ["no", "no", "yes"]:
            return "1.0"
        case ["no", "yes"]:
            return "2.0"
        case ["yes", "no"]:
            return "2.5"
        case ["yes", "yes", "no"]:
            return "3.0"
        case ["yes", "yes", "yes"]:
            return "4.0"
        case _:
            return None


def _path(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The questions that the answers lead through, the first open one last."""
    match answers.get(TRIED), answers.get(BEGUN), answers.get(BETTER):
        case (str(tried), str(begun), _) if tried == NO and begun == NO:
            return (TRIED, BEGUN, PLANNED)
        case (str(tried), _, _) if tried == NO:
            return (TRIED, BEGUN)
        case (str(tried), _, str(better)) if tried == YES and better == YES:
            return (TRIED, BETTER, MUCH)
        case (str(tried), _, _) if tried == YES:
            return (TRIED, BETTER)
        case _:
            return (TRIED,)


def _ask(key: str, t: Tongue, *, alone: bool) -> Html:
    asked = {
        TRIED: texts.ask_tried,
        BEGUN: texts.ask_begun,
        PLANNED: texts.ask_planned,
        BETTER: texts.ask_better,
        MUCH: texts.ask_much_better,
    }
    return asked[key](t, alone=alone)
