"""What the house itself remembers: its secret, whether it rehearses, what is to be wiped."""

from storage.shelf import Shelf, statements, text

_WIPE = "checkpoint"


class House(Shelf):
    """Names and values."""

    sql = statements("house")

    def value(self, name: str) -> str | None:
        return text(self.sql.value(self.connection, name=name))

    def keep(self, name: str, value: str) -> None:
        self.sql.keep(self.connection, name=name, value=value)

    def want_wipe(self) -> None:
        """Something was erased that the file may still hold in pages that were freed."""
        self.keep(_WIPE, "wanted")

    def is_wipe_wanted(self) -> bool:
        """Whether a wipe is still to be done; one that was begun and never ended is."""
        return self.value(_WIPE) in ("wanted", "wiping")

    def begin_wipe(self) -> None:
        self.keep(_WIPE, "wiping")

    def end_wipe(self) -> None:
        """Note that the disk was wiped, unless more was erased meanwhile: then it is wanted."""
        if self.value(_WIPE) == "wiping":
            self.keep(_WIPE, "done")
