"""Hands and eyes for the demo's page: find things on it as a person does, and do them."""

from typing import Literal

from playwright.async_api import Locator, Page, expect

from tests.browser import found_by_axe

SIDEWAYS = """Math.max(...[document.documentElement, document.getElementById("log")]
    .map((node) => node.scrollWidth - node.clientWidth))"""


def person(page: Page, name: str) -> Locator:
    """Somebody in the list of phones, which ``others`` unfolds."""
    return page.get_by_role("navigation").get_by_role("listitem").get_by_role("button", name=name)


def others(page: Page) -> Locator:
    return page.get_by_role("button", name="Vis en annen telefon")


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Melding", exact=True)


def log(page: Page) -> Locator:
    return page.get_by_role("log")


async def begin(page: Page) -> None:
    """Press «Start» on the phone that is shown first: Kari's."""
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(log(page).get_by_text("Hei! Jeg er Mellom")).to_be_visible()


async def sit(page: Page, name: str) -> None:
    await others(page).click()
    await person(page, name).click()
    await expect(page.get_by_role("heading", name=name)).to_be_visible()


async def write(page: Page, text: str) -> None:
    await box(page).fill(text)
    await box(page).press("Enter")


async def in_the_way(page: Page, width: int, scheme: Literal["light", "dark"]) -> list[str]:
    """What axe finds at a width and in a scheme, and whether one must scroll sideways."""
    await page.emulate_media(color_scheme=scheme)
    # 640 by 400 is a laptop's window at 200 % zoom.
    await page.set_viewport_size({"width": width, "height": 400 if width == 640 else 740})
    sideways = await page.evaluate(SIDEWAYS)
    found = [*await found_by_axe(page), *([f"{sideways} px sideways"] if sideways else [])]
    return [f"{width} {scheme}: {line}" for line in found]


async def choose_a_file_of(page: Page, size: int) -> None:
    """Choose a file of so many bytes, made in the browser: to carry it there would take seconds."""
    await page.evaluate(
        """(size) => {
            const chosen = new DataTransfer();
            chosen.items.add(new File([new Uint8Array(size)], "x.bin"));
            const input = document.getElementById("file");
            input.files = chosen.files;
            input.dispatchEvent(new Event("change"));
        }""",
        size,
    )


async def small_targets(page: Page) -> list[str]:
    """What is to be hit with a finger and is under 24 px high or wide."""
    found: list[str] = await page.evaluate(
        """[...document.querySelectorAll("button, a, input, textarea")]
            .filter((node) => node.checkVisibility() && !node.matches(".skip, .inline-command"))
            .filter((node) => Math.min(node.offsetWidth, node.offsetHeight) < 24)
            .map((node) => node.outerHTML)"""
    )
    return found
