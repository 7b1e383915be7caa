"""A request's parameters, read from JSON, form or multipart into plain Python values."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.web_request import FileField

from tests.botapi.allowed import METHODS, Kind
from tests.botapi.refusal import refused

Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime: str
    data: bytes


async def read(request: web.BaseRequest, method: str) -> Params:
    """Read and type every parameter; raise ``Refusal`` for one that the method does not take."""
    return typed(await _raw(request), method)


def typed(raw: Params, method: str) -> Params:
    """Read each value as what the method takes it for; ``Refusal`` if it cannot be read so."""
    parts = {key: value for key, value in raw.items() if isinstance(value, Upload)}
    allowed = METHODS[method]
    said: Params = {}
    for key, value in raw.items():
        if key in allowed and value is not None:
            said[key] = _attached(_typed(key, allowed[key], value), parts)
    _all_known(raw, said, parts, method)
    return said


async def _raw(request: web.BaseRequest) -> Params:
    kind = request.content_type
    if kind == "multipart/form-data":
        parts = await request.post()
        return {**_query(request), **{key: _part(one) for key, one in parts.items()}}
    body = await request.read()
    try:
        if kind == "application/json":
            said = json.loads(body or b"{}")
            if not isinstance(said, dict):
                raise refused("can't parse JSON object")
            return {**_query(request), **said}
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise refused("strings must be encoded in UTF-8") from None
    except ValueError:
        raise refused("can't parse JSON object") from None
    return {**_query(request), **dict(pairs)}


def _query(request: web.BaseRequest) -> Params:
    return dict(request.query) if request.query_string else {}


def _part(one: str | bytes | bytearray | FileField) -> str | Upload:
    if isinstance(one, FileField):
        with one.file as file:
            return Upload(one.filename, one.content_type, file.read())
    return one if isinstance(one, str) else bytes(one).decode()


def _typed(key: str, kind: Kind, value: object) -> object:
    """Read one value as its kind; ``Refusal`` if it cannot be read so."""
    match kind:
        case "text":
            return value if isinstance(value, str) else str(value)
        case "flag":
            return value is True or str(value).lower() in {"true", "yes", "1"}
        case "number":
            return _number(key, value)
        case "chat":
            text = str(value)
            return int(text) if text.removeprefix("-").isdecimal() else text
        case "json":
            return _parsed(key, value) if isinstance(value, str) else value
        case "file":
            return value


def _number(key: str, value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise refused(f"{key} must be an integer") from None


def _parsed(key: str, text: str) -> object:
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        raise refused(f"can't parse {key.replace('_', ' ')} JSON object") from None


def _attached(value: object, parts: dict[str, Upload]) -> object:
    """Follow ``attach://name`` to the part that it names."""
    if isinstance(value, str) and value.startswith("attach://"):
        return parts.get(value.removeprefix("attach://"), value)
    return value


def _all_known(raw: Params, said: Params, parts: dict[str, Upload], method: str) -> None:
    used = {id(value) for value in said.values()}
    for key in raw:
        if key in METHODS[method] or (key in parts and id(parts[key]) in used):
            continue
        raise refused(f"{method} takes no parameter {key!r} (Telegram would ignore it)")
