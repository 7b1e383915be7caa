"""``python -m tests.botapi --port N``: the server as a process of its own."""

import argparse
import asyncio
import json
import signal
import sys

from tests.botapi.control import Control
from tests.botapi.server import BotApi


async def serve(port: int, token: str | None) -> None:
    """Serve until SIGTERM or SIGINT; the first line on standard output is where and for whom."""
    over = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, over.set)
    async with BotApi(token, port) if token else BotApi(port=port) as api:
        api.control = Control(api)
        sys.stdout.write(json.dumps({"url": api.url, "token": api.token}) + "\n")
        sys.stdout.flush()
        await over.wait()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.botapi", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes any that is free")
    parser.add_argument("--token", default=None, help="the bot's token (a made-up one if left out)")
    asked = parser.parse_args()
    asyncio.run(serve(asked.port, asked.token))


if __name__ == "__main__":
    main()
