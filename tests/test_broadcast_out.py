"""A message to many on its way: slices, the moving count, stopping, the result."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.broadcast import FEATURE, beat
from handlers.broadcast.compile import Tally, read_tally, tally
from handlers.broadcast.sending import SLICE
from tests.broadcasting import (
    CAKE,
    beats,
    confirms,
    copies,
    crowd,
    goes_out,
    joins,
    kari,
    loses,
    opened,
    states,
    works,
)
from tests.room import Room, Sitter


@pytest.fixture(name="room")
def _room(tmp_path: Path) -> Iterator[Room]:
    yield from opened(tmp_path)


def presses_stop(room: Room, sender: Sitter) -> None:
    """Stop without letting the rest be delivered first, as a slow door would."""
    [row] = room.connection.execute("SELECT id FROM broadcast").fetchall()
    sender.presses(f"broadcast:stop:{row['id']}")


class HouseFell(Exception):
    pass


def falls_in_a_slice(room: Room, arguments: str) -> None:
    with room.unit() as unit:
        FEATURE.tasks["expand"](unit, arguments, room.now)
        raise HouseFell


def test_the_count_moves_and_stop_keeps_the_rest_from_going(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 5)
    confirms(sender, CAKE)
    works(room)
    with room.unit() as unit:
        for row in unit.outbox.ready(room.now, 2):
            unit.outbox.take(row.position)
            unit.outbox.sent(row.position, None, room.now)
        beat(unit, room.now)
    with room.unit() as unit:
        edits = [row for row in unit.outbox.ready(room.now, 9) if row.verb == "edit"]
    assert [row.text for row in edits] == ["Sending: 2 of 5."]
    with room.unit() as unit:
        taken = [row for row in unit.outbox.ready(room.now, 9) if row.priority == 2][:1]
        unit.outbox.take(taken[0].position)
    presses_stop(room, sender)
    beats(room)
    assert sender.last.text == "Stopped. It had gone to 3 of 5, and nobody else gets it."
    assert (sorted(copies(room)), states(room), sender.last.labels) == (
        ["moot", "moot", "sending", "sent", "sent"],
        ["stopped"],
        [],
    )


def test_stopped_between_slices_lists_no_more(room: Room) -> None:
    sender, _ = kari(room), crowd(room, SLICE + 5)
    confirms(sender, CAKE)
    works(room, 1)
    sender.taps("Stop")
    works(room)
    beats(room)
    assert (len(copies(room)), set(copies(room)), states(room)) == (SLICE, {"moot"}, ["stopped"])
    assert sender.last.text == "Stopped. It had gone to 0 of 55, and nobody else gets it."


def test_stop_after_the_end_says_how_it_ended(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    confirms(sender, CAKE)
    goes_out(room)
    presses_stop(room, sender)
    assert (sender.last.text, states(room)) == ("Sent to 1 of 1.", ["done"])


def test_a_slice_that_runs_again_neither_repeats_nor_loses(room: Room) -> None:
    sender, readers = kari(room), crowd(room, 2 * SLICE + 7)
    confirms(sender, CAKE)
    with room.unit() as unit:
        [first] = [one for one in unit.tasks.due(room.now, 8) if one.kind == "expand"]
    with pytest.raises(HouseFell):
        falls_in_a_slice(room, first.arguments)
    slices = works(room, 2)
    with room.unit() as unit:
        FEATURE.tasks["expand"](unit, first.arguments, room.now)
    slices += works(room)
    room.deliver()
    beats(room)
    assert (slices, [len(one.screen) for one in readers]) == (3, [1] * len(readers))
    assert sender.last.text == "Sent to 107 of 107."


def test_a_copy_that_is_not_out_keeps_the_end_waiting(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 2)
    confirms(sender, CAKE)
    works(room)
    with room.unit() as unit:
        [row, _other] = [one for one in unit.outbox.ready(room.now, 9) if one.priority == 2]
        unit.outbox.take(row.position)
    beats(room)
    between = (sender.last.text, states(room))
    with room.unit() as unit:
        unit.outbox.end(row.position, "failed", "nobody is there", room.now)
    beats(room)
    assert between == ("Sending: 0 of 2.", ["sending"])
    assert (sender.last.text, states(room)) == (
        "Sent to 1 of 2. One was not reached.",
        ["done"],
    )


def test_a_beat_edits_only_when_the_numbers_moved(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 2)
    confirms(sender, CAKE)
    works(room)
    for _ in range(3):
        with room.unit() as unit:
            beat(unit, room.now)
    edits = room.connection.execute("SELECT COUNT(*) FROM outbox WHERE verb = 'edit'")
    assert edits.fetchone()[0] == 0


def test_who_leads_no_more_while_it_goes_out_is_stopped(room: Room) -> None:
    sender, readers = kari(room), crowd(room, 3)
    confirms(sender, CAKE)
    works(room)
    loses(room, sender.key, "facilitator")
    beats(room)
    assert [len(one.screen) for one in readers] == [0, 0, 0]
    assert states(room) == ["stopped"]
    assert [shown.text for shown in sender.screen[-2:]] == [
        "Stopped. It had gone to 0 of 3, and nobody else gets it.",
        "The rest of your message was stopped, since you no longer lead the programme.",
    ]


def test_the_log_of_deeds_says_that_it_was_sent_and_never_what(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    confirms(sender, CAKE)
    [sent] = room.connection.execute("SELECT id FROM broadcast").fetchall()
    deeds = room.connection.execute("SELECT programme, what, about FROM deed").fetchall()
    tasks = room.connection.execute("SELECT arguments FROM task WHERE kind = 'expand'").fetchall()
    assert [tuple(row) for row in deeds] == [("trygg-oppstart", "broadcast", sent["id"])]
    assert [json.loads(row[0]) for row in tasks] == [
        {"broadcast": sent["id"], "after": "", "waited": 0}
    ]


def test_every_button_fits_in_64_bytes(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    confirms(sender, CAKE)
    data = [b.data or "" for shown in sender.screen for b in shown.buttons]
    assert (len(data), max(len(one.encode()) for one in data) <= 64) == (6, True)


def test_no_name_of_who_was_missed_is_said(room: Room) -> None:
    sender = kari(room)
    missed = joins(room, "7", "participant", "havnes-1", "Solveig")
    with room.unit() as unit:
        unit.people.unreachable("telegram", missed.key, room.now)
    confirms(sender, CAKE)
    goes_out(room)
    assert ("One was not reached." in sender.text, "Solveig" in sender.text) == (True, False)


@pytest.mark.parametrize(
    ("states_", "before", "after"),
    [
        ({}, Tally(0, 0, 43), Tally(0, 0, 43)),
        ({"sent": 3, "waiting": 40}, Tally(0, 0, 43), Tally(3, 0, 43)),
        ({"sent": 3, "stale": 1, "failed": 2, "moot": 4}, Tally(0, 0, 43), Tally(3, 7, 43)),
        ({"sent": 41, "failed": 1}, Tally(0, 0, 43, whole=True), Tally(41, 1, 42, whole=True)),
    ],
)
def test_the_tally_follows_the_rows(states_: dict[str, int], before: Tally, after: Tally) -> None:
    counted = tally(states_, before)
    assert (counted, read_tally(counted.written())) == (after, after)


def test_nothing_is_over_before_every_copy_is_in_line() -> None:
    ends = [Tally(41, 2, 43, whole=whole).is_over for whole in (False, True)]
    assert (ends, Tally(40, 2, 43, whole=True).is_over) == ([False, True], False)


def test_the_count_of_an_erased_sender_is_left_alone(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    confirms(sender, CAKE)
    works(room)
    with room.unit() as unit:
        person = unit.people.at("telegram", sender.key)
        assert person is not None
        unit.outbox.blank_at("telegram", sender.key)
        unit.people.erase(person.id)
    before = room.connection.execute("SELECT COUNT(*) FROM outbox").fetchone()[0]
    beats(room)
    after = room.connection.execute("SELECT COUNT(*) FROM outbox").fetchone()[0]
    assert (before, states(room), reader.screen) == (after, ["stopped"], [])


def test_a_copy_that_is_a_day_late_does_not_go(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    confirms(sender, CAKE)
    works(room)
    room.now += timedelta(days=2)
    with room.unit() as unit:
        unit.outbox.stale(room.now)
    beats(room)
    assert (reader.screen, sender.last.text) == ([], "Sent to 0 of 1. One was not reached.")


def test_every_row_still_points_to_a_row_that_is_there(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    confirms(sender, CAKE)
    goes_out(room)
    assert room.connection.execute("PRAGMA foreign_key_check").fetchall() == []
