"""What a broadcast reads like, and how far it has come: rows in, values out."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.broadcast import texts
from handlers.markup import Html, bold, italic, joined, lines, paragraphs, plain, safe, utf16_length
from handlers.tongue import Tongue, tongue
from storage.records import Role

# In UTF-16 units: what every door takes in one message, and beside a file.
ONE_MESSAGE = 4096
BESIDE_A_FILE = 1024
_LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends, in what role, and in which programme (its name, perhaps by language)."""

    name: str | None
    role: Role
    programme: str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many copies went out and how many never will; ``whole``: every copy is in line."""

    sent: int
    missed: int
    total: int
    whole: bool = False

    def written(self) -> str:
        """As the broadcast keeps it, such as ``17/2/43`` and ``17/2/43!`` when it is whole."""
        return f"{self.sent}/{self.missed}/{self.total}{'!' if self.whole else ''}"

    @property
    def is_over(self) -> bool:
        return self.whole and self.sent + self.missed == self.total


def letter(t: Tongue, sender: Sender, text: str, file: str | None) -> Html:
    """The very message as one reader gets it; ``text`` is plain, ``file`` the name of a file."""
    who = joined(", ", (sender.name or "", texts.role(t, sender.role)))
    head = lines(bold(texts.sender(t, who)), italic(t.pick(sender.programme)))
    return paragraphs(head, safe(text.strip()), texts.enclosed(t, file) if file else "")


def room_for(sender: Sender, file: str | None) -> int:
    """How long a text may be (in UTF-16 units): in every language a copy is one message."""
    limit = BESIDE_A_FILE if file else ONE_MESSAGE
    around = (letter(tongue(language), sender, "x", file) for language in _LANGUAGES)
    return limit + 1 - max(utf16_length(plain(one)) for one in around)


def read_tally(written: str) -> Tally:
    """Read what ``Tally.written`` wrote; "" is nothing yet."""
    sent, missed, total = (int(part) for part in (written.rstrip("!") or "0/0/0").split("/"))
    return Tally(sent, missed, total, whole=written.endswith("!"))


def tally(states: Mapping[str, int], before: Tally) -> Tally:
    """How far it has come, by how many copies are in which state.

    Until every copy is in line the total is what was confirmed, afterwards what was owed.
    """
    missed = sum(states.get(state, 0) for state in ("failed", "stale", "moot"))
    owed = sum(states.values())
    total = owed if before.whole else max(owed, before.total)
    return Tally(states.get("sent", 0), missed, total, before.whole)


def gone(states: Mapping[str, int]) -> int:
    """How many copies have left the house, with those that are just leaving it."""
    return states.get("sent", 0) + states.get("sending", 0)


def progress(t: Tongue, now: Tally) -> Html:
    return texts.count(t, now.sent, now.total)


def result(t: Tongue, end: Tally) -> Html:
    missed = texts.missed(t, end.missed) if end.missed else ""
    return joined(" ", (texts.result(t, end.sent, end.total), missed))
