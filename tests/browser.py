"""A real browser for tests that look at pages: Chromium as the system has it, and axe in it."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = f"no Chromium ({', '.join(NAMES)}) on this machine: pages were NOT looked at"
WCAG_21_AA = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with running() as launched:
        yield launched


@asynccontextmanager
async def running() -> AsyncIterator[Browser]:
    """Chromium; without one the test is skipped, or fails where MELLOM_REQUIRE_BROWSER is set."""
    executable = chromium()
    async with async_playwright() as playwright:
        # It shows our own pages alone, and root has no sandbox.
        launched = await playwright.chromium.launch(
            executable_path=executable, chromium_sandbox=False
        )
        yield launched
        await launched.close()


def chromium() -> str:
    """Where Chromium is."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is not None:
        return found
    if os.environ.get("MELLOM_REQUIRE_BROWSER"):
        pytest.fail(MISSING)
    pytest.skip(MISSING)


async def found_by_axe(page: Page) -> list[str]:
    """What keeps people from using the page as it stands now (WCAG 2.1 AA), a line each."""
    results = await Axe().run(page, options=WCAG_21_AA)
    return [
        f"{violation['id']}: {node['html']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
