"""The theatre: one programme is played at a time, and another can take its place."""

import asyncio
import shutil
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from starlette.types import Receive, Scope, Send

from bot.clock import SystemClock
from bot.demo.opening import Demo, opened
from bot.web.organiser.fragment import overview_html
from handlers.programme_file import ProgrammeFile, Team, load
from handlers.summary.gather import summarise
from handlers.summary.material import Sight
from handlers.summary.overview import overview
from handlers.summary.sheet import workbook
from handlers.summary.values import Summary
from handlers.tongue import Tongue, tongue
from storage.unit import Unit

EVERYTHING = Sight()
MADE_UP_TEAMS = 6


class Playhouse:
    """An ASGI application that shows whichever programme is played; a ``stage.Theatre`` to it."""

    def __init__(self, folder: Path, first: ProgrammeFile) -> None:
        """Play in ``folder``, ``first`` unless a visitor asks for another; ``play`` begins."""
        self._folder = folder
        self._first = with_teams(first)
        self._played = 0
        self._changing = asyncio.Lock()
        self._demo: Demo | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the one that is played answer."""
        await self.demo.app(scope, receive, send)

    @property
    def demo(self) -> Demo:
        assert self._demo is not None  # noqa: S101 - nobody comes before ``play``
        return self._demo

    @property
    def phone(self) -> str:
        return next((one.key for one in self.demo.stage.people()), "")

    @property
    def is_own(self) -> bool:
        return self.demo.programme is not self._first

    @property
    def names(self) -> Mapping[str, str]:
        name = self.demo.programme.name
        return {language: tongue(language).pick(name) for language in ("nb", "nn", "en")}

    async def overview(self, language: str) -> str:
        t = tongue(language)
        return await self.demo.house.reader.run(partial(self._overview, t))

    async def workbook(self, language: str) -> tuple[str, bytes]:
        summary = await self.demo.house.reader.run(self._summary)
        about = (summary.round.milestone,) if summary.round else ()
        name = "-".join(("mellom", summary.programme, *about))
        return f"{name}.xlsx", await asyncio.to_thread(workbook, tongue(language), summary)

    async def play(self, programme: ProgrammeFile | None, *, empty: bool = False) -> None:
        """Open another house, let it take the stage, and only then close the one before."""
        async with self._changing:
            self._played += 1
            folder = self._folder / str(self._played)
            today = SystemClock().now().date() if programme else None
            try:
                shown = await opened(programme or self._first, folder, self, today, empty=empty)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            before, self._demo = self._demo, shown
            if before is not None:
                await before.close()

    def let_go(self) -> None:
        """Let every open page go, so that the server can stop at once."""
        self.demo.door.close()

    async def close(self) -> None:
        if self._demo is not None:
            await self._demo.close()

    def _overview(self, t: Tongue, unit: Unit) -> str:
        return overview_html(overview(unit, self._standing(unit), self._now, EVERYTHING, t), t)

    def _summary(self, unit: Unit) -> Summary:
        return summarise(unit, self._standing(unit), self._now)

    def _standing(self, unit: Unit) -> ProgrammeFile:
        """The programme as it is now: it may have been changed in the chat."""
        row = unit.programmes.find(self.demo.programme.id)
        return load(row.body) if row else self.demo.programme

    @property
    def _now(self) -> datetime:
        return self.demo.stage.now()


def with_teams(programme: ProgrammeFile) -> ProgrammeFile:
    """The same; where it is for teams and names none, with made-up ones."""
    if programme.teams is None or programme.team:
        return programme
    made_up = (Team(id=f"team-{n}", name=f"Team {n}") for n in range(1, MADE_UP_TEAMS + 1))
    return programme.model_copy(update={"team": tuple(made_up)})
