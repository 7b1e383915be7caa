"""The position in a form is derived from its answers, and one answer is settled by comparison."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flow import readers
from handlers.flow.form import Option, Question
from handlers.flow.position import (
    Already,
    Answer,
    Conflict,
    Position,
    Stale,
    State,
    Take,
    Verdict,
    settle,
    stand,
)
from handlers.markup import Html


def asked(key: str) -> Question:
    return Question(key, Html(key), TEXT)


TEXT = readers.text()
A, B, C = asked("a"), asked("b"), asked("c")
OPEN_B = Answer("b", "open", "forslag", 2)
GIVEN_A = Answer("a", "given", "ja", 1)
SKIPPED_C = Answer("c", "skipped", None, 1)


def at(*answers: Answer) -> Position:
    return Position((A, B, C), {answer.key: answer for answer in answers})


def test_the_next_question_is_the_first_that_is_open() -> None:
    assert [at().next_open, at(GIVEN_A).next_open, at(GIVEN_A, OPEN_B).next_open] == [A, B, B]


def test_back_reopens_the_last_that_was_settled_before_what_is_shown() -> None:
    given_b = Answer("b", "given", "x", 1)
    positions = [at(), at(GIVEN_A), at(SKIPPED_C), at(GIVEN_A, given_b, SKIPPED_C)]
    assert [p.previous for p in positions] == [None, A, None, C]
    assert at(GIVEN_A, given_b, SKIPPED_C).before("b") == A
    assert at(GIVEN_A, OPEN_B).before("c") == A


def test_a_proposal_is_no_answer() -> None:
    position = at(GIVEN_A, OPEN_B, SKIPPED_C)
    seen = (position.done, position.left, position.total, dict(position.values))
    assert seen == (False, 1, 3, {"a": "ja"})


def test_a_form_is_done_when_nothing_is_open() -> None:
    position = at(GIVEN_A, Answer("b", "skipped", None, 1), SKIPPED_C)
    assert (position.done, position.next_open, position.left) == (True, None, 0)


def test_the_revision_of_what_was_never_answered_is_zero() -> None:
    assert [at(OPEN_B).revision(key) for key in "ab"] == [0, 2]


def test_a_question_is_found_by_its_key() -> None:
    assert [at().question(key) for key in ("b", "d")] == [B, None]


def chain(values: Mapping[str, str]) -> tuple[Question, ...]:
    """B is asked if a is «ja», c if b is."""
    asked_b = (B,) if values.get("a") == "ja" else ()
    return (A, *asked_b, *((C,) if values.get("b") == "ja" else ()))


def test_an_answer_whose_question_is_not_asked_is_kept_and_ignored() -> None:
    answers = [Answer("a", "given", "nei", 2), Answer("b", "given", "ja", 1)]
    position = stand(chain, answers)
    assert (position.questions, dict(position.values)) == ((A,), {"a": "nei"})
    assert position.answers == {answer.key: answer for answer in answers}


def test_a_question_that_an_answer_brings_is_asked() -> None:
    answers = [GIVEN_A, Answer("b", "given", "ja", 1)]
    assert [stand(chain, answers[:n]).questions for n in range(3)] == [(A,), (A, B), (A, B, C)]
    assert stand(chain, answers).next_open == C


def test_a_question_that_is_added_tomorrow_is_simply_asked() -> None:
    finished = stand(lambda _: (A,), [GIVEN_A])
    assert (finished.done, stand(lambda _: (A, B), [GIVEN_A]).next_open) == (True, B)


CURRENT: dict[str, Answer | None] = {
    "none": None,
    "open": Answer("q", "open", "x", 2),
    "given": Answer("q", "given", "x", 2),
    "skipped": Answer("q", "skipped", None, 2),
}
STALE = {name: Stale(answer) for name, answer in CURRENT.items()}
THEIRS = {name: Conflict(answer) for name, answer in CURRENT.items() if answer}
# What is recorded; what was shown; then the verdict on x, on y and on a skip.
TABLE: dict[tuple[str, str], tuple[Verdict, Verdict, Verdict]] = {
    ("none", "before"): (Take(1), Take(1), Take(1)),
    ("none", "this"): (Take(1), Take(1), Take(1)),
    ("none", "later"): (STALE["none"],) * 3,
    ("open", "before"): (STALE["open"],) * 3,
    ("open", "this"): (Take(3), Take(3), Take(3)),
    ("open", "later"): (STALE["open"],) * 3,
    ("given", "before"): (Already(), THEIRS["given"], STALE["given"]),
    ("given", "this"): (Already(), Take(3), Take(3)),
    ("given", "later"): (Already(), STALE["given"], STALE["given"]),
    ("skipped", "before"): (THEIRS["skipped"], THEIRS["skipped"], Already()),
    ("skipped", "this"): (Take(3), Take(3), Already()),
    ("skipped", "later"): (STALE["skipped"], STALE["skipped"], Already()),
}


@pytest.mark.parametrize(("recorded", "seen"), list(TABLE))
def test_one_answer_is_settled_by_what_the_person_was_shown(recorded: str, seen: str) -> None:
    current = CURRENT[recorded]
    this = current.revision if current else 0
    shown = {"before": 0, "this": this, "later": this + 1}[seen]
    verdicts = tuple(settle(shown, current, value) for value in ("x", "y", None))
    assert verdicts == TABLE[recorded, seen]


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["x", "y", None])), max_size=8))
def test_what_stands_is_never_overwritten_by_one_who_had_not_seen_it(
    deeds: list[tuple[int, str | None]],
) -> None:
    current: Answer | None = None
    for shown, value in deeds:
        before = current.revision if current else 0
        verdict = settle(shown, current, value)
        if isinstance(verdict, Take):
            assert (shown, verdict.revision) == (before, before + 1)
            state: State = "skipped" if value is None else "given"
            current = Answer("q", state, value, verdict.revision)
            assert settle(shown, current, value) == Already()


@pytest.mark.parametrize("key", ["", "Ø", "a b", "a:b", "x" * 25])
def test_a_key_that_no_button_can_hold_is_no_key(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        asked(key)
    with pytest.raises(ValueError, match="key"):
        Option(key, "En")
