"""A team's aims and measures: seen, added and changed, each in a tap or a sentence."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handlers.flow.party import team_party
from storage.records import Aim, Measure, WorkChange
from tests.room import Room, rows
from tests.seated import seated

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"
TEAM = team_party(PROGRAMME, "havnes-1")
STATES = ["not started", "under way", "goes slowly", "done", "put away"]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def measures(room: Room, party: str = TEAM) -> list[Measure]:
    with room.unit() as unit:
        return unit.measures.measures(PROGRAMME, party)


def aims(room: Room) -> list[Aim]:
    with room.unit() as unit:
        return unit.measures.aims(PROGRAMME, TEAM)


def history(room: Room, subject: Aim | Measure) -> list[WorkChange]:
    with room.unit() as unit:
        return unit.measures.history(subject)


def wordings(room: Room) -> list[str]:
    return [one.wording for one in measures(room)]


def test_with_nothing_yet_it_says_how_to_begin(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/tiltak")
    assert "Nothing stands here yet." in kari.last.text
    assert kari.last.labels == ["New measure", "New aim"]


def test_a_line_behind_the_command_is_a_measure_at_once(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/tiltak Ring all who are new")
    assert (
        kari.last.text == "Added: «Ring all who are new».\n\n1. Ring all who are new\nnot told yet"
    )
    assert kari.last.labels[:5] == STATES
    assert wordings(room) == ["Ring all who are new"]


def test_several_lines_are_several_measures_without_their_bullets(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/tiltak - Ring all\n2) Welcome letter\n\n• Buddy for each")
    assert wordings(room) == ["Ring all", "Welcome letter", "Buddy for each"]
    assert kari.last.text.startswith("3 measures are added.")


def test_the_same_line_twice_is_one_measure(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/tiltak Ring all")
    kari.says("/tiltak ring all!\nRing  all")
    assert kari.last.text.startswith("That stands here already.")
    assert wordings(room) == ["Ring all"]


def test_the_button_asks_says_what_not_to_write_and_how_much(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures")
    kari.taps("New measure")
    assert "At most 200 characters each." in kari.last.text
    assert "Do not write about single persons." in kari.last.text
    kari.says("A welcome letter\nA buddy")
    assert wordings(room) == ["A welcome letter", "A buddy"]
    assert rows(room.connection, "draft") == 0


def test_a_wording_that_is_too_long_is_refused_with_its_length(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures " + "x" * 201)
    assert "That is 201 characters, and there is room for 200." in kari.last.text
    kari.says("/measures " + "x" * 200)
    assert wordings(room) == ["x" * 200]


def test_more_than_forty_open_measures_are_kindly_refused(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures " + "\n".join(f"Step {n}." for n in range(39)))
    kari.says("/measures One\nTwo")
    assert "That is 2 lines, and there is room for 1 more." in kari.last.text
    kari.says("/measures One")
    kari.says("/measures Two")
    assert kari.last.text.startswith("There are 40 open measures")
    kari.presses("measures:new")
    assert kari.last.text.startswith("There are 40 open measures")
    assert len(wordings(room)) == 40
    kari.says("/measures")
    assert len(kari.last.buttons) == 42


def test_every_state_is_one_tap_and_a_second_tap_says_so(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    page = kari.last
    for label, state in zip(STATES, ("not-started", "under-way", "slow"), strict=False):
        kari.taps(label)
        assert kari.last.text.startswith(f"«Ring all» is now: {label}.")
        assert measures(room)[0].state == state
    assert (page.text, page.labels) == ("Ring all", [])
    kari.taps("goes slowly")
    assert kari.nods[-1] == "«Ring all» stands like that already: goes slowly."
    assert len(history(room, measures(room)[0])) == 4


def test_what_a_button_says_may_be_typed_and_so_may_a_number_or_the_first_words(
    room: Room,
) -> None:
    kari = seated(room, "1")
    long = "Write a letter of welcome to each of the new ones before their first day"
    kari.says(f"/measures Ring all\nBuddy for each\n{long}")
    for said, number in (("2", 2), ("buddy for", 2), ("3.", 3), (long, 3), ("ring all", 1)):
        kari.says("/measures")
        kari.says(said)
        assert kari.last.text.startswith(f"{number}. "), said
    kari.says("under way")
    assert [one.state for one in measures(room)] == ["under-way", None, None]
    assert kari.last.text.startswith("«Ring all» is now: under way.")


def test_a_tap_on_one_that_was_closed_meanwhile_shows_where_it_stands(room: Room) -> None:
    kari, ola = seated(room, "1"), seated(room, "2")
    kari.says("/measures Ring all")
    old = next(one.data for one in kari.last.buttons if one.text == "goes slowly")
    ola.says("/measures")
    ola.taps("1. Ring all")
    ola.taps("done")
    assert old is not None
    kari.presses(old)
    assert "has been closed meanwhile: done. Nothing was changed." in kari.last.text
    assert "Reopen" in kari.last.labels
    assert measures(room)[0].state == "done"


def test_closed_ones_are_behind_a_button_and_can_be_reopened(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all\nBuddy")
    kari.taps("1. Ring all")
    kari.taps("put away")
    kari.says("/measures")
    assert "Ring all" not in kari.last.text
    kari.taps("Show the closed ones")
    assert kari.last.text == "Closed\n\n1. Ring all\nput away"
    kari.taps("1. Ring all")
    assert kari.last.labels == ["Reopen", "History", "All aims and measures"]
    kari.taps("Reopen")
    assert measures(room)[0].state == "under-way"
    old = next(one for one in kari.screen if "Reopen" in one.labels or one.text == "Ring all")
    kari.presses(f"measure:{measures(room)[0].id}:reopen", old.id)
    assert kari.nods[-1] == "«Ring all» stands like that already: under way."


def test_words_due_date_function_and_sentence_are_each_a_sentence(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    kari.taps("Change the words")
    assert "instead of «Ring all»" in kari.last.text
    assert "Do not write about single persons." in kari.last.text
    kari.says("Ring all who are new")
    assert kari.last.text.startswith("«Ring all» now says «Ring all who are new».")
    kari.taps("Due date")
    kari.says("1. desember")
    assert kari.last.text.startswith("The measure is due Tuesday 1 December 2026.")
    kari.taps("Responsible")
    assert "Not a name, but a function" in kari.last.text
    assert "mentor" in kari.last.labels
    kari.taps("mentor")
    assert kari.last.text.startswith("Responsible now: mentor.")
    kari.taps("goes slowly")
    kari.taps("Say why")
    kari.says("No time before Christmas")
    found = measures(room)[0]
    assert (found.wording, found.due, found.responsible) == (
        "Ring all who are new",
        date(2026, 12, 1),
        "mentor",
    )
    assert kari.last.text == (
        "Thank you. The sentence stands with the measure.\n\n1. Ring all who are new\n"
        "goes slowly · due Tuesday 1 December 2026 · mentor\nNo time before Christmas"
    )


def test_a_sentence_about_a_state_goes_with_it_and_stays_in_the_history(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    kari.taps("goes slowly")
    kari.taps("Say why")
    kari.says("No time")
    kari.taps("under way")
    assert measures(room)[0].note is None
    kari.taps("History")
    assert "sentence: not set → «No time» (Kari Nordmann)" in kari.last.text


def test_a_date_and_a_function_can_be_taken_away_by_button_or_word(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    for due, function in (
        ("no due date", "ingen"),
        ("ingen frist", "nobody in particular"),
        ("-", "7"),
    ):
        kari.taps("Due date")
        kari.says("1.12.2026")
        kari.taps("Responsible")
        kari.says("the union's representative")
        assert (measures(room)[0].due, measures(room)[0].responsible) == (
            date(2026, 12, 1),
            "the union's representative",
        )
        kari.taps("Due date")
        kari.says(due)
        kari.taps("Responsible")
        kari.says(function)
        assert (measures(room)[0].due, measures(room)[0].responsible) == (None, None)


def test_in_norwegian_no_function_and_no_date_are_said_as_the_buttons_say(room: Room) -> None:
    kari = seated(room, "1", language="nb")
    kari.says("/tiltak Ringe alle")
    for tap, said, back in (
        ("Frist", "1. desember", "ingen frist"),
        ("Ansvarlig", "4", "ingen bestemt"),
    ):
        kari.taps(tap)
        kari.says(said)
        assert (measures(room)[0].due or measures(room)[0].responsible) is not None
        kari.taps(tap)
        (kari.taps if tap == "Frist" else kari.says)(back)
        assert (measures(room)[0].due, measures(room)[0].responsible) == (None, None)


def test_aims_gather_their_measures_and_a_measure_moves_between_them(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    kari.taps("All aims and measures")
    kari.taps("New aim")
    kari.says("All are met on their first day")
    assert [(one.number, one.given) for one in aims(room)] == [(1, False)]
    kari.taps("New measure")
    assert "leads to «All are met on their first day»" in kari.last.text
    kari.says("Buddy for each")
    assert "Towards aim 1: All are met on their first day" in kari.last.text
    kari.says("/measures")
    assert kari.last.text.split("\n\n")[:5] == [
        "Aims and measures",
        "Aim 1: All are met on their first day\nnot told yet",
        "2. Buddy for each\nnot told yet",
        "Measures without an aim",
        "1. Ring all\nnot told yet",
    ]
    kari.says("1")
    kari.taps("Move to another aim")
    kari.taps("Aim 1: All are met")
    assert kari.last.text.startswith("The measure now belongs to «All are met on their first day».")
    kari.taps("Move to another aim")
    assert kari.last.labels == ["without an aim", "Back"]
    kari.taps("without an aim")
    assert [one.aim for one in measures(room)] == [None, aims(room)[0].id]


def test_an_aim_has_four_states_is_closed_and_reopened_and_its_measures_stay(room: Room) -> None:
    kari = seated(room, "1")
    kari.presses("measures:aim")
    kari.says("All are met")
    kari.taps("New measure")
    kari.says("Buddy")
    aim = aims(room)[0]
    kari.presses(f"aim:{aim.id}")
    assert kari.last.labels == [
        *("not started", "under way", "partly reached", "reached"),
        *("New measure", "Change the words", "Close the aim", "History", "All aims and measures"),
    ]
    kari.taps("partly reached")
    assert aims(room)[0].state == "partly"
    kari.taps("Change the words")
    kari.says("All are welcomed")
    kari.taps("Close the aim")
    assert aims(room)[0].closed_at == NOW
    kari.says("/measures")
    assert "1. Buddy" in kari.last.text
    assert "All are welcomed" not in kari.last.text
    kari.presses(f"aim:{aim.id}:state:reached")
    assert "has been closed meanwhile: partly reached." in kari.last.text
    kari.taps("Reopen")
    assert aims(room)[0].closed_at is None


def test_a_measure_moves_to_no_aim_that_is_closed_meanwhile(room: Room) -> None:
    kari = seated(room, "1")
    kari.presses("measures:aim")
    kari.says("All are met")
    kari.says("/measures Ring all")
    kari.taps("Move to another aim")
    kari.presses(f"aim:{aims(room)[0].id}:close")
    kari.presses(f"measure:{measures(room)[0].id}:to:{aims(room)[0].id}")
    assert kari.last.text.startswith("That is no longer here, so nothing was changed.")
    assert measures(room)[0].aim is None


def test_two_members_write_at_once_and_nothing_of_either_is_lost(room: Room) -> None:
    kari, ola = seated(room, "1"), seated(room, "2")
    kari.presses("measures:new")
    ola.presses("measures:new")
    kari.says("Ring all")
    ola.says("Buddy")
    assert wordings(room) == ["Ring all", "Buddy"]
    room.passes(minutes=1)
    for one in (kari, ola):
        one.says("/measures")
        one.says("1")
        one.taps("Change the words")
    room.passes(minutes=1)
    kari.says("Ring each")
    ola.says("Ring everyone")
    assert "Somebody had changed it to «Ring each» meanwhile." in ola.last.text
    changes = history(room, measures(room)[0])
    assert [(one.was, one.now) for one in changes if one.what == "wording"] == [
        ("Ring all", "Ring each"),
        ("Ring each", "Ring everyone"),
    ]


def test_what_one_member_has_begun_is_not_offered_to_another(room: Room) -> None:
    kari, ola = seated(room, "1"), seated(room, "2")
    kari.presses("measures:new")
    ola.says("continue")
    assert "Write the measure in a few words." not in ola.text
    ola.says("Buddy")
    assert wordings(room) == []
    kari.says("Ring all")
    assert wordings(room) == ["Ring all"]


def test_a_report_that_is_being_written_is_not_lost_by_a_change(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    assert "Back to the report" not in kari.last.labels
    with room.unit() as unit:
        before = unit.drafts.start(PROGRAMME, 1, "report", TEAM, "samling-2", None, NOW)
    kari.presses(f"measure:{measures(room)[0].id}:words")
    kari.says("Ring each")
    assert kari.last.buttons[-1].text == "Back to the report"
    assert kari.last.buttons[-1].data == "report:samling-2"
    with room.unit() as unit:
        assert unit.drafts.find(before.id) is not None


def test_a_typed_word_while_a_form_asks_is_its_answer_and_no_button(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/measures Ring all")
    kari.taps("Change the words")
    kari.says("1 call to each")
    assert wordings(room) == ["1 call to each"]
