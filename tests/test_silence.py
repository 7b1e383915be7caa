"""S1: whatever people do and whatever goes wrong, no log holds a token, code, name or text."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from bot.logs import set_up
from tests.botapi import BotApi, Person, faults
from tests.home import Home

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
NAME = "Solveig-Kanari"
WORDS = "kanariord-i-hemmelighet"
KEY = 778899001
# Synthetic, from NAV's README: no person has it.
NUMBER = "13527248013"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Log as the program does, as loudly as it can; and put everything back afterwards."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    set_up("DEBUG")
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    written = StringIO()
    handler.setStream(written)
    yield written
    root.handlers[:] = before
    root.setLevel(level)


def leaks(written: str, *secrets: str) -> list[str]:
    """Which secrets stand in what was written, as they are, or as JSON and repr spell them."""
    return [one for one in secrets if one in written or ascii(one)[1:-1] in written]


async def taps(home: Home, person: Person, label: str) -> None:
    person.taps(label)
    await home.settled()


async def says(home: Home, person: Person, text: str) -> None:
    person.says(text)
    await home.settled()


async def test_a_whole_stay_with_every_trouble_leaves_no_secret_in_any_log(
    tmp_path: Path, log: StringIO
) -> None:
    async with BotApi() as api:
        home = Home(api, tmp_path, NOW)
        await home.start()
        code = next(one for one in await home.codes(await home.imports()) if one.team).code
        kari = api.person(KEY, NAME, "en")
        await says(home, kari, f"/start {code}")
        await says(home, kari, "/start abcdefgh23456789")
        await says(home, kari, f"/start {code}")
        await taps(home, kari, "Yes, it is private")
        api.faults.add("sendMessage", faults.server_error_after(502))
        await says(home, kari, NAME)
        await home.moves_to(NOW.replace(minute=10))
        await taps(home, kari, "Skip")
        await home.restart()
        await says(home, kari, WORDS)
        numbered = kari.says(f"{WORDS} {NUMBER}")
        await home.settled()
        api.inject({"message": {"message_id": 1, "text": WORDS, "from": {"first_name": NAME}}})
        api.inject({"message": WORDS})
        kari.sends_document(f"{WORDS}.pdf", b"%PDF", "application/pdf", WORDS)
        await home.settled()
        await says(home, kari, "/mydata")
        api.faults.add("sendMessage", faults.bad_request(f"can't parse entities: {WORDS}"))
        await says(home, kari, "/privacy")
        await says(home, kari, "/forget")
        await taps(home, kari, "Yes, erase everything")
        await says(home, kari, "/start")
        shown = kari.screen()
        await home.stop()
    written = log.getvalue()
    secrets = (api.token, api.token.partition(":")[2], code, "abcdefgh23456789")
    assert leaks(written, *secrets, NAME, WORDS, NUMBER, str(KEY)) == []
    # It did all of it, and logging was on.
    assert numbered.deleted
    assert any("mellom-my-data.txt" in one for one in shown)
    assert any("is erased" in one for one in shown)
    assert "failed: UnreadableUpdate" in written


def test_a_leak_would_be_noticed(log: StringIO) -> None:
    somewhere = logging.getLogger("handlers.somewhere")
    somewhere.debug("said %s", WORDS)
    try:
        int(NAME)
    except ValueError:
        somewhere.exception("it failed")
    somewhere.info("text: %r", {"text": "kanariø"})
    somewhere.info("text: %s", ascii("kanariå"))
    written = log.getvalue()
    assert leaks(written, WORDS, NAME, "kanariø", "kanariå", "elsewhere") == [
        WORDS,
        NAME,
        "kanariø",
        "kanariå",
    ]
