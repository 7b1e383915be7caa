"""``mellom run`` with its page alone: no Telegram is needed, and it stops at once."""

import contextlib
import http.client
import re
import threading
from pathlib import Path

import pytest

from bot.keeping import commit
from handlers.codes import team_ways
from handlers.programme_file import load
from storage.unit import Unit
from tests.commanded import EXAMPLE, Terminal


@pytest.fixture
def mellom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    terminal = Terminal(tmp_path, monkeypatch, capsys)
    terminal("programme", "import", EXAMPLE)
    terminal.sets(WEB_HOST="127.0.0.1", WEB_PORT="0", LOG_LEVEL="debug")
    return terminal


def link(mellom: Terminal) -> str:
    def made(unit: Unit) -> str | None:
        row = unit.programmes.find("trygg-oppstart")
        ways = row and team_ways(unit, load(row.body), "havnes-1")
        return ways.web if ways else None

    return str(commit(mellom.database, made))


def test_without_a_token_people_take_part_at_the_page_and_an_open_one_holds_nothing_up(
    mellom: Terminal,
) -> None:
    with mellom.starts("run") as bot:
        bot.logs("at work without Telegram")
        bot.logs("pages and calendars are served for http://127.0.0.1:")
        bot.logs("without https others on the way can read along")
        url = link(mellom)
        host, _, path = url.removeprefix("http://").partition("/")
        there = http.client.HTTPConnection(host, timeout=10)
        page, cookies = asked(there, "GET", f"/{path}", {})
        csrf = re.findall('name="csrf" value="([^"]+)"', page)[0]
        form = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        _, session = asked(there, "POST", f"/{path}", form, f"csrf={csrf}")
        assert session.startswith("mellom=")
        shown, _ = asked(there, "GET", "/", {"Cookie": session})
        assert "Hva heter du?" in shown
        news = http.client.HTTPConnection(host, timeout=10)
        news.request("GET", "/hendelser", headers={"Cookie": session})
        held = threading.Thread(target=_read_to_the_end, args=(news,))
        held.start()
        ended, seconds = bot.stops()
        held.join(5)
        there.close()
        news.close()
    assert (ended, seconds < 5, held.is_alive()) == (0, True, False)
    code, token = path.rpartition("/")[2], session.removeprefix("mellom=")
    assert [one for one in (code, token, "Traceback") if one in bot.log] == []


def _read_to_the_end(news: http.client.HTTPConnection) -> None:
    with news.getresponse() as answer, contextlib.suppress(http.client.IncompleteRead):
        answer.read()


def asked(
    there: http.client.HTTPConnection,
    method: str,
    path: str,
    headers: dict[str, str],
    body: str | None = None,
) -> tuple[str, str]:
    """The page that answers, and the cookie that it sets."""
    there.request(method, path, body, headers)
    answer = there.getresponse()
    cookie = (answer.getheader("set-cookie") or "").split(";")[0]
    return answer.read().decode(), cookie


def test_check_is_content_with_a_page_and_warns_where_nobody_is_told(mellom: Terminal) -> None:
    nobody = (
        "There is neither Telegram nor e-mail, so nobody is told when something waits on the page. "
        "Set MELLOM_SMTP_HOST and MELLOM_MAIL_FROM, or a token."
    )
    found = mellom("check", "--json").data
    assert (found["missing"], nobody in found["warnings"]) == ([], True)
    mellom.sets(SMTP_HOST="localhost", MAIL_FROM="mellom@example.no")
    assert nobody not in mellom("check", "--json").data["warnings"]
    mellom.forgets("WEB_HOST")
    assert mellom("check", "--json").data["ready"] is False
