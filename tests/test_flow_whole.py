"""One text is cut along the headings of the questions, and gives the answers back."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.flow import readers
from handlers.flow.form import Question
from handlers.flow.whole import Cut, cut
from handlers.markup import safe


def asked(key: str, wording: str) -> Question:
    return Question(key, safe(wording), readers.text())


NEED = asked("behov", "Behov: Hvilket behov dekker tiltaket?")
USE = asked("nytte", "Nytteverdi: Hvem har nytte av det, og hvordan?")
LEARNT = asked("laert", "Hva har dere lært siden sist?")
CALL = asked("-m1", "Ringe alle nytilsatte")
ALL = (NEED, USE, LEARNT, CALL)


@pytest.mark.parametrize(
    "heading",
    [
        "Hva har dere lært siden sist?",
        "hva har dere lært siden sist",
        "HVA HAR DERE LÆRT SIDEN SIST:",
        "3. Hva har dere lært siden sist?",
        "3) Hva har dere lært siden sist?",
        "(3) Hva har dere lært siden sist?",
        " - Hva har dere lært siden sist? ",
        "• Hva har dere lært siden sist?",
        "**Hva har dere lært siden sist?**",
        "# Hva har dere lært siden sist",
    ],
)
def test_a_heading_is_known_however_it_is_dressed(heading: str) -> None:
    assert cut(f"{heading}\nMye.", ALL) == Cut((("laert", "Mye."),), "")


@pytest.mark.parametrize(
    "line",
    [
        "Hva har dere lært siden sist?: Mye.",
        "Hva har dere lært siden sist: Mye.",
        "Hva har dere lært siden sist? Mye.",
        "1. Hva har dere lært siden sist?  Mye.",
        "**Hva har dere lært siden sist?** Mye.",
    ],
)
def test_an_answer_may_begin_on_the_line_of_its_heading(line: str) -> None:
    assert cut(f"{line}\nOg mer.", ALL) == Cut((("laert", "Mye.\nOg mer."),), "")


@pytest.mark.parametrize(
    "line",
    [
        "Behov: Vi mangler folk: mange.",
        "behov\nVi mangler folk: mange.",
        "Behov:\nVi mangler folk: mange.",
        "Behov: Hvilket behov dekker tiltaket?\nVi mangler folk: mange.",
        "Behov: Hvilket behov dekker tiltaket?: Vi mangler folk: mange.",
    ],
)
def test_the_word_before_the_colon_of_a_wording_is_a_heading_too(line: str) -> None:
    assert cut(line, ALL) == Cut((("behov", "Vi mangler folk: mange."),), "")


def test_what_stands_before_the_first_heading_is_left() -> None:
    text = "Rapport fra oss\n\nBehov: Folk\nRinge alle nytilsatte\ni gang\n"
    assert cut(text, ALL) == Cut((("behov", "Folk"), ("-m1", "i gang")), "Rapport fra oss")


def test_a_heading_that_fits_two_is_left_with_what_stands_under_it() -> None:
    twice = (asked("a", "Tiltak: Ringe"), asked("b", "Tiltak: Skrive"), LEARNT)
    text = "Tiltak: gjort\nOg mer\nTiltak: Skrive: i gang\nHva har dere lært siden sist?\nMye"
    left = "Tiltak: gjort\nOg mer"
    assert cut(text, twice) == Cut((("b", "i gang"), ("laert", "Mye")), left)
    same = (asked("a", "Ringe"), asked("b", "Ringe"))
    assert cut("Ringe\ni gang", same) == Cut((), "Ringe\ni gang")


def test_a_whole_wording_goes_before_the_short_name_of_another() -> None:
    both = (asked("a", "Behov"), NEED)
    assert cut("Behov\nDet ene", both) == Cut((("a", "Det ene"),), "")


def test_the_parts_under_the_same_heading_are_one() -> None:
    assert cut("Behov: A\nNytteverdi: B\nBehov: C", ALL).found == (
        ("behov", "A\nC"),
        ("nytte", "B"),
    )


def test_a_sentence_that_only_holds_the_words_is_no_heading() -> None:
    text = "Vårt behov: stort\nRinge alle nytilsatte gikk bra\nsvar"
    assert cut(text, ALL) == Cut((), text)


def test_an_empty_section_is_found_and_empty() -> None:
    assert cut("Behov:\n\nNytteverdi:\n", ALL) == Cut((("behov", ""), ("nytte", "")), "")


LINES = st.text(st.sampled_from(string.printable + "æøå«»?: \t"), max_size=40).filter(
    lambda line: "\n" not in line and "\r" not in line and not _names_a_question(line)
)
ANSWERS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)


def _names_a_question(line: str) -> bool:
    return cut(line, ALL).found != ()


@given(
    st.permutations(ALL),
    st.lists(ANSWERS, min_size=4, max_size=4),
    st.sampled_from(["", "- ", "{n}. "]),
)
@example(ALL, ["a\n\nb", "", "1. x", "Behov er stort"], "{n}) ")
def test_headings_and_answers_give_the_answers_back(
    questions: list[Question], answers: list[str], mark: str
) -> None:
    pairs = list(zip(questions, answers, strict=True))
    text = "\n".join(
        f"{mark.format(n=n)}{question.text}\n{answer}"
        for n, (question, answer) in enumerate(pairs, 1)
    )
    found = tuple((question.key, answer.strip()) for question, answer in pairs)
    assert cut(text, ALL) == Cut(found, "")
