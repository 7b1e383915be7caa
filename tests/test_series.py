"""«Ny samlingsrekke»: a programme and its people as Excel, out, in again, changed on a yes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers import desk, roster
from handlers.feature import Paper
from handlers.papers.book import EXCEL
from handlers.post import ON
from handlers.programme_file import ProgrammeFile, load, read_programme
from handlers.series.lapse import WAITS
from handlers.tick import beat
from handlers.tongue import tongue
from handlers.visits import MAIL
from handlers.workbook import Listed, read_workbook, write_workbook
from tests.room import PROGRAMMES, Room, Sitter, rows
from tests.seated import seated
from tests.workbooks import Desk, edited

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
P = "trygg-oppstart"
FILE = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
ANNE = Listed("Anne Lie", team="havnes-1", mail="anne@havnes.example")
PER = Listed("Per Moe", team="havnes-2", duty="contact")
NEW = FILE.model_copy(update={"id": "nytt-nettverk", "name": "Nytt nettverk"})


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path, NOW)
    room.holds()
    yield room
    room.close()


def organiser(room: Room, key: str = "900") -> Sitter:
    return seated(room, key, role="organiser", team=None)


def sends(room: Room, sitter: Sitter, content: bytes, name: str = "rekke.xlsx") -> str:
    """Send a file, have it read, and return what is answered."""
    sitter.sends(name, EXCEL)
    with room.unit() as unit:
        (task,) = [one for one in unit.tasks.due(room.now, 9) if one.kind in desk.READINGS]
    read = desk.READINGS[task.kind](content)
    with room.unit() as unit:
        unit.tasks.end(task.id, "done")
        whole = task.arguments[:-1] + f', "read": {read}}}'
        desk.TASKS[task.kind](unit, whole, room.now)
    room.deliver()
    return sitter.last.text


def book(programme: ProgrammeFile = FILE, *people: Listed) -> bytes:
    return write_workbook(tongue("nb"), programme, people)


def renamed(name: str = "Trygg start i helse") -> ProgrammeFile:
    return FILE.model_copy(update={"name": name})


def stands(room: Room, programme: str = P) -> ProgrammeFile:
    with room.unit() as unit:
        row = unit.programmes.find(programme)
    assert row is not None
    return load(row.body)


def paper(room: Room) -> Paper:
    with room.unit() as unit:
        (task,) = [one for one in unit.tasks.due(room.now, 9) if one.kind in desk.PAPERS]
        made = desk.PAPERS[task.kind](unit, task.arguments, room.now)
    assert made is not None
    return made


def test_the_programme_goes_out_with_its_people_and_comes_back_as_it_stands(room: Room) -> None:
    siri = organiser(room)
    with room.unit() as unit:
        roster.enlist_all(unit, FILE, [ANNE, PER], room.now)
        people = roster.current(unit, P)
    siri.says("/series")
    siri.taps("The programme as it stands now")
    content = paper(room).content
    assert read_workbook(content).programme == FILE
    assert sorted(one.name for one in read_workbook(content).people) == [
        "Anne Lie",
        "Kari Nordmann",
        "Per Moe",
    ]
    assert len(people) == 3
    assert "Nothing has changed" in sends(room, siri, content)


def test_an_empty_file_is_made_for_a_new_series(room: Room) -> None:
    siri = organiser(room)
    siri.says("ny samlingsrekke")
    siri.taps("New series")
    assert paper(room).content[:2] == b"PK"


def test_what_changes_is_shown_first_and_stands_after_a_yes(room: Room) -> None:
    siri = organiser(room)
    shown = sends(room, siri, book(renamed(), ANNE, PER))
    assert ("Trygg start i helse" in shown, "2 new people" in shown) == (True, True)
    assert stands(room) == FILE
    siri.taps("Yes, do it")
    assert (stands(room), "Done" in siri.last.text) == (renamed(), True)
    with room.unit() as unit:
        assert {one.name for one in roster.current(unit, P)} >= {"Anne Lie", "Per Moe"}
    assert rows(room.connection, "proposal") == 0


def test_a_no_changes_nothing_and_keeps_nothing_of_the_file(room: Room) -> None:
    siri = organiser(room)
    sends(room, siri, book(renamed(), ANNE))
    siri.taps("No, leave it")
    assert (stands(room), rows(room.connection, "proposal")) == (FILE, 0)
    siri.taps("Yes, do it")
    assert (stands(room), "dealt with" in siri.last.text) == (FILE, True)


def test_the_yes_of_an_earlier_file_is_no_yes_to_the_later_one(room: Room) -> None:
    siri = organiser(room)
    sends(room, siri, book(renamed("En")))
    first = siri.last
    room.passes(minutes=1)
    sends(room, siri, book(renamed("To")))
    siri.presses(str(first.buttons[0].data), first.id)
    assert stands(room) == FILE
    siri.taps("Yes, do it")
    assert stands(room) == renamed("To")


def test_what_is_not_read_is_shown_before_the_yes(room: Room) -> None:
    def note(desk: Desk) -> None:
        desk.book["Team"].cell(1, 20).value = "Romnummer"

    siri = organiser(room)
    nothing = sends(room, siri, edited(book(), note))
    shown = sends(room, siri, edited(book(renamed()), note))
    line = "• Team, “Romnummer”: this column is not Mellom's, and is not read"
    assert ("Nothing has changed" in nothing, line in nothing, line in shown) == (True,) * 3


def test_a_new_series_counts_nobody_but_those_in_its_file(room: Room) -> None:
    siri = organiser(room)
    shown = sends(room, siri, book(NEW, ANNE, PER))
    siri.taps("Yes, do it")
    told = siri.last.text
    assert ("2 new people are entered" in shown, "2 new people have been entered" in told) == (
        True, True,
    )  # fmt: skip
    assert "not in the file" not in shown + told


def test_the_programme_goes_out_under_its_own_name(room: Room) -> None:
    siri = organiser(room)
    siri.says("/series")
    siri.taps("The programme as it stands now")
    assert paper(room).name == f"program-{P}.xlsx"


def test_a_new_series_is_led_by_who_sent_it(room: Room) -> None:
    siri = organiser(room)
    assert "New: Nytt nettverk" in sends(room, siri, book(NEW))
    siri.taps("Yes, do it")
    assert stands(room, "nytt-nettverk") == NEW
    with room.unit() as unit:
        person = unit.people.at("telegram", "900")
        assert person is not None
        led = {m.programme for m in unit.people.memberships(person.id) if m.role == "organiser"}
        assert led == {P, "nytt-nettverk"}
        seat = unit.drafts.seat("telegram", "900", "900")
    assert seat.programme == "nytt-nettverk"


def test_nobody_changes_a_programme_that_they_do_not_lead(room: Room) -> None:
    room.imports(NEW)
    siri = organiser(room)
    mine = NEW.model_copy(update={"name": "Kapret"})
    assert "you do not lead it" in sends(room, siri, book(mine))
    assert (stands(room, "nytt-nettverk"), rows(room.connection, "proposal")) == (NEW, 0)


def test_who_leads_no_more_says_yes_in_vain(room: Room) -> None:
    siri, _ola = organiser(room), organiser(room, "901")
    sends(room, siri, book(renamed()))
    with room.unit() as unit:
        person = unit.people.at("telegram", "900")
        assert person is not None
        unit.people.leave(person.id, P, "organiser")
    siri.taps("Yes, do it")
    assert stands(room) == FILE


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(room: Room) -> None:
    siri = organiser(room)
    sends(room, siri, book(renamed()))
    room.imports(renamed("Av en annen"))
    siri.taps("Yes, do it")
    assert (stands(room), "meanwhile" in siri.last.text) == (renamed("Av en annen"), True)


def test_without_a_controller_a_series_does_not_begin(room: Room) -> None:
    siri = organiser(room)
    nobody = NEW.model_copy(update={"privacy": None})
    assert "who is the controller" in sends(room, siri, book(nobody))
    assert rows(room.connection, "proposal") == 0


def test_every_mistake_is_told_at_once_and_nothing_is_kept(room: Room) -> None:
    siri = organiser(room)
    odd = Listed("Ola Vik", team="nowhere")
    twice = Listed("Eva Vik", team="havnes-1", mail=ANNE.mail)
    told = sends(room, siri, book(FILE, odd, ANNE, twice))
    assert told.startswith("There are 2 things to mend")
    assert rows(room.connection, "proposal") == 0


def test_another_excel_file_is_left_alone_and_says_how_to_send_it(room: Room) -> None:
    from io import BytesIO  # noqa: PLC0415 - for this test alone

    from openpyxl import Workbook  # noqa: PLC0415 - as above

    other = BytesIO()
    Workbook().save(other)
    siri = organiser(room)
    told = sends(room, siri, other.getvalue())
    assert ("not a series" in told, "/broadcast" in told) == (True, True)


def test_who_leads_nothing_gets_no_file_and_has_none_read(room: Room) -> None:
    kari, facilitator = seated(room, "101"), seated(room, "102", role="facilitator", team=None)
    for sitter in (kari, facilitator):
        sitter.says("/series")
        sitter.sends("rekke.xlsx", EXCEL)
    with room.unit() as unit:
        kinds = {one.kind for one in unit.tasks.due(room.now, 99)}
    assert kinds & {"series", "series-file"} == set()


def test_people_who_are_new_are_invited_by_mail_where_there_is_mail(room: Room) -> None:
    with room.unit() as unit:
        unit.house.keep(MAIL, ON)
    siri = organiser(room)
    assert "1 of them gets an invitation" in sends(room, siri, book(FILE, ANNE, PER))
    siri.taps("Yes, do it")
    with room.unit() as unit:
        there = unit.outbox.sent_to(MAIL, "anne@havnes.example")
    assert there == []  # its text is gone once it is out
    assert rows(room.connection, "outbox WHERE door = 'mail'") == 1


def test_what_nobody_said_yes_to_is_forgotten_after_a_week(room: Room) -> None:
    siri = organiser(room)
    sends(room, siri, book(renamed(), ANNE))
    room.now += WAITS + WAITS / 7
    with room.unit() as unit:
        beat(unit, room.now, "tidy")
    assert rows(room.connection, "proposal") == 0
