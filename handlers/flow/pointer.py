"""Which answer a message held, and as which revision: what an edit of the message goes by.

Kept in ``answer_message.question`` as ``key:revision``. Without a revision the message held only a
part of the answer, or something else has been shown since, so an edit of it must be asked about.
"""

from dataclasses import dataclass

from handlers.flow.sitting import Sitting
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Pointer:
    """An answer's place, and the revision that the message made (or was refused at)."""

    draft: str
    question: str
    revision: int | None


def point(sitting: Sitting, message: str, question: str, revision: int | None) -> None:
    """Remember what a message of the speaker's held."""
    address = sitting.turn.address
    word = f"{question}:{'' if revision is None else revision}"
    sitting.turn.unit.drafts.point(address.door, address.key, message, sitting.draft.id, word)


def pointed(turn: Turn, message: str) -> Pointer | None:
    row = turn.unit.drafts.pointed(turn.address.door, turn.address.key, message)
    if row is None:
        return None
    question, _, revision = row.question.rpartition(":")
    return Pointer(row.draft, question, int(revision) if revision else None)
