"""What stands in the repository, and what must never be committed to it."""

import re
import tomllib

import pytest

from tests.source.tree import PACKAGES, ROOT, texts

# Put together here, so that this file does not hold what it looks for.
_HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com"]
_HOSTS += ["index" + "-url", "find" + "-links"]
HOST = re.compile("|".join(map(re.escape, _HOSTS)))
# A folder of one machine: at the start of a path, not in the middle of one or of an address.
MACHINE = re.compile(r"(?<![\w./}-])/(?:home|root|work)(?![\w-])")
BESIDE = re.compile(re.escape("../" + "shared"))
NEVER = {"a registry": HOST, "a path of one machine": MACHINE, "the shared folder": BESIDE}

SQL_CLOCK = re.compile(r"current_(?:time|date)|'now'|\bnow\s*\(|unixepoch|julianday", re.IGNORECASE)


@pytest.mark.parametrize("what", NEVER)
def test_no_file_names(what: str) -> None:
    assert [path for path, text in texts() if NEVER[what].search(text)] == []


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a registry", "see https://" + "py" + "pi.org/simple"),
        ("a path of one machine", "cd /" + "home/kari"),
        ("a path of one machine", "'/" + "work/main'"),
        ("a path of one machine", "DATA_DIR=/" + "root"),
        ("the shared folder", "[design](../" + "shared/design.md)"),
    ],
)
def test_what_must_not_be_committed_is_noticed(what: str, text: str) -> None:
    assert NEVER[what].search(text)


@pytest.mark.parametrize("text", ["bot/workers.py", "example.org/" + "home", "lib/" + "root/a"])
def test_an_address_is_no_path_of_one_machine(text: str) -> None:
    assert not MACHINE.search(text)


def test_the_top_packages_are_these() -> None:
    tops = {entry.parent.name for entry in ROOT.glob("[!.]*/*.py")} - {"build", "dist", "data"}
    assert (tops, list(ROOT.glob("*.py"))) == ({*PACKAGES, "tests"}, [])


def test_what_is_installed_is_the_three_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = project["tool"]["setuptools"]["packages"]["find"]["include"]
    assert installed == [pattern for top in PACKAGES for pattern in (top, f"{top}.*")]


def test_no_query_reads_a_clock() -> None:
    files = sorted((ROOT / "storage").rglob("*.sql"))
    found = [file.name for file in files if SQL_CLOCK.search(file.read_text(encoding="utf-8"))]
    assert found == []
