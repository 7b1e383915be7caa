"""The personal link in a mail: made when it leaves, so that its code stands nowhere else."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.parcel import NotSent, Unreachable
from bot.writer import RunsUnits
from handlers.post import CONFIRM, INVITATION, LINK, TAKEN
from handlers.visits import ASKED_FOR, INVITED, MAIL, REMINDED, personal_link
from storage.unit import Unit

Mint = Callable[[str, str], Awaitable[str | None]]
"""Makes the link for a mail address and what the mail is about; None: it has none."""


class Minter:
    """Makes links in a house that is built after its doors: ``writer`` is set once it stands."""

    def __init__(self, clock: Clock) -> None:
        """Make nothing yet."""
        self.writer: RunsUnits | None = None
        self._clock = clock

    async def __call__(self, mail: str, about: str) -> str | None:
        """Make a link. ``NotSent`` before the house stands; ``Unreachable``: it is nobody's."""
        if self.writer is None:
            raise NotSent("the house does not stand yet")
        return await self.writer.run(
            partial(link_for, mail=mail, about=about, now=self._clock.now())
        )


def link_for(unit: Unit, mail: str, about: str, now: datetime) -> str | None:
    """Make the link that lets the holder of an address in, or proves that it is theirs.

    None where the house has no page, or nobody is to come in. Raises ``Unreachable`` for an
    address that is nobody's any longer: what is theirs alone goes to nobody else.
    """
    if about.startswith(TAKEN):
        return None
    holder = unit.people.at(MAIL, mail)
    if not about.startswith(CONFIRM):
        if holder is None:
            raise Unreachable("this address is nobody's")
        return personal_link(unit, holder.id, now, _good_for(about), mail)
    person = about.removeprefix(CONFIRM)
    if unit.visits.claim_of(person) != mail or (holder is not None and holder.id != person):
        raise Unreachable("nobody says any longer that this address is theirs")
    return personal_link(unit, person, now, ASKED_FOR, mail)


def _good_for(about: str) -> timedelta:
    return {INVITATION: INVITED, LINK: ASKED_FOR}.get(about, REMINDED)
