"""Whoever has neither a chat nor mail is told by an organiser, who gets the words to pass on.

What is to be passed on in one round of the heartbeat is one message to each organiser.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.markup import Html, paragraphs
from handlers.post import Letter, address_of, post
from handlers.programme_file import ProgrammeFile, is_for_individuals, load, milestone
from handlers.remind import unheard_texts as texts
from handlers.remind.hours import next_open
from handlers.remind.occasions import rules
from handlers.remind.plan import Kind, Owed
from handlers.remind.standing import Register, Standing
from handlers.remind.wording import Line, sentence
from handlers.tongue import Tongue, tongue
from storage.records import Membership, Person
from storage.shelves.outbox import REMINDER
from storage.unit import Unit

# Not that they have not reflected, which is nobody else's to know; nor what leaders alone are told.
PASSED_ON: frozenset[Kind] = frozenset(
    {"samling", "modul", "fase", "frist", "signup", "report", "thanks"}
)
_NOTED = "to pass on"
_TRUE_FOR = timedelta(days=2)
Noted = dict[str, dict[str, list[str]]]
"""By programme: each text, and the ids of those whom it is for."""


def passable(standings: Iterable[Standing]) -> list[Standing]:
    """Where somebody stands, with that alone which another may tell them."""
    return [
        replace(one, occasions=tuple(o for o in one.occasions if o.kind in PASSED_ON))
        for one in standings
    ]


def note_push(
    unit: Unit,
    register: Register,
    person: str,
    found: Sequence[tuple[Standing, Owed]],
    now: datetime,
) -> None:
    """Note what a push says that reaches nobody, by programme, in the programme's language."""
    for standing, what in found:
        programme = standing.programme
        t, ladder = tongue(programme.language), register.ladder(programme.id)
        lines = [
            Line(standing, part, about, ladder)
            for part in what.spoken
            if part.key.kind in PASSED_ON
            if (about := milestone(programme, part.key.milestone)) is not None
        ]
        if lines:
            said = (sentence(t, line, now, details=True) for line in lines)
            note(unit, programme.id, person, paragraphs(*said))


def note(unit: Unit, programme: str, person: str, text: Html) -> None:
    """Note a text that a person cannot get; it is passed on when the round ends."""
    noted = _noted(unit)
    noted.setdefault(programme, {}).setdefault(text, []).append(person)
    unit.house.keep(_NOTED, json.dumps(noted, ensure_ascii=False))


def tell(unit: Unit, now: datetime) -> None:
    """Give the organisers of each programme what was noted, and note it no longer."""
    noted = _noted(unit)
    if not noted:
        return
    unit.house.keep(_NOTED, "")
    for programme_id, by_text in noted.items():
        row = unit.programmes.find(programme_id)
        if row is not None:
            _tell(unit, load(row.body), by_text, now)


def names(unit: Unit, programme: ProgrammeFile, t: Tongue, people: Iterable[str]) -> list[Html]:
    """The names of people, each with their team, in order."""
    members = {one.person: one for one in unit.people.members(programme.id)}
    found = (unit.people.find(one) for one in dict.fromkeys(people))
    return sorted(_name(t, programme, one, members.get(one.id)) for one in found if one)


def _tell(
    unit: Unit, programme: ProgrammeFile, by_text: dict[str, list[str]], now: datetime
) -> None:
    members = unit.people.members(programme.id)
    leads = dict.fromkeys(one.person for one in members if one.role == "organiser")
    files = not is_for_individuals(programme)
    # An organiser at a page without mail reads it there, and needs nobody to pass it on.
    others = {text: [one for one in whom if one not in leads] for text, whom in by_text.items()}
    by_text = {text: whom for text, whom in others.items() if whom}
    if not by_text:
        return
    for person in (unit.people.find(one) for one in leads):
        to = address_of(unit, person) if person else None
        if person is None or to is None:
            continue
        t = tongue(person.language or programme.language)
        named = [(names(unit, programme, t, whom), Html(text)) for text, whom in by_text.items()]
        number = len({one for whom in by_text.values() for one in whom})
        letter = Letter(
            texts.pass_on(t, number, named, files=files),
            silent=True,
            priority=REMINDER,
            not_before=next_open(rules(programme), now),
            stale_after=next_open(rules(programme), now) + _TRUE_FOR,
        )
        post(
            unit,
            to,
            letter,
            f"pass-on:{programme.id}:{now:%Y%m%dT%H%M%S}:{person.id}",
            t.language,
            now,
        )


def _name(t: Tongue, programme: ProgrammeFile, person: Person, member: Membership | None) -> Html:
    name = person.name or texts.somebody(t)
    team = next((x for x in programme.team if member and x.id == member.team), None)
    return texts.of_team(t, name, t.pick(team.name)) if team else texts.alone(t, name)


def _noted(unit: Unit) -> Noted:
    found: Noted = json.loads(unit.house.value(_NOTED) or "{}")
    return found
