"""The set-up: what is asked, tried, written, and left alone."""

import os
import signal
import stat
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.keeping import commit
from bot.settings import Trouble, read_settings
from bot.setup import conclude
from bot.setup.answers import Answers
from handlers.codes import recognised
from handlers.programme_file import ProgrammeFile, read_programme
from handlers.tongue import tongue
from handlers.workbook import Listed, write_workbook
from storage.records import Membership
from storage.unit import Unit
from tests.commanded import EXAMPLE
from tests.setting_up import NOW, PASSWORD, TOKEN, Machine, Someone, everything


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A programme file that does not say who is controller."""
    text = EXAMPLE.read_text(encoding="utf-8")
    before, _, after = text.partition("[privacy]")
    file = tmp_path / "vårt nettverk.toml"
    file.write_text(f"{before}[[contact]]{after.partition('[[contact]]')[2]}", encoding="utf-8")
    return file


def tree(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def standing() -> dict[str, ProgrammeFile]:
    return conclude.standing(read_settings())


def test_what_is_answered_stands_afterwards(machine: Machine, bare: Path) -> None:
    heard = machine.sets_up(Someone(everything(bare))).all_heard
    settings = read_settings()
    assert settings.smtp_password is not None
    assert (settings.token(), settings.web_url) == (TOKEN, "https://mellom.kommune.no")
    assert (settings.smtp_host, settings.smtp_password.get_secret_value()) == (
        "smtp.kommune.no",
        PASSWORD,
    )
    assert machine.mails == [("smtp.kommune.no", "ingrid@kommune.no")]
    assert stat.S_IMODE(machine.env.stat().st_mode) == 0o600
    privacy = standing()["trygg-oppstart"].privacy
    assert privacy is not None
    assert privacy.controller == "Tromsø kommune"
    assert (TOKEN in heard, PASSWORD in heard) == (False, False)
    code = heard.partition("/bli-med/")[2].split()[0]
    grant = commit(settings.database, lambda unit: recognised(unit, code, NOW))
    assert grant is not None
    assert (grant.programme, grant.role) == ("trygg-oppstart", "organiser")


def test_what_is_wrong_is_said_and_asked_again(machine: Machine, bare: Path) -> None:
    spoilt = machine.folder / "galt.toml"
    spoilt.write_text(bare.read_text(encoding="utf-8").replace('"2027-02"', '"2027-13"'), "utf-8")
    script = everything(bare) | {
        "data": [str(bare), ""],
        "token": ["", "123456:nobody", TOKEN],
        "web_port": ["eighty", "0", "8081"],
        "web_url": ["mellom.kommune.no", "http://mellom.no", "https://a.no/b", "https://a.no"],
        "mail_from": ["Mellom", "Vi, Mellom <a@b.no>", "mellom@kommune.no"],
        "programme": [str(spoilt), "nowhere.toml", f'"{bare}"'],
        "controller": ["", "Tromsø kommune"],
    }
    someone = machine.sets_up(Someone(script))
    counted = {key: someone.asked.count(key) for key in script}
    assert {key: n for key, n in counted.items() if n > 1} == {
        "data": 2,
        "token": 3,
        "web_port": 3,
        "web_url": 4,
        "mail_from": 3,
        "programme": 3,
        "controller": 2,
    }
    assert "2027-13" in someone.all_heard
    assert (read_settings().web_port, list(standing())) == (8081, ["trygg-oppstart"])


def test_a_workbook_sets_up_the_same_and_invites_nobody_yet(machine: Machine) -> None:
    wanted = read_programme(EXAMPLE.read_text(encoding="utf-8"))
    people = [Listed("Kari Nordmann", team="havnes-1", mail="kari@havnes.example")]
    book = machine.folder / "vårt nettverk.xlsx"
    book.write_bytes(write_workbook(tongue("nb"), wanted, people))
    (machine.folder / "tom.xlsx").write_bytes(b"")
    script = {"token": [TOKEN], "programme": ["tom.xlsx", f"'{book}'"]}
    someone = machine.sets_up(Someone(script))
    assert (list(standing().values()), someone.asked.count("programme")) == ([wanted], 2)
    assert "1 person in the file is not entered yet" in someone.all_heard
    members = commit(read_settings().database, lambda unit: unit.people.members(wanted.id))
    assert members == []


def test_whoever_stops_at_any_question_leaves_everything_as_it_was(
    machine: Machine, bare: Path
) -> None:
    machine.env.write_text("# ours\nOTHER=1\n", encoding="utf-8")
    before = tree(machine.folder)
    whole = Someone(everything(bare), stops_at=99)
    whole.script = {**whole.script, "write": ["nei"]}
    machine.sets_up(whole)
    assert (tree(machine.folder), len(whole.asked)) == (before, 20)
    for place in range(len(whole.asked)):
        with pytest.raises(Trouble, match="nothing is changed"):
            machine.sets_up(Someone(everything(bare), stops_at=place))
        assert tree(machine.folder) == before


def test_a_second_time_with_return_alone_changes_nothing(machine: Machine, bare: Path) -> None:
    machine.sets_up(Someone(everything(bare)))
    env, database = machine.env.read_bytes(), standing()
    again = machine.sets_up(Someone())
    assert (machine.env.read_bytes(), standing()) == (env, database)
    assert not (machine.folder / ".env.before").exists()
    assert (again.proposed["token"], again.proposed["smtp_password"]) == ("(set)", "(set)")
    assert again.proposed["web_url"] == "https://mellom.kommune.no"
    named = machine.sets_up(Someone({"programme": [str(bare)]}))
    assert (named.proposed["controller"], standing()) == ("Tromsø kommune", database)


def test_other_lines_stay_and_the_file_of_before_lies_beside(machine: Machine) -> None:
    machine.env.write_text("# ours\nOTHER='a b'\nMELLOM_LOG_LEVEL=DEBUG\n", encoding="utf-8")
    machine.sets_up(Someone({"token": [TOKEN]}))
    told = machine.env.read_text(encoding="utf-8").splitlines()
    assert told == [
        "# ours",
        "OTHER='a b'",
        "MELLOM_LOG_LEVEL=DEBUG",
        "MELLOM_DATA_DIR=data",
        f"MELLOM_TELEGRAM_TOKEN={TOKEN}",
    ]
    before = machine.folder / ".env.before"
    assert before.read_text(encoding="utf-8").startswith("# ours\nOTHER='a b'\n")
    assert stat.S_IMODE(before.stat().st_mode) == 0o600


def test_what_would_change_is_shown_before_it_is_agreed_to(machine: Machine, bare: Path) -> None:
    machine.sets_up(Someone(everything(bare)))
    before = standing()
    text = bare.read_text(encoding="utf-8").replace('"Elvvik"\nmode', '"Havnes"\nmode')
    bare.write_text(text, encoding="utf-8")
    refused = machine.sets_up(Someone({"programme": [str(bare)], "write": ["nei"]}))
    shown = [line for line in refused.heard[-2].splitlines() if "Elvvik" in line]
    assert (len(shown), "Havnes" in shown[0], standing()) == (1, True, before)
    machine.sets_up(Someone({"programme": [str(bare)]}))
    assert standing() != before


def test_a_setting_that_stands_twice_stands_once_afterwards(machine: Machine) -> None:
    machine.env.write_text("MELLOM_DATA_DIR=one\nexport MELLOM_DATA_DIR='two'\n", "utf-8")
    machine.sets_up(Someone({"data": ["three"], "token": [TOKEN]}))
    assert machine.env.read_text(encoding="utf-8").splitlines() == [
        "MELLOM_DATA_DIR=three",
        f"MELLOM_TELEGRAM_TOKEN={TOKEN}",
    ]


def test_what_stands_in_the_environment_is_neither_asked_nor_written(
    machine: Machine, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MELLOM_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("MELLOM_DATA_DIR", str(machine.folder / "there"))
    someone = machine.sets_up(Someone({"programme": [str(bare)], **_CONTROLLER}))
    assert {"data", "telegram", "token"} & set(someone.asked) == set()
    assert not machine.env.exists()
    assert (machine.folder / "there" / "mellom.db").exists()
    assert f"https://t.me/mellom_bot?start={_code(someone)}" in someone.all_heard


def test_somebody_must_be_reached(machine: Machine) -> None:
    someone = machine.sets_up(Someone({"telegram": ["nei", "ja"], "token": [TOKEN]}))
    assert someone.asked.count("telegram") == 2
    assert (read_settings().token(), list(standing())) == (TOKEN, [])


def test_telegram_that_is_away_is_tried_again_or_let_be(machine: Machine) -> None:
    machine.telegram_is_away = 2
    script = {"token": [TOKEN], "telegram_again": ["ja", "nei"]}
    someone = machine.sets_up(Someone(script))
    assert (someone.asked.count("telegram_again"), read_settings().token()) == (2, TOKEN)


def test_mail_that_does_not_leave_is_mended_or_left_as_it_stood(
    machine: Machine, bare: Path
) -> None:
    machine.mail_fails = ["no such host", "wrong password"]
    script = everything(bare) | {"smtp_host": ["smtp.old.no", "", "smtp.kommune.no"]}
    someone = machine.sets_up(Someone(script))
    assert (machine.mails, read_settings().smtp_host) == (
        [("smtp.kommune.no", "ingrid@kommune.no")],
        "smtp.kommune.no",
    )
    assert "wrong password" in someone.all_heard
    machine.mail_fails = ["away"]
    machine.sets_up(Someone(script | {"smtp_host": ["smtp.new.no"], "mail_again": ["nei"]}))
    assert read_settings().smtp_host == "smtp.kommune.no"


def test_mail_and_page_can_be_taken_away_again(machine: Machine, bare: Path) -> None:
    machine.sets_up(Someone(everything(bare)))
    machine.sets_up(Someone({"mail": ["nei"]}))
    assert (read_settings().mail(), read_settings().web_host) == (None, "127.0.0.1")
    machine.sets_up(Someone({"web": ["nei"]}))
    assert (read_settings().web_host, read_settings().token()) == (None, TOKEN)


def test_a_file_of_answers_waits_for_nobody(machine: Machine) -> None:
    machine.telegram_is_away = 1
    told = StringIO()
    machine.is_set_up_by(Answers(tongue("en"), told, {"token": TOKEN}))
    assert (read_settings().token(), "untried" in told.getvalue()) == (TOKEN, True)


def test_ctrl_c_comes_between_nothing(machine: Machine, bare: Path) -> None:
    machine.is_set_up_by(Someone(everything(bare)), Interrupting())
    assert (read_settings().token(), list(standing())) == (TOKEN, ["trygg-oppstart"])


class Interrupting(MovableClock):
    """Somebody presses Ctrl-C each time that it is looked at, but not while they are asked."""

    def __init__(self) -> None:
        super().__init__(NOW)
        self._looked = 0

    def now(self) -> datetime:
        self._looked += 1
        if self._looked > 1:
            os.kill(os.getpid(), signal.SIGINT)
        return super().now()


def test_an_import_that_fails_leaves_the_settings_as_they_were(
    machine: Machine, bare: Path
) -> None:
    machine.env.write_text("# ours\n", encoding="utf-8")
    (machine.folder / "data").mkdir()
    (machine.folder / "data" / "mellom.db.lock").mkdir()
    with pytest.raises(OSError, match="lock"):
        machine.sets_up(Someone(everything(bare)))
    assert machine.env.read_text(encoding="utf-8") == "# ours\n"


def test_an_organiser_who_is_in_needs_no_code(machine: Machine, bare: Path) -> None:
    first = machine.sets_up(Someone(everything(bare)))
    assert "first organiser" in first.all_heard
    commit(read_settings().database, _organiser)
    again = machine.sets_up(Someone())
    assert "first organiser" not in again.all_heard


def _organiser(unit: Unit) -> None:
    person = unit.people.add("Ingrid Berg", None, NOW)
    unit.people.join(Membership(person.id, "trygg-oppstart", "organiser", None, None, NOW))


def _code(someone: Someone) -> str:
    return someone.all_heard.partition("?start=")[2].split()[0]


_CONTROLLER = {
    "controller": ["Tromsø kommune"],
    "privacy_contact": ["personvernombud@kommune.no"],
    "ground": ["Avtale"],
}
