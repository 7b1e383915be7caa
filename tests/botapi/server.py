"""The server itself: a Bot API on 127.0.0.1, and the handles by which a test moves it."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self, TypeVar

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http_parser import RawRequestMessage
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestHandler

from tests.botapi import wire
from tests.botapi.allowed import NAMES
from tests.botapi.clock import Clock
from tests.botapi.faults import Fault, Faults
from tests.botapi.limiter import Limiter
from tests.botapi.methods import DEEDS
from tests.botapi.person import Person
from tests.botapi.refusal import Refusal, refused
from tests.botapi.world import Call, World

_T = TypeVar("_T")
NO_REAL_TOKEN = "1234567:" + "LOCAL-test-token-of-no-real-bot-000"
_LARGEST = 64 << 20
_GLANCE = 0.02
_BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
_RESTART = Refusal(500, "Internal Server Error: restart")


class BotApi:
    """A local Bot API server: ``async with BotApi() as api:`` listens at ``api.url``.

    ``world`` holds chats, messages and calls; ``faults`` and ``limiter`` (None: no pace is kept)
    decide what goes wrong; ``clock`` is what expiry is judged by.
    """

    def __init__(self, token: str = NO_REAL_TOKEN, port: int = 0) -> None:
        """Prepare a server for one bot; ``port`` 0 takes any that is free."""
        self.token = token
        self.clock = Clock()
        self.world = World(self.clock.now)
        self.faults = Faults()
        self.limiter: Limiter | None = None
        self.control: Callable[[str, dict[str, Any]], object] | None = None
        self.people: dict[int, Person] = {}
        self._port = port
        self._runner: web.ServerRunner | None = None
        self._stirred = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self.comes_up()
        return self

    async def __aexit__(self, *_raised: object) -> None:
        await self.goes_down()

    async def comes_up(self) -> None:
        """Listen; after an outage at the same port, with all that was remembered."""
        self.world.updates.closed = False
        # A poll whose bot was killed must end there, or it would be a second poller's 409.
        server = web.Server(
            self._handle,
            request_factory=_large_request,
            handler_cancellation=True,
            access_log=None,
        )
        self._runner = web.ServerRunner(server, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True).start()
        self._port = self._runner.addresses[0][1]

    async def goes_down(self) -> None:
        """Stop listening: connections are refused until ``comes_up``."""
        self.world.updates.close()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        """The server's address; a bot's own is this, ``/bot`` and the token."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def now(self) -> Callable[[], float]:
        """The clock that expiry is judged by (epoch seconds); assign another to follow it."""
        return self.clock.now

    @now.setter
    def now(self, now: Callable[[], float]) -> None:
        self.clock.follow(now)

    @property
    def calls(self) -> list[Call]:
        """Every request so far, in the order in which they were settled."""
        return self.world.calls

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def inject(self, update: dict[str, Any]) -> int:
        """Queue any dict as an update, however malformed; return the number it was given."""
        return self.world.inject(update)

    def strict(self, limiter: Limiter | None = None) -> None:
        """Keep Telegram's pace from now on: what is too fast gets 429."""
        self.limiter = limiter or Limiter()

    def person(
        self, user_id: int, first_name: str, language_code: str = "nb", *, started: bool = False
    ) -> Person:
        """Meet a person; the bot knows their chat once they wrote, or at once if ``started``."""
        if user_id not in self.people:
            self.people[user_id] = Person(self.world, user_id, first_name, language_code)
        if started:
            self.people[user_id].starts_unseen()
        return self.people[user_id]

    async def until(self, true: Callable[[], _T], within: float = 5.0) -> _T:
        """Wait until ``true()`` is, and return what it is; ``AssertionError`` if it never is.

        It is looked at after each call, and otherwise 50 times a second.
        """
        loop = asyncio.get_running_loop()
        over = loop.time() + within
        while not (found := true()):
            if loop.time() > over:
                seen = [f"{call.method}: {call.outcome}" for call in self.calls[-8:]]
                raise AssertionError(f"not within {within} s; last calls: {seen}")
            self._stirred.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stirred.wait(), _GLANCE)
        return found

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        try:
            if path.startswith("/control/") and self.control:
                said = json.loads(await request.read() or b"{}")
                return _answer(self.control(path.removeprefix("/control/"), said))
            if path.startswith("/file/bot"):
                return self._download(path.removeprefix("/file/bot"))
            return await self._call(request, self._method(path))
        except Refusal as refusal:
            return _json(refusal.body(), refusal.code)

    def _method(self, path: str) -> str:
        """Read the method's name off the path, once the token is found to be right."""
        token, slash, name = path.removeprefix("/bot").partition("/")
        if not path.startswith("/bot") or not slash or ":" not in token:
            raise Refusal(404, "Not Found")
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        if name.lower() not in NAMES:
            raise refused("method not found", 404)
        return NAMES[name.lower()]

    def _download(self, rest: str) -> web.Response:
        token, _, path = rest.partition("/")
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        for file in self.world.files.values():
            if file.path == path:
                return web.Response(body=file.data, content_type="application/octet-stream")
        raise Refusal(404, "Not Found")

    async def _call(self, request: web.BaseRequest, method: str) -> web.StreamResponse:
        """Answer one call, or let it go wrong as planned; either way it is recorded."""
        params: dict[str, Any] = {}
        try:
            params = await wire.read(request, method)
            fault = self.faults.take(method, params.get("chat_id"))
            done = fault is None or fault.delivered
            body = await self._do(method, params) if done else b""
        except Refusal as refusal:
            self._record(method, params, str(refusal), done=False)
            raise
        self._record(method, params, fault.name if fault else "ok", done=done)
        return await self._spoil(request, fault, body) if fault else _json(body)

    async def _do(self, method: str, params: dict[str, Any]) -> bytes:
        if method == "getUpdates":
            return await self._get_updates(params)
        if self.limiter:
            self.limiter.pass_on(method, params)
        result = DEEDS[method](self.world, params)
        return json.dumps({"ok": True, "result": result}).encode()

    async def _get_updates(self, params: dict[str, Any]) -> bytes:
        if self.world.webhook["url"]:
            why = "can't use getUpdates method while webhook is active"
            raise Refusal(409, f"Conflict: {why}; use deleteWebhook to delete the webhook first")
        asked = params.get("allowed_updates")
        if asked is not None:
            self.world.updates.allowed = frozenset(asked) or None
        return await self.world.updates.get(
            params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0)
        )

    async def _spoil(
        self, request: web.BaseRequest, fault: Fault, body: bytes
    ) -> web.StreamResponse:
        await asyncio.sleep(fault.seconds)
        if fault.dropped and request.transport:
            request.transport.close()
        if fault.status:
            return _server_error(fault.status)
        if fault.refused:
            self._learn(fault.refused)
            raise fault.refused
        return _json(body)

    def _learn(self, refusal: Refusal) -> None:
        """Know the supergroup that a group has become."""
        if refusal.parameters and "migrate_to_chat_id" in refusal.parameters:
            to = refusal.parameters["migrate_to_chat_id"]
            self.world.know({"id": to, "type": "supergroup", "title": "Supergroup"})

    def _record(self, method: str, params: dict[str, Any], outcome: str, *, done: bool) -> None:
        self.world.record(Call(method, params, outcome, done, self.clock.now()))
        self._stirred.set()


def _large_request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: RequestHandler,
    writer: AbstractStreamWriter,
    task: "asyncio.Task[None]",
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=_LARGEST)


def _json(body: bytes, status: int = 200) -> web.Response:
    return web.Response(body=body, status=status, content_type="application/json")


def _answer(result: object) -> web.Response:
    return _json(json.dumps({"ok": True, "result": result}).encode())


def _server_error(status: int) -> web.Response:
    if status == _RESTART.code:
        return _json(_RESTART.body(), status)
    return web.Response(text=_BAD_GATEWAY, status=status, content_type="text/html")
