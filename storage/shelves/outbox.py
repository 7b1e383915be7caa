"""What is owed to people, and what became of it: nothing here is ever deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.instants import AT_ONCE, NEVER, instant, written
from storage.records import OutboxRow, Verb
from storage.shelf import Shelf, every, number, one, statements, text

ANSWER, REMINDER, BROADCAST = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Owed:
    """One message to put in the outbox.

    ``buttons`` is JSON; ``target_row`` (ours) or ``target_message`` (the door's id) is what an
    edit, deletion or reaction is about; a ``fleeting`` row's text is blanked once it is out.
    """

    door: str
    key: str
    dedupe_key: str
    text: str = ""
    verb: Verb = "send"
    priority: int = ANSWER
    buttons: str = "[]"
    file: str | None = None
    language: str = "nb"
    silent: bool = False
    not_before: datetime | None = None
    stale_after: datetime | None = None
    about: str = ""
    target_row: int | None = None
    target_message: str | None = None
    push: str | None = None
    fleeting: bool = False


class Outbox(Shelf):
    """A row ends as sent, moot, stale or failed, with the reason; its key outlives its text."""

    sql = statements("outbox")

    def owe(self, owed: Owed, now: datetime) -> int | None:
        """Put a message in line; None if its dedupe key was there before."""
        if owed.verb == "edit":
            self._overtake(owed, now)
        row = self.sql.owe(
            self.connection,
            door=owed.door,
            key=owed.key,
            priority=owed.priority,
            verb=owed.verb,
            text=owed.text,
            buttons=owed.buttons,
            file=owed.file,
            language=owed.language,
            silent=int(owed.silent),
            dedupe_key=owed.dedupe_key,
            not_before=AT_ONCE if owed.not_before is None else written(owed.not_before),
            stale_after=NEVER if owed.stale_after is None else written(owed.stale_after),
            about=owed.about,
            target_row=owed.target_row,
            target_message=owed.target_message,
            push=owed.push,
            fleeting=int(owed.fleeting),
        )
        return None if row is None else int(row["position"])

    def find(self, position: int) -> OutboxRow | None:
        return one(OutboxRow, self.sql.find(self.connection, position=position))

    def keyed(self, dedupe_key: str) -> OutboxRow | None:
        return one(OutboxRow, self.sql.keyed(self.connection, dedupe_key=dedupe_key))

    def of_message(self, door: str, key: str, message: str) -> OutboxRow | None:
        """Return the row that became this message at the door."""
        row = self.sql.of_message(self.connection, door=door, key=key, message=message)
        return one(OutboxRow, row)

    def newest(self, door: str, key: str) -> OutboxRow | None:
        """Return the message that a person was shown last, or is about to be."""
        return one(OutboxRow, self.sql.newest(self.connection, door=door, key=key))

    def ready(self, now: datetime, most: int, door: str | None = None) -> list[OutboxRow]:
        """Return the heads of lanes that may go out now, answers first; by one door, or by any.

        What is to be tried again holds its lane, so that order is kept; what waits for a better
        hour does not, or it would hold back all that is said before that.
        """
        at, moment = self.connection, written(now)
        if door is None:
            return every(OutboxRow, self.sql.ready(at, now=moment, most=most))
        return every(OutboxRow, self.sql.ready_at(at, door=door, now=moment, most=most))

    def next_due(self, now: datetime) -> datetime | None:
        """Return when the next message that must wait may go."""
        due = text(self.sql.next_due(self.connection, now=written(now)))
        return None if due is None else instant(due)

    def how_many_under_way(self) -> int:
        return number(self.sql.how_many_under_way(self.connection))

    def take(self, position: int) -> bool:
        """Mark a row as under way, before anything leaves; false if it ended meanwhile."""
        return bool(self.sql.take(self.connection, position=position) == 1)

    def reword(self, position: int, text: str, buttons: str) -> None:
        self.sql.reword(self.connection, position=position, text=text, buttons=buttons)

    def sent(self, position: int, message: str | None, now: datetime) -> None:
        self.sql.sent(self.connection, position=position, message=message, now=written(now))

    def end(
        self,
        position: int,
        state: Literal["moot", "stale", "failed"],
        reason: str,
        now: datetime,
    ) -> None:
        self.sql.end(
            self.connection, position=position, state=state, reason=reason, now=written(now)
        )

    def wait(self, position: int, reason: str | None, tries: int, not_before: datetime) -> None:
        self.sql.wait(
            self.connection,
            position=position,
            reason=reason,
            tries=tries,
            not_before=written(not_before),
        )

    def recover(self) -> int:
        """Put back what was under way when the process died; it may arrive twice."""
        return int(self.sql.recover(self.connection))

    def stale(self, now: datetime) -> int:
        return int(self.sql.stale(self.connection, now=written(now)))

    def moot_about(self, about: str, now: datetime) -> int:
        return int(self.sql.moot_about(self.connection, about=about, now=written(now)))

    def moot_at(self, door: str, key: str, now: datetime) -> None:
        self.sql.moot_at(self.connection, door=door, key=key, now=written(now))

    def states_about(self, about: str) -> Mapping[str, int]:
        rows = self.sql.states_about(self.connection, about=about)
        return {row["state"]: row["number"] for row in rows}

    def how_many_about(self, about: str, since: datetime) -> int:
        """How many about this wait, or ended after an instant."""
        moment = written(since)
        return number(self.sql.how_many_about(self.connection, about=about, since=moment))

    def how_many_to(self, door: str, key: str, about: str, since: datetime) -> int:
        """How many about this wait for one address, or ended after an instant."""
        return number(
            self.sql.how_many_to(
                self.connection, door=door, key=key, about=about, since=written(since)
            )
        )

    def is_owed_about(self, door: str, key: str, about: str) -> bool:
        """Whether anything about this was ever put in line for one address."""
        return number(self.sql.owed_about(self.connection, door=door, key=key, about=about)) > 0

    def is_told_about(self, door: str, key: str, about: str) -> bool:
        """Whether something about this went to an address, or is on its way there."""
        return number(self.sql.told_about(self.connection, door=door, key=key, about=about)) > 0

    def move(self, door: str, key: str, new_key: str) -> None:
        self.sql.move(self.connection, door=door, key=key, new_key=new_key)

    def blank_at(self, door: str, key: str) -> None:
        self.sql.blank_at(self.connection, door=door, key=key)

    def blank_old(self, before: datetime) -> None:
        """Let go of what was said before an instant, and of the mail addresses that it went to."""
        self.sql.blank_old(self.connection, before=written(before))

    def sent_to(self, door: str, key: str) -> list[OutboxRow]:
        return every(OutboxRow, self.sql.sent_to(self.connection, door=door, key=key))

    def shown_at(self, door: str, key: str, since: datetime) -> list[OutboxRow]:
        """Return what went out to an address since an instant, in order; texts may be blanked."""
        rows = self.sql.shown_at(self.connection, door=door, key=key, since=written(since))
        return every(OutboxRow, rows)

    def answers_owed_at(self, door: str, key: str, now: datetime) -> int:
        """Count the answers that are on their way to an address."""
        row = self.sql.answers_owed_at(self.connection, door=door, key=key, now=written(now))
        return number(row)

    def how_many_under_way_at(self, door: str, key: str) -> int:
        return number(self.sql.under_way_at(self.connection, door=door, key=key))

    def holds_file(self, door: str, key: str, file: str) -> bool:
        """Whether a file went out to an address."""
        return number(self.sql.holds_file(self.connection, door=door, key=key, file=file)) > 0

    def failed(self) -> list[OutboxRow]:
        return every(OutboxRow, self.sql.failed(self.connection))

    def _overtake(self, owed: Owed, now: datetime) -> None:
        self.sql.overtaken(
            self.connection,
            door=owed.door,
            key=owed.key,
            target_row=owed.target_row,
            target_message=owed.target_message,
            dedupe_key=owed.dedupe_key,
            now=written(now),
        )
