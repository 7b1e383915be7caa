"""One /start through screen, inbox, desk, outbox and courier, over a Bot API connection."""

from datetime import UTC, datetime
from pathlib import Path

from tests.botapi import BotApi
from tests.home import Home

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


async def test_somebody_joins_with_a_restart_between_every_two_steps(tmp_path: Path) -> None:
    async with BotApi() as api:
        home = Home(api, tmp_path, NOW)
        await home.start()
        programme = await home.imports()
        code = next(one for one in await home.codes(programme) if one.role == "participant")
        kari = api.person(7, "Kari")
        kari.starts(code.code)
        for step in ("1", "Kari Nordmann", "hopp over"):
            await home.settled()
            await home.restart()
            kari.says(step)
        await home.settled()
        members = await home.does(lambda unit: unit.people.members(programme.id))
        await home.stop()
    assert [(one.role, one.team) for one in members] == [("participant", code.team)]
