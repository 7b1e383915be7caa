"""The browser that the page tests rely on shows pages, and axe in it sees faults."""

import shutil

import pytest
from playwright.async_api import Browser

from tests.browser import chromium, found_by_axe

PAGE = """data:text/html,<!doctype html><html lang=nb><title>Mellom</title>
<main><h1>Hei</h1><button onclick="document.title='trykket'">Trykk</button>%s</main></html>"""


async def test_a_button_can_be_pressed(browser: Browser) -> None:
    page = await browser.new_page()
    await page.goto(PAGE % "")
    await page.get_by_role("button", name="Trykk").press("Enter")
    assert await page.title() == "trykket"


async def test_axe_finds_nothing_on_a_sound_page(browser: Browser) -> None:
    page = await browser.new_page()
    await page.goto(PAGE % "")
    assert await found_by_axe(page) == []


async def test_axe_finds_a_picture_without_words(browser: Browser) -> None:
    page = await browser.new_page()
    await page.goto(PAGE % "<img src=data:,>")
    assert await found_by_axe(page) == ['image-alt: <img src="data:,">']


def test_without_chromium_a_page_test_is_skipped_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("MELLOM_REQUIRE_BROWSER", raising=False)
    with pytest.raises(pytest.skip.Exception, match="pages were NOT looked at"):
        chromium()


def test_where_chromium_is_required_its_absence_is_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setenv("MELLOM_REQUIRE_BROWSER", "1")
    with pytest.raises(pytest.fail.Exception, match="pages were NOT looked at"):
        chromium()
