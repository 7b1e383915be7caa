"""Requests to the Bot API over one aiohttp session, with the token kept out of every error."""

import json
from collections.abc import AsyncGenerator
from datetime import timedelta
from http import HTTPStatus
from io import BytesIO
from typing import Any, Final
from urllib.parse import urlencode

import aiohttp
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
# Statuses of a refusal that BaseRequest would take for a fault of the network.
_PTB_KNOWS: Final = frozenset({400, 401, 403, 404, 409})
_UNDECIDED: Final = 408
_CHUNK: Final = 64 * 1024
_GOOD: Final = 299


class NeverLeft(ConnectionError):
    """Nothing was sent: no connection came about."""


class AnswerLost(ConnectionError):
    """The request may have arrived: the connection broke or fell silent after it was made."""


class OverLimit(TelegramError):
    """A file that was to be fetched is larger than allowed."""


class Throttled(RetryAfter):
    """A ``RetryAfter`` that can be read without PTB's warning about its type."""

    @property
    def retry_after(self) -> timedelta:
        """The pause that was asked for."""
        return self._retry_after


class AiohttpRequest(BaseRequest):
    """PTB's seam to the network, on one session with kept connections.

    All timeouts are seconds. ``read`` is generous, since an answer that is merely slow must not
    look like one that was lost. An instance serves one event loop.
    """

    def __init__(
        self,
        *,
        connections: int = 64,
        connect: float = 10.0,
        read: float = 60.0,
        upload: float = 300.0,
    ) -> None:
        """Open nothing yet; ``initialize`` does."""
        self._connections = connections
        self._connect = connect
        self._read = read
        self._upload = upload
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        """Show nothing of where the requests go."""
        return "<AiohttpRequest>"

    @property
    def read_timeout(self) -> float:
        """How long a silent connection is waited for, in seconds."""
        return self._read

    async def initialize(self) -> None:
        """Open the session, if it is not open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, limit_per_host=0),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                timeout=self._timeout(self._read, self._connect, self._upload),
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913 - the signature is PTB's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - part of connecting
    ) -> tuple[int, bytes]:
        """Make one request, once; raise ``NetworkError`` whose cause tells whether it left."""
        timeout = self._timeout(
            _or(read_timeout, self._read),
            _or(connect_timeout, self._connect),
            _or(write_timeout, self._upload),
        )
        session = self._open_session()
        try:
            # A redirect would carry the token, and the message, to another host.
            async with session.request(
                method, url, timeout=timeout, allow_redirects=False, **_body(request_data)
            ) as answer:
                status, payload = answer.status, await answer.read()
        except (aiohttp.ClientError, OSError) as error:
            failure = _failure(error)
        else:
            return status, payload if status <= _GOOD else _judged(status, payload)
        # Outside the except block: aiohttp's own text holds the URL, and must not be its context.
        raise failure

    async def stream(self, url: str, limit: int) -> AsyncGenerator[bytes, None]:
        """Yield the file at ``url`` in chunks; ``OverLimit`` as soon as it passes ``limit``."""
        session, taken = self._open_session(), 0
        try:
            async with session.get(url, allow_redirects=False) as answer:
                if answer.status > _GOOD:
                    raise _no_file(answer.status)
                async for chunk in answer.content.iter_chunked(_CHUNK):
                    taken += len(chunk)
                    if taken > limit:
                        raise OverLimit(f"the file is over {limit} bytes")
                    yield chunk
                return
        except (aiohttp.ClientError, OSError) as error:
            failure = _failure(error)
        raise failure

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise NetworkError("the session is not open") from NeverLeft("no session")
        return self._session

    @staticmethod
    def _timeout(read: float, connect: float, upload: float) -> aiohttp.ClientTimeout:
        total = connect + upload + read
        return aiohttp.ClientTimeout(total=total, connect=connect, sock_read=read)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer without ever logging it, since it may hold what a person wrote."""
        answer = _object(payload)
        if answer is None or not answer.keys() & {"result", "description"}:
            raise TelegramError("Invalid server response")
        return answer


def _or(given: object, default: float) -> float:
    return float(given) if isinstance(given, int | float) else default


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        # Half a surrogate pair cannot be sent, and is not worth a message.
        return {
            "data": urlencode(data.json_parameters, errors="replace").encode(),
            "headers": _FORM,
        }
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        # As a file and not as bytes: aiohttp writes those in one piece, however large.
        whole = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, whole, filename=filename, content_type=mime)
    return {"data": form}


def _failure(error: Exception) -> NetworkError:
    """Turn an error of aiohttp into PTB's, with a cause that holds no address."""
    never_left = aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL
    cause = NeverLeft if isinstance(error, never_left) else AnswerLost
    kind = TimedOut if isinstance(error, TimeoutError) else NetworkError
    failure = kind(f"aiohttp.{type(error).__name__}")
    failure.__cause__ = cause(type(error).__name__)
    return failure


def _judged(status: int, payload: bytes) -> bytes:
    """Raise what PTB would misread; else an answer that PTB can read, whoever wrote this one."""
    answer = _object(payload) or {}
    said = answer.get("description")
    description = said if isinstance(said, str) and said else f"HTTP {status}"
    given = answer.get("parameters")
    parameters = given if isinstance(given, dict) else {}
    pause = parameters.get("retry_after")
    if status == HTTPStatus.TOO_MANY_REQUESTS or pause:
        raise Throttled(timedelta(seconds=pause if isinstance(pause, int) and pause > 0 else 1))
    if status < 500 and status not in _PTB_KNOWS and status != _UNDECIDED:  # noqa: PLR2004
        raise BadRequest(description)
    return json.dumps({"description": description, "parameters": parameters}).encode()


def _no_file(status: int) -> TelegramError:
    passing = status >= 500 or status in {_UNDECIDED, HTTPStatus.TOO_MANY_REQUESTS}  # noqa: PLR2004
    return NetworkError(f"HTTP {status}") if passing else BadRequest(f"no file: HTTP {status}")


def _object(payload: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None
