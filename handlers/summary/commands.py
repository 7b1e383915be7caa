"""/summary is answered to those who may see it, and its Excel file is made beside the answers."""

import json
from collections.abc import Sequence
from datetime import datetime

from handlers.events import Pressed
from handlers.feature import Paper
from handlers.markup import Button, Keyboard, column, plain
from handlers.papers.book import EXCEL
from handlers.post import address_of
from handlers.programme_file import Milestone, load
from handlers.summary import rounds, texts, view
from handlers.summary.gather import summarise
from handlers.summary.material import Sight, sight_of
from handlers.summary.sheet import workbook
from handlers.tongue import tongue
from handlers.turn import Turn
from handlers.visits import place
from storage.unit import Unit

PAPER = "sheet"


def show(turn: Turn, rest: str = "") -> None:
    """Sum up the current round, or the one whose name stood behind the command."""
    sight = _sight(turn)
    if sight is None or turn.programme is None:
        return
    before = rounds.named(turn.programme, rest)
    if rest and before is None:
        turn.say(texts.no_such_round(turn.tongue))
    _tell(turn, sight, before)


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: another round («of»), or the file («sheet»), each with a milestone."""
    match arguments:
        case ["sheet", milestone]:
            _order(turn, milestone)
        case ["of", milestone]:
            show(turn, milestone)
        case _:
            show(turn)


def make(unit: Unit, arguments: str, now: datetime) -> Paper | None:
    """Make the file for who asked for it; None if they may not see it any more, or are gone.

    ``arguments`` is JSON: ``person``, ``programme``, and the id of a ``milestone`` or "". What the
    person may see is read anew, and it goes to them alone.
    """
    asked = json.loads(arguments)
    person = unit.people.find(asked["person"])
    row = unit.programmes.find(asked["programme"])
    if person is None or row is None:
        return None
    sight = sight_of(unit.people.memberships(person.id), row.id)
    to = address_of(unit, person)
    if sight is None or to is None:
        return None
    programme = load(row.body)
    t = tongue(person.language or programme.language)
    before = rounds.named(programme, asked["milestone"])
    summary = summarise(unit, programme, now, before, sight)
    name = "-".join(
        ("mellom", programme.id, *((summary.round.milestone,) if summary.round else ()))
    )
    text = texts.the_file(t, summary.name)
    return Paper(to, f"{name}.xlsx", EXCEL, workbook(t, summary), text, t.language)


def _sight(turn: Turn) -> Sight | None:
    """How far the speaker sees, as of this transaction; else they are told why they do not."""
    sight = sight_of(turn.memberships, turn.programme.id) if turn.programme else None
    if sight is None:
        turn.say(texts.not_yours(turn.tongue))
        return None
    if not turn.event.private:
        turn.say(texts.in_private(turn.tongue))
        return None
    return sight


def _tell(turn: Turn, sight: Sight, before: Milestone | None) -> None:
    if turn.programme is None:
        return
    summary = summarise(turn.unit, turn.programme, turn.now, before, sight)
    *first, last = view.pages(turn.tongue, summary)
    for page in first:
        turn.say(page)
    turn.say(last, (*view.buttons(turn.tongue, summary), *_to_the_page(turn)))


def _to_the_page(turn: Turn) -> Keyboard:
    """The way to the same on a page, where the house has one."""
    if place(turn.unit) is None:
        return ()
    return column(Button(plain(texts.on_a_page(turn.tongue)), turn.press("page")))


def _order(turn: Turn, milestone: str) -> None:
    """List the file as work to be done; the same press never lists it twice."""
    if _sight(turn) is None or turn.programme is None or turn.person is None:
        return
    asked = {
        "person": turn.person.id,
        "programme": turn.programme.id,
        "milestone": milestone,
    }
    task = f"{PAPER}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, PAPER, json.dumps(asked), turn.now)
    turn.note("sheet", milestone)
    coming = texts.file_is_coming(turn.tongue)
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(coming)
    else:
        turn.say(coming)
