"""What is posted from the page is stored once, before it is answered, and from this page alone."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from bot.demo.app import demo_app
from bot.demo.read import read
from bot.parcel import Parcel
from handlers.events import Address, Attached, Edited, Event, Pressed, Said
from handlers.markup import Button, Html, column
from tests.echo_house import START, Set, a_set, say, texts

TO = Address("demo", "kari")
FILE_LIMIT = 20 * 1024 * 1024


@pytest.fixture
def demo(tmp_path: Path) -> Set:
    return a_set(tmp_path)


@pytest.fixture
async def http(demo: Set) -> AsyncIterator[httpx.AsyncClient]:
    app = demo_app(demo.door, demo.house, demo.stage)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client


def payload(kind: str, **more: object) -> dict[str, object]:
    at = "2026-09-10T13:30:00+02:00"
    common = {"kind": kind, "key": "kari", "name": "Kari", "language": "nb", "at": at}
    return common | {"message": "m1"} | more


FILE = {"ref": "r", "kind": "document", "name": "a.pdf", "mime": "application/pdf", "size": 3}


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (payload("said", text="Hei"), Said("m1", "Hei")),
        (payload("pressed", data="yes"), Pressed("yes", "m1", "u1")),
        (payload("edited", text="Hallo"), Edited("m1", "Hallo")),
        (
            payload("attached", text="Se her", file=FILE),
            Attached("m1", "document", "Se her", "r", "a.pdf", "application/pdf", 3),
        ),
    ],
)
def test_a_stored_row_reads_as_what_was_done(
    row: dict[str, object], what: Said | Pressed | Edited | Attached
) -> None:
    assert read("u1", row) == Event("demo", "u1", TO, "kari", START, what, "Kari", "nb")


@pytest.mark.parametrize(
    "row",
    [
        payload("sung", text="hemmelig"),
        payload("attached", text="hemmelig"),
        payload("said", text=["hemmelig"]),
        payload("attached", file=FILE | {"name": ["hemmelig"]}),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_without_its_words(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"attach|kind|text|name") as refusal:
        read("u1", row)
    assert "hemmelig" not in str(refusal.value)


async def test_what_is_said_is_stored_before_it_is_answered(
    demo: Set, http: httpx.AsyncClient
) -> None:
    post = say("Hei")
    answer = await http.post("/api/people/kari/say", json=post)
    assert (answer.status_code, answer.json()) == (200, {"message": "m1"})
    assert demo.house.rows == {
        post["update"]: {
            "kind": "said",
            "key": "kari",
            "name": "Kari Nordmann",
            "language": "nb",
            "at": START.isoformat(),
            "message": "m1",
            "text": "Hei",
        }
    }
    assert texts(demo) == ["Hei", "Du skrev <b>Hei</b>"]


async def test_what_could_not_be_stored_is_neither_answered_nor_shown(
    demo: Set, http: httpx.AsyncClient
) -> None:
    post = say("Hei")
    demo.house.full = True
    failed = await http.post("/api/people/kari/say", json=post)
    assert (failed.status_code, texts(demo)) == (500, [])
    demo.house.full = False
    again = await http.post("/api/people/kari/say", json=post)
    assert (again.status_code, texts(demo)) == (200, ["Hei", "Du skrev <b>Hei</b>"])


async def test_the_same_post_twice_is_one_deed(demo: Set, http: httpx.AsyncClient) -> None:
    post = say("Hei")
    answers = [await http.post("/api/people/kari/say", json=post) for _ in range(2)]
    assert [answer.json() for answer in answers] == [{"message": "m1"}] * 2
    assert texts(demo) == ["Hei", "Du skrev <b>Hei</b>"]


async def test_start_sends_the_code_and_shows_none(demo: Set, http: httpx.AsyncClient) -> None:
    post = {"update": str(uuid4()), "language": "en", "start": True}
    await http.post("/api/people/kari/say", json=post)
    [row] = demo.house.rows.values()
    assert (row["text"], row["language"]) == ("/start secret-code", "en")
    seen = f"{demo.door.shown('kari')}{(await http.get('/api/stage')).text}"
    assert texts(demo)[0] == "/start"
    assert "secret-code" not in seen


async def test_a_press_reaches_the_house_and_a_button_that_is_gone_does_not(
    demo: Set, http: httpx.AsyncClient
) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("?"), column(Button("Ja", "yes"))))
    gone = {"update": str(uuid4()), "message": "m1", "data": "no"}
    there = {"update": str(uuid4()), "message": "m1", "data": "yes"}
    answers = [await http.post("/api/people/kari/press", json=post) for post in (gone, there)]
    assert [answer.status_code for answer in answers] == [409, 200]
    assert [row["data"] for row in demo.house.rows.values()] == ["yes"]
    assert texts(demo) == ["Det er notert.\n<blockquote>Jeg kommer</blockquote>"]


async def test_an_own_message_is_edited_and_nobody_elses(
    demo: Set, http: httpx.AsyncClient
) -> None:
    await http.post("/api/people/kari/say", json=say("Helo"))
    posts = [say("Hello") | {"message": message} for message in ("m1", "m2")]
    answers = [await http.post("/api/people/kari/edit", json=post) for post in posts]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert texts(demo) == ["Hello", "Du skrev <b>Helo</b>", "Endret til <b>Hello</b>"]


async def test_an_attached_file_is_kept_and_can_be_fetched(
    demo: Set, http: httpx.AsyncClient, tmp_path: Path
) -> None:
    fields = {"update": str(uuid4()), "language": "nb", "caption": "Programmet"}
    files = {"file": ("program æ.pdf", b"%PDF", "application/pdf")}
    answer = await http.post("/api/people/kari/file", data=fields, files=files)
    event = read(*next(iter(demo.house.rows.items())))
    assert answer.json() == {"message": "m1"}
    assert isinstance(event.what, Attached)
    ref = event.what.ref or ""
    assert event.what == Attached(
        "m1", "document", "Programmet", ref, "program æ.pdf", "application/pdf", 4
    )
    await demo.door.fetch(ref, tmp_path / "program", 4)
    assert (tmp_path / "program").read_bytes() == b"%PDF"


async def test_a_file_over_the_limit_is_refused(demo: Set, http: httpx.AsyncClient) -> None:
    for size in (FILE_LIMIT + 1, FILE_LIMIT + 100_000):
        answer = await http.post(
            "/api/people/kari/file",
            data={"update": str(uuid4())},
            files={"file": ("x.bin", b"0" * size)},
        )
        assert answer.status_code == 413
    assert demo.house.rows == {}


async def test_a_file_from_the_house_is_served_by_its_name(
    demo: Set, http: httpx.AsyncClient
) -> None:
    await http.post("/api/people/kari/say", json=say("fil"))
    messages = demo.door.shown("kari")["messages"]
    assert isinstance(messages, list)
    served = await http.get(f"/api/files/{messages[-1]['file']['id']}")
    assert served.content == b"lag;svar\n"
    assert served.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''matrise%20%C3%A6%C3%B8%C3%A5.csv"
    )
    assert (await http.get("/api/files/other")).status_code == 404


@pytest.mark.parametrize(
    "post",
    [
        {},
        {"text": "Hei"},
        {"update": "not-an-id", "text": "Hei"},
        say(" "),
        say("x" * 4097),
        say("Hei") | {"language": "xx"},
        say("Hei") | {"key": "ola"},
    ],
)
async def test_what_the_page_never_posts_is_refused(
    demo: Set, http: httpx.AsyncClient, post: dict[str, object]
) -> None:
    answer = await http.post("/api/people/kari/say", json=post)
    assert (answer.status_code, demo.house.rows) == (422, {})


async def test_nobody_can_speak_as_one_who_is_not_there(http: httpx.AsyncClient) -> None:
    assert (await http.post("/api/people/per/say", json=say("Hei"))).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://127.0.0.1:8000"}, 200),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "evil.example", "origin": "http://evil.example"}, 400),
    ],
)
async def test_only_this_page_can_write(
    demo: Set, http: httpx.AsyncClient, headers: dict[str, str], status: int
) -> None:
    answer = await http.post("/api/people/kari/say", json=say("Hei"), headers=headers)
    assert (answer.status_code, len(demo.house.rows)) == (status, int(status == 200))


async def test_a_foreign_host_reads_nothing(http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/stage", headers={"host": "evil.example"})
    assert answer.status_code == 400


async def test_the_page_may_run_its_own_script_alone(http: httpx.AsyncClient) -> None:
    answer = await http.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


async def test_the_stage_tells_who_is_there_and_what_comes(http: httpx.AsyncClient) -> None:
    before = (await http.get("/api/stage")).json()
    after = (await http.post("/api/clock/next")).json()
    assert before == {
        "phone": "kari",
        "own": False,
        "programme": {},
        "overview": False,
        "now": "2026-09-10T11:30:00+00:00",
        "zone": "Europe/Oslo",
        "people": [
            {
                "key": "kari",
                "name": "Kari Nordmann",
                "role": "deltaker",
                "roles": {},
                "team": "Tromsø, hjemmetjenesten",
                "language": "nb",
                "arrived": 0,
            },
            {
                "key": "ola",
                "name": "Ola Hansen",
                "role": "arrangør",
                "roles": {},
                "team": "",
                "language": "nb",
                "arrived": 0,
            },
        ],
        "next": {
            "at": "2026-09-14T11:30:00+00:00",
            "sentence": "Påminnelse om samling 2 går ut.",
            "language": "nb",
        },
    }
    assert after["now"] == "2026-09-14T11:30:00+00:00"
    assert [person["arrived"] for person in after["people"]] == [1, 1]


async def test_a_new_person_can_sit_down(demo: Set, http: httpx.AsyncClient) -> None:
    person = (await http.post("/api/people", json={"name": "Per"})).json()
    answer = await http.post(f"/api/people/{person['key']}/say", json=say("Hei"))
    assert (person["name"], answer.status_code) == ("Per", 200)
    assert texts(demo, person["key"]) == ["Hei", "Du skrev <b>Hei</b>"]
