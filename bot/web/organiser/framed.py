"""What stands around every page of a programme: its name, and the way to the others."""

from dataclasses import dataclass

from bot.web.organiser import texts
from bot.web.organiser.access import Leader
from handlers.markup import Html


@dataclass(frozen=True, slots=True)
class Frame:
    """What ``organiser/frame.html`` needs: ``here`` is the page's own name in the address."""

    name: str
    spoken: str
    at: str
    here: str
    tabs: tuple[tuple[str, Html], ...]


def framed(leader: Leader, here: str) -> Frame:
    t, programme = leader.t, leader.programme
    tabs = (
        ("", texts.overview(t)),
        *((("team", texts.teams(t)),) if programme.team else ()),
        ("fremover", texts.ahead(t)),
        ("filer", texts.files(t)),
    )
    at = f"/oversikt/{programme.id}"
    return Frame(t.pick(programme.name), programme.language, at, here, tabs)
