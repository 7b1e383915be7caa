"""A person's own e-mail address: given, proven by a link sent there, changed, taken away."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.events import Address, Said
from handlers.markup import Button, Html, column, lines, plain
from handlers.post import CONFIRM, TAKEN, Letter, address_of, post, sends_mail
from handlers.settings import mail_texts as texts
from handlers.settings.mine import mine, way_back
from handlers.turn import Turn
from handlers.visits import ASKED_FOR, MAIL, PAGE, place
from storage.records import Person

WAITING = "mail"
"""While this is asked, a text is an address, and no form takes it for its own."""
HOUR = timedelta(hours=1)
MOST_AN_HOUR = 3
LONGEST = 254  # what mail servers take
_ADDRESS = re.compile(
    r"(?<![\w.+-])[A-Z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@"
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}(?![\w@-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{11}")


def mail_in(text: str) -> str | None:
    """The one address in a text, in small letters; None for none, for several, for a poor one.

    What holds eleven digits in a row may be a national number, and is not taken.
    """
    found = {one.lower() for one in _ADDRESS.findall(text)}
    one = found.pop() if len(found) == 1 else ""
    name = one.partition("@")[0]
    if not one or len(one) > LONGEST or not name.isascii() or _NUMBER.search(one):
        return None
    return None if name.startswith(".") or name.endswith(".") or ".." in name else one


def is_offered(turn: Turn) -> bool:
    """Whether the house has a page, and sends mail."""
    return sends_mail(turn.unit) and place(turn.unit) is not None


def line(turn: Turn) -> Html | None:
    """The line of the settings page; None where no mail is sent."""
    if turn.person is None or not is_offered(turn):
        return None
    held, claimed = _held(turn, turn.person), turn.unit.visits.claim_of(turn.person.id)
    return lines(
        texts.mail_line(turn.tongue, held) if held else texts.no_mail_line(turn.tongue),
        texts.claimed_line(turn.tongue, claimed) if claimed else None,
    )


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Ask for an address, or take away the one that is kept."""
    if mine(turn) is None or turn.person is None:
        return
    if not is_offered(turn):
        turn.say(texts.no_mail_here(turn.tongue), way_back(turn.tongue))
    elif list(arguments) == ["remove"]:
        _remove(turn, turn.person)
    else:
        turn.sit(replace(turn.seat, waiting=WAITING))
        held = _held(turn, turn.person)
        taken_away = Button(plain(texts.remove(turn.tongue)), "mail:remove")
        turn.say(texts.ask(turn.tongue, held), column(taken_away) if held else ())


def typed(turn: Turn) -> bool:
    """Take the address that was asked for; false if none was. What is none is asked again."""
    what = turn.event.what
    if not isinstance(what, Said) or turn.seat.waiting != WAITING or not turn.event.private:
        return False
    if mine(turn) is None or turn.person is None or not is_offered(turn):
        return True
    t, mail = turn.tongue, mail_in(what.text)
    if mail is None:
        turn.say(texts.no_address(t))
        return True
    turn.sit(replace(turn.seat, waiting=None))
    if mail == _open(turn, turn.person):
        turn.say(texts.is_yours(t, mail), way_back(t))
    elif _asked_lately(turn, turn.person) >= MOST_AN_HOUR:
        turn.say(texts.too_often(t), way_back(t))
    else:
        _claim(turn, turn.person, mail)
    return True


def _claim(turn: Turn, person: Person, mail: str) -> None:
    """Send a link that proves it; nothing else goes there before.

    The answer is the same where somebody else has that address: who is in this house is told to
    nobody who guesses. The holder of the mailbox is told there, so that two who share one find out.
    """
    holder = turn.unit.people.at(MAIL, mail)
    is_taken = holder is not None and holder.id != person.id
    turn.unit.visits.claim(person.id, mail, turn.now)
    t = turn.tongue
    letter = Letter(
        texts.is_taken(t) if is_taken else texts.prove(t),
        about=f"{TAKEN if is_taken else CONFIRM}{person.id}",
        stale_after=turn.now + ASKED_FOR,
    )
    key = f"{turn.event.source}:{turn.event.update}:mail"
    post(turn.unit, Address(MAIL, mail), letter, key, t.language, turn.now)
    turn.note("mail address given")
    turn.say(texts.link_sent(t, mail), way_back(t))


def _remove(turn: Turn, person: Person) -> None:
    """Write there no more; links that were sent there open nothing any longer."""
    turn.sit(replace(turn.seat, waiting=None))
    for one in turn.unit.people.addresses(person.id):
        if one.door == MAIL:
            turn.unit.outbox.moot_at(MAIL, one.key, turn.now)
            turn.unit.outbox.blank_at(MAIL, one.key)
            turn.unit.people.live_at_no_more(MAIL, one.key)
    turn.unit.visits.drop_claim(person.id)
    turn.unit.visits.void(person.id, turn.now)
    turn.note("mail address taken away")
    to = address_of(turn.unit, person)
    only_page = to is None or to.door == PAGE
    t = turn.tongue
    said = lines(texts.removed(t), texts.nothing_tells_you(t) if only_page else None)
    turn.say(said, way_back(t))


def _held(turn: Turn, person: Person) -> str | None:
    """The address that is theirs, whether or not mail comes through."""
    return next((x.key for x in turn.unit.people.addresses(person.id) if x.door == MAIL), None)


def _open(turn: Turn, person: Person) -> str | None:
    """The address that is theirs and that mail comes through to: a closed one is proven anew."""
    there = turn.unit.people.addresses(person.id)
    return next((x.key for x in there if x.door == MAIL and x.unreachable_since is None), None)


def _asked_lately(turn: Turn, person: Person) -> int:
    since, outbox = turn.now - HOUR, turn.unit.outbox
    return sum(outbox.how_many_about(f"{kind}{person.id}", since) for kind in (CONFIRM, TAKEN))
