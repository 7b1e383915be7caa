"""What the house itself remembers: its secret, and whether it is a rehearsal."""

from storage.shelf import Shelf, statements, text


class House(Shelf):
    """Names and values."""

    sql = statements("house")

    def value(self, name: str) -> str | None:
        return text(self.sql.value(self.connection, name=name))

    def keep(self, name: str, value: str) -> None:
        self.sql.keep(self.connection, name=name, value=value)
