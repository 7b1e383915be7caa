"""The organisers' pages in a real browser: for everybody, light and dark, on a desk and a phone."""

from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.browser import found_by_axe
from tests.led_network import PROGRAMME, joins, led_network
from tests.organiser_site import Web, served
from tests.summed_up import delivers

PAGES = ("", "/team", "/fremover", "/filer")
LOOKS = (("light", 1280), ("dark", 360))


async def opened(browser: Browser, house: Web, url: str, scheme: str, width: int) -> Page:
    context = await browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    await context.add_cookies([{"name": "mellom", "value": house.token("ingrid"), "url": url}])
    return await context.new_page()


async def test_every_page_is_for_everybody_on_any_screen(tmp_path: Path, browser: Browser) -> None:
    room, _ = led_network(tmp_path)
    joins(room, "ingrid", "organiser", name="Ingrid")
    joins(room, "per", "facilitator", "havnes-1", name="Per")
    refused: list[str] = []
    async with served(room, tmp_path) as (house, url):
        for scheme, width in LOOKS:
            page = await opened(browser, house, url, scheme, width)
            page.on("console", lambda said: refused.append(said.text))
            for name in PAGES:
                await page.goto(f"{url}/oversikt/{PROGRAMME}{name}")
                assert await found_by_axe(page) == []
                assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert refused == []


async def test_an_answer_opens_the_file_comes_down_and_what_is_new_is_told(
    tmp_path: Path, browser: Browser
) -> None:
    room, programme = led_network(tmp_path)
    joins(room, "ingrid", "organiser", name="Ingrid")
    async with served(room, tmp_path) as (house, url):
        page = await opened(browser, house, url, "light", 1280)
        await page.clock.install()
        await page.goto(f"{url}/oversikt/{PROGRAMME}")
        await _reads(page)
        row, fresh = page.get_by_role("row", name="Storøya"), page.get_by_text("Something is new")
        await page.clock.run_for(61_000)
        await expect(fresh).to_be_hidden()
        delivers(room, programme, "storoya", "samling-3", {"laert": "No er vi i gang!"})
        await page.clock.run_for(61_000)
        await expect(fresh).to_be_visible()
        await expect(row).to_contain_text("not delivered")
        await page.get_by_role("link", name="Show it").click()
        await expect(row).to_contain_text("No er vi i gang!")


async def _reads(page: Page) -> None:
    """A long answer opens in its cell, and the round's file comes down."""
    row = page.get_by_role("row", name="Havnes, hjemmetjenesten")
    rest = row.get_by_text("leder setter dem inn i turnusen")
    await expect(rest).to_be_hidden()
    await row.get_by_text("read all").click()
    await expect(rest).to_be_visible()
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="The matrix in Excel").click()
    assert (await coming.value).suggested_filename == f"mellom-{PROGRAMME}-samling-3.xlsx"
