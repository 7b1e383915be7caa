"""A house goes on for everybody else, whatever happens to one."""

from datetime import UTC, datetime
from pathlib import Path

from bot.clock import MovableClock
from bot.house import House, Plan
from handlers import privacy
from handlers.programme import importing
from handlers.programme_file import read_programme
from storage.records import Membership
from storage.unit import Unit
from tests.room import PROGRAMMES

BEFORE = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)
AT_THE_REMINDER = datetime(2026, 8, 27, 11, 45, tzinfo=UTC)


def gathers(unit: Unit) -> list[str]:
    """Three people of one team; return their ids in the order in which they are served."""
    programme = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
    importing.apply(unit, programme, BEFORE)
    for key in ("1", "2", "3"):
        person = unit.people.add(f"Person {key}", "nb", BEFORE)
        unit.people.live_at(person.id, "telegram", key)
        team = programme.team[0].id
        unit.people.join(Membership(person.id, programme.id, "participant", team, None, BEFORE))
    return [person.id for person in unit.people.after("", 9)]


def poisons(unit: Unit, person: str) -> None:
    """Let every push to this person fail in the database."""
    unit.house.connection.execute(
        f"CREATE TRIGGER poison BEFORE INSERT ON push WHEN NEW.person = '{person}' "
        "BEGIN SELECT RAISE(ABORT, 'poison'); END"
    )


async def test_one_person_whose_reminder_fails_costs_nobody_else_theirs(tmp_path: Path) -> None:
    clock = MovableClock(BEFORE)
    plan = Plan(tmp_path / "house.db", tmp_path / "files", clock, {}, {}, heartbeat=False)
    house = await House.open(plan)
    first, second, third = await house.writer.run(gathers)
    await house.writer.run(lambda unit: poisons(unit, second))
    clock.move_to(AT_THE_REMINDER)
    await house.beat()
    pushed = [
        await house.writer.run(lambda unit, who=who: len(unit.pushes.of_person(who)))  # type: ignore[misc]
        for who in (first, second, third)
    ]
    await house.close()
    assert pushed == [1, 0, 1]


async def test_what_is_erased_while_the_disk_is_wiped_is_wiped_too(tmp_path: Path) -> None:
    plan = Plan(
        tmp_path / "house.db", tmp_path / "files", MovableClock(BEFORE), {}, {}, heartbeat=False
    )
    house = await House.open(plan)
    await house.writer.run(lambda unit: unit.house.want_wipe())
    assert await house.writer.run(privacy.is_time_to_wipe)
    await house.writer.run(lambda unit: unit.house.want_wipe())
    await house.writer.run(lambda unit: unit.house.end_wipe())
    left = await house.writer.run(lambda unit: unit.house.value("checkpoint"))
    await house.close()
    assert left == "wanted"
