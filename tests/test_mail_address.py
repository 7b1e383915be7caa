"""Somebody's own e-mail address: proven before anything else goes there, and nobody else's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.mail.mint import link_for
from bot.parcel import Unreachable
from handlers.events import Address
from handlers.post import CONFIRM, Letter, mail_is, mail_of, post
from handlers.settings.mail import mail_in
from handlers.visits import PLACE, REMINDED, enter, is_good, personal_link
from handlers.visits import proves as proves_of
from tests.remind_house import House

MINE, NEW = "kari@kommune.example", "kari.n@kommune.example"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    opened = House(tmp_path)
    with opened.unit() as unit:
        mail_is(unit, on=True)
        unit.house.keep(PLACE, "https://mellom.example")
    for key in ("kari", "ola"):
        opened.sitter(key, key.title(), "en")
        opened.member(key, language="en")
    for mail in (MINE, NEW):
        opened.sitter(mail)
    yield opened
    opened.close()


def gives(house: House, key: str, mail: str) -> None:
    house.sitters[key].says("/settings")
    house.sitters[key].taps("E-mail")
    house.sitters[key].says(mail)


def settings_of(house: House, key: str) -> str:
    house.sitters[key].says("/settings")
    return house.sitters[key].last.text


def code_for(house: House, mail: str, about: str) -> str:
    with house.unit() as unit:
        url = link_for(unit, mail, about, house.now)
    assert url is not None
    return url.rpartition("/")[2]


def proves(house: House, key: str, mail: str) -> None:
    with house.unit() as unit:
        person = unit.people.at("telegram", key)
    assert person is not None
    code = code_for(house, mail, f"{CONFIRM}{person.id}")
    with house.unit() as unit:
        assert enter(unit, code, house.now) is not None


def mail_to(house: House, key: str) -> str | None:
    with house.unit() as unit:
        person = unit.people.at("telegram", key)
        assert person is not None
        return mail_of(unit, person.id)


def test_an_address_is_theirs_once_the_link_there_was_opened(house: House) -> None:
    gives(house, "kari", f"Den er {MINE.upper()}.")
    before = mail_to(house, "kari")
    proves(house, "kari", MINE)
    assert (before, mail_to(house, "kari")) == (None, MINE)
    assert "Somebody gave this address" in house.sitters[MINE].text


def test_a_new_address_takes_the_place_of_the_old_and_old_links_open_nothing(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    old = code_for(house, MINE, "")
    gives(house, "kari", NEW)
    proves(house, "kari", NEW)
    with house.unit() as unit:
        good, holder = is_good(unit, old, house.now), unit.people.at("mail", MINE)
        kept = unit.outbox.sent_to("mail", MINE)
    assert (mail_to(house, "kari"), good, holder, kept) == (NEW, False, None, [])


def test_a_link_in_a_mail_lets_its_holder_in_once(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    code = code_for(house, MINE, "broadcast:1")
    with house.unit() as unit:
        entered = [enter(unit, code, house.now), enter(unit, code, house.now)]
    assert (entered[0] is not None, entered[1]) == (True, None)


def test_nobody_learns_that_another_has_an_address_and_its_mailbox_is_told(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    gives(house, "ola", NEW)
    free = house.sitters["ola"].last.text
    shown_free = settings_of(house, "ola")
    gives(house, "ola", MINE)
    taken = house.sitters["ola"].last.text
    shown_taken = settings_of(house, "ola")
    assert (taken, shown_taken) == (free.replace(NEW, MINE), shown_free.replace(NEW, MINE))
    assert mail_to(house, "kari") == MINE
    assert "belongs to another person" in house.sitters[MINE].last.text


def test_of_two_who_claim_one_mailbox_the_first_to_open_the_link_has_it(house: House) -> None:
    gives(house, "kari", MINE)
    gives(house, "ola", MINE)
    with house.unit() as unit:
        ola = unit.people.at("telegram", "ola")
    assert ola is not None
    code = code_for(house, MINE, f"{CONFIRM}{ola.id}")
    proves(house, "kari", MINE)
    with house.unit() as unit:
        enter(unit, code, house.now)
    assert (mail_to(house, "kari"), mail_to(house, "ola")) == (MINE, None)


def test_nothing_goes_to_an_address_that_is_nobodys(house: House) -> None:
    with house.unit() as unit, pytest.raises(Unreachable):
        link_for(unit, MINE, "", house.now)


def test_what_is_taken_away_is_written_to_no_more(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    house.sitters["kari"].says("/settings")
    house.sitters["kari"].taps("E-mail")
    with house.unit() as unit:
        post(unit, Address("mail", MINE), Letter("x"), "later", "en", house.now)  # type: ignore[arg-type]
    shown = len(house.sitters[MINE].screen)
    with house.unit() as unit:
        held = [one.position for one in unit.outbox.ready(house.now, 9, "mail")]
    house.sitters["kari"].taps("Take it away")
    with house.unit() as unit:
        states = [row.state for at in held if (row := unit.outbox.find(at))]
    assert (mail_to(house, "kari"), states, len(house.sitters[MINE].screen)) == (
        None,
        ["moot"],
        shown,
    )


def closes(house: House, mail: str) -> None:
    with house.unit() as unit:
        unit.people.unreachable("mail", mail, house.now)


def test_an_address_that_was_closed_opens_by_a_link_that_was_sent_there(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    with house.unit() as unit:
        kari = unit.people.at("telegram", "kari")
        assert kari is not None
        handed_over = personal_link(unit, kari.id, house.now, REMINDED)
    assert handed_over is not None
    closes(house, MINE)
    sent = code_for(house, MINE, "")
    with house.unit() as unit:
        assert proves_of(unit, sent) is None
        enter(unit, handed_over.rpartition("/")[2], house.now)
        assert mail_of(unit, kari.id) is None
        enter(unit, sent, house.now)
        assert mail_of(unit, kari.id) == MINE
        assert [one["mail"] for one in unit.traces.held(kari.id)["pass"]] == [None, None, None]


def test_an_address_that_was_closed_is_proven_anew_when_it_is_typed_again(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    closes(house, MINE)
    gives(house, "kari", MINE)
    assert "is your address already" not in house.sitters["kari"].last.text
    proves(house, "kari", MINE)
    assert mail_to(house, "kari") == MINE


def test_a_link_to_an_address_that_is_theirs_gives_up_no_newer_claim(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    sent = code_for(house, MINE, "")
    gives(house, "kari", NEW)
    with house.unit() as unit:
        enter(unit, sent, house.now)
    proves(house, "kari", NEW)
    assert mail_to(house, "kari") == NEW


def test_three_in_an_hour_are_enough(house: House) -> None:
    for number in range(5):
        house.sitter(f"a{number}@b.example")
        gives(house, "kari", f"a{number}@b.example")
    written = [n for n in range(5) if house.sitters[f"a{n}@b.example"].screen]
    house.passes(minutes=61)
    gives(house, "kari", "a4@b.example")
    assert (written, len(house.sitters["a4@b.example"].screen)) == ([0, 1, 2], 1)


def test_whoever_is_erased_leaves_no_address_behind(house: House) -> None:
    gives(house, "kari", MINE)
    proves(house, "kari", MINE)
    gives(house, "kari", NEW)
    house.sitters["kari"].says("/forget")
    house.sitters["kari"].taps("Yes")
    with house.unit() as unit:
        unit.outbox.blank_old(house.now)
    tables = house.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    held = [
        name
        for (name,) in tables.fetchall()
        for row in house.connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
        if any(MINE in str(cell) or NEW in str(cell) for cell in row)
    ]
    assert held == []


def test_a_house_without_mail_asks_for_no_address(house: House) -> None:
    with house.unit() as unit:
        mail_is(unit, on=False)
    house.sitters["kari"].says("/settings")
    last = house.sitters["kari"].last
    assert ("E-mail" in last.text, "E-mail" in last.labels) == (False, False)


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("kari@kommune.no", "kari@kommune.no"),
        ("  Kari.Nordmann+x@Post.Kommune.NO ", "kari.nordmann+x@post.kommune.no"),
        ("Kari <kari@kommune.no>", "kari@kommune.no"),
        ("mailto:kari@kommune.no.", "kari@kommune.no"),
        ("kari@sør-varanger.no", "kari@sør-varanger.no"),
        ("kari@kommune", None),
        ("kari", None),
        ("a@b.no og c@d.no", None),
        ("12345678901@kommune.no", None),
        (".kari@kommune.no", None),
        ("k..ari@kommune.no", None),
        ("kåre@kommune.no", None),
        ("kari@-x.no", None),
        ("a" * 65 + "@kommune.no", None),
        ("kari@" + "a" * 250 + ".no", None),
    ],
)
def test_one_plain_address_is_taken_and_nothing_else(text: str, mail: str | None) -> None:
    assert mail_in(text) == mail
