"""Every sentence is translated, and every translation can be said."""

from dataclasses import replace

import pytest
from babel.messages.catalog import Message

from handlers.tongue import tongue
from tests.catalogues import (
    LANGUAGES,
    Saying,
    catalogue_path,
    extracted,
    faults,
    forms,
    is_translated,
    placeholders,
    sayings,
    stored,
    text_faults,
)

SAYINGS = list(sayings())
UPDATE = "run python -m tests.catalogues, and translate what it lists"


def said_in_full(saying: Saying) -> bool:
    needed = {name for text in saying.messages or () for name in placeholders(text)}
    return saying.values is None or needed == saying.values - ({"n"} - needed)


def test_what_is_said_is_a_literal_so_that_it_can_be_translated() -> None:
    assert [saying.place for saying in SAYINGS if saying.messages is None] == []


def test_the_extraction_finds_everything_that_is_said() -> None:
    said = {saying.messages for saying in SAYINGS if saying.messages}
    assert {forms(message.id) for message in extracted() if message.id} == said


def test_every_call_gives_each_placeholder_its_value_and_nothing_else() -> None:
    assert [saying.place for saying in SAYINGS if not said_in_full(saying)] == []


def test_every_english_message_can_be_said() -> None:
    texts = [text for message in extracted() if message.id for text in forms(message.id)]
    assert [(text, wrong) for text in texts if (wrong := text_faults(text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    there = {forms(message.id) for message in stored(language) if is_translated(message)}
    said = {forms(message.id) for message in extracted() if message.id}
    assert sorted(said - there) == [], UPDATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_catalogue_is_obsolete_or_fuzzy(language: str) -> None:
    catalogue = stored(language)
    said = {forms(message.id) for message in extracted() if message.id}
    there = {forms(message.id) for message in catalogue if message.id}
    assert sorted(there - said) == [], UPDATE
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert list(catalogue.obsolete) == [], UPDATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_can_be_said(language: str) -> None:
    messages = [message for message in stored(language) if message.id and is_translated(message)]
    assert [(message.id, wrong) for message in messages if (wrong := faults(message))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_is_said_and_filled_in(language: str) -> None:
    tongue_, translated = tongue(language), list(stored(language))
    for message in (m for m in translated if m.id and is_translated(m)):
        sources, wanted = forms(message.id), forms(message.string)
        values = {name: "x" for text in sources for name in placeholders(text)}
        if len(sources) == 1:
            assert tongue_.say(sources[0], **values) == wanted[0].format_map(values)
            continue
        values.pop("n", None)
        for n, form in ((1, wanted[0]), (2, wanted[1])):
            said = tongue_.many(sources[0], sources[1], n, **values)
            assert said == form.format_map({**values, "n": str(n)})


def test_no_compiled_catalogue_lies_about() -> None:
    assert list(catalogue_path("nb").parent.glob("*.mo")) == []


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("Hello {name}", "Hei {navn}", "other placeholders: ['name', 'navn']"),
        ("Hello {name}", "Hei", "other placeholders: ['name']"),
        ("Hello {name}", "Hei {name", "broken braces: expected '}' before end of string"),
        ("Hello", "Hei }", "broken braces: Single '}' encountered in format string"),
        ("Hello {name}", "Hei {name!r}", "no plain placeholder: 'name'"),
        ("Hello {name}", "Hei {name.x}", "no plain placeholder: 'name.x'"),
        ("Hello {name}", "Hei {}", "no plain placeholder: ''"),
        ("<b>Now</b>", "Nå", "other tags"),
        ("<b>Now</b>", "<b>Nå", "<b> left open"),
        ("<b>Now</b>", "<b>Nå</i>", "</i> closes nothing"),
        ("<b>Now</b>", "<strong>Nå</strong>", "unknown <strong>"),
        ("Now", "Nå < da", "bare <"),
        ("You and me", "Du & jeg", "bare &"),
        ("Now", "Nå ", "other space at an end"),
        ('<a href="{url}">Here</a>', '<a href="her">Her</a>', "odd link 'her'"),
        ('<a href="{url}">Here</a>', "<a>Her</a>", "wrong attributes of <a>"),
        (("{n} team", "{n} teams"), ("{n} team", "{m} team"), "other placeholders: ['m', 'n']"),
        (("{n} team", "{n} teams"), ("ett team", "alle team"), "other placeholders: ['n']"),
        (("{n} team", "{n} teams"), ("{n} team",), "2 forms became 1"),
    ],
)
def test_a_broken_translation_is_caught(
    source: str | tuple[str, ...], translation: str | tuple[str, ...], fault: str
) -> None:
    assert fault in faults(Message(source, translation))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("<b>{name}</b> &amp; {other}", "{other} &amp; <b>{name}</b>"),
        (("one team", "{n} teams"), ("{n} team", "{n} team")),
        (("{n} team of {all}", "{n} teams of {all}"), ("ett av {all}", "{n} av {all}")),
        ('<a href="{url}">Here</a>', '<a href="{url}">Her</a>'),
        ("{{so}}", "{{slik}}"),
    ],
)
def test_a_good_translation_passes(
    source: str | tuple[str, ...], translation: str | tuple[str, ...]
) -> None:
    assert faults(Message(source, translation)) == []


def test_a_call_that_forgets_a_value_or_gives_too_many_is_caught() -> None:
    whole = Saying("x.py:1", ("{n} team of {all}", "{n} teams of {all}"), frozenset({"n", "all"}))
    assert said_in_full(whole)
    assert said_in_full(replace(whole, values=None))
    assert not said_in_full(replace(whole, values=frozenset({"n"})))
    assert not said_in_full(replace(whole, values=frozenset({"n", "all", "more"})))
