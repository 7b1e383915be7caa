"""The demo opens lived in: what has happened before, the first minute, and one's own dates."""

import asyncio
import io
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import httpx
import openpyxl
import pytest
import uvicorn

from bot.demo.door import DemoDoor
from bot.demo.lived import live
from bot.demo.lived_when import course
from bot.demo.lived_words_any import words_in
from bot.demo.lived_words_nb import WORDS
from bot.demo.own import own_programme
from bot.demo.stream import changes
from bot.demo.theatre import Playhouse, with_teams
from bot.parcel import Parcel
from handlers.events import Address
from handlers.flow.party import team_party
from handlers.markup import Html, plain
from handlers.programme_file import ProgrammeFile, read_programme
from handlers.summary.gather import summarise
from storage.unit import Unit, connect
from tests.demo_home import Visitor
from tests.room import PROGRAMMES

EXAMPLE = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
OPENS = datetime(2027, 3, 31, 6, 0, tzinfo=UTC)
OSLO = ZoneInfo("Europe/Oslo")
TODAY = date(2026, 11, 22)
SEATS = [f"p{number}" for number in range(1, 7)]
PLEA = "Kan noen vise oss turnusen sin?"


@dataclass
class Lived:
    """The database that was played, and its door."""

    path: Path
    door: DemoDoor

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        with closing(connect(self.path, read_only=True)) as connection:
            yield Unit(connection)

    def said_to(self, key: str) -> list[str]:
        shown = cast("list[dict[str, Any]]", self.door.shown(key)["messages"])
        return [plain(Html(one["html"])) for one in shown if not one["mine"]]

    def chats(self) -> list[dict[str, object]]:
        return [self.door.shown(key) for key in SEATS]


def lived(folder: Path, programme: ProgrammeFile = EXAMPLE, today: date | None = None) -> Lived:
    found = course(programme, today)
    assert found is not None
    folder.mkdir(exist_ok=True)
    words = WORDS if programme is EXAMPLE else words_in(programme.language)
    return Lived(folder / "a.db", live(folder / "a.db", folder / "files", programme, found, words))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    return lived(tmp_path_factory.mktemp("example"))


# What has happened before


def test_five_of_twelve_teams_have_delivered_and_one_has_no_telegram(example: Lived) -> None:
    with example.unit() as unit:
        told = summarise(unit, EXAMPLE, OPENS)
    assert [row.state for row in told.rows] == [
        "missing", "delivered", "begun", "delivered", "missing", "delivered",
        "begun", "missing", "delivered", "missing", "missing", "delivered",
    ]  # fmt: skip
    assert [(row.name, row.unreached) for row in told.rows if row.unreached] == [("Lyngsund", 3)]
    assert told.members == 41
    assert [plea.party for plea in told.pleas] == []


def test_there_is_a_history_behind_it(example: Lived) -> None:
    with example.unit() as unit:
        before = [one for one in unit.reports.every(EXAMPLE.id) if one.milestone == "samling-2"]
        reflected = {
            one: len({r.shown for r in unit.reflections.unsigned(EXAMPLE.id) if r.milestone == one})
            for one in ("samling-1", "samling-2")
        }
        calls = [(o.party, o.answered_at is not None) for o in unit.help.pleas(EXAMPLE.id)]
        nursing_home = team_party(EXAMPLE.id, "havnes-2")
        checklist = unit.measures.measures(EXAMPLE.id, nursing_home)[0]
        states = [c.now for c in unit.measures.history(checklist) if c.what == "state"]
        coming = [o.answer for o in unit.attendance.signed_up(EXAMPLE.id, "samling-3")]
    assert len(before) == 11
    assert [one.late for one in before] == [False] * 11
    assert min(reflected.values()) >= 8
    assert calls == [(team_party(EXAMPLE.id, "havnes-1"), True)]
    assert states == ["under-way", "done"]
    assert coming.count("coming") == 30


def test_whoever_can_be_sat_down_as_has_a_conversation_behind_them(example: Lived) -> None:
    for chat in example.chats():
        messages = cast("list[dict[str, Any]]", chat["messages"])
        times = [datetime.fromisoformat(one["at"]).astimezone(OSLO) for one in messages]
        assert len(times) > 20
        assert times == sorted(times)
        assert times[-1] < OPENS
        assert {(8 <= one.hour < 17, one.isoweekday() < 6) for one in times} == {(True, True)}


def test_kari_has_joined_reported_got_help_and_been_reminded(example: Lived) -> None:
    told = example.said_to("p1")
    begins = (
        "Takk, Kari Nordmann! Nå er du med.",
        "Takk for refleksjonen!",
        "Rapporten før «Hva fant vi, og hva prøver vi?» har frist om en uke",
        "Takk! Rapporten før «Hva fant vi, og hva prøver vi?» er levert.",
        "Svar fra Per Johansen, veilederen deres:",
        "Kommer du på samlingen «Mentorrollen»",
    )
    places = [next(n for n, one in enumerate(told) if one.startswith(begin)) for begin in begins]
    assert places == sorted(places)
    assert not any("Rapporten før «Mentorrollen»" in one for one in told)


def test_it_is_the_same_from_run_to_run(example: Lived, tmp_path: Path) -> None:
    assert lived(tmp_path).chats() == example.chats()


ALONE = """
schema = 1
id = "alene"
name = "Uten team"
[reflection]
anonymous = false
[[reflection.question]]
key = "en"
ask = "Hva tar du med deg?"
kind = "text"
[[milestone]]
id = "a"
kind = "samling"
title = "A"
when = "2027-01-12"
[[milestone]]
id = "b"
kind = "samling"
title = "B"
when = "2027-02-09"
"""
SCORED = """
[teams]
[report]
days_before = 3
[report.score]
[[report.question]]
key = "ansatte"
ask = "Hvor mange?"
kind = "number"
[[report.question]]
key = "start"
ask = "Når begynte dere?"
kind = "date"
"""


def own(days: str, teams: int = 2, language: str = "nb") -> ProgrammeFile:
    named = [f"Team {n}" for n in range(teams)]
    return own_programme("Mitt", [f"2027-{day}" for day in days.split()], named, language)


@pytest.mark.parametrize(
    ("programme", "opens"),
    [
        (read_programme(ALONE), "2027-01-26"),
        (with_teams(read_programme(ALONE + SCORED)), "2027-01-29"),
        (own("01-14 04-20"), "2027-04-06"),  # a Tuesday, and a working day
        (own("01-14 04-12", language="en"), "2027-03-30"),  # two weeks before it is Easter
        (own("01-14 01-15"), "2027-01-15"),  # the day after the first
        (own("01-14 02-18 09-09", teams=12, language="nn"), "2027-02-04"),
    ],
    ids=["alone", "scored", "two", "easter", "close", "more"],
)
def test_other_programmes_are_lived_in_too(
    tmp_path: Path, programme: ProgrammeFile, opens: str
) -> None:
    found = course(programme, TODAY)
    assert found is not None
    assert found.opens.astimezone(OSLO).date().isoformat() == opens
    played = lived(tmp_path, programme, TODAY)
    assert all(played.said_to(key) for key in SEATS[:2])
    with played.unit() as unit:
        assert unit.reflections.how_many(programme.id, found.behind[0].id) >= 4


def test_what_is_not_two_samlinger_with_days_is_not_lived_in() -> None:
    assert course(read_programme(ALONE.replace("2027-02-09", "2027-02"))) is None
    assert course(read_programme(ALONE.replace("2027-02-09", "2027-01-12"))) is None


# The first minute, over HTTP


class Settling:
    """Waits until the house that is played now is quiet; it is not restarted."""

    def __init__(self, playhouse: Playhouse) -> None:
        self._playhouse = playhouse

    async def settled(self) -> None:
        await self._playhouse.demo.house.settled()

    async def restart(self) -> None:
        return


@dataclass
class Shown:
    """The playhouse and its page."""

    playhouse: Playhouse
    http: httpx.AsyncClient

    async def posted(self, path: str, **said: object) -> Any:  # noqa: ANN401 - any JSON value
        answer = await self.http.post(path, json=said, follow_redirects=True)
        return answer.json()

    async def stage(self) -> dict[str, Any]:
        return cast("dict[str, Any]", (await self.http.get("/api/stage")).json())

    async def overview(self) -> str:
        answer = await self.http.get("/api/overview", params={"language": "nb"})
        return str(answer.json()["html"])

    async def cells(self) -> list[str]:
        answer = await self.http.get("/api/overview.xlsx")
        name = "filename*=UTF-8''mellom-trygg-oppstart-samling-3.xlsx"
        assert name in answer.headers["content-disposition"]
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]


@asynccontextmanager
async def shown(folder: Path, programme: ProgrammeFile = EXAMPLE) -> AsyncIterator[Shown]:
    playhouse = Playhouse(folder, programme)
    await playhouse.play(None)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(playhouse, lifespan="off", ws="none", log_level="warning")
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve(sockets=[listening]))
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as http:
            yield Shown(playhouse, http)
        playhouse.let_go()
        server.should_exit = True
        await running
    await playhouse.close()


async def test_one_press_three_taps_and_a_sentence_bring_the_plea_to_the_top(
    tmp_path: Path,
) -> None:
    async with shown(tmp_path) as page:
        stage = await page.stage()
        assert (stage["phone"], stage["own"]) == ("p1", False)
        assert datetime.fromisoformat(stage["now"]).replace(second=0, microsecond=0) == OPENS
        assert PLEA not in await page.overview()
        kari = Visitor(page.http, cast("Any", Settling(page.playhouse)), stage["phone"])
        moved = await page.posted("/api/clock/next")
        assert moved["now"].startswith("2027-03-31T11:30")
        push = (await kari.looks())[-1]
        assert push.text.startswith("Rapporten før «Mentorrollen» har frist om en uke")
        await kari.taps("Alt som sist", "Ja")
        await kari.says(PLEA)
        await kari.taps("Send")
        assert "Takk! Rapporten før «Mentorrollen» er levert." in [one.text for one in kari.shown]
        overview = await page.overview()
        assert overview.index(PLEA) < overview.index("Havnes, sykehjemmet")
        assert PLEA in await page.cells()


def folders(path: Path) -> list[str]:
    return [one.name for one in path.iterdir()]


async def test_a_visitors_own_programme_takes_the_stage_and_gives_it_back(tmp_path: Path) -> None:
    async with shown(tmp_path, read_programme(ALONE)) as page:
        days = ["2027-03-03", "2027-05-12"]
        stage = await page.posted(
            "/api/own", name="Trygg i nord", samlinger=days, teams=["Alta", ""], language="en"
        )
        names = {"nb": "Trygg i nord", "nn": "Trygg i nord", "en": "Trygg i nord"}
        assert (stage["own"], stage["programme"]) == (True, names)
        assert [one["team"] for one in stage["people"]] == ["Alta", "Alta", "", ""]
        assert all(one["arrived"] for one in stage["people"])
        assert "Trygg i nord" in await page.overview()
        back = await page.posted("/api/again")
        assert (back["own"], len(back["people"])) == (False, 4)
        empty = await page.posted("/api/again", empty=True)
        assert [one["arrived"] for one in empty["people"]] == [0] * 4
        assert folders(tmp_path) == ["4"]


async def test_what_is_wrong_with_ones_own_dates_is_said_at_each_field(tmp_path: Path) -> None:
    async with shown(tmp_path, read_programme(ALONE)) as page:
        told = await page.posted(
            "/api/own", samlinger=["2027-03-03", "2027-02-03", "3.3."], teams=[], language="en"
        )
        wrong = [(one["field"], one["number"], one["sentence"]) for one in told["errors"]]
        assert wrong == [
            ("name", None, "Give the programme a name."),
            ("samlinger", 2, "Date number 2 is earlier than the one before it."),
            ("samlinger", 3, "Date number 3 is no date."),
            ("teams", None, "Give at least one team."),
        ]
        few = await page.posted("/api/own", name="A", samlinger=["2027-03-03", ""], teams=["B"])
        assert [one["field"] for one in few["errors"]] == ["samlinger"]
        assert (await page.stage())["own"] is False


async def test_the_overview_hears_once_of_much_that_was_done_at_once() -> None:
    door = DemoDoor(lambda: OPENS)
    heard = changes(door, heartbeat=0.05, together=0.01)
    first = await anext(heard)
    waiting = asyncio.ensure_future(anext(heard))
    await asyncio.sleep(0)
    for _ in range(5):
        await door.deliver(Parcel("send", Address("demo", "p1"), Html("Hei")))
        await asyncio.sleep(0)
    told = [await waiting, await anext(heard)]
    door.close()
    assert [one async for one in heard] == []
    assert first == "retry: 1000\nid: 0\nevent: changed\ndata: null\n\n"
    assert told == ["id: 1\nevent: changed\ndata: null\n\n", ": still here\n\n"]
