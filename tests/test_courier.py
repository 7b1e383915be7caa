"""How each way a delivery can end is written down, and what happens to the row after it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.courier import Courier
from bot.ledger import MOST_TRIES, Compose, Result
from bot.pace import UNLIMITED, Limits
from bot.parcel import (
    AddressMoved,
    DeliveryError,
    Flooded,
    NotSent,
    Receipt,
    Refused,
    Uncertain,
    Unreachable,
)
from bot.writer import run_in_one_transaction
from handlers.markup import Html
from handlers.post import Letter
from storage.migrate import MIGRATIONS
from storage.records import OutboxRow
from storage.shelves.outbox import BROADCAST, REMINDER, Owed
from storage.unit import Unit, prepare
from tests.lives import InThread

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


class Counter:
    """The courier's two units, without a loop: what it takes, and how that ended."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        limits: Limits = UNLIMITED,
        compose: Compose | None = None,
    ) -> None:
        self.connection = connection
        self.clock = MovableClock(NOW)
        self.unit = Unit(connection)
        self.letter: Letter | None = None
        self.courier = Courier(
            InThread(connection),
            self.clock,
            {},
            compose or (lambda _unit, _row, _now: self.letter),
            Path(),
            stirred=lambda: None,
            limits=limits,
        )

    def goes(self, *results: Result, room: int = 4) -> list[OutboxRow]:
        outcome = run_in_one_transaction(
            self.connection,
            self.unit,
            [lambda unit: self.courier.ledger.exchange(results, room, unit)],
        )[0]
        assert outcome.error is None
        return [row for row, _ in outcome.value[0]]

    def row(self, position: int) -> OutboxRow:
        found = self.unit.outbox.find(position)
        assert found is not None
        return found


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        prepare(opened)
        for file in sorted(MIGRATIONS.glob("*.sql")):
            opened.executescript(file.read_text(encoding="utf-8"))
        yield opened


@pytest.fixture
def counter(connection: sqlite3.Connection) -> Counter:
    return Counter(connection)


def owed(key: str, to: str = "1", **more: object) -> Owed:
    return Owed("telegram", to, key, text=key, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "state", "reason", "tries"),
    [
        (NotSent(""), "waiting", "not sent", 1),
        (Flooded(3), "waiting", "asked to wait", 0),
        (Refused("Bad Request: message is too long"), "failed", "Bad Request", 0),
        (Unreachable(""), "failed", "nobody is there", 0),
        (AddressMoved("-100"), "waiting", "moved", 0),
        (Uncertain(""), "waiting", "it may have arrived", 1),
    ],
)
def test_every_way_to_fail_has_its_outcome(
    counter: Counter, error: DeliveryError, state: str, reason: str, tries: int
) -> None:
    counter.unit.outbox.owe(owed("a"), NOW)
    (row,) = counter.goes()
    counter.goes(Result(row, error=error), room=0)
    after = counter.row(row.position)
    assert (after.state, (after.reason or "")[: len(reason)], after.tries) == (state, reason, tries)


def test_a_receipt_settles_the_row_with_the_message_s_id(counter: Counter) -> None:
    counter.unit.outbox.owe(owed("a"), NOW)
    (row,) = counter.goes()
    counter.goes(Result(row, Receipt("m7")))
    assert (counter.row(row.position).state, counter.row(row.position).message) == ("sent", "m7")


def test_what_may_have_arrived_is_tried_again_but_not_for_ever(counter: Counter) -> None:
    counter.unit.outbox.owe(owed("a"), NOW)
    attempts = 0
    results: list[Result] = []
    while counter.row(1).state in ("waiting", "sending"):
        taken = counter.goes(*results)
        attempts += len(taken)
        results = [Result(row, error=Uncertain("")) for row in taken]
        counter.clock.move_to(counter.clock.now() + timedelta(minutes=10))
    assert (attempts, counter.row(1).state) == (MOST_TRIES, "failed")


def test_a_definite_failure_frees_the_lane(counter: Counter) -> None:
    counter.unit.outbox.owe(owed("a"), NOW)
    counter.unit.outbox.owe(owed("b"), NOW)
    (first,) = counter.goes()
    (second,) = counter.goes(Result(first, error=Refused("no")))
    assert second.text == "b"


def test_nobody_who_is_gone_is_written_to_again(counter: Counter) -> None:
    person = counter.unit.people.add("Kari", "nb", NOW)
    counter.unit.people.live_at(person.id, "telegram", "1")
    counter.unit.outbox.owe(owed("a"), NOW)
    counter.unit.outbox.owe(owed("b", priority=BROADCAST), NOW)
    first, _ = counter.goes(room=2)
    counter.goes(Result(first, error=Unreachable("")))
    counter.unit.outbox.owe(owed("c"), NOW)
    address = counter.unit.people.addresses(person.id)[0]
    assert address.unreachable_since == NOW


def test_a_chat_that_moved_is_written_to_at_its_new_key(counter: Counter) -> None:
    counter.unit.outbox.owe(owed("a", to="-5"), NOW)
    (row,) = counter.goes()
    (again,) = counter.goes(Result(row, error=AddressMoved("-1005")))
    assert (again.position, again.key) == (row.position, "-1005")


def test_a_flood_stops_everybody_for_as_long_as_was_asked(
    connection: sqlite3.Connection,
) -> None:
    counter = Counter(connection)
    counter.unit.outbox.owe(owed("a"), NOW)
    counter.unit.outbox.owe(owed("b", to="2"), NOW)
    (first,) = counter.goes(room=1)
    assert counter.goes(Result(first, error=Flooded(60))) == []


def test_answers_go_before_reminders_and_reminders_before_broadcasts(counter: Counter) -> None:
    for name, priority in (("broadcast", BROADCAST), ("reminder", REMINDER), ("answer", 0)):
        counter.unit.outbox.owe(owed(name, to=name, priority=priority), NOW)
    assert [row.text for row in counter.goes()] == ["answer", "reminder", "broadcast"]


def test_one_chat_gets_a_small_burst_and_then_waits(connection: sqlite3.Connection) -> None:
    counter = Counter(connection, Limits(chat_burst=2))
    for name in "abc":
        counter.unit.outbox.owe(owed(name), NOW)
    gone = []
    for _ in range(3):
        taken = counter.goes()
        gone += [row.text for row in taken]
        counter.goes(*(Result(row, Receipt("m")) for row in taken), room=0)
    assert gone == ["a", "b"]


def test_a_push_is_worded_when_it_is_taken(counter: Counter) -> None:
    person = counter.unit.people.add("Kari", "nb", NOW)
    push = counter.unit.pushes.add(person.id, NOW.date(), NOW)
    counter.unit.outbox.owe(owed("p", push=push), NOW)
    counter.letter = Letter(Html("what is true now"))
    counter.goes()
    assert counter.row(1).text == "what is true now"


def test_a_push_with_nothing_true_left_is_moot(counter: Counter) -> None:
    person = counter.unit.people.add("Kari", "nb", NOW)
    push = counter.unit.pushes.add(person.id, NOW.date(), NOW)
    counter.unit.outbox.owe(owed("p", push=push), NOW)
    assert (counter.goes(), counter.row(1).state) == ([], "moot")


def test_an_edit_waits_until_what_it_edits_is_out(counter: Counter) -> None:
    target = counter.unit.outbox.owe(owed("a", priority=BROADCAST), NOW)
    counter.unit.outbox.owe(owed("e", verb="edit", target_row=target), NOW)
    (row,) = counter.goes()
    (edit,) = counter.goes(Result(row, Receipt("m9")))
    assert (row.text, edit.verb, edit.text) == ("a", "edit", "e")


def test_an_edit_of_what_never_went_out_is_moot(counter: Counter) -> None:
    target = counter.unit.outbox.owe(owed("a"), NOW)
    counter.unit.outbox.owe(owed("e", verb="edit", target_row=target), NOW)
    (row,) = counter.goes()
    counter.goes(Result(row, error=Refused("no")))
    assert counter.row(2).state == "moot"


def test_a_push_that_cannot_be_worded_stops_nobody_else(connection: sqlite3.Connection) -> None:
    def poison(_unit: Unit, _row: OutboxRow, _now: datetime) -> Letter | None:
        raise ValueError("poison")

    counter = Counter(connection, compose=poison)
    person = counter.unit.people.add("Kari", "nb", NOW)
    push = counter.unit.pushes.add(person.id, NOW.date(), NOW)
    counter.unit.outbox.owe(owed("other", to="2"), NOW)
    counter.unit.outbox.owe(owed("p", push=push), NOW)
    assert ([row.text for row in counter.goes()], counter.row(2).state) == (["other"], "failed")


def test_an_outage_of_six_minutes_gives_nothing_up(counter: Counter) -> None:
    counter.unit.outbox.owe(owed("a"), NOW)
    results: list[Result] = []
    while counter.clock.now() < NOW + timedelta(minutes=6):
        results = [Result(row, error=Uncertain("")) for row in counter.goes(*results)]
        counter.clock.move_to(counter.clock.now() + timedelta(seconds=1))
    assert counter.row(1).state == "waiting"


def test_an_edit_that_is_owed_twice_goes_once(counter: Counter) -> None:
    for _ in range(2):
        counter.unit.outbox.owe(owed("e", verb="edit", target_message="5"), NOW)
    assert [row.text for row in counter.goes()] == ["e"]
