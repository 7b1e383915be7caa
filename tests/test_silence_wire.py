"""S1 at the wire: with every logger of every library at DEBUG, nothing that is secret is logged."""

import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from storage.unit import Unit
from tests.botapi import BotApi, faults
from tests.journey import Journey

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
NAME, TEAM_MATE = "Kanarine", "Kanarius"
WORDS, FILE, BROKEN = "canary-seven-words", "canary-plan.pdf", "canary-body"
CHAT = 778899001


@pytest.fixture
def log(capfd: pytest.CaptureFixture[str]) -> Iterator[StringIO]:
    """Everything that any logger has to say, with tracebacks and without any filter."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    named = logging.Logger.manager.loggerDict.values()
    loggers = [logging.getLogger(), *(one for one in named if isinstance(one, logging.Logger))]
    before = [(one, one.level, one.disabled, one.propagate) for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG)
        one.disabled, one.propagate = False, True
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)
    for one, level, disabled, propagate in before:
        one.setLevel(level)
        one.disabled, one.propagate = disabled, propagate
    sys.stdout.write(capfd.readouterr().out)


def leaks(written: str, *secrets: str) -> dict[str, str]:
    """The first line in which each secret stands, as it is or as JSON and repr spell it."""
    lines = written.splitlines()
    spelt = {secret: {secret, ascii(secret)[1:-1]} for secret in secrets}
    found = {
        secret: next((line for line in lines if any(one in line for one in ways)), None)
        for secret, ways in spelt.items()
    }
    return {secret: line for secret, line in found.items() if line is not None}


async def test_whatever_goes_wrong_no_logger_of_any_library_tells_a_secret(
    tmp_path: Path, log: StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    async with BotApi() as api:
        journey = await Journey.begun(api, tmp_path, NOW)
        codes = [one.code for one in await journey.home.codes(journey.programme)]
        kari = await journey.joins(CHAT, NAME, "havnes-1")
        await journey.joins(CHAT + 1, TEAM_MATE, "havnes-1")
        per = await journey.joins(CHAT + 2, "Per", "facilitator")
        await journey.says(kari, f"/start {codes[0]}", "/start abcdefgh23456789", "/report")
        api.faults.add("sendMessage", faults.drop_after())
        api.faults.add("sendMessage", faults.server_error_before(500))
        api.faults.add("sendMessage", faults.bad_request(f"can't parse entities: {WORDS}"))
        await journey.says(kari, WORDS, f"{WORDS} again", f"{WORDS} more")
        await journey.moves_to(NOW + timedelta(minutes=5))
        await journey.does(lambda: per.sends_document(FILE, b"%PDF", "application/pdf", WORDS))
        await journey.taps(per, "Everybody")
        api.faults.add("sendDocument", faults.forbidden(), chat=CHAT + 1)
        api.faults.add("getFile", faults.server_error_before(502))
        await journey.taps(per, "Yes, send")
        await journey.moves_to(NOW + timedelta(minutes=10))
        api.inject({"message": {"message_id": 1, "text": WORDS, "from": {"first_name": NAME}}})
        api.inject({"message": WORDS, "callback_query": [NAME]})
        await journey.home.settled()
        body = await journey.home.does(lambda unit: spoilt(unit, journey.programme.id))
        await journey.says(kari, f"{WORDS} into a broken house")
        await journey.home.does(lambda unit: mended(unit, journey.programme.id, body))
        await journey.says(kari, "/mydata", "/status")
        parked = await journey.unanswered()
        await journey.home.stop()
    out, err = capfd.readouterr()
    written = log.getvalue() + out + err
    secret = (api.token, api.token.partition(":")[2], *codes, "abcdefgh23456789")
    assert leaks(written, *secret, NAME, TEAM_MATE, WORDS, FILE, BROKEN, str(CHAT)) == {}
    # All of it happened, and the loggers did speak.
    outcomes = {"drop_after", "server_error_before", "bad_request", "forbidden"}
    assert outcomes <= journey.outcomes()
    assert "failed: UnreadableUpdate" in written
    assert "failed: ValidationError" in written
    assert parked == 3
    assert "mellom-my-data.txt" in str(kari.screen())
    assert "Connection" in written
    assert logging.getLogger("aiosqlite").getEffectiveLevel() == logging.DEBUG


def spoilt(unit: Unit, programme: str) -> str:
    """Break what every answer needs, in words of its own; return what stood there."""
    row = unit.programmes.find(programme)
    assert row is not None
    mended(unit, programme, f'"{BROKEN}"')
    return row.body


def mended(unit: Unit, programme: str, body: str) -> None:
    change = "UPDATE programme_version SET body = ? WHERE programme = ?"
    unit.programmes.connection.execute(change, (body, programme))


def test_a_planted_leak_is_found_by_the_same_search(log: StringIO) -> None:
    logger = logging.getLogger("telegram.ext")
    logger.debug("https://api.telegram.org/bot%s/getMe", "123456:planted")
    try:
        int(WORDS)
    except ValueError:
        logger.exception("it failed")
    logger.debug("%r", {"name": "Kåri"})
    logger.debug("%s", ascii("Sølvi"))
    found = leaks(log.getvalue(), "123456:planted", WORDS, "Kåri", "Sølvi", "not there")
    assert list(found) == ["123456:planted", WORDS, "Kåri", "Sølvi"]
