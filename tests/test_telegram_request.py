"""One request at a time: what is sent, what comes back, and what no error may say."""

import asyncio
import socket
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from inspect import signature
from pathlib import Path

import pytest
from aiohttp import web
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.parcel import DeliveryError, Parcel
from bot.telegram.door import TelegramDoor
from bot.telegram.line import Line
from bot.telegram.outcome import TokenRefused
from bot.telegram.request import AiohttpRequest, AnswerLost, NeverLeft, OverLimit, Throttled
from handlers.events import Address
from handlers.markup import Html
from tests.telegram_wire import (
    TOKEN,
    Answer,
    body,
    deaf_port,
    door_to,
    dropped,
    refusal,
    result,
    silent,
    wire,
)

SECRET = TOKEN.partition(":")[2]
TEXT = "planted-message-text"
KARI = Address("telegram", "42")


@pytest.fixture
def closed_port() -> Iterator[str]:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{one.getsockname()[1]}"


async def asked(url: str, *, read: float = 30.0, connect: float = 5.0) -> TelegramError:
    """Make one call that fails, and give its error."""
    line = Line(TOKEN, url, AiohttpRequest(read=read, connect=connect))
    await line.open()
    try:
        with pytest.raises(TelegramError) as caught:
            await line.call("sendMessage", {"chat_id": 42, "text": TEXT})
    finally:
        await line.close()
    return caught.value


def chained(error: BaseException | None) -> str:
    """Everything that a log could show of an error, also what Python would leave out."""
    if error is None:
        return ""
    shown = [repr(error), str(error), repr(error.args), *traceback.format_exception(error)]
    return "\n".join([*shown, chained(error.__cause__), chained(error.__context__)])


def kept_still(error: BaseException) -> bool:
    return SECRET not in chained(error) and TEXT not in chained(error)


async def test_a_closed_port_means_that_nothing_left(closed_port: str) -> None:
    error = await asked(closed_port)
    assert (type(error), type(error.__cause__)) == (NetworkError, NeverLeft)
    assert kept_still(error)


async def test_an_unknown_host_means_that_nothing_left() -> None:
    error = await asked("http://nowhere.invalid")
    assert (type(error), type(error.__cause__)) == (NetworkError, NeverLeft)
    assert kept_still(error)


async def test_a_connection_that_does_not_come_about_means_that_nothing_left() -> None:
    with deaf_port() as deaf:
        error = await asked(deaf, connect=0.05)
    assert (type(error), type(error.__cause__)) == (TimedOut, NeverLeft)
    assert kept_still(error)


async def test_an_address_that_is_none_means_that_nothing_left() -> None:
    error = await asked("http://")
    assert (type(error), type(error.__cause__)) == (NetworkError, NeverLeft)
    assert kept_still(error)


async def test_a_full_pool_means_that_nothing_left() -> None:
    async with wire() as api:
        api.will("sendMessage", silent)
        line = Line(TOKEN, api.url, AiohttpRequest(connections=1, connect=0.05))
        await line.open()
        first = asyncio.create_task(line.call("sendMessage", {}))
        await api.stirred.wait()
        with pytest.raises(TimedOut) as caught:
            await line.call("getMe", {})
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        await line.close()
    assert isinstance(caught.value.__cause__, NeverLeft)
    assert [method for method, _ in api.asked] == ["sendMessage"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [(dropped, NetworkError), (silent, TimedOut)],
    ids=["dropped", "silent"],
)
async def test_an_answer_that_is_lost_says_so(answer: Answer, kind: type[NetworkError]) -> None:
    async with wire() as api:
        api.will("sendMessage", answer)
        error = await asked(api.url, read=0.05)
        assert [method for method, _ in api.asked] == ["sendMessage"]
    assert (type(error), type(error.__cause__)) == (kind, AnswerLost)
    assert kept_still(error)


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (refusal(400, "Bad Request: chat not found"), BadRequest, "Chat not found"),
        (refusal(401, "Unauthorized"), InvalidToken, "Unauthorized"),
        (refusal(403, "Forbidden: bot was blocked"), Forbidden, "Forbidden: bot was blocked"),
        (refusal(404, "Not Found"), InvalidToken, "Not Found"),
        (refusal(409, "Conflict"), Conflict, "Conflict"),
        (refusal(413, "Request Entity Too Large"), BadRequest, "Request Entity Too Large"),
        (body(413, "<html>"), BadRequest, "HTTP 413"),
        (refusal(500, "Internal Server Error: restart"), NetworkError, None),
        (body(502, f"<html>/bot{TOKEN} {TEXT}</html>"), NetworkError, "HTTP 502"),
        (body(302, ""), BadRequest, "HTTP 302"),
        (body(200, f"<html>{TEXT}</html>"), TelegramError, "Invalid server response"),
        (body(200, "[]"), TelegramError, "Invalid server response"),
        (body(200, '{"ok": false, "description": "x"}'), TelegramError, None),
        (body(200, b"\xff\xfe" + b"[" * 99_999), TelegramError, "Invalid server response"),
    ],
)
async def test_each_answer_that_is_no_result_has_its_error(
    answer: Answer, kind: type[TelegramError], said: str | None
) -> None:
    async with wire() as api:
        api.will("sendMessage", answer)
        error = await asked(api.url)
    assert (type(error), said or str(error)) == (kind, str(error))
    assert kept_still(error)


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [(refusal(429, "Too Many Requests", retry_after=17), 17.0), (body(429, "<html>"), 1.0)],
)
async def test_a_flood_is_read_without_a_warning(answer: Answer, seconds: float) -> None:
    async with wire() as api:
        api.will("sendMessage", answer)
        error = await asked(api.url)
    assert isinstance(error, Throttled)
    assert error.retry_after.total_seconds() == seconds


async def test_nothing_that_goes_wrong_is_logged_with_the_token(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], closed_port: str
) -> None:
    caplog.set_level("DEBUG")
    async with wire() as api:
        for answer in (body(200, f"<{TEXT}>"), body(502, TEXT), dropped, refusal(401, "no")):
            api.will("sendMessage", answer)
            await asked(api.url)
            async with door_to(api.url) as door:
                with pytest.raises(DeliveryError) as caught:
                    await door.deliver(Parcel("send", KARI, Html(TEXT)))
                assert kept_still(caught.value)
                assert SECRET not in repr(door) + repr(door._line) + repr(door._line._calls)
    await asked(closed_port)
    shown = capsys.readouterr()
    logged = caplog.text.replace(api.url, "") + shown.out + shown.err
    assert (SECRET in logged, TEXT in logged) == (False, False)


async def test_a_token_that_can_be_none_is_refused_without_repeating_it() -> None:
    for token in ("", "planted", "1:a/../b", "1:a\n", "1:æ"):
        with pytest.raises(TokenRefused) as caught:
            TelegramDoor(token)
        assert token == "" or token not in chained(caught.value)


async def test_letters_of_every_kind_arrive_whole() -> None:
    async with wire() as api:
        api.will("sendMessage", result(1))
        line = Line(TOKEN, api.url)
        await line.open()
        await line.call("sendMessage", {"text": "æøå + & = % 😀 \ud83d", "rows": [{"a": "ø"}]})
        await line.close()
    assert api.asked == [("sendMessage", {"text": "æøå + & = % 😀 ?", "rows": [{"a": "ø"}]})]


async def test_a_file_is_fetched_up_to_its_limit_and_no_further() -> None:
    async with wire() as api:
        api.will("file_1.bin", body(200, b"x" * 100_000))
        line = Line(TOKEN, api.url)
        await line.open()
        whole = b"".join([chunk async for chunk in line.file("documents/file_1.bin", 100_000)])
        with pytest.raises(OverLimit):
            [chunk async for chunk in line.file("documents/file_1.bin", 99_999)]
        await line.close()
    assert whole == b"x" * 100_000


async def test_a_redirect_is_not_followed_since_the_address_holds_the_token() -> None:
    async def away(_: web.Request) -> web.StreamResponse:
        return web.Response(status=307, headers={"Location": "/elsewhere"})

    async with wire() as api:
        api.will("sendMessage", away)
        error = await asked(api.url)
    assert (str(error), [method for method, _ in api.asked]) == ("HTTP 307", ["sendMessage"])


async def test_connections_are_kept() -> None:
    async with wire() as api:
        ports = set()

        async def answer(request: web.Request) -> web.StreamResponse:
            assert request.transport is not None
            ports.add(request.transport.get_extra_info("peername"))
            return await result(1)(request)

        api.will("sendMessage", answer)
        line = Line(TOKEN, api.url)
        await line.open()
        for _ in range(5):
            await line.call("sendMessage", {"chat_id": 1})
        await line.close()
    assert len(ports) == 1


def test_what_is_used_of_ptb_without_a_promise_is_still_there() -> None:
    data = RequestData(
        [RequestParameter.from_input("a", [1]), RequestParameter.from_input("b", "c")]
    )
    assert (data.json_parameters, data.contains_files) == ({"a": "[1]", "b": "c"}, False)
    wanted = signature(AiohttpRequest.do_request).parameters
    inherited: Callable[..., object] = AiohttpRequest.__mro__[1].do_request  # type: ignore[attr-defined]
    assert list(wanted) == list(signature(inherited).parameters)


def test_the_package_alone_knows_telegram() -> None:
    root = Path(__file__).parents[1]
    knowing = {
        path.relative_to(root).parts[:2]
        for folder in ("bot", "handlers", "storage")
        for path in (root / folder).rglob("*.py")
        if any(
            line.startswith(("import telegram", "from telegram", "import aiohttp", "from aiohttp"))
            for line in path.read_text("utf-8").splitlines()
        )
    }
    assert knowing == {("bot", "telegram")}
