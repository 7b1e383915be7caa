"""A party's call for help reaches those who help it at once; the call is kept, and never a word."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from handlers.flow.party import name_of
from handlers.markup import Button, Html, Keyboard, column, lines, plain, safe
from handlers.pleas import texts
from handlers.pleas.rings import helpers, tell_each
from handlers.post import Letter
from handlers.programme_file import ProgrammeFile, is_for_individuals, milestone
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Plea
from storage.unit import Unit

LASTS = timedelta(days=7)
"""So long what passes between a party and its helpers is worth bringing, if the door is shut."""
_WORDS = 400  # characters of one answer in a call: the whole of it stands in the report


def call(
    turn: Turn, programme: ProgrammeFile, party: str, about: str, words: Sequence[tuple[str, str]]
) -> int:
    """Keep that a party asks for help, and tell those who help it; return how many were told.

    ``about`` is the milestone of the report that asks, or "" for none; ``words`` are wordings with
    answers, plain text. The speaker is never told.
    """
    by = turn.person.id if turn.person else None
    plea = turn.unit.help.call(programme.id, party, about, by, turn.now)
    before = milestone(programme, about)
    said = [(asked, _shortened(text) if about else text) for asked, text in words]

    def letter(t: Tongue) -> Letter:
        who = name_of_party(turn.unit, programme, party, t)
        title = t.pick(before.title) if before else None
        wanted = texts.help_wanted(t, who, title, said)
        return Letter(wanted, answering(t, plea), stale_after=turn.now + LASTS)

    return tell_each(turn, helpers(turn.unit, programme, party), letter)[0]


def add(
    turn: Turn, programme: ProgrammeFile, party: str, about: str, words: Sequence[tuple[str, str]]
) -> int:
    """Tell those who help what a party writes of the help it called for; return how many."""
    plea = turn.unit.help.about(programme.id, party, about)[-1]
    said = [(asked, _shortened(text)) for asked, text in words]

    def letter(t: Tongue) -> Letter:
        who = name_of_party(turn.unit, programme, party, t)
        wanted = texts.help_is_about(t, who, said)
        return Letter(wanted, answering(t, plea), stale_after=turn.now + LASTS)

    return tell_each(turn, helpers(turn.unit, programme, party), letter)[0]


def write_back(turn: Turn, programme: ProgrammeFile, plea: Plea, words: str) -> int:
    """Tell those who help what a party says to their answer; return how many were told."""

    def letter(t: Tongue) -> Letter:
        who = name_of_party(turn.unit, programme, plea.party, t)
        written = texts.written_back(t, who, words)
        return Letter(written, answering(t, plea, "more"), stale_after=turn.now + LASTS)

    return tell_each(turn, helpers(turn.unit, programme, plea.party), letter)[0]


def is_called(unit: Unit, programme_id: str, party: str, about: str) -> bool:
    """Whether the party has asked for help in this report before, answered or not."""
    return bool(unit.help.about(programme_id, party, about))


def name_of_party(unit: Unit, programme: ProgrammeFile, party: str, t: Tongue) -> str:
    return name_of(unit, programme, party, t) or plain(texts.somebody(t))


def answering(t: Tongue, plea: Plea, word: Literal["answer", "more"] = "answer") -> Keyboard:
    """The button with which a call is answered; ``more``: whether or not it is answered already."""
    label = texts.answer_team(t) if plea.party.startswith("team:") else texts.answer(t)
    return column(Button(plain(label), f"plea:{word}:{plea.id}"))


def outcome(turn: Turn, programme: ProgrammeFile, party: str, told: int) -> Html:
    """What the asker hears: who has got it, or whom to ask where nobody could be reached."""
    t, near = turn.tongue, helpers(turn.unit, programme, party)
    if told:
        by_organisers = near[0].role == "organiser"
        return texts.organisers_have_it(t) if by_organisers else texts.facilitators_have_it(t, told)
    if turn.person is not None and turn.person.id in {one.person for one in near}:
        return texts.you_help(t)
    return lines(texts.nobody_reached(t), whom_to_ask(t, programme))


def who_gets_it(turn: Turn, programme: ProgrammeFile, party: str) -> Html:
    """Said before somebody writes: who gets it at once, or that nobody helps here."""
    t, near = turn.tongue, helpers(turn.unit, programme, party)
    if not near:
        return lines(texts.nobody_helps(t), whom_to_ask(t, programme))
    if near[0].role == "organiser":
        return texts.organisers_get_it(t)
    many = len({one.person for one in near})
    return texts.facilitators_get_it(t, many, alone=is_for_individuals(programme))


def whom_to_ask(t: Tongue, programme: ProgrammeFile) -> Html | None:
    """The programme's first contact who can be reached; None without one."""
    for contact in programme.contact:
        if contact.reach is not None:
            who = contact.name or t.pick(contact.role)
            return texts.ask_instead(t, safe(f"{who} ({t.pick(contact.reach)})"))
    return None


def _shortened(text: str) -> str:
    return text if len(text) <= _WORDS else f"{text[:_WORDS].rstrip()} …"
