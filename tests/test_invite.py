"""Invitations: links that let in whom they are for, and papers that can be handed out."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
import segno
from docx import Document
from matplotlib.image import imread

from handlers.codes import Ways, recognised, team_ways
from handlers.feature import Paper
from handlers.programme_file import ProgrammeFile, read_programme
from handlers.teams.letter import Invitation, invitation, mail
from handlers.teams.page import pages
from handlers.teams.sending import picture
from handlers.tongue import tongue
from tests.joining import PROGRAMME
from tests.led_teams import Led
from tests.room import PROGRAMMES, Sitter

LONG = "Avdeling for heimebaserte tenester, rus- og psykisk helsearbeid og Ærøysund bu- og " * 4


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Led]:
    room = Led(tmp_path)
    yield room
    room.close()


def ways(room: Led, team: str) -> Ways:
    programme = room.programme
    with room.unit() as unit:
        found = team_ways(unit, programme, team)
    assert found is not None
    return found


def invited(sitter: Sitter, team: str = "Havnes, hjemmetjenesten") -> str:
    """The message with the links."""
    sitter.says("/invite")
    if team in sitter.last.labels:
        sitter.taps(team)
    return sitter.screen[-3].text


def test_a_team_has_its_links_a_text_to_paste_and_papers(room: Led) -> None:
    room.has(bot=True, page=True)
    found = ways(room, "havnes-1")
    assert invited(room.ingrid) == (
        "The way into Havnes, hjemmetjenesten:\n\n"
        f"In a browser, or on to Telegram: https://mellom.example/bli-med/{found.code}\n"
        f"Straight to Telegram: https://t.me/mellom_bot?start={found.code}\n"
        f"The code: {found.code}\n\n"
        "The same link is good for everybody in the team. Share it with nobody else."
    )
    assert f"https://mellom.example/bli-med/{found.code}" in room.ingrid.screen[-2].text
    assert room.ingrid.last.labels == [
        "QR code", "Sheet to print", "Make a new link", "Invite others",
    ]  # fmt: skip
    assert found.code not in "".join(room.connection.iterdump())


def test_in_a_house_without_a_bot_nothing_speaks_of_telegram(room: Led) -> None:
    room.has(page=True)
    found = ways(room, "havnes-1")
    said = invited(room.ingrid)
    assert f"In a browser: https://mellom.example/bli-med/{found.code}\n" in said
    programme = room.programme
    with room.unit() as unit:
        one = invitation(unit, programme, "havnes-1")
    assert one is not None
    assert one.questions in mail(one)
    paper = "\n".join((said, room.ingrid.screen[-2].text, *mail(one)))
    assert "Telegram" not in paper
    assert "Ingrid Solli" in one.questions


def test_without_a_page_or_a_bot_there_is_a_code_alone(room: Led) -> None:
    found = ways(room, "havnes-1")
    said = invited(room.ingrid)
    assert (found.web, found.telegram) == (None, None)
    assert f"The code: {found.code}" in said
    assert "http" not in room.ingrid.text
    assert "QR code" not in room.ingrid.last.labels
    assert "Ingrid Solli" in room.ingrid.screen[-2].text


def test_every_way_of_writing_a_link_opens_the_team(room: Led) -> None:
    room.has(bot=True, page=True)
    found = ways(room, "havnes-1")
    written = (found.code, found.telegram, found.web, found.code.upper(), f"{found.web}.")
    with room.unit() as unit:
        grants = [recognised(unit, one or "", room.now) for one in written]
    assert [one.team if one else None for one in grants] == ["havnes-1"] * 5


def test_the_contact_person_invites_to_the_own_team_alone(room: Led) -> None:
    room.has(bot=True)
    assert "The way into Havnes, hjemmetjenesten:" in invited(room.kari)
    assert room.kari.last.labels == ["QR code", "Sheet to print"]
    presses = ["team:havnes-2", "qr:havnes-2", "sheet:havnes-2", "sheets", "mails", "all"]
    for press in (*presses, "lead:o", "lead", "new:havnes-1:yes", "nonsense:x:y", "team:"):
        room.kari.screen.clear()
        room.kari.presses(f"invite:{press}")
        assert ways(room, "havnes-2").code not in room.kari.text
        assert "one person" not in room.kari.text
    assert list(room.papers()) == []
    with room.unit() as unit:
        assert [one.generation for one in unit.programmes.teams(PROGRAMME)] == [1] * 12


@pytest.mark.parametrize("who", ["ola", "siri", "per"])
def test_nobody_else_invites(room: Led, who: str) -> None:
    sitter: Sitter = getattr(room, who)
    for said in ("/invite", "/inviter", "inviter"):
        sitter.says(said)
    sitter.presses("invite:sheet:havnes-1")
    told = "Organisers invite to the programme, and the contact person to their own team."
    assert [shown.text for shown in sitter.screen] == [told] * 4
    assert list(room.papers()) == []


def test_a_new_link_lets_in_and_the_old_one_no_longer(room: Led) -> None:
    old = ways(room, "havnes-1").code
    invited(room.ingrid)
    room.ingrid.says("make a new link")
    room.ingrid.says("no")
    assert ways(room, "havnes-1").code == old
    room.ingrid.presses("invite:new:havnes-1")
    room.ingrid.says("yes")
    new = ways(room, "havnes-1").code
    with room.unit() as unit:
        opened = [recognised(unit, code, room.now) for code in (old, new)]
    assert [one is not None for one in opened] == [False, True]
    assert f"The code: {new}" in room.ingrid.text


def test_a_leaders_link_lets_one_person_in_within_three_days(room: Led) -> None:
    room.has(bot=True)
    codes = []
    for role in ("An organiser", "A facilitator"):
        room.ingrid.says("/invite")
        room.ingrid.taps("Organiser or facilitator")
        room.ingrid.says(role)
        codes.append(room.ingrid.last.text.split("The code: ")[1].split()[0])
    with room.unit() as unit:
        grants = [recognised(unit, code, room.now) for code in codes]
        late = recognised(unit, codes[0], room.now + timedelta(hours=72))
    assert [one.role if one else None for one in grants] == ["organiser", "facilitator"]
    assert late is None
    assert codes[0] not in "".join(room.connection.iterdump())


def test_a_team_without_telegram_is_invited_to_the_page(room: Led) -> None:
    room.has(bot=True)
    room.ingrid.presses("invite:team:lyngsund")
    assert room.ingrid.last.text.startswith("Lyngsund is without Telegram")
    room.has(bot=True, page=True)
    room.ingrid.presses("invite:team:lyngsund")
    assert ways(room, "lyngsund").web in room.ingrid.screen[-3].text  # type: ignore[operator]


def test_the_files_are_made_for_who_may_invite_when_they_are_made(room: Led) -> None:
    room.has(bot=True, page=True)
    for press in ("qr:havnes-1", "sheet:havnes-1", "sheets", "mails"):
        room.ingrid.presses(f"invite:{press}")
    room.kari.presses("invite:sheet:havnes-1")
    made = [one for one in room.papers() if one is not None]
    assert sorted((one.to.key, one.name) for one in made) == [
        ("1", "invitasjon-havnes-1.pdf"),
        ("1", "invitasjoner-trygg-oppstart.docx"),
        ("1", "invitasjoner-trygg-oppstart.pdf"),
        ("1", "trygg-oppstart-havnes-1.png"),
        ("2", "invitasjon-havnes-1.pdf"),
    ]
    assert {one.name: leaves(one.content) for one in made if one.name.endswith("pdf")} == {
        "invitasjon-havnes-1.pdf": 1,
        "invitasjoner-trygg-oppstart.pdf": 12,
    }
    _every_team_is_in_the_word_file(room, next(one for one in made if "docx" in one.name))
    room.kari.presses("invite:sheet:havnes-1")
    with room.unit() as unit:
        kari = unit.people.at("telegram", "2")
        assert kari is not None
        unit.people.take_duty(unit.people.memberships(kari.id)[0], None)
    assert list(room.papers()) == [None]


def _every_team_is_in_the_word_file(room: Led, paper: Paper) -> None:
    text = "\n".join(one.text for one in Document(BytesIO(paper.content)).paragraphs)
    programme = room.programme
    for team in programme.team:
        assert ways(room, team.id).web in text  # type: ignore[operator]
        assert tongue("en").pick(team.name) in text


def test_one_team_is_always_one_page_however_long_its_name(room: Led) -> None:
    one = _invitation(room, "https://mellom.example/bli-med/" + "a" * 120, LONG)
    assert leaves(pages([one], "x")) == 1
    assert pages([one], "x") == pages([one], "x")


def test_the_picture_holds_the_link_square_by_square() -> None:
    link = "https://mellom.example/bli-med/abcdefghijklmnop"
    wanted = [list(map(bool, row)) for row in segno.make(link, error="m").matrix_iter(border=4)]
    pixels = imread(BytesIO(picture(link)), format="png")
    shown = [[bool(value < 0.5) for value in row] for row in pixels[6::12, 6::12]]
    assert shown == wanted


def test_who_takes_part_alone_is_addressed_so(tmp_path: Path) -> None:
    room = Led(tmp_path)
    alone: ProgrammeFile = read_programme((PROGRAMMES / "gjovik.toml").read_text(encoding="utf-8"))
    room.imports(alone)
    room.has(bot=True)
    boss = room.comes("11", "Bente", "organiser", programme=alone.id)
    boss.says("/invite")
    assert boss.last.labels == ["Those who take part", "Organiser or facilitator"]
    boss.taps("Those who take part")
    assert boss.last.labels == ["QR code", "Sheet to print", "Invite others"]
    with room.unit() as unit:
        one = invitation(unit, alone, "")
    assert one is not None
    assert not [word for word in " ".join(mail(one)).lower().split() if word.startswith("team")]
    boss.presses("invite:sheet:")
    assert [paper.name for paper in room.papers() if paper] == [f"invitasjon-{alone.id}.pdf"]
    room.close()


def test_the_letter_says_what_not_to_write_and_what_to_do_without_telegram(room: Led) -> None:
    text = "\n".join(mail(_invitation(room, None, "Skarvnes")))
    assert "never a national identity number" in text
    assert "You take part all the same: get in touch with Ingrid" in text
    assert "in a browser" not in text
    with_page = "\n".join(mail(_invitation(room, "https://m.example/bli-med/x", "Skarvnes")))
    assert "Use the address above in a browser" in with_page


def _invitation(room: Led, web: str | None, team: str) -> Invitation:
    return Invitation(
        t=tongue("en"),
        programme=room.programme.id,
        team=team,
        alone=False,
        ways=Ways("abcdabcdabcdabcd", "https://t.me/b?start=abcd", web),
        whom="Ingrid, 00 00 00 01",
        organisers=("Havnes",),
    )


def leaves(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))
