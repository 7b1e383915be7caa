"""R4: redelivery, floods, lost answers and crashes in any order lose nothing and double no effect.

The steps are the house's own units, on a database in memory; a crash forgets everything else.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, Verbosity, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from bot.app import telegram_event, telegram_incoming
from bot.clerk import Clerk
from bot.clock import MovableClock
from bot.courier import Courier
from bot.intake import Intake
from bot.ledger import Result
from bot.pace import UNLIMITED
from bot.parcel import Flooded, NotSent, Parcel, Receipt, Uncertain
from bot.writer import run_in_one_transaction
from handlers import tick
from handlers.programme import importing
from handlers.programme_file import read_programme
from storage.migrate import MIGRATIONS
from storage.records import Membership, OutboxRow
from storage.unit import Unit, prepare
from tests.lives import NOW, InThread, Telegram
from tests.room import PROGRAMMES

Kept = TypeVar("Kept")
TEXTS = ("/status", "/programme", "/help", "hei", "/rapport", "noe helt annet", "tilbake")
PEOPLE = (1, 2)
RUNS = int(os.environ.get("MELLOM_R4_RUNS", "400"))
STEPS = int(os.environ.get("MELLOM_R4_STEPS", "60"))


class AnyOrder(RuleBasedStateMachine):
    """One Telegram, one database, and processes that come and go between them."""

    def __init__(self) -> None:
        super().__init__()
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        prepare(self.connection)
        self.connection.executescript(_SCHEMA)
        self.telegram = Telegram()
        self.said: set[str] = set()
        self.delivered: Counter[str] = Counter()
        self.doubtful = 0
        self.clock = MovableClock(NOW)
        self.begin_a_life()

    def begin_a_life(self) -> None:
        """Everything but the database is new."""
        writer = InThread(self.connection)
        self.intake = Intake(writer, self.clock)
        self.courier = Courier(
            writer,
            self.clock,
            {},
            tick.compose,
            Path(),
            stirred=lambda: None,
            senders=4,
            limits=UNLIMITED,
        )
        self.clerk = Clerk(writer, self.clock, self.intake, telegram_event, {}, lambda: None)
        self.away: list[tuple[OutboxRow, Parcel]] = []
        self.home: list[Result] = []
        self.commit(lambda unit: unit.outbox.recover())

    def commit(self, work: Callable[[Unit], Kept]) -> Kept:
        outcome = run_in_one_transaction(self.connection, Unit(self.connection), [work])[0]
        if outcome.error is not None:
            raise outcome.error
        value: Kept = outcome.value
        return value

    @initialize()
    def people_have_joined(self) -> None:
        self.commit(_gather)

    @rule(text=st.sampled_from(TEXTS), key=st.sampled_from(PEOPLE))
    def somebody_writes(self, text: str, key: int) -> None:
        self.said.add(str(self.telegram.brings(text, key)))

    @rule(confirmed=st.booleans())
    def updates_are_fetched(self, confirmed: bool) -> None:  # noqa: FBT001
        """Store what waits; if the next offset never leaves, all of it comes again."""
        batch = [telegram_incoming(raw) for raw in self.telegram.waiting.values()]
        if batch:
            self.commit(self.intake.storing(self.telegram.source, batch))
        if confirmed:
            self.telegram.waiting.clear()

    @rule(dies=st.booleans())
    def an_update_is_answered(self, dies: bool) -> None:  # noqa: FBT001
        rows = self.commit(lambda unit: unit.inbox.new(0, 1))
        for row in rows:
            answer = partial(self.clerk.settle, row)
            if dies:
                self.dies_within(answer)
            else:
                self.commit(answer)

    @rule()
    def the_courier_goes_round(self) -> None:
        results, self.home = self.home, []
        room = 4 - len(self.away)
        taken, _ = self.commit(lambda unit: self.courier.ledger.exchange(results, room, unit))
        self.away += taken

    @precondition(lambda self: self.away)
    @rule(how=st.sampled_from(["ok", "flood", "not sent", "lost after", "lost before"]))
    def a_sender_comes_home(self, how: str) -> None:
        row, _ = self.away.pop(0)
        if how in ("ok", "lost after"):
            self.delivered[row.dedupe_key] += 1
        self.doubtful += how.startswith("lost")
        error = {"flood": Flooded(0.0), "not sent": NotSent("")}.get(how) or Uncertain("")
        receipt = Receipt(str(sum(self.delivered.values()))) if how == "ok" else None
        self.home.append(Result(row, receipt, None if receipt else error))

    @rule(through=st.booleans())
    def the_process_dies(self, through: bool) -> None:  # noqa: FBT001
        """What was under way may have gone through or not; nobody knows."""
        for row, _ in self.away:
            self.delivered[row.dedupe_key] += through
        self.doubtful += len(self.away) + len(self.home)
        self.begin_a_life()

    @rule(seconds=st.integers(1, 600))
    def time_passes(self, seconds: int) -> None:
        self.clock.move_to(self.clock.now() + timedelta(seconds=seconds))

    @invariant()
    def nothing_is_delivered_more_often_than_doubt_allows(self) -> None:
        repeats = sum(self.delivered.values()) - len(self.delivered)
        assert repeats <= self.doubtful

    def dies_within(self, work: Callable[[Unit], object]) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        work(Unit(self.connection))
        self.connection.execute("ROLLBACK")
        self.the_process_dies(through=False)

    def teardown(self) -> None:
        """Let everything come to an end, and count."""
        with closing(self.connection):
            self.updates_are_fetched(confirmed=True)
            while self.commit(lambda unit: unit.inbox.how_many_new()):
                self.an_update_is_answered(dies=False)
            while self.still_owed() or self.home:
                self.the_courier_goes_round()
                while self.away:
                    self.a_sender_comes_home("ok")
                self.clock.move_to(self.clock.now() + timedelta(seconds=30))
            self.check_the_end()

    def still_owed(self) -> int:
        count = "SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending')"
        return int(self.connection.execute(count).fetchone()[0])

    def check_the_end(self) -> None:
        settled = self.connection.execute("SELECT update_id, state, tries FROM inbox").fetchall()
        assert {row[0]: row[1] for row in settled} == dict.fromkeys(self.said, "settled")
        rows = self.connection.execute("SELECT dedupe_key, state, reason FROM outbox").fetchall()
        given_up = {row[0] for row in rows if row[2] == "it is not known whether it arrived"}
        assert {row[0] for row in rows if row[1] == "sent"} | given_up == {row[0] for row in rows}
        assert {row[0] for row in rows} - set(self.delivered) <= given_up
        answered = {row[0].split(":")[2] for row in rows}
        assert answered == self.said


def _gather(unit: Unit) -> None:
    programme = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
    importing.apply(unit, programme, NOW)
    for key in PEOPLE:
        person = unit.people.add(f"Person {key}", "nb", NOW)
        unit.people.live_at(person.id, "telegram", str(key))
        team = programme.team[0].id
        unit.people.join(Membership(person.id, programme.id, "participant", team, None, NOW))


_SCHEMA = "\n".join(file.read_text(encoding="utf-8") for file in sorted(MIGRATIONS.glob("*.sql")))

TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=RUNS,
    stateful_step_count=STEPS,
    deadline=None,
    verbosity=Verbosity.quiet,
    suppress_health_check=list(HealthCheck),
)
