"""/page: from the chat to the page, once, for ten minutes, and for those who lead alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from handlers import visits
from handlers.events import Address, Event, Said
from tests.organiser_site import URL, web
from tests.room import Room, Sitter
from tests.seated import seated
from tests.test_waiting import oslo

NOTHING = "That page is for organisers and facilitators of the programme."


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = Room(tmp_path, oslo("2026-11-20T12:00"))
    room.holds()
    with room.unit() as unit:
        unit.house.keep(visits.PLACE, URL)
    return room


def organiser(room: Room) -> Sitter:
    return seated(room, "9", role="organiser", team=None)


def link(sitter: Sitter) -> str:
    url = sitter.last.buttons[0].url
    assert url is not None
    return url


def code_in(url: str) -> str:
    return url.removeprefix(f"{URL}/inn/").removesuffix("?til=oversikt")


@pytest.mark.parametrize("said", ["/page", "/side", "page", "side"])
def test_who_leads_gets_a_button_that_signs_in(room: Room, said: str) -> None:
    ingrid = organiser(room)
    ingrid.says(said)
    assert ingrid.last.labels == ["Open the page"]
    assert link(ingrid).startswith(f"{URL}/inn/")
    assert "for 10 minutes" in ingrid.last.text


def test_the_link_stands_in_no_row_once_it_is_out(room: Room) -> None:
    ingrid = organiser(room)
    ingrid.says("/page")
    code = code_in(link(ingrid))
    assert len(code) == 32
    assert not [line for line in room.connection.iterdump() if code in line]


def test_the_link_is_good_for_ten_minutes(room: Room) -> None:
    ingrid = organiser(room)
    ingrid.says("/page")
    code = code_in(link(ingrid))
    soon, late = (room.now + timedelta(minutes=minutes) for minutes in (9, 11))
    with room.unit() as unit:
        assert (visits.is_good(unit, code, soon), visits.is_good(unit, code, late)) == (True, False)


def test_a_participant_gets_none_and_is_told_whose_it_is(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/page")
    kari.presses("page", kari.last.id)
    assert kari.last.buttons == []
    assert NOTHING in kari.text
    assert room.connection.execute("SELECT COUNT(*) FROM pass").fetchone()[0] == 0


def test_in_a_group_the_link_would_be_everybodys(room: Room) -> None:
    organiser(room)
    group = room.sitter("-100")
    room.answers(
        Event(
            "telegram:1",
            "g1",
            Address("telegram", "-100"),
            "9",
            room.now,
            Said("m", "/page"),
            language="en",
            private=False,
        )
    )
    room.deliver()
    assert (group.last.text, group.last.buttons) == (
        "Ask me for the page in a private chat, not in a group.",
        [],
    )


def test_a_house_without_a_page_says_so(room: Room) -> None:
    with room.unit() as unit:
        unit.house.keep(visits.PLACE, "")
    ingrid = organiser(room)
    ingrid.says("/page")
    assert ingrid.last.text.startswith("There is no page here")
    assert ingrid.last.buttons == []


async def test_the_button_leads_to_the_overview_and_does_so_once(
    room: Room, tmp_path: Path
) -> None:
    ingrid = organiser(room)
    ingrid.says("/page")
    way = link(ingrid).removeprefix(URL)
    async with web(room, tmp_path) as house, house.browser() as http:
        form = (await http.get(way)).text
        fields = {"csrf": form.split('name="csrf" value="')[1].partition('"')[0]}
        assert f'action="{way}"' in form
        entered = await http.post(way, data=fields)
        assert (entered.status_code, entered.headers["location"]) == (303, "/oversikt")
        assert (await http.get("/oversikt/trygg-oppstart")).status_code == 200
        async with house.browser() as other:
            assert "/inn/" not in (await other.get(way)).text
            await other.post(way, data=fields)
            assert (await other.get("/oversikt")).headers["location"] == "/logg-inn"
