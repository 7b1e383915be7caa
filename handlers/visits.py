"""The door on the web: personal links that let in once, and browsers that are signed in.

No link and no token is kept, only their hashes.
"""

import secrets
from base64 import b32encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from storage.records import Pass, Person, Session
from storage.unit import Unit

PAGE = "page"  # the door whose addresses are conversations in a browser
MAIL = "mail"  # the door that tells those of the page what waits there
PLACE = "calendar-place"  # where the house is reached on the net: its calendars, and all the rest
INVITED = timedelta(days=30)
ASKED_FOR = timedelta(hours=1)
REMINDED = timedelta(days=14)
STAYS = timedelta(days=14)  # unseen
LONGEST = timedelta(days=90)
CLAIM_STANDS = timedelta(days=3)

_BYTES = 20
Make = Callable[[int], bytes]
"""Makes that many random bytes."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: their session, and the person at its address, who may be nobody yet."""

    session: Session
    person: Person | None


@dataclass(frozen=True, slots=True)
class Entered:
    """What a link opened: the conversation's key at the door «page», and for whom.

    ``first``: they had never been there before.
    """

    key: str
    person: Person
    first: bool


def place(unit: Unit) -> str | None:
    """Where the house is reached on the net, without a slash at the end; None: nowhere."""
    return unit.house.value(PLACE) or None


def hashed(secret: str) -> str:
    """What is kept of a link or a token."""
    return sha256(secret.encode()).hexdigest()


def personal_link(  # noqa: PLR0913 - whose, until when, and what it proves
    unit: Unit,
    person: str,
    now: datetime,
    good_for: timedelta,
    mail: str | None = None,
    make: Make = secrets.token_bytes,
) -> str | None:
    """Make a link that lets this person in, once; None where the house has no page.

    ``mail`` is where it goes: whoever opens it shows that what is sent there arrives.
    The text that holds it must be fleeting: the code stands nowhere else.
    """
    at = place(unit)
    if at is None:
        return None
    code = _letters(make(_BYTES))
    unit.visits.mint(hashed(code), person, now, now + good_for, mail)
    return f"{at}/inn/{code}"


def page_key(unit: Unit, person: str, make: Make = secrets.token_bytes) -> str:
    """Somebody's address at the door «page», made at first need."""
    mine = [one.key for one in unit.people.addresses(person) if one.door == PAGE]
    if mine:
        return mine[0]
    key = _letters(make(_BYTES))
    unit.people.live_at(person, PAGE, key)
    return key


def is_good(unit: Unit, code: str, now: datetime) -> bool:
    """Whether a link would still let somebody in; asking spends nothing."""
    found = unit.visits.find(hashed(code))
    return found is not None and found.used_at is None and found.expires_at > now


def proves(unit: Unit, code: str) -> str | None:
    """The mail address that a link proves to be somebody's; None for one that only lets in."""
    found = unit.visits.find(hashed(code))
    claimed = unit.visits.claim_of(found.person) if found is not None else None
    return claimed if found is not None and found.mail == claimed else None


def enter(unit: Unit, code: str, now: datetime, make: Make = secrets.token_bytes) -> Entered | None:
    """Spend a link; None if it opens nothing. A mail address that it proves is theirs from now.

    Whoever sat there before the person was invited to is signed out: it was somebody else.
    """
    found = unit.visits.find(hashed(code))
    person = unit.people.find(found.person) if found is not None else None
    if found is None or person is None or not unit.visits.use(found.hash, now):
        return None
    if found.mail is not None:
        _mail_works(unit, person.id, found.mail, now)
    was_there = any(one.door == PAGE for one in unit.people.addresses(person.id))
    key = page_key(unit, person.id, make)
    unit.people.reachable(PAGE, key)
    if _is_invitation(found) or any(one.listed for one in unit.people.memberships(person.id)):
        sign_out_all(unit, person.id)
    return Entered(key, person, first=not was_there)


def sign_out_all(unit: Unit, person: str) -> None:
    """End every session at somebody's conversation."""
    for one in unit.people.addresses(person):
        if one.door == PAGE:
            unit.visits.sign_out_all(one.key)


def _is_invitation(found: Pass) -> bool:
    """Whether a link came by mail to somebody who was not here yet."""
    return found.mail is not None and found.expires_at - found.made_at >= INVITED


def _mail_works(unit: Unit, person: str, mail: str, now: datetime) -> None:
    """Note that mail to an address is read: it is open again, and theirs if they said so."""
    holder = unit.people.at(MAIL, mail)
    if holder is not None and holder.id == person:
        unit.people.reachable(MAIL, mail)
    if unit.visits.claim_of(person) == mail:
        take_mail(unit, person, mail, now)


def take_mail(unit: Unit, person: str, mail: str, now: datetime) -> None:
    """Let an address be theirs in the place of the one before.

    Somebody else's it is not: nobody who shares a mailbox loses it to a colleague. Links that were
    sent to the one before open nothing any more.
    """
    unit.visits.drop_claim(person)
    holder = unit.people.at(MAIL, mail)
    if holder is not None and holder.id != person:
        return
    for old in unit.people.addresses(person):
        if old.door == MAIL and old.key != mail:
            unit.outbox.moot_at(MAIL, old.key, now)
            unit.outbox.blank_at(MAIL, old.key)
            unit.people.live_at_no_more(MAIL, old.key)
            unit.visits.void(person, now)
    unit.people.live_at(person, MAIL, mail)


def sign_in(
    unit: Unit, key: str, label: str, now: datetime, make: Make = secrets.token_bytes
) -> str:
    """Sign a browser in at an address of the door «page»; return its token, for the cookie."""
    token = _letters(make(32))
    unit.visits.sign_in(hashed(token), key, label, now, now + STAYS)
    return token


def new_key(make: Make = secrets.token_bytes) -> str:
    """An address at the door «page» for somebody whom nobody knows yet."""
    return _letters(make(_BYTES))


def visitor(unit: Unit, token: str, now: datetime) -> Visitor | None:
    """Who holds this token; None if it has run out, or never was one."""
    found = unit.visits.session(hashed(token))
    if found is None or found.expires_at <= now:
        return None
    return Visitor(found, unit.people.at(PAGE, found.key))


def seen(unit: Unit, session: Session, now: datetime) -> None:
    """Let a session live on, because it is used; never longer than ninety days in all."""
    unit.visits.seen(session.hash, now, min(now + STAYS, session.made_at + LONGEST))


def forget_old(unit: Unit, now: datetime) -> None:
    """Forget what has run out."""
    unit.visits.forget_old(now, now - CLAIM_STANDS)


def _letters(raw: bytes) -> str:
    return b32encode(raw).decode().rstrip("=").casefold()
