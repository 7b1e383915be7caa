"""What has changed in a programme: kept until it is told, once, to those whom it concerns."""

from handlers.changed.apply import apply
from handlers.changed.audience import News, Reach, audience, news, reach
from handlers.changed.deadlines import Deadline, LeftBehind, left_behind
from handlers.changed.facts import Facts, facts_of, moved_deadlines
from handlers.changed.sheet import how_many, in_words
from handlers.changed.steps import Step
from handlers.changed.waiting import NOBODY, Foreseen, foresee, step_of
from handlers.changed.withdrawn import teams_let_go

__all__ = [
    "NOBODY",
    "Deadline",
    "Facts",
    "Foreseen",
    "LeftBehind",
    "News",
    "Reach",
    "Step",
    "apply",
    "audience",
    "facts_of",
    "foresee",
    "how_many",
    "in_words",
    "left_behind",
    "moved_deadlines",
    "news",
    "reach",
    "step_of",
    "teams_let_go",
]
