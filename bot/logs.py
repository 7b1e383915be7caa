"""Logging that never holds a token: quiet libraries, and a filter for what slips through."""

import logging
import re
import sys

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_LOUD = ("httpx", "httpcore", "telegram", "aiohttp", "apscheduler", "aiosqlite", "yoyo", "asyncio")


class WithoutTokens(logging.Formatter):
    """Formats a record, tracebacks included, and takes out whatever looks like a token."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("<token>", super().format(record))


def set_up(level: str) -> None:
    """Log to standard error from ``level`` on; libraries only from warnings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithoutTokens("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
