"""The ways in for those who have lost their link, or were given a code; and who is greeted how."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.mail.mint import link_for
from bot.web.browsers import label_of
from handlers import roster, visits
from handlers.codes import USERNAME, codes, personal_ways
from handlers.join.page_texts import came_in
from handlers.markup import plain
from handlers.post import INVITATION, mail_is
from handlers.tongue import tongue
from handlers.workbook import Listed
from storage.records import Membership
from storage.unit import Unit
from tests.web_visitor import CHROME, FIREFOX, URL, Browser, WebHouse, web_house

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"
SENT = "If somebody here has that address, a link is on its way there."


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path, NOW) as here:
        await here.imports()
        yield here


async def with_mail(house: WebHouse) -> str:
    """Kari is entered with her address, and the house sends mail; return who she is."""
    await house.does(lambda unit: mail_is(unit, on=True))
    kari = Listed("Kari", team="havnes-1", mail="kari@example.no")
    return await house.does(lambda unit: roster.enlist(unit, PROGRAMME, kari, NOW).id)


async def asks(browser: Browser, mail: str) -> str:
    """Ask for a link; return what the page says."""
    await browser.opens("/logg-inn")
    await browser.submits("Send me a link", mail=mail)
    await asyncio.gather(*(one for one in asyncio.all_tasks() if "_send" in repr(one)))
    return browser.words


def owed(unit: Unit) -> list[tuple[str, str, bool]]:
    query = "SELECT key, about, fleeting FROM outbox WHERE door = 'mail' ORDER BY position"
    return [(row[0], row[1], bool(row[2])) for row in unit.outbox.connection.execute(query)]


async def test_a_known_and_an_unknown_address_are_answered_alike_and_one_gets_a_link(
    house: WebHouse,
) -> None:
    await with_mail(house)
    unknown = await asks(house.browser(), "siri@example.no")
    assert await house.does(owed) == []
    known = await asks(house.browser(), " Kari@Example.no ")
    assert known == unknown
    assert known.startswith(f"Sign in {SENT}")
    assert await house.does(owed) == [("kari@example.no", "link", True)]


async def test_a_person_gets_five_links_an_hour_and_one_a_minute(house: WebHouse) -> None:
    kari = await with_mail(house)
    for _ in range(3):
        await asks(house.browser(), "kari@example.no")
    assert len(await house.does(owed)) == 1
    await house.does(lambda unit: [personal_ways(unit, kari, house.clock.now()) for _ in range(5)])
    for _ in range(5):
        await house.passes()
        assert SENT in await asks(house.browser(), "kari@example.no")
    assert len(await house.does(owed)) == 5
    await house.passes(timedelta(hours=1))
    await asks(house.browser(), "kari@example.no")
    assert len(await house.does(owed)) == 6


async def test_one_network_address_asks_for_twenty_links_an_hour(house: WebHouse) -> None:
    await with_mail(house)
    browser = house.browser()
    told = [(await asks(browser, f"{n}@example.no"))[:7] for n in range(21)]
    assert told == ["Sign in"] * 20 + ["That wa"]


async def test_a_link_that_proves_an_address_says_so_before_and_after(house: WebHouse) -> None:
    kari, new = await with_mail(house), "kari.n@example.no"
    await house.does(lambda unit: unit.visits.claim(kari, new, NOW))
    await house.does(lambda unit: unit.visits.claim(kari, new, NOW))
    url = await house.does(
        lambda unit: visits.personal_link(unit, kari, NOW, visits.ASKED_FOR, new)
    )
    assert url is not None
    browser = house.browser()
    await browser.opens(url)
    await browser.submits("Yes, this is my address")
    await browser.opens("/")
    assert browser.words.count(f"Takk! Påminnelser kommer nå til {new}.") == 1


async def test_without_mail_the_page_says_whom_to_ask(house: WebHouse) -> None:
    stranger = house.browser()
    await stranger.opens("/")
    assert stranger.words.startswith("Sign in Have you lost your link? Ask the organisers")
    assert stranger.page.xpath("//input[@type='email']") == []


async def test_a_code_is_typed_where_one_signs_in_however_it_was_copied(house: WebHouse) -> None:
    link = await house.team_link(await house.imports())
    code = link.removeprefix("/bli-med/")
    for said in (code, f"{code[:4]} {code[4:]}".upper(), f"{URL}{link}"):
        kari = house.browser()
        await kari.opens("/logg-inn")
        await kari.submits("Go on", code=said)
        assert (kari.answer.status_code, str(kari.answer.url)) == (200, f"{URL}{link}")
    await kari.opens("/logg-inn")
    await kari.submits("Go on", code="../../okter")
    assert (kari.answer.status_code, kari.heading) == (404, "This link opens nothing")


async def test_a_teams_link_offers_telegram_where_there_is_a_bot(house: WebHouse) -> None:
    link = await house.team_link(await house.imports())
    kari = house.browser()
    await kari.opens(link)
    assert kari.page.xpath("//a[contains(@href, 't.me')]") == []
    await house.does(lambda unit: unit.house.keep(USERNAME, "mellom_bot"))
    await kari.opens(link)
    code = link.removeprefix("/bli-med/")
    telegram = kari.page.xpath("//a[contains(@href, 't.me')]/@href")
    assert telegram == [f"https://t.me/mellom_bot?start={code}"]


async def test_whoever_is_here_already_goes_on_in_the_same_conversation(house: WebHouse) -> None:
    link = await house.team_link(await house.imports())
    kari = house.browser()
    await kari.joins(link, "Kari")
    before = len(kari.bubbles)
    await kari.opens(link)
    await kari.submits("Go on in the browser")
    assert len(kari.bubbles) == before + 1
    assert kari.last.text.startswith("You are in Learning network for a safe start, in")
    assert await house.does(lambda unit: len(unit.people.after("", 9))) == 1


async def test_an_organiser_comes_in_by_a_single_use_code_and_finds_the_overview(
    house: WebHouse,
) -> None:
    found = await house.does(lambda unit: codes(unit, PROGRAMME, NOW, None))
    code = next(one.code for one in found if one.role == "organiser")
    nora, other = house.browser(), house.browser()
    for one in (nora, other):
        await one.opens(f"/bli-med/{code}")
        assert one.heading == "Welcome to Learning network for a safe start, as an organiser!"
    await nora.submits("Go on in the browser")
    await nora.says("Nora")
    assert nora.page.xpath("//nav/a/@href") == ["/#siste", "/oversikt", "/okter"]
    await other.submits("Go on in the browser")
    assert other.answer.status_code == 404
    assert [one.role for one in await house.does(_members)] == ["organiser"]


def a_link(unit: Unit, person: str, *, by_mail: bool) -> str:
    if by_mail:
        made = link_for(unit, "kari@example.no", INVITATION, NOW)
    else:
        made = personal_ways(unit, person, NOW).web
    assert made is not None
    return made.removeprefix(URL)


async def test_whoever_came_in_before_the_invited_is_signed_out_when_she_comes(
    house: WebHouse,
) -> None:
    kari = await with_mail(house)
    organiser, her, phone = house.browser(), house.browser(FIREFOX), house.browser(CHROME)
    for browser, by_mail in ((organiser, False), (her, True)):
        await browser.opens(await house.does(partial(a_link, person=kari, by_mail=by_mail)))
        await browser.submits("Come in")
        await house.passes()
    assert (await organiser.opens("/")).url.path == "/logg-inn"
    await phone.opens(await house.does(partial(a_link, person=kari, by_mail=False)))
    await phone.submits("Come in")
    await house.passes()
    assert (await her.opens("/")).url.path == "/"
    kept = await house.does(lambda unit: unit.people.find(kari))
    assert kept is not None
    assert plain(came_in(tongue(kept.language or "nb"))) in [one.text for one in her.bubbles]


def _members(unit: Unit) -> list[Membership]:
    return unit.people.members(PROGRAMME)


@pytest.mark.parametrize(
    ("agent", "label"),
    [
        (FIREFOX, "Firefox, Linux"),
        (CHROME, "Chrome, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("curl/8", ""),
    ],
)
def test_a_browser_is_named_in_two_words(agent: str, label: str) -> None:
    assert label_of(agent) == label
