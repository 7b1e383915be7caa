"""The desk sends each thing that is said to whoever it is for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import desk
from handlers.join.codes import codes
from tests.room import Room, Sitter

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def kari(tmp_path: Path) -> Sitter:
    """Kari has joined a team whose report is open."""
    room = Room(tmp_path, NOW)
    programme = room.holds()
    with room.unit() as unit:
        code = codes(unit, programme.id, NOW, None)[0].code
    sitter = room.sitter("1", language="en")
    sitter.says(f"/start {code}")
    for said in ("Yes, it is private", "Kari Nordmann", "skip"):
        sitter.says(said)
    return sitter


def test_a_button_s_label_typed_out_is_a_tap(kari: Sitter) -> None:
    kari.says("/forget")
    kari.says(kari.last.labels[-1])
    assert "Good" in kari.last.text


def test_yes_is_enough_where_one_button_says_yes(kari: Sitter) -> None:
    kari.says("/forget")
    kari.says("yes")
    assert "erased" in kari.last.text


def test_a_command_s_word_is_run_where_it_can_be_no_answer(kari: Sitter) -> None:
    kari.says("report")
    for _ in range(4):
        kari.says("We tried the checklist.")
    kari.says("help")
    assert "/programme" in kari.last.text


def test_a_command_s_word_in_a_free_text_is_the_answer(kari: Sitter) -> None:
    kari.says("report")
    before = kari.last.text
    kari.says("help")
    assert kari.last.text != before
    assert "/programme" not in kari.last.text


def test_a_slash_word_that_is_no_command_is_not_silent(kari: Sitter) -> None:
    seen = len(kari.screen)
    kari.says("/nonsense")
    assert len(kari.screen) > seen


def test_an_old_button_of_no_feature_changes_nothing_and_says_so(kari: Sitter) -> None:
    seen = len(kari.screen)
    kari.presses("gone:1")
    assert len(kari.screen) == seen + 1


def test_who_writes_again_is_reachable_again(kari: Sitter) -> None:
    with kari.room.unit() as unit:
        unit.people.unreachable("telegram", "1", NOW)
    kari.says("status")
    with kari.room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        assert [one.unreachable_since for one in unit.people.addresses(person.id)] == [None]


@pytest.mark.parametrize(
    "has_report",
    [True, False],
)
def test_the_menu_shows_a_report_only_where_there_are_reports(
    tmp_path: Path, *, has_report: bool
) -> None:
    room = Room(tmp_path, NOW)
    programme = room.holds()
    if not has_report:
        programme = programme.model_copy(update={"report": None})
        room.imports(programme)
    with room.unit() as unit:
        code = codes(unit, programme.id, NOW, None)[0].code
    sitter = room.sitter("1", language="en")
    for said in (f"/start {code}", "Yes, it is private", "Kari Nordmann", "skip"):
        sitter.says(said)
    assert ("report" in [name for name, _ in sitter.menu]) is has_report


def test_a_thank_you_gets_a_nod_and_not_the_whole_help(kari: Sitter) -> None:
    seen = len(kari.screen)
    kari.says("Takk!")
    with kari.room.unit() as unit:
        newest = unit.outbox.sent_to("telegram", "1")[-1]
    assert (len(kari.screen), newest.verb, newest.text) == (seen, "react", "👍")


def test_a_command_of_two_words_takes_a_slash_and_one_with_the_bot_s_name_keeps_its_rest() -> None:
    two, rest = desk._slashed("ny samlingsrekke med mer")
    assert (two and two.words[0], rest) == ("series", "med mer")
    named, behind = desk._slashed("start@mellom_bot abc")
    assert (named and named.words[0], behind) == ("start", "abc")
    assert desk._slashed("") == (None, "")
