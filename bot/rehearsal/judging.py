"""A rehearsal with its figures and its faults, as text, as data and as a picture."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rehearsal import data, picture, words
from bot.rehearsal.audit import Fault, audit
from bot.rehearsal.figures import Figures, figures
from bot.rehearsal.play import rehearse
from bot.rehearsal.values import Rehearsal
from handlers.programme_file import ProgrammeFile


@dataclass(frozen=True, slots=True)
class Judged:
    """What was played, counted, and found wrong."""

    played: Rehearsal
    counted: Figures
    faults: tuple[Fault, ...]

    def in_words(self, *, everything: bool = False) -> str:
        """For an organiser, in the programme's language; ``everything``: each message in full."""
        return words.in_words(self.played, self.counted, self.faults, everything=everything)

    def as_json(self) -> Mapping[str, object]:
        return data.as_json(self.played, self.counted, self.faults)

    def as_picture(self) -> bytes:
        """A PNG of reminders a person by month."""
        return picture.as_picture(self.played, self.counted)


def judged(programme: ProgrammeFile, seed: int | None = None) -> Judged:
    """Play a programme through and judge it; the same file and seed give the same."""
    played = rehearse(programme, seed)
    found = audit(played)
    return Judged(played, figures(played, found), tuple(found))
