"""Changes are told: a round over the people of a programme, slice by slice, each person once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from handlers.change import texts
from handlers.change.hearing import Hearing, Telling, has_entry, hearing, is_ahead
from handlers.change.letter import kind_of, letter
from handlers.changed import News, audience, step_of
from handlers.entries import MIME, calendar_file, file_name
from handlers.feature import Paper
from handlers.markup import Html, paragraphs
from handlers.post import Letter, address_of, has_neither, post
from handlers.programme_file import ProgrammeFile, load, zone
from handlers.remind import unheard
from handlers.tongue import Tongue, tongue
from storage.records import Notice
from storage.shelves.outbox import BROADCAST
from storage.unit import Unit

PAPER = "change"
# A door may be shut for days; who was out of reach for longer hears with the next change.
WAITS = timedelta(days=14)
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
    """Begin to tell one person: a message for each milestone, so that each has its own entry.

    A calendar replaces or takes out what it holds only by a file with a single entry. What has
    none is told at once; a task of its own makes each of the others.
    """
    telling = Telling.model_validate_json(arguments)
    found = hearing(unit, telling, now)
    if found is None:
        return
    asked = [one for one in found.news if found.buttons(unit, one)]
    several = len(asked) > 1
    for one in found.news:
        of_one = telling.model_copy(update={"milestone": one.milestone, "several": several})
        if has_entry(one):
            unit.tasks.add(_task(PAPER, of_one), PAPER, of_one.model_dump_json(), now)
        else:
            _say(unit, replace(found, several=several), one, _task(WORDS, of_one), now)


def _say(unit: Unit, found: Hearing, one: News, key: str, now: datetime) -> None:
    """Tell of what no calendar has an entry of."""
    letter = Letter(
        found.text(one, now),
        found.buttons(unit, one),
        about=found.about(one),
        priority=BROADCAST,
        stale_after=now + WAITS,
    )
    post(unit, found.to, letter, key, found.t.language, now)


def paper(unit: Unit, arguments: str, now: datetime) -> Paper | None:
    """Make the message with a calendar entry anew; None if nothing is new to them any more."""
    found = hearing(unit, Telling.model_validate_json(arguments), now)
    if found is None:
        return None
    t, one = found.t, found.news[0]
    return Paper(
        to=found.to,
        name=file_name(t, found.programme, one.milestone),
        mime=MIME,
        content=_calendar(unit, found, one, now),
        text=paragraphs(found.text(one, now), _entry(t, one), _deadlines(found, one, now)),
        language=t.language,
        buttons=found.buttons(unit, one),
        about=found.about(one),
        priority=BROADCAST,
        stale_after=now + WAITS,
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
    people: Mapping[str, Sequence[News]],
    now: datetime,
) -> None:
    first = min(one.id for one in notices)
    for person in (found for one in people if (found := unit.people.find(one)) is not None):
        if address_of(unit, person) is not None:
            telling = Telling(person=person.id, programme=programme.id, round=first)
            unit.tasks.add(_task(WORDS, telling), WORDS, telling.model_dump_json(), now)
        if has_neither(unit, person.id):
            _pass_on(unit, programme, person.id, people[person.id], now)


def _pass_on(
    unit: Unit, programme: ProgrammeFile, person: str, what: Sequence[News], now: datetime
) -> None:
    """Let an organiser tell somebody whom no message finds."""
    t, today = tongue(programme.language), now.astimezone(zone(programme)).date()
    ahead = [one for one in what if is_ahead(programme, one, now)]
    if ahead:
        text = paragraphs(*(letter(t, programme, [one], today) for one in ahead))
        unheard.note(unit, programme.id, person, text)


def _task(kind: str, telling: Telling) -> str:
    """Its id: nobody is told twice of a milestone in one round."""
    key = f"{kind}:{telling.round}:{telling.person}"
    return key if telling.milestone is None else f"{key}:{telling.milestone}"


def _calendar(unit: Unit, found: Hearing, one: News, now: datetime) -> bytes:
    """The entry of what changed; the whole calendar where it has none any more."""
    t, wanted = found.t, one.milestone
    only = calendar_file(unit, found.programme, t, now, member=one.member, only=wanted)
    return only or calendar_file(unit, found.programme, t, now, member=one.member)


def _entry(t: Tongue, one: News) -> Html:
    """What to do with what is attached."""
    kind = kind_of(one.was, one.now)
    match kind:
        case "cancelled" | "removed":
            return texts.entry_goes(t)
        case "new" | "set" | "held":
            return texts.entry(t)
        case "moved" | "changed":
            return texts.entry_replaces(t)
        case _:
            assert_never(kind)


def _deadlines(found: Hearing, one: News, now: datetime) -> Html:
    """That their entries no longer hold; an observer's calendar has none of them."""
    was, stands, today = one.was, one.now, found.today(now)
    if was is None or one.member.role == "observer":
        return Html("")
    pairs = (
        (was.report_by, stands and stands.report_by),
        (was.sign_up_by, stands and stands.sign_up_by),
    )
    is_new = any(old and old != new and max(old, new or old) >= today for old, new in pairs)
    return texts.deadlines_anew(found.t) if is_new else Html("")
