"""The import at a terminal: what it shows, and what it asks before a change is made."""

import io
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from handlers.tongue import tongue
from storage.records import Membership
from storage.unit import Unit, connect
from tests.commanded import Ended, Terminal
from tests.test_importing import DATED, NOW
from tests.workbooks import Desk, edited

MOVED = DATED.replace("2026-12-01", "2066-12-08")  # no clock of ours stands so late
TOLD = "This concerns one person. "


class Typed(io.StringIO):
    """A terminal at which somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def mellom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    terminal = Terminal(tmp_path, monkeypatch, capsys)
    terminal("programme", "import", terminal.writes("a.toml", DATED))
    with closing(connect(terminal.database)) as connection:
        unit = Unit(connection)
        person = unit.people.add("Kari", "en", NOW)
        unit.people.live_at(person.id, "telegram", "1")
        unit.people.join(Membership(person.id, "x", "participant", "a", None, NOW))
    return terminal


def types(mellom: Terminal, monkeypatch: pytest.MonkeyPatch, said: str, *words: str) -> Ended:
    monkeypatch.setattr(sys, "stdin", Typed(said))
    return mellom("programme", "import", mellom.writes("b.toml", MOVED), *words)


def counted(mellom: Terminal) -> tuple[int, int]:
    """How many versions there are, and how many notices wait."""
    sql = "SELECT (SELECT version FROM programme), (SELECT COUNT(*) FROM notice)"
    with closing(sqlite3.connect(mellom.database)) as connection:
        versions, notices = connection.execute(sql).fetchone()
    return versions, notices


def test_at_a_terminal_a_no_changes_nothing(
    mellom: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said in ("n\n", "", "hva?\n"):
        ended = types(mellom, monkeypatch, said)
        assert (ended.code, counted(mellom)) == (1, (1, 0))
    assert ended.out == []
    assert ended.err[0].startswith("- M: date Tuesday 1 December 2026 → ")
    assert ended.err[1].startswith(TOLD)
    assert ended.err[-1] == "Import it? [y/N] Nothing was imported."


def test_it_asks_and_answers_in_the_language_of_the_house(
    mellom: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MELLOM_LANGUAGE", "nb")
    ended = types(mellom, monkeypatch, "n\n")
    t = tongue("nb")
    asked, answered = t.say("Import it? [y/N]"), t.say("Nothing was imported.")
    assert (ended.code, ended.err[-1]) == (1, f"{asked} {answered}")


def test_at_a_terminal_a_yes_imports_it(mellom: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = types(mellom, monkeypatch, "y\n", "--json")
    assert (ended.code, counted(mellom)) == (0, (2, 1))
    assert ended.data["told"] == {"people": 1, "missed": 0}


def test_who_says_yes_beforehand_is_not_asked(
    mellom: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = types(mellom, monkeypatch, "", "--yes")
    assert (ended.code, ended.err, ended.out[0]) == (0, [], "x: version 2, changed")
    assert ended.out[-1].startswith(TOLD)


def test_without_a_terminal_it_goes_on_as_it_did(mellom: Terminal) -> None:
    ended = mellom("programme", "import", mellom.writes("b.toml", MOVED))
    assert (ended.code, ended.err, counted(mellom)) == (0, [], (2, 1))


def test_what_is_new_or_unchanged_is_not_asked_about(
    mellom: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(""))
    new = mellom.writes("c.toml", DATED.replace('id = "x"', 'id = "y"'))
    ended = [mellom("programme", "import", file) for file in (new, new)]
    assert [(one.code, one.out) for one in ended] == [
        (0, ["y: version 1, new"]),
        (0, ["y: version 1, unchanged"]),
    ]


def test_a_template_is_an_excel_file_that_asks_for_a_name(mellom: Terminal) -> None:
    file = mellom.folder / "mal.xlsx"
    assert mellom("programme", "template", file) == Ended(0, [str(file)], [])
    assert mellom("programme", "template", file).code == 1
    assert mellom("programme", "template", file, "--force").code == 0
    told = (
        "Programme, row 4, “Name of the programme”: this must be filled in; what stands there in "
        "grey is only an example"
    )
    assert mellom("programme", "validate", file) == Ended(1, [], [told])
    assert mellom("programme", "template", mellom.folder / "mal.xls").code == 2


def test_what_is_exported_and_imported_again_changes_nothing(mellom: Terminal) -> None:
    for name in ("x.xlsx", "x.toml"):
        file = mellom.folder / name
        assert mellom("programme", "export", "x", file) == Ended(0, [str(file)], [])
        assert mellom("programme", "validate", file).out == [f"{file}: OK (x)"]
        assert mellom("programme", "import", file).out == ["x: version 1, unchanged"]
    assert mellom("programme", "export", "x", mellom.folder / "x.pdf").code == 2
    assert mellom("programme", "export", "y", mellom.folder / "y.toml").code == 1


def test_people_of_an_excel_file_are_entered(
    mellom: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    mellom("programme", "export", "x", mellom.folder / "x.xlsx")

    def ida(desk: Desk) -> None:
        desk.book["Personer"].append(["Ida", "deltaker", "A", "ida@x.example"])

    file = mellom.folder / "more.xlsx"
    file.write_bytes(edited((mellom.folder / "x.xlsx").read_bytes(), ida))
    monkeypatch.setattr(sys, "stdin", Typed("n\n"))
    assert mellom("programme", "import", file).err[-1] == ("Import it? [y/N] Nothing was imported.")
    ended = mellom("programme", "import", file, "--yes", "--json")
    assert ended.data["people"] == {
        "new": 1, "changed": 0, "same": 1, "invited": 1, "taken": 0,
    }  # fmt: skip
    assert mellom("programme", "import", file, "--yes", "--json").data["people"]["new"] == 0
