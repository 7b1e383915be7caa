"""A form as a feature gives it, and the scene in which somebody fills it in."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.flow.form import Question, Questions, Shortcut
from handlers.flow.position import Position
from handlers.markup import Button, Html
from handlers.programme_file import ProgrammeFile
from handlers.turn import Turn
from storage.records import Draft


@dataclass(frozen=True, slots=True)
class Scene:
    """A draft in the hands of whoever acts now; ``programme`` as it stands today."""

    turn: Turn
    draft: Draft
    programme: ProgrammeFile


@dataclass(frozen=True, slots=True)
class Form:
    """One conversation.

    ``questions`` are worded in the speaker's language. ``title`` heads the page that shows
    everything before it is sent; ``review`` false lets the last answer finish the form. ``may``
    is asked before every deed: None lets the speaker write, a sentence refuses. ``finish`` records
    a completed form and thanks; it may drop the draft, and a draft that it leaves open is marked as
    finished. The seats have risen by then, so ``finish`` may begin another form. ``fleeting``
    leaves no text behind in the outbox. ``declined`` ends the form at once when it says so of the
    values so far (join: this phone may not have Telegram): ``decline`` says the words, then the
    draft is dropped, and ``finish`` is not called.

    ``shortcut`` offers one button beside a question's own, and ``ways`` such as lead elsewhere.
    ``heard`` is told of every answer that was recorded; what it returns is said above what is shown
    next. ``stands_in`` lets somebody who is not of the party sit at its draft (an organiser, on a
    team's behalf). ``whole``: everything may be written as one text, under the questions' headings.
    """

    key: str
    questions: Callable[[Scene], Questions]
    title: Callable[[Scene], Html]
    may: Callable[[Scene], Html | None]
    finish: Callable[[Scene, Position], None]
    review: bool = True
    fleeting: bool = False
    declined: Callable[[Scene, Position], bool] | None = None
    decline: Callable[[Scene], None] | None = None
    shortcut: Callable[[Scene, Position, Question], Shortcut | None] | None = None
    ways: Callable[[Scene, Question], tuple[Button, ...]] | None = None
    heard: Callable[[Scene, Position], Html | None] | None = None
    stands_in: Callable[[Turn, Draft], bool] | None = None
    whole: bool = False
