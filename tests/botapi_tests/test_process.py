"""The server as a process of its own, moved by its control endpoint."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.botapi.control import Control
from tests.botapi.server import BotApi

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def served() -> Iterator[tuple[httpx.Client, str]]:
    command = [sys.executable, "-m", "tests.botapi", "--port", "0"]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE) as server:
        assert server.stdout
        told = json.loads(server.stdout.readline())
        with httpx.Client(base_url=told["url"]) as client:
            yield client, f"/bot{told['token']}"
        server.terminate()
        assert server.wait(10) == 0


def _asked(client: httpx.Client, path: str, **said: Any) -> Any:  # noqa: ANN401 - any JSON value
    return client.post(path, json=said).json().get("result")


def test_a_server_of_its_own_is_filled_spoilt_and_read(served: tuple[httpx.Client, str]) -> None:
    client, bot = served
    people = [{"user_id": 7, "first_name": "Anna", "started": True}]
    assert _asked(client, "/control/people", people=people) == 1
    assert _asked(client, "/control/says", said=[[7, "Hei"], [7, "På deg"]]) == [1, 2]
    raw = {"message": {"message_id": 9, "chat": {"id": 8, "type": "private"}, "text": "rå"}}
    (injected,) = _asked(client, "/control/updates", updates=[raw])
    assert [one["update_id"] for one in _asked(client, f"{bot}/getUpdates")][-1] == injected
    assert _asked(client, "/control/faults", method="sendMessage", kind="flood",
                  arguments={"seconds": 5}) is True  # fmt: skip
    answers = [
        client.post(f"{bot}/sendMessage", data={"chat_id": chat, "text": "Svar"}).status_code
        for chat in (7, 7, 8)
    ]
    assert answers == [429, 200, 200]
    assert _asked(client, "/control/screen", user=7) == ["» Hei", "» På deg", "Svar"]
    assert [one["text"] for one in _asked(client, "/control/messages", chat=8)] == ["Svar"]
    counts = _asked(client, "/control/counts")
    assert counts == {
        "calls": {"getUpdates": {"ok": 1}, "sendMessage": {"flood": 1, "ok": 2}},
        "pending": 3,
        "next_update_id": injected + 1,
        "by_bot": 2,
        "by_people": 2,
    }
    calls = _asked(client, "/control/calls", since=1, method="sendMessage")
    assert [(one["number"], one["outcome"]) for one in calls] == [
        (1, "flood"),
        (2, "ok"),
        (3, "ok"),
    ]


def test_a_control_that_is_wrongly_asked_is_refused(served: tuple[httpx.Client, str]) -> None:
    client, _ = served
    statuses = [
        client.post(path, json=said).status_code
        for path, said in [
            ("/control/no_such", {}),
            ("/control/__init__", {}),
            ("/control/taps", {"user": 7, "label": "Ja"}),
            ("/control/faults", {"method": "getMe", "kind": "earthquake"}),
        ]
    ]
    assert statuses == [404, 404, 400, 400]


async def test_the_control_moves_the_clock_and_the_pace() -> None:
    api = BotApi()
    control = Control(api)
    assert control("clock", {"at": 50.0}) == 50.0
    assert control("clock", {"advance": 10}) == 60.0
    assert (control("strict", {"on": True}), api.limiter is not None) == (True, True)
    assert (control("strict", {"on": False}), api.limiter) == (False, None)
    assert isinstance(control("clock", {}), float)
    assert api.now() > 60.0
