"""People take part in a browser without a line of script; the house is started anew each time."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers import roster, visits
from handlers.post import read_keyboard
from handlers.workbook import Listed
from storage.unit import Unit
from tests.web_visitor import CHROME, Browser, WebHouse, hidden, web_house

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[WebHouse]:
    async with web_house(tmp_path, NOW) as here:
        await here.imports()
        yield here


async def kari_in(house: WebHouse) -> Browser:
    kari = house.browser()
    await kari.joins(await link(house), "Kari Nordmann")
    return kari


async def link(house: WebHouse) -> str:
    return await house.team_link(await house.imports())


async def test_a_newcomer_is_told_what_is_kept_and_asked_nothing_about_a_phone(
    house: WebHouse,
) -> None:
    kari = house.browser()
    await kari.opens(await link(house))
    assert kari.heading == (
        "Welcome to Learning network for a safe start, and to the team Havnes, hjemmetjenesten!"
    )
    assert await house.does(lambda unit: unit.people.after("", 9)) == []
    await kari.submits("Go on in the browser")
    told, asked = kari.bubbles
    assert "Before you tell me anything:\n• I keep your name" in told.text
    assert told.labels == ["Bokmål"]
    assert asked.text.endswith("What is your name?")


async def test_the_language_is_changed_by_a_button_before_anything_else(house: WebHouse) -> None:
    kari = house.browser()
    await kari.opens(await link(house))
    await kari.submits("Go on in the browser")
    await kari.taps("Bokmål")
    assert kari.last.text.endswith("Hva heter du?")
    assert kari.page.get("lang") == "nb"


async def test_a_whole_report_is_written_and_delivered_by_clicks_and_words(
    house: WebHouse,
) -> None:
    kari = await kari_in(house)
    assert kari.last.text.startswith("Thank you, Kari Nordmann. You are in!")
    assert kari.last.text.endswith("come by here now and then to see what is new.")
    await kari.says("/report", "Nobody is alone")
    await kari.taps("under way", "Skip")
    await kari.says("Learnt", "4", "yes", "-", "12", "skip", "no", "skip")
    await kari.taps("Send")
    thanks, _where = [one.text for one in kari.bubbles][-2:]
    assert thanks.startswith("Thank you! The report before «What did we find")


async def test_what_was_written_is_changed_in_its_place(house: WebHouse) -> None:
    kari = await kari_in(house)
    await kari.says("/report", "Nobody is alone")
    said = next(one for one in kari.bubbles if one.text == "Nobody is alone")
    await kari.submits("Save", edit=said.id, text="Nobody starts alone")
    await kari.opens("/")
    assert [one.text for one in kari.bubbles if one.id == said.id] == ["Nobody starts alone"]
    assert "changed" in kari.page.get_element_by_id(f"m-{said.id}").text_content()


async def test_a_form_that_is_sent_twice_takes_effect_once_and_other_words_are_another_deed(
    house: WebHouse,
) -> None:
    kari = await kari_in(house)
    await kari.says("/report")
    form = hidden(kari.page.get_element_by_id("write"))
    for text in ("Nobody is alone", "Nobody is alone", "Lunch"):
        await kari.posts("/si", {**form, "text": text})
        await house.passes()
        await house.restart()
        await kari.opens("/")
    mine = [one.text for one in kari.bubbles if one.mine]
    assert mine == ["Kari Nordmann", "/report", "Nobody is alone", "Lunch"]


async def test_a_button_that_is_clicked_twice_is_as_good_as_once(house: WebHouse) -> None:
    kari = house.browser()
    await kari.opens(await link(house))
    await kari.submits("Go on in the browser")
    await kari.says("Kari Nordmann")
    before = kari.answer
    await kari.taps("Skip")
    here = [one.text for one in kari.bubbles]
    kari.answer = before
    await kari.submits("Skip")
    assert kari.answer.status_code == 200
    assert [one.text for one in kari.bubbles] == here


async def test_a_button_that_is_gone_changes_nothing_and_says_so(house: WebHouse) -> None:
    kari = await kari_in(house)
    form = hidden(kari.page.get_element_by_id("write"))
    await kari.posts("/si", {**form, "press": f"{kari.last.id}:report:x"})
    assert (kari.answer.status_code, kari.heading) == (409, "That button is gone")
    assert len(await house.does(lambda unit: unit.inbox.parked())) == 0


async def test_a_command_in_a_text_is_a_button_and_the_menu_holds_the_others(
    house: WebHouse,
) -> None:
    kari = await kari_in(house)
    await kari.taps("/privacy")
    told = kari.last
    assert "goes encrypted to the machine that Mellom runs on" in told.text
    assert "Telegram" not in told.text
    await kari.taps("Read all of it")
    assert "Telegram" not in kari.last.text
    assert "one cookie" in kari.last.text
    await kari.taps("/status")
    assert [one.text for one in kari.bubbles if one.mine][-2:] == ["/privacy", "/status"]


async def test_a_file_that_comes_is_offered(house: WebHouse) -> None:
    kari = await kari_in(house)
    await kari.says("/calendar")
    paths = kari.page.xpath("//p[@class='file']/a/@href")
    assert [one.startswith("/fil/") for one in paths] == [True]
    got = await kari.http.get(paths[0])
    assert got.content.startswith(b"BEGIN:VCALENDAR")
    assert got.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")


async def test_what_is_anonymous_is_remembered_for_the_page_alone_and_stands_on_no_disk(
    house: WebHouse,
) -> None:
    kari = await kari_in(house)
    await come_to(house, kari, datetime(2026, 12, 2, 14, tzinfo=UTC))
    await kari.writes("/reflect")
    assert kari.last.text.startswith("2 of 2 left\n\nWhat do you take with you?")
    assert await house.does(fleeting) == [("", "[]")]
    await house.restart()
    await kari.opens("/")
    assert kari.last.text.startswith("What stood here is kept nowhere.")


def fleeting(unit: Unit) -> list[tuple[str, str]]:
    found = unit.outbox.connection.execute(
        "SELECT text, buttons FROM outbox WHERE fleeting = 1 AND state = 'sent'"
    )
    return [(row["text"], row["buttons"]) for row in found]


async def test_whoever_is_forgotten_reads_the_last_word_and_is_signed_out(house: WebHouse) -> None:
    kari = await kari_in(house)
    await kari.taps("/forget")
    await kari.submits("Yes, erase everything about me")
    assert kari.answer.status_code == 200
    assert kari.words.startswith("Goodbye Now everything about you is erased")
    await kari.opens("/")
    assert str(kari.answer.url).endswith("/logg-inn")
    assert await house.does(lambda unit: unit.people.after("", 9)) == []


async def test_earlier_messages_are_a_click_away(house: WebHouse) -> None:
    kari = await kari_in(house)
    for number in range(31):
        await kari.writes(f"/status {number}")
        house.clock.move_to(house.clock.now() + timedelta(seconds=1))
    assert len(kari.bubbles) == 60
    await kari.opens("/?alt=1")
    assert len(kari.bubbles) > 60


async def test_a_push_stands_on_the_page_with_its_buttons(house: WebHouse) -> None:
    kari = await kari_in(house)
    await come_to(house, kari, datetime(2026, 11, 18, 13, tzinfo=UTC))
    rows = await house.does(
        lambda unit: [one for one in unit.outbox.shown_at("page", key_of(unit), NOW) if one.push]
    )
    assert [one.text for one in kari.bubbles if one.text == ""] == []
    assert len(rows) == 1
    labels = [button.text for row in read_keyboard(rows[0].buttons) for button in row]
    assert kari.last.labels == labels


async def come_to(house: WebHouse, kari: Browser, moment: datetime) -> None:
    """Let time pass, with a look at the page each week."""
    while house.clock.now() < moment:
        await house.passes(min(timedelta(days=7), moment - house.clock.now()))
        await kari.opens("/")


def key_of(unit: Unit) -> str:
    person = unit.people.after("", 1)[0]
    return next(one.key for one in unit.people.addresses(person.id) if one.door == "page")


async def test_a_listed_person_comes_in_by_their_link_and_is_told_what_is_kept(
    house: WebHouse,
) -> None:
    def enlisted(unit: Unit) -> str | None:
        siri = roster.enlist(unit, PROGRAMME, Listed("Siri Ås", team="havnes-1"), NOW)
        unit.people.speak(siri.id, "en")
        return visits.personal_link(unit, siri.id, NOW, visits.INVITED)

    url = await house.does(enlisted)
    siri = house.browser(CHROME)
    await siri.opens(str(url))
    await siri.submits("Come in")
    listed, stands = siri.bubbles
    assert listed.text.startswith("An organiser of Learning network for a safe start has entered")
    assert "• I keep your name" in listed.text
    assert stands.text.startswith("You are in Learning network for a safe start, in the")
    await siri.taps("/status")
    await siri.opens("/okter")
    assert "Chrome, Android (the one you use now)" in siri.words
    members = await house.does(lambda unit: unit.people.members(PROGRAMME))
    assert [(one.team, one.listed) for one in members] == [("havnes-1", False)]


async def test_with_a_teams_code_the_place_is_taken_that_was_entered_for_that_name(
    house: WebHouse,
) -> None:
    entered = Listed("Kari  nordmann", team="havnes-1", job="mentor", mail="kari@example.no")
    before = await house.does(lambda unit: roster.enlist(unit, PROGRAMME, entered, NOW).id)
    await kari_in(house)

    def there(unit: Unit) -> list[tuple[str, str | None, bool]]:
        return [(one.person, one.job, one.listed) for one in unit.people.members(PROGRAMME)]

    assert await house.does(there) == [(before, "mentor", False)]
    assert len(await house.does(lambda unit: unit.people.after("", 9))) == 1
    doors = await house.does(lambda unit: [one.door for one in unit.people.addresses(before)])
    assert sorted(set(doors)) == ["mail", "page"]
