"""People move, leave, and hand their place on; they are told kindly, and their work stays."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.broadcast.audience import recipients
from handlers.codes import recognised
from handlers.flow.party import person_party
from handlers.post import ON
from handlers.programme_file import read_programme, reports_due
from handlers.programme_file.schema import Size, Teams
from handlers.roster.handing import hand_on
from handlers.visits import INVITED, MAIL
from tests.joining import PROGRAMME
from tests.led_teams import Led
from tests.room import PROGRAMMES, Sitter

ALONE = "gjovikregionen-lederutdanning"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Led]:
    room = Led(tmp_path)
    yield room
    room.close()


def person(sitter: Sitter, name: str, team: str = "Havnes, hjemmetjenesten") -> None:
    sitter.says(f"/teams {team}")
    sitter.taps(name)


def test_an_organiser_enters_a_person_without_an_address_and_gets_a_link(room: Led) -> None:
    room.has(bot=True, page=True)
    room.ingrid.says("/teams havnes, syke")
    for said in ("Add a person", "anne@havnes.no", "Anne Lie", "mentor"):
        room.ingrid.says(said)
    assert room.people()["Anne Lie*"] == ("participant", "havnes-2", None)
    assert "Nobody has told them yet" in room.ingrid.text
    assert "• Anne Lie: mentor, entered, not in yet" in room.ingrid.last.text
    room.ingrid.taps("Anne Lie")
    room.ingrid.says("personal link")
    links = room.ingrid.last.text
    assert "https://mellom.example/inn/" in links
    assert "https://t.me/mellom_bot?start=" in links
    code = links.split("?start=")[1].split()[0]
    assert code not in "".join(room.connection.iterdump())


def test_whoever_comes_by_the_link_has_the_place_that_waited(room: Led) -> None:
    room.has(bot=True)
    person(room.ingrid, "Kari")
    for said in ("Has left", "yes", "Somebody takes over", "Pia Berg"):
        room.ingrid.says(said)
    assert room.people()["Pia Berg*"] == ("participant", "havnes-1", "contact")
    assert "Kari Nordmann" not in room.people()
    link = room.ingrid.last.text.split("In Telegram: ")[1].split()[0]
    pia, thief = room.sitter("7", "Pia B", "en"), room.sitter("8", "Thief", "en")
    pia.says(link)
    pia.taps("Yes, it is private")
    assert room.people()["Pia Berg"] == ("participant", "havnes-1", "contact")
    thief.says(link)
    assert "cannot let anyone in with that code" in thief.last.text
    assert room.kari.last.text.startswith("Your place in Havnes, hjemmetjenesten is closed")


def test_an_address_gets_the_invitation_by_mail(room: Led) -> None:
    room.has(page=True)
    with room.unit() as unit:
        unit.house.keep(MAIL, ON)
    room.ingrid.says("/teams havnes, syke")
    for said in ("Add a person", "Anne Lie", "skip", "not an address", "Anne.Lie@havnes.example"):
        room.ingrid.says(said)
    with room.unit() as unit:
        anne = unit.people.at(MAIL, "anne.lie@havnes.example")
    assert anne is not None
    assert anne.name == "Anne Lie"
    assert "The invitation goes out by e-mail now." in room.ingrid.text


def test_a_full_team_takes_nobody_more_by_hand_either(room: Led) -> None:
    size = Size(min=1, max=2, rule="must")
    room.imports(room.programme.model_copy(update={"teams": Teams(size=size)}))
    room.ingrid.presses("team:add:havnes-1")
    assert room.ingrid.last.text == "Havnes, hjemmetjenesten is full: it can have 2 members."
    person(room.ingrid, "Per Moe", "Havnes, syke")
    room.ingrid.taps("Move to another team")
    room.ingrid.taps("Havnes, hjemmetjenesten")
    assert room.ingrid.last.text == "Havnes, hjemmetjenesten is full: it can have 2 members."
    assert room.people()["Per Moe"] == ("participant", "havnes-2", None)


def test_who_is_moved_is_told_and_lays_down_the_duty(room: Led) -> None:
    person(room.ingrid, "Kari")
    room.ingrid.says("Move to another team")
    assert "Havnes, hjemmetjenesten" not in room.ingrid.last.labels
    room.ingrid.says("Skarvnes")
    assert room.people()["Kari Nordmann"] == ("participant", "skarvnes", None)
    assert room.ingrid.last.text == (
        "Kari Nordmann is in Skarvnes now.\nThey are told of it, in working hours.\n"
        "The team now has 1 member; it is meant to have 3 to 7."
    )
    assert room.kari.last.text.startswith("An organiser has moved you: you are in the team Skarv")


def test_the_contact_person_says_who_has_left_after_being_asked(room: Led) -> None:
    person(room.kari, "Ola Hansen")
    assert room.kari.last.labels == ["Has left", "Havnes, hjemmetjenesten"]
    room.kari.says("has left")
    room.kari.says("no")
    assert "Ola Hansen" in room.people()
    person(room.kari, "Ola Hansen")
    for said in ("has left", "yes", "nobody takes over"):
        room.kari.says(said)
    assert "Ola Hansen" not in room.people()
    assert "/forget" in room.ola.last.text
    room.ola.says("/forget")
    room.ola.says("yes")
    with room.unit() as unit:
        assert unit.people.at("telegram", "3") is None


def test_a_contact_person_who_leaves_hands_the_duty_on_with_the_place(room: Led) -> None:
    person(room.kari, "Kari")
    for said in ("Has left", "yes", "Somebody takes over", "Pia Berg"):
        room.kari.says(said)
    assert "The place of Kari Nordmann waits for Pia Berg." in room.kari.text
    assert room.people()["Pia Berg*"] == ("participant", "havnes-1", "contact")
    room.kari.says("/teams")
    assert "Ola Hansen" not in room.kari.last.text


def test_the_last_organiser_stays_and_one_of_two_may_go(room: Led) -> None:
    room.ingrid.says("/teams")
    room.ingrid.taps("Organisers and facilitators")
    room.ingrid.taps("Ingrid Solli")
    room.ingrid.taps("Has left")
    assert room.ingrid.last.text.startswith("That is the only organiser.")
    room.comes("9", "Eva Ravn", "organiser")
    room.ingrid.taps("Has left")
    room.ingrid.says("yes")
    assert "Ingrid Solli" not in room.people()
    assert room.ingrid.last.text.startswith("You are out now.")


def test_a_facilitator_who_leaves_is_named_in_the_file_no_more(room: Led) -> None:
    room.ingrid.presses("team:change:skarvnes")
    for said in ("facilitator", "Siri Vik", "/teams", "Organisers and facilitators", "Siri Vik"):
        room.ingrid.says(said)
    assert room.team("skarvnes").facilitator == "Siri Vik"
    for said in ("Has left", "yes"):
        room.ingrid.says(said)
    assert room.team("skarvnes").facilitator is None
    assert "Siri Vik" not in room.people()


def test_who_was_only_listed_and_is_taken_out_is_kept_nowhere(room: Led) -> None:
    room.ingrid.says("/teams havnes, syke")
    for said in ("Add a person", "Zoe Unnkvist", "skip"):
        room.ingrid.says(said)
    room.ingrid.taps("Zoe Unnkvist")
    for said in ("Has left", "yes", "nobody takes over"):
        room.ingrid.says(said)
    with room.unit() as unit:
        assert [one for one in unit.people.after("", 99) if one.name == "Zoe Unnkvist"] == []


def test_no_link_opens_the_place_of_one_who_has_a_chat(room: Led) -> None:
    room.has(bot=True, page=True)
    person(room.ingrid, "Kari")
    room.ingrid.taps("Personal link")
    assert room.ingrid.last.text == (
        "Kari Nordmann has come in already. A link that opens their place is theirs alone to ask "
        "for."
    )


def test_who_takes_part_alone_hands_on_the_reports_and_erasing_leaves_them(tmp_path: Path) -> None:
    room = Led(tmp_path)
    room.now = datetime(2013, 4, 1, 9, tzinfo=UTC)
    alone = read_programme((PROGRAMMES / "gjovik.toml").read_text(encoding="utf-8"))
    room.imports(alone)
    before = reports_due(alone)[0][0].id
    boss = room.comes("11", "Bente Boss", "organiser", programme=ALONE)
    arne = room.comes("12", "Arne Vik", programme=ALONE)
    with room.unit() as unit:
        me = unit.people.at("telegram", "12")
        assert me is not None
        mine = person_party(me.id)
        unit.measures.add_aim(ALONE, mine, "Fewer meetings", me.id, room.now)
        unit.reports.deliver(ALONE, mine, before, [], me.id, room.now, late=False)
        for form in ("report", "days"):
            unit.drafts.start(ALONE, 1, form, mine, before, me.id, room.now)
    boss.says("/teams")
    boss.taps("Arne Vik")
    for said in ("Has left", "yes", "Somebody takes over", "Rut Rake"):
        boss.says(said)
    arne.says("/forget")
    arne.says("yes")
    with room.unit() as unit:
        rut = next(one for one in unit.people.of_programme(ALONE) if one.name == "Rut Rake")
        theirs = person_party(rut.id)
        aims = [aim.wording for aim in unit.measures.aims(ALONE, theirs)]
        reports = [one.party for one in unit.reports.every(ALONE)]
        drafts = [one.form for one in unit.drafts.open_for(theirs)]
    assert (aims, reports, drafts) == (["Fewer meetings"], [theirs], ["report"])
    room.close()


def test_somebody_known_who_takes_such_a_place_has_its_work_too(tmp_path: Path) -> None:
    room = Led(tmp_path)
    room.imports(read_programme((PROGRAMMES / "gjovik.toml").read_text(encoding="utf-8")))
    room.has(bot=True)
    boss = room.comes("11", "Bente Boss", "organiser", programme=ALONE)
    boss.says("/teams")
    for said in ("Add a person", "Rut Rake", "skip"):
        boss.says(said)
    with room.unit() as unit:
        rut = next(one for one in unit.people.of_programme(ALONE) if one.name == "Rut Rake")
        unit.measures.add_aim(ALONE, person_party(rut.id), "Fewer meetings", None, room.now)
    boss.says("/teams")
    boss.taps("Rut Rake")
    boss.taps("Personal link")
    room.per.says(boss.last.text.split("In Telegram: ")[1].split()[0])
    assert room.people(ALONE) == {
        "Bente Boss": ("organiser", None, None),
        "Per Moe": ("participant", None, None),
    }
    with room.unit() as unit:
        per = unit.people.at("telegram", "4")
        assert per is not None
        aims = [aim.wording for aim in unit.measures.aims(ALONE, person_party(per.id))]
    assert aims == ["Fewer meetings"]
    assert room.people(PROGRAMME)["Per Moe"] == ("participant", "havnes-2", None)
    room.close()


def test_a_new_link_ends_the_one_before_and_none_is_good_for_ever(room: Led) -> None:
    room.has(bot=True)
    room.ingrid.says("/teams havnes, syke")
    for said in ("Add a person", "Anne Lie", "skip"):
        room.ingrid.says(said)
    room.ingrid.taps("Anne Lie")
    links = []
    for _ in range(2):
        room.ingrid.taps("Personal link")
        links.append(room.ingrid.last.text.split("In Telegram: ")[1].split()[0])
    with room.unit() as unit:
        opened = [recognised(unit, link, room.now) for link in links]
        late = recognised(unit, links[1], room.now + INVITED)
    assert [one.team if one else None for one in (*opened, late)] == [None, "havnes-2", None]


def test_who_is_named_in_the_file_hands_the_duty_on_and_the_name_goes(room: Led) -> None:
    room.ingrid.presses("team:change:havnes-2")
    for said in ("Deputy", "Per Moe-Hansen", "/teams havnes, syke", "Per Moe"):
        room.ingrid.says(said)
    with room.unit() as unit:
        per = unit.people.at("telegram", "4")
        assert per is not None
        unit.people.name(per.id, "per moe-hansen")
    for said in ("Has left", "yes", "Somebody takes over", "Anne Lie"):
        room.ingrid.says(said)
    assert room.people()["Anne Lie*"] == ("participant", "havnes-2", "deputy")
    assert room.team("havnes-2").deputy is None


def test_nobody_speaks_for_a_team_that_is_withdrawn(room: Led) -> None:
    room.ingrid.presses("team:out:havnes-1:yes")
    room.kari.says("/teams")
    assert room.kari.last.text.startswith("The teams are for the organisers")
    room.kari.says("/invite")
    assert room.kari.last.text.startswith("Organisers invite")


def test_an_old_button_for_who_has_left_already_is_kind(room: Led) -> None:
    person(room.ingrid, "Ola")
    room.ingrid.taps("Has left")
    yes = room.ingrid.last.buttons[0].data or ""
    for said in ("yes", "nobody takes over"):
        room.ingrid.says(said)
    for press in (yes, yes.replace("yes", "other"), yes.replace("yes", "nobody")):
        room.ingrid.presses(press)
        assert room.ingrid.last.text.startswith("That is no longer there")


def test_a_facilitator_writes_to_the_teams_that_name_them(room: Led) -> None:
    room.ingrid.presses("team:change:havnes-2")
    for said in ("facilitator", "Siri Vik"):
        room.ingrid.says(said)
    with room.unit() as unit:
        siri = unit.people.at("telegram", "5")
        assert siri is not None
        found = recipients(unit, PROGRAMME, siri.id, "mine")
    assert [one.name for one in found] == ["Per Moe"]


def test_who_has_work_of_their_own_is_given_nobody_elses(room: Led) -> None:
    with room.unit() as unit:
        for party in ("person:old", "person:new"):
            unit.measures.add_aim(PROGRAMME, party, f"Aim of {party}", None, room.now)
        hand_on(unit, PROGRAMME, "old", "new")
        found = [aim.wording for aim in unit.measures.aims(PROGRAMME, "person:new")]
    assert found == ["Aim of person:new"]


def test_who_is_only_listed_is_not_counted_as_not_reached(room: Led) -> None:
    room.ingrid.says("/teams havnes, syke")
    for said in ("Add a person", "Anne Lie", "skip"):
        room.ingrid.says(said)
    counts = room.ingrid.last.text.splitlines()[1]
    assert counts == "2 people · 1 entered and not in yet · no contact person yet"


def test_what_was_changed_for_somebody_is_told_at_work(room: Led) -> None:
    room.now = datetime(2026, 11, 6, 20, tzinfo=UTC)  # a Friday evening
    person(room.ingrid, "Per Moe", "Havnes, syke")
    room.ingrid.says("Move to another team")
    room.ingrid.says("Skarvnes")
    assert room.per.screen == []
    room.now = datetime(2026, 11, 9, 8, tzinfo=UTC)  # Monday, nine o'clock there
    room.deliver()
    assert [shown.text[:32] for shown in room.per.screen] == ["An organiser has moved you: you "]
