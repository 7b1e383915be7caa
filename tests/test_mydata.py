"""Everything that is held on a person is in the file that they get, and nothing of another's."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.events import Address, Event, Said
from handlers.privacy import sheet_texts
from handlers.privacy.mydata import KIND, paper
from handlers.tongue import tongue
from storage.shelves.traces import PLACES
from tests.room import Room
from tests.seated import seated

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"
# Tables that may hold something of a person, and yet are not in the file.
NOT_SHOWN = {
    "reflection": "anonymous: nobody can tell whose it is",
    "task": "work that waits, a request for this very file among it; emptied when they are erased",
    "invitation": "a code's hash: it says nothing of who used it",
    "file_cache": "Telegram's id of a file, which stands in file",
}
OF_A_PERSON = {"person", "by", "started_by", "answered_by", "speaker", "party", "door"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def file_of(room: Room) -> dict[str, list[dict[str, object]]]:
    """The file that was asked for last, by its English headings."""
    with room.unit() as unit:
        tasks = unit.tasks.due(room.now, 10)
        made = paper(unit, tasks[-1].arguments, room.now)
    assert made is not None
    found: dict[str, list[dict[str, object]]] = json.loads(made.content)
    return found


def test_my_data_are_made_for_whoever_asked_where_they_asked(room: Room) -> None:
    kari = seated(room, "101")
    seated(room, "102")
    kari.says("/innsyn")
    with room.unit() as unit:
        tasks = unit.tasks.due(room.now, 10)
        made = paper(unit, tasks[0].arguments, room.now)
        person = unit.people.at("telegram", "101")
    assert person is not None
    assert [task.kind for task in tasks] == [KIND]
    assert "101" not in tasks[0].arguments
    assert made is not None
    assert (made.to, made.name) == (Address("telegram", "101"), "mellom-my-data.txt")
    found = json.loads(made.content)
    assert found["You"] == [
        {
            "Id": person.id,
            "Name": "Kari Nordmann",
            "Language": "en",
            "Begun at": "2026-11-02T09:00:00.000000Z",
        }
    ]
    assert found["Your places in programmes"] == [
        {
            "Programme": PROGRAMME,
            "Role": "participant",
            "Team": "havnes-1",
            "Joined at": "2026-11-02T09:00:00.000000Z",
        }
    ]
    assert found["Files that you sent to many"] == []
    assert b"102" not in made.content


def test_every_table_that_may_hold_something_of_a_person_is_shown_or_has_a_reason(
    room: Room,
) -> None:
    personal = {
        table
        for (table,) in room.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%yoyo%'"
        ).fetchall()
        if {row[1] for row in room.connection.execute(f"PRAGMA table_info({table})")} & OF_A_PERSON
    }
    assert personal - set(PLACES) - set(NOT_SHOWN) == set()
    assert {"answer", "report", "seat", "outbox", "inbox", "deed"} <= personal
    assert set(sheet_texts.headings(tongue("en"))) == set(PLACES)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_no_two_headings_or_columns_read_the_same_so_that_none_hides_another(
    language: str,
) -> None:
    t = tongue(language)
    for words in (sheet_texts.headings(t), sheet_texts.columns(t)):
        assert sorted(words.values()) == sorted(set(words.values()))


def test_what_stands_in_every_place_is_in_the_file_and_what_is_another_s_is_not(
    room: Room,
) -> None:
    kari = seated(room, "101")
    seated(room, "102")
    room.connection.execute(
        "INSERT INTO measure"
        " VALUES ('team-measure', 'trygg-oppstart', 'team:t', 1, NULL, 'w', NULL, NULL, NULL, NULL)"
    )
    for key in ("101", "102"):
        _fill(room, key)
    kari.says("/mydata")
    found, headings = file_of(room), sheet_texts.headings(tongue("en"))
    whole = json.dumps(found)
    shown = {place: json.dumps(found[headings[place]]) for place in PLACES}
    missing = [place for place in FILLED if f"{place}-of-101" not in shown[place]]
    assert missing == []
    assert {place for place in PLACES if not found[headings[place]]} == set()
    assert set(PLACES) - set(FILLED) == {"person", "address", "report", "reflected", "push"}
    assert "of-102" not in whole


FILLED = {
    "pass": "INSERT INTO pass VALUES (:id, :me, :text, 'T', 'T', NULL)",
    "session": "INSERT INTO session VALUES (:id, 'page' || :key, :text, 'T', 'T', 'T')",
    "mail_claim": "INSERT INTO mail_claim VALUES (:me, :text, 'T')",
    "proposal": "INSERT INTO proposal VALUES (:me, :text, 0, '{}', 'T')",
    "membership": "UPDATE membership SET job = :text WHERE person = :me",
    "seat": "INSERT INTO seat VALUES ('telegram', :key, :key, NULL, NULL, NULL, NULL, :text)",
    "draft": "INSERT INTO draft VALUES (:draft, 'trygg-oppstart', 1, 'report', 'team:t' || :key,"
    " :text, 'open', :me, 'T', 'T')",
    "answer": "INSERT INTO answer VALUES (:draft, 'q', 'given', :text, 1, :me, 'T')",
    "answer_message": "INSERT INTO answer_message VALUES ('telegram', :key, :text, :draft, 'q')",
    "offer": "INSERT INTO offer VALUES (:id, :draft, 'q', :text, :me, 'T')",
    "report_version": "INSERT INTO report_version VALUES (:id, 1, :text, :me, 1)",
    "report_answer": "INSERT INTO report_answer VALUES (:id, 1, 0, 'k', 'w', 'v', :text, 'note')",
    "aim": "INSERT INTO aim"
    " VALUES (:id, 'trygg-oppstart', 'person:' || :me, 1, :text, 'reached', 0, NULL)",
    "measure": "INSERT INTO measure VALUES"
    " (:id, 'trygg-oppstart', 'person:' || :me, 1, :id, 'w', 'slow', :text, NULL, NULL)",
    "work_change": "INSERT INTO work_change (measure, what, was, now, at, by)"
    " VALUES ('team-measure', 'wording', 'w', :text, 'T', :me)",
    "plea": "INSERT INTO plea VALUES (:id, 'trygg-oppstart', 'team:t', :text, NULL, 'T', :me, 'T')",
    "assessment": "INSERT INTO assessment"
    " VALUES (:id, 'trygg-oppstart', 'person:' || :me, 'samling-2', :text, NULL, 'T', NULL)",
    "attachment": "INSERT INTO attachment VALUES (:draft, 'attached' || :key, :me, 'T')",
    "signed_reflection": "INSERT INTO signed_reflection"
    " VALUES ('trygg-oppstart', 'samling-1', :me, NULL, 'q', 'w', :text)",
    "broadcast": "INSERT INTO broadcast"
    " VALUES (:id, 'trygg-oppstart', :me, 'all', :text, :id, 'done', 'T', NULL, '')",
    "file": "INSERT INTO file VALUES (:id, 'hash', :text, 'text/plain', 1, NULL, NULL, 'T')",
    "push_part": "INSERT INTO push_part"
    " VALUES (:me, 'trygg-oppstart', 'report', 'samling-1', :text, :id, 1, 'told', NULL, NULL)",
    "preference": "INSERT INTO preference VALUES (:me, :text, '12345', NULL, 1)",
    "sign_up": "INSERT INTO sign_up"
    " VALUES ('trygg-oppstart', 'samling-1', :me, 'coming', '', :text, 1, 0, NULL, 'T')",
    "presence": "INSERT INTO presence VALUES ('trygg-oppstart', 'samling-1', :me, 'here', :text)",
    "notice": "INSERT INTO notice (id, programme, milestone, was, made_at, not_before, by)"
    " VALUES (:id, 'trygg-oppstart', 'samling-1', :text, 'T', 'T', :me)",
    "deed": "INSERT INTO deed (at, person, what, about) VALUES ('T', :me, 'did', :text)",
    "guess": "INSERT INTO guess VALUES ('telegram', :key, :text)",
    "inbox": "INSERT INTO inbox (source, update_id, payload, received_at, door, key)"
    " VALUES ('telegram:1', :id, :json, 'T', 'telegram', :key)",
    "outbox": "INSERT INTO outbox (door, key, priority, verb, text, buttons, language, silent,"
    " dedupe_key, not_before, stale_after, about, fleeting, state)"
    " VALUES ('telegram', :key, 0, 'send', :text, '[]', 'en', 0, :id, '', '', '', 0, 'sent')",
}
BEFORE = {
    "session": "INSERT INTO address VALUES ('page', 'page' || :key, :me, NULL)",
    "report_version": "INSERT INTO report VALUES (:id, 'trygg-oppstart', 'person:' || :me,"
    " 'samling-1', 1, '2026-11-02T09:00:00.000000Z', 0, 'T')",
    "attachment": "INSERT INTO file"
    " VALUES ('attached' || :key, 'h', :text, 'image/png', 1, NULL, NULL, 'T')",
    "signed_reflection": "INSERT INTO reflected VALUES ('trygg-oppstart', 'samling-1', :me)",
    "push_part": "INSERT INTO push VALUES (:id, :me, '2026-11-02', 'T')",
}


def _fill(room: Room, key: str) -> None:
    """Put something of theirs into every place."""
    (me,) = room.connection.execute("SELECT person FROM address WHERE key = ?", (key,)).fetchone()
    for place, sql in FILLED.items():
        text = f"{place}-of-{key}"
        values = {"me": me, "key": key, "text": text, "id": f"id{key}", "draft": f"draft{key}"}
        values["json"] = json.dumps({"text": text})
        for one in (BEFORE.get(place), sql):
            if one is not None:
                assert room.connection.execute(one, values).rowcount == 1


def test_no_file_is_made_for_somebody_who_is_gone(room: Room) -> None:
    kari = seated(room, "101")
    kari.says("/mydata")
    with room.unit() as unit:
        task = unit.tasks.due(room.now, 10)[0]
    kari.says("/forget")
    kari.taps("Yes, erase everything")
    with room.unit() as unit:
        emptied = [paper(unit, one, room.now) for one in (task.arguments, "")]
    assert emptied == [None, None]
    assert _tasks(room.connection) == [("", "done")]


def _tasks(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return [tuple(row) for row in connection.execute("SELECT arguments, state FROM task")]


def test_a_group_gets_nobody_s_data_and_nobody_is_erased_there(room: Room) -> None:
    seated(room, "101")
    group = room.sitter("-500", language="en")
    for text in ("/mydata", "/forget"):
        room.answers(_in_group(room, text))
    room.deliver()
    assert ["between you and me" in shown.text for shown in group.screen] == [True, True]
    assert _tasks(room.connection) == []
    with room.unit() as unit:
        assert unit.people.at("telegram", "101") is not None


def _in_group(room: Room, text: str) -> Event:
    what = Said("g1", text)
    to = Address("telegram", "-500")
    return Event("telegram:1", text, to, "101", room.now, what, private=False)
