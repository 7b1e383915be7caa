"""The first minute of the demo as a visitor has it, in Chromium and in bokmål.

With ``MELLOM_PICTURES=docs/pictures`` the pictures in the README are taken anew.
"""

import io
import os
import re
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Literal

import openpyxl
import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser import found_by_axe, running
from tests.demo_people import PATIENCE_MS
from tests.demo_process import DemoProcess

pytestmark = pytest.mark.asyncio(loop_scope="module")
TEAM = "Havnes, hjemmetjenesten"
PLEA = "Lederen vår har sluttet. Hvem kan vi snakke med om forankring?"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with running() as launched:
        yield launched


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoProcess]:
    with DemoProcess(tmp_path_factory.mktemp("demo")) as started:
        yield started
        assert started.stop(signal.SIGTERM) == (0, "")


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, demo: DemoProcess) -> AsyncIterator[Page]:
    """The example as it opens; a script error or a blocked request fails the test."""
    faults: list[str] = []
    size: ViewportSize = {"width": 1280, "height": 800}
    opened = await browser.new_page(viewport=size, reduced_motion="reduce")
    opened.set_default_timeout(PATIENCE_MS)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda line: faults.append(line.text))
    await opened.goto(demo.url)
    await expect(opened.get_by_role("heading", name="Kari Nordmann")).to_be_visible()
    yield opened
    await opened.close()
    assert [one for one in faults if "422" not in one] == []


def row(page: Page, team: str) -> Locator:
    """A team's row in the organiser's matrix."""
    return page.get_by_role("row").filter(has_text=team)


def new_rows(page: Page) -> Locator:
    return page.get_by_role("table").locator(".is-new")


async def tap(page: Page, label: str, to: str) -> None:
    """Press a button under the newest message, once that is the one it belongs to."""
    newest = page.get_by_role("log").locator(".turn").filter(has=page.locator(".keys")).last
    await expect(newest).to_contain_text(to)
    await newest.get_by_role("button", name=label, exact=True).click()


async def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("MELLOM_PICTURES"):
        await page.mouse.move(640, 2)
        shot = Image.open(io.BytesIO(await page.screenshot())).convert("RGB")
        shot.save(Path(folder) / name, optimize=True)


async def tab_stops(page: Page) -> int:
    """How many times one presses Tab from the top of the page to the box to write in."""
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Hopp til samtalen")).to_be_focused()
    stops = 1
    while await page.evaluate("document.activeElement.id") != "box":
        await page.keyboard.press("Tab")
        stops += 1
    await page.evaluate("document.activeElement.blur()")
    return stops


async def in_the_way(page: Page, width: int, scheme: Literal["light", "dark"]) -> list[str]:
    """What axe finds at a width and in a scheme, and whether one must scroll sideways."""
    await page.emulate_media(color_scheme=scheme)
    await page.set_viewport_size({"width": width, "height": 800})
    found = await found_by_axe(page)
    if await page.evaluate("document.documentElement.scrollWidth") > width:
        found.append("sideways")
    return [f"{width} {scheme}: {line}" for line in found]


async def test_one_press_three_taps_and_a_sentence_fill_the_organisers_matrix(page: Page) -> None:
    await opens(page)
    await reports(page)
    await downloads(page)
    await speaks_english(page)
    await plays_their_own(page)
    await goes_back(page)


async def opens(page: Page) -> None:
    await expect(page.get_by_text("i dag kl. 13.30: påminnelse om rapporten")).to_be_visible()
    await expect(row(page, TEAM)).to_contain_text("ikke levert")
    newest = page.get_by_role("log").get_by_role("article").last
    await expect(newest).to_be_in_viewport()
    assert await tab_stops(page) <= 25
    await picture(page, "first-minute-1.png")
    assert await in_the_way(page, 1280, "light") == []


async def reports(page: Page) -> None:
    await page.get_by_role("button", name="Neste hendelse").click()
    await tap(page, "Alt som sist", to="Rapporten før «Mentorrollen» har frist om en uke")
    await tap(page, "Ja", to="Trenger dere hjelp fra oss nå?")
    await expect(page.get_by_role("log")).to_contain_text("Hva trenger dere hjelp til?")
    await page.get_by_role("textbox", name="Melding").fill(PLEA)
    await page.get_by_role("textbox", name="Melding").press("Enter")
    await tap(page, "Send", to="Se gjennom før du sender.")
    thanks = page.get_by_role("log").get_by_text("Takk! Rapporten før «Mentorrollen» er levert.")
    back = page.get_by_role("log").get_by_role("img", name="Bilde: Slik går det").last
    await expect(back).to_be_in_viewport()
    await expect(thanks).to_be_in_viewport()
    await expect(row(page, TEAM).get_by_role("rowheader")).to_contain_text(
        re.compile(rf"{TEAM} ny\s+levert\s+ber om hjelp")
    )
    await expect(new_rows(page)).to_have_count(1)
    first = page.locator("#overview [data-party]").first
    await expect(first).to_contain_text(f"{TEAM} ny")
    await expect(first).to_contain_text(PLEA)
    news = f"Nytt i oversikten: {TEAM}."
    await expect(page.get_by_role("link", name=news)).to_be_visible()
    await expect(page.get_by_role("status").filter(has_text=news)).to_have_count(1)
    await picture(page, "first-minute-2.png")
    assert await in_the_way(page, 360, "dark") == []


async def downloads(page: Page) -> None:
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Åpne i Excel").click()
    file = await download.value
    assert file.suggested_filename == "mellom-trygg-oppstart-samling-3.xlsx"
    book = openpyxl.load_workbook(io.BytesIO((await file.path()).read_bytes()))
    rows = [cells for sheet in book for cells in sheet.iter_rows(values_only=True)]
    assert [cells for cells in rows if TEAM in cells and PLEA in cells]


async def speaks_english(page: Page) -> None:
    await page.get_by_role("banner").get_by_role("button", name="English").click()
    await expect(page.locator(".o-overview")).to_have_attribute("lang", "en")
    await expect(page.locator("#coming")).to_have_text(
        re.compile("in 6 days: reminder of the report")
    )
    await expect(page.get_by_role("log")).to_contain_text("From now on I write English to you.")
    await page.get_by_role("button", name="Show another phone").click()
    await page.get_by_role("listitem").get_by_role("button", name="Ingrid Berg").click()
    await expect(page.get_by_role("heading", name="Ingrid Berg")).to_be_visible()
    await expect(page.get_by_role("log")).to_contain_text("From now on I write English to you.")
    assert await in_the_way(page, 1280, "dark") == []
    await page.get_by_role("banner").get_by_role("button", name="Norsk").click()
    await expect(page.locator(".o-overview")).to_have_attribute("lang", "nb")
    await expect(page.get_by_role("log")).to_contain_text("Fra nå av skriver jeg bokmål til deg.")
    await expect(new_rows(page)).to_have_count(1)


async def plays_their_own(page: Page) -> None:
    await page.get_by_role("button", name="Prøv med egne datoer").click()
    dialog = page.get_by_role("dialog", name="Prøv med egne datoer")
    await dialog.get_by_label("Navnet på nettverket").fill("Trygg i Nord")
    for name, day in (("Første", "2027-02-03"), ("Andre", "2027-02-03"), ("Tredje", "2027-09-08")):
        await dialog.get_by_label(name).fill(day)
    await dialog.get_by_label("Team").fill("Alta\n\n Kautokeino ")
    await dialog.get_by_role("button", name="Vis mitt nettverk").click()
    second = dialog.get_by_label("Andre")
    await expect(second).to_be_focused()
    await expect(second).to_have_accessible_description(re.compile("."))
    await expect(dialog.locator("[aria-invalid]")).to_have_count(1)
    assert await in_the_way(page, 360, "light") == []
    await second.fill("2027-05-12")
    await dialog.get_by_role("button", name="Vis mitt nettverk").click()
    await expect(page.locator("#programme")).to_have_text("Trygg i Nord")
    await expect(page.get_by_role("rowheader")).to_contain_text(["Alta", "Kautokeino"])
    await expect(new_rows(page)).to_have_count(0)


async def goes_back(page: Page) -> None:
    await page.get_by_role("button", name="Tilbake til eksemplet").click()
    await expect(row(page, TEAM)).to_contain_text("ikke levert")
    await expect(page.get_by_role("button", name="Tilbake til eksemplet")).to_be_hidden()
