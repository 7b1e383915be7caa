"""The rules hold in the house, and each would notice."""

import pytest

from tests.source.rules import EDGES, LONGEST_FILE, RULES, catches_of_everything, skips
from tests.source.tree import source, sources

FAULTS = [
    ("reads_a_clock", "handlers/a.py", "from datetime import datetime\nx = datetime.now()\n"),
    ("reads_a_clock", "bot/a.py", "import datetime\nx = datetime.datetime.now(tz=None)\n"),
    ("reads_a_clock", "bot/a.py", "from time import time\n"),
    ("reads_a_clock", "storage/a.py", "import time\nx = time.time\n"),
    ("waits", "handlers/a.py", "async def f(): ...\n"),
    ("waits", "storage/a.py", "async def f(x):\n    await x\n"),
    ("throws_away_what_waits", "bot/a.py", "poll(drop_pending_updates=True)\n"),
    ("may_miss_a_stop", "bot/a.py", "await asyncio.wait_for(x, 1)\n"),
    ("builds_markup", "handlers/a/texts.py", "x = f'<b>{name}</b>'\n"),
    ("builds_markup", "bot/web/a.py", "x = '<p class=\"a\">{}'.format(name)\n"),
    ("builds_markup", "handlers/a.py", "x = '<i>%s</i>' % name\n"),
    ("builds_markup", "handlers/a.py", "x = '<i>' + name\n"),
    ("builds_markup", "handlers/a.py", "x = f'<a href=\"{url}\">'\n"),
    ("catches_everything", "bot/a.py", "try: ...\nexcept Exception: ...\n"),
    ("catches_everything", "bot/a.py", "try: ...\nexcept (OSError, BaseException): ...\n"),
    ("catches_everything", "bot/a.py", "try: ...\nexcept: ...\n"),
    ("prints", "handlers/a.py", "print(1)\n"),
    ("has_an_empty_name", "handlers/utils.py", ""),
    ("has_an_empty_name", "bot/telegram_helpers/a.py", ""),
    ("is_too_long", "bot/a.py", "\n" * (LONGEST_FILE + 1)),
]

SOUND = [
    ("reads_a_clock", "bot/clock.py", "from datetime import datetime\nx = datetime.now()\n"),
    ("reads_a_clock", "handlers/a.py", "x = event.now\ny = moment.time()\n"),
    ("waits", "bot/a.py", "async def f(): ...\n"),
    ("builds_markup", "handlers/markup.py", "x = f'<b>{name}</b>'\n"),
    ("builds_markup", "handlers/a.py", "x = f'{a} < b and {c} > d'\n"),
    ("builds_markup", "handlers/a.py", "x = bold(name) + ': ' + f'{n} of {m}'\n"),
    ("catches_everything", "bot/a.py", "try: ...\nexcept OSError: ...\n"),
    ("catches_everything", "bot/a.py", "try: ...\nexcept BaseException:\n    undo()\n    raise\n"),
    ("builds_markup", "bot/a.py", "x = r'(?P<a>' + y\n"),
    ("prints", "bot/cli.py", "print(1)\n"),
    ("has_an_empty_name", "handlers/report/plan.py", ""),
    ("is_too_long", "bot/a.py", "\n" * LONGEST_FILE),
]

RULE_BY_NAME = {rule.__name__: rule for rule in RULES}


@pytest.mark.parametrize("name", sorted(RULE_BY_NAME))
def test_the_house_keeps_the_rule(name: str) -> None:
    assert [place for file in sources() for place in RULE_BY_NAME[name](file)] == []


def test_every_rule_has_a_fault_that_shows_it() -> None:
    assert {name for name, _, _ in FAULTS} == set(RULE_BY_NAME)


@pytest.mark.parametrize(("name", "path", "text"), FAULTS)
def test_a_fault_is_noticed(name: str, path: str, text: str) -> None:
    assert RULE_BY_NAME[name](source(path, text)) != []


@pytest.mark.parametrize(("name", "path", "text"), SOUND)
def test_what_is_sound_is_left_alone(name: str, path: str, text: str) -> None:
    assert RULE_BY_NAME[name](source(path, text)) == []


def test_every_edge_that_may_catch_everything_does_so_and_says_why() -> None:
    used = {file.path for file in sources() if catches_of_everything(file)}
    assert (set(EDGES) - used, [path for path, why in EDGES.items() if not why]) == (set(), [])


def test_no_test_is_skipped_silently() -> None:
    assert [place for file in sources("tests") for place in skips(file)] == []


def test_a_silent_skip_is_noticed() -> None:
    text = "import pytest\n@pytest.mark.skip\ndef test_a(): pytest.xfail()\n"
    assert skips(source("tests/test_a.py", text)) == ["tests/test_a.py:2", "tests/test_a.py:3"]
