"""A facilitator writes to many: it is shown exactly, aimed, confirmed, and sent once each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.broadcasting import (
    CAKE,
    HEAD,
    TEXT,
    confirms,
    copies,
    crowd,
    goes_out,
    joins,
    kari,
    loses,
    opened,
    states,
    takes_part,
)
from tests.room import Room


@pytest.fixture(name="room")
def _room(tmp_path: Path) -> Iterator[Room]:
    yield from opened(tmp_path)


def test_what_arrives_is_what_was_shown_byte_for_byte(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    confirms(sender, TEXT)
    goes_out(room)
    assert [shown.html for shown in reader.screen] == [sender.screen[0].html]
    assert reader.last.text == HEAD + TEXT


def test_markup_that_was_typed_arrives_as_text(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    confirms(sender, TEXT)
    goes_out(room)
    assert "&lt;b&gt;penn&lt;/b&gt; &amp; papir" in reader.last.html


def test_each_reads_the_line_on_the_sender_in_their_own_language(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    with room.unit() as unit:
        person = unit.people.at("telegram", reader.key)
        assert person is not None
        unit.people.speak(person.id, "nb")
    confirms(sender, CAKE)
    goes_out(room)
    assert reader.last.text.split("\n")[1:] == ["Læringsnettverk for trygg oppstart", "", CAKE]


def test_the_question_counts_everybody_but_the_sender_and_observers(room: Room) -> None:
    sender = kari(room)
    crowd(room, 2)
    crowd(room, 3, "elvvik-1", 200)
    joins(room, "300", "organiser")
    joins(room, "301", "observer")
    sender.says(CAKE)
    assert sender.last.labels == ["Everybody (6)", "My team (2)", "No"]


def test_an_organiser_has_no_team_to_send_to(room: Room) -> None:
    sender = joins(room, "1", "organiser")
    crowd(room, 2)
    sender.says(CAKE)
    assert sender.last.labels == ["Everybody (2)", "No"]


def test_my_team_alone_gets_what_is_for_my_team(room: Room) -> None:
    sender, mine = kari(room), crowd(room, 2)
    others = crowd(room, 2, "elvvik-1", 200)
    confirms(sender, CAKE, "My team")
    goes_out(room)
    got = [len(one.screen) for one in mine + others]
    assert (got, sender.last.text) == ([1, 1, 0, 0], "Sent to 2 of 2.")


def test_who_cannot_be_reached_is_counted_before_and_after(room: Room) -> None:
    sender, readers = kari(room), crowd(room, 3)
    with room.unit() as unit:
        unit.people.unreachable("telegram", readers[1].key, room.now)
    sender.says(CAKE)
    sender.taps("Everybody (3)")
    asked = sender.last.text
    sender.taps("Yes, send")
    goes_out(room)
    assert asked == "Send to 3 people now?\n\nOne of them cannot be reached."
    assert [len(one.screen) for one in readers] == [1, 0, 1]
    assert (sender.last.text, sender.last.labels, states(room)) == (
        "Sent to 2 of 3. One was not reached.",
        [],
        ["done"],
    )


def test_a_double_tap_sends_once_and_is_told_so(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    confirms(sender, CAKE)
    sender.taps("Yes, send")
    twice = sender.last.text
    goes_out(room)
    assert twice == "It is on its way already, and goes out once."
    assert (len(reader.screen), copies(room), states(room)) == (1, ["sent"], ["done"])


def test_the_buttons_can_be_typed(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    for said in (CAKE, "everybody (1)", "yes, send"):
        sender.says(said)
    goes_out(room)
    assert [shown.text for shown in reader.screen] == [HEAD + CAKE]


def test_an_older_question_still_sends_to_those_that_it_named(room: Room) -> None:
    sender, mine = kari(room), crowd(room, 1)
    others = crowd(room, 1, "elvvik-1", 200)
    sender.says(CAKE)
    sender.taps("My team")
    button = sender.last.buttons[0].data
    sender.taps("Everybody")
    assert button is not None
    sender.presses(button)
    goes_out(room)
    assert [len(one.screen) for one in mine + others] == [1, 0]


def test_no_sends_nothing_and_keeps_no_text(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    sender.says(CAKE)
    sender.taps("Everybody")
    sender.taps("No")
    said = sender.last.text
    sender.taps("Yes, send")
    goes_out(room)
    kept = [tuple(row) for row in room.connection.execute("SELECT state, text FROM broadcast")]
    assert (said, kept, reader.screen) == ("Fine, nothing was sent.", [("dropped", "")], [])


def test_who_leads_no_more_cannot_confirm(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    sender.says(CAKE)
    sender.taps("Everybody")
    loses(room, sender.key, "facilitator")
    takes_part(room, sender.key, "participant", "havnes-1")
    sender.taps("Yes, send")
    goes_out(room)
    assert sender.last.text == (
        "Only organisers and facilitators can send to everybody. Nothing was sent."
    )
    assert (reader.screen, states(room)) == ([], ["draft"])


def test_somebody_elses_message_is_not_mine_to_send(room: Room) -> None:
    sender, other = kari(room), joins(room, "2", "facilitator", "havnes-1", "Ola")
    crowd(room, 1)
    sender.says(CAKE)
    data = sender.last.buttons[0].data
    assert data is not None
    other.presses(data.replace(":to:", ":go:"))
    assert other.last.text == "I do not have that message any more. Nothing was sent."
    assert states(room) == ["draft"]
