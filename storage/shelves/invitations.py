"""Single-use codes by their hashes, and wrong guesses at any code."""

from datetime import datetime

from storage.instants import instant, written
from storage.records import Invitation, Role
from storage.shelf import Shelf, number, one, statements


class Invitations(Shelf):
    """No code stands here in the clear."""

    sql = statements("invitations")

    def mint(self, code_hash: str, programme: str, role: Role, expires_at: datetime) -> None:
        self.sql.mint(
            self.connection,
            hash=code_hash,
            programme=programme,
            role=role,
            expires_at=written(expires_at),
        )

    def find(self, code_hash: str) -> Invitation | None:
        return one(Invitation, self.sql.find(self.connection, hash=code_hash))

    def use(self, code_hash: str, now: datetime) -> bool:
        """Spend the code; false if somebody already has."""
        return bool(self.sql.use(self.connection, hash=code_hash, now=written(now)) == 1)

    def guessed(self, door: str, key: str, now: datetime) -> None:
        self.sql.guessed(self.connection, door=door, key=key, now=written(now))

    def guesses_of(self, door: str, key: str, since: datetime) -> list[datetime]:
        rows = self.sql.guesses_of(self.connection, door=door, key=key, since=written(since))
        return [instant(row["at"]) for row in rows]

    def guesses_in_all(self, since: datetime) -> int:
        return number(self.sql.guesses_in_all(self.connection, since=written(since)))

    def forget_guesses(self, before: datetime) -> None:
        self.sql.forget_guesses(self.connection, before=written(before))
