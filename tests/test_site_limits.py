"""What strangers and eager fingers can do at the page stays small, and leaves nothing behind."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.web import feed, impatient
from bot.web.guard import Guard
from handlers import roster, visits
from handlers.workbook import Listed
from storage.records import File
from storage.unit import Unit
from tests.web_visitor import URL, Browser, WebHouse, hidden, web_house

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path, NOW) as here:
        await here.imports()
        yield here


async def comes(house: WebHouse) -> Browser:
    def made(unit: Unit) -> str:
        kari = roster.enlist(unit, "trygg-oppstart", Listed("Kari Nordmann", team="havnes-1"), NOW)
        unit.people.speak(kari.id, "en")
        key = visits.page_key(unit, kari.id)
        return visits.sign_in(unit, key, "Firefox", NOW)

    browser = house.browser()
    browser.http.cookies.set("__Host-mellom", await house.does(made), domain="mellom.test")
    await browser.opens("/")
    return browser


def uploads(house: WebHouse) -> list[bytes]:
    folder = house.folder / "uploads"
    return [one.read_bytes() for one in folder.iterdir()] if folder.exists() else []


async def posts_file(kari: Browser, content: bytes, name: str = "notat.pdf") -> int:
    form = hidden(kari.page.get_element_by_id("write"))
    file = {"file": (name, content, "application/pdf")}
    ours = {"origin": URL, "sec-fetch-site": "same-origin", "x-mellom": "1"}
    answer = await kari.http.post("/si", data={**form, "text": ""}, files=file, headers=ours)
    return answer.status_code


# Files


async def test_a_file_that_is_used_for_nothing_is_gone_when_it_is_answered(house: WebHouse) -> None:
    kari = await comes(house)
    assert await posts_file(kari, b"a diary") == 200
    assert uploads(house) == []


async def test_a_file_that_the_house_has_yet_to_handle_stays_and_is_swept_after_that(
    house: WebHouse,
) -> None:
    kari = await comes(house)
    ref = await house.door.keep(b"for later", "form")
    await house.house.workers._sweep()
    assert uploads(house) == [b"for later"]
    house.door.received(ref)
    note = "INSERT INTO task (id, kind, arguments, not_before) VALUES ('t', 'series', ?, '2099')"
    await house.does(lambda unit: unit.inbox.connection.execute(note, (f'{{"ref": "{ref}"}}',)))
    await house.house.workers._sweep()
    assert uploads(house) == [b"for later"]
    await house.does(lambda unit: unit.tasks.end("t", "failed"))
    await house.restart()  # every life begins with a sweep
    for _ in range(50):
        if not uploads(house):
            break
        await asyncio.sleep(0.02)
    assert uploads(house) == []
    assert (await kari.opens("/")).status_code == 200


async def test_a_file_is_gone_from_the_door_when_the_house_has_it(house: WebHouse) -> None:
    ref = await house.door.keep(b"minutes", "form")
    file = File("f1", None, "notat.pdf", "application/pdf", 7, "page", ref)

    def wanted(unit: Unit) -> None:
        unit.files.add(file, NOW)
        unit.tasks.add("fetch:f1", "fetch", "f1", NOW)

    await house.does(wanted)
    house.house.workers.wanted.set()
    await house.house.settled()
    found = await house.does(lambda unit: unit.files.find("f1"))
    assert found is not None
    assert found.hash is not None
    assert (house.folder / "files" / found.hash).read_bytes() == b"minutes"
    assert uploads(house) == []


async def test_a_post_too_many_is_refused_before_its_file_is_written(house: WebHouse) -> None:
    kari = await comes(house)
    kept: list[bytes] = []
    keep = house.door.keep

    async def watched(content: bytes, form: str) -> str:
        kept.append(content)
        return await keep(content, form)

    house.door.keep = watched  # type: ignore[method-assign]
    answers = [await posts_file(kari, b"%d" % number) for number in range(11)]
    assert answers == [200] * 10 + [429]
    await kari.writes("/status")
    assert kari.answer.status_code == 200
    token = next(iter(house.site.limits.posts._done))
    while house.site.limits.posts.takes(token, asyncio.get_running_loop().time()):
        pass
    await kari.opens("/")
    house.site.limits.files._done.clear()
    assert await posts_file(kari, b"late") == 429
    assert len(kept) == 10


# Coming in


async def test_three_clicks_on_one_page_are_one_newcomer_and_another_drawing_another(
    house: WebHouse,
) -> None:
    team = await house.team_link(await house.imports())
    siri = house.browser()
    await siri.opens(team)
    first = hidden(siri.page.find(".//main//form"))
    await siri.opens(team)
    second = hidden(siri.page.find(".//main//form"))
    ours = {"origin": URL}
    clicks = [siri.http.post(team, data=first, headers=ours) for _ in range(3)]
    assert [one.status_code for one in await asyncio.gather(*clicks)] == [303] * 3
    query = "SELECT COUNT(DISTINCT key), COUNT(*) FROM inbox"

    async def newcomers() -> tuple[int, int]:
        return await house.does(lambda unit: tuple(unit.inbox.connection.execute(query).fetchone()))

    assert await newcomers() == (1, 1)
    siri.http.cookies.delete("__Host-mellom")  # signed out, and the next one sits down
    assert (await siri.http.post(team, data=second, headers=ours)).status_code == 303
    assert await newcomers() == (2, 2)


# Text


@pytest.mark.parametrize(
    "charset",
    [
        "charset=raw_unicode_escape",
        "charset=undefined",
        "charset=punycode",
        "charset=\0",
        'charset="utf-8 "; charset=hex',
        "charset*=utf-8''punycode",
        "charset*0=puny; charset*1=code",
    ],
)
async def test_a_form_in_another_charset_is_no_form_of_ours(house: WebHouse, charset: str) -> None:
    kari = await comes(house)
    form = hidden(kari.page.get_element_by_id("write")) | {"text": r"x \ud800"}
    answers = []
    for extra in (f"; {charset}", "; charset=UTF-8"):
        whole = httpx.Request("POST", URL, data=form, files={"file": ("", b"")})
        kind = whole.headers["content-type"] + extra
        answers.append(
            await kari.http.post(
                "/si", content=whole.read(), headers={"origin": URL, "content-type": kind}
            )
        )
    assert [one.status_code for one in answers] == [400, 303]


# The host


@pytest.mark.parametrize(
    ("url", "host", "status"),
    [
        (URL, "mellom.test:443", 404),
        (URL, "MELLOM.test", 404),
        (f"{URL}:443", "mellom.test", 404),
        ("https://mellom.kjøkken.test", "mellom.xn--kjkken-cya.test", 404),
        ("http://[::1]:8080", "[::1]:8080", 404),
        (URL, "mellom.test:80", 400),
        (URL, "mellom.test@evil.example", 400),
        (URL, "evil.example", 400),
        (URL, "mellom.test:x", 400),
        (URL, "", 400),
    ],
)
async def test_our_host_is_known_in_whichever_way_it_is_written(
    url: str, host: str, status: int
) -> None:
    transport = httpx.ASGITransport(Guard(nothing, url))
    async with httpx.AsyncClient(transport=transport, base_url=URL) as client:
        answer = await client.get("/", headers={"host": host})
        origin = {"host": host, "origin": f"{url.partition(':')[0]}://{host}"}
        posted = await client.post("/", headers=origin)
    assert (answer.status_code, posted.status_code) == (status, status)


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    await Response(status_code=404)(scope, receive, send)


# Connections


async def test_a_connection_that_asks_for_nothing_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(impatient, "PATIENCE", 0.1)
    listener = feed.listening("127.0.0.1", 0)
    serving = asyncio.create_task(feed.serve(nothing, listener))
    port = listener.getsockname()[1]
    silent, to_silent = await asyncio.open_connection("127.0.0.1", port)
    half, to_half = await asyncio.open_connection("127.0.0.1", port)
    to_half.write(b"GET / HTTP/1.1\r\nHost: a")
    async with asyncio.timeout(5):
        assert (await silent.read(), await half.read()) == (b"", b"")
    to_silent.close()
    to_half.close()
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        assert (await client.get("/")).status_code == 404
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await serving
    listener.close()
