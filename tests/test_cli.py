"""The command line: programmes, codes, the summary, what is missing, and settings."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.check import at_telegram
from bot.settings import Settings
from handlers.programme_file import ProgrammeFile, load
from handlers.summary import as_json
from handlers.tongue import tongue
from storage.shelves.outbox import Owed
from storage.unit import Unit, connect
from tests.commanded import EXAMPLE, Terminal
from tests.room import Room
from tests.served import Served
from tests.summed_up import delivers, reflect, summed_up
from tests.telegram_wire import deaf_port

TOKEN = "7654321:planted-TOKEN_0123456789abcdefghij"
NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)
NO_TOKEN = "There is no token. Get one from @BotFather and set MELLOM_TELEGRAM_TOKEN in .env."
NO_PROGRAMME = "There is no programme. Import one: mellom programme import FILE"


@pytest.fixture
def mellom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    return Terminal(tmp_path, monkeypatch, capsys)


@pytest.fixture(scope="module")
def api() -> Iterator[Served]:
    with Served() as served:
        yield served


def programme_of(mellom: Terminal) -> ProgrammeFile:
    with closing(sqlite3.connect(mellom.database)) as connection:
        (body,) = connection.execute("SELECT body FROM programme_version").fetchone()
    return load(body)


# Programmes


def test_a_sound_file_is_said_to_be_so(mellom: Terminal) -> None:
    assert mellom("programme", "validate", EXAMPLE).out == [f"{EXAMPLE}: OK (trygg-oppstart)"]
    found = mellom("programme", "validate", EXAMPLE, "--json")
    assert found.data == {"id": "trygg-oppstart", "milestones": 9, "teams": 12}
    assert not mellom.database.exists()


def test_a_wrong_file_is_told_every_error_at_once(mellom: Terminal) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    spoilt = text.replace("days_before = 7 ", "").replace('"2027-02"', '"2027-13"')
    file = mellom.writes("galt.toml", spoilt)
    for command in ("validate", "import", "show"):
        ended = mellom("programme", command, file)
        assert (ended.code, ended.out, len(ended.err)) == (1, [], 2)
        assert "2027-13" in ended.err[0]
        assert "days_before" in ended.err[1]
    assert not mellom.database.exists()


def test_an_import_says_what_is_new_what_changed_and_what_did_not(mellom: Terminal) -> None:
    assert mellom("programme", "import", EXAMPLE).out == ["trygg-oppstart: version 1, new"]
    assert mellom("programme", "import", EXAMPLE).out == ["trygg-oppstart: version 1, unchanged"]
    changed = EXAMPLE.read_text(encoding="utf-8").replace('"Elvvik"\nmode', '"Havnes"\nmode')
    file = mellom.writes("ny.toml", changed)
    ended = mellom("programme", "import", file)
    assert (ended.code, ended.out[0]) == (0, "trygg-oppstart: version 2, changed")
    assert [("Elvvik" in line, "Havnes" in line) for line in ended.out[1:]] == [(True, True)]
    again = mellom("programme", "import", EXAMPLE, "--json").data
    assert {**again, "changes": len(again["changes"])} == {
        "id": "trygg-oppstart",
        "version": 3,
        "state": "changed",
        "changes": 1,
        "warnings": [],
        "told": {"people": 0, "missed": 0},
    }


def test_a_programme_is_shown_as_people_read_it(mellom: Terminal) -> None:
    told = "\n".join(mellom("programme", "show", EXAMPLE).out)
    assert "Læringsnettverk for trygg oppstart" in told
    assert "februar 2027" in told
    assert mellom("programme", "show", EXAMPLE, "--json").data["id"] == "trygg-oppstart"


@pytest.mark.parametrize("name", ["missing.toml", "latin.toml", "folder"])
def test_a_file_that_cannot_be_read_is_one_line(mellom: Terminal, name: str) -> None:
    (mellom.folder / "latin.toml").write_bytes("name = «ø»".encode("latin-1"))
    (mellom.folder / "folder").mkdir()
    for command in (("programme", "validate"), ("programme", "import"), ("rehearse",)):
        ended = mellom(*command, mellom.folder / name)
        assert (ended.code, ended.out, len(ended.err)) == (1, [], 1)
        assert name in ended.err[0]


@pytest.mark.parametrize(
    "words", [["nothing"], ["codes"], ["run", "--clock", "today"], ["check", "-x"]]
)
def test_wrong_usage_leaves_with_two(mellom: Terminal, words: list[str]) -> None:
    ended = mellom(*words)
    assert (ended.code, ended.out) == (2, [])


# Codes


def test_codes_are_printed_without_links_where_there_is_no_bot(mellom: Terminal) -> None:
    mellom("programme", "import", EXAMPLE)
    data = mellom("codes", "trygg-oppstart", "--json").data
    teams = [team.id for team in programme_of(mellom).team if team.telegram]
    participant = {"role", "team", "code", "link"}
    assert list(data) == ["programme", "codes"]
    assert [set(one) for one in data["codes"]] == [participant] * 11 + [participant - {"team"}] * 2
    assert sorted(one["team"] for one in data["codes"][:11]) == sorted(teams)
    assert [one["role"] for one in data["codes"][11:]] == ["organiser", "facilitator"]
    assert {one["link"] for one in data["codes"]} == {None}
    again = mellom("codes", "trygg-oppstart", "--json").data["codes"]
    same = [one["code"] == two["code"] for one, two in zip(again, data["codes"], strict=True)]
    assert same == [True] * 11 + [False] * 2
    listed = "\n".join(mellom("codes", "trygg-oppstart").out)
    assert [one["code"] in listed for one in data["codes"]] == same


def test_codes_carry_links_where_there_is_a_bot(mellom: Terminal, api: Served) -> None:
    mellom("programme", "import", EXAMPLE)
    mellom.sets(TELEGRAM_TOKEN=api.token, TELEGRAM_API_URL=api.url)
    found = mellom("codes", "trygg-oppstart", "--json").data["codes"]
    links = {one["link"].removesuffix(one["code"]) for one in found}
    assert len(links) == 1
    assert links.pop().startswith("https://t.me/")


@pytest.mark.parametrize("command", ["codes", "summary"])
def test_a_programme_that_is_not_here_is_one_line(mellom: Terminal, command: str) -> None:
    ended = mellom(command, "nope")
    assert (ended.code, len(ended.err), mellom.database.exists()) == (1, 1, False)
    assert "import a programme first" in ended.err[0]
    mellom("programme", "import", EXAMPLE)
    ended = mellom(command, "nope")
    wanted = "there is no programme nope here; imported: trygg-oppstart"
    assert (ended.code, ended.out, ended.err) == (1, [], [wanted])


# The summary


def test_the_summary_is_the_data_that_the_chat_shows(mellom: Terminal) -> None:
    room = Room(mellom.folder, datetime(2026, 11, 25, 10, tzinfo=UTC))
    programme = room.holds()
    delivers(room, programme, "havnes-1", "samling-2", {"laert": "Å lytte", "hjelp": ("yes", "Ja")})
    reflect(room, programme.id, "samling-1", "boller", "kake", "kaffe", "te")
    mellom.sets(DATABASE_URL=f"sqlite:///{room.path}")
    data = mellom("summary", programme.id, "--json").data
    room.now = datetime.fromisoformat(data["generated"])
    assert data == json.loads(json.dumps(as_json(summed_up(room, programme))))
    assert data["reflections"][0]["words"][0]["texts"] == ["boller", "kaffe", "kake", "te"]
    room.close()


# What is missing


def test_a_new_machine_is_told_what_is_missing(mellom: Terminal) -> None:
    ended = mellom("check")
    assert (ended.code, ended.out) == (1, [f"- {NO_TOKEN}", f"- {NO_PROGRAMME}"])
    assert not mellom.database.exists()
    found = mellom("check", "--json")
    wanted = {"ready": False, "missing": [NO_TOKEN, NO_PROGRAMME], "warnings": []}
    assert (found.code, found.data) == (1, wanted)


def test_a_programme_without_a_controller_is_not_ready(mellom: Terminal) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    start, end = text.index("[privacy]"), text.index("[[contact]]")
    mellom("programme", "import", mellom.writes("p.toml", text[:start] + text[end:]))
    missing = mellom("check", "--json").data["missing"]
    assert [NO_TOKEN, "nobody is named as controller" in missing[1]] == [missing[0], True]


def test_nothing_is_missing_once_all_is_there(mellom: Terminal, api: Served) -> None:
    mellom("programme", "import", EXAMPLE)
    mellom.sets(TELEGRAM_TOKEN=api.token, TELEGRAM_API_URL=api.url)
    found = mellom("check", "--json")
    assert (found.code, found.data) == (0, {"ready": True, "missing": [], "warnings": []})


def test_what_people_will_miss_is_a_warning_that_forbids_nothing(
    mellom: Terminal, api: Served
) -> None:
    bare = """
schema = 1
id = "p"
name = "P"
[privacy]
controller = "Havnes kommune"
contact = "post@havnes.example"
ground = "..."
[[milestone]]
id = "samling-1"
kind = "samling"
title = "Start"
"""
    mellom("programme", "import", mellom.writes("p.toml", bare))
    mellom.sets(TELEGRAM_TOKEN=api.token, TELEGRAM_API_URL=api.url)
    found = mellom("check", "--json").data
    assert (found["ready"], found["missing"]) == (True, [])
    assert ["nobody to ring or write to" in one for one in found["warnings"]] == [True]


def test_messages_that_failed_are_told_by_their_reason(mellom: Terminal) -> None:
    mellom("programme", "import", EXAMPLE)
    with closing(connect(mellom.database)) as connection:
        unit = Unit(connection)
        for door, key in (("telegram", "a"), ("telegram", "b"), ("", "c")):
            position = unit.outbox.owe(Owed(door, "1", key), NOW)
            assert position is not None
            unit.outbox.end(position, "failed", "nobody is there", NOW)
    warnings = mellom("check", "--json").data["warnings"]
    assert warnings == [
        "2 messages failed: nobody is at the address any longer, or they have blocked me"
    ]


def test_a_token_that_telegram_refuses_is_missing(mellom: Terminal, api: Served) -> None:
    mellom("programme", "import", EXAMPLE)
    mellom.sets(TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=api.url)
    ended = mellom("check")
    wanted = "- Telegram knows no bot with this token: take it anew from @BotFather."
    assert (ended.code, ended.out, ended.err) == (1, [wanted], [])
    assert mellom("codes", "trygg-oppstart").code == 1


async def test_a_telegram_that_is_away_is_told_apart_from_a_refusal() -> None:
    with deaf_port() as url:
        settings = Settings(telegram_token=TOKEN, telegram_api_url=url)  # type: ignore[arg-type]
        found = await at_telegram(settings, tongue("en"), patience=0.1)
    assert found == ["Telegram does not answer: see to the network, and check again."]


def test_a_token_that_others_can_read_is_warned_of(mellom: Terminal, api: Served) -> None:
    mellom("programme", "import", EXAMPLE)
    mellom.sets(TELEGRAM_TOKEN_FILE="token", TELEGRAM_TOKEN="", TELEGRAM_API_URL=api.url)
    mellom.writes("token", f"{api.token}\n", 0o644)
    mellom.writes(".env", "", 0o600)
    ended = mellom("check")
    warning = "! token can be read by others on this machine: chmod 600 token"
    assert (ended.code, ended.out[1:]) == (0, [warning])
    (mellom.folder / "token").chmod(0o600)
    assert mellom("check", "--json").data["warnings"] == []


# Settings


def test_settings_are_read_from_a_file_beside(mellom: Terminal, api: Served) -> None:
    mellom.forgets("DATA_DIR")
    lines = [f"MELLOM_TELEGRAM_TOKEN={api.token}", f"MELLOM_TELEGRAM_API_URL={api.url}"]
    mellom.writes(".env", "\n".join([*lines, "MELLOM_DATABASE_URL=sqlite:///here/m.db", ""]))
    assert mellom("programme", "import", EXAMPLE).code == 0
    assert (mellom.folder / "here" / "m.db").exists()
    assert mellom("check").code == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://mellom:hemmelig@db/mellom"),
        ("DATABASE_URL", "sqlite:///"),
        ("TELEGRAM_API_URL", "hemmelig"),
        ("LOG_LEVEL", "hemmelig"),
        ("WEB_PORT", "hemmelig"),
        ("TELEGRAM_TOKEN_FILE", "hemmelig"),
    ],
)
def test_a_wrong_setting_is_named_and_not_repeated(mellom: Terminal, name: str, value: str) -> None:
    mellom.sets(**{name: value})
    ended = mellom("check")
    assert (ended.code, ended.out, len(ended.err)) == (1, [], 1)
    assert ended.err[0].startswith(f"MELLOM_{name}: ")
    assert "hemmelig" not in ended.err[0]


def test_a_database_that_is_none_is_one_line(mellom: Terminal) -> None:
    mellom.database.parent.mkdir()
    mellom.database.write_text("this is a letter, and a rather long one at that\n" * 99)
    for words in (["check"], ["codes", "x"], ["programme", "import", str(EXAMPLE)]):
        ended = mellom(*words)
        assert (ended.code, ended.out, len(ended.err)) == (1, [], 1)


def test_what_a_command_makes_is_for_its_owner_alone(mellom: Terminal) -> None:
    mellom("programme", "import", EXAMPLE)
    made = [mellom.database.parent, *mellom.database.parent.iterdir()]
    assert {file.name for file in made if file.stat().st_mode & 0o077} == set()
