"""Being erased: what goes and what stays is said first, then it is done in one transaction."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.events import Address, Said
from handlers.flow.form import Refusal
from handlers.flow.party import guest_party
from handlers.flow.readers import YES, yesno
from handlers.markup import Button, Html, bold, column, paragraphs, plain, safe
from handlers.post import GOODBYE, NAMES, Letter, post
from handlers.privacy import page_texts, texts
from handlers.programme_file import load
from handlers.turn import LEADERS, Turn
from handlers.visits import MAIL, PAGE
from storage.records import Person
from storage.shelves.outbox import Owed

WAITING = "forget"
"""While this is asked, what is typed answers it, and no form takes a «yes» for its own."""


def ask(turn: Turn, _rest: str = "") -> None:
    """Say what will be erased, and ask; of somebody whom nobody knows, erase it at once."""
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
    elif turn.person is None:
        _erase_stranger(turn)
    else:
        t = turn.tongue
        leads = any(one.role in LEADERS for one in turn.memberships)
        text = paragraphs(
            bold(texts.ask_forget(t)),
            texts.goes(t),
            texts.stays(t),
            texts.messages_stay(t) if leads else None,
            page_texts.outside(t) if _at_the_page(turn) else texts.outside(t),
            *(texts.last_organiser(t, name) for name in _left_without(turn)),
        )
        turn.sit(replace(turn.seat, waiting=WAITING))
        _ask(turn, text)


def typed(turn: Turn) -> bool:
    """Take a yes or a no to what was asked; anything else erases nothing, and is asked again."""
    what, person = turn.event.what, turn.person
    if not isinstance(what, Said) or person is None or turn.seat.waiting != WAITING:
        return False
    if not turn.event.private:
        return False
    try:
        said = yesno()(what.text, turn.tongue)
    except Refusal:
        _ask(turn, bold(texts.ask_forget(turn.tongue)))
        return True
    if said == YES:
        _erase(turn, person)
    else:
        _let_be(turn)
    return True


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Erase, or let everything be."""
    if not turn.event.private:
        turn.say(texts.only_alone(turn.tongue))
    elif turn.person is None:
        _erase_stranger(turn)
    elif list(arguments) == ["yes"]:
        _erase(turn, turn.person)
    else:
        _let_be(turn)


def _ask(turn: Turn, text: Html) -> None:
    t = turn.tongue
    yes = Button(plain(texts.yes_forget(t)), "forget:yes")
    no = Button(plain(texts.no_forget(t)), "forget:no")
    turn.say(text, column(yes, no))


def _let_be(turn: Turn) -> None:
    if turn.seat.waiting == WAITING:
        turn.sit(replace(turn.seat, waiting=None))
    turn.say(texts.not_forgotten(turn.tongue))


def _left_without(turn: Turn) -> list[str]:
    """The programmes whose only organiser the speaker is, by name."""
    people, programmes = turn.unit.people, turn.unit.programmes
    names = []
    for mine in turn.memberships:
        row = programmes.find(mine.programme) if mine.role == "organiser" else None
        if row is None:
            continue
        # whoever is entered and has not come in may never do so
        there = (m for m in people.members(mine.programme) if not m.listed)
        organisers = {m.person for m in there if m.role == "organiser"}
        if organisers == {mine.person}:
            names.append(turn.tongue.pick(load(row.body).name))
    return names


def _erase(turn: Turn, person: Person) -> None:
    """Erase the person from every table; what goes last is a word to say that it was done."""
    unit, t, language = turn.unit, turn.tongue, turn.tongue.language
    goodbye = page_texts.goodbye(t) if _at_the_page(turn) else texts.goodbye(t)
    programmes = sorted({one.programme for one in turn.memberships})
    files = unit.traces.files_of(person.id)
    unit.traces.drop_files_about(NAMES)
    mails = [one.key for one in unit.people.addresses(person.id) if one.door == MAIL]
    unit.traces.drop_proposals_naming([person.name or "", *mails])
    for one in unit.people.addresses(person.id):
        _forget_address(turn, one.door, one.key, person.id)
        unit.traces.forget_guesses(one.door, one.key)
    unit.traces.forget_person(person.id, safe(person.name or ""), files)
    unit.people.erase(person.id)
    for programme in programmes:
        unit.deeds.note("erased", "", turn.now, programme, None)
    _part(turn, goodbye, language)


def _at_the_page(turn: Turn) -> bool:
    return turn.address.door == PAGE


def _erase_stranger(turn: Turn) -> None:
    """Erase what was said either way; wrong codes stay their two days, lest a lock be lifted."""
    goodbye, language = texts.goodbye_stranger(turn.tongue), turn.tongue.language
    _forget_address(turn, turn.address.door, turn.address.key, "")
    _part(turn, goodbye, language)


def _forget_address(turn: Turn, door: str, key: str, person: str) -> None:
    unit, event = turn.unit, turn.event
    unit.outbox.moot_at(door, key, turn.now)
    party = guest_party(Address(door, key))
    unit.traces.forget_address(door, key, person, party, event.source, event.update)


def _part(turn: Turn, goodbye: Html, language: str) -> None:
    """Take the menu back and say goodbye; nothing of either is left once they are out."""
    unit, to, event = turn.unit, turn.address, turn.event
    key = f"{event.source}:{event.update}:{GOODBYE}"
    letter = Letter(goodbye, fleeting=True, about=GOODBYE)
    post(unit, to, letter, key, language, turn.now)
    menu = Owed(to.door, to.key, f"{key}:menu", "[]", "menu", about=GOODBYE, fleeting=True)
    unit.outbox.owe(menu, turn.now)
    unit.house.want_wipe()
    turn.forget_what_was_read()
    turn.roles_changed = False
