"""Who has neither Telegram nor e-mail is told by an organiser, by the same rules as anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers import tick
from handlers.post import has_neither, hears, mail_is
from storage.records import Membership, Preference, Role
from tests.remind_house import House, wall

LONG_BEFORE = wall("2026-08-01T10:00")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    opened = House(tmp_path)
    opened.member("lead", None, "organiser")
    yield opened
    opened.close()


def listed(  # noqa: PLR0913 - where somebody is to be found
    house: House,
    name: str,
    team: str | None = "a",
    mail: str | None = None,
    page: str | None = None,
    role: Role = "participant",
) -> str:
    """Enter somebody as an organiser does; return their id. What they get there is on a screen."""
    for key in (mail, page):
        if key is not None:
            house.sitter(key)
    with house.unit() as unit:
        person = unit.people.add(name, None, LONG_BEFORE)
        member = Membership(person.id, "nett", role, team, None, LONG_BEFORE, listed=True)
        unit.people.join(member)
        if page is not None:
            unit.people.live_at(person.id, "page", page)
        if mail is not None:
            unit.people.live_at(person.id, "mail", mail)
    return person.id


def mails(house: House, *, on: bool = True) -> None:
    with house.unit() as unit:
        mail_is(unit, on=on)


def texts(house: House, key: str) -> list[str]:
    return [text for _, text in house.heard(key)]


def test_an_organiser_gets_the_names_and_the_very_words_that_others_get(house: House) -> None:
    house.member("here", joined=LONG_BEFORE)
    listed(house, "Kari Nordmann")
    listed(house, "Ola Li", "b")
    house.beats("2026-08-27T13:30")
    (words,) = texts(house, "here")
    (_, told) = texts(house, "lead")
    assert told == (
        "2 without Telegram and e-mail: copy the text\n"
        "I do not reach them. Send them this, or say it to them.\n\n"
        f"Kari Nordmann (A) and Ola Li (B)\n{words}\n\n"
        "What they answer you can write for their team with /report."
    )


def test_an_organiser_at_the_page_without_mail_is_no_name_to_pass_anything_on_to(
    house: House,
) -> None:
    listed(house, "Ingrid Solli", None, page="her", role="organiser")
    house.beats("2026-08-27T13:30")
    assert [text for text in texts(house, "lead") if "without Telegram" in text] == []
    listed(house, "Kari Nordmann")
    house.beats("2026-09-09T13:30")
    told = [text for text in texts(house, "lead") if "without Telegram" in text]
    assert [("Kari" in text, "Ingrid" in text) for text in told] == [(True, False)]


def test_they_are_told_by_the_same_hours_and_as_often_as_others(house: House) -> None:
    here = house.member("here", joined=LONG_BEFORE)
    kari = listed(house, "Kari Nordmann")
    for day in range(1, 32):
        for hour in ("08:00", "13:30", "13:31", "16:00"):
            house.beats(f"2026-08-{day:02}T{hour}")
    with house.unit() as unit:
        pushes = [
            [(one.local_date, one.made_at) for one in unit.pushes.of_person(person)]
            for person in (here, kari)
        ]
        said = {part.state for part in unit.pushes.told(kari)}
    assert pushes[0] == pushes[1] != []
    assert said == {"told"}
    to_pass_on = [text for text in texts(house, "lead") if "Kari" in text]
    assert len(to_pass_on) == len(pushes[0])


def test_many_people_in_many_slices_are_one_message(house: House) -> None:
    for number in range(60):
        listed(house, f"Kari {number}")
    house.beats("2026-08-27T13:30")
    told = [text for text in texts(house, "lead") if "Kari" in text]
    assert (len(told), told[0].splitlines()[0]) == (
        1,
        "60 without Telegram and e-mail: copy the text",
    )


def test_who_has_not_reflected_is_named_to_nobody(house: House) -> None:
    """One of them reflects at the page: a list of the others would say who did not."""
    kari = listed(house, "Kari Nordmann")
    listed(house, "Siri Li", page="siri")
    house.beats("2026-09-14T13:30")
    with house.unit() as unit:
        pushes = unit.pushes.of_person(kari)
    told = str(texts(house, "lead"))
    assert ("Kari" in told, "Siri" in told, len(texts(house, "siri")), pushes) == (
        False,
        False,
        1,
        [],
    )


def test_whoever_shut_the_door_or_whose_mail_came_back_is_not_named(house: House) -> None:
    mails(house)
    house.member("gone", joined=LONG_BEFORE)
    listed(house, "Siri Li", mail="siri@x.example", page="siri")
    with house.unit() as unit:
        unit.people.unreachable("telegram", "gone", house.now)
        unit.people.unreachable("mail", "siri@x.example", house.now)
    house.beats("2026-08-27T13:30")
    assert not any("without Telegram" in text for text in texts(house, "lead"))


def test_a_reminder_goes_to_the_page_and_by_mail_at_once_and_is_one_push(house: House) -> None:
    mails(house)
    listed(house, "Siri Li", mail="siri@x.example", page="siri")
    house.beats("2026-08-27T13:29")
    house.beats("2026-08-27T13:30")
    house.beats("2026-08-27T13:31")
    (told,) = house.heard("siri@x.example")
    assert (house.heard("siri"), told[0], len(house.pushes())) == ([told], "08-27 13:30", 2)
    assert not any("Siri" in text for text in texts(house, "lead"))


@pytest.mark.parametrize(("delivered", "said"), [(False, 1), (True, 0)])
def test_a_mail_that_waits_asks_for_no_report_that_is_delivered_meanwhile(
    house: House,
    delivered: bool,  # noqa: FBT001 - a table
    said: int,
) -> None:
    mails(house)
    listed(house, "Siri Li", mail="siri@x.example", page="siri")
    house.beats("2026-11-24T13:30", carried=False)
    if delivered:
        with house.unit() as unit:
            house.delivers(unit, "team:nett/a", "s2")
    house.deliver()
    assert sum("report" in text for text in texts(house, "siri@x.example")) == said


def test_what_no_mail_could_carry_that_day_is_said_the_next(house: House) -> None:
    """The page alone says it to nobody."""
    mails(house)
    siri = listed(house, "Siri Li", mail="siri@x.example", page="siri")
    house.beats("2026-08-27T13:30", carried=False)
    with house.unit() as unit:
        for row in unit.outbox.ready(house.now, 9):
            if row.door == "page":
                unit.outbox.take(row.position)
                unit.outbox.sent(row.position, "1", house.now)
    house.beats("2026-08-27T23:00")
    house.beats("2026-08-28T13:30")
    with house.unit() as unit:
        days = [str(one.local_date) for one in unit.pushes.of_person(siri)]
    assert (days, len(texts(house, "siri@x.example"))) == (["2026-08-27", "2026-08-28"], 1)


def test_a_house_that_dies_before_it_passes_on_does_so_at_the_next_beat(house: House) -> None:
    listed(house, "Kari Nordmann")
    house.now = wall("2026-08-27T13:30")
    mark: str | None = tick.START
    while mark is not None and mark != "unheard":
        with house.unit() as unit:
            mark = tick.beat(unit, house.now, mark)
    house.beats("2026-08-27T13:31")
    house.beats("2026-08-27T13:32")
    assert sum("Kari" in text for text in texts(house, "lead")) == 1


def test_nobody_on_a_pause_is_told_by_another_either(house: House) -> None:
    kari = listed(house, "Kari Nordmann", page="kari")
    with house.unit() as unit:
        unit.preferences.keep(Preference(kari, paused_until=wall("2026-09-01T00:00").date()))
    house.beats("2026-08-27T13:30")
    assert not any("Kari" in text for text in texts(house, "lead"))


def test_without_mail_an_address_helps_nobody(house: House) -> None:
    mails(house, on=False)
    listed(house, "Siri Li", mail="siri@x.example", page="siri")
    house.beats("2026-08-27T13:30")
    assert [any("Siri" in x for x in texts(house, "lead")), texts(house, "siri@x.example")] == [
        True,
        [],
    ]


CHAT, PAGE, MAIL = ("telegram", "1"), ("page", "1"), ("mail", "a@b.example")


@pytest.mark.parametrize(
    ("doors", "shut", "on", "heard", "neither"),
    [
        ((), (), True, False, True),
        ((CHAT,), (), True, True, False),
        ((CHAT,), (CHAT,), True, False, False),
        ((PAGE,), (), True, False, True),
        ((PAGE, MAIL), (), True, True, False),
        ((PAGE, MAIL), (), False, False, True),
        ((PAGE, MAIL), (MAIL,), True, False, False),
        ((CHAT, PAGE, MAIL), (CHAT,), True, True, False),
        ((CHAT, PAGE), (CHAT,), True, False, False),
    ],
)
def test_who_hears_is_the_same_for_one_and_for_all(  # noqa: PLR0913 - a table
    house: House,
    doors: tuple[tuple[str, str], ...],
    shut: tuple[tuple[str, str], ...],
    on: bool,  # noqa: FBT001 - a table
    heard: bool,  # noqa: FBT001 - a table
    neither: bool,  # noqa: FBT001 - a table
) -> None:
    mails(house, on=on)
    kari = listed(house, "Kari Nordmann")
    with house.unit() as unit:
        for door, key in doors:
            unit.people.live_at(kari, door, key)
        for door, key in shut:
            unit.people.unreachable(door, key, house.now)
        person = unit.people.find(kari)
        assert person is not None
        found = (
            hears(unit, person),
            kari in unit.people.reachable_in("nett"),
            has_neither(unit, kari),
        )
    assert found == (heard, heard, neither)


def test_what_is_to_come_counts_what_an_organiser_passes_on(house: House) -> None:
    listed(house, "Kari Nordmann")
    house.beats("2026-08-26T10:00")
    with house.unit() as unit:
        found = tick.happening(unit, house.now)
    assert found is not None
    assert (found.at, found.kind) == (wall("2026-08-27T13:30"), "samling")
