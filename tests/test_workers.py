"""Files are kept whole under their hash, and deleted when no row names them any longer."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import MovableClock
from bot.house import House, Plan
from bot.parcel import Parcel, Receipt, Refused
from bot.workers import MOST_TRIES, keep
from storage.records import File
from storage.unit import Unit

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
