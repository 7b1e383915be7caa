"""Help, leaving and the language; and never silence."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from handlers import guide
from handlers.events import Attached
from handlers.flow.party import team_party
from tests.room import Room
from tests.seated import seated, turn_of
from tests.test_waiting import oslo


def words(text: str) -> list[str]:
    return re.findall(r"^/\w+", text, re.MULTILINE)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    return room


# Help


def test_help_tells_a_participant_what_they_can_do(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("help")
    assert words(kari.last.text) == [
        "/status",
        "/programme",
        "/report",
        "/measures",
        "/template",
        "/reflect",
        "/signup",
        "/calendar",
        "/ask",
        "/settings",
        "/mydata",
        "/language",
        "/cancel",
    ]


def test_the_contact_person_is_told_of_the_team_and_a_menu_is_help(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        (mine,) = unit.people.memberships(person.id)
        unit.people.take_duty(mine, "contact")
    for said in ("help", "meny", "/menu"):
        kari.says(said)
        assert "/teams – who is in your team" in kari.last.text


def test_help_tells_a_leader_what_they_can_do(room: Room) -> None:
    leader = seated(room, "1", role="facilitator", team=None)
    leader.says("/hjelp")
    assert words(leader.last.text) == [
        "/status",
        "/programme",
        "/measures",
        "/signup",
        "/attendance",
        "/calendar",
        "/ask",
        "/summary",
        "/broadcast",
        "/settings",
        "/mydata",
        "/language",
        "/cancel",
    ]


def test_help_tells_one_who_has_not_joined_where_a_code_comes_from(room: Room) -> None:
    stranger = room.sitter("9", language="en")
    stranger.says("/help")
    assert "To begin I need a code or a link" in stranger.last.text


# What does not fit


def test_a_text_that_nobody_understands_is_answered_with_what_one_can_do(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("blah blah")
    assert kari.last.text.startswith("I did not understand that. Here is")
    assert "/status" in words(kari.last.text)


def test_a_command_that_is_not_there_is_answered(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/nonsense")
    assert kari.last.text.startswith("I did not understand that")


def test_one_who_has_not_joined_is_told_what_is_needed(room: Room) -> None:
    with room.unit() as unit:
        guide.lost(turn_of(room, unit, "9"))
    stranger = room.sitter("9", language="en")
    room.deliver()
    assert "a code or a link" in stranger.last.text


def test_in_a_group_what_people_say_to_each_other_is_left_alone(room: Room) -> None:
    stranger = room.sitter("9", language="en")
    with room.unit() as unit:
        turn = turn_of(room, unit, "9")
        turn.event = replace(turn.event, private=False)
        guide.lost(turn)
        guide.cannot_keep(turn)
    room.deliver()
    assert stranger.screen == []


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker"])
def test_what_cannot_be_kept_is_declined_kindly(room: Room, kind: str) -> None:
    kari = seated(room, "1")
    kari.does(Attached("u", kind))
    assert kari.last.text.endswith("Please write it as a text instead.")


def test_a_command_for_another_role_is_declined(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        guide.not_yours(turn_of(room, unit, "1"))
    room.deliver()
    assert kari.last.text.startswith("That is for others in the programme.")


def test_an_old_button_leads_to_where_things_stand(room: Room) -> None:
    kari = seated(room, "1")
    kari.presses("gone:1")
    assert kari.last.text.startswith("That button is old")
    kari.taps("What waits for me")
    assert kari.last.text.startswith("What waits for you")


def test_what_could_not_take_effect_is_apologised_for(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        guide.apologise(turn_of(room, unit, "1"))
    room.deliver()
    assert kari.last.text.startswith("Something went wrong at my end")


# Leaving


def begun(room: Room, key: str, state: str = "open") -> str:
    """Sit the person at a draft of their team's; return it."""
    with room.unit() as unit:
        turn = turn_of(room, unit, key)
        party = team_party("trygg-oppstart", "havnes-1")
        draft = unit.drafts.start("trygg-oppstart", 1, "report", party, "samling-2", None, room.now)
        if state == "finished":
            unit.drafts.finish(draft.id, room.now)
        seat = turn.seat
        turn.sit(replace(seat, draft=draft.id, question="laert", revision=0))
    return draft.id


def draft_in_focus(room: Room, key: str) -> str | None:
    with room.unit() as unit:
        return turn_of(room, unit, key).seat.draft


def test_leaving_keeps_the_draft_and_leads_back_to_it(room: Room) -> None:
    kari = seated(room, "1")
    draft = begun(room, "1")
    kari.says("/cancel")
    assert kari.last.text.startswith("Your answers are kept.")
    assert [b.data for b in kari.last.buttons] == [f"f:resume:{draft}::0"]
    assert draft_in_focus(room, "1") is None
    with room.unit() as unit:
        found = unit.drafts.find(draft)
    assert found is not None
    assert found.state == "open"


@pytest.mark.parametrize("state", [None, "finished"])
def test_where_nothing_is_open_leaving_says_so(room: Room, state: str | None) -> None:
    kari = seated(room, "1")
    if state:
        begun(room, "1", state)
    kari.says("/avbryt")
    assert kari.last.text == "You have nothing open, so there is nothing to leave."
    assert draft_in_focus(room, "1") is None


# The language


def test_a_language_is_chosen_and_spoken_at_once(room: Room) -> None:
    kari = seated(room, "1", language="nb")
    kari.says("språk")
    assert [(b.text, b.data) for b in kari.last.buttons] == [
        ("Bokmål", "lang:nb"),
        ("Nynorsk", "lang:nn"),
        ("English", "lang:en"),
    ]
    kari.taps("English")
    assert kari.last.text == "From now on I write English to you."
    kari.says("/status")
    assert kari.last.text.startswith("What waits for you")


@pytest.mark.parametrize("data", ["lang:xx", "lang:", "lang:nb:en", "lang"])
def test_a_language_that_is_not_spoken_is_not_chosen(room: Room, data: str) -> None:
    kari = seated(room, "1")
    kari.presses(data)
    assert kari.last.text == "Which language do you want to read?"


def test_one_who_has_not_joined_chooses_later(room: Room) -> None:
    stranger = room.sitter("9", language="en")
    stranger.presses("lang:nb")
    assert stranger.last.text.startswith("Until you have joined")


def test_after_a_choice_of_language_the_menu_is_to_be_offered_anew(room: Room) -> None:
    seated(room, "1")
    with room.unit() as unit:
        turn = turn_of(room, unit, "1")
        guide.FEATURE.presses["lang"](turn, ["nb"])
        assert (turn.roles_changed, turn.tongue.language) == (True, "nb")
