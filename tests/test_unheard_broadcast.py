"""A broadcast counts a person once, sees a mail that fails, and is passed on to who has neither."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.post import mail_is
from storage.records import Membership
from tests.broadcasting import CAKE, HEAD, beats, confirms, crowd, goes_out, kari, opened, works
from tests.changing import LATER, SECOND, Town
from tests.room import Room

TEAM = "Havnes, hjemmetjenesten"
BOKMAL = "Fra Kari Nordmann, veileder\nLæringsnettverk for trygg oppstart\n\n"


@pytest.fixture(name="room")
def _room(tmp_path: Path) -> Iterator[Room]:
    for room in opened(tmp_path):
        with room.unit() as unit:
            mail_is(unit, on=True)
        yield room


def listed(
    room: Room,
    name: str,
    page: str | None = None,
    mail: str | None = None,
    at: tuple[str, str] = ("trygg-oppstart", "havnes-1"),
) -> None:
    for key in (page, mail):
        if key is not None:
            room.sitter(key)
    with room.unit() as unit:
        person = unit.people.add(name, "en", room.now)
        member = Membership(person.id, at[0], "participant", at[1], None, room.now, listed=True)
        unit.people.join(member)
        if page is not None:
            unit.people.live_at(person.id, "page", page)
        if mail is not None:
            unit.people.live_at(person.id, "mail", mail)


def fails(room: Room, mail: str) -> None:
    """Let everything that goes to this address come back."""
    with room.unit() as unit:
        for row in unit.outbox.ready(room.now, 100, "mail"):
            if row.key == mail:
                unit.outbox.end(row.position, "failed", "nobody is there", room.now)


def test_page_and_mail_are_one_person_in_the_count(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 2)
    listed(room, "Siri", "siri", "siri@x.example")
    confirms(sender, CAKE)
    goes_out(room)
    assert (sender.last.text, room.sitters["siri@x.example"].text, room.sitters["siri"].text) == (
        "Sent to 3 of 3.",
        HEAD + CAKE,
        HEAD + CAKE,
    )


def test_a_mail_that_fails_is_one_who_was_not_reached(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 2)
    listed(room, "Siri", "siri", "siri@x.example")
    confirms(sender, CAKE)
    works(room)
    fails(room, "siri@x.example")
    room.deliver()
    beats(room)
    assert sender.last.text == "Sent to 2 of 3. One was not reached."


def test_who_has_neither_is_counted_as_missed_and_the_sender_gets_the_words(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 2)
    listed(room, "Ola Li")
    listed(room, "Siri Moe", "siri")
    confirms(sender, CAKE)
    asked = [one.text for one in sender.screen if one.text.startswith("Send to")]
    goes_out(room)
    beats(room)
    (neither,) = (one.partition("\n\n")[2] for one in asked)
    assert neither == "2 of them have neither Telegram nor e-mail: you get the text to pass on."
    count, passed_on = sender.screen[-2:]
    assert (count.text, passed_on.labels) == ("Sent to 2 of 4. 2 were not reached.", [])
    assert passed_on.text == (
        "2 without Telegram and e-mail: copy the text\n"
        "I do not reach them. Send them this, or say it to them.\n\n"
        f"Ola Li ({TEAM}) and Siri Moe ({TEAM})\n{BOKMAL}{CAKE}"
    )
    assert room.sitters["siri"].text == HEAD + CAKE


def test_what_is_stopped_is_passed_on_to_nobody_and_reaches_no_page(room: Room) -> None:
    sender = kari(room)
    listed(room, "Siri Moe", "siri")
    confirms(sender, CAKE)
    works(room)
    [row] = room.connection.execute("SELECT id FROM broadcast").fetchall()
    sender.presses(f"broadcast:stop:{row['id']}")
    room.deliver()
    beats(room)
    assert (room.sitters["siri"].text, "Siri" in sender.text) == ("", False)


def test_a_moved_samling_is_passed_on_once(tmp_path: Path) -> None:
    town = Town(tmp_path)
    lead, here = town.member("lead", "organiser"), town.member("here")
    listed(town, "Ola Li", at=("nett", "a"))
    town.passes_by()
    town.changes(SECOND, LATER)
    town.passes_by()
    town.passes_by()
    told = [shown.text for shown in lead.screen if "without Telegram" in shown.text]
    assert (len(told), "Ola Li" in told[0], here.last.text.splitlines()[0] in told[0]) == (
        1,
        True,
        True,
    )
    town.close()
