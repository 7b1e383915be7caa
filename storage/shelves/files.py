"""Files by content hash, and a door's own reference to one as a cache."""

from datetime import datetime

from storage.instants import written
from storage.records import File
from storage.shelf import Shelf, every, one, statements, text


class Files(Shelf):
    """The bytes lie under the data directory; here is what they are called."""

    sql = statements("files")

    def add(self, file: File, now: datetime) -> None:
        self.sql.add(
            self.connection,
            id=file.id,
            hash=file.hash,
            name=file.name,
            mime=file.mime,
            size=file.size,
            source=file.source,
            ref=file.ref,
            now=written(now),
        )

    def find(self, file: str) -> File | None:
        return one(File, self.sql.find(self.connection, id=file))

    def fetched(self, file: str, content_hash: str, size: int) -> None:
        self.sql.fetched(self.connection, id=file, hash=content_hash, size=size)

    def is_awaited(self, ref: str) -> bool:
        """Whether a file that came in, by its door's name for it, has yet to be fetched."""
        return any(ref in row["said"] for row in self.sql.awaited(self.connection, ref=ref))

    def hashes(self) -> frozenset[str]:
        """Return the hashes of the content that is still wanted."""
        return frozenset(row["hash"] for row in self.sql.hashes(self.connection))

    def let_go(self, before: datetime) -> None:
        """Let go of files that we made ourselves before an instant, and of what nobody holds.

        Nobody holds what came in for a report that is gone, or was taken away from it, unless it
        is being fetched. Where it was once sent to somebody the row stays, without its name.
        """
        self.sql.let_go(self.connection, before=written(before))
        self.sql.drop_loose(self.connection)
        self.sql.empty_loose(self.connection)

    def cached(self, file: str, source: str) -> str | None:
        return text(self.sql.cached(self.connection, file=file, source=source))

    def cache(self, file: str, source: str, ref: str) -> None:
        self.sql.cache(self.connection, file=file, source=source, ref=ref)

    def attach(self, draft: str, file: str, by: str | None, now: datetime) -> None:
        """Let a file belong to what is filled in; it is kept as long as that."""
        self.sql.attach(self.connection, draft=draft, file=file, by=by, now=written(now))

    def attached(self, draft: str) -> list[File]:
        """Return what belongs to a draft, the oldest first."""
        return every(File, self.sql.attached(self.connection, draft=draft))

    def detach(self, draft: str, file: str) -> None:
        self.sql.detach(self.connection, draft=draft, file=file)

    def draft_of(self, file: str) -> str | None:
        """Return the draft that a file belongs to."""
        return text(self.sql.draft_of(self.connection, file=file))
