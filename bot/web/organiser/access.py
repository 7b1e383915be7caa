"""Who may see what of a programme: read anew for every request, in the snapshot that is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.web.render import tongue_of
from bot.web.visitors import site_of, visitor_in
from handlers.programme_file import ProgrammeFile, load
from handlers.summary.material import Sight, sight_of
from handlers.tongue import Tongue
from storage.records import Membership, Person
from storage.unit import Unit

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who leads a programme: how far they see there, and when they ask (aware, UTC)."""

    person: Person
    programme: ProgrammeFile
    sight: Sight
    organises: bool
    t: Tongue
    now: datetime


async def led(request: Request, work: Callable[[Unit, Leader], Found | None]) -> Found:
    """Run ``work`` for who leads the programme that the address names.

    HTTPException 404 for everybody else, and where ``work`` finds nothing: nobody is told what
    there is. Of a route that is ``signed_in``.
    """
    visitor, site = visitor_in(request), site_of(request)
    t, now, wanted = tongue_of(request), site.clock.now(), request.path_params["programme"]

    def asked(unit: Unit) -> Found | None:
        found = _leader(unit, visitor.person, wanted, t, now)
        return work(unit, found) if found is not None else None

    found = await site.reader.run(asked)
    if found is None:
        raise HTTPException(404)
    return found


async def programmes_led(request: Request) -> list[ProgrammeFile]:
    """The programmes that the visitor leads, by name."""
    visitor, t = visitor_in(request), tongue_of(request)

    def read(unit: Unit) -> list[ProgrammeFile]:
        mine = _memberships(unit, visitor.person)
        leads = dict.fromkeys(one.programme for one in mine if sight_of(mine, one.programme))
        rows = (unit.programmes.find(one) for one in leads)
        return [load(row.body) for row in rows if row is not None]

    found = await site_of(request).reader.run(read)
    return sorted(found, key=lambda one: t.pick(one.name).casefold())


def _leader(
    unit: Unit, person: Person | None, programme: str, t: Tongue, now: datetime
) -> Leader | None:
    mine = _memberships(unit, person)
    sight, row = sight_of(mine, programme), unit.programmes.find(programme)
    if person is None or sight is None or row is None:
        return None
    organises = any(one.role == "organiser" and one.programme == programme for one in mine)
    return Leader(person, load(row.body), sight, organises, t, now)


def _memberships(unit: Unit, person: Person | None) -> list[Membership]:
    return unit.people.memberships(person.id) if person is not None else []
