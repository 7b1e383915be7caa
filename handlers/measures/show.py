"""Showing a page of aims and measures to whoever may see it, with the way back to their report."""

from collections.abc import Sequence

from handlers.events import Pressed
from handlers.flow.party import name_of
from handlers.markup import Button, Html, Keyboard, bold, column, paragraphs, plain
from handlers.measures import sayings, sheet, texts
from handlers.measures.history import told
from handlers.measures.place import Place, key_of
from handlers.measures.work import Work, work_of
from handlers.programme_file import zone
from handlers.turn import LEADERS, Turn
from storage.records import Aim, Measure, WorkChange


def listing(turn: Turn, place: Place, *lead: Html | None) -> None:
    """The whole list of one party."""
    text, buttons = sheet.list_page(turn.tongue, _work(turn, place), _of(place))
    teams = Button(plain(texts.look_at_teams(turn.tongue)), "measures:teams")
    more = ((teams,),) if turn.roles & LEADERS else ()
    head = bold(_heading(turn, place))
    turn.say(paragraphs(*lead, head, text), (*buttons, *more, *_report(turn, place)))


def closed(turn: Turn, place: Place) -> None:
    text, buttons = sheet.closed_page(turn.tongue, _work(turn, place), _of(place))
    whose = None if place.mine else bold(_heading(turn, place))
    turn.say(paragraphs(whose, text), (*buttons, *_report(turn, place)))


def teams(turn: Turn, places: Sequence[Place]) -> None:
    """Which party a leader wants to look at."""
    t = turn.tongue
    named = [(name_of(turn.unit, one.programme, one.party, t), one) for one in places]
    buttons = (Button(name, f"measures:of:{key_of(one)}") for name, one in named)
    turn.say(texts.which_team(t), column(*buttons))


def one(turn: Turn, place: Place, subject: Aim | Measure, *lead: Html | None) -> None:
    """The page of one aim or measure as it stands now, under what was just done about it."""
    text, buttons = _page(turn, place, subject)
    turn.say(paragraphs(*lead, text), (*buttons, *_ways_out(turn, place)))


def changed(turn: Turn, place: Place, subject: Aim | Measure, said: Html) -> None:
    """Say what was done and show the page anew; the page that was tapped loses its buttons."""
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(said)
        turn.edit(bold(subject.wording))
    one(turn, place, subject, said)


def move(turn: Turn, place: Place, measure: Measure) -> None:
    text, buttons = sheet.move_page(turn.tongue, measure, _work(turn, place))
    turn.say(text, buttons)


def history(turn: Turn, place: Place, subject: Aim | Measure) -> None:
    """Every change; to the party with names, to those who look on with the party's name alone."""
    t = turn.tongue
    changes = turn.unit.measures.history(subject)
    there = zone(place.programme)
    lines_ = told(t, changes, _work(turn, place), there, lambda it: _who(turn, place, subject, it))
    back = Button(subject.wording[:40], _press(subject))
    turn.say(paragraphs(bold(subject.wording), lines_), column(back))


def _who(turn: Turn, place: Place, subject: Aim | Measure, change: WorkChange) -> object:
    t = turn.tongue
    by_the_file = isinstance(subject, Aim) and subject.given and change.what in _BY_THE_FILE
    if change.by is None and by_the_file:
        return sayings.the_programme(t)
    if not place.mine:
        return name_of(turn.unit, place.programme, place.party, t)
    if change.by is None:
        return sayings.former_member(t)
    person = turn.unit.people.find(change.by)
    return person.name if person and person.name else sayings.member(t)


_BY_THE_FILE = {"added", "wording", "closed"}


def _page(turn: Turn, place: Place, subject: Aim | Measure) -> sheet.Page:
    work, t = _work(turn, place), turn.tongue
    match subject:
        case Measure():
            return sheet.measure_page(t, subject, work.aim(subject.aim), mine=place.mine)
        case Aim():
            return sheet.aim_page(t, subject, work.towards(subject), mine=place.mine)


def _of(place: Place) -> str | None:
    """How a button names a party that the reader looks on; None for their own."""
    return None if place.mine else key_of(place)


def _ways_out(turn: Turn, place: Place) -> Keyboard:
    every = "measures:list" if place.mine else f"measures:of:{key_of(place)}"
    back = Button(plain(texts.all_of_it(turn.tongue)), every)
    return ((back,), *_report(turn, place))


def _report(turn: Turn, place: Place) -> Keyboard:
    """The way back to the report that the party is filling in, so that none is lost."""
    if not place.mine:
        return ()
    drafts = turn.unit.drafts.open_for(place.party)
    mine = (one for one in drafts if (one.form, one.programme) == ("report", place.programme.id))
    draft = next(mine, None)
    label = plain(texts.back_to_report(turn.tongue))
    return ((Button(label, f"report:{draft.about}"),),) if draft else ()


def _press(subject: Aim | Measure) -> str:
    return f"{'aim' if isinstance(subject, Aim) else 'measure'}:{subject.id}"


def _heading(turn: Turn, place: Place) -> Html:
    t = turn.tongue
    if place.mine:
        return texts.heading(t)
    return texts.heading_of(t, name_of(turn.unit, place.programme, place.party, t))


def _work(turn: Turn, place: Place) -> Work:
    return work_of(turn.unit, place.programme.id, place.party)
