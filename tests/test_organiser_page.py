"""The organisers' pages: who sees which, of what, and nothing more."""

import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from handlers.changed import audience, facts_of, step_of
from handlers.changed.facts import Was
from storage.records import Membership
from tests.led_network import PROGRAMME, joins, led_network
from tests.organiser_site import URL, Web, web

AT = f"/oversikt/{PROGRAMME}"
PAGES = (
    "/oversikt",
    AT,
    f"{AT}?runde=samling-2",
    f"{AT}/team",
    f"{AT}/fremover",
    f"{AT}/filer",
    f"{AT}/filer/oppsummering",
    f"{AT}/filer/pamelding",
    f"{AT}/filer/program",
    f"{AT}/filer/invitasjoner",
    f"{AT}/filer/invitasjonstekster",
    f"{AT}/filer/invitasjon?team=havnes-1",
)
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Web]:
    room, _ = led_network(tmp_path)
    joins(room, "ingrid", "organiser", name="Ingrid")
    joins(room, "per", "facilitator", "havnes-1", name="Per")
    joins(room, "anne", "facilitator", name="Anne")
    joins(room, "siri", "participant", "havnes-1", name="Siri")
    joins(room, "odd", "observer", name="Odd")
    with room.unit() as unit:
        unit.people.live_at_no_more("telegram", "odd")
    async with web(room, tmp_path) as opened:
        yield opened


async def test_each_page_opens_for_those_who_lead_and_is_nothing_to_all_others(house: Web) -> None:
    found = {}
    for key in ("ingrid", "anne", "per", "siri", "odd", "nobody"):
        async with house.browser(key) as http:
            found[key] = [(await http.get(page)).status_code for page in PAGES]
    guides = [303, *[200] * 6, *[404] * 5]
    assert found == {
        "ingrid": [303, *[200] * 11],
        "anne": guides,
        "per": guides,
        "siri": [404] * 12,
        "odd": [404] * 12,
        "nobody": [404] * 12,
    }


async def test_without_a_session_every_page_leads_to_the_entrance(house: Web) -> None:
    async with house.browser() as http:
        answers = [await http.get(page) for page in PAGES]
    led = {(answer.status_code, answer.headers["location"]) for answer in answers}
    assert led == {(303, "/logg-inn")}


async def test_a_programme_that_one_does_not_lead_is_nothing_here(house: Web) -> None:
    house.room.holds("orkdal.toml")
    async with house.browser("ingrid") as http:
        for page in PAGES[1:]:
            other = page.replace(PROGRAMME, "orkdal-helt-med")
            assert (await http.get(other)).status_code == 404


async def test_a_role_that_was_taken_away_opens_nothing_from_the_next_request_on(
    house: Web,
) -> None:
    async with house.browser("ingrid") as http:
        assert (await http.get(AT)).status_code == 200
        with house.room.unit() as unit:
            person = unit.people.at("page", "ingrid")
            assert person is not None
            unit.people.leave(person.id, PROGRAMME, "organiser")
        assert [(await http.get(page)).status_code for page in PAGES] == [404] * len(PAGES)


async def test_a_facilitator_of_a_team_reads_of_that_team_alone_on_every_page(house: Web) -> None:
    shown = ""
    async with house.browser("per") as http:
        for page in PAGES:
            answer = await http.get(page, follow_redirects=True)
            is_file = answer.headers["content-type"] == EXCEL
            shown += _cells(answer.content) if is_file else answer.text
    assert "Havnes, hjemmetjenesten" in shown
    assert "Skarvnes" not in shown
    assert "Havnes, sykehjemmet" not in shown
    assert "mentorsamtalene inn i turnusen" not in shown


async def test_the_matrix_can_be_taken_home_for_the_round_that_is_shown(house: Web) -> None:
    async with house.browser("ingrid") as http:
        answer = await http.get(f"{AT}/filer/oppsummering?runde=samling-2")
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == (EXCEL, "no-store")
    named = "attachment; filename*=UTF-8''mellom-trygg-oppstart-samling-2.xlsx"
    assert answer.headers["content-disposition"] == named
    assert "Det er lettere å begynne i det små." in _cells(answer.content)


async def test_a_round_or_a_file_that_is_not_is_nothing_here(house: Web) -> None:
    async with house.browser("ingrid") as http:
        for page in (
            f"{AT}?runde=samling-9",
            f"{AT}/filer/hemmelig",
            f"{AT}/filer/..%2Fsite.py",
            f"{AT}/filer/invitasjon?team=x",
            f"{AT}/filer/invitasjon",
        ):
            assert (await http.get(page)).status_code == 404


async def test_whoever_leads_several_programmes_chooses(house: Web) -> None:
    other = house.room.holds("orkdal.toml")
    with house.room.unit() as unit:
        person = unit.people.at("page", "ingrid")
        assert person is not None
        member = Membership(person.id, other.id, "organiser", None, None, house.room.now)
        unit.people.join(member)
    async with house.browser("ingrid") as http:
        answer = await http.get("/oversikt")
        assert (answer.status_code, f'href="/oversikt/{other.id}"' in answer.text) == (200, True)
        assert f'href="{AT}"' in answer.text


async def test_what_is_sent_is_shown_in_numbers_without_a_name(house: Web) -> None:
    async with house.browser("ingrid") as http:
        page = (await http.get(f"{AT}/fremover")).text
    assert "to 16 people" in page
    assert "1 has neither Telegram nor e-mail" in page
    assert not [name for name in ("Ola", "Siri", "Per", "Anne", "Ingrid") if name in page]


async def test_a_change_that_waits_is_named_and_counted(house: Web) -> None:
    programme, now = house.room.holds(), house.room.now
    facts = facts_of(programme, "samling-4")
    assert facts is not None
    was = Was(version=2, facts=facts.model_copy(update={"cancelled": True})).model_dump_json()
    with house.room.unit() as unit:
        unit.notices.add(PROGRAMME, "samling-4", was, None, now + timedelta(hours=1), now)
        people = audience(unit, programme, [step_of(unit.notices.of_programme(PROGRAMME)[0])])
        reached = unit.people.reachable_in(PROGRAMME)
    async with house.browser("ingrid") as http:
        page = " ".join((await http.get(f"{AT}/fremover")).text.split())
    assert 0 < len(people.keys() & reached) < len(people)
    told = page.partition("The change of “")[2].partition("</li>")[0]
    assert f"to {len(people.keys() & reached)} people" in told


async def test_the_teams_page_counts_and_names_who_speaks_and_who_guides(house: Web) -> None:
    async with house.browser("ingrid") as http:
        page = (await http.get(f"{AT}/team")).text
    assert "Servicetorget i Lyngsund" in page
    assert "Per" in page
    assert "Siri" not in page


async def test_an_organiser_is_offered_every_file_and_each_team_its_own(house: Web) -> None:
    async with house.browser("ingrid") as http:
        files = (await http.get(f"{AT}/filer")).text
        teams = (await http.get(f"{AT}/team")).text
    offered = [one.partition('"')[0] for one in files.split("/filer/")[1:]]
    whole = ["oppsummering", "program", "pamelding", "invitasjoner", "invitasjonstekster"]
    assert (offered, teams.count("/filer/invitasjon?team=")) == (whole, 12)


async def test_a_facilitator_is_offered_the_matrix_alone_and_sends_no_programme(
    house: Web,
) -> None:
    async with house.browser("anne") as http:
        page = (await http.get(f"{AT}/filer")).text
        teams = (await http.get(f"{AT}/team")).text
    offered = [one.partition('"')[0] for one in page.split("/filer/")[1:]]
    assert (offered, 'type="file"' in page, "/filer/" in teams) == (["oppsummering"], False, False)


async def test_a_file_sent_back_comes_in_from_her_own_address(house: Web) -> None:
    async with house.browser("ingrid") as http:
        page = (await http.get(f"{AT}/filer")).text
        fields = {name: _hidden(page, name) for name in ("csrf", "once")}
        file = {"file": ("program.xlsx", b"PK", EXCEL)}
        wrong = await http.post(f"{AT}/filer", data=fields | {"csrf": "x"}, files=file)
        right = await http.post(f"{AT}/filer", data=fields, files=file, headers={"origin": URL})
    assert (f'action="{AT}/filer"' in page, wrong.status_code, right.status_code) == (
        True, 403, 303,
    )  # fmt: skip
    with house.room.unit() as unit:
        came = [row.payload or "" for row in unit.inbox.held_on("page", "ingrid")]
    assert ["program.xlsx" in payload for payload in came] == [True]


async def test_a_file_of_another_kind_is_no_message_to_anybody(house: Web) -> None:
    async with house.browser("ingrid") as http:
        page = (await http.get(f"{AT}/filer")).text
        fields = {name: _hidden(page, name) for name in ("csrf", "once")}
        file = {"file": ("brev.eml", b"Hei", "message/rfc822")}
        answer = await http.post(f"{AT}/filer", data=fields, files=file, headers={"origin": URL})
    assert (answer.status_code, "Nothing has been sent" in answer.text) == (422, True)
    with house.room.unit() as unit:
        assert list(unit.inbox.held_on("page", "ingrid")) == []


async def test_no_page_of_theirs_is_kept_or_framed_or_runs_a_script(house: Web) -> None:
    async with house.browser("ingrid") as http:
        for page in PAGES[1:6]:
            answer = await http.get(page)
            assert answer.headers["cache-control"] == "no-store"
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
            assert " style=" not in answer.text
            assert "javascript:" not in answer.text


def _hidden(page: str, name: str) -> str:
    return page.split(f'name="{name}" value="')[1].partition('"')[0]


def _cells(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
