"""Files are kept whole under their hash, and deleted when no row names them any longer."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import MovableClock
from bot.house import House, Plan
from bot.parcel import Parcel, Receipt, Refused
from bot.workers import MOST_TRIES, keep
from handlers.markup import plain
from handlers.programme import importing
from handlers.programme_file import read_programme
from storage.records import File, Membership
from storage.unit import Unit
from tests.room import PROGRAMMES

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


class Brings:
    """A door that brings a file of some bytes, or refuses the first few times."""

    name = "telegram"

    def __init__(self, refusals: int = 0) -> None:
        self.refusals = refusals

    async def deliver(self, parcel: Parcel) -> Receipt:
        raise NotImplementedError

    async def acknowledge(self, press: str, text: str | None = None) -> None:
        raise NotImplementedError

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        if self.refusals:
            self.refusals -= 1
            raise Refused(f"{ref} is over {limit} bytes")
        to.write_bytes(b"the programme")  # noqa: ASYNC240


async def opened(folder: Path, door: Brings, clock: MovableClock) -> House:
    plan = Plan(
        folder / "house.db", folder / "files", clock, {"telegram": door}, {}, heartbeat=False
    )
    return await House.open(plan)


async def wanting(house: House, tries: int = 0) -> None:
    """Want a file to be fetched, that was tried for so often already."""
    file = File("f1", None, "program.pdf", "application/pdf", 13, "telegram:1", "ref")

    def want(unit: Unit) -> None:
        unit.files.add(file, NOW)
        unit.tasks.add("fetch:f1", "fetch", "f1", NOW)
        for _ in range(tries):
            unit.tasks.begin("fetch:f1", NOW)

    await house.writer.run(want)


async def left_by(house: House) -> File:
    """The file as the house leaves it when it closes."""
    file = await house.writer.run(lambda unit: unit.files.find("f1"))
    await house.close()
    assert file is not None
    return file


async def test_a_file_that_came_in_is_fetched_and_kept_under_its_hash(tmp_path: Path) -> None:
    house = await opened(tmp_path, Brings(), MovableClock(NOW))
    await wanting(house)
    await house.beat()
    await house.settled()
    file = await left_by(house)
    assert file.hash is not None
    assert (tmp_path / "files" / file.hash).read_bytes() == b"the programme"


async def test_a_fetch_that_fails_is_tried_again_later(tmp_path: Path) -> None:
    clock = MovableClock(NOW)
    house = await opened(tmp_path, Brings(refusals=1), clock)
    await wanting(house)
    await house.beat()
    await house.settled()
    clock.move_to(NOW + timedelta(minutes=1))
    await house.beat()
    await house.settled()
    file = await left_by(house)
    assert file.hash is not None


async def test_bytes_that_no_row_names_are_swept_and_what_is_not_ours_is_left(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "files"
    gone = keep(folder, b"of somebody who was erased")
    (folder / "house.db-wal").write_bytes(b"not ours")
    house = await opened(tmp_path, Brings(), MovableClock(NOW))
    await house.workers._sweep()
    await house.close()
    assert [file.name for file in folder.iterdir()] == ["house.db-wal"]
    assert not (folder / gone).exists()


async def test_a_task_that_killed_every_process_that_tried_it_is_given_up(tmp_path: Path) -> None:
    house = await opened(tmp_path, Brings(), MovableClock(NOW))
    await wanting(house, tries=MOST_TRIES)
    await house.beat()
    await house.settled()
    file = await left_by(house)
    assert file.hash is None


async def test_what_an_earlier_life_had_begun_is_begun_again_at_once(tmp_path: Path) -> None:
    house = await opened(tmp_path, Brings(refusals=9), MovableClock(NOW))
    await wanting(house)
    await house.beat()
    await house.settled()
    await house.close()
    house = await opened(tmp_path, Brings(), MovableClock(NOW))
    await house.beat()
    await house.settled()
    file = await left_by(house)
    assert file.hash is not None


async def test_a_house_that_is_closed_just_as_its_workers_are_woken_ends(tmp_path: Path) -> None:
    house = await opened(tmp_path, Brings(), MovableClock(NOW))
    await house.settled()
    workers = house._tasks[2]
    for _ in range(9):  # until they have nothing to do but to wait
        await house.writer.run(lambda _: None)
    house.workers.wanted.set()
    for _ in range(2):  # the wish has come to the one who waits for it, and not to the loop around
        await asyncio.sleep(0)
    workers.cancel()
    ended, _ = await asyncio.wait({workers}, timeout=2)
    await house.close()
    assert ended == {workers}


# A form that came in is read beside the answers, and its bytes are gone at once


class Posts(Brings):
    """A door that brings a form, looks at what lies around, and remembers what leaves."""

    def __init__(self, content: bytes, refusals: int = 0) -> None:
        super().__init__(refusals)
        self.content = content
        self.said: list[str] = []
        self.limits: list[int] = []
        self.names: list[str] = []

    async def deliver(self, parcel: Parcel) -> Receipt:
        self.said.append(plain(parcel.text))
        return Receipt("m")

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        self.limits.append(limit)
        self.names.append(to.name)
        await super().fetch(ref, to, limit)
        to.write_bytes(self.content)  # noqa: ASYNC240


async def sent_in(house: House, tries: int = 0) -> None:
    """Somebody of a team sent a form."""
    programme = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))

    def send(unit: Unit) -> None:
        importing.apply(unit, programme, NOW)
        kari = unit.people.add("Kari Nordmann", "en", NOW)
        unit.people.live_at(kari.id, "telegram", "1")
        unit.people.join(Membership(kari.id, programme.id, "participant", "havnes-1", None, NOW))
        asked = {
            "source": "telegram:1",
            "ref": "ref",
            "limit": 5,
            "person": kari.id,
            "door": "telegram",
            "key": "1",
            "message": "m1",
            "said_at": NOW.isoformat(),
            "update": "form:1",
        }
        unit.tasks.add("form:1", "form", json.dumps(asked), NOW)
        for _ in range(tries):
            unit.tasks.begin("form:1", NOW)

    await house.writer.run(send)


async def test_a_form_is_read_without_its_bytes_being_kept(tmp_path: Path) -> None:
    door = Posts(b"%PDF-1.7 that was renamed")
    house = await opened(tmp_path, door, MovableClock(NOW))
    await sent_in(house)
    await house.beat()
    await house.settled()
    await house.close()
    assert [said.partition(".")[0] for said in door.said] == [
        "I can only read the form as a Word file ("
    ]
    assert door.limits == [5]
    assert list((tmp_path / "files").iterdir()) == []


async def test_a_form_under_way_when_the_power_went_is_swept(tmp_path: Path) -> None:
    door = Posts(b"%PDF-1.7")
    house = await opened(tmp_path, door, MovableClock(NOW))
    await sent_in(house)
    await house.beat()
    await house.settled()
    left = tmp_path / "files" / door.names[0]
    left.write_bytes(b"half a form")
    await house.workers._sweep()
    await house.close()
    assert not left.exists()


async def test_a_form_that_fails_to_come_is_fetched_again(tmp_path: Path) -> None:
    clock, door = MovableClock(NOW), Posts(b"%PDF-1.7", refusals=1)
    house = await opened(tmp_path, door, clock)
    await sent_in(house)
    await house.beat()
    await house.settled()
    assert door.said == []
    clock.move_to(NOW + timedelta(minutes=1))
    await house.beat()
    await house.settled()
    await house.close()
    assert len(door.said) == 1


async def test_who_sent_a_form_that_never_came_is_told(tmp_path: Path) -> None:
    door = Posts(b"%PDF-1.7")
    house = await opened(tmp_path, door, MovableClock(NOW))
    await sent_in(house, tries=MOST_TRIES)
    await house.beat()
    await house.settled()
    await house.close()
    assert [said.partition(",")[0] for said in door.said] == ["I could not fetch the form you sent"]
    assert door.limits == []


class Overtaken(Posts):
    """A door that brings a form which is wanted no longer when it is there."""

    house: House

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        await super().fetch(ref, to, limit)
        await self.house.writer.run(lambda unit: unit.tasks.end("form:1", "done"))


async def test_a_form_that_is_wanted_no_longer_is_not_handed_on(tmp_path: Path) -> None:
    door = Overtaken(b"%PDF-1.7")
    house = door.house = await opened(tmp_path, door, MovableClock(NOW))
    await sent_in(house)
    await house.beat()
    await house.settled()
    await house.close()
    assert (door.limits, door.said) == ([5], [])
