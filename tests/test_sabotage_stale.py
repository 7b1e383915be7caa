"""What came too late to be true ends as stale at the next beat, and holds up nobody behind it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers import tick
from storage.shelves.outbox import Owed
from tests.room import Room

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    opened = Room(tmp_path, NOW)
    yield opened
    opened.close()


def test_a_beat_ends_what_is_too_late_and_frees_its_lane(room: Room) -> None:
    with room.unit() as unit:
        unit.outbox.owe(Owed("telegram", "1", "a", text="old", stale_after=NOW), NOW)
        unit.outbox.owe(Owed("telegram", "1", "b", text="new"), NOW)
    room.passes(minutes=1)
    with room.unit() as unit:
        tick.beat(unit, room.now)
        late = unit.outbox.find(1)
        ready = [row.text for row in unit.outbox.ready(room.now, 9)]
    assert late is not None
    assert (late.state, late.reason, ready) == ("stale", "too late to be true", ["new"])


def test_what_is_still_true_at_the_beat_is_left_alone(room: Room) -> None:
    with room.unit() as unit:
        later = NOW + timedelta(minutes=1)
        unit.outbox.owe(Owed("telegram", "1", "a", text="new", stale_after=later), NOW)
    room.passes(minutes=1)
    with room.unit() as unit:
        tick.beat(unit, room.now)
        assert [row.text for row in unit.outbox.ready(room.now, 9)] == ["new"]
