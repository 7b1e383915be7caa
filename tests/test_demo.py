"""The demo in Chromium, from joining to the summary, with the clock moved: six people, one job."""

import io
import re
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser import running
from tests.demo_people import AtTheKeyboard, Somebody, in_light_and_dark, moves_on_to, opened
from tests.demo_process import ROOT, DemoProcess, command

pytestmark = pytest.mark.asyncio(loop_scope="module")
PLAN = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 plan"}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with running() as launched:
        yield launched


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoProcess]:
    """The example before its first day: nobody has joined."""
    with DemoProcess(tmp_path_factory.mktemp("demo")) as started:
        started.posted("/api/again", empty=True)
        yield started
        assert started.stop(signal.SIGTERM) == (0, "")


async def test_the_whole_job_is_done_in_a_browser(browser: Browser, demo: DemoProcess) -> None:
    faults: list[str] = []
    desk = await opened(browser, demo.url, faults)
    other = await opened(browser, demo.url, faults)
    phone = await opened(browser, demo.url, faults, width=360)
    kari, amir = Somebody(desk, "Kari Nordmann"), AtTheKeyboard(other, "Amir Hassan")
    siri = Somebody(phone, "Siri Larsen")
    nils, ingrid, per = (Somebody(desk, n) for n in ("Nils Utsi", "Ingrid Berg", "Per Johansen"))

    for one in (ingrid, per, nils, amir, siri, kari):
        await one.joins()
    await moves_on_to(desk, "Thursday 27 August 2026")
    await kari.sees("is in two weeks: Thursday 10 September at 12:00")
    await moves_on_to(desk, "Friday 11 September 2026, 12:30")
    for one in (nils, amir, siri, kari):
        await _reflects(one)
    await moves_on_to(desk, "Wednesday 18 November 2026")
    await _two_write_one_report(kari, amir, faults)
    await _reports_on_a_phone(siri, faults)
    await _broadcasts(per, kari)
    await _sums_up(ingrid, faults)
    assert faults == []


async def _reflects(one: Somebody) -> None:
    await one.sits()
    await one.taps("Write a reflection", to="What do you take with you from")
    await one.says(f"Mot, sier {one.name[0]}.", to="What do you take with you?")
    await one.taps("Skip", to="What should we do differently")
    await one.taps("Send", to="Everything is answered.")
    await one.sees("Thank you for reflecting!")


async def _two_write_one_report(kari: Somebody, amir: Somebody, faults: list[str]) -> None:
    """Each in a window: both see the one draft, and what the other answers meanwhile."""
    await kari.sits()
    await kari.taps("Write the report", to="The report before")
    await kari.says("Alle nye får en mentor.", to="Which aims")
    await kari.taps("under way", to="Aim: how far have you come?")
    await expect(kari.newest).to_contain_text("Which measures")
    await amir.taps("Write the report", to="The report before")
    await amir.sees("Kari Nordmann")
    await amir.says("Kaffe første dag.", to="Which measures")
    await amir.taps("goes slowly", to="Measure: how does it go?")
    await amir.taps("Skip", to="what makes it so?")
    await expect(amir.newest).to_contain_text("What have you learnt")
    await kari.says("Fadder i tre uker.", to="Which measures")
    await kari.taps("Keep the recorded one", to="Recorded: Kaffe første dag.")
    await kari.says("At det hjelper å lytte.", to="What have you learnt")
    await expect(kari.newest).to_contain_text("How far do you feel")
    faults += await in_light_and_dark(kari.page)
    await kari.taps("4", to="How far do you feel")
    await kari.taps("Partly", to="Does your manager")
    await kari.taps("Time", to="What is in your way?")
    await kari.taps("Money", to="Chosen so far: Time")
    await kari.taps("Done choosing", to="Chosen so far: Time, Money")
    await amir.says("/report")
    await amir.says("3", to="How many new staff")
    await amir.taps("Skip", to="When does the team meet next?")
    await amir.taps("Yes", to="Do you need help")
    await amir.says("En dag hos et annet team.", to="What do you need help with?")
    await amir.taps("Yes", to="be shared with the others?")
    await expect(amir.newest).to_contain_text("Everything is answered.")
    await amir.sees("Kaffe første dag.")
    await amir.sees("At det hjelper å lytte.")
    await amir.taps("Send", to="Everything is answered.")
    await amir.sees("Now: 1 goes slowly")
    await amir.sees("1 of 12 teams have delivered.")
    faults += await in_light_and_dark(amir.page)
    await kari.sees("is delivered")


async def _reports_on_a_phone(siri: Somebody, faults: list[str]) -> None:
    await siri.taps("Write the report", to="The report before")
    for question, answer in (
        ("Which aims", "Trygge vakter."),
        ("Aim: how far have you come?", "reached"),
        ("Which measures", "To på jobb den første uka."),
        ("Measure: how does it go?", "done"),
        ("What have you learnt", "Mye."),
        ("How far do you feel", "5"),
        ("Does your manager", "Yes"),
        ("What is in your way?", "1, 2"),
        ("How many new staff", "2"),
        ("When does the team meet", "1.12.2026"),
        ("Do you need help", "no"),
        ("be shared with the others?", "no"),
    ):
        await siri.says(answer, to=question)
    await expect(siri.newest).to_contain_text("Tuesday 1 December 2026")
    faults += await in_light_and_dark(siri.page)
    await siri.taps("Send", to="Everything is answered.")
    await siri.sees("2 of 12 teams have delivered.")
    await siri.sees("At det hjelper å lytte.")


async def _broadcasts(per: Somebody, kari: Somebody) -> None:
    await per.sits()
    await per.sees("asks for help")
    await per.page.locator("#file").set_input_files(PLAN)  # type: ignore[arg-type]
    await per.says("Her er dagsordenen.")
    await per.taps("Everybody (5)", to="To whom?")
    await per.taps("Yes, send", to="Send to 5 people now?")
    await per.sees("Sent to 5 of 5.")
    await kari.sits()
    await kari.sees("Her er dagsordenen.")
    await kari.sees("plan.pdf")


async def _sums_up(ingrid: Somebody, faults: list[str]) -> None:
    await ingrid.sits()
    await ingrid.says("/summary")
    await ingrid.sees("2 of 12 teams have delivered")
    for said in ("At det hjelper å lytte.", "Kaffe første dag.", "Mot, sier S."):
        await ingrid.sees(said)
    await ingrid.taps("The matrix in Excel")
    async with ingrid.page.expect_download() as download:
        await ingrid.log.get_by_role("link", name="mellom-trygg-oppstart").last.click()
    cells = _cells(await (await download.value).path())
    assert cells >= {"Kaffe første dag.", "To på jobb den første uka.", "Mot, sier S."}
    faults += await in_light_and_dark(ingrid.page)


def _cells(book: Path) -> set[str]:
    # The browser keeps a download without its name's ending, which openpyxl wants in a path.
    sheets = openpyxl.load_workbook(io.BytesIO(book.read_bytes()))
    return {str(cell.value) for sheet in sheets for row in sheet for cell in row}


async def test_the_clock_goes_through_everything_and_says_when_it_is_over(
    browser: Browser, demo: DemoProcess
) -> None:
    page = await opened(browser, demo.url, [])
    shown = [demo.asked("/api/stage")]
    while shown[-1]["next"] is not None:
        shown.append(demo.posted("/api/clock/next"))
    coming = [one["next"] for one in shown[:-1]]
    instants = [datetime.fromisoformat(one["at"]) for one in coming]
    assert all(before < after for before, after in pairwise(instants))
    arrived = [datetime.fromisoformat(one["now"]) for one in shown[1:]]
    late = [now - due for now, due in zip(arrived, instants, strict=True)]
    assert timedelta(0) <= min(late) <= max(late) < timedelta(minutes=1)
    assert [one["sentence"] for one in coming if not re.match("[A-ZÆØÅ«]", one["sentence"])] == []
    assert "«Slik gjør vi det nå»" in coming[-1]["sentence"]
    await page.reload()
    await expect(page.locator("#jump")).to_be_disabled()
    await expect(page.locator("#coming")).to_contain_text("The programme is over.")


async def test_a_killed_demo_leaves_the_words_in_the_box_and_an_interrupted_one_stops_at_once(
    browser: Browser, tmp_path: Path
) -> None:
    with DemoProcess(tmp_path) as demo:
        demo.posted("/api/again", empty=True)
        page = await opened(browser, demo.url, [])
        kari = Somebody(page, "Kari Nordmann")
        await kari.sits()
        await kari.taps("Start")
        await page.locator("#box").fill("Jeg var midt i")
        assert demo.stop(signal.SIGKILL)[0] == -signal.SIGKILL
        await page.locator("#send").click()
        await expect(page.get_by_role("alert")).to_contain_text("It was not sent.")
        await expect(page.locator("#box")).to_have_value("Jeg var midt i")
    with DemoProcess(tmp_path, demo.port) as again:
        again.posted("/api/again", empty=True)
        await expect(page.locator("#start-button")).to_be_visible()
        await kari.taps("Start")
        await kari.sees("may this phone have Telegram?")
        before = time.monotonic()
        assert again.stop(signal.SIGINT) == (0, "")
        assert time.monotonic() - before < 3


async def test_a_port_that_is_taken_is_told_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = subprocess.run(command(port), cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: ASYNC221
    said = f"port {port} is taken: stop what uses it, or choose another by --port\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", said)
