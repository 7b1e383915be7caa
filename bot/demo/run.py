"""The demo: the real house on a fresh database, with a page for a door and a clock that jumps."""

import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT, SIGTERM

import uvicorn

from bot.demo.opening import demo_event
from bot.demo.own import EXAMPLE
from bot.demo.seats import Stage
from bot.demo.theatre import Playhouse
from bot.settings import Trouble
from handlers.programme_file import ProgrammeFile, read_programme

__all__ = ["Stage", "demo_event", "run"]


async def run(programme: ProgrammeFile | None, port: int, announce: Callable[[str], None]) -> None:
    """Serve the demo on 127.0.0.1 until interrupted; ``announce`` gets its address.

    Raises ``Trouble`` where another program listens at the port already.
    """
    shown = programme or read_programme(EXAMPLE.read_text(encoding="utf-8"))
    with (
        _listening(port) as listener,
        tempfile.TemporaryDirectory(prefix="mellom-demo-", ignore_cleanup_errors=True) as folder,
    ):
        playhouse = Playhouse(Path(folder), shown)
        try:
            await playhouse.play(None)
            announce(f"http://127.0.0.1:{listener.getsockname()[1]}")
            await _Server(playhouse).serve(sockets=[listener])
        finally:
            await playhouse.close()


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server(("127.0.0.1", port))
    except OSError as error:
        said = f"port {port} is taken: stop what uses it, or choose another by --port"
        raise Trouble(said) from error


class _Server(uvicorn.Server):
    """Lets the open pages go at once when it is told to stop, and keeps the signal to itself."""

    def __init__(self, playhouse: Playhouse) -> None:
        super().__init__(
            uvicorn.Config(
                playhouse,
                lifespan="off",
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=2,
            )
        )
        self._playhouse = playhouse

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Not passed on afterwards: the house is still to be closed, and a stop is no failure."""
        before = {one: signal.signal(one, self.handle_exit) for one in (SIGINT, SIGTERM)}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._playhouse.let_go()
        await super().shutdown(sockets)
