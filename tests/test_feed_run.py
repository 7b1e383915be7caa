"""``mellom run`` serves the calendars beside the bot, and says what is wrong with how it does."""

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.keeping import commit
from bot.settings import Settings
from handlers.calendar.address import address
from tests.calendars import events
from tests.commanded import EXAMPLE, Terminal, until
from tests.served import Served

NOW = datetime(2026, 8, 1, tzinfo=UTC)
_STRAIGHT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
IN_THE_OPEN = (
    "The pages are served at http://127.0.0.1:8080, where others on the way can read along. "
    "Put a reverse proxy with https before it, and set MELLOM_WEB_URL."
)


@pytest.fixture(scope="module")
def api() -> Iterator[Served]:
    with Served() as served:
        yield served


@pytest.fixture
def mellom(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    api: Served,
) -> Terminal:
    terminal = Terminal(tmp_path, monkeypatch, capsys)
    terminal.writes("token", f"{api.token}\n")
    terminal.sets(TELEGRAM_TOKEN_FILE="token", TELEGRAM_API_URL=api.url)
    terminal("programme", "import", EXAMPLE)
    return terminal


def got(url: str) -> tuple[int, bytes]:
    try:
        with _STRAIGHT.open(url, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def test_somebody_who_joined_subscribes_and_the_house_stops_at_once(
    mellom: Terminal, api: Served
) -> None:
    api.control("people", people=[{"user_id": 7, "first_name": "Kari", "started": True}])
    mellom.sets(WEB_HOST="127.0.0.1", WEB_PORT="0", LOG_LEVEL="debug")
    with mellom.starts("run") as bot:
        bot.logs("calendars are served for http://127.0.0.1:")
        base = bot.log.split("calendars are served for ")[1].split()[0]
        code = mellom("codes", "trygg-oppstart", "--json").data["codes"][0]["code"]
        api.control("says", said=[[7, f"/start {code}"]])
        until(lambda: len(api.control("screen", user=7)) > 1)
        person = commit(mellom.database, lambda unit: unit.people.add("Siri", "nb", NOW).id)
        url = commit(mellom.database, lambda unit: address(unit, person))
        assert url is not None
        status, content = got(url)
        assert (status, events(content)) == (200, {})
        assert got(f"{base}/kalender/x.ics") == (404, b"nothing here\n")
        ended, seconds = bot.stops()
    assert (ended, seconds < 5) == (0, True)
    assert [one for one in (person, url) if one in bot.log] == []
    assert "Traceback" not in bot.log


def test_a_port_that_is_taken_stops_it_before_anybody_is_written_to(mellom: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        mellom.sets(WEB_HOST="127.0.0.1", WEB_PORT=port)
        ended = mellom("run")
    assert (ended.code, ended.out, len(ended.err)) == (1, [], 1)
    assert ended.err[0].startswith("MELLOM_WEB_HOST and MELLOM_WEB_PORT: nothing can listen there")


def test_without_a_host_no_address_is_shown_any_longer(mellom: Terminal) -> None:
    mellom.sets(WEB_HOST="127.0.0.1", WEB_PORT="0")
    with mellom.starts("run") as bot:
        bot.logs("calendars are served")
        assert bot.stops()[0] == 0
    mellom.forgets("WEB_HOST")
    with mellom.starts("run") as bot:
        bot.logs("at work as @")
        until(lambda: commit(mellom.database, lambda unit: address(unit, "x")) is None)
        assert bot.stops()[0] == 0
    assert "calendars" not in bot.log


def test_check_warns_of_addresses_that_cross_the_net_in_the_open(mellom: Terminal) -> None:
    assert IN_THE_OPEN not in mellom("check", "--json").data["warnings"]
    mellom.sets(WEB_HOST="127.0.0.1")
    assert IN_THE_OPEN in mellom("check", "--json").data["warnings"]
    mellom.sets(WEB_URL="https://mellom.example")
    assert IN_THE_OPEN not in mellom("check", "--json").data["warnings"]


def test_an_address_that_is_none_is_refused_by_its_name(mellom: Terminal) -> None:
    mellom.sets(WEB_URL="mellom.example")
    ended = mellom("check")
    assert (ended.code, ended.err) == (
        1,
        ["MELLOM_WEB_URL: it must begin with https:// (or http://)"],
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://",
        "https://:443",
        "https://a.example/mellom",
        "https://a.example/?",
        "https://a.example#x",
        "https://u:p@a.example",
        "https://a.example:99999",
        "https://a..example",
        "https://a example",
    ],
)
def test_an_address_with_more_than_a_host_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(ValidationError, match="it must be https://HOST, or https://HOST:PORT"):
        Settings(_env_file=None, web_url=url)
