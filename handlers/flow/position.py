"""Where someone stands in a form, derived from the answers; and what one more answer does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from handlers.flow.form import Question, Questions

State = Literal["open", "given", "skipped"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is recorded for one question; ``revision`` counts its changes, from 1.

    ``value`` is canonical; on an open answer it is a proposal, on a skipped one None.
    """

    key: str
    state: State
    value: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Position:
    """The questions that are asked now, in order, and the answers by key.

    Answers whose question is not asked are kept and ignored.
    """

    questions: tuple[Question, ...]
    answers: Mapping[str, Answer]

    @property
    def next_open(self) -> Question | None:
        return next((q for q in self.questions if self._open(q)), None)

    @property
    def previous(self) -> Question | None:
        """What Back reopens when the next open question is shown."""
        upcoming = self.next_open
        return self.before(upcoming.key if upcoming else None)

    @property
    def done(self) -> bool:
        return self.next_open is None

    @property
    def open(self) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if self._open(q))

    @property
    def left(self) -> int:
        return len(self.open)

    @property
    def total(self) -> int:
        return len(self.questions)

    @property
    def values(self) -> Mapping[str, str]:
        """The given answers by key, in the form's order, without proposals."""
        return _given(self.questions, self.answers)

    def question(self, key: str) -> Question | None:
        """The question with this key, if it is asked now."""
        return next((q for q in self.questions if q.key == key), None)

    def before(self, key: str | None) -> Question | None:
        """The last question before this one that is not open; before the end if None."""
        found = None
        for question in self.questions:
            if question.key == key:
                break
            found = found if self._open(question) else question
        return found

    def revision(self, key: str) -> int:
        """How often the answer has changed; 0 if there is none."""
        return self.answers[key].revision if key in self.answers else 0

    def _open(self, question: Question) -> bool:
        answer = self.answers.get(question.key)
        return answer is None or answer.state == "open"


def stand(form: Questions, answers: Iterable[Answer]) -> Position:
    """The position in a form whose questions may depend on answers that are themselves asked for.

    An answer counts for the next list only while its own question is asked, so the list is built
    again until it stays the same.
    """
    recorded = {answer.key: answer for answer in answers}
    questions = form({})
    for _ in recorded:
        again = form(_given(questions, recorded))
        if [q.key for q in again] == [q.key for q in questions]:
            return Position(again, recorded)
        questions = again
    return Position(questions, recorded)


def _given(questions: tuple[Question, ...], answers: Mapping[str, Answer]) -> dict[str, str]:
    found = (answers.get(question.key) for question in questions)
    return {a.key: a.value for a in found if a and a.state == "given" and a.value is not None}


@dataclass(frozen=True, slots=True)
class Take:
    """Record it, as this revision."""

    revision: int


@dataclass(frozen=True, slots=True)
class Already:
    """The same is recorded already: say so kindly, change nothing."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another answer, or a skip, was recorded meanwhile: show both, let the person choose."""

    theirs: Answer


@dataclass(frozen=True, slots=True)
class Stale:
    """It belongs to what is no longer shown: change nothing, show where things stand.

    A typed text must still not be lost: it is offered as the answer to what is open.
    """

    current: Answer | None


Verdict = Take | Already | Conflict | Stale


def settle(shown_revision: int, current: Answer | None, value: str | None) -> Verdict:
    """Compare and swap for one answer; ``value`` is canonical, None for a skip.

    ``shown_revision`` is what the person last saw of this answer (0: that there was none).
    """
    revision = current.revision if current else 0
    if current and current.state != "open" and current.value == value:
        return Already()
    if shown_revision == revision:
        return Take(revision + 1)
    if shown_revision > revision or current is None or current.state == "open" or value is None:
        return Stale(current)
    return Conflict(current)
