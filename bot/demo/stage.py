"""What the page needs of the house and of the demo around it, as narrow as it can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from handlers.programme_file import ProgrammeFile


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody to sit down as: ``role`` and ``team`` in words, in ``language``.

    ``roles`` is the role in each language that the page may speak.
    ``start`` is the text that a deep link would send for them ("/start CODE").
    """

    key: str
    name: str
    role: str
    team: str
    start: str
    language: str = "nb"
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happening:
    """The next thing that will happen by itself: when (aware), and a sentence that says what."""

    at: datetime
    sentence: str
    language: str = "nb"


class House(Protocol):
    """Takes in what people do."""

    async def receive(self, source: str, updates: Sequence[tuple[str, dict[str, object]]]) -> None:
        """Store (update id, payload) pairs durably before returning; repeats change nothing."""
        ...


class Stage(Protocol):
    """The demo's people and its clock."""

    @property
    def zone(self) -> ZoneInfo:
        """The programme's zone."""
        ...

    def people(self) -> Sequence[Sitter]:
        """Everybody one can sit down as, in the order to show them."""
        ...

    def now(self) -> datetime:
        """The demo's instant (aware)."""
        ...

    async def next_happening(self, language: str | None = None) -> Happening | None:
        """What comes next, said in ``language`` (else the programme's), or None when it is over."""
        ...

    async def jump(self) -> None:
        """Go to the next happening; everything due on the way has been played on return."""
        ...

    async def settled(self) -> None:
        """Wait until all that came in is handled and all that is due is sent."""
        ...

    async def add_person(self, name: str) -> Sitter:
        """One more person, not joined yet."""
        ...


class Theatre(Protocol):
    """Whose programme is played, and what its organiser sees of it."""

    @property
    def phone(self) -> str:
        """The key of the sitter whose phone is shown first."""
        ...

    @property
    def is_own(self) -> bool:
        """Whether it is a programme that the visitor made here."""
        ...

    @property
    def names(self) -> Mapping[str, str]:
        """The programme's name by language (nb, nn, en)."""
        ...

    async def overview(self, language: str) -> str:
        """The organiser's overview as it stands, an HTML fragment in that language."""
        ...

    async def workbook(self, language: str) -> tuple[str, bytes]:
        """The organiser's Excel file as it stands: its name and its bytes."""
        ...

    async def play(self, programme: ProgrammeFile | None, *, empty: bool = False) -> None:
        """Start again with a programme of the visitor's, or (None) with the one shown first.

        ``empty``: before its first day, with nobody in it.
        """
        ...
