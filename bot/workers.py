"""Long work: tasks that are rows, done in slices beside the answers, tried again when they fail."""

import asyncio
import contextlib
import hashlib
import json
import logging
import os
import re
import time
from base64 import b32encode
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.parcel import Door, Holds
from bot.writer import Reader, RunsUnits
from handlers import desk
from handlers.feature import Paper
from handlers.post import Letter, post
from storage.records import File, Task
from storage.unit import Unit

MOST_AT_ONCE = 8
MOST_TRIES = 5
IDLE_SECONDS = 5.0
SWEEP_SECONDS = 3600.0
LEASE = timedelta(minutes=10)
PAPERS_KEPT = timedelta(days=7)
LARGEST_FILE = 20 * 1024 * 1024

_OURS = re.compile(r"[0-9a-f]{64}(\.part)?|coming-[a-z2-7]+(\.part)?")

log = logging.getLogger(__name__)


class Workers:
    """Does what is due; ``done`` is called when the outbox may hold something new."""

    def __init__(  # noqa: PLR0913 - the whole house stands around the workers
        self,
        writer: RunsUnits,
        reader: Reader,
        clock: Clock,
        doors: Mapping[str, Door],
        folder: Path,
        done: Callable[[], None],
    ) -> None:
        """Files are kept in ``folder`` by the hash of their content."""
        self._writer = writer
        self._reader = reader
        self._clock = clock
        self._doors = doors
        self._folder = folder
        self._done = done
        self.wanted = asyncio.Event()
        self.sweep_wanted = True
        self._swept = time.monotonic()
        self.is_busy = False

    async def run(self) -> None:
        """Work until cancelled: when woken, and every few seconds."""
        now = self._clock.now()
        await self._writer.run(lambda unit: unit.tasks.end_leases(now))
        while True:
            self.wanted.clear()
            if self.sweep_wanted or time.monotonic() - self._swept > SWEEP_SECONDS:
                self.sweep_wanted, self._swept = False, time.monotonic()
                await self._sweep()
            if not await self.work():
                # No wait_for: before Python 3.12 it may swallow a stop that comes with a wish.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(IDLE_SECONDS):
                        await self.wanted.wait()

    async def work(self) -> int:
        """Do a handful of what is due, and return how many that were."""
        now = self._clock.now()
        tasks = await self._writer.run(lambda unit: unit.tasks.due(now, MOST_AT_ONCE))
        self.is_busy = bool(tasks)
        for task in tasks:
            try:
                if await self._writer.run(partial(self._begin, task)):
                    await self._do(task)
            except Exception as error:  # noqa: BLE001 - an edge: the task is tried again
                log.error("task %s failed: %s", task.kind, type(error).__name__)
                await self._writer.run(partial(self._again, task))
        self.is_busy = False
        if tasks:
            self._done()
        return len(tasks)

    async def _sweep(self) -> None:
        """Delete the bytes that no row names any longer; only this loop writes any."""
        before = self._clock.now() - PAPERS_KEPT
        await self._writer.run(lambda unit: unit.files.let_go(before))
        wanted = await self._writer.run(lambda unit: unit.files.hashes())
        await asyncio.to_thread(_delete_all_but, self._folder, wanted)
        for door in self._doors.values():
            if isinstance(door, Holds):
                await door.sweep(self._awaited)

    async def _awaited(self, refs: frozenset[str]) -> frozenset[str]:
        return await self._writer.run(
            lambda unit: frozenset(ref for ref in refs if unit.files.is_awaited(ref))
        )

    async def _do(self, task: Task) -> None:
        if task.kind == "fetch":
            await self._fetch(task)
        elif task.kind in desk.PAPERS:
            await self._make(task)
        elif task.kind in desk.READINGS:
            await self._read(task)
        else:
            await self._writer.run(partial(self._run, task))

    def _run(self, task: Task, unit: Unit) -> None:
        unit.tasks.end(task.id, "done")
        desk.TASKS[task.kind](unit, task.arguments, self._clock.now())

    async def _make(self, task: Task) -> None:
        """Make a paper from reading alone, keep its bytes, then owe it to whom it is for."""
        make = desk.PAPERS[task.kind]
        now = self._clock.now()
        paper = await self._reader.run(lambda unit: make(unit, task.arguments, now))
        if paper is None:
            await self._writer.run(lambda unit: unit.tasks.end(task.id, "done"))
            return
        kept = await asyncio.to_thread(keep, self._folder, paper.content)
        await self._writer.run(partial(self._owe, task, paper, kept))

    def _owe(self, task: Task, paper: Paper, content_hash: str, unit: Unit) -> None:
        if not unit.tasks.is_waiting(task.id):
            return
        now = self._clock.now()
        file = File(
            unit.new_id(), content_hash, paper.name, paper.mime, len(paper.content), None, None
        )
        unit.files.add(file, now)
        letter = Letter(
            paper.text,
            paper.buttons,
            file=file.id,
            about=paper.about,
            priority=paper.priority,
            stale_after=paper.stale_after,
        )
        post(unit, paper.to, letter, f"paper:{task.id}", paper.language, now)
        unit.tasks.end(task.id, "done")

    async def _fetch(self, task: Task) -> None:
        file = await self._writer.run(lambda unit: unit.files.find(task.arguments))
        if file is None or file.hash is not None or file.ref is None or file.source is None:
            await self._writer.run(lambda unit: unit.tasks.end(task.id, "done"))
            return
        door = self._doors[file.source.partition(":")[0]]
        coming = self._folder / f"coming-{file.id}"
        self._folder.mkdir(parents=True, exist_ok=True)
        await door.fetch(file.ref, coming, LARGEST_FILE)
        content = await asyncio.to_thread(coming.read_bytes)
        kept = await asyncio.to_thread(keep, self._folder, content)
        coming.unlink(missing_ok=True)
        await self._writer.run(partial(_fetched, task, file, kept, len(content)))
        await _let_go(door, file.ref)

    async def _read(self, task: Task) -> None:
        """Read a file that came in: its bytes lie here no longer than it takes to fetch them."""
        asked = json.loads(task.arguments)
        door = self._doors[asked["source"].partition(":")[0]]
        # A name that the sweep knows, should the power go in between; the door keeps it to itself.
        name = b32encode(hashlib.sha256(task.id.encode()).digest()[:20]).decode().lower()
        coming = self._folder / f"coming-{name}"
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            await door.fetch(asked["ref"], coming, asked["limit"])
            content = await asyncio.to_thread(coming.read_bytes)
        finally:
            coming.unlink(missing_ok=True)
        read = await asyncio.to_thread(desk.READINGS[task.kind], content)
        await self._writer.run(partial(self._take, task, read))
        await _let_go(door, asked["ref"])

    def _take(self, task: Task, read: str | None, unit: Unit) -> None:
        """Hand on what was read (None: nothing, after every try), where it is still wanted."""
        if not unit.tasks.is_waiting(task.id):
            return
        unit.tasks.end(task.id, "failed" if read is None else "done")
        found = json.loads(read) if read is not None else None
        whole = json.dumps({**json.loads(task.arguments), "read": found})
        desk.TASKS[task.kind](unit, whole, self._clock.now())

    def _begin(self, task: Task, unit: Unit) -> bool:
        """Count the try before it is made, and lease the task; false where it has had enough."""
        if task.tries >= MOST_TRIES:
            if task.kind in desk.READINGS:
                self._take(task, None, unit)
            unit.tasks.end(task.id, "failed", "no try succeeded")
            return False
        unit.tasks.begin(task.id, self._clock.now() + LEASE)
        return True

    def _again(self, task: Task, unit: Unit) -> None:
        pause = timedelta(seconds=5 * 2**task.tries)
        unit.tasks.wait(task.id, self._clock.now() + pause)


async def _let_go(door: Door, ref: str) -> None:
    """Let the door delete what the house has by now; what is left behind is swept."""
    if isinstance(door, Holds):
        await door.let_go(ref)


def _fetched(task: Task, file: File, content_hash: str, size: int, unit: Unit) -> None:
    unit.files.fetched(file.id, content_hash, size)
    unit.tasks.end(task.id, "done")


def _delete_all_but(folder: Path, wanted: frozenset[str]) -> None:
    """Delete what was kept here under a name of ours; whatever else lies beside it is not ours."""
    for file in folder.iterdir() if folder.exists() else ():
        if _OURS.fullmatch(file.name) and file.name not in wanted:
            file.unlink(missing_ok=True)


def keep(folder: Path, content: bytes) -> str:
    """Write bytes under their own hash, whole or not at all; return the hash."""
    folder.mkdir(parents=True, exist_ok=True)
    content_hash = hashlib.sha256(content).hexdigest()
    there = folder / content_hash
    if not there.exists():
        part = folder / f"{content_hash}.part"
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(there)
    return content_hash
