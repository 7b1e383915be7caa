"""Faults that were planted at the page and in the mail, and that no other test noticed."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.requests import Request

from bot.mail.door import PACE
from bot.mail.letter import message
from bot.mail.mint import link_for
from bot.parcel import Parcel, Unreachable
from bot.web import chat, render
from handlers import roster, visits
from handlers.desk import READINGS
from handlers.events import Address, Attached, Event
from handlers.markup import Html, safe
from handlers.papers.book import EXCEL
from handlers.post import CONFIRM, TAKEN, address_of, mail_is
from handlers.workbook import Listed
from storage.records import Membership, Session
from storage.unit import Unit
from tests.led_teams import Led
from tests.test_series import FILE, NEW, book, organiser, renamed, stands
from tests.test_series import sends as sends_file
from tests.web_visitor import URL, Browser, WebHouse, hidden, web_house

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME, MAIL = "trygg-oppstart", "kari@kommune.example"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path, NOW) as here:
        await here.imports()
        yield here


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Led]:
    room = Led(tmp_path)
    yield room
    room.close()


def listed(unit: Unit, name: str = "Kari", mail: str | None = None) -> str:
    """Enter somebody; return who they are."""
    person = roster.enlist(unit, PROGRAMME, Listed(name, team="havnes-1", mail=mail), NOW)
    unit.people.speak(person.id, "en")
    return person.id


def way_in(unit: Unit, name: str = "Kari") -> str:
    """The path of somebody's own link."""
    link = visits.personal_link(unit, listed(unit, name), NOW, timedelta(hours=1))
    return str(link).removeprefix(URL)


async def comes(house: WebHouse) -> Browser:
    browser = house.browser()
    await browser.opens(await house.does(way_in))
    await browser.submits("Come in")
    return browser


async def test_a_forms_word_from_before_signing_in_is_none_afterwards(house: WebHouse) -> None:
    kari = house.browser()
    await kari.opens(await house.does(way_in))
    before = hidden(kari.page.find(".//main//form"))["csrf"]
    await kari.submits("Come in")
    form = hidden(kari.page.get_element_by_id("write"))
    answer = await kari.posts("/si", {**form, "csrf": before, "text": "hi"})
    assert (answer.status_code, form["csrf"] == before) == (403, False)


async def test_one_persons_own_code_is_not_spent_at_a_teams_door(house: WebHouse) -> None:
    link = await house.does(way_in)
    browser = house.browser()
    await browser.opens(await house.team_link(await house.imports()))
    form = hidden(browser.page.find(".//main//form"))
    answer = await browser.posts(f"/bli-med/{link.removeprefix('/inn/')}", form)
    assert answer.status_code == 404
    assert (await house.browser().opens(link)).status_code == 200


async def test_from_one_address_three_hundred_newcomers_an_hour_are_enough(
    house: WebHouse,
) -> None:
    link = await house.team_link(await house.imports())
    for _ in range(299):
        assert house.site.limits.newcomers.takes("10.0.0.1", time.monotonic())
    assert (await _joins(house, link), await _joins(house, link)) == (303, 429)


async def _joins(house: WebHouse, link: str) -> int:
    browser = house.browser()
    await browser.opens(link)
    form = hidden(browser.page.find(".//main//form"))
    return (await browser.http.post(link, data=form, headers={"origin": URL})).status_code


async def test_a_browser_that_posts_without_end_is_not_heard(house: WebHouse) -> None:
    kari = await comes(house)
    form = {**hidden(kari.page.get_element_by_id("write")), "text": "hi"}
    answers = [(await kari.posts("/si", {**form, "text": ""})).status_code for _ in range(60)]
    assert (set(answers), (await kari.posts("/si", form)).status_code) == ({200}, 429)


async def test_a_mail_that_is_tried_again_later_is_the_same_message() -> None:
    parcel = Parcel("send", Address("mail", MAIL), Html("hi"), key="push:1:mail")
    sent = [
        message(parcel, "Mellom <m@kommune.example>", None, None, NOW + timedelta(hours=later))
        for later in (0, 5)
    ]
    assert len({one["Message-ID"] for one in sent}) == 1
    assert sent[0]["Date"] != sent[1]["Date"]


async def test_who_is_told_that_another_gave_their_address_gets_no_link_with_it(
    house: WebHouse,
) -> None:
    await house.does(lambda unit: mail_is(unit, on=True))
    await house.does(lambda unit: listed(unit, mail=MAIL))
    assert await house.does(lambda unit: link_for(unit, MAIL, f"{TAKEN}x", NOW)) is None


async def test_no_link_goes_to_an_address_that_somebody_has_thought_better_of(
    house: WebHouse,
) -> None:
    kari = await house.does(listed)

    def says(unit: Unit) -> None:
        for mail in ("wrong@kommune.example", MAIL):
            unit.visits.claim(kari, mail, NOW)

    await house.does(says)
    about = f"{CONFIRM}{kari}"
    with pytest.raises(Unreachable):
        await house.does(lambda unit: link_for(unit, "wrong@kommune.example", about, NOW))
    assert await house.does(lambda unit: link_for(unit, MAIL, about, NOW)) is not None


def test_mail_takes_one_sender_of_the_house_and_no_more() -> None:
    assert PACE.at_once == 1


def test_who_leads_another_series_alone_says_yes_to_this_one_in_vain(room: Led) -> None:
    room.imports(NEW)
    siri = organiser(room)
    sends_file(room, siri, book(renamed()))
    with room.unit() as unit:
        person = unit.people.at("telegram", "900")
        assert person is not None
        unit.people.join(Membership(person.id, NEW.id, "organiser", None, None, NOW))
        unit.people.leave(person.id, PROGRAMME, "organiser")
    siri.taps("Yes, do it")
    assert (stands(room), "you do not lead it" in siri.last.text) == (FILE, True)


def test_who_was_only_entered_is_no_other_organiser(room: Led) -> None:
    with room.unit() as unit:
        roster.enlist(unit, PROGRAMME, Listed("Eva Ravn", "organiser"), room.now)
    room.ingrid.says("/teams")
    for label in ("Organisers and facilitators", "Ingrid Solli", "Has left"):
        room.ingrid.taps(label)
    assert room.ingrid.last.text.startswith("That is the only organiser.")
    assert "Ingrid Solli" in room.people()


def test_whoever_lives_at_the_page_is_told_that_a_link_to_it_was_made(room: Led) -> None:
    room.has(page=True)
    with room.unit() as unit:
        liv = unit.people.add("Liv Aas", "en", room.now)
        unit.people.live_at(liv.id, "page", "livs-page")
        unit.people.join(Membership(liv.id, PROGRAMME, "participant", "havnes-1", None, room.now))
    room.ingrid.says("/teams Havnes, hjemmetjenesten")
    room.ingrid.taps("Liv Aas")
    room.ingrid.taps("Personal link")
    told = room.connection.execute("SELECT text FROM outbox WHERE key = 'livs-page'").fetchall()
    assert [one[0].startswith("Ingrid Solli has made a new link") for one in told] == [True]


def test_what_waits_for_a_yes_goes_with_the_one_whom_it_names(room: Led) -> None:
    with room.unit() as unit:
        siri = unit.people.at("telegram", "5")
        assert siri is not None
        unit.programmes.propose(siri.id, PROGRAMME, 1, '{"name": "Kari Nordmann"}', room.now)
    room.kari.says("/forget")
    room.kari.taps("Yes")
    with room.unit() as unit:
        assert unit.programmes.proposal(siri.id) is None


def test_with_the_address_go_the_links_that_were_sent_there(room: Led) -> None:
    room.has(page=True)
    with room.unit() as unit:
        mail_is(unit, on=True)
        kari = unit.people.at("telegram", "2")
        assert kari is not None
        unit.people.live_at(kari.id, "mail", MAIL)
        link = str(link_for(unit, MAIL, "", room.now))
    room.kari.says("/settings")
    room.kari.taps("E-mail")
    room.kari.taps("Take it away")
    with room.unit() as unit:
        assert not visits.is_good(unit, link.rpartition("/")[2], room.now)


async def test_an_address_that_another_proved_first_is_confirmed_to_nobody_else(
    house: WebHouse,
) -> None:
    await house.does(lambda unit: listed(unit, "Ola", MAIL))
    kari = await house.does(listed)
    await house.does(lambda unit: unit.visits.claim(kari, MAIL, NOW))
    with pytest.raises(Unreachable):
        await house.does(lambda unit: link_for(unit, MAIL, f"{CONFIRM}{kari}", NOW))


async def test_nobody_signs_another_out(house: WebHouse) -> None:
    kari = await comes(house)
    siri = house.browser()
    await siri.opens(await house.does(lambda unit: way_in(unit, "Siri")))
    await siri.submits("Come in")
    await kari.opens("/okter")
    named = kari.page.xpath("//button[@name='which']/@value")[0]
    await siri.opens("/okter")
    form = hidden(siri.page.find(".//main//form"))
    await siri.posts("/okter", {**form, "which": named})
    assert [str((await one.opens("/")).url) for one in (kari, siri)] == [f"{URL}/"] * 2


async def test_an_open_page_is_told_of_nothing_more_once_it_is_signed_out(
    house: WebHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat, "HEARTBEAT_SECONDS", 0.01)
    kari = await comes(house)
    token = kari.http.cookies["__Host-mellom"]
    cookie = {"cookie": f"__Host-mellom={token}"}
    await house.does(lambda unit: unit.visits.sign_out(visits.hashed(token)))
    asked = Request({"type": "http", "headers": [], "app": house.app})
    asked.scope["headers"] = [(name.encode(), said.encode()) for name, said in cookie.items()]
    asked.state.visitor = visits.Visitor(Session("x", "key", "", NOW, NOW, NOW), None)
    async with asyncio.timeout(5):
        told = [one async for one in chat._nudges(asked)]
    assert told == ["retry: 3000\n\n", ": still here\n\n"]


async def test_what_is_no_command_is_no_form_of_ours(house: WebHouse) -> None:
    kari = await comes(house)
    form = hidden(kari.page.get_element_by_id("write"))
    said = [await kari.posts("/si", {**form, "command": one}) for one in ("hi", "/a b", "/")]
    assert {one.status_code for one in said} == {400}


async def test_a_file_that_is_sent_brings_no_folders_in_its_name(house: WebHouse) -> None:
    kari = await comes(house)
    form = hidden(kari.page.get_element_by_id("write"))
    await kari.posts("/si", form, files={"file": ("../../etc/notes.docx", b"x", "x/y")})
    (payload,) = await house.does(_payloads)
    assert '"name":"notes.docx"' in payload
    assert (house.folder / "uploads").stat().st_mode & 0o077 == 0


def _payloads(unit: Unit) -> list[str]:
    found = unit.inbox.connection.execute("SELECT payload FROM inbox WHERE payload LIKE '%docx%'")
    return [row[0] for row in found]


def test_a_workbook_in_a_group_is_not_read(room: Led) -> None:
    room.sitter("-100", language="en")
    what = Attached("m", "document", "", "ref", "rekke.xlsx", EXCEL, 9)
    address = Address("telegram", "-100")
    room.answers(Event("telegram:1", "g", address, "1", room.now, what, private=False))
    with room.unit() as unit:
        assert [one.kind for one in unit.tasks.due(room.now, 9) if one.kind in READINGS] == []


def test_whoever_has_a_chat_and_a_page_is_written_to_in_the_chat(room: Led) -> None:
    with room.unit() as unit:
        kari = unit.people.at("telegram", "2")
        assert kari is not None
        unit.people.live_at(kari.id, "page", "a-page")
        assert address_of(unit, kari) == Address("telegram", "2")


def test_our_own_words_do_not_break_out_of_an_attribute() -> None:
    shown = render._pages.from_string('<a title="{{ said }}">').render(said=safe('" onclick="x'))
    assert shown == '<a title="&#34; onclick=&#34;x">'
