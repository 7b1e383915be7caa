"""The private calendars over real HTTP: one answer to whatever is wrong, and no line that tells."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.clock import MovableClock
from bot.settings import Settings, Trouble
from bot.web.feed import MOST_WRONG, Feed, listening, serve
from bot.web.limits import MINUTE, MOST_ADDRESSES, Rate
from bot.writer import Reader, Writer
from handlers.calendar.address import address, reachable_at, renew
from handlers.programme import importing
from storage.migrate import migrate
from storage.records import Membership
from storage.unit import Unit
from tests.calendar_programme import milestone, programme
from tests.calendars import events

NOW = datetime(2026, 8, 20, 8, tzinfo=UTC)
FIRST = milestone("s1", "2026-09-10T12:00")


class Served:
    """A house of which only the calendars can be reached."""

    def __init__(self, writer: Writer, reader: Reader, http: httpx.AsyncClient) -> None:
        self.writer = writer
        self.reader = reader
        self.http = http
        self.person = ""

    async def path(self) -> str:
        url = await self.writer.run(lambda unit: address(unit, self.person))
        assert url is not None
        return url.removeprefix("https://mellom.example/m")

    async def imports(self, *parts: str) -> None:
        said = programme(*parts)
        await self.writer.run(lambda unit: importing.apply(unit, said, NOW))

    def join(self, unit: Unit) -> None:
        person = unit.people.add("Kari", "en", NOW)
        unit.people.join(Membership(person.id, "nett", "participant", "a", None, NOW))
        reachable_at(unit, "https://mellom.example/m")
        self.person = person.id


@asynccontextmanager
async def house(folder: Path, guesses: Rate) -> AsyncIterator[Served]:
    path = folder / "feed.db"
    migrate(path)
    writer, reader = await Writer.open(path), await Reader.open(path)
    with listening("127.0.0.1", 0) as listener:
        app = Feed(reader, MovableClock(NOW), guesses)
        serving = asyncio.create_task(serve(app, listener))
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with httpx.AsyncClient(base_url=base, trust_env=False) as http:
            found = Served(writer, reader, http)
            await found.imports(FIRST)
            await writer.run(found.join)
            yield found
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
    await reader.close()
    await writer.close()


@pytest_asyncio.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    async with house(tmp_path, Rate(MOST_WRONG, MINUTE)) as found:
        yield found


async def test_a_calendar_is_there_for_whoever_has_its_address(served: Served) -> None:
    answer = await served.http.get(await served.path())
    assert (answer.status_code, list(events(answer.content))) == (200, ["s1@nett.mellom"])
    told = {name: answer.headers[name] for name in sorted(answer.headers) if name != "date"}
    assert told == {
        "cache-control": "private, max-age=900",
        "content-disposition": 'inline; filename="mellom.ics"',
        "content-length": str(len(answer.content)),
        "content-security-policy": "default-src 'none'",
        "content-type": "text/calendar; charset=utf-8",
        "etag": told["etag"],
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
    }


async def test_a_head_is_the_same_without_the_body(served: Served) -> None:
    path = await served.path()
    whole, head = await served.http.get(path), await served.http.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert {**head.headers, "date": ""} == {**whole.headers, "date": ""}


async def test_what_has_not_changed_is_not_sent_again(served: Served) -> None:
    path = await served.path()
    tag = (await served.http.get(path)).headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = await served.http.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    await served.imports(FIRST.replace("12:00", "13:00"))
    moved = await served.http.get(path, headers={"if-none-match": tag})
    assert (moved.status_code, moved.headers["etag"] != tag) == (200, True)
    one = events(moved.content)["s1@nett.mellom"]
    assert (one["SEQUENCE"].value, one["DTSTART"].value) == ("1", "20260910T130000")


async def test_whatever_is_wrong_is_answered_alike(served: Served) -> None:
    path = await served.path()
    person, mac = path.removeprefix("/kalender/").removesuffix(".ics").split("-")
    wrong = [
        f"/kalender/{person}-{mac[::-1]}.ics",
        f"/kalender/{person[::-1]}-{mac}.ics",
        f"/kalender/{person}.ics",
        path.upper(),
        f"{path}/",
        f"{path}%00",
        f"/m{path}",
        "/kalender/",
        "/",
        "/kalender/../../etc/passwd",
        "/api/stage",
        "/static/app.js",
    ]
    answers = [await served.http.get(one) for one in wrong]
    await served.writer.run(lambda unit: renew(unit, served.person))
    answers.append(await served.http.get(path))
    fresh = await served.path()
    await served.writer.run(lambda unit: unit.people.erase(served.person))
    answers.append(await served.http.get(fresh))
    told = {
        (one.status_code, one.text, tuple((k, v) for k, v in one.headers.items() if k != "date"))
        for one in answers
    }
    assert [(code, text) for code, text, _ in told] == [(404, "nothing here\n")]


async def test_nothing_can_be_written(served: Served) -> None:
    path = await served.path()
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"):
        answers = [await served.http.request(method, one) for one in (path, "/kalender/x.ics")]
        assert {(one.status_code, one.text) for one in answers} == {(405, "only GET\n")}


async def test_no_line_of_any_log_holds_a_key(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    path = await served.path()
    with caplog.at_level(logging.DEBUG):
        await served.http.get(path)
        await served.http.get(path[:-8])
    reader, writer = await asyncio.open_connection("127.0.0.1", served.http.base_url.port or 0)
    writer.write(b"GET " + path.encode() + b" NONSENSE\r\n\r\n")
    await writer.drain()
    assert b"400" in await reader.readline()
    writer.close()
    await writer.wait_closed()
    await served.reader.close()
    assert (await served.http.get(path)).status_code == 500
    line = logging.Formatter()
    ours = [line.format(one) for one in caplog.records if not one.name.startswith("http")]
    assert "Exception in ASGI application" in "".join(ours)
    assert [one for one in ours if served.person in one] == []


async def test_who_guesses_too_often_waits_and_nobody_else_does(tmp_path: Path) -> None:
    async with house(tmp_path, Rate(3, MINUTE)) as served:
        path = await served.path()
        guess = f"/kalender/abc-{'a' * 32}.ics"
        codes = [(await served.http.get(guess)).status_code for _ in range(5)]
        assert codes == [404, 404, 404, 429, 429]
        assert (await served.http.get(path)).status_code == 429
        assert (await served.http.get("/")).status_code == 404
        elsewhere = {"x-forwarded-for": "192.0.2.7"}
        assert (await served.http.get(path, headers=elsewhere)).status_code == 200


def test_a_guess_is_forgotten_after_a_minute_and_the_book_of_them_is_bounded() -> None:
    guesses = Rate(2, MINUTE)
    guesses.add("a", 0.0)
    guesses.add("a", 1.0)
    assert [guesses.is_over("a", at) for at in (1.0, MINUTE - 0.1, MINUTE)] == [True, True, False]
    for number in range(MOST_ADDRESSES + 5):
        guesses.add(str(number), 2.0)
    assert len(guesses._done) == MOST_ADDRESSES


async def test_many_at_once_are_answered(served: Served) -> None:
    path = await served.path()
    answers = await asyncio.gather(*(served.http.get(path) for _ in range(40)))
    assert {one.status_code for one in answers} == {200}


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(Trouble, match="MELLOM_WEB_HOST and MELLOM_WEB_PORT: nothing can listen"),
    ):
        listening("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize(
    ("said", "port", "reached"),
    [
        ({}, None, None),
        ({"web_url": "https://mellom.example"}, None, None),
        ({"web_host": "127.0.0.1"}, None, "http://127.0.0.1:8080"),
        ({"web_host": "::1", "web_port": 0}, 4711, "http://[::1]:4711"),
        ({"web_host": "127.0.0.1", "web_url": "https://a.example:81/"}, 1, "https://a.example:81"),
    ],
)
def test_people_reach_it_where_the_settings_say(
    said: dict[str, str], port: int | None, reached: str | None
) -> None:
    assert Settings(_env_file=None, **said).calendars(port) == reached  # type: ignore[arg-type]
