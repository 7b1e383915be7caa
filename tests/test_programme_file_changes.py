"""What an organiser is told when a programme file comes in again."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from handlers.markup import plain
from handlers.programme_file import Change, ProgrammeFile, changes, dump, load, read_programme
from handlers.programme_file.change_texts import KEY_WORDS
from handlers.tongue import tongue
from tests.full_programme import FULL

FIRST = read_programme(FULL)


def told(new: str, old: str = FULL, language: str = "en") -> list[str]:
    found = changes(read_programme(old), read_programme(new))
    return [plain(one.sentence(tongue(language))) for one in found]


def swapped(old: str, new: str) -> str:
    assert old in FULL
    return FULL.replace(old, new)


SENTENCES = [
    ('when = "2022-12"', 'when = "2022-12-14"',
     ["Videre: date December 2022, date to come → Wednesday 14 December 2022"]),
    ('when = "2022-12"\n', "\n", ["Videre: date December 2022, date to come → not set"]),
    ("days_before = 7\n", "days_before = 9\n", ["the report: days before 7 → 9"]),
    ("attachments = true\n", "", ["the report: pictures and documents kept yes → no"]),
    ('1 = { nb = "På plass", en = "In place" }, ', "", [
     "the report, the steps, labels: 1.0 In place → not set"]),
    ('"2.5" = "Prøver ut"', '"2.5" = "Tester"', [
     "the report, the steps, labels: 2.5 Prøver ut → Tester"]),
    ("telegram = false\n", "", ["Tromsø: telegram no → yes"]),
    ('max = 7, rule = "must"', "max = 8", ["the rules for teams, team size: most 7 → 8",
     "the rules for teams, team size: rule must → should"]),
    ('"Bli kjent", ', "", ["Introduksjon: themes Bli kjent and Hva er mentor? → Hva er mentor?"]),
    ('what = "Lunsj"', 'what = "Middag"', ["Introduksjon: agenda is changed"]),
    ('"Penger"', '"Folk"', ["the report, Hvilke?: options Tid and Penger → Tid and Folk"]),
    ('[[team]]\nid = "senja"\nname = "Senja"\n', "", ["team taken out: «Senja»"]),
    ('id = "senja"', 'id = "dyroy"', ["team taken out: «Senja»", "new team: «Senja»"]),
    ('id = "samling-2"\nkind', ('id = "x"\nkind = "samling"\ntitle = "Ny"\nwhen = "2022-11"\n'
     '[[milestone]]\nid = "samling-2"\nkind'), ["added: «Ny», November 2022, date to come"]),
    ('{ nb = "Alt", en = "All" }', '{ nb = "Nytt", en = "All" }', ["name is changed"]),
    ('mode = "physical"', 'mode = "digital"', ["Introduksjon: form in person → online"]),
    ("cancelled = false", "cancelled = true", ["Introduksjon: cancelled no → yes"]),
    ('without = ["thanks"]', 'without = ["presence", "thanks"]\nbinding = true', [
     "Introduksjon: binding not set → yes",
     "Introduksjon: steps left out thanks afterwards → who is there and thanks afterwards"]),
    ('sign_up_by = "2022-08-12"', "", [
     "Introduksjon: sign-up deadline Friday 12 August 2022 → not set"]),
    ('report_by = "2023-04-14"', 'report_by = "2023-04-13"', [
     "Veien hjem: deadline of the report Friday 14 April 2023 → Thursday 13 April 2023"]),
    ('concerns = { teams = ["tromso-1"], functions = ["mentor"] }', "", [
     "removed: Veien hjem, whom it concerns: Tromsø and mentor"]),
    ('teams = ["tromso-1"], functions = ["mentor"]', 'teams = ["senja"]', [
     "Veien hjem, whom it concerns: teams Tromsø → Senja",
     "Veien hjem, whom it concerns: functions mentor → not set"]),
    ("after = 2", 'after = "1 working day"', [
     "around the gatherings, thanks afterwards: days after 2 → 1 working day"]),
    ('before = "3 working days"\n', "", [
     "around the gatherings, practicalities: days before 3 working days → 2 working days"]),
    ("days_before = 21", "days_before = 14", [
     "around the gatherings, sign-up: days before 21 → 14"]),
    ('ask_days_before = [14, "2 working days"]', "ask_days_before = [14]", [
     "around the gatherings, sign-up: asked so many days before 14 and 2 working days → 14"]),
    ('meals = ["lunch"]', 'meals = ["lunch", "dinner"]', [
     "around the gatherings, sign-up: meals lunch → lunch and dinner"]),
    ('text = "Sett av dagen"', 'text = "Nå!"', [
     "around the gatherings, hold the date: text Sett av dagen → Nå!"]),
    ('call_days_after = ["4 working days"]', "call_days_after = []", [
     "the reminders: days until somebody is asked to ring 4 working days → not set"]),
    ("squeezed = true, common_holiday = [28, 29, 30]", "common_holiday = [29]", [
     "the reminders, days off: single days between days off yes → no",
     "the reminders, days off: weeks of the common holiday 28, 29 and 30 → 29"]),
    ('pauses = ["2023-07-03/2023-07-30"]', "", ["the reminders: pauses 3–30 July 2023 → not set"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentences"), SENTENCES)
def test_a_change_is_told_with_old_and_new(old: str, new: str, sentences: list[str]) -> None:
    assert told(swapped(old, new)) == sentences


def test_the_same_file_has_no_change() -> None:
    assert changes(FIRST, load(dump(FIRST))) == []


def test_a_section_that_comes_or_goes_is_one_change() -> None:
    without = FIRST.model_copy(update={"report": None})
    assert [(one.kind, one.path) for one in changes(FIRST, without)] == [("removed", ("report",))]
    assert [(one.kind, one.path) for one in changes(without, FIRST)] == [("added", ("report",))]


def test_another_order_is_told() -> None:
    turned = FIRST.model_copy(update={"team": FIRST.team[::-1]})
    assert changes(FIRST, turned) == [
        Change("moved", ("team",), ["tromso-1", "senja"], ["senja", "tromso-1"]),
    ]
    assert told_of(turned) == ["teams: the order is now Senja and Tromsø"]


def test_two_that_are_called_the_same_are_told_apart_by_their_ids() -> None:
    namesake = FIRST.team[1].model_copy(update={"name": FIRST.team[0].name})
    alike = FIRST.model_copy(update={"team": (FIRST.team[0], namesake)})
    away = namesake.model_copy(update={"withdrawn": True})
    other = FIRST.model_copy(update={"team": (FIRST.team[0], away)})
    (found,) = changes(alike, other)
    assert plain(found.sentence(tongue("en"))) == "senja: withdrawn no → yes"


def told_of(new: ProgrammeFile) -> list[str]:
    return [plain(one.sentence(tongue("en"))) for one in changes(FIRST, new)]


def test_nothing_that_differs_goes_unsaid() -> None:
    seen: set[Any] = set()
    for path, other in _others():
        found = changes(FIRST, other)
        assert (found == []) == (other == FIRST), path
        for change in found:
            assert plain(change.sentence(tongue("en"))), path
            assert plain(change.sentence(tongue("nb"))), path
        if found:
            seen.add(tuple(part for part in path if isinstance(part, str)))
    assert _all_keys() - seen == {("schema",)}


def test_every_key_has_words() -> None:
    names = {path[-1] for path in _all_keys()}
    # These stand only inside what is told as a whole, or are a word in every language.
    untold = {"schema", "telegram", "agenda", "at", "what", "who", "key", "1", "5"}
    untold |= {"0.5", "1.0", "2.5"}
    untold |= {"role", "reach", "about", "members", "nb", "nn", "en"}
    assert names - untold - set(KEY_WORDS) == set()


ALTERNATIVES: list[Any] = [
    None, True, False, 3, 4, "en", "nn", "annet", "2022-09-01T12:30", "2024-01-01", "10:00",
    "Europe/Stockholm", "frist", "fase", "digital", "should", "https://annet.example", "date",
    "samling-1", ["annet"], ["samling-1"], [2], ["2024-01-01"], [],
    ["sign_up"], {"christmas": False}, {"from": "16:00", "to": "08:00"}, {"hour": "10:00"},
    {"3": "midt"},
]  # fmt: skip


def _others() -> Iterator[tuple[tuple[Any, ...], ProgrammeFile]]:
    """The full programme with each value in turn taken out, or put in the place of another."""
    for path in _paths(_raw(), ()):
        for alternative in ALTERNATIVES:
            raw: Any = _raw()
            inner = raw
            for part in path[:-1]:
                inner = inner[part]
            inner[path[-1]] = alternative
            try:
                yield path, load(json.dumps(raw))
            except ValidationError:
                continue


def _raw() -> dict[str, Any]:
    return dict(json.loads(dump(FIRST)))


def _paths(value: object, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, item in items:
        yield from _paths(item, (*path, key))


def _all_keys() -> set[tuple[str, ...]]:
    paths = _paths(_raw(), ())
    return {tuple(part for part in path if isinstance(part, str)) for path in paths}
