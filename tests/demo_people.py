"""People who sit at the demo's page: by mouse, by keyboard alone, or on a narrow phone."""

import re
from dataclasses import dataclass
from typing import Literal

from playwright.async_api import Browser, Locator, Page, expect

from tests.browser import found_by_axe

PATIENCE_MS = 15_000  # on a machine that is busy with other things
expect.set_options(timeout=PATIENCE_MS)
_ENGLISH = "localStorage.setItem('mellom-tongue', 'en')"
_FOCUSED = "document.activeElement.innerText.trim()"


async def opened(browser: Browser, url: str, faults: list[str], width: int = 1280) -> Page:
    """A window of its own, in English; what its scripts complain of goes to ``faults``."""
    context = await browser.new_context(
        viewport={"width": width, "height": 740}, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE_MS)
    await context.add_init_script(_ENGLISH)
    page = await context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text))
    await page.goto(url)
    await expect(page.locator(".person").first).to_be_attached()
    return page


@dataclass(slots=True)
class Somebody:
    """One person of the demo, who says, taps and sees."""

    page: Page
    name: str

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def newest(self) -> Locator:
        """The house's last message with buttons, with its buttons."""
        return self.log.locator(".turn").filter(has=self.page.locator(".keys")).last

    async def sits(self) -> None:
        row = self.page.locator(".person").filter(has_text=self.name)
        if not await row.is_visible():
            await self.page.locator("#fold").click()
        await row.click()
        await self._is_seated()

    async def joins(self) -> None:
        await self.sits()
        await self.taps("Start")
        await self.taps("Yes, it is private", to="may this phone have Telegram?")
        await self.taps(self.name, to="What is your name?")
        if await self.is_asked("What is your function?"):
            await self.taps("mentor", to="What is your function?")
        await self.sees("You are in!")

    async def is_asked(self, question: str) -> bool:
        """Whether it is this, and not the end of joining, that follows."""
        end = self.log.get_by_text("You are in!")
        await expect(self.log.get_by_text(question).or_(end).first).to_be_visible()
        return not await end.is_visible()

    async def taps(self, label: str, to: str = "") -> None:
        await self._press(await self._button(label, to))

    async def says(self, text: str, to: str = "") -> None:
        if to:
            await expect(self.newest).to_contain_text(to)
        await self._type(text)

    async def sees(self, text: str | re.Pattern[str]) -> None:
        await expect(self.log.get_by_text(text).last).to_be_visible()

    async def _is_seated(self) -> None:
        """The page shows their conversation, and is ready for what they say."""
        await expect(self.page.locator("#sitting")).to_contain_text(self.name)
        await expect(self.page.locator("#box:focus, #start-button:focus")).to_be_visible()

    async def _button(self, label: str, to: str) -> Locator:
        if not to:
            return self.page.get_by_role("button", name=label, exact=True).last
        await expect(self.newest).to_contain_text(to)
        return self.newest.get_by_role("button", name=label, exact=True)

    async def _press(self, button: Locator) -> None:
        await button.click()

    async def _type(self, text: str) -> None:
        await self.page.locator("#box").fill(text)
        await self.page.locator("#send").click()


@dataclass(slots=True)
class AtTheKeyboard(Somebody):
    """Touches nothing but keys: Tab until it is there, then Enter."""

    async def sits(self) -> None:
        await self._tab_to(self.page.locator("#fold"), "Shift+Tab")
        await self.page.keyboard.press("Enter")
        await self._tab_to(self.page.locator(".person").filter(has_text=self.name), "Tab")
        await self.page.keyboard.press("Enter")
        await self._is_seated()

    async def _press(self, button: Locator) -> None:
        await expect(button).to_be_visible()
        await self._tab_to(button, "Shift+Tab")
        await self.page.keyboard.press("Enter")

    async def _type(self, text: str) -> None:
        await self._tab_to(self.page.locator("#box"), "Tab")
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")

    async def _tab_to(self, wanted: Locator, key: str) -> None:
        for _ in range(150):
            if await wanted.evaluate("node => node === document.activeElement"):
                return
            await self.page.keyboard.press(key)
        at = await self.page.evaluate(_FOCUSED)
        raise AssertionError(f"{self.name} tabbed on and on, and stands at «{at}»")


async def moves_on_to(page: Page, what: str) -> None:
    """Press the button for what comes next until this is what has come."""
    jump = page.locator("#jump")
    while True:
        await expect(jump).to_be_enabled()
        coming = await page.locator("#coming").inner_text()
        await jump.click()
        await expect(page.locator("#coming")).not_to_have_text(coming)
        await expect(jump).not_to_have_attribute("aria-busy", "true")
        if what in coming:
            return


async def in_light_and_dark(page: Page) -> list[str]:
    """What axe finds in the page as it stands, in both schemes."""
    found: list[str] = []
    schemes: tuple[Literal["dark", "light"], ...] = ("dark", "light")
    for scheme in schemes:
        await page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {line}" for line in await found_by_axe(page)]
    return found
