"""What came in, screened, from before it was acknowledged until it took effect, once."""

from datetime import datetime

from storage.instants import written
from storage.records import InboxRow
from storage.shelf import Shelf, every, number, statements


class Inbox(Shelf):
    """A row's key is the door (with its bot's id) and the update's id."""

    sql = statements("inbox")

    def store(  # noqa: PLR0913 - the columns of a row
        self,
        source: str,
        update: str,
        payload: str,
        screened: int,
        door: str | None,
        key: str | None,
        now: datetime,
    ) -> None:
        """Keep an update; one that came before is passed over."""
        self.sql.store(
            self.connection,
            source=source,
            update_id=update,
            payload=payload,
            screened=screened,
            door=door,
            key=key,
            now=written(now),
        )

    def new(self, after: int, most: int) -> list[InboxRow]:
        """Return what has not taken effect, in the order it came, beyond a position."""
        return every(InboxRow, self.sql.new(self.connection, after=after, most=most))

    def how_many_new(self) -> int:
        return number(self.sql.how_many_new(self.connection))

    def settle(self, position: int) -> None:
        self.sql.settle(self.connection, position=position)

    def try_again(self, position: int) -> None:
        self.sql.try_again(self.connection, position=position)

    def untry(self, position: int) -> None:
        """Take back a try that failed for no fault of the update's."""
        self.sql.untry(self.connection, position=position)

    def park(self, position: int, reason: str) -> None:
        """Set an update aside that cannot take effect; what it says is kept."""
        self.sql.park(self.connection, position=position, reason=reason)

    def parked(self) -> list[InboxRow]:
        return every(InboxRow, self.sql.parked(self.connection))

    def blank_one(self, source: str, update: str) -> None:
        self.sql.blank_one(self.connection, source=source, update_id=update)

    def blank_since(self, door: str, key: str, since: datetime) -> None:
        """Blank what one address said from an instant on, but for what still waits its turn."""
        self.sql.blank_since(self.connection, door=door, key=key, since=written(since))

    def blank_old(self, before: datetime) -> None:
        self.sql.blank_old(self.connection, before=written(before))

    def forget_settled(self, before: datetime) -> None:
        """Delete what took effect long ago: its key keeps no repeat away any longer."""
        self.sql.forget_settled(self.connection, before=written(before))

    def forget_address(self, door: str, key: str) -> None:
        self.sql.forget_address(self.connection, door=door, key=key)

    def held_on(self, door: str, key: str) -> list[InboxRow]:
        return every(InboxRow, self.sql.held_on(self.connection, door=door, key=key))

    def how_many_new_at(self, door: str, key: str) -> int:
        """Count what one address has said that did not take effect yet."""
        return number(self.sql.new_at(self.connection, door=door, key=key))

    def came(self, source: str, update: str) -> bool:
        """Whether an update came before."""
        return number(self.sql.came(self.connection, source=source, update_id=update)) > 0
