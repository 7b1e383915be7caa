"""Codes that let people in: a team's, good for many, and an organiser's or facilitator's, for one.

A team's code is computed, never kept; the others are kept as hashes alone. A personal code is a
pass of the web: the same opens the page, and the chat, for one person who is in the list already.
"""

import binascii
import hmac
import re
import secrets
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from handlers import visits
from handlers.programme_file import ProgrammeFile, load
from storage.records import Membership, Role
from storage.unit import Unit

USERNAME = "username"
"""The name under which the house keeps what the bot is called at Telegram."""
SECRET = "secret"  # noqa: S105 - the name it stands under
GOOD_FOR = timedelta(hours=72)
FOR_ONE: tuple[Role, ...] = ("organiser", "facilitator")

_BYTES = 10  # 80 bits in sixteen letters, short enough to be read aloud
_SECRET_BYTES = 32
_PERSONAL_BYTES = 20
_CODE = re.compile(r"[a-z2-7]{16}")
_IN_A_LINK = re.compile(
    r"https?://(?:(?:t\.me|telegram\.me)/\S*?[?&]start=|\S+?/(?:bli-med|inn)/(?=[a-z2-7]{16}))(\S*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile("[\\s\u200b\u2010-\u2015-]+")
_AROUND = ".,;:!?()<>\"'«»“”"

Make = Callable[[int], bytes]
"""Makes that many random bytes."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was made; ``team`` is "" where it opens no team, ``link`` None without a bot."""

    role: Role
    team: str
    code: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Ways:
    """A code, and the links that hold it; None where the house has no bot, or no page."""

    code: str
    telegram: str | None
    web: str | None

    @property
    def best(self) -> str | None:
        """The link for everybody: the page also leads to Telegram."""
        return self.web or self.telegram


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code opens; ``team`` is "" where it opens no team.

    ``proof`` is the code's hash, which stands for the code in buttons and drafts. ``person``: it
    opens the place of this person, and is good for nobody else's.
    """

    programme: str
    role: Role
    team: str
    proof: str
    person: str | None = None

    @property
    def for_one(self) -> bool:
        return self.role in FOR_ONE


def codes(
    unit: Unit,
    programme: str,
    now: datetime,
    username: str | None,
    make: Make = secrets.token_bytes,
) -> list[Code]:
    """Every team's code, and a new one for an organiser and for a facilitator (72 hours).

    ``username`` is the bot's, for the links. Raises LookupError for a programme that is not here.
    """
    row = unit.programmes.find(programme)
    if row is None:
        raise LookupError(programme)
    secret = _secret(unit, make)
    found = [
        _code("participant", team, team_code(secret, programme, team, generation), username)
        for team, generation in generations(unit, load(row.body)).items()
    ]
    return found + [_minted(unit, programme, role, now, username, make) for role in FOR_ONE]


def ways(unit: Unit, code: str) -> Ways:
    """How one comes in with a code for a team, an organiser or a facilitator."""
    at = visits.place(unit)
    return Ways(
        code, _link(code, unit.house.value(USERNAME)), f"{at}/bli-med/{code}" if at else None
    )


def team_ways(
    unit: Unit, programme: ProgrammeFile, team: str, make: Make = secrets.token_bytes
) -> Ways | None:
    """How one comes into a team ("": the programme, where all take part alone); None: not at all.

    One without Telegram has a code where the house has a page.
    """
    generation = generations(unit, programme).get(team)
    if generation is None:
        return None
    return ways(unit, team_code(_secret(unit, make), programme.id, team, generation))


def leader_ways(
    unit: Unit, programme: str, role: Role, now: datetime, make: Make = secrets.token_bytes
) -> Ways:
    """A new single-use way in for an organiser or a facilitator, good for ``GOOD_FOR``."""
    return ways(unit, _minted(unit, programme, role, now, None, make).code)


def personal_ways(unit: Unit, person: str, now: datetime, make: Make = secrets.token_bytes) -> Ways:
    """A new single-use way to the place of one person, good for ``visits.INVITED``.

    The text that holds it must be fleeting: the code stands nowhere else.
    """
    code, at = _letters(make(_PERSONAL_BYTES)), visits.place(unit)
    unit.visits.mint(visits.hashed(code), person, now, now + visits.INVITED)
    return Ways(code, _link(code, unit.house.value(USERNAME)), f"{at}/inn/{code}" if at else None)


def codes_json(programme: str, made: list[Code]) -> dict[str, object]:
    """What ``mellom codes --json`` prints; only a participant's code names a team."""
    return {"programme": programme, "codes": [_as_json(code) for code in made]}


def recognised(unit: Unit, code: str, now: datetime) -> Grant | None:
    """What a code opens now; None for one that is wrong, spent, revoked or too old."""
    return proven(unit, hashed(read_code(code)), now)


def proven(unit: Unit, proof: str, now: datetime) -> Grant | None:
    """What the code opens whose hash this is."""
    team = _team_opened(unit, proof)
    found = unit.invitations.find(proof)
    if found is not None and found.used_at is None and now < found.expires_at:
        return Grant(found.programme, found.role, "", proof)
    return team or _place_opened(unit, proof, now)


def read_code(said: str) -> str:
    """The code in what was typed or pasted, a link too; case, spaces and hyphens are forgiven."""
    link = _IN_A_LINK.search(said)
    return _BETWEEN.sub("", link[1] if link else said).strip(_AROUND).casefold()


def looks_like_code(said: str) -> bool:
    """Whether a text may be meant as a code: a joining link, or sixteen of a code's letters."""
    return _IN_A_LINK.search(said) is not None or _CODE.fullmatch(read_code(said)) is not None


def holds_code(said: str) -> bool:
    """Whether a text can hardly be anything but a code: alone, and no word of sixteen letters."""
    alone = len(said.split()) == 1
    is_no_word = _IN_A_LINK.search(said) is not None or any(sign.isdigit() for sign in said)
    return alone and is_no_word and looks_like_code(said)


def team_code(secret: bytes, programme: str, team: str, generation: int) -> str:
    """A team's code of one generation; team "" is the whole programme's."""
    what = "\0".join((programme, team, str(generation))).encode()
    return _letters(hmac.digest(secret, what, sha256)[:_BYTES])


def hashed(code: str) -> str:
    """A code's SHA-256 in 43 characters, so that a button has room for it."""
    return urlsafe_b64encode(sha256(code.encode()).digest()).decode().rstrip("=")


def generations(unit: Unit, programme: ProgrammeFile) -> Mapping[str, int]:
    """The generation of each team that people may join here; {"": …} where people take part alone.

    A team without Telegram has no code, unless the house has a page.
    """
    if not programme.team:
        return {"": 1}
    page = visits.place(unit) is not None
    here = {one.id for one in programme.team if (one.telegram or page) and not one.withdrawn}
    return {t.id: t.generation for t in unit.programmes.teams(programme.id) if t.id in here}


def _team_opened(unit: Unit, proof: str) -> Grant | None:
    """Compare with every team's code, so that the time it takes tells nothing."""
    kept = unit.house.value(SECRET)
    if kept is None:
        return None
    found = None
    for programme, team, generation in _every_team(unit):
        right = hashed(team_code(bytes.fromhex(kept), programme, team, generation))
        if hmac.compare_digest(right.encode(), proof.encode()):
            found = Grant(programme, "participant", team, proof)
    return found


def _place_opened(unit: Unit, proof: str, now: datetime) -> Grant | None:
    """The place of the person for whom the code was made: the one that waits for them, if any."""
    found = unit.visits.find(_hex(proof))
    if found is None or found.used_at is not None or now >= found.expires_at:
        return None
    mine = unit.people.memberships(found.person)
    place: Membership | None = next((one for one in mine if one.listed), next(iter(mine), None))
    if place is None:
        return None
    return Grant(place.programme, place.role, place.team or "", proof, found.person)


def _hex(proof: str) -> str:
    """The same hash as the shelf of visits has it; "" for what is none."""
    try:
        return urlsafe_b64decode(f"{proof}=").hex()
    except (ValueError, binascii.Error):
        return ""


def _every_team(unit: Unit) -> Iterator[tuple[str, str, int]]:
    for row in unit.programmes.every():
        for team, generation in generations(unit, load(row.body)).items():
            yield row.id, team, generation


def _minted(  # noqa: PLR0913 - what, for whom, from what
    unit: Unit, programme: str, role: Role, now: datetime, username: str | None, make: Make
) -> Code:
    code = _letters(make(_BYTES))
    unit.invitations.mint(hashed(code), programme, role, now + GOOD_FOR)
    return _code(role, "", code, username)


def _secret(unit: Unit, make: Make) -> bytes:
    """Return the house's secret, made at first need."""
    kept = unit.house.value(SECRET)
    if kept is None:
        kept = make(_SECRET_BYTES).hex()
        unit.house.keep(SECRET, kept)
    return bytes.fromhex(kept)


def _code(role: Role, team: str, code: str, username: str | None) -> Code:
    return Code(role, team, code, _link(code, username))


def _link(code: str, username: str | None) -> str | None:
    return f"https://t.me/{username}?start={code}" if username else None


def _as_json(code: Code) -> dict[str, str | None]:
    team = {"team": code.team} if code.role == "participant" else {}
    return {"role": code.role, **team, "code": code.code, "link": code.link}


def _letters(raw: bytes) -> str:
    return b32encode(raw).decode().casefold()
