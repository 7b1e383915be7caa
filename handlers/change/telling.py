"""Changes are told: a round over the people of a programme, slice by slice, each person once."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from handlers.change import texts
from handlers.change.hearing import Hearing, Telling, has_entry, hearing
from handlers.change.letter import kind_of
from handlers.changed import News, audience, step_of
from handlers.entries import MIME, calendar_file, file_name
from handlers.feature import Paper
from handlers.markup import Html, paragraphs
from handlers.post import Letter, post
from handlers.programme_file import ProgrammeFile, load
from handlers.tongue import Tongue
from storage.records import Notice
from storage.shelves.outbox import BROADCAST
from storage.unit import Unit

PAPER = "change"
WORDS = "change-words"
SLICE = 50  # people a unit


def tell(unit: Unit, now: datetime, most: int = SLICE) -> bool:
    """Tell the next people of one programme what changed there; whether there is more to tell.

    A round that was broken off goes on behind the last person it served; nobody is served twice.
    """
    notices = _next_round(unit, now)
    if not notices:
        return False
    row = unit.programmes.find(notices[0].programme)
    assert row is not None  # noqa: S101 - a notice is of a programme that stands
    programme = load(row.body)
    people = audience(unit, programme, [step_of(one) for one in notices])
    rest = {person: news for person, news in people.items() if person > notices[0].told_to}
    served = dict(list(rest.items())[:most])
    _serve(unit, programme, notices, served, now)
    for notice in notices:
        if len(rest) > most:
            unit.notices.told_up_to(notice.id, max(served))
        else:
            unit.notices.end(notice.id, "told", now)
    return bool(unit.notices.due(now))


def words(unit: Unit, arguments: str, now: datetime) -> None:
    """Tell one person of what no calendar has an entry of."""
    telling = Telling.model_validate_json(arguments)
    found = hearing(unit, telling, now)
    if found is None:
        return
    if any(map(has_entry, found.news)):  # something else came to it
        unit.tasks.add(_task(PAPER, telling), PAPER, arguments, now)
        return
    text = Letter(found.text(now), found.buttons(unit), about=found.about, priority=BROADCAST)
    post(unit, found.to, text, _task(WORDS, telling), found.t.language, now)


def paper(unit: Unit, arguments: str, now: datetime) -> Paper | None:
    """Make the message with the calendar entries anew; None if nothing is new to them any more."""
    found = hearing(unit, Telling.model_validate_json(arguments), now)
    if found is None:
        return None
    t, wanted = found.t, [one.milestone for one in found.news]
    return Paper(
        to=found.to,
        name=file_name(t, found.programme, wanted[0] if len(wanted) == 1 else None),
        mime=MIME,
        content=_calendar(unit, found, wanted, now),
        text=paragraphs(found.text(now), _entry(t, found.news)),
        language=t.language,
        buttons=found.buttons(unit),
        about=found.about,
        priority=BROADCAST,
    )


def _next_round(unit: Unit, now: datetime) -> list[Notice]:
    """The notices of one programme that are told together: a round under way goes first."""
    due = unit.notices.due(now)
    under_way = [one for one in due if one.state == "telling"]
    first = next(iter([*under_way, *due]), None)
    if first is None:
        return []
    return [one for one in due if (one.programme, one.state) == (first.programme, first.state)]


def _serve(
    unit: Unit,
    programme: ProgrammeFile,
    notices: Sequence[Notice],
    people: dict[str, list[News]],
    now: datetime,
) -> None:
    reached = unit.people.reachable_in(programme.id)
    first = min(one.id for one in notices)
    for person, news in people.items():
        if person in reached:
            kind = PAPER if any(map(has_entry, news)) else WORDS
            telling = Telling(person=person, programme=programme.id, round=first)
            unit.tasks.add(_task(kind, telling), kind, telling.model_dump_json(), now)


def _task(kind: str, telling: Telling) -> str:
    """Its id: nobody is told twice in one round."""
    return f"{kind}:{telling.round}:{telling.person}"


def _calendar(unit: Unit, found: Hearing, wanted: Sequence[str], now: datetime) -> bytes:
    """The entries of what changed; the whole calendar where none of that has one any more."""
    member, t = found.news[0].member, found.t
    only = calendar_file(unit, found.programme, t, now, member=member, only=wanted)
    return only or calendar_file(unit, found.programme, t, now, member=member)


def _entry(t: Tongue, news: Sequence[News]) -> Html:
    """What to do with what is attached."""
    if len(news) > 1:
        return texts.entries(t)
    kind = kind_of(news[0].was, news[0].now)
    match kind:
        case "cancelled" | "removed":
            return texts.entry_goes(t)
        case "new" | "set" | "held":
            return texts.entry(t)
        case "moved" | "changed":
            return texts.entry_replaces(t)
        case _:
            assert_never(kind)
