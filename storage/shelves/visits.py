"""The door on the web: personal links, who is signed in, and mail addresses still to be proven."""

from datetime import datetime

from storage.instants import written
from storage.records import Pass, Session
from storage.shelf import Shelf, every, one, statements, text


class Visits(Shelf):
    """Links and tokens stand here as hashes alone; a ``key`` is an address at the door «page»."""

    sql = statements("visits")

    def mint(
        self,
        link_hash: str,
        person: str,
        now: datetime,
        expires_at: datetime,
        mail: str | None = None,
    ) -> None:
        """Keep a personal link; with ``mail``, opening it proves that address."""
        self.sql.mint(
            self.connection,
            hash=link_hash,
            person=person,
            mail=mail,
            now=written(now),
            expires_at=written(expires_at),
        )

    def find(self, link_hash: str) -> Pass | None:
        return one(Pass, self.sql.find_pass(self.connection, hash=link_hash))

    def use(self, link_hash: str, now: datetime) -> bool:
        """Spend a link; false if somebody already has, or if it is too old."""
        return int(self.sql.use_pass(self.connection, hash=link_hash, now=written(now))) == 1

    def void(self, person: str, now: datetime) -> None:
        """Let none of somebody's unused links open anything any more."""
        self.sql.void_passes(self.connection, person=person, now=written(now))

    def sign_in(
        self, token_hash: str, key: str, label: str, now: datetime, expires_at: datetime
    ) -> None:
        self.sql.sign_in(
            self.connection,
            hash=token_hash,
            key=key,
            label=label,
            now=written(now),
            expires_at=written(expires_at),
        )

    def session(self, token_hash: str) -> Session | None:
        return one(Session, self.sql.session(self.connection, hash=token_hash))

    def sessions_at(self, key: str) -> list[Session]:
        return every(Session, self.sql.sessions_at(self.connection, key=key))

    def seen(self, token_hash: str, now: datetime, expires_at: datetime) -> None:
        self.sql.seen(
            self.connection, hash=token_hash, now=written(now), expires_at=written(expires_at)
        )

    def sign_out(self, token_hash: str) -> None:
        self.sql.sign_out(self.connection, hash=token_hash)

    def sign_out_all(self, key: str) -> None:
        self.sql.sign_out_all(self.connection, key=key)

    def claim(self, person: str, mail: str, now: datetime) -> None:
        """Note the address that somebody says is theirs, in the place of the one before."""
        self.sql.claim(self.connection, person=person, mail=mail, now=written(now))

    def claim_of(self, person: str) -> str | None:
        return text(self.sql.claim_of(self.connection, person=person))

    def claimed_by(self, mail: str) -> list[str]:
        """Return who says that this address is theirs, the latest first."""
        return [row["person"] for row in self.sql.claimed_by(self.connection, mail=mail)]

    def drop_claim(self, person: str) -> None:
        self.sql.drop_claim(self.connection, person=person)

    def forget_old(self, now: datetime, claims_before: datetime) -> None:
        """Forget links and sessions that have run out, and addresses that were never proven."""
        self.sql.forget_passes(self.connection, before=written(now))
        self.sql.forget_sessions(self.connection, before=written(now))
        self.sql.forget_claims(self.connection, before=written(claims_before))
