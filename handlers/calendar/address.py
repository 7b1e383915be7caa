"""The private address of somebody's calendar: who has it can read it, until it is made anew."""

import hmac
import re
import secrets
from base64 import b32encode
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from handlers.entries import feed, part
from handlers.programme_file import load
from handlers.tongue import tongue
from handlers.visits import PLACE
from storage.records import Person
from storage.unit import Unit

SECRET = "calendar-secret"  # noqa: S105 - the name it stands under

_BYTES = 20  # 160 bits of the MAC, in 32 letters
_SECRET_BYTES = 32
_KEY = re.compile(r"([a-z0-9]{1,40})-([a-z2-7]{32})")


def reachable_at(unit: Unit, url: str | None) -> None:
    """Note where the house's calendars are reached on the net; None: nowhere."""
    unit.house.keep(PLACE, url or "")


def address(
    unit: Unit, person: str, make: Callable[[int], bytes] = secrets.token_bytes
) -> str | None:
    """Somebody's address as it is now; None where the house serves no calendars."""
    place = unit.house.value(PLACE)
    if not place:
        return None
    kept = unit.house.value(SECRET)
    if kept is None:
        kept = make(_SECRET_BYTES).hex()
        unit.house.keep(SECRET, kept)
    mac = _mac(bytes.fromhex(kept), person, unit.preferences.of(person).feed)
    return f"{place}/kalender/{person}-{mac}.ics"


def renew(unit: Unit, person: str) -> None:
    """Let the address be another from now on: the old one opens nothing any more."""
    stands = unit.preferences.of(person)
    unit.preferences.keep(replace(stands, feed=stands.feed + 1))


def opened(unit: Unit, key: str, now: datetime) -> bytes | None:
    """The calendar that a key opens, from reading alone; None for a key that is wrong or old.

    A wrong key takes as long as one that fits nobody any longer: neither tells who is here.
    """
    found, kept = _KEY.fullmatch(key), unit.house.value(SECRET)
    if found is None or kept is None:
        return None
    right = _mac(bytes.fromhex(kept), found[1], unit.preferences.of(found[1]).feed)
    person = unit.people.find(found[1])
    if not hmac.compare_digest(right, found[2]) or person is None:
        return None
    return _calendar(unit, person, now)


def _calendar(unit: Unit, person: Person, now: datetime) -> bytes:
    """All their programmes, in the order in which they joined."""
    members = unit.people.memberships(person.id)
    rows = [unit.programmes.find(each) for each in dict.fromkeys(m.programme for m in members)]
    programmes = [load(row.body) for row in rows if row is not None]
    parts = [
        part(unit, one, [m for m in members if m.programme == one.id], now) for one in programmes
    ]
    language = programmes[0].language if programmes else "nb"
    return feed(parts, tongue(person.language or language))


def _mac(secret: bytes, person: str, generation: int) -> str:
    what = "\0".join(("calendar", person, str(generation))).encode()
    return b32encode(hmac.digest(secret, what, sha256)[:_BYTES]).decode().casefold()
