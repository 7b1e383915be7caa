"""A Windows desk, as far as it can be tried elsewhere: what it lacks is missed by nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commanded import EXAMPLE, ROOT, Terminal, until
from tests.served import Served

AS_ON_WINDOWS = (sys.executable, "-X", "warn_default_encoding", "-m", "tests.as_on_windows")
PATIENCE = 60
# yoyo reads migrations in whatever encoding the machine has: they are ASCII.
ENCODINGS = "error::EncodingWarning,ignore::EncodingWarning:yoyo.migrations"


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """A folder whose console speaks the code page that Norwegian Windows has."""
    terminal = Terminal(tmp_path, monkeypatch, capsys)
    terminal.sets(LANGUAGE="nb")
    for name, value in {
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "cp1252",
        "PYTHONWARNINGS": ENCODINGS,
        "USERNAME": "kari",
    }.items():
        monkeypatch.setenv(name, value)
    return terminal


def run(*words: str) -> tuple[int, str]:
    ended = subprocess.run(
        [*AS_ON_WINDOWS, *words], capture_output=True, timeout=PATIENCE, check=False
    )
    return ended.returncode, (ended.stdout + ended.stderr).decode()


@pytest.mark.usefixtures("desk")
def test_commands_work_and_say_it_in_norwegian() -> None:
    assert run("programme", "validate", str(EXAMPLE)) == (0, f"{EXAMPLE}: OK (trygg-oppstart)\n")
    code, told = run("programme", "show", str(EXAMPLE))
    assert (code, "Læringsnettverk for trygg oppstart" in told, "–" in told) == (0, True, True)
    assert "setup" in run("--help")[1]


def test_migrations_read_alike_in_every_encoding() -> None:
    folder = ROOT / "storage" / "migrations"
    files = {file.name: file.read_bytes() for file in folder.glob("*.sql")}
    assert (len(files) > 3, [name for name, body in files.items() if not body.isascii()]) == (
        True,
        [],
    )


def test_a_database_is_made_and_used(desk: Terminal) -> None:
    assert run("programme", "import", str(EXAMPLE))[0] == 0
    assert desk.database.exists()
    code, told = run("codes", "trygg-oppstart")
    assert (code, len(told.splitlines())) == (0, 13)


def test_the_demo_stops_at_ctrl_c(desk: Terminal) -> None:
    assert stopped(desk, "Mellom demo: http", "demo", "--port", "0") == 0


def test_a_running_bot_stops_at_ctrl_c(desk: Terminal) -> None:
    desk("programme", "import", EXAMPLE)
    with Served() as api:
        desk.sets(TELEGRAM_TOKEN=api.token, TELEGRAM_API_URL=api.url)
        assert stopped(desk, "at work as", "run") == 0


def stopped(desk: Terminal, ready: str, *words: str) -> int:
    """Start a command, press Ctrl-C when it is at work, and return how it ended."""
    log = desk.folder / "log"

    def told() -> str:
        return log.read_text(encoding="utf-8")

    with (
        log.open("wb") as out,
        subprocess.Popen([*AS_ON_WINDOWS, *words], stdout=out, stderr=out) as there,
    ):
        until(lambda: ready in told() or there.poll() is not None)
        there.send_signal(signal.SIGINT)
        code = there.wait(PATIENCE)
    assert "Traceback" not in told()
    return code
