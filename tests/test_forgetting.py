"""Erased means it: after /forget, the name, the address and the words stand nowhere on the disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import roster
from handlers.events import Address, Event, Pressed
from handlers.flow.party import person_party, team_party
from handlers.join.codes import codes
from handlers.post import NAMES
from handlers.privacy import is_time_to_wipe
from handlers.workbook import Listed
from storage.records import AnswerRow, File, ReportAnswer
from storage.shelves.outbox import Owed
from tests.room import Room, Sitter, rows
from tests.seated import seated

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PROGRAMME = "trygg-oppstart"
LATER = NOW.replace(hour=12)
KEY = "778899001122"
NAME = "Solveig Kanariå"
WORDS = "kanariord-i-hemmelighet"
YES = "Yes, erase everything"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds("eksempel.toml")
    yield room
    room.close()


def joined(room: Room) -> Sitter:
    """Someone who joined by the code, with their name, and wrote something."""
    with room.unit() as unit:
        found = codes(unit, PROGRAMME, room.now, None)
    code = next(one.code for one in found if one.team == "havnes-1")
    sitter = room.sitter(KEY, NAME, language="en")
    sitter.says(f"/start {code}")
    sitter.taps("Yes, it is private")
    sitter.taps(NAME)
    sitter.taps("Skip")
    sitter.says(WORDS)
    return sitter


def person(room: Room, key: str = KEY) -> str:
    with room.unit() as unit:
        found = unit.people.at("telegram", key)
    assert found is not None
    return found.id


def arrived(room: Room, update: str, payload: str, key: str = KEY, state: str = "settled") -> None:
    """An update in the inbox, as a door brings it."""
    with room.unit() as unit:
        unit.inbox.store("telegram:1", update, payload, 0, "telegram", key, room.now)
    room.connection.execute("UPDATE inbox SET state = ? WHERE update_id = ?", (state, update))


def wiped(room: Room) -> bytes:
    """Everything on disk, and in a backup, once the machine has done its part."""
    with room.unit() as unit:
        assert is_time_to_wipe(unit)
    room.connection.execute("VACUUM")
    assert tuple(room.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()) == (0, 0, 0)
    backup = room.path.with_name("backup.db")
    with closing(sqlite3.connect(room.path)) as connection:
        connection.execute("VACUUM INTO ?", (str(backup),))
    names = (room.path.name, f"{room.path.name}-wal", backup.name)
    return b"".join(room.path.with_name(name).read_bytes() for name in names)


def left(disk: bytes, *canaries: str) -> list[str]:
    """Which of these stand there, plain, or escaped as JSON writes them."""
    spellings = {one: (one.encode(), ascii(one)[1:-1].encode()) for one in canaries}
    return [one for one, ways in spellings.items() if any(way in disk for way in ways)]


def test_what_goes_and_what_stays_is_said_before_anything_is_erased(room: Room) -> None:
    kari = joined(room)
    kari.says("/slett")
    for words in ("your name", "belong to the programme", "backup", "anonymous", "Telegram"):
        assert words in kari.last.text
    assert kari.last.labels == ["Yes, erase everything about me", "No, keep it"]
    assert "only organiser" not in kari.last.text
    kari.says("no, keep it")
    assert kari.last.text == "Good. Everything is as it was."
    assert rows(room.connection, "person") == 1


def test_a_typed_answer_to_the_question_goes_into_no_draft(room: Room) -> None:
    kari = joined(room)
    kari.says("/report")
    for words in ("/forget", "yes, erase it"):
        kari.says(words)
        assert kari.last.labels == ["Yes, erase everything about me", "No, keep it"]
    assert rows(room.connection, "answer") == 0
    kari.says("no")
    assert kari.last.text == "Good. Everything is as it was."
    kari.says("An aim of ours")
    assert rows(room.connection, "answer") == 1
    kari.says("/forget")
    kari.says("yes")
    assert rows(room.connection, "person") == 0


def test_name_address_and_words_of_the_erased_stand_nowhere_on_the_disk(room: Room) -> None:
    kari = joined(room)
    me = person(room)
    _worked_everywhere(room, me)
    arrived(room, "1", f'{{"from":{{"id":{KEY}}},"text":"{WORDS}"}}')
    arrived(room, "2", f'{{"text":"{WORDS}"}}', state="parked")
    arrived(room, "3", f'{{"forward_origin":{{"id":{KEY}}},"text":"{WORDS}"}}', key="5")
    _wrote_everywhere(room, me)
    before = room.path.read_bytes() + room.path.with_name("room.db-wal").read_bytes()
    assert left(before, NAME, KEY, WORDS, me) == [NAME, KEY, WORDS, me]
    kari.says("/forget")
    kari.taps(YES)
    assert "is erased" in kari.last.text
    assert NAME not in kari.last.text
    assert left(wiped(room), NAME, KEY, WORDS, me) == []


def _wrote_everywhere(room: Room, me: str) -> None:
    """Words in a form of one's own, to many but never sent, in a file and at another's door."""
    with room.unit() as unit:
        draft = unit.drafts.start(PROGRAMME, 1, "reflect", person_party(me), "samling-1", me, NOW)
        unit.drafts.put(AnswerRow(draft.id, "a", "given", WORDS, 1, me, NOW), NOW)
        ours = unit.drafts.start(PROGRAMME, 1, "report", "team:t", "samling-1", None, NOW)
        unit.drafts.point("telegram", KEY, "m1", ours.id, "a")
        guest = unit.drafts.start(PROGRAMME, 1, "x", f"guest:telegram/{KEY}", WORDS, None, NOW)
        unit.drafts.offer(guest.id, "a", WORDS, me, NOW)
        unit.files.add(File("f1", "h", f"{WORDS}.pdf", "text/plain", 1, "telegram:1", WORDS), NOW)
        unit.broadcasts.add(PROGRAMME, me, "all", WORDS, "f1", NOW)
        unit.files.add(File("f2", "h2", f"{WORDS}.txt", "text/plain", 1, None, None), NOW)
        unit.outbox.owe(Owed("telegram", KEY, f"room:{me}", WORDS, file="f2", about=me), NOW)
        unit.outbox.owe(Owed("telegram", "5", "k2", f"{NAME} began the report"), NOW)
        unit.invitations.guessed("telegram", KEY, NOW)
        unit.deeds.note("did", me, NOW, PROGRAMME, me)
        own = [ReportAnswer("q", "w", "v", "a delivered answer")]
        unit.reports.deliver(PROGRAMME, person_party(me), "samling-2", own, me, NOW, late=False)
    room.deliver()


def _worked_everywhere(room: Room, me: str) -> None:
    """Aims and measures of one's own, help, a score, a file in a form, words begun for a team."""
    alone, team = person_party(me), team_party(PROGRAMME, "havnes-1")
    with room.unit() as unit:
        aim = unit.measures.add_aim(PROGRAMME, alone, WORDS, me, NOW)
        own = unit.measures.add_measure(PROGRAMME, alone, aim.id, WORDS, me, NOW)
        unit.measures.change_measure(replace(own, note=WORDS, wording="other words"), me, NOW)
        shared = unit.measures.add_measure(PROGRAMME, team, None, "the team's", me, NOW)
        unit.measures.change_measure(replace(shared, state="done"), me, NOW)
        unit.help.call(PROGRAMME, alone, "", me, NOW)
        answered = unit.help.call(PROGRAMME, team, "samling-2", me, NOW)
        unit.help.answer(answered.id, me, NOW)
        unit.help.assess(PROGRAMME, alone, "samling-2", "2.5", None, NOW)
        unit.help.assess(PROGRAMME, team, "samling-2", "3.0", me, NOW)
        draft = unit.drafts.start(PROGRAMME, 1, "report", alone, "samling-3", me, NOW)
        unit.files.add(File("f3", "h3", f"{WORDS}.png", "image/png", 1, "telegram:1", WORDS), NOW)
        unit.files.attach(draft.id, "f3", me, NOW)
        begun = unit.drafts.start(PROGRAMME, 1, "measure-word", team, f"{me}.m", me, NOW)
        unit.drafts.put(AnswerRow(begun.id, "said", "open", WORDS, 1, me, NOW), NOW)


def test_a_team_s_measures_calls_and_scores_stay_without_a_name_and_one_s_own_go(
    room: Room,
) -> None:
    kari = joined(room)
    me, team = person(room), team_party(PROGRAMME, "havnes-1")
    _worked_everywhere(room, me)
    kari.says("/forget")
    kari.taps(YES)
    with room.unit() as unit:
        changes = [(one.what, one.now, one.by) for one in unit.measures.changes(PROGRAMME, team)]
        pleas = [(one.party, one.by, one.answered_by) for one in unit.help.pleas(PROGRAMME)]
        scores = [(one.party, one.score, one.by) for one in unit.help.assessments(PROGRAMME)]
    assert changes == [("added", "the team's", None), ("state", "done", None)]
    assert pleas == [(team, None, None)]
    assert scores == [(team, "3.0", None)]
    left_over = {table: rows(room.connection, table) for table in ("aim", "measure", "file")}
    assert left_over == {"aim": 0, "measure": 1, "file": 0}
    assert rows(room.connection, "draft") == 0


def test_a_file_in_a_team_s_report_stays_although_it_was_sent_to_the_erased(room: Room) -> None:
    kari = joined(room)
    me, team = person(room), team_party(PROGRAMME, "havnes-1")
    with room.unit() as unit:
        draft = unit.drafts.start(PROGRAMME, 1, "report", team, "samling-2", me, NOW)
        file = File("f3", "h3", "plan.png", "image/png", 1, "telegram:1", "ref")
        unit.files.add(file, NOW)
        unit.files.attach(draft.id, "f3", me, NOW)
        unit.outbox.owe(Owed("telegram", KEY, "k3", "here it is", file="f3"), NOW)
    room.deliver()
    kari.says("/forget")
    kari.taps(YES)
    with room.unit() as unit:
        assert unit.files.attached(draft.id) == [file]
    by = room.connection.execute("SELECT by FROM attachment").fetchall()
    assert [row[0] for row in by] == [None]


def test_delivered_reports_and_shared_drafts_stay_without_a_name(room: Room) -> None:
    kari = joined(room)
    me, team = person(room), team_party(PROGRAMME, "havnes-1")
    with room.unit() as unit:
        draft = unit.drafts.start(PROGRAMME, 1, "report", team, "samling-3", me, NOW)
        unit.drafts.put(AnswerRow(draft.id, "a", "given", "the team's", 1, me, NOW), NOW)
        told = [ReportAnswer("q", "What now?", "v", "delivered")]
        unit.reports.deliver(PROGRAMME, team, "samling-2", told, me, NOW, late=False)
        sent = unit.broadcasts.add(PROGRAMME, me, "all", "to many", None, NOW)
        unit.broadcasts.confirm(sent, NOW)
    kari.says("/forget")
    kari.taps(YES)
    with room.unit() as unit:
        report = unit.reports.of(PROGRAMME, team, "samling-2")
        assert report is not None
        assert unit.reports.answers(report) == told
        answers = [(one.value, one.by) for one in unit.drafts.answers(draft.id)]
        assert answers == [("the team's", None)]
        broadcast = unit.broadcasts.find(sent)
        assert broadcast is not None
        assert (broadcast.text, broadcast.by) == ("to many", None)
    by = room.connection.execute("SELECT by FROM report_version").fetchall()
    assert [row[0] for row in by] == [None]


def test_nothing_that_waited_for_the_erased_is_sent_but_the_goodbye(room: Room) -> None:
    kari = joined(room)
    with room.unit() as unit:
        unit.outbox.owe(
            Owed("telegram", KEY, "later", "a reminder", not_before=NOW.replace(hour=12)), NOW
        )
        unit.outbox.owe(Owed("telegram", KEY, "away", "under way"), NOW)
        away = unit.outbox.keyed("away")
        assert away is not None
        unit.outbox.take(away.position)
    kari.presses("forget:yes")
    seen = len(kari.screen)
    assert "is erased" in kari.last.text
    with room.unit() as unit:
        unit.outbox.wait(away.position, "it may have arrived", 1, NOW)
        later = unit.outbox.find(away.position - 1)
        assert later is not None
        assert later.state == "moot"
    room.passes(hours=5)
    with room.unit() as unit:
        assert unit.outbox.ready(room.now, 10) == []
    assert len(kari.screen) == seen
    assert kari.menu == []


def test_what_is_on_its_way_to_another_with_the_name_in_it_leaves_no_text(room: Room) -> None:
    kari, ola = joined(room), seated(room, "5")
    with room.unit() as unit:
        unit.outbox.owe(Owed("telegram", "5", "k1", f"{NAME} & co", not_before=LATER), NOW)
        unit.outbox.owe(Owed("telegram", "5", "k2", "without", priority=1, not_before=LATER), NOW)
    kari.says("/forget")
    kari.taps(YES)
    room.now = LATER
    room.deliver()
    assert [shown.text for shown in ola.screen] == [f"{NAME} & co", "without"]
    texts = room.connection.execute("SELECT text FROM outbox WHERE key = '5' ORDER BY position")
    assert [row[0] for row in texts] == ["", "without"]


def test_the_disk_is_not_wiped_before_the_goodbye_is_out(room: Room) -> None:
    joined(room)
    what = Pressed("forget:yes", None)
    room.answers(Event("telegram:1", "9", Address("telegram", KEY), KEY, NOW, what))
    with room.unit() as unit:
        assert not is_time_to_wipe(unit)
    waiting = room.connection.execute("SELECT key, about FROM outbox WHERE state = 'waiting'")
    assert [tuple(row) for row in waiting] == [(KEY, "goodbye")] * 2
    room.deliver()
    said = room.connection.execute("SELECT DISTINCT text FROM outbox WHERE about = 'goodbye'")
    assert [row[0] for row in said] == [""]
    assert left(wiped(room), KEY) == []


def test_where_nobody_was_erased_nothing_is_wiped(room: Room) -> None:
    joined(room)
    with room.unit() as unit:
        assert not is_time_to_wipe(unit)


def test_who_was_erased_starts_afresh(room: Room) -> None:
    kari = joined(room)
    kari.says("/forget")
    kari.taps(YES)
    kari.taps(YES)
    assert "I do not know you" in kari.last.text
    kari.says("/start")
    assert "To join I need your code" in kari.last.text
    again = joined(room)
    assert "What is your name?" in again.text
    assert rows(room.connection, "membership") == 1


def test_a_stranger_s_words_are_erased_but_not_the_count_of_wrong_codes(room: Room) -> None:
    anna = room.sitter(KEY, NAME, language="en")
    anna.says("/start abcdefgh23456789")
    arrived(room, "1", f'{{"text":"{WORDS}"}}')
    anna.says("/forget")
    assert "nobody can go on guessing" in anna.last.text
    assert rows(room.connection, "guess") == 1
    room.connection.execute("DELETE FROM guess")  # as the heartbeat does after two days
    assert left(wiped(room), NAME, KEY, WORDS) == []


def test_what_another_wrote_and_has_stays(room: Room) -> None:
    kari = joined(room)
    seated(room, "5")
    arrived(room, "1", '{"text":"ola-wrote"}', key="5")
    arrived(room, "2", f'{{"forward_origin":{{"id":{KEY}}}}}', key="5", state="new")
    kari.says("/forget")
    kari.taps(YES)
    with room.unit() as unit:
        assert [row.update_id for row in unit.inbox.held_on("telegram", "5")] == ["1", "2"]
    assert rows(room.connection, "person") == 1


def test_the_only_organiser_is_warned_and_yet_may_go(room: Room) -> None:
    ola = seated(room, "5", role="organiser", team=None)
    ola.says("/forget")
    assert "You are the only organiser of Learning network for a safe start." in ola.last.text
    assert "sent to many" in ola.last.text
    with room.unit() as unit:
        roster.enlist(unit, PROGRAMME, Listed("Eva Ravn", "organiser"), NOW)
    ola.says("/forget")
    assert "You are the only organiser" in ola.last.text
    seated(room, "6", role="organiser", team=None)
    ola.says("/forget")
    assert "only organiser" not in ola.last.text
    ola.taps(YES)
    with room.unit() as unit:
        assert unit.people.at("telegram", "5") is None
    noted = room.connection.execute("SELECT programme, person, what FROM deed").fetchall()
    assert [tuple(row) for row in noted] == [(PROGRAMME, None, "erased")]


@pytest.mark.parametrize(
    ("person", "goes"),
    [
        ('{"name": "KARI  O\'HARA"}', True),
        ('{"name": "K.", "mail": "Kari@havnes.no"}', True),
        ('{"name": "Ola", "mail": "ola@havnes.no"}', False),
    ],
)
def test_a_proposal_with_their_name_or_address_in_it_goes_however_it_is_written(
    room: Room,
    person: str,
    goes: bool,  # noqa: FBT001 - a table
) -> None:
    sitter = joined(room)
    seated(room, "5", role="organiser", team=None)
    with room.unit() as unit:
        kari, ola = unit.people.at("telegram", KEY), unit.people.at("telegram", "5")
        assert kari is not None
        assert ola is not None
        unit.people.name(kari.id, "Kari O'Hara")
        unit.people.live_at(kari.id, "mail", "kari@havnes.no")
        unit.programmes.propose(ola.id, PROGRAMME, 1, person, NOW)
    sitter.says("/forget")
    sitter.taps(YES)
    with room.unit() as unit:
        assert (unit.programmes.proposal(ola.id) is None) == goes


def test_a_list_with_their_name_that_was_made_for_an_organiser_goes_too(room: Room) -> None:
    sitter = joined(room)
    with room.unit() as unit:
        for file, about in (("list", NAMES), ("plan", "")):
            unit.files.add(File(file, f"hash-{file}", f"{file}.xlsx", "x", 1, None, None), NOW)
            unit.outbox.owe(Owed("telegram", "1", file, file=file, about=about), NOW)
    sitter.says("/forget")
    sitter.taps(YES)
    with room.unit() as unit:
        assert unit.files.find("list") is None
        assert unit.files.find("plan") is not None
