"""Those whom nobody sits down as: who they are, and what they have been told, in rows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.demo.lived_cast import Player
from bot.demo.read import SOURCE
from handlers.programme_file import ProgrammeFile
from handlers.remind.hours import local_day
from handlers.remind.standing import Register
from storage.records import Membership, PushPart
from storage.unit import Unit


def enlist(unit: Unit, programme: ProgrammeFile, player: Player, at: datetime) -> None:
    """Let somebody be in, at an address that nothing reaches yet."""
    person = unit.people.add(player.name, None, at)
    member = Membership(
        person.id, programme.id, player.role, player.team or None, player.job, at,
        listed=not player.reached,
    )  # fmt: skip
    unit.people.join(member)
    if player.duty is not None:
        unit.people.take_duty(member, player.duty)
    if player.reached:
        unit.people.live_at(person.id, SOURCE, player.key)
        unit.people.unreachable(SOURCE, player.key, at)


def awaken(unit: Unit, players: Iterable[Player], now: datetime) -> None:
    """Let them be reached from now on, as people who were told of all that is due until now."""
    register = Register(unit, now)
    for player in players:
        person = unit.people.at(SOURCE, player.key)
        if person is None:
            continue
        unit.people.reachable(SOURCE, player.key)
        for standing in register.of(person.id):
            had = [part for part in standing.true_parts(now) if part.due <= now]
            if not had:
                continue
            day = local_day(standing.rules, now) - timedelta(days=1)
            push = unit.pushes.add(person.id, day, now)
            for part in had:
                of, key = standing.programme.id, part.key
                unit.pushes.add_part(
                    PushPart(
                        person.id, of, key.kind, key.milestone, key.occasion, push,
                        spoken=True, state="owed", day=part.day,
                    )
                )  # fmt: skip
            unit.pushes.end_parts(push, "told")


def settle(unit: Unit, players: Iterable[Player], now: datetime) -> None:
    """Let those with a seat have heard enough of what was put off, and was told to them before.

    It would go with the first push of the demo, which is to be about the report.
    """
    register = Register(unit, now)
    for player in players:
        person = unit.people.at(SOURCE, player.key)
        for standing in register.of(person.id) if person else ():
            told = unit.pushes.told(standing.member.person)
            for part in (one for one in standing.true_parts(now) if one.due <= now):
                key = part.key
                here = [o for o in told if (o.kind, o.milestone) == (key.kind, key.milestone)]
                if here and key.occasion not in {one.occasion for one in here}:
                    again = replace(here[-1], occasion=key.occasion, spoken=False, day=part.day)
                    unit.pushes.add_part(again)
                    unit.pushes.end_parts(again.push, "told")
