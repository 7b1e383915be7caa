"""``mellom setup`` as a process: at a terminal, with a file of answers, and with neither."""

import asyncio
import json
import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.keeping import commit
from handlers.codes import recognised
from tests.commanded import EXAMPLE, ROOT, Terminal
from tests.mail_server import Mailbox, mail_server
from tests.served import Served

PATIENCE = 60.0


@pytest.fixture(scope="module")
def api() -> Iterator[Served]:
    with Served() as served:
        yield served


@pytest.fixture
def mellom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], api: Served
) -> Terminal:
    """A machine on which nothing is set but which Bot API it asks; English commands."""
    terminal = Terminal(tmp_path, monkeypatch, capsys)
    terminal.forgets("DATA_DIR")
    terminal.sets(TELEGRAM_API_URL=api.url)
    return terminal


class Keyboard:
    """A terminal with ``mellom setup`` in it; what it shows is read as it comes."""

    def __init__(self, folder: Path) -> None:
        master, slave = pty.openpty()
        self._master, self.shown = master, ""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "setup"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def types(self, question: str, answer: str = "") -> None:
        """Wait until this is asked, and answer it."""
        self.sees(question + r"[\s\S]*?: $")
        os.write(self._master, f"{answer}\n".encode())

    def interrupts(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def sees(self, words: str) -> None:
        begun, seen = time.monotonic(), ""
        while not re.search(words, seen):
            assert time.monotonic() - begun < PATIENCE, (words, self.shown + seen)
            seen += self._more()
        self.shown += seen

    def ends(self) -> int:
        while more := self._more():
            self.shown += more
        return self._process.wait(PATIENCE)

    def _more(self) -> str:
        if not select.select([self._master], [], [], PATIENCE)[0]:
            return ""
        try:
            return os.read(self._master, 65536).decode(errors="replace").replace("\r", "")
        except OSError:  # the other end is closed
            return ""


async def test_a_person_at_a_terminal_sets_everything_up(mellom: Terminal, api: Served) -> None:
    async with mail_server() as box:
        with closing(Keyboard(mellom.folder)) as at:
            await asyncio.to_thread(_answers_everything, at, api, box)
    env = mellom.folder / ".env"
    assert stat.S_IMODE(env.stat().st_mode) == 0o600
    assert (api.token in at.shown, api.token in env.read_text(encoding="utf-8")) == (False, True)
    assert [mail["From"] for mail in box.to("ingrid@example.no")] == ["Mellom <mellom@example.no>"]
    code = at.shown.partition("/bli-med/")[2].split()[0]
    grant = commit(mellom.database, lambda unit: recognised(unit, code, SystemClock().now()))
    assert grant is not None
    assert (grant.programme, grant.role) == ("trygg-oppstart", "organiser")


def _answers_everything(at: Keyboard, api: Served, box: Mailbox) -> None:
    at.types("Where shall the data lie")
    at.types("reach Mellom in Telegram")
    at.types("The bot's token", "123456:wrong")
    at.types("knows no bot", api.token)
    at.types("web page too", "yes")
    at.types("listen at")
    at.types("which port")
    at.types("which https address", "https://mellom.example.no")
    at.types("send e-mail", "yes")
    at.types("mail server", "127.0.0.1")
    at.types("Its port", str(box.port))
    at.types("kept secret", "none")
    at.types("username there")
    at.types("the sender", "Mellom <mellom@example.no>")
    at.types("trial mail", "ingrid@example.no")
    at.types("programme file", str(EXAMPLE))
    at.types("Write it")
    assert at.ends() == 0, at.shown


def test_ctrl_c_leaves_nothing_behind(mellom: Terminal, api: Served) -> None:
    with closing(Keyboard(mellom.folder)) as at:
        at.types("Where shall the data lie")
        at.types("reach Mellom in Telegram")
        at.types("The bot's token", api.token)
        at.sees("web page too")
        at.interrupts()
        assert at.ends() == 1
    assert "nothing is changed" in at.shown
    assert [one.name for one in mellom.folder.iterdir()] == []


def test_a_file_of_answers_sets_up_without_a_terminal(mellom: Terminal, api: Served) -> None:
    answers = mellom.writes(
        "svar.toml", f'token = "{api.token}"\nprogramme = {json.dumps(str(EXAMPLE))}\n'
    )
    ended = mellom("setup", "--answers", answers)
    assert (ended.code, ended.err) == (0, [])
    assert mellom("check").code == 0


def test_a_house_without_telegram_has_links_to_its_page(mellom: Terminal) -> None:
    said = f"""
        telegram = false
        web = true
        web_port = 8081
        web_url = "https://mellom.example.no"
        programme = {json.dumps(str(EXAMPLE))}
    """
    ended = mellom("setup", "--answers", mellom.writes("svar.toml", said))
    page = "https://mellom.example.no/bli-med/"
    assert [line.startswith(page) for line in ended.out if "/bli-med/" in line] == [True]
    codes = mellom("codes", "trygg-oppstart").out
    assert [page in line for line in codes] == [True] * len(codes)
    assert mellom("check").code == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('tokn = "x"', "No question is called tokn; they are called data, telegram, token"),
        ('token = ["x"]', "token: write a text in quotation marks"),
        ('token = "123456:wrong"', "token: Telegram knows no bot with this token"),
        ("token = ", "svar.toml: it is no TOML file in UTF-8"),
    ],
)
def test_an_answer_of_no_use_is_one_line(mellom: Terminal, text: str, why: str) -> None:
    ended = mellom("setup", "--answers", mellom.writes("svar.toml", text))
    assert (ended.code, len(ended.err)) == (1, 1)
    assert why in ended.err[0]
    assert [one.name for one in mellom.folder.iterdir()] == ["svar.toml"]


def test_without_a_terminal_it_says_what_to_do(mellom: Terminal) -> None:
    with mellom.starts("setup") as started:
        assert started.ends() == 1
        assert started.log.splitlines() == [
            "mellom setup asks questions: run it in a terminal, or give --answers FILE.toml"
        ]
