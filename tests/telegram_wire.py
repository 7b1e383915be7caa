"""A tiny Bot API for tests of the Telegram door: it answers what it is told to, byte for byte."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.telegram.door import TelegramDoor
from bot.telegram.request import AiohttpRequest

TOKEN = "7654321:planted-TOKEN_0123456789abcdefghij"
ME = {"id": 7654321, "is_bot": True, "first_name": "Mellom", "username": "mellom_bot"}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def result(value: object) -> Answer:
    return body(200, json.dumps({"ok": True, "result": value}))


def refusal(status: int, description: str, **parameters: object) -> Answer:
    said = {"ok": False, "error_code": status, "description": description}
    return body(status, json.dumps({**said, **({"parameters": parameters} if parameters else {})}))


def body(status: int, text: str | bytes) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=text)

    return answer


async def dropped(request: web.Request) -> web.StreamResponse:
    """Take the request, and close the connection without a word."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def silent(_: web.Request) -> web.StreamResponse:
    """Take the request, and never answer."""
    await asyncio.Event().wait()
    raise AssertionError


@dataclass
class Wire:
    """Answers for each method in turn (the last one again and again), and what was asked."""

    answers: dict[str, list[Answer]] = field(default_factory=lambda: {"getMe": [result(ME)]})
    asked: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    url: str = ""
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def will(self, method: str, *answers: Answer) -> None:
        self.answers[method] = list(answers)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        method, posted = request.path.rpartition("/")[2], await request.post()
        self.asked.append((method, {key: _plain(one) for key, one in posted.items()}))
        self.stirred.set()
        answers = self.answers.get(method, [body(404, "not found")])
        return await (answers.pop(0) if len(answers) > 1 else answers[0])(request)


@asynccontextmanager
async def wire() -> AsyncIterator[Wire]:
    one = Wire()
    app = web.Application(client_max_size=0)
    app.router.add_route("*", "/{path:.*}", one.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.01, handler_cancellation=True, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    one.url = runner.addresses[0] and f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield one
    finally:
        await runner.cleanup()


@asynccontextmanager
async def door_to(url: str, read: float = 30.0) -> AsyncIterator[TelegramDoor]:
    door = TelegramDoor(TOKEN, url, calls=AiohttpRequest(read=read, connect=0.2))
    await door.start()
    try:
        yield door
    finally:
        await door.close()


@contextmanager
def deaf_port() -> Iterator[str]:
    """A port whose queue is full: a connection to it is neither taken nor refused."""
    with ExitStack() as stack:
        deaf = stack.enter_context(socket.socket())
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)  # noqa: FBT003 - its own signature
            waiting.connect_ex(deaf.getsockname())
        yield f"http://127.0.0.1:{deaf.getsockname()[1]}"


def _plain(one: object) -> object:
    """A file becomes its name, kind and bytes; JSON becomes what it holds."""
    if isinstance(one, web.FileField):
        with one.file as file:
            return (one.filename, one.content_type, file.read())
    try:
        return json.loads(str(one))
    except ValueError:
        return str(one)
