"""An organiser's list of people: entered before they come in, changed, and invited by mail."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import roster
from handlers.post import ON, address_of, hears, mail_of
from handlers.programme_file import read_programme
from handlers.visits import MAIL, PAGE
from handlers.workbook import Listed
from storage.records import Person
from tests.room import PROGRAMMES, Room, rows
from tests.seated import seated

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
P = "trygg-oppstart"
PROGRAMME = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
ANNE = Listed("Anne Lie", team="havnes-1", mail="anne@havnes.example", job="mentor")
PER = Listed("Per Moe", team="havnes-1", duty="contact")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds()
    with room.unit() as unit:
        unit.house.keep(MAIL, ON)
    yield room
    room.close()


def enlist(room: Room, *people: Listed) -> roster.Intended:
    with room.unit() as unit:
        return roster.enlist_all(unit, PROGRAMME, people, room.now)


def named(room: Room, name: str) -> Person:
    with room.unit() as unit:
        return next(one for one in unit.people.of_programme(P) if one.name == name)


def test_who_is_entered_stands_in_the_list_and_is_reached_by_page_and_mail(room: Room) -> None:
    assert enlist(room, ANNE, PER) == roster.Intended(new=(ANNE, PER))
    anne, per = named(room, "Anne Lie"), named(room, "Per Moe")
    with room.unit() as unit:
        assert roster.current(unit, P) == [ANNE, PER]
        where = address_of(unit, anne)
        assert where is not None
        assert (where.door, mail_of(unit, anne.id)) == (PAGE, "anne@havnes.example")
        assert (hears(unit, anne), hears(unit, per), address_of(unit, per)) == (True, False, None)
        assert all(m.listed for m in unit.people.members(P))


def test_the_same_list_again_changes_nothing_and_invites_nobody_twice(room: Room) -> None:
    enlist(room, ANNE, PER)
    invited = rows(room.connection, "outbox")
    assert enlist(room, ANNE, PER) == roster.Intended(same=2)
    assert (invited, rows(room.connection, "outbox")) == (1, 1)


def test_an_invitation_goes_by_mail_alone_and_leaves_no_text_behind(room: Room) -> None:
    enlist(room, ANNE)
    with room.unit() as unit:
        (row,) = unit.outbox.ready(room.now, 9)
        assert (row.door, row.key, row.fleeting) == (MAIL, "anne@havnes.example", True)
        assert "trygg oppstart" in row.text


@pytest.mark.parametrize(
    ("one", "told", "untold"),
    [
        (ANNE, "Havnes, hjemmetjenesten", "Here you see how it goes"),
        (
            Listed("Anne Lie", "facilitator", mail=ANNE.mail),
            "Here you see how it goes",
            "your team",
        ),
        (Listed("Anne Lie", "organiser", mail=ANNE.mail), "invited to organise", "your team"),
    ],
)
def test_an_invitation_fits_whom_it_is_for_and_says_whom_to_ask(
    room: Room, one: Listed, told: str, untold: str
) -> None:
    with room.unit() as unit:
        person = roster.enlist(unit, PROGRAMME.id, one, room.now)
        unit.people.speak(person.id, "en")
        spoken = unit.people.find(person.id)
        assert spoken is not None
        roster.invite(unit, PROGRAMME, spoken, room.now)
        (row,) = unit.outbox.ready(room.now, 9)
    assert row.text.startswith("Hello, Anne Lie!")
    assert "Ingrid Solli" in row.text
    assert (told in row.text, untold in row.text) == (True, False)


def test_a_line_is_known_by_its_address_when_the_name_and_the_team_are_others(room: Room) -> None:
    enlist(room, ANNE)
    moved = Listed("Anne Lie Berg", team="havnes-2", mail=ANNE.mail)
    assert enlist(room, moved).changed == (moved,)
    with room.unit() as unit:
        (member,) = unit.people.members(P)
        assert (member.team, member.job) == ("havnes-2", "mentor")


def test_a_new_address_of_somebody_listed_takes_the_place_of_the_old(room: Room) -> None:
    enlist(room, ANNE)
    enlist(room, Listed("Anne Lie", team="havnes-1", mail="anne.lie@havnes.example"))
    anne = named(room, "Anne Lie")
    with room.unit() as unit:
        mails = [one.key for one in unit.people.addresses(anne.id) if one.door == MAIL]
    assert mails == ["anne.lie@havnes.example"]


def test_who_has_come_in_decides_on_their_own_address(room: Room) -> None:
    enlist(room, ANNE)
    anne = named(room, "Anne Lie")
    with room.unit() as unit:
        unit.people.come_in(anne.id)
    done = enlist(room, Listed("Anne Lie", team="havnes-1", mail="boss@havnes.example"))
    assert (done.own, done.changed) == (1, ())
    with room.unit() as unit:
        assert mail_of(unit, anne.id) == "anne@havnes.example"


def test_an_address_that_is_another_s_is_named_and_not_taken(room: Room) -> None:
    enlist(room, ANNE)
    done = enlist(room, Listed("Ola Vik", team="havnes-2", role="facilitator", mail=ANNE.mail))
    assert done.taken == ("anne@havnes.example",)
    with room.unit() as unit:
        holder = unit.people.at(MAIL, "anne@havnes.example")
    assert holder == named(room, "Anne Lie")


def test_one_who_uses_telegram_is_not_entered_again_under_the_same_name(room: Room) -> None:
    seated(room, "101")
    done = enlist(room, Listed("kari  nordmann", team="havnes-1", duty="deputy"))
    assert (done.new, len(done.changed)) == ((), 1)
    with room.unit() as unit:
        (member,) = unit.people.members(P)
        assert (member.duty, member.listed) == ("deputy", False)


def test_who_is_left_out_of_the_list_stays(room: Room) -> None:
    enlist(room, ANNE, PER)
    assert enlist(room, PER).unnamed == 1
    assert named(room, "Anne Lie").name == "Anne Lie"


def test_without_mail_nobody_is_invited(room: Room) -> None:
    with room.unit() as unit:
        unit.house.keep(MAIL, "")
    enlist(room, ANNE)
    assert rows(room.connection, "outbox") == 0
