"""What people write is read as the answer they meant, or refused with a sentence that helps."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flow import readers
from handlers.flow.form import Option, Reader, Refusal
from handlers.markup import plain
from handlers.tongue import tongue

NB, EN = tongue("nb"), tongue("en")
TODAY = dt.date(2026, 9, 1)
STEPS = (
    Option("not", "Ikke startet"),
    Option("going", "I gang"),
    Option("partly", "Delvis nådd"),
    Option("done", "Nådd"),
)
THEMES = (
    Option("hr", "HR, ledelse og forankring"),
    Option("m", "Mentor"),
    Option("x", "Noe annet"),
)
READERS: dict[str, Reader] = {
    "text": readers.text(20),
    "choice": readers.choice(STEPS),
    "several": readers.several(THEMES),
    "scale": readers.scale(1, 5, 0.5),
    "number": readers.number(-10, 100_000, "kr"),
    "whole": readers.number(0, unit="ansatte", decimals=0),
    "free": readers.number(),
    "yesno": readers.yesno(),
    "date": readers.date(TODAY),
}
LIKELY = st.text(alphabet="0123456789 .,-/+'\u00a0\u2212kransteog", max_size=16) | st.sampled_from(
    ["1. september", "ja", "Nei!", "nådd", "Mentor og noe annet", "1 234,50 kr", "3,5", "1.9.26"]
)


def refused(read: Reader, said: str) -> str:
    with pytest.raises(Refusal) as refusal:
        read(said, NB)
    return plain(refusal.value.sentence)


@pytest.mark.parametrize("name", READERS)
@given(said=st.text(max_size=30) | LIKELY)
def test_what_was_read_reads_as_itself_and_a_refusal_is_a_sentence(name: str, said: str) -> None:
    read = READERS[name]
    try:
        answer = read(said, NB)
    except Refusal:
        assert refused(read, said)
        with pytest.raises(Refusal):
            read(said, EN)
    else:
        assert answer
        assert read(answer, NB) == answer
        assert read(answer, EN) == answer == read(said, EN)


@given(
    cents=st.integers(-(10**10), 10**10), space=st.sampled_from(["", " ", "\u00a0", "\u202f", "'"])
)
def test_a_number_is_read_however_its_thousands_are_set_apart(cents: int, space: str) -> None:
    whole, part = divmod(abs(cents), 100)
    said = f"{'-' if cents < 0 else ''}{whole:,}".replace(",", space) + f",{part:02}"
    assert float(readers.number()(said, NB)) == cents / 100


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(["nb", "en"]))
def test_a_date_in_the_bots_own_words_is_read_back(day: dt.date, language: str) -> None:
    t = tongue(language)
    assert readers.date(TODAY)(t.day(day, year=True), t) == day.isoformat()


@given(st.sets(st.sampled_from([option.key for option in THEMES])))
def test_several_are_read_in_the_forms_order_from_their_texts(keys: set[str]) -> None:
    chosen = [option for option in THEMES if option.key in keys]
    said = str(NB.listed([option.text for option in reversed(chosen)]))
    canonical = ",".join(option.key for option in chosen) or "-"
    assert readers.several(THEMES)(said, NB) == canonical


@pytest.mark.parametrize(
    ("name", "said", "answer"),
    [
        ("text", "  to ord \n", "to ord"),
        ("choice", "partly", "partly"),
        ("choice", "I GANG.", "going"),
        ("choice", "nadd", "done"),
        ("choice", "na\u030add", "done"),
        ("choice", "Ikke", "not"),
        ("choice", "2", "going"),
        ("choice", "nr. 4", "done"),
        ("several", "3, 1", "hr,x"),
        ("several", "1 3", "hr,x"),
        ("several", "Mentor, noe", "m,x"),
        ("several", "mentor and noe annet", "m,x"),
        ("several", "HR, ledelse og forankring og mentor", "hr,m"),
        ("several", "m,m,", "m"),
        ("several", "-", "-"),
        ("several", "Ingen av dem.", "-"),
        ("scale", "3", "3"),
        ("scale", "3,5", "3.5"),
        ("scale", "3.50", "3.5"),
        ("scale", "4 av 5", "4"),
        ("scale", "4/5", "4"),
        ("number", "1\u00a0234,50 kr", "1234.5"),
        ("number", "kr 100,-", "100"),
        ("number", "\u22125", "-5"),
        ("number", "-0", "0"),
        ("number", "100 000 KR", "100000"),
        ("whole", "12 Ansatte", "12"),
        ("yesno", "Jepp!", "yes"),
        ("yesno", "j", "yes"),
        ("yesno", "nei takk", "no"),
        ("yesno", "NO", "no"),
        ("date", "2026-09-01", "2026-09-01"),
        ("date", "1.9.2026", "2026-09-01"),
        ("date", "1.9.26", "2026-09-01"),
        ("date", "1/9-2026", "2026-09-01"),
        ("date", "1. september", "2026-09-01"),
        ("date", "31. aug", "2027-08-31"),
        ("date", "29. februar", "2028-02-29"),
        ("date", "1. september 2026", "2026-09-01"),
        ("date", "September 1st, 2026", "2026-09-01"),
        ("date", "tysdag 1. september 2026", "2026-09-01"),
    ],
)
def test_it_is_read_as_meant(name: str, said: str, answer: str) -> None:
    assert READERS[name](said, NB) == answer


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text", " \u200b\n"),
        ("text", "x" * 21),
        ("choice", ""),
        ("choice", "i"),
        ("choice", "0"),
        ("choice", "5"),
        ("choice", "ferdig"),
        ("several", "mentor, hest"),
        ("several", "1, 4"),
        ("scale", "0,5"),
        ("scale", "5,5"),
        ("scale", "3,2"),
        ("scale", "4 av 6"),
        ("scale", "fire"),
        ("number", "1.234"),
        ("number", "1,234"),
        ("number", "12 timer"),
        ("number", "100 001"),
        ("number", "-11"),
        ("number", "12 34"),
        ("number", "1e3"),
        ("free", "1.000"),
        ("free", "0," + "1" * 5000),
        ("whole", "1.000"),
        ("whole", "12,5"),
        ("scale", "3," + "0" * 5000 + "1"),
        ("whole", "-1"),
        ("yesno", "kanskje"),
        ("date", "i morgen"),
        ("date", "31.2.2026"),
        ("date", "mandag 1.9.2026"),
        ("date", "13.30"),
        ("date", "1.2.3"),
        ("date", "12"),
    ],
)
def test_it_is_refused_rather_than_guessed(name: str, said: str) -> None:
    assert refused(READERS[name], said)


def test_a_refusal_says_what_to_do() -> None:
    said = {name: refused(READERS[name], "?" * 21) for name in READERS}
    assert said == {
        "text": "Det er 21 tegn, og det er plass til 20. Kort det ned og send det på nytt.",
        "choice": "Jeg fant ikke det blant valgene. Skriv ett av dem, eller nummeret: "
        "\n1. Ikke startet\n2. I gang\n3. Delvis nådd\n4. Nådd",
        "several": "Jeg fant ikke alt det blant valgene. Skriv dem som passer, eller numrene, "
        "med komma mellom, eller «-» for ingen: "
        "\n1. HR, ledelse og forankring\n2. Mentor\n3. Noe annet",
        "scale": "Jeg kunne ikke lese det som et tall. "
        "Svar med et tall fra 1 til 5, i trinn på 0,5.",
        "number": "Jeg kunne ikke lese det som et tall. "
        "Svar med et tall fra -10 til 100\u00a0000\u00a0kr.",
        "whole": "Jeg kunne ikke lese det som et tall. "
        "Svar med et tall fra 0\u00a0ansatte og oppover.",
        "free": "Jeg kunne ikke lese det som et tall. Svar med et tall, for eksempel 12,5.",
        "yesno": "Jeg kunne ikke lese det som ja eller nei. Svar med ett av de to ordene.",
        "date": "Jeg kunne ikke lese det som en dato. Skriv den som 1.9.2026 eller 1. september.",
    }


def test_saying_nothing_does_not_choose_the_only_option() -> None:
    assert refused(readers.choice(STEPS[:1]), " ?")


def test_a_refusal_never_repeats_what_was_written() -> None:
    assert "<b>hemmelig" not in refused(READERS["choice"], "<b>hemmelig")


def test_a_tap_on_an_option_adds_it_and_another_takes_it_away() -> None:
    read = readers.several(THEMES)
    values = [read.toggled(None, "x"), read.toggled("x", "hr"), read.toggled("x", "x")]
    assert values == ["x", "hr,x", "-"]


@pytest.mark.parametrize(
    "options", [(), (Option("a", "A"), Option("a", "B"))], ids=["none", "same key"]
)
def test_a_choice_needs_options_with_keys_of_their_own(options: tuple[Option, ...]) -> None:
    with pytest.raises(ValueError, match="keys of their own"):
        readers.choice(options)


def test_many_pieces_are_read_in_no_time() -> None:
    assert readers.several(THEMES)("1," * 5000, NB) == "hr"
