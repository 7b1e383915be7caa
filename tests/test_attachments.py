"""Pictures and documents belong to a report where its programme allows them, and are let go."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.events import Address, Attached, Event
from handlers.flow.party import team_party
from handlers.programme import importing
from handlers.programme_file import read_programme
from handlers.report.attached import keep as attach
from storage.records import File
from tests.form_robot import answers_all, sends
from tests.room import PROGRAMMES, Room, Sitter, rows
from tests.seated import seated, turn_of

PROGRAMME = "trygg-oppstart"
PARTY = team_party(PROGRAMME, "havnes-1")
EXAMPLE = (PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8")
ALLOWING = EXAMPLE.replace("measures = true ", "attachments = true\nmeasures = true ")


def room_of(folder: Path, text: str) -> Room:
    room = Room(folder, datetime(2026, 10, 1, 9, tzinfo=UTC))
    with room.unit() as unit:
        importing.apply(unit, read_programme(text), room.now)
    return room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = room_of(tmp_path, ALLOWING)
    yield here
    here.close()


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Room]:
    """A programme that keeps no files."""
    here = room_of(tmp_path, EXAMPLE)
    yield here
    here.close()


def photo(sitter: Sitter, caption: str = "", message: str = "p1") -> None:
    sitter.does(Attached(message, "photo", caption, f"ref-{message}", None, None, 1000))


def held(room: Room, party: str = PARTY) -> list[str]:
    with room.unit() as unit:
        draft = unit.drafts.of(PROGRAMME, "report", party, "samling-2")
        return [file.name for file in unit.files.attached(draft.id)] if draft else []


def fetched(room: Room) -> File:
    """The first file, as the workers leave it."""
    with room.unit() as unit:
        draft = unit.drafts.of(PROGRAMME, "report", PARTY, "samling-2")
        assert draft is not None
        file = unit.files.attached(draft.id)[0]
        unit.files.fetched(file.id, "a" * 64, 1000)
        unit.tasks.end(f"fetch:{file.id}", "done")
    return file


def swept(room: Room) -> frozenset[str]:
    """The hashes that are still wanted, once the sweep has let go of the rest."""
    with room.unit() as unit:
        unit.files.let_go(room.now - timedelta(days=7))
        return unit.files.hashes()


def test_a_picture_is_kept_with_the_report_that_one_sits_at(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/report")
    photo(kari)
    assert held(room) == ["Picture 1.jpg"]
    assert kari.last.text == (
        "«Picture 1.jpg» now belongs to the report before «What did we find, and what do we "
        "try?».\nPlease no pictures of people, and no files with national identity numbers."
    )
    assert kari.last.labels == ["Remove"]


def test_a_document_keeps_its_name_and_is_fetched(room: Room) -> None:
    kari = seated(room, "1")
    kari.sends("plan.pdf")
    assert held(room) == ["plan.pdf"]
    with room.unit() as unit:
        kinds = [one.kind for one in unit.tasks.due(room.now, 10)]
    assert kinds == ["fetch"]


def test_the_answer_that_was_asked_for_is_still_open_after_a_picture(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/report")
    with room.unit() as unit:
        before = turn_of(room, unit, "1").seat
    photo(kari)
    with room.unit() as unit:
        assert turn_of(room, unit, "1").seat == before


def test_the_words_under_a_picture_are_said_to_be_no_answer(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari, "Vi ringte alle.")
    assert "The words that came with it are not part of an answer" in kari.last.text
    assert held(room) == ["Picture 1.jpg"]


def test_what_is_removed_belongs_to_nothing_and_its_bytes_are_let_go(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari)
    fetched(room)
    assert swept(room) == {"a" * 64}
    kari.taps("Remove")
    assert kari.last.text == "«Picture 1.jpg» is removed and is not kept."
    assert held(room) == []
    assert swept(room) == frozenset()
    assert rows(room.connection, "file") == 0


def test_what_is_removed_before_it_was_fetched_is_not_fetched(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari)
    kari.taps("Remove")
    with room.unit() as unit:
        assert unit.tasks.due(room.now, 10) == []
    swept(room)
    assert rows(room.connection, "file") == 0


def test_removing_twice_says_that_it_is_gone(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari)
    (button,) = kari.last.buttons
    kari.taps("Remove")
    kari.presses(str(button.data))
    assert kari.last.text == "That file is not here any more."


def test_what_was_given_back_once_keeps_neither_name_nor_bytes_when_it_is_removed(
    room: Room,
) -> None:
    kari = seated(room, "1")
    photo(kari)
    file = fetched(room)
    kari.presses(f"report:file:{file.id}")
    kari.taps("Remove")
    assert swept(room) == frozenset()
    with room.unit() as unit:
        left = unit.files.find(file.id)
    assert left is not None
    assert (left.hash, left.name, left.ref) == (None, "", None)


def test_when_the_draft_goes_its_files_go(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari)
    fetched(room)
    with room.unit() as unit:
        draft = unit.drafts.of(PROGRAMME, "report", PARTY, "samling-2")
        assert draft is not None
        unit.drafts.drop(draft.id)
    assert swept(room) == frozenset()
    assert rows(room.connection, "file") == 0


def test_a_file_on_its_way_is_not_swept(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari)
    swept(room)
    assert held(room) == ["Picture 1.jpg"]


def test_a_report_holds_ten_files(room: Room) -> None:
    kari = seated(room, "1")
    for number in range(11):
        photo(kari, message=f"p{number}")
    assert len(held(room)) == attach.MOST == 10
    assert kari.last.text.startswith("A report can hold 10 files, so I have not kept this one.")


def test_too_large_a_file_is_not_kept(room: Room) -> None:
    kari = seated(room, "1")
    kari.does(Attached("m", "document", "", "ref", "film.mov", "video/mp4", 21 * 1024 * 1024))
    assert kari.last.text == "That file is larger than 20 MB, so I have not kept it."
    assert rows(room.connection, "file") == 0


@pytest.mark.parametrize("kind", ["voice", "video", "sticker", "location"])
def test_a_report_takes_pictures_and_documents_alone(room: Room, kind: str) -> None:
    kari = seated(room, "1")
    kari.does(Attached("m", kind, "", "ref", None, None, 1000))
    assert "Please write it as a text instead." in kari.last.text
    assert rows(room.connection, "file") == 0


def test_a_delivered_report_is_opened_again_first(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/report")
    answers_all(kari, typing=False)
    sends(kari, typing=False)
    photo(kari)
    assert "Open it with /report and «Change»" in kari.last.text
    assert rows(room.connection, "file") == 0


def test_a_colleague_gets_a_file_back_and_another_team_does_not(room: Room) -> None:
    kari, per = seated(room, "1"), seated(room, "2")
    lise = seated(room, "3", team="havnes-2")
    photo(kari)
    file = fetched(room)
    per.presses(f"report:file:{file.id}")
    assert (per.last.file, per.last.text) == (
        file.id,
        "«Picture 1.jpg», from the report before «What did we find, and what do we try?»",
    )
    lise.presses(f"report:file:{file.id}")
    lise.presses(f"report:unattach:{file.id}")
    assert [shown.file for shown in lise.screen] == [None, None]
    assert held(room) == ["Picture 1.jpg"]


def test_an_organiser_reads_a_file_and_a_facilitator_their_own_team_s(room: Room) -> None:
    photo(seated(room, "1"))
    file = fetched(room)
    ola = seated(room, "2", role="organiser", team=None)
    eva = seated(room, "3", role="facilitator", team="havnes-2")
    for leader in (ola, eva):
        leader.presses(f"report:file:{file.id}")
    assert (ola.last.file, eva.last.file) == (file.id, None)


def test_a_file_that_is_not_here_yet_is_said_so(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari)
    with room.unit() as unit:
        draft = unit.drafts.of(PROGRAMME, "report", PARTY, "samling-2")
        assert draft is not None
        (file,) = unit.files.attached(draft.id)
    kari.presses(f"report:file:{file.id}")
    assert kari.last.text == "I am still fetching that file. Try again in a moment."
    with room.unit() as unit:
        unit.tasks.end(f"fetch:{file.id}", "failed", "no try succeeded")
    kari.presses(f"report:file:{file.id}")
    assert kari.last.text == "That file is not here any more."


def test_a_report_s_files_stand_as_buttons_for_whoever_shows_it(room: Room) -> None:
    kari = seated(room, "1")
    photo(kari)
    file = fetched(room)
    with room.unit() as unit:
        turn = turn_of(room, unit, "1")
        buttons = attach.attached(turn, PROGRAMME, PARTY, "samling-2")
    assert [(one.text, one.data) for one in buttons] == [
        ("Picture 1.jpg", f"report:file:{file.id}")
    ]


def test_an_organiser_at_a_team_s_report_adds_to_it_and_elsewhere_sends_to_all(room: Room) -> None:
    ola = seated(room, "2", role="organiser", team=None)
    seated(room, "1")
    photo(ola)
    assert (rows(room.connection, "attachment"), rows(room.connection, "broadcast")) == (0, 1)
    ola.says("/report")
    ola.taps("Lyngsund")
    photo(ola, message="p2")
    assert held(room, team_party(PROGRAMME, "lyngsund")) == ["Picture 1.jpg"]
    assert rows(room.connection, "broadcast") == 1


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video", "location"])
def test_where_it_is_not_allowed_nothing_is_kept_and_the_way_is_shown(
    strict: Room, kind: str
) -> None:
    kari = seated(strict, "1")
    kari.says("/report")
    kari.does(Attached("m", kind, "Se her", "ref", None, None, 1000))
    assert "Please write it as a text instead." in kari.last.text
    tables = ("file", "attachment", "task")
    assert [rows(strict.connection, table) for table in tables] == [0, 0, 0]


def test_in_a_group_nothing_is_taken(room: Room) -> None:
    seated(room, "1")
    what = Attached("m", "photo", "", "ref", None, None, 1000)
    event = Event("telegram:1", "g", Address("telegram", "1"), "1", room.now, what, private=False)
    room.answers(event)
    assert rows(room.connection, "file") == 0


def test_a_word_file_that_is_no_form_is_an_attachment_where_these_are_kept(room: Room) -> None:
    kari = seated(room, "1")
    kari.sends("notat.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml")
    assert held(room) == ["notat.docx"]
