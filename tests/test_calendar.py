"""/calendar: the file, one entry alone, the link for Outlook, and the private address."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from handlers import desk
from handlers.calendar.address import opened, reachable_at
from handlers.events import Address, Event, Said
from handlers.feature import Paper
from handlers.markup import plain
from handlers.programme_file import load
from storage.unit import Unit, connect
from tests.calendar_programme import milestone, programme
from tests.calendars import events, read
from tests.room import Room, Sitter
from tests.seated import seated

NOW = datetime(2026, 8, 20, 8, tzinfo=UTC)
PLACE = "https://mellom.example"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def papers(room: Room) -> list[Paper | None]:
    """What the workers would send by now."""
    with room.unit() as unit:
        due = [one for one in unit.tasks.due(room.now, 50) if one.kind == "calendar"]
        for one in due:
            unit.tasks.end(one.id, "done")
        return [desk.PAPERS[one.kind](unit, one.arguments, room.now) for one in due]


def sent(room: Room) -> Paper:
    (made,) = papers(room)
    assert made is not None
    return made


def served(room: Room, place: str | None = PLACE) -> None:
    with room.unit() as unit:
        reachable_at(unit, place)


def key_in(sitter: Sitter) -> str:
    """The key of the private address that stands on the screen last."""
    return sitter.last.text.split(f"{PLACE}/kalender/")[1].split(".ics")[0]


def opens(room: Room, key: str) -> bytes | None:
    with room.unit() as unit:
        return opened(unit, key, room.now)


@pytest.mark.parametrize("word", ["/calendar", "/kalender", "kalender", "Kalender"])
def test_the_file_comes_where_it_was_asked_for(room: Room, word: str) -> None:
    kari = seated(room, "101")
    kari.says(word)
    made = sent(room)
    assert (made.to, made.name, made.mime) == (
        Address("telegram", "101"),
        "Calendar Learning network for a safe start.ics",
        "text/calendar",
    )
    found = events(made.content)
    assert {"samling-1@trygg-oppstart.mellom", "samling-2.report@trygg-oppstart.mellom"} <= set(
        found
    )
    assert kari.last.text.startswith("Your calendar: Learning network for a safe start\n\n")
    ahead = len([uid for uid, one in found.items() if one.text("STATUS") == "CONFIRMED"])
    assert f"{ahead} dates and deadlines ahead concern you." in kari.last.text
    shown = [(button.text, button.data) for button in kari.last.buttons]
    assert len(shown) == 6
    assert shown[1] == (
        "What did we find, and what do we try?: Wednesday 2 December 2026",
        "calendar:samling-2",
    )
    assert "If you use Outlook on a PC, take one gathering at a time" in kari.last.text
    assert "private address" not in kari.last.text


@pytest.mark.parametrize("role", ["facilitator", "organiser", "observer"])
def test_it_works_for_every_role(room: Room, role: str) -> None:
    somebody = seated(room, "101", role=role, team=None)  # type: ignore[arg-type]
    somebody.says("/calendar")
    found = events(sent(room).content)
    assert "samling-1@trygg-oppstart.mellom" in found
    assert ("samling-2.report@trygg-oppstart.mellom" in found) == (role != "observer")


def test_what_is_past_is_not_counted_and_the_next_is_what_comes(room: Room) -> None:
    kari = seated(room, "101")
    room.now = datetime(2026, 9, 11, 11, 1, tzinfo=UTC)
    kari.says("/calendar")
    assert "What did we find, and what do we try?" in kari.last.text
    kari.taps("What did we find, and what do we try?")
    made = papers(room)[-1]
    assert made is not None
    assert list(events(made.content)) == ["samling-2@trygg-oppstart.mellom"]


def test_at_most_six_gatherings_stand_on_buttons_and_only_those_ahead_with_a_day(
    room: Room,
) -> None:
    days = ["2026-08-01", "2026-10-01", "2026-11-01", "2026-12-01", "2027-01-04", "2027-02", *(
        f"2027-0{n}-01" for n in (3, 4, 5)
    )]  # fmt: skip
    room.imports(programme(*(milestone(f"s{n}", day) for n, day in enumerate(days))))
    kari = seated(room, "101", "nett", team="a")
    kari.says("/calendar")
    data = [button.data for button in kari.last.buttons]
    assert data == [f"calendar:{one}" for one in ("s1", "s2", "s3", "s4", "s6", "s7")]


def test_one_entry_alone_comes_with_a_link_that_can_be_forwarded(room: Room) -> None:
    kari = seated(room, "101")
    kari.presses("calendar:samling-1")
    made = sent(room)
    assert (read(made.content).text("METHOD"), kari.nods, kari.screen) == (
        "REQUEST",
        ["The calendar entry comes here in a moment."],
        [],
    )
    assert made.name == "Calendar Getting to know each other, getting started.ics".replace(",", "")
    assert plain(made.text).startswith(
        "Gathering: Getting to know each other, getting started\n"
        "Open the file to put it into your calendar. It replaces an older entry."
    )
    url = urlsplit(made.text.split('href="')[1].split('"')[0].replace("&amp;", "&"))
    assert (url.scheme, url.netloc, url.path) == (
        "https",
        "outlook.office.com",
        "/calendar/0/deeplink/compose",
    )
    asked = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert asked == {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": "Gathering: Getting to know each other, getting started",
        "startdt": "2026-09-10T10:00:00Z",
        "enddt": "2026-09-11T11:00:00Z",
        "location": "Tromsø",
        "body": "Learning network for a safe start",
    }


def test_a_whole_day_is_a_whole_day_in_the_link_as_well(room: Room) -> None:
    seated(room, "101").presses("calendar:prosjektplan")
    link = sent(room).text.split('href="')[1].split('"')[0].replace("&amp;", "&")
    asked = parse_qs(urlsplit(link).query)
    assert (asked["startdt"], asked["enddt"], asked["allday"]) == (
        ["2026-10-30"],
        ["2026-10-31"],
        ["true"],
    )


def test_what_was_cancelled_comes_as_what_takes_it_out(room: Room) -> None:
    kari = seated(room, "101")
    with room.unit() as unit:
        row = unit.programmes.find("trygg-oppstart")
    assert row is not None
    said = load(row.body)
    held = tuple(
        one.model_copy(update={"cancelled": one.id == "samling-2"}) for one in said.milestone
    )
    room.passes(hours=1)
    room.imports(said.model_copy(update={"milestone": held}))
    kari.presses("calendar:samling-2")
    made = sent(room)
    assert read(made.content).text("METHOD") == "CANCEL"
    assert plain(made.text).endswith("Open the file to take it out of your calendar.")
    assert "href" not in made.text


@pytest.mark.parametrize("about", ["nettmote-mentorer", "no-such", "renew-not", "samling-1:x"])
def test_what_has_no_day_is_not_sent(room: Room, about: str) -> None:
    kari = seated(room, "101")
    kari.presses(f"calendar:{about}")
    made = papers(room)
    if about == "samling-1:x":
        assert kari.last.text.startswith("Your calendar")
    else:
        assert (kari.last.text, made) == ("That has no date that concerns you now.", [])


def test_without_any_date_it_says_so(room: Room) -> None:
    room.imports(programme(milestone("s1", "2026-12")))
    kari = seated(room, "101", "nett", team="a")
    kari.says("/calendar")
    assert (kari.last.text, papers(room)) == (
        "No date is set yet. You hear from me when there is one.",
        [],
    )


def test_who_is_in_no_programme_and_who_writes_in_a_group_get_nothing(room: Room) -> None:
    stranger = room.sitter("909", language="en")
    stranger.says("/calendar")
    assert stranger.last.text.startswith("You are not in a programme yet.")
    kari = seated(room, "101")
    group = Address("telegram", "-5")
    for word in ("/calendar", "/kalender"):
        said = Event("telegram:1", word, group, "101", NOW, Said("m", word), private=False)
        room.sitters["-5"] = kari
        room.answers(said)
        room.deliver()
    assert {one.text for one in kari.screen} == {
        "This is between you and me. Write it to me in a chat of our own."
    }
    assert papers(room) == []


def test_the_file_is_of_the_programme_where_they_sit(room: Room) -> None:
    room.imports(programme(milestone("s1", "2026-12-01")))
    seated(room, "101")
    room.passes(minutes=1)
    kari = seated(room, "101", "nett", team="a")
    kari.says("/calendar")
    assert set(events(sent(room).content)) == {"s1@nett.mellom"}
    kari.presses("calendar:samling-1:@trygg-oppstart")
    kari.says("/calendar")
    assert "samling-1@trygg-oppstart.mellom" in events(papers(room)[-1].content)  # type: ignore[union-attr]


def test_who_left_or_was_erased_meanwhile_gets_no_file(room: Room) -> None:
    kari, siri = seated(room, "101"), seated(room, "102")
    kari.says("/calendar")
    siri.says("/calendar")
    with room.unit() as unit:
        for key in ("101", "102"):
            person = unit.people.at("telegram", key)
            assert person is not None
            if key == "101":
                unit.people.leave(person.id, "trygg-oppstart", "participant")
            else:
                unit.people.erase(person.id)
    assert papers(room) == [None, None]


def test_the_private_address_opens_all_their_programmes_and_nobody_elses(room: Room) -> None:
    served(room)
    room.imports(programme(milestone("s1", "2026-12-01")))
    seated(room, "101")
    kari, siri = seated(room, "101", "nett", team="a"), seated(room, "102", team="elvvik-1")
    for one in (kari, siri):
        one.says("/calendar")
    both, hers = opens(room, key_in(kari)), opens(room, key_in(siri))
    assert both is not None
    assert hers is not None
    assert {"s1@nett.mellom", "samling-1@trygg-oppstart.mellom"} <= set(events(both))
    assert "s1@nett.mellom" not in events(hers)
    assert (read(both).text("METHOD"), read(both).text("X-WR-CALNAME")) == (
        "PUBLISH",
        "My programmes",
    )
    assert read(hers).text("X-WR-CALNAME") == "Learning network for a safe start"
    assert kari.last.labels[-1] == "New private address"


def test_what_somebody_leads_elsewhere_shows_them_no_more_here(room: Room) -> None:
    served(room)
    theirs = milestone("s2", "2026-12-01", concerns='{ teams = ["b"] }')
    room.imports(programme(milestone("s1", "2026-11-01"), theirs))
    seated(room, "101", role="organiser", team=None)
    room.passes(minutes=1)
    kari = seated(room, "101", "nett", team="a")
    kari.says("/calendar")
    assert list(events(sent(room).content)) == ["s1@nett.mellom"]
    found = opens(room, key_in(kari))
    assert found is not None
    assert [uid for uid in events(found) if uid.endswith("@nett.mellom")] == ["s1@nett.mellom"]


def test_a_key_that_is_wrong_in_any_letter_opens_nothing(room: Room) -> None:
    served(room)
    kari = seated(room, "101")
    kari.says("/calendar")
    key = key_in(kari)
    person, mac = key.split("-")
    assert (len(mac), opens(room, key) is not None) == (32, True)
    wrong = [
        key[:place] + ("b" if key[place] != "b" else "c") + key[place + 1 :]
        for place in range(len(key))
        if key[place] != "-"
    ]
    assert {opens(room, one) for one in (*wrong, person, f"{person}-", f"-{mac}", "", key * 2)} == {
        None
    }


def test_a_new_address_is_given_after_a_yes_and_kills_the_old_one(room: Room) -> None:
    served(room)
    kari = seated(room, "101")
    kari.says("/calendar")
    old = key_in(kari)
    kari.taps("New private address")
    kari.taps("No, keep it")
    assert opens(room, old) is not None
    kari.taps("New private address")
    kari.taps("Yes, give me a new one")
    new = key_in(kari)
    assert (opens(room, old), opens(room, new) is not None, old != new) == (None, True, True)


def test_an_address_that_is_not_served_is_shown_to_nobody(room: Room) -> None:
    served(room)
    kari = seated(room, "101")
    kari.says("/calendar")
    served(room, None)
    kari.says("/calendar")
    kari.presses("calendar:renew:yes")
    assert [PLACE in one.text for one in kari.screen] == [True, False, False]
    assert kari.last.text == "There is no private address here."


def test_who_left_everything_has_an_empty_calendar_and_who_was_erased_none(room: Room) -> None:
    served(room)
    kari = seated(room, "101")
    kari.says("/calendar")
    key = key_in(kari)
    with room.unit() as unit:
        person = unit.people.at("telegram", "101")
        assert person is not None
        unit.people.leave(person.id, "trygg-oppstart", "participant")
    left = opens(room, key)
    assert left is not None
    assert read(left).every("VEVENT") == []
    assert len(read(left).every("VTIMEZONE")) == 1
    with room.unit() as unit:
        unit.people.erase(person.id)
    assert opens(room, key) is None


def test_a_milestone_may_be_called_renew(room: Room) -> None:
    room.imports(programme(milestone("renew", "2026-12-01")))
    seated(room, "101", "nett", team="a").presses("calendar:renew")
    assert list(events(sent(room).content)) == ["renew@nett.mellom"]


def test_the_address_is_read_without_writing(room: Room) -> None:
    served(room)
    kari = seated(room, "101")
    kari.says("/calendar")
    reading = connect(room.path, read_only=True)
    assert opened(Unit(reading), key_in(kari), room.now) is not None
    reading.close()
