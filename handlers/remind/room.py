"""Who is asked for a reflection while they still sit together on the samling's day."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from handlers.events import Address
from handlers.markup import Button, Html, column
from handlers.moot import room_key
from handlers.post import Letter, post
from handlers.programme_file import ProgrammeFile, milestone
from handlers.remind import texts
from handlers.remind.hours import Rules, instant, local_day
from handlers.remind.occasions import reflections, rules
from handlers.remind.standing import Standing
from handlers.tongue import Tongue
from storage.shelves.outbox import REMINDER
from storage.unit import Unit


def is_asking(programmes: Iterable[ProgrammeFile], now: datetime) -> bool:
    """Whether people are asked in the room of any of these programmes now."""
    return any(
        opens <= now < ends for programme in programmes for _, opens, ends in asked(programme)
    )


def asked(programme: ProgrammeFile) -> list[tuple[str, datetime, datetime]]:
    """Each samling with the instants (UTC) from which, and until which, people are asked there."""
    mine = rules(programme)
    return [
        (one.milestone, one.opens, _day_ends(mine, one.opens))
        for one in reflections(programme, ())
        if one.opens is not None
    ]


def ask(  # noqa: PLR0913 - who, where, what, when
    unit: Unit, to: Address, standing: Standing, person: str, t: Tongue, now: datetime
) -> None:
    """Ask a participant once, exempt from quiet hours and from the number of pushes."""
    open_to_them = {one.milestone for one in standing.occasions if one.kind == "reflect"}
    for of, opens, ends in asked(standing.programme):
        if of not in open_to_them or not opens <= now < ends:
            continue
        about = room_key(standing.programme.id, of, person)
        letter = Letter(
            _question(t, standing.programme, of),
            column(Button(texts.reflect_button(t), standing.press("reflect", of))),
            silent=True,
            about=about,
            priority=REMINDER,
            stale_after=ends,
        )
        post(unit, to, letter, about, t.language, now)


def _question(t: Tongue, programme: ProgrammeFile, milestone_id: str) -> Html:
    found = milestone(programme, milestone_id)
    return texts.in_the_room(t, t.pick(found.title) if found else "")


def _day_ends(mine: Rules, moment: datetime) -> datetime:
    return instant(mine, local_day(mine, moment) + timedelta(days=1), time.min)
