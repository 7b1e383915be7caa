"""What a wrong programme file is told: everything at once, in plain words."""

import copy
import math
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.markup import plain
from handlers.programme_file import ProgrammeErrors, complaint_texts, read_programme
from handlers.programme_file.fields import Table
from handlers.programme_file.read import read_tables
from handlers.programme_file.schema_errors import EXAMPLES, keys_at
from handlers.tongue import tongue
from tests.full_programme import FULL
from tests.programme_file_faults import ONE_COMPLAINT, SAMLING, TOP, question, score


def told(text: str, language: str = "en") -> list[str]:
    try:
        read_programme(text)
    except ProgrammeErrors as errors:
        return [plain(one.sentence(tongue(language))) for one in errors.complaints]
    return []


def test_the_full_programme_has_no_complaint() -> None:
    assert told(FULL) == []


def test_the_full_programme_uses_every_key() -> None:
    known = set(_schema_keys(()))
    assert len(known) > 80
    assert known - set(_file_keys(tomllib.loads(FULL), ())) == set()


def test_every_error_comes_at_once_and_in_the_order_of_the_file() -> None:
    text = """
schema = 1
id = "Feil id"
timezone = "Europe/Osl"
[[milestone]]
id = "samling-1"
kind = "samling"
title = "Introduksjon"
when = "2023-13"
[[milestone]]
id = "samling-1"
kind = "samling"
title = "Videre"
themes = "Ett"
[[team]]
id = "tromso-1"
name = ""
[report]
before = ["samling-9"]
[[report.question]]
key = "a"
ask = "Hva?"
kind = "scale"
min = 5
max = 1
[[report.qestion]]
[reminders]
hour = "16:00"
"""
    assert told(text) == [
        "“id”: “Feil id” cannot be an id; write 1 to 40 small letters a–z, digits and hyphens",
        "“timezone”: “Europe/Osl” is not a time zone; write for instance Europe/Oslo",
        (
            "gathering 1 («Introduksjon»): “2023-13” is not a valid month; "
            "write year and month, such as 2022-12"
        ),
        (
            "gathering 2 («Videre»): “id” is “samling-1”, and another has that already; "
            "give each its own"
        ),
        "gathering 2 («Videre»): “themes” must be a list; write it between [ and ]",
        "team «tromso-1», “name”: the text is empty; write something, or take the key out",
        (
            "the report: “before” names “samling-9”, but nothing has that id; "
            "write the id of a gathering"
        ),
        "question 1 in the report: max (1) is less than min (5); swap them",
        "the report: unknown key “qestion”; did you mean “question”?",
        (
            "the report: “days_before” is missing, and Mellom never guesses it; write for instance "
            "days_before = 7 under [report], and reports are due 7 days before each gathering"
        ),
        (
            "the reminders: reminders at 16:00 fall in the quiet hours from 15:00 to 09:00; "
            "move “hour” or change “quiet”"
        ),
        '“name” is missing; write for instance name = "Læringsnettverk for mentorprogram"',
    ]


@pytest.mark.parametrize(("text", "sentence"), ONE_COMPLAINT)
def test_a_fault_has_one_complaint_with_its_place_and_mend(text: str, sentence: str) -> None:
    assert told(text) == [sentence]


def test_a_second_module_is_counted_among_modules() -> None:
    module = SAMLING.replace("samling", "modul").replace("s1", "m{}")
    text = TOP + module.format(1) + SAMLING + module.format(2) + "mode = 1"
    assert told(text) == [
        (
            "module 2 («Introduksjon»), “mode”: “1” is not known here; "
            "write one of physical, digital, hybrid"
        ),
    ]


def test_dates_without_quotation_marks_are_read_as_they_are_meant() -> None:
    bare = read_programme(TOP + SAMLING + "when = 2022-09-01T12:00:00")
    quoted = read_programme(TOP + SAMLING + 'when = "2022-09-01T12:00"')
    assert bare == quoted


def test_a_file_from_notepad_is_read() -> None:
    assert read_programme("\ufeff" + TOP.replace("\n", "\r\n")) == read_programme(TOP)


def test_options_get_keys_of_their_own() -> None:
    options = """["Ja, helt", "Ja – helt!", "Blåbær og ål", "?",
      { key = "ja-helt-2", text = "X" }, { nb = "Ærlig talt, det vet jeg ikke" }]"""
    text = question(f'kind = "choice"\noptions = {options}')
    report = read_programme(text).report
    assert report is not None
    assert [(one.key, one.text) for one in report.question[0].options] == [
        ("ja-helt", "Ja, helt"),
        ("ja-helt-3", "Ja – helt!"),
        ("blabaer-og-al", "Blåbær og ål"),
        ("valg", "?"),
        ("ja-helt-2", "X"),
        ("aerlig-talt-det", {"nb": "Ærlig talt, det vet jeg ikke"}),
    ]


def test_steps_are_named_with_quotation_marks_or_without() -> None:
    named = '"0.5" = "Lav"\n2 = "To"\n4.5 = "Nesten"\n"5.0" = { nb = "Alt", en = "All" }\n'
    report = read_programme(score(named)).report
    assert report is not None
    assert report.score is not None
    assert [(one.step, one.text) for one in report.score.labels] == [
        ("0.5", "Lav"), ("2.0", "To"), ("4.5", "Nesten"), ("5.0", {"nb": "Alt", "en": "All"}),
    ]  # fmt: skip


def test_every_step_that_is_none_is_told_of_at_once() -> None:
    assert len(told(score('"1.2" = "x"\n"0" = "y"\n"5.5" = "z"\n"1" = "right"'))) == 3


def test_steps_may_be_asked_for_without_names_of_their_own() -> None:
    report = read_programme(
        f"{TOP}[report]\ndays_before = 7\nmeasures = true\n[report.score]"
    ).report
    assert report is not None
    assert report.score is not None
    assert report.score.labels == ()


def test_complaints_are_told_in_bokmal_too() -> None:
    text = TOP + SAMLING + 'when = "2023-13"\n' + SAMLING + "[report]\nqestions = []"
    assert told(text, "nb") == [
        (
            "samling 1 («Introduksjon»): «2023-13» er ikke en gyldig måned; "
            "skriv år og måned, slik som 2022-12"
        ),
        "samling 2 («Introduksjon»): «id» er «s1», og det har en annen allerede; gi hver sin egen",
        (
            "rapporten: her spørres det ikke om noe; skriv minst ett spørsmål under "
            "[[report.question]]"
        ),
        "rapporten: ukjent nøkkel «qestions»; mente du «question»?",
        (
            "rapporten: «days_before» mangler, og Mellom gjetter den aldri; skriv for eksempel "
            "days_before = 7 under [report], så er fristen for rapporten 7 dager før hver samling"
        ),
    ]


@given(st.integers(0, len(FULL)), st.integers(0, 40), st.text(max_size=5))
def test_a_damaged_file_is_read_or_complained_of(start: int, length: int, put: str) -> None:
    damaged = FULL[:start] + put + FULL[start + length :]
    assert told(damaged) != [] or read_programme(damaged).schema_ == 1


@pytest.mark.parametrize(
    "text", ["x = " + "9" * 5000, "schema = 0x" + "f" * 5000, "x = " + "[" * 9000]
)
def test_endless_values_are_complained_of(text: str) -> None:
    assert told(text)


def test_every_required_key_has_an_example() -> None:
    required = {
        field.alias or name
        for table in _tables()
        for name, field in table.model_fields.items()
        if field.is_required()
    }
    said_otherwise = {"schema", "days_before", "step"}
    assert required - said_otherwise == set(EXAMPLES)


def test_the_known_keys_of_an_inner_table_are_found() -> None:
    assert keys_at(("reminders", "quiet")) == ["from", "to"]
    assert keys_at(("samling", "thanks")) == ["after", "text"]
    assert keys_at(("milestone", 3, "agenda", 0)) == ["at", "what", "who"]


WRONG: list[Any] = [
    17, -1, 1.5, math.nan, math.inf, True, "", "x", "🙂" * 3000, "\x00", [], [1], ["x", "x"], [[]],
    {}, {"x": 1}, {"nb": ""}, {"nb": 1}, {"text": 1}, {"key": 1}, {"1": "x", "x": 1},
    date(2022, 1, 1), time(12), datetime(2022, 1, 1, tzinfo=UTC),
]  # fmt: skip
PYDANTIC = ("Input", "should be", "Value error", "Field required", "not permitted", "pydantic")


def test_no_wrong_value_anywhere_gets_pydantics_words() -> None:
    raw, tries, sentences = tomllib.loads(FULL), 0, set()
    for path in _paths(raw, ()):
        for wrong in WRONG:
            for complaint in _complaints(_with(raw, path, wrong)):
                tries += 1
                assert complaint.what.sentence is not complaint_texts.not_this, (path, wrong)
                sentences.add(plain(complaint.sentence(tongue("en"))))
    assert tries > 2000
    assert [said for said in sentences if any(word in said for word in PYDANTIC)] == []


def test_every_key_that_is_taken_out_or_made_up_gets_a_sentence() -> None:
    raw = tomllib.loads(FULL)
    for path in _paths(raw, ()):
        for complaint in _complaints(_without(raw, path)):
            assert complaint.what.sentence is not complaint_texts.not_this, path
        if isinstance(path[-1], str):
            strange = _complaints(_with(_without(raw, path), (*path[:-1], "q-q"), 1))
            assert strange, path


def _complaints(raw: dict[str, Any]) -> list[Any]:
    try:
        read_tables(raw)
    except ProgrammeErrors as errors:
        return errors.complaints
    return []


def _paths(value: object, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _paths(item, (*path, index))


def _with(raw: dict[str, Any], path: tuple[Any, ...], value: object) -> dict[str, Any]:
    other: Any = copy.deepcopy(raw)
    inner = other
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = value
    return dict(other)


def _without(raw: dict[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    other: Any = copy.deepcopy(raw)
    inner = other
    for part in path[:-1]:
        inner = inner[part]
    del inner[path[-1]]
    return dict(other)


def _tables() -> list[type[Table]]:
    ours = "handlers.programme_file."  # others may build on the same tables
    return [table for table in Table.__subclasses__() if table.__module__.startswith(ours)]


def _schema_keys(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key in keys_at(path):
        yield (*path, key)
        if key not in ("options", "labels") and path[:1] != ("reflection",):
            yield from _schema_keys((*path, key))


def _file_keys(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*path, key)
            yield from _file_keys(item, (*path, key))
    elif isinstance(value, list):
        for item in value:
            yield from _file_keys(item, path)
