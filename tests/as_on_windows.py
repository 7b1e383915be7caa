"""The command line as it is on Windows, as far as that can be played elsewhere.

``python -m tests.as_on_windows COMMAND …``: the modules that Windows lacks are gone, files are
locked by ``msvcrt``, a loop takes no signal handlers, and whoever opens a text without saying in
which encoding gets an error.
"""

import asyncio
import sys
import types

GONE = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")


def _no_handlers(*_: object) -> None:
    raise NotImplementedError


def main() -> None:
    for name in GONE:
        sys.modules[name] = None  # type: ignore[assignment]
    locks = types.ModuleType("msvcrt")
    vars(locks).update(LK_NBLCK=2, locking=lambda *_: None)
    sys.modules["msvcrt"] = locks
    asyncio.SelectorEventLoop.add_signal_handler = _no_handlers  # type: ignore[method-assign,assignment]
    here, sys.platform = sys.platform, "win32"
    import bot.lock  # noqa: F401, PLC0415 - it looks at the platform when it is imported

    sys.platform = here
    from bot import cli  # noqa: PLC0415 - after what is gone is gone

    cli.main()


main()
