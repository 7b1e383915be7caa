"""Who else is at a shared draft, and what they answered meanwhile, for one who is of the team."""

from datetime import datetime, timedelta

from handlers.flow import sayings
from handlers.flow.sitting import Sitting
from handlers.markup import Html, lines, plain
from handlers.programme_file import zone
from storage.records import AnswerRow

LATELY = timedelta(minutes=10)
_MOST = 3
_LONG = 60
_UNQUOTED = str.maketrans("", "", "«»")  # what is quoted holds no quotation marks of its own


def arrived(sitting: Sitting) -> Html | None:
    """What somebody who comes to a draft is told of the others there."""
    return lines(begun_by_another(sitting), also_here(sitting)) or None


def begun_by_another(sitting: Sitting) -> Html | None:
    """Who began a draft that several share, and when, for someone who comes to it."""
    draft, position = sitting.draft, sitting.position()
    answered = [answer for answer in position.answers.values() if answer.state != "open"]
    if draft.started_by == sitting.me or not _is_shared(sitting) or not answered:
        return None
    name, days = _name(sitting, draft.started_by), _days_since(sitting, draft.started_at)
    return sayings.begun(sitting.t, name, days, position.left, position.total)


def also_here(sitting: Sitting) -> Html | None:
    """Who sits there too, and answered lately."""
    if not _is_shared(sitting):
        return None
    now = sitting.turn.event.said_at
    lately = {row.by for row in sitting.rows() if row.by and now - row.said_at <= LATELY}
    people, seats = sitting.turn.unit.people, sitting.turn.unit.drafts.seats_at(sitting.draft.id)
    seated = {one.id for seat in seats if (one := people.at(seat.door, seat.speaker))}
    others = sorted(_who(sitting, one) for one in (lately & seated) - {sitting.me})
    return sayings.also_here(sitting.t, others) if others else None


def meanwhile(sitting: Sitting) -> Html | None:
    """What others answered since the speaker's answer before this one; None for the first."""
    if not _is_shared(sitting):
        return None
    now = sitting.turn.event.said_at
    before = [row.said_at for row in sitting.mine() if row.said_at < now]
    if not before:
        return None
    since = [row for row in sitting.rows() if row.state == "given" and row.said_at >= max(before)]
    others = sorted({row.by for row in since if row.by} - {sitting.me or ""})
    return (
        lines(*(_told(sitting, one, [r for r in since if r.by == one]) for one in others)) or None
    )


def _told(sitting: Sitting, person: str, rows: list[AnswerRow]) -> Html | None:
    """What one colleague answered, in the form's order; a few questions by their words."""
    answered = {row.key for row in rows}
    asked = [q.text for q in sitting.position().questions if q.key in answered]
    if not asked:
        return None
    words = [brief(plain(text).translate(_UNQUOTED)) for text in asked[:_MOST]]
    named = [sayings.quoted(sitting.t, one) for one in words]
    return sayings.meanwhile(sitting.t, _name(sitting, person), named, len(asked) - len(named))


def brief(text: str, most: int = _LONG) -> str:
    """The beginning of a text, for a sentence that names it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _is_shared(sitting: Sitting) -> bool:
    return sitting.draft.party.startswith("team:")


def _who(sitting: Sitting, person: str) -> Html:
    return sayings.someone(sitting.t, _name(sitting, person))


def _name(sitting: Sitting, person: str | None) -> str | None:
    """A colleague's name, inside the team alone: who stands in for it learns of nobody."""
    if person is None or not sitting.is_party:
        return None
    found = sitting.turn.unit.people.find(person)
    return found.name if found else None


def _days_since(sitting: Sitting, then: datetime) -> int:
    there = zone(sitting.scene.programme)
    today = sitting.turn.now.astimezone(there).date()
    return max((today - then.astimezone(there).date()).days, 0)
