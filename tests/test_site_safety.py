"""Nobody comes in, acts or reads at the page but whom it is for."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.web.limits import MINUTE, Rate
from handlers import roster, visits
from handlers.workbook import Listed
from storage.unit import Unit
from tests.web_visitor import URL, Browser, WebHouse, hidden, web_house

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
COOKIE = "__Host-mellom"
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFE = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
    "cache-control": "no-store",
}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path, NOW) as here:
        await here.imports()
        yield here


async def comes(house: WebHouse, name: str = "Kari Nordmann") -> Browser:
    """Somebody who is signed in by their own link."""
    browser = house.browser()
    await browser.opens(await personal(house, name))
    await browser.submits("Come in")
    return browser


async def personal(house: WebHouse, name: str = "Kari Nordmann") -> str:
    """The path of somebody's own link."""

    def made(unit: Unit) -> str | None:
        person = roster.enlist(unit, "trygg-oppstart", Listed(name, team="havnes-1"), NOW)
        unit.people.speak(person.id, "en")
        return visits.personal_link(unit, person.id, house.clock.now(), timedelta(hours=1))

    return str(await house.does(made)).removeprefix(URL)


async def heard(house: WebHouse) -> int:
    """How much has ever come in."""
    query = "SELECT COUNT(*) FROM inbox"
    return await house.does(lambda unit: int(unit.inbox.connection.execute(query).fetchone()[0]))


# Headers and cookies


async def test_every_answer_has_the_safe_headers_whatever_it_is(house: WebHouse) -> None:
    kari = await comes(house)
    team = await house.team_link(await house.imports())
    wanted = ["/", "/logg-inn", "/okter", "/inn/x", team, "/bli-med/x", "/nowhere", "/fil/x", "/si"]
    answers = [await kari.http.get(path) for path in wanted]
    answers.append(await kari.http.post("/si", headers={"origin": "https://evil.example"}))
    answers.append(await kari.http.get("/", headers={"host": "evil.example"}))
    assert [one.status_code for one in answers] == [
        200, 200, 200, 404, 200, 404, 404, 404, 405, 403, 400,
    ]  # fmt: skip
    assert [{name: one.headers.get(name) for name in SAFE} for one in answers] == [SAFE] * 11
    assert "server" not in answers[0].headers


async def test_the_cookie_is_for_this_host_alone_and_no_script_reads_it(house: WebHouse) -> None:
    kari = house.browser()
    await kari.opens(await personal(house))
    form = hidden(kari.page.find(".//form"))
    answer = await kari.http.post(kari.page.find(".//form").get("action"), data=form)
    set_cookie = next(
        one for one in answer.headers.get_list("set-cookie") if one.startswith(f"{COOKIE}=")
    )
    flags = sorted(set_cookie.split("; ")[1:])
    assert flags == ["HttpOnly", "Max-Age=7776000", "Path=/", "SameSite=lax", "Secure"]
    assert answer.headers["location"] == "/#siste"


async def test_no_page_takes_anything_from_elsewhere_or_holds_a_script_of_its_own(
    house: WebHouse,
) -> None:
    kari = await comes(house)
    for path in ("/", "/logg-inn", "/okter"):
        await kari.opens(path)
        sources = kari.page.xpath("//@src | //link/@href")
        assert [one for one in sources if not one.startswith("/")] == []
        assert kari.page.xpath("//style | //@style | //script[not(@src)]") == []


# Coming in


async def test_a_link_that_is_looked_at_is_not_spent_and_one_that_was_used_opens_nothing(
    house: WebHouse,
) -> None:
    link = await personal(house)
    for _ in range(3):  # as programs do that look through mail
        assert (await house.browser().opens(link)).status_code == 200
    kari, thief = house.browser(), house.browser()
    await kari.opens(link)
    await thief.opens(link)
    await kari.submits("Come in")
    assert str(kari.answer.url).startswith(f"{URL}/#")
    await thief.submits("Come in")
    assert thief.answer.status_code == 404
    await thief.opens("/")
    assert str(thief.answer.url) == f"{URL}/logg-inn"


async def test_wrong_used_and_old_links_are_answered_alike(house: WebHouse) -> None:
    used, old = await personal(house), await personal(house, "Siri")
    kari = house.browser()
    await kari.opens(used)
    await kari.submits("Come in")
    await house.passes(timedelta(hours=2))
    answers = [await house.browser().opens(path) for path in (used, old, "/inn/abc", "/bli-med/a")]
    assert {one.status_code for one in answers} == {404}
    assert len({one.text for one in answers}) == 1


async def test_a_cookie_that_was_there_before_is_never_taken_over(house: WebHouse) -> None:
    kari = house.browser()
    kari.http.cookies.set(COOKIE, "chosen-by-somebody-else", domain="mellom.test")
    await kari.opens(await personal(house))
    await kari.submits("Come in")
    first = kari.http.cookies[COOKIE]
    assert first != "chosen-by-somebody-else"
    await kari.opens(await personal(house))
    await kari.submits("Come in")
    assert kari.http.cookies[COOKIE] != first
    stale = house.browser()
    stale.http.cookies.set(COOKIE, first, domain="mellom.test")
    await stale.opens("/")
    assert str(stale.answer.url) == f"{URL}/logg-inn"


async def test_a_session_ends_after_fourteen_days_unseen_and_ninety_in_all(
    house: WebHouse,
) -> None:
    kari, siri = await comes(house), await comes(house, "Siri")
    await house.passes(timedelta(days=13))
    await kari.opens("/")
    await house.passes(timedelta(days=2))
    await siri.opens("/")
    assert str(siri.answer.url) == f"{URL}/logg-inn"
    lasted = 15
    while lasted < 200 and str((await kari.opens("/")).url) == f"{URL}/":
        await house.passes(timedelta(days=5))
        lasted += 5
    assert lasted == 90


async def test_signing_out_ends_it_on_the_server_here_there_or_everywhere(house: WebHouse) -> None:
    phone, desk = await comes(house), await comes(house)
    for _ in range(2):
        await desk.opens("/okter")
    buttons = desk.page.xpath("//button[@name='which']")
    other = desk.page.xpath("//li[not(contains(., 'the one you use now'))]//button/@value")
    assert (len(buttons), len(other)) == (3, 1)
    form = hidden(desk.page.find(".//main//form"))
    kept = phone.http.cookies[COOKIE]
    await desk.posts("/okter", {**form, "which": other[0]})
    assert str(desk.answer.url) == f"{URL}/okter"
    assert (await phone.http.get("/")).headers["location"] == "/logg-inn"
    mine = desk.http.cookies[COOKIE]
    await desk.submits("Sign out everywhere")
    assert COOKIE not in desk.http.cookies
    for token in (kept, mine):
        answer = await house.browser().http.get("/", headers={"cookie": f"{COOKIE}={token}"})
        assert answer.headers["location"] == "/logg-inn"


# Forms


@pytest.mark.parametrize("csrf", ["", "x" * 64, "siris"])
async def test_a_form_without_ones_own_word_changes_nothing(house: WebHouse, csrf: str) -> None:
    kari, siri = await comes(house), await comes(house, "Siri")
    before = await heard(house)
    own = hidden(kari.page.get_element_by_id("write"))
    word = hidden(siri.page.get_element_by_id("write"))["csrf"] if csrf == "siris" else csrf
    for path, said in (("/si", {"text": "hi"}), ("/okter", {"which": "alle"}), ("/logg-ut", {})):
        await kari.posts(path, {**own, **said, "csrf": word})
        assert kari.answer.status_code == 403
    assert await heard(house) == before
    assert (await kari.opens("/")).url == f"{URL}/"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "https://evil.example"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": URL, "sec-fetch-site": "same-site"},
        {"origin": "https://mellom.test.evil.example"},
    ],
)
async def test_another_sites_page_sends_nothing_even_with_the_right_word(
    house: WebHouse, headers: dict[str, str]
) -> None:
    kari = await comes(house)
    before = await heard(house)
    form = hidden(kari.page.get_element_by_id("write"))
    answer = await kari.http.post("/si", data={**form, "text": "hi"}, headers=headers)
    assert (answer.status_code, await heard(house)) == (403, before)


async def test_a_browser_that_names_no_origin_is_heard(house: WebHouse) -> None:
    kari = await comes(house)
    form = hidden(kari.page.get_element_by_id("write"))
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    await kari.posts("/si", {**form, "text": "/status"}, headers)
    assert kari.answer.status_code == 200
    assert [one.text for one in kari.bubbles if one.mine] == ["/status"]


async def test_strangers_forms_need_their_word_too(house: WebHouse) -> None:
    link, team = await personal(house), await house.team_link(await house.imports())
    for path in (link, team, "/logg-inn", "/bli-med"):
        answer = await house.browser().posts(path, {"csrf": "", "mail": "a@b.no", "code": "x"})
        assert answer.status_code == 403
    assert (await house.browser().opens(link)).status_code == 200


# Other people's


async def test_nobody_presses_edits_or_fetches_what_is_anothers(house: WebHouse) -> None:
    kari, siri = await comes(house), await comes(house, "Siri")
    await kari.writes("/calendar")
    await house.passes()
    await kari.opens("/")
    file = kari.page.xpath("//p[@class='file']/a/@href")[0]
    said = next(one.id for one in kari.bubbles if one.mine)
    await kari.writes("/forget")
    press = kari.page.xpath("//button[@name='press']/@value")[-1]
    before = await heard(house)
    form = hidden(siri.page.get_element_by_id("write"))
    assert (await siri.opens(file)).status_code == 404
    for deed in ({"press": press}, {"edit": said, "text": "hers"}, {"press": "x:forget:yes"}):
        assert (await siri.posts("/si", {**form, **deed})).status_code == 409
    assert await heard(house) == before
    assert (await kari.opens(file)).status_code == 200


async def test_what_people_write_is_shown_as_text(house: WebHouse) -> None:
    kari = await comes(house)
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp; /status"
    await kari.writes(evil)
    assert [one.text for one in kari.bubbles if one.mine] == [evil]
    assert kari.page.xpath("//script[not(@src)] | //img") == []


async def test_no_link_leads_elsewhere_after_signing_in(house: WebHouse) -> None:
    for path in ("/logg-inn?next=https://evil.example", "//evil.example/logg-inn", "/\\evil"):
        answer = await house.browser().http.get(path)
        assert answer.headers.get("location", "/").startswith("/")
        assert "evil" not in answer.headers.get("location", "")


# Too much


async def test_what_is_too_large_is_refused_before_it_is_read(house: WebHouse) -> None:
    kari = await comes(house)
    form = hidden(kari.page.get_element_by_id("write"))
    too_long = await kari.posts("/si", {**form, "text": "x" * 16_001})
    assert too_long.status_code == 413
    too_much = await kari.posts("/si", {**form, "text": "x" * 70_000})
    assert too_much.status_code == 413
    headers = {"content-length": str(30 * 1024 * 1024), "content-type": "multipart/form-data"}
    whole = await kari.http.post("/si", content=b"x", headers={**headers, "origin": URL})
    assert whole.status_code == 413

    async def endless() -> AsyncIterator[bytes]:
        yield b"csrf="

    without_end = await kari.http.post("/si", content=endless(), headers={"origin": URL})
    assert without_end.status_code == 411


async def test_a_long_text_comes_whole(house: WebHouse) -> None:
    kari = await comes(house)
    text = "æ" * 15_999 + "."
    form = hidden(kari.page.get_element_by_id("write"))
    await kari.posts("/si", {**form, "text": text}, files={"file": ("", b"")})
    assert kari.answer.status_code == 200
    assert [one.text for one in kari.bubbles if one.mine] == [text]


async def test_whoever_guesses_links_is_held_back_alone(house: WebHouse) -> None:
    guesser = house.browser()
    for number in range(30):
        assert (await guesser.opens(f"/inn/{number}")).status_code == 404
    assert (await guesser.opens(await personal(house))).status_code == 429
    transport = httpx.ASGITransport(house.app, client=("10.0.0.2", 1))
    async with httpx.AsyncClient(transport=transport, base_url=URL) as other:
        assert (await other.get(await personal(house))).status_code == 200


async def test_sixty_posts_a_minute_are_enough_for_one_browser(house: WebHouse) -> None:
    rate = Rate(60, MINUTE)
    assert [rate.takes("kari", at) for at in (0.0,) * 60] == [True] * 60
    assert (rate.takes("kari", 59.9), rate.takes("siri", 59.9)) == (False, True)
    assert rate.takes("kari", 60.0)
    assert house.site.limits.posts.takes("x", 0.0)


# What is kept


async def test_no_log_and_no_disk_holds_a_code_a_token_or_what_was_written(
    house: WebHouse, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        link = await personal(house)
        kari = house.browser()
        await kari.opens(link)
        await kari.submits("Come in")
        await kari.writes("Hemmelig ønske")
        await kari.opens("/inn/wrong-code-here")
    code, token = link.removeprefix("/inn/"), kari.http.cookies[COOKIE]
    lines = [one.getMessage() for one in caplog.records if not one.name.startswith("http")]
    told = "\n".join(lines)
    assert [one for one in (code, token, "Hemmelig", "wrong-code") if one in told] == []
    files = [one for one in house.folder.rglob("*") if one.is_file()]
    disk = b"".join(await asyncio.gather(*(asyncio.to_thread(one.read_bytes) for one in files)))
    assert [one for one in (code, token) if one.encode() in disk] == []


async def test_a_national_number_is_taken_out_before_it_is_kept(house: WebHouse) -> None:
    kari = await comes(house)
    await kari.writes("Det gjelder 150776 41898, hjelp")
    await house.passes()
    await kari.opens("/")
    assert "41898" not in kari.words
    assert [one.text for one in kari.bubbles if one.mine] == []
    assert kari.last.text.startswith("There was a national identity number in what you sent")


async def test_a_page_that_fails_says_so_and_logs_no_words(
    house: WebHouse, caplog: pytest.LogCaptureFixture
) -> None:
    kari = await comes(house)

    async def broken(_source: str, _updates: object) -> None:
        raise RuntimeError("Hemmelig")

    object.__setattr__(house.site, "receive", broken)
    form = hidden(kari.page.get_element_by_id("write"))
    await kari.posts("/si", {**form, "text": "Hemmelig"})
    assert (kari.answer.status_code, kari.heading) == (500, "Something went wrong on our side")
    assert "Hemmelig" not in caplog.text
    assert {name: kari.answer.headers.get(name) for name in SAFE} == SAFE
