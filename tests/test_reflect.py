"""The reflection: asked after a samling, and truly without a name where the programme says so."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.events import Address, Event, Pressed
from handlers.reflect import lapse
from storage.records import Reflection, Role
from storage.shelves.outbox import Owed
from storage.unit import Unit
from tests.form_robot import answers_all, sends
from tests.room import Room, Sitter, rows
from tests.seated import seated

PROGRAMME = "trygg-oppstart"
OPEN = datetime(2026, 9, 11, 11, tzinfo=UTC)
CLOSES = datetime(2026, 9, 18, 21, 59, 59, tzinfo=UTC)
SECRET = "canary 7f3a took the floor"


class House(Room):
    """A room that also keeps what comes in, as the intake and the clerk do."""

    def answers(self, event: Event) -> None:
        with self.unit() as unit:
            payload = json.dumps(asdict(event.what))
            where = (event.address.door, event.address.key)
            unit.inbox.store(event.source, event.update, payload, 0, *where, self.now)
        super().answers(event)
        with self.unit() as unit:
            for row in unit.inbox.new(0, 100):
                if row.update_id == event.update:
                    unit.inbox.settle(row.position)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[House]:
    here = House(tmp_path, OPEN)
    here.holds()
    yield here
    here.close()


@pytest.fixture
def signed(room: House) -> House:
    """The same programme, with names on what is said."""
    programme = room.holds()
    assert programme.reflection is not None
    reflection = programme.reflection.model_copy(update={"anonymous": False})
    room.imports(programme.model_copy(update={"reflection": reflection}))
    return room


def reflects(sitter: Sitter, text: str = SECRET) -> None:
    sitter.says("/reflect")
    sitter.says(text)
    sitter.says("skip")
    sitter.says("send")


def unsigned_of(room: Room) -> list[Reflection]:
    with room.unit() as unit:
        return unit.reflections.unsigned(PROGRAMME)


@pytest.mark.parametrize("typing", [True, False])
def test_a_reflection_is_given_by_typing_only_or_by_buttons(room: House, *, typing: bool) -> None:
    kari = seated(room, "1")
    if typing:
        kari.says("refleksjon")
    else:
        kari.presses("reflect:samling-1")
    answers_all(kari, typing=typing)
    sends(kari, typing=typing)
    said = "We tried something."
    assert unsigned_of(room) == [
        Reflection("samling-1", "neste-gang", "Hva bør vi gjøre annerledes neste gang?", said),
        Reflection("samling-1", "tar-med", "Hva tar du med deg videre?", said),
    ]
    assert kari.last.text.startswith("Thank you for reflecting!")


def test_what_is_promised_is_said_before_the_first_question(room: House) -> None:
    kari = seated(room, "1")
    kari.says("/reflect")
    promise, question = kari.screen
    assert promise.text.startswith("Your answers are anonymous")
    assert "shown when at least four have answered" in promise.text
    assert "you can neither change it nor take it back" in promise.text
    assert "Telegram, and whoever runs this service, can technically see" in promise.text
    assert "What do you take with you?" in question.text
    kari.says("later")
    kari.says("/reflect")
    assert [shown.text for shown in kari.screen].count(promise.text) == 1


# Anonymous means it


def bytes_of(room: House, folder: Path) -> list[bytes]:
    """The database's file as it lies on the disk, and a backup of it."""
    room.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert Path(f"{room.path}-wal").stat().st_size == 0
    backup = folder / "backup.db"
    backup.unlink(missing_ok=True)
    room.connection.execute("VACUUM INTO ?", (str(backup),))
    return [room.path.read_bytes(), backup.read_bytes()]


def test_the_text_stands_once_on_the_disk_and_in_a_backup(room: House, tmp_path: Path) -> None:
    kari = seated(room, "1")
    kari.says("/reflect")
    first = kari.says("canary 7f3a before I changed my mind, and much longer than that")
    kari.edits(first, "canary 7f3a too, once more")
    kari.says("x" * 2001 + " canary 7f3a refused")
    kari.says("skip")
    kari.says("change 1")
    kari.says(SECRET)
    assert all(one.count(b"canary 7f3a") > 1 for one in bytes_of(room, tmp_path))
    kari.says("send")
    assert [one.count(b"canary 7f3a") for one in bytes_of(room, tmp_path)] == [1, 1]
    assert [one.shown for one in unsigned_of(room)] == [SECRET]


def test_nothing_joins_the_text_with_the_person(room: House) -> None:
    reflects(seated(room, "1"))
    [kept] = room.connection.execute("SELECT * FROM reflection").fetchall()
    assert set(kept.keys()) == {"id", "programme", "milestone", "question", "wording", "shown"}
    with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
        room.connection.execute("SELECT rowid FROM reflection")
    assert [
        (table, column)
        for table, column, value in everything(room.connection)
        if table != "reflection" and (kept["id"] in value or SECRET in value)
    ] == []
    assert (rows(room.connection, "draft"), rows(room.connection, "answer")) == (0, 0)
    assert rows(room.connection, "answer_message") == 0
    assert room.connection.execute("SELECT what FROM deed").fetchall() == []
    assert rows(room.connection, "reflected") == 1


def everything(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Every value in every table, as text."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608
            for column in row.keys():  # noqa: SIM118 - a Row is no mapping
                yield table, column, str(row[column])


def test_the_order_on_the_disk_says_nothing_of_who_was_first(room: House, tmp_path: Path) -> None:
    for n in range(12):
        reflects(seated(room, str(n), team=f"havnes-{n % 3 + 1}"), f"thought {n:02}")
    for content in bytes_of(room, tmp_path):
        places = [content.index(f"thought {n:02}".encode()) for n in range(12)]
        assert places not in (sorted(places), sorted(places, reverse=True))


def test_a_message_that_still_waits_its_turn_is_not_blanked(room: House) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        early = room.now - timedelta(minutes=5)
        unit.inbox.store("telegram:1", "early", "{}", 0, "telegram", "1", early)
        unit.inbox.settle(unit.inbox.new(0, 1)[0].position)
        unit.inbox.store("telegram:1", "queued", "{}", 0, "telegram", "1", room.now)
        unit.inbox.store("telegram:1", "other", "{}", 0, "telegram", "2", early)
    reflects(kari)
    kept = room.connection.execute(
        "SELECT update_id FROM inbox WHERE payload IS NOT NULL ORDER BY position"
    )
    assert [row["update_id"] for row in kept] == ["queued", "other"]


def ends_stale(unit: Unit, now: datetime) -> None:
    unit.outbox.stale(now + timedelta(days=2))


def ends_moot(unit: Unit, now: datetime) -> None:
    unit.outbox.moot_about("it", now)


def ends_as_nobody_is_there(unit: Unit, now: datetime) -> None:
    unit.outbox.moot_at("telegram", "1", now)


def ends_overtaken(unit: Unit, now: datetime) -> None:
    newer = Owed("telegram", "1", "newer", "new", verb="edit", target_message="m1", fleeting=True)
    unit.outbox.owe(newer, now)


@pytest.mark.parametrize("ends", [ends_stale, ends_moot, ends_as_nobody_is_there, ends_overtaken])
def test_an_echo_is_blanked_however_it_ends(
    room: House, ends: Callable[[Unit, datetime], None]
) -> None:
    with room.unit() as unit:
        owed = Owed(
            "telegram",
            "1",
            "echo",
            SECRET,
            verb="edit",
            target_message="m1",
            about="it",
            fleeting=True,
            stale_after=room.now + timedelta(days=1),
        )
        unit.outbox.owe(owed, room.now)
        ends(unit, room.now)
        echo = unit.outbox.keyed("echo")
    assert echo is not None
    assert (echo.text, echo.buttons) == ("", "[]")
    assert echo.state in ("moot", "stale")


def test_the_log_of_the_database_is_wanted_cut(room: House) -> None:
    reflects(seated(room, "1"))
    with room.unit() as unit:
        assert unit.house.value("checkpoint") == "wanted"


def test_nobody_reflects_twice_without_a_name(room: House) -> None:
    kari = seated(room, "1")
    reflects(kari)
    for again in ("/reflect", "refleksjon"):
        kari.says(again)
        assert "You have reflected on this gathering already" in kari.last.text
    kari.presses("reflect:change:samling-1")
    assert "You have reflected on this gathering already" in kari.last.text
    assert (rows(room.connection, "reflection"), rows(room.connection, "draft")) == (1, 0)


def test_an_edit_after_it_was_sent_changes_nothing(room: House) -> None:
    kari = seated(room, "1")
    kari.says("/reflect")
    message = kari.says("first")
    kari.says("skip")
    kari.says("send")
    kari.edits(message, "second")
    assert [one.shown for one in unsigned_of(room)] == ["first"]


def test_what_was_never_sent_is_dropped_a_day_after_it_closed(room: House, tmp_path: Path) -> None:
    kari = seated(room, "1")
    kari.says("/reflect")
    kari.says(SECRET)
    with room.unit() as unit:
        lapse(unit, CLOSES + timedelta(days=1))
    assert rows(room.connection, "answer") == 1
    with room.unit() as unit:
        lapse(unit, CLOSES + timedelta(days=1, seconds=1))
        unit.inbox.blank_old(room.now + timedelta(days=8))
    assert [one.count(SECRET.encode()) for one in bytes_of(room, tmp_path)] == [0, 0]


# When it is open


def test_it_is_open_until_the_last_second_by_when_it_was_said(room: House) -> None:
    kari = seated(room, "1")
    kari.says("/reflect")
    kari.says(SECRET)
    kari.says("skip")
    send = next(button for button in kari.last.buttons if button.text == "Send")
    room.now = CLOSES + timedelta(hours=2)
    here = Address("telegram", "1")
    pressed = Pressed(send.data or "", kari.last.id)
    room.answers(Event("telegram:1", "a", here, "1", CLOSES + timedelta(seconds=1), pressed))
    room.deliver()
    assert kari.last.text.startswith("The reflection after «Getting to know each other, getting")
    assert kari.last.text.endswith("was open until Friday 18 September 2026.")
    assert unsigned_of(room) == []
    room.answers(Event("telegram:1", "b", here, "1", CLOSES, pressed))
    assert [one.shown for one in unsigned_of(room)] == [SECRET]


def test_when_none_is_open_it_is_said_until_when_and_from_when(room: House) -> None:
    kari = seated(room, "1")
    room.now = CLOSES + timedelta(days=1)
    kari.says("/reflect")
    assert kari.last.text.splitlines() == [
        (
            "The reflection after «Getting to know each other, getting started» was open until "
            "Friday 18 September 2026."
        ),
        "The next, after «What did we find, and what do we try?», opens Wednesday 2 December 2026.",
    ]


def test_a_button_to_one_that_is_not_open_says_so(room: House) -> None:
    kari = seated(room, "1")
    kari.presses("reflect:samling-3")
    assert kari.last.text == "The reflection after «The mentor's part» is not open yet."
    room.now = CLOSES + timedelta(days=1)
    kari.presses("reflect:samling-1")
    assert "was open until Friday 18 September 2026." in kari.last.text


@pytest.mark.parametrize("role", ["facilitator", "organiser", "observer"])
def test_it_is_for_participants(room: House, role: Role) -> None:
    leader = seated(room, "1", role=role, team=None)
    leader.says("/reflect")
    assert leader.last.text == "The reflection is for the participants."


def test_a_programme_that_asks_nothing_says_so(room: House) -> None:
    room.imports(room.holds().model_copy(update={"reflection": None}))
    kari = seated(room, "1")
    kari.says("/reflect")
    assert kari.last.text == "Nobody is asked to reflect in Learning network for a safe start."


def test_a_reminder_that_waits_is_moot_once_it_is_given(room: House) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        key = f"room:{PROGRAMME}:samling-1:{person.id}"
        later = room.now + timedelta(hours=1)
        unit.outbox.owe(Owed("telegram", "1", key, "?", about=key, not_before=later), room.now)
    reflects(kari)
    with room.unit() as unit:
        reminder = unit.outbox.keyed(key)
    assert reminder is not None
    assert reminder.state == "moot"


# With a name


def test_a_signed_one_says_so_and_may_be_changed(signed: House) -> None:
    kari = seated(signed, "1")
    kari.says("/reflect")
    assert kari.screen[0].text.startswith("Your answers are kept with your name")
    kari.says("First")
    kari.says("More")
    kari.says("send")
    kari.taps("Change")
    kari.says("change 2")
    kari.says("skip")
    kari.says("send")
    assert kari.last.text == "Thank you! Your reflection is changed."
    with signed.unit() as unit:
        assert unit.reflections.signed(PROGRAMME) == [
            Reflection("samling-1", "tar-med", "Hva tar du med deg videre?", "First")
        ]
        assert unit.reflections.unsigned(PROGRAMME) == []
    kari.says("See the answers")
    assert "Hva tar du med deg videre?\nFirst" in kari.last.text


def test_a_signed_one_is_not_changed_after_it_closed(signed: House) -> None:
    kari = seated(signed, "1")
    reflects(kari)
    signed.now = CLOSES + timedelta(days=1)
    kari.presses("reflect:change:samling-1")
    assert "was open until Friday 18 September 2026." in kari.last.text
    kari.presses("reflect:samling-1")
    assert kari.last.labels == ["See the answers"]
