"""``mellom run`` as a process of its own, against the local Bot API server."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import AS_RECEIVED, telegram_event
from bot.keeping import commit
from storage.records import InboxRow
from storage.unit import Unit
from tests.commanded import EXAMPLE, Terminal, until
from tests.served import Served

NOW = datetime(2026, 8, 1, tzinfo=UTC)
TAKEN = "another process uses this database: stop it first, or set MELLOM_DATA_DIR"
REFUSED = "Telegram knows no bot with this token: take it anew from @BotFather"
NO_TOKEN = "There is no token. Get one from @BotFather and set MELLOM_TELEGRAM_TOKEN in .env."
WRONG = "7654321:planted-TOKEN_0123456789abcdefghij"


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
    """A machine where all is set and a programme is imported."""
    terminal = Terminal(tmp_path, monkeypatch, capsys)
    terminal.writes("token", f"{api.token}\n")
    terminal.sets(TELEGRAM_TOKEN_FILE="token", TELEGRAM_API_URL=api.url)
    terminal("programme", "import", EXAMPLE)
    return terminal


def begins(mellom: Terminal, clock: str) -> list[str]:
    """Start a rehearsal at this instant, and say why it ends at once."""
    ended = mellom("run", "--clock", clock)
    assert (ended.code, ended.out) == (1, [])
    return ended.err


def test_it_answers_shares_the_database_and_stops_at_once(mellom: Terminal, api: Served) -> None:
    api.control("people", people=[{"user_id": 7, "first_name": "Kari", "started": True}])
    mellom.sets(WEBHOOK_URL="https://mellom.example/hook", LOG_LEVEL="debug")
    with mellom.starts("run") as bot:
        bot.logs("at work as @")
        code = mellom("codes", "trygg-oppstart", "--json").data["codes"][0]["code"]
        api.control("says", said=[[7, f"/start {code}"]])
        until(lambda: len(api.control("screen", user=7)) > 1)
        beside = {
            "run": mellom("run"),
            "restore": mellom("restore", EXAMPLE),
            "backup": mellom("backup", mellom.folder / "copy.db"),
            "check": mellom("check"),
            "summary": mellom("summary", "trygg-oppstart"),
        }
        ended, seconds = bot.stops()
    assert {name: one.code for name, one in beside.items()} == {
        "run": 1,
        "restore": 1,
        "backup": 0,
        "check": 0,
        "summary": 0,
    }
    assert (beside["run"].err, beside["restore"].err) == ([TAKEN], [TAKEN])
    assert (ended, seconds < 5) == (0, True)
    assert [secret for secret in (api.token, code, "Kari") if secret in bot.log] == []
    assert "webhooks come later: polling is used" in bot.log
    assert "Traceback" not in bot.log


def test_it_waits_for_a_network_that_is_away_and_stops_while_it_waits(mellom: Terminal) -> None:
    mellom.sets(TELEGRAM_API_URL="http://127.0.0.1:9")
    with mellom.starts("run") as bot:
        bot.logs("Telegram cannot be reached yet")
        ended, seconds = bot.stops()
    assert (ended, seconds < 5) == (0, True)


def test_without_a_token_it_says_so(mellom: Terminal) -> None:
    mellom.forgets("TELEGRAM_TOKEN_FILE")
    ended = mellom("run")
    assert (ended.code, ended.err) == (1, [f"Not ready for real people. {NO_TOKEN}"])
    assert begins(mellom, "2026-08-20T08:00+02:00") == [
        "there is no token: get one from @BotFather, and set MELLOM_TELEGRAM_TOKEN in .env"
    ]
    assert commit(mellom.database, lambda unit: unit.house.value("rehearsal")) is None


@pytest.mark.parametrize(
    ("token", "told"),
    [(WRONG, REFUSED), ("hemmelig", "this is no Telegram token: it reads 123456:ABC…")],
)
def test_a_wrong_token_is_one_line_that_does_not_repeat_it(
    mellom: Terminal, token: str, told: str
) -> None:
    mellom.sets(TELEGRAM_TOKEN=token)
    ended = mellom("run")
    assert (ended.code, ended.out, ended.err) == (1, [], [told])
    assert mellom("codes", "trygg-oppstart").err == [told]


def test_nobody_is_written_to_until_nothing_is_missing(mellom: Terminal) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("trygg-oppstart", "uten-ansvarlig")
    start, end = text.index("[privacy]"), text.index("[[contact]]")
    mellom("programme", "import", mellom.writes("p.toml", text[:start] + text[end:]))
    ended = mellom("run")
    wanted = "Not ready for real people. uten-ansvarlig: nobody is named as controller."
    assert (ended.code, len(ended.err)) == (1, 1)
    assert ended.err[0].startswith(wanted)


# Rehearsals


def test_a_rehearsal_stays_one_and_never_goes_backwards(mellom: Terminal, api: Served) -> None:
    api.control("people", people=[{"user_id": 8, "first_name": "Siri", "started": True}])
    with mellom.starts("run", "--clock", "2026-08-20T08:00+02:00") as bot:
        bot.logs("at work as @")
        api.control("says", said=[[8, "/start"]])
        until(lambda: len(api.control("screen", user=8)) > 1)
        begun = commit(mellom.database, lambda unit: unit.house.value("rehearsal"))
        until(lambda: commit(mellom.database, lambda unit: unit.house.value("rehearsal")) != begun)
        bot.dies()
    rehearsal = "Not ready for real people. This database is a rehearsal: go on with --clock."
    assert mellom("run").err == [rehearsal]
    (told,) = begins(mellom, "2026-08-20T08:00+02:00")
    assert told.startswith("this rehearsal has come to 2026-08-20T06:00:")
    with mellom.starts("run", "--clock", "2026-08-20T08:01+02:00") as bot:
        bot.logs("at work as @")
        assert bot.stops()[0] == 0


def test_a_database_with_people_is_no_place_to_rehearse(mellom: Terminal) -> None:
    def join(unit: Unit) -> None:
        unit.people.add("Kari", "nb", NOW)

    commit(mellom.database, join)
    wanted = "--clock is for rehearsals, and this database has people in it: "
    told = begins(mellom, "2026-08-20T08:00+02:00")
    assert told == [f"{wanted}use an empty MELLOM_DATA_DIR"]


def test_what_is_said_in_a_rehearsal_is_said_at_its_own_time() -> None:
    message = {"message_id": 1, "date": 1_900_000_000, "chat": {"id": 7, "type": "private"}}
    update = {"update_id": 1, "message": {**message, "text": "Hei", "from": {"id": 7}}}
    row = InboxRow(1, "telegram:1", "1", json.dumps(update), 0, NOW, "new", 0)
    assert AS_RECEIVED["telegram"](row).said_at == NOW
    assert telegram_event(row).said_at == datetime.fromtimestamp(1_900_000_000, UTC)
