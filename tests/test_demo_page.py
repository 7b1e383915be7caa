"""The demo's page in a real browser: by mouse, by keyboard alone, on a phone, in the dark."""

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Route, expect

from bot.parcel import Enclosure, Parcel
from handlers.events import Address
from handlers.markup import Button, Html, column
from tests.browser import found_by_axe, running
from tests.demo_hands import (
    begin,
    box,
    choose_a_file_of,
    in_the_way,
    log,
    others,
    person,
    sit,
    small_targets,
    write,
)
from tests.echo_house import Set, a_set, served

KARI = Address("demo", "kari")
PATIENCE_MS = 5000
# A picture of one white pixel.
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII="


# One browser and one loop for all of them: to start Chromium anew takes longer than most tests.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with running() as launched:
        yield launched


@pytest.fixture
def demo(tmp_path: Path) -> Set:
    return a_set(tmp_path)


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, demo: Set) -> AsyncIterator[Page]:
    """The page, freshly opened; a script error or a blocked request fails the test."""
    faults: list[str] = []
    async with served(demo) as url:
        opened = await browser.new_page(
            viewport={"width": 1280, "height": 800}, reduced_motion="reduce"
        )
        opened.set_default_timeout(PATIENCE_MS)
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("console", lambda line: faults.append(line.text))
        await opened.goto(url)
        await expect(opened.get_by_role("heading", name="Kari Nordmann")).to_be_visible()
        yield opened
        await opened.close()
    assert faults == []


async def test_one_sits_down_starts_and_talks(page: Page) -> None:
    await begin(page)
    await expect(log(page).get_by_text("/start", exact=True)).to_be_visible()
    await expect(log(page).get_by_text("secret-code")).to_have_count(0)
    await box(page).press_sequentially("To")
    await box(page).press("Shift+Enter")
    await box(page).press_sequentially("linjer")
    await box(page).press("Enter")
    await expect(log(page).locator("b", has_text="To")).to_have_text("To\nlinjer")
    await expect(box(page)).to_have_value("")


async def test_a_tap_is_answered_and_the_keyboard_stays_where_it_was(page: Page) -> None:
    await begin(page)
    await page.get_by_role("button", name="Jeg kommer", exact=True).press("Enter")
    await expect(page.get_by_text("Notert", exact=True)).to_be_visible()
    await expect(log(page).get_by_role("blockquote")).to_have_text("Jeg kommer")
    await expect(page.get_by_role("button", name="Angre")).to_be_focused()
    await page.get_by_role("button", name="Slett").press("Enter")
    await expect(log(page).get_by_text("Det er notert.")).to_have_count(0)
    await expect(log(page)).to_be_focused()


async def test_an_own_message_is_edited(page: Page) -> None:
    await begin(page)
    await write(page, "Helo")
    await page.get_by_role("button", name="Rediger meldingen «Helo»").click()
    await expect(box(page)).to_have_value("Helo")
    await box(page).fill("Hallo")
    await page.get_by_role("button", name="Lagre").click()
    await expect(log(page).get_by_text("Endret til Hallo")).to_be_visible()
    own = log(page).get_by_role("article").filter(has_text="redigert")
    await expect(own.get_by_text("Hallo", exact=True)).to_be_visible()
    await expect(log(page).get_by_role("img", name="Mellom reagerte med 👍")).to_be_visible()


async def test_a_picture_is_seen_in_the_chat_and_told_of_in_words(
    page: Page, demo: Set, tmp_path: Path
) -> None:
    await begin(page)
    path = tmp_path / "x"
    path.write_bytes(base64.b64decode(DOT))
    enclosure = Enclosure(path, "Slik går det.png", "image/png")
    await demo.door.deliver(Parcel("send", KARI, Html("Nå: 1 ferdig"), enclosure=enclosure))
    picture = log(page).get_by_role("img", name="Bilde: Slik går det")
    await expect(picture).to_have_js_property("naturalWidth", 1)
    await expect(picture).to_have_accessible_description("Nå: 1 ferdig")
    await expect(log(page).get_by_role("link", name="Slik går det.png")).to_be_visible()
    assert await found_by_axe(page) == []


async def test_files_go_both_ways(page: Page) -> None:
    await begin(page)
    plan = {"name": "plan æ.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1"}
    await page.locator("#file").set_input_files(plan)  # type: ignore[arg-type]  # its own TypedDict
    await expect(page.get_by_text("Vedlegg: plan æ.pdf")).to_be_visible()
    await write(page, "Se her")
    await expect(log(page).get_by_text("Fikk plan æ.pdf, 6 byte")).to_be_visible()
    await write(page, "fil")
    async with page.expect_download() as download:
        await log(page).get_by_role("link", name="matrise æøå.csv").click()
    assert (await download.value).suggested_filename == "matrise æøå.csv"


async def test_a_file_over_20_mb_is_not_even_sent(page: Page, demo: Set) -> None:
    await begin(page)
    await choose_a_file_of(page, 20 * 1024 * 1024 + 1)
    await expect(page.get_by_role("alert")).to_contain_text("større enn 20 MB")
    assert len(demo.house.rows) == 1


async def test_the_clock_goes_to_what_comes_next_and_others_have_unread(page: Page) -> None:
    await begin(page)
    clock, coming = page.get_by_role("main").get_by_role("time").first, page.locator("#coming")
    await expect(clock).to_have_text("torsdag 10. september 2026 kl. 13.30")
    following = page.get_by_role("button", name="Neste hendelse")
    told = "om 4 dager: påminnelse om samling 2 går ut. (mandag 14. september 2026 kl. 13.30)"
    await expect(coming).to_have_text(told)
    await expect(following).to_have_accessible_description(told)
    await following.click()
    await expect(clock).to_have_text("mandag 14. september 2026 kl. 13.30")
    await expect(log(page).get_by_text("Samling 2 nærmer seg.")).to_be_visible()
    await expect(page.get_by_text("Svar på telefonen,")).to_be_visible()
    await expect(others(page)).to_contain_text("1 ny")
    await following.click()
    await expect(others(page)).to_contain_text("2 nye")
    await expect(following).to_be_disabled()
    await others(page).click()
    await expect(person(page, "Ola")).to_contain_text("2 nye")
    await expect(person(page, "Kari")).not_to_contain_text("nye")
    await person(page, "Ola").click()
    await expect(others(page)).not_to_contain_text("nye")
    await expect(log(page).get_by_role("article")).to_have_count(2)


async def test_everything_can_be_done_with_the_keyboard_alone(page: Page) -> None:
    async def tab_to(name: str) -> None:
        for _ in range(30):
            await page.keyboard.press("Tab")
            words = await page.evaluate("document.activeElement.textContent.trim()")
            if str(words).startswith(name):
                return
        pytest.fail(f"{name} was never reached")

    await tab_to("Vis en annen telefon")
    await page.keyboard.press("Enter")
    await tab_to("KNKari")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(box(page)).to_be_focused()
    await page.keyboard.type("Helo")
    await page.keyboard.press("Enter")
    await expect(log(page).get_by_text("Du skrev Helo")).to_be_visible()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_text("Du redigerer: Helo")).to_be_visible()
    await page.keyboard.press("Backspace")
    await page.keyboard.press("Enter")
    await expect(log(page).get_by_text("Endret til Hel")).to_be_visible()
    await tab_to("Meny")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="/rapport Skriv rapporten")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Meny")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(log(page).get_by_text("Du skrev /rapport")).to_be_visible()
    await page.get_by_role("link", name="Hopp til samtalen").focus()
    await tab_to("Neste hendelse")
    await page.keyboard.press("Enter")
    await expect(log(page).get_by_text("Samling 2 nærmer seg.")).to_be_visible()


async def test_the_page_speaks_english_and_asks_the_house_to(page: Page, demo: Set) -> None:
    await page.get_by_role("button", name="English").click()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.get_by_role("time").first).to_have_text("Thursday 10 September 2026, 13:30")
    await page.get_by_role("button", name="Show another phone").click()
    await page.get_by_role("textbox", name="A new person").fill("Per")
    await page.get_by_role("button", name="Add").click()
    await expect(page.get_by_role("heading", name="Per")).to_be_visible()
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(page.locator(".words[lang=nb]").first).to_contain_text("Jeg er Mellom")
    await page.get_by_role("button", name="Norsk").click()
    await page.get_by_role("button", name="English").click()
    await expect(log(page).get_by_text("Du skrev /english")).to_be_visible()
    said = [(row["language"], row["text"]) for row in demo.house.rows.values()]
    assert said == [("en", "/start third-code"), ("en", "/english")]


async def test_what_was_not_sent_stays_in_the_box(browser: Browser, demo: Set) -> None:
    async with served(demo) as url:
        page = await browser.new_page()
        await page.goto(url)
        await begin(page)
        await page.route("**/say", lambda route: route.fulfill(status=503))
        await write(page, "Viktig")
        await expect(page.get_by_role("alert")).to_contain_text("ikke sendt")
        await expect(box(page)).to_have_value("Viktig")
        await page.close()


async def test_a_lost_answer_is_asked_for_again_as_the_same_deed(
    browser: Browser, demo: Set
) -> None:
    posts: list[str | None] = []

    async def lose_the_first_answer(route: Route) -> None:
        response = await route.fetch()
        posts.append(route.request.post_data)
        if len(posts) == 1:
            await route.abort()
        else:
            await route.fulfill(response=response)

    async with served(demo) as url:
        page = await browser.new_page()
        await page.goto(url)
        await begin(page)
        await page.route("**/say", lose_the_first_answer)
        async with page.expect_event("requestfinished", lambda r: r.url.endswith("/say")):
            await write(page, "Hei")
        await expect(log(page).get_by_text("Du skrev Hei")).to_have_count(1)
        await page.close()
    assert posts == [posts[0]] * 2


async def test_markup_is_rendered_from_the_small_subset_alone(browser: Browser, demo: Set) -> None:
    # The house's own builder and the door refuse this; the page must not need them to.
    evil = '<b onclick="x()">fet</b><img src=x onerror="x()"><a href="javascript:x()">lenke</a>'
    quote = "<blockquote>sitat</blockquote>%sog"
    async with served(demo) as url:
        page = await browser.new_page()
        await page.goto(url)
        drawn = await page.evaluate(
            """async (html) => {
                const { rendered } = await import("/static/html.js");
                const box = document.createElement("div");
                box.append(rendered(html, () => {}));
                return box.innerHTML;
            }""",
            evil + quote % "\n",
        )
        await page.close()
    assert drawn == "<b>fet</b><a>lenke</a>" + quote % ""


async def test_what_a_person_writes_is_never_markup(page: Page) -> None:
    await begin(page)
    await write(page, "<b>ikke fet</b> & <img src=x>")
    own = log(page).locator(".bubble.mine .words").last
    await expect(own).to_have_text("<b>ikke fet</b> & <img src=x>")


async def test_a_command_in_a_message_can_be_tapped(page: Page) -> None:
    await begin(page)
    await log(page).get_by_role("button", name="/status").click()
    await expect(log(page).get_by_text("Du skrev /status")).to_be_visible()


async def test_coming_back_shows_the_same_conversation_once(page: Page) -> None:
    await begin(page)
    await write(page, "Hei")
    await expect(log(page).get_by_text("Du skrev Hei")).to_be_visible()
    await page.reload()
    await expect(log(page).get_by_role("article")).to_have_count(4)


async def test_nobody_is_shut_out_at_the_start(page: Page) -> None:
    found = [await in_the_way(page, w, s) for w in (320, 360, 1280) for s in ("light", "dark")]
    assert found == [[]] * 6


async def test_nobody_is_shut_out_of_a_full_conversation(page: Page, demo: Set) -> None:
    await begin(page)
    await write(page, "https://example.org/" + "lang" * 40)
    await write(page, "fil")
    await page.get_by_role("button", name="Jeg kommer", exact=True).click()
    long = column(Button("Rett " * 12, "x"))
    await demo.door.deliver(Parcel("send", KARI, Html("<pre>kode</pre>"), long))
    await page.get_by_role("button", name="Neste hendelse").click()
    await page.get_by_role("button", name="Rediger meldingen «https").click()
    await page.get_by_role("button", name="Meny").click()
    await expect(others(page)).to_contain_text("1 ny")
    widths = (320, 360, 640, 1280)
    found = [await in_the_way(page, w, s) for w in widths for s in ("light", "dark")]
    assert found == [[]] * 8


async def test_one_shows_another_phone_from_a_list_that_folds(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await expect(person(page, "Ola")).to_be_hidden()
    await others(page).click()
    await expect(person(page, "Kari")).to_have_attribute("aria-current", "true")
    assert await found_by_axe(page) == []
    await page.keyboard.press("Escape")
    await expect(others(page)).to_be_focused()
    await expect(others(page)).to_have_attribute("aria-expanded", "false")
    await sit(page, "Ola Hansen")
    await expect(person(page, "Ola")).to_be_hidden()
    await others(page).click()
    await page.get_by_role("heading", name="Mellom").first.click()
    await expect(person(page, "Ola")).to_be_hidden()


async def test_on_a_phone_the_button_stays_in_sight(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await begin(page)
    await page.get_by_role("button", name="Send").scroll_into_view_if_needed()
    for name in ("Neste hendelse", "Send"):
        await expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=0.95)


async def test_every_target_is_large_enough_for_a_finger(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await begin(page)
    await write(page, "Hei")
    await expect(log(page).get_by_text("Du skrev Hei")).to_be_visible()
    assert await small_targets(page) == []
