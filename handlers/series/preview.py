"""What a file that was sent in would change, in words, and whether its sender may change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers import roster
from handlers.changed import Foreseen, foresee, in_words, teams_let_go
from handlers.markup import Button, Html, Keyboard, column, lines, paragraphs
from handlers.post import ON
from handlers.programme_file import Change, ProgrammeFile, changes, load, samlinger
from handlers.series import texts
from handlers.tongue import Tongue
from handlers.visits import MAIL
from handlers.workbook import Listed
from storage.records import Proposal
from storage.unit import Unit

MOST_CHANGES = 25


@dataclass(frozen=True, slots=True)
class Would:
    """Every difference to what stands, whom they are told, and what becomes of the people.

    ``left`` are the teams with members that would be withdrawn: their names, and how many.
    """

    programme: ProgrammeFile
    is_new: bool
    differences: Sequence[Change]
    told: Foreseen
    people: roster.Intended
    left: tuple[tuple[str, int], ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.is_new or self.differences) and self.people.is_nothing


def may_change(unit: Unit, person: str, programme: str) -> bool:
    """Whether somebody leads this programme, or it is not here yet."""
    if unit.programmes.find(programme) is None:
        return True
    mine = unit.people.memberships(person)
    return any(one.programme == programme and one.role == "organiser" for one in mine)


def would(
    unit: Unit, programme: ProgrammeFile, people: Sequence[Listed], now: datetime, by: str
) -> Would:
    """Look at what the file would do; nothing is done."""
    row = unit.programmes.find(programme.id)
    return Would(
        programme,
        row is None,
        changes(load(row.body), programme) if row is not None else [],
        foresee(unit, programme, now, by),
        roster.intended(unit, programme.id, people),
        teams_let_go(unit, programme) if row is not None else (),
    )


def shown(t: Tongue, unit: Unit, would: Would, now: datetime, unread: Html | str = "") -> Html:
    """What is shown before the yes; ``unread`` tells what of the file counts for nothing."""
    name = t.pick(would.programme.name)
    listed = [texts.point(one.sentence(t)) for one in would.differences[:MOST_CHANGES]]
    left = len(would.differences) - MOST_CHANGES
    return paragraphs(
        texts.would_begin(t, name) if would.is_new else texts.would_change(t, name),
        _new(t, would.programme) if would.is_new else "",
        lines(*listed, texts.and_more(t, left) if left > 0 else ""),
        lines(*(texts.team_goes(t, team, members) for team, members in would.left)),
        people(t, unit, would.people),
        unread,
        in_words(t, would.programme, would.told, now) if would.told.reach.people else "",
        texts.ask(t),
    )


def people(t: Tongue, unit: Unit, of: roster.Intended, *, done: bool = False) -> Html:
    """What becomes of the people; names are not repeated, she has them in her file."""
    new, changed = texts.new_people, texts.changed_people
    if done:
        new, changed = texts.people_entered, texts.people_changed
    by_mail = of.invited if unit.house.value(MAIL) == ON else 0
    return lines(
        new(t, len(of.new)) if of.new else "",
        texts.get_mail(t, by_mail) if by_mail else "",
        changed(t, len(of.changed)) if of.changed else "",
        texts.stay(t, of.unnamed) if of.unnamed else "",
        texts.decide_themselves(t, of.own) if of.own else "",
        *(texts.address_taken(t, one) for one in of.taken),
    )


def buttons(t: Tongue, kept: Proposal) -> Keyboard:
    yes = Button(texts.yes(t), f"series:yes:{mark(kept)}")
    return column(yes, Button(texts.no(t), f"series:no:{mark(kept)}"))


def mark(kept: Proposal) -> str:
    """What tells one file that was sent in from another, in a button."""
    return f"{kept.made_at.timestamp():.6f}"


def _new(t: Tongue, programme: ProgrammeFile) -> Html:
    teams = sum(1 for one in programme.team if not one.withdrawn)
    return texts.new_programme(t, len(samlinger(programme)), teams)
