"""A rehearsal as data for a program: the figures, the people, and every message."""

from collections.abc import Sequence
from dataclasses import asdict
from zoneinfo import ZoneInfo

from bot.rehearsal.audit import Fault
from bot.rehearsal.figures import GOAL, Figures, Most
from bot.rehearsal.values import Message, Player, Rehearsal
from handlers.programme_file import zone


def as_json(played: Rehearsal, counted: Figures, found: Sequence[Fault]) -> dict[str, object]:
    """Instants are ISO with the programme's offset, months "2026-09", people by their number."""
    there = zone(played.programme)
    return {
        "programme": played.programme.id,
        "seed": played.seed,
        "from": played.start.astimezone(there).isoformat(),
        "to": played.end.astimezone(there).isoformat(),
        "summary": _summary(counted),
        "people": [_person(one, counted, there) for one in played.players],
        "faults": [
            {"kind": one.kind, "why": one.why, **_message(one.message, there)} for one in found
        ],
        "messages": [_message(one, there) for one in played.messages],
    }


def _summary(counted: Figures) -> dict[str, object]:
    return {
        "people": counted.people,
        "messages": dict(counted.causes),
        "pushes_a_month": {
            "median": counted.median,
            "median_of_active_months": counted.median_of_active,
            "p95": counted.most_of_95,
            "highest": counted.most,
            "goal": GOAL,
        },
        "most_pushes_in_14_days": counted.in_fourteen_days,
        "busiest_person": _most(counted.busiest_person),
        "busiest_day": _most(counted.busiest_day),
        "faults": dict(counted.faults),
    }


def _most(found: Most | None) -> dict[str, object] | None:
    if found is None:
        return None
    of = found.of if isinstance(found.of, int) else found.of.isoformat()
    return {"of": of, "number": found.number}


def _person(one: Player, counted: Figures, there: ZoneInfo) -> dict[str, object]:
    months = counted.table.get(one.number, {})
    return {
        "number": one.number,
        "name": one.name,
        "role": one.role,
        "team": one.team,
        "joined": one.joined_at.astimezone(there).isoformat() if one.joined_at else None,
        "pushes": {f"{month:%Y-%m}": number for month, number in months.items()},
    }


def _message(one: Message, there: ZoneInfo) -> dict[str, object]:
    return {
        "at": one.at.astimezone(there).isoformat(),
        "person": one.player,
        "team": one.team,
        "cause": one.cause,
        "parts": [asdict(part) for part in one.parts],
        "text": one.text,
        "silent": one.silent,
        "file": one.file,
    }
