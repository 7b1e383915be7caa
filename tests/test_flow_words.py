"""Words steer when they are the whole message, and answers read as people wrote or chose them."""

import datetime as dt
import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flow import readers, sayings, texts
from handlers.flow.form import Option, Question, Reader
from handlers.flow.shown import shown
from handlers.flow.words import Control, control, folded
from handlers.markup import Html
from handlers.tongue import tongue

NB, EN = tongue("nb"), tongue("en")
ONE_TWO = (Option("1", "Én & to"), Option("x", "Tre"))


@pytest.mark.parametrize(
    ("said", "steers"),
    [
        ("Hopp over!", Control.SKIP),
        ("neste", Control.SKIP),
        ("/neste", None),
        ("/avbryt@mellom_bot", Control.STOP),
        ("/cancel", Control.STOP),
        (" Senere … ", Control.STOP),
        ("fortsett   senere", Control.STOP),
        ("hald fram seinare", Control.STOP),
        ("Hvor var jeg?", Control.WHERE),
        ("kvar var eg", Control.WHERE),
        ("WHERE WAS I??", Control.WHERE),
        ("/fortsett", Control.WHERE),
        ("continue", Control.WHERE),
        ("førre", Control.BACK),
        ("forre", Control.BACK),
        ("behald", Control.KEEP),
        ("Lever.", Control.SEND),
        ("vi tar det senere", None),
        ("stopp mobbing", None),
        ("", None),
        ("/", None),
        ("@", None),
    ],
)
def test_only_a_whole_message_steers(said: str, steers: Control | None) -> None:
    assert control(said) == steers


def test_each_control_has_its_words_in_every_language() -> None:
    words = {
        Control.SKIP: ["hopp over", "hopp", "neste", "skip"],
        Control.BACK: ["tilbake", "attende", "back"],
        Control.STOP: ["stopp", "stop", "senere", "seinare", "avbryt", "fortsett senere", "later"],
        Control.WHERE: ["hvor var jeg", "kvar var eg", "where was i", "fortsett", "resume"],
        Control.KEEP: ["behold", "behald", "keep"],
        Control.SEND: ["send", "lever", "submit"],
        Control.REST: ["hopp over resten", "skip the rest"],
        Control.ERASE: ["slett svaret", "fjern svaret", "delete the answer"],
        Control.WHOLE: ["alt i én tekst", "alt i éin tekst", "all in one text"],
    }
    assert {c: [w for w in said if control(w) != c] for c, said in words.items()} == {
        c: [] for c in Control
    }


def test_every_button_of_a_form_steers_when_its_words_are_typed() -> None:
    buttons = {
        Control.BACK: texts.back,
        Control.SKIP: texts.skip,
        Control.STOP: texts.stop,
        Control.WHERE: texts.resume,
        Control.KEEP: texts.keep,
        Control.SEND: texts.send,
        Control.REST: sayings.rest,
        Control.ERASE: sayings.erase,
        Control.WHOLE: sayings.whole,
    }
    typed = {c: (control(button(NB)), control(button(EN))) for c, button in buttons.items()}
    assert typed == {c: (c, c) for c in Control}


def test_a_word_that_is_an_option_of_the_question_answers_it() -> None:
    options = (Option("later", "Senere"), Option("now", "Nå"))
    steers = [control("senere", options), control("/senere", options), control("stopp", options)]
    assert steers == [None, Control.STOP, Control.STOP]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("read", "value", "nb", "en"),
    [
        (readers.text(), "a < b", "a &lt; b", "a &lt; b"),
        (readers.choice(ONE_TWO), "1", "Én &amp; to", "Én &amp; to"),
        (readers.choice(ONE_TWO), "gone", "gone", "gone"),
        (readers.several(ONE_TWO), "1,x", "Én &amp; to, Tre", "Én &amp; to, Tre"),
        (readers.several(ONE_TWO), "-", "Ingen av dem", "None of them"),
        (readers.several(ONE_TWO), "gone,x", "Tre, gone", "Tre, gone"),
        (readers.scale(1, 5, 0.5), "3.5", "3,5", "3.5"),
        (readers.number(unit="kr"), "1234.5", "1\u00a0234,5\u00a0kr", "1,234.5\u00a0kr"),
        (readers.number(), "før var det tekst", "før var det tekst", "før var det tekst"),
        (readers.yesno(), "yes", "Ja", "Yes"),
        (readers.yesno(), "no", "Nei", "No"),
        (
            readers.date(dt.date(2026, 1, 1)),
            "2026-09-01",
            "tirsdag 1. september 2026",
            "Tuesday 1 September 2026",
        ),
        (readers.text(), None, "Hoppet over", "Skipped"),
    ],
)
def test_an_answer_reads_in_the_readers_language(
    read: Reader, value: str | None, nb: str, en: str
) -> None:
    question = Question("q", Html("?"), read)
    assert (shown(question, value, NB), shown(question, value, EN)) == (nb, en)


def test_every_sentence_is_written_in_both_languages() -> None:
    values = {"name": "Kari", "left": 2, "total": 5, "limit": 20, "length": 30, "decimals": 2}
    same = []
    for name, sentence in inspect.getmembers(texts, inspect.isfunction):
        parameters = [p for p in inspect.signature(sentence).parameters if p != "t"]
        given_values = [values.get(p, Html("x")) for p in parameters]
        if sentence(NB, *given_values) == sentence(EN, *given_values):
            same.append(name)
    assert same == ["send"]  # «Send» is a word in both
