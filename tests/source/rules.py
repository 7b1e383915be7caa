"""Rules of the house that no linter knows: each reads one file and names what breaks it."""

import ast
import re
from collections.abc import Iterator

from tests.source.tree import Source

LONGEST_FILE = 300
THE_CLOCK = "bot/clock.py"
THE_BUILDERS = ("handlers/markup.py", "handlers/tongue.py")
# Where an error that nobody foresaw ends, logged with the update's id and never with its text.
# A path here needs a reason, and goes when it is not needed any more.
EDGES = {
    "bot/clerk.py": "an update that cannot take effect is tried again, then parked",
    "bot/courier.py": "what a door or the disk does, a message outlives",
    "bot/ledger.py": "a message that cannot be made ready stops no other",
    "bot/heartbeat.py": "the next beat looks again",
    "bot/house.py": "whoever fails is started again",
    "bot/workers.py": "a task that fails is tried again",
    "bot/telegram/polling.py": "nothing may end the intake",
    "bot/web/guard.py": "a page that fails says so, and nobody else's waits for it",
    "bot/writer.py": "what a unit raises is handed to the one who asked for it",
}

_CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "gmtime"),
    ("time", "localtime"),
    ("time", "time"),
    ("time", "time_ns"),
}
_TAG_NAMES = "a|b|blockquote|button|code|div|form|h[1-6]|i|input|li|p|pre|s|script|span|td|tr|u|ul"
_TAG = re.compile(rf"(?<!\?P)</?(?:{_TAG_NAMES})(?:[\s>]|$)")  # (?P<a> names a group
_EMPTY_NAMES = re.compile(r"(?:^|_)(?:utils?|helpers?|managers?|common|misc)(?:_|$)")
_ASYNC = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)


def reads_a_clock(file: Source) -> list[str]:
    if file.path == THE_CLOCK:
        return []
    called = [
        (node, (_last_name(node.value), node.attr))
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute)
    ]
    imported = [
        (node, (node.module or "", alias.name))
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    return _at(file, (node for node, pair in called + imported if pair in _CLOCKS))


def waits(file: Source) -> list[str]:
    if file.path.startswith("bot/"):
        return []
    return _at(file, (node for node in ast.walk(file.tree) if isinstance(node, _ASYNC)))


def may_miss_a_stop(file: Source) -> list[str]:
    """Before Python 3.12 it may swallow a cancellation; ``asyncio.timeout`` does not."""
    return _lines(file, re.compile(r"\bwait_for\("))


def throws_away_what_waits(file: Source) -> list[str]:
    """Telegram keeps what came while the house was down; this parameter deletes it."""
    return _lines(file, re.compile("drop_pending_updates"))


def builds_markup(file: Source) -> list[str]:
    """Only the builders put values into tags, since they escape them."""
    if file.path in THE_BUILDERS:
        return []
    return _at(file, (node for node in ast.walk(file.tree) if _TAG.search(_filled_in(node))))


def catches_everything(file: Source) -> list[str]:
    if file.path in EDGES:
        return []
    return catches_of_everything(file)


def catches_of_everything(file: Source) -> list[str]:
    """Where everything is caught and kept; to clean up and raise it again is no catch."""
    handlers = (node for node in ast.walk(file.tree) if isinstance(node, ast.ExceptHandler))
    return _at(
        file,
        (node for node in handlers if _is_everything(node.type) and not _raises_again(node)),
    )


def prints(file: Source) -> list[str]:
    if file.path == "bot/cli.py" or file.path.startswith("bot/cli/"):
        return []
    calls = (node for node in ast.walk(file.tree) if isinstance(node, ast.Call))
    return _at(file, (call for call in calls if _last_name(call.func) == "print"))


def has_an_empty_name(file: Source) -> list[str]:
    parts = file.path.removesuffix(".py").split("/")
    return [file.path] if any(_EMPTY_NAMES.search(part) for part in parts) else []


def is_too_long(file: Source) -> list[str]:
    length = len(file.text.splitlines())
    return [f"{file.path}: {length} lines"] if length > LONGEST_FILE else []


def skips(file: Source) -> list[str]:
    """A test that does not run proves nothing; only the browser may be missing, and says so."""
    if file.path in {"tests/browser.py", "tests/test_browser.py"}:
        return []
    marks = {"skip", "skipif", "importorskip", "xfail"}
    attributes = (node for node in ast.walk(file.tree) if isinstance(node, ast.Attribute))
    return _at(file, (node for node in attributes if node.attr in marks and _of_pytest(node)))


RULES = (
    reads_a_clock,
    waits,
    may_miss_a_stop,
    throws_away_what_waits,
    builds_markup,
    catches_everything,
    prints,
    has_an_empty_name,
    is_too_long,
)


def _filled_in(node: ast.AST) -> str:
    """The literal text of what puts values into a text: f-string, format, %, +; else empty."""
    match node:
        case ast.JoinedStr():
            return _literals(node)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "format_map")):
            return _literals(value)
        case ast.BinOp(left=left, op=ast.Mod()):
            return _literals(left) if isinstance(left, ast.Constant | ast.JoinedStr) else ""
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            literal = (ast.Constant, ast.JoinedStr)
            return " ".join(_literals(side) for side in (left, right) if isinstance(side, literal))
        case _:
            return ""


def _literals(node: ast.AST) -> str:
    constants = (part for part in ast.walk(node) if isinstance(part, ast.Constant))
    return " ".join(part.value for part in constants if isinstance(part.value, str))


def _is_everything(caught: ast.expr | None) -> bool:
    match caught:
        case None:
            return True
        case ast.Tuple(elts=several):
            return any(_is_everything(one) for one in several)
        case _:
            return _last_name(caught) in {"Exception", "BaseException"}


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _of_pytest(node: ast.Attribute) -> bool:
    return ast.unparse(node.value) in {"pytest", "pytest.mark", "unittest"}


def _lines(file: Source, needle: re.Pattern[str]) -> list[str]:
    numbered = enumerate(file.text.splitlines(), 1)
    return [f"{file.path}:{number}" for number, line in numbered if needle.search(line)]


def _at(file: Source, nodes: Iterator[ast.AST]) -> list[str]:
    return [f"{file.path}:{getattr(node, 'lineno', 0)}" for node in nodes]
