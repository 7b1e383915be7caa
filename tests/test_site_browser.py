"""The page in a real browser: nothing typed is lost, everybody can use it, and news come alone."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.web import feed
from handlers.events import Address
from handlers.markup import Button, Html
from handlers.post import Letter, post
from storage.unit import Unit
from tests.browser import found_by_axe
from tests.web_visitor import WebHouse

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
EVIL = "<b>ikke fet</b><script>document.title='evil'</script>"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WebHouse]:
    listener = feed.listening("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    here = WebHouse(tmp_path, NOW, url, runs=True)
    await here.restart()
    serving = asyncio.create_task(feed.serve(here, listener, closing=here.door.close))
    yield here
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    await here.close()
    listener.close()


async def opened(browser: Browser, house: WebHouse, *, script: bool = True) -> Page:
    context = await browser.new_context(
        locale="en-GB",
        java_script_enabled=script,
        viewport={"width": 360, "height": 740},
        color_scheme="light" if script else "dark",
    )
    context.set_default_timeout(8000)
    page = await context.new_page()
    await page.goto(house.url + await house.team_link(await house.imports()))
    await page.get_by_role("button", name="Go on in the browser").click()
    await expect(page.get_by_text("What is your name?")).to_be_visible()
    return page


def says(text: str) -> object:
    """A unit in which the house says something unasked to everybody at the page."""

    def said(unit: Unit) -> None:
        for person in unit.people.after("", 9):
            for one in unit.people.addresses(person.id):
                letter = Letter(Html(text), ((Button("Ja", "status:"),),))
                post(unit, Address(one.door, one.key), letter, f"{text}{one.key}", "nb", NOW)

    return said


async def test_somebody_joins_and_what_they_are_typing_outlives_what_comes(
    browser: Browser, house: WebHouse
) -> None:
    page = await opened(browser, house)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    text = page.get_by_label("Your message")
    await text.fill("Kari")
    await page.get_by_role("button", name="Send", exact=True).click()
    await page.get_by_role("button", name="mentor").click()
    await expect(page.get_by_text("You are in!")).to_be_visible()
    await expect(page.get_by_text("Recorded", exact=True)).to_be_visible()
    await expect(text).to_have_value("")
    await text.fill("half a tho")
    await house.does(says("A samling has moved"))  # type: ignore[arg-type]
    house.house.courier.wake()
    await expect(page.get_by_text("A samling has moved")).to_be_visible()
    await expect(text).to_have_value("half a tho")
    await expect(text).to_be_focused()
    await page.context.set_offline(offline=True)
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_role("alert")).to_have_text(
        "That was not sent. Your text is still here: try once more."
    )
    await expect(text).to_have_value("half a tho")
    await page.context.set_offline(offline=False)
    await text.fill(EVIL)
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator("p.words", has_text=EVIL)).to_be_visible()
    await expect(page.get_by_role("alert")).to_be_hidden()
    await expect(page).to_have_title("Conversation – Mellom")
    await page.get_by_role("button", name="Ja").click()
    await page.wait_for_function("document.activeElement.closest('#bubbles li') !== null")
    assert await found_by_axe(page) == []
    assert wrong == []


async def test_everything_works_and_can_be_used_by_all_without_a_script(
    browser: Browser, house: WebHouse
) -> None:
    page = await opened(browser, house, script=False)
    await page.get_by_label("Your message").fill("Siri")
    await page.get_by_role("button", name="Send", exact=True).click()
    await page.get_by_role("button", name="Skip").click()
    await expect(page.get_by_text("You are in!")).to_be_visible()
    await page.locator("li.mine summary").click()
    await page.get_by_role("button", name="Save").click()
    cookies = await page.context.cookies()
    looked = await browser.new_context(
        color_scheme="dark", locale="en-GB", viewport={"width": 360, "height": 740}
    )
    await looked.add_cookies([
        {"name": one["name"], "value": one["value"], "url": house.url} for one in cookies
    ])  # fmt: skip
    seen = await looked.new_page()
    found = {}
    for path in ("/", "/okter", "/logg-inn", "/nowhere", "/inn/x", page.url):
        await seen.goto(path if path.startswith("http") else house.url + path)
        found[path] = await found_by_axe(seen)
        wide = "document.documentElement.scrollWidth > window.innerWidth"
        assert not await seen.evaluate(wide), path
    assert {path: faults for path, faults in found.items() if faults} == {}
