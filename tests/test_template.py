"""/template hands out the report as a Word form, and what comes back is shown before it is kept."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from handlers import desk
from handlers.events import Address, Attached, Event
from handlers.feature import Paper
from handlers.flow.party import person_party, team_party
from handlers.markup import plain
from handlers.programme_file import load, read_programme
from handlers.report.template import texts
from handlers.report.template.blank import mark
from handlers.report.template.read import read_form
from handlers.report.template.whose import nearest
from handlers.tongue import tongue
from handlers.waiting import open_reports
from handlers.when import Unset
from storage.records import Draft, Task
from tests.paper_form import changed, filled, form
from tests.room import PROGRAMMES, Room, Sitter, rows
from tests.seated import seated
from tests.test_template_safety import national_number

EXAMPLE = (PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8")
PROGRAMME = "trygg-oppstart"
PARTY = team_party(PROGRAMME, "havnes-1")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = "Report form Havnes.docx"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    here = Room(tmp_path, datetime(2026, 10, 1, 9, tzinfo=UTC))
    here.holds()
    yield here
    here.close()


def tasks(room: Room, kind: str) -> list[Task]:
    with room.unit() as unit:
        return [one for one in unit.tasks.due(room.now, 100) if one.kind == kind]


def paper(room: Room) -> Paper:
    """The form that was ordered last, made as the workers make it."""
    with room.unit() as unit:
        task = [one for one in unit.tasks.due(room.now, 100) if one.kind == "template"][-1]
        unit.tasks.end(task.id, "done")
        made = desk.PAPERS["template"](unit, task.arguments, room.now)
    assert made is not None
    return made


def comes_back(room: Room, sitter: Sitter, content: bytes | None, name: str = NAME) -> None:
    """The sitter sends the file, and the workers read it (None: they could never fetch it)."""
    sitter.sends(name, DOCX)
    with room.unit() as unit:
        (task,) = (one for one in unit.tasks.due(room.now, 100) if one.kind == "form")
        unit.tasks.end(task.id, "done")
        read = json.loads(desk.READINGS["form"](content)) if content is not None else None
        whole = json.dumps({**json.loads(task.arguments), "read": read})
        desk.TASKS["form"](unit, whole, room.now)
    room.deliver()


def ordered(room: Room, sitter: Sitter) -> bytes:
    sitter.says("/template")
    return paper(room).content


def drafts(room: Room, party: str = PARTY) -> list[Draft]:
    with room.unit() as unit:
        return unit.drafts.open_for(party)


def answers(room: Room, party: str = PARTY) -> dict[str, str | None]:
    with room.unit() as unit:
        (draft,) = unit.drafts.open_for(party)
        return {row.key: row.value for row in unit.drafts.answers(draft.id) if row.state == "given"}


# Handing it out


def test_a_participant_gets_their_own_team_s_form(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/skjema")
    assert kari.last.text == "I am making the form. It comes in a moment."
    made = paper(room)
    assert made.name == "Rapportskjema Havnes, hjemmetjenesten – Hva fant vi, og hva prøver vi.docx"
    found = read_form(made.content)
    assert found.identifier == mark(PROGRAMME, PARTY, "samling-2")
    asked = [row.key for row in found.rows]
    assert asked[0] is None
    assert {"laert", "framdrift", "hinder", "neste-mote", "hjelp"} <= set(asked)


def test_the_same_request_never_makes_two(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/template")
    assert len(tasks(room, "template")) == 1


def test_measures_and_aims_stand_in_it_with_how_they_stood(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        aim = unit.measures.add_aim(PROGRAMME, PARTY, "Alle blir møtt", None, room.now)
        made = unit.measures.add_measure(
            PROGRAMME, PARTY, aim.id, "Ringe alle nytilsatte", None, room.now
        )
        unit.measures.change_measure(replace(made, state="under-way"), None, room.now)
    asked = {row.key: row.asked for row in read_form(ordered(room, kari)).rows}
    assert asked["-m1"].splitlines()[0] == "Ringe alle nytilsatte"
    assert "under way" in asked["-m1"] or "i gang" in asked["-m1"]
    assert asked["-a1"].splitlines()[0] == "Alle blir møtt"
    assert "-w1" in asked


def test_an_organiser_chooses_the_team_and_those_without_telegram_stand_first(room: Room) -> None:
    ola = seated(room, "2", role="organiser", team=None)
    ola.says("/template")
    assert ola.last.labels[0] == "Lyngsund"
    assert len(ola.last.labels) == 12
    ola.taps("Lyngsund")
    assert ola.nods == ["I am making the form. It comes in a moment."]
    party = team_party(PROGRAMME, "lyngsund")
    assert read_form(paper(room).content).identifier == mark(PROGRAMME, party, "samling-2")


def test_a_team_s_form_is_in_the_team_s_language(room: Room) -> None:
    ola = seated(room, "2", role="organiser", team=None)
    ola.says("/template")
    ola.taps("Storøya")
    asked = [row.asked.splitlines()[0] for row in read_form(paper(room).content).rows]
    assert "Kva har de lært sidan sist?" in asked


def test_nobody_gets_another_team_s_form(room: Room) -> None:
    kari = seated(room, "1")
    kari.presses("template:lyngsund")
    assert read_form(paper(room).content).identifier == mark(PROGRAMME, PARTY, "samling-2")


def test_who_left_the_team_before_it_was_made_gets_none(room: Room) -> None:
    kari = seated(room, "1")
    kari.says("/template")
    (task,) = tasks(room, "template")
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        unit.people.leave(person.id, PROGRAMME, "participant")
        assert desk.PAPERS["template"](unit, task.arguments, room.now) is None


@pytest.mark.parametrize("role", ["facilitator", "observer"])
def test_it_is_for_those_who_fill_in_reports(room: Room, role: str) -> None:
    eva = seated(room, "3", role=role, team=None)  # type: ignore[arg-type]
    eva.says("/template")
    assert tasks(room, "template") == []
    assert "/help" in eva.last.text


def test_when_nothing_is_open_there_is_no_form(room: Room) -> None:
    room.now = datetime(2026, 8, 1, 9, tzinfo=UTC)
    kari = seated(room, "1")
    kari.says("/template")
    assert kari.last.text == (
        "No report waits to be filled in now, so there is no form. What is delivered is opened "
        "with /report."
    )
    assert tasks(room, "template") == []


def test_a_delivered_report_needs_no_form(room: Room) -> None:
    kari = seated(room, "1")
    with room.unit() as unit:
        unit.reports.deliver(PROGRAMME, PARTY, "samling-2", [], None, room.now, late=False)
    kari.says("/template")
    assert tasks(room, "template") == []


def test_of_several_open_reports_the_nearest_deadline_is_the_form_s(room: Room) -> None:
    seated(room, "1")
    with room.unit() as unit:
        row = unit.programmes.find(PROGRAMME)
        assert row is not None
        programme = load(row.body)
        undated = [
            one.model_copy(update={"when": Unset()}) if one.id == "samling-2" else one
            for one in programme.milestone
        ]
        both = programme.model_copy(update={"milestone": tuple(undated)})
        now_open = [one.milestone.id for one in open_reports(both, room.now)]
        before = nearest(unit, both, PARTY, room.now)
    assert now_open[:2] == ["samling-2", "samling-3"]
    assert before is not None
    assert before.id == "samling-3"


def test_nobody_needs_a_programme_to_be_answered(room: Room) -> None:
    stranger = room.sitter("9", language="en")
    stranger.says("/template")
    assert "programme" in stranger.last.text


# Taking it back


FILLED = {
    "laert": "At en samtale hjelper.",
    "framdrift": "4",
    "forankret": "Delvis",
    "hinder=tid": "",
}


def test_what_was_filled_in_is_shown_and_kept_only_after_a_yes(room: Room) -> None:
    kari = seated(room, "1")
    content = filled(ordered(room, kari), FILLED)
    comes_back(room, kari, content)
    assert "At en samtale hjelper." in kari.last.text
    assert answers(room) == {}
    kari.taps("Fill in")
    assert answers(room) == {
        "laert": "At en samtale hjelper.",
        "framdrift": "4",
        "forankret": "delvis",
        "hinder": "tid",
    }


def test_a_no_keeps_nothing(room: Room) -> None:
    kari = seated(room, "1")
    comes_back(room, kari, filled(ordered(room, kari), FILLED))
    kari.taps("No")
    assert answers(room) == {}
    assert rows(room.connection, "offer") == 0


def test_the_file_itself_is_never_kept(room: Room) -> None:
    kari = seated(room, "1")
    comes_back(room, kari, filled(ordered(room, kari), FILLED))
    assert rows(room.connection, "file") == 0


def test_an_organiser_files_a_team_s_form_on_its_behalf(room: Room) -> None:
    ola = seated(room, "2", role="organiser", team=None)
    ola.says("/template")
    ola.taps("Lyngsund")
    comes_back(room, ola, filled(paper(room).content, FILLED))
    ola.taps("Fill in")
    party = team_party(PROGRAMME, "lyngsund")
    assert answers(room, party)["laert"] == "At en samtale hjelper."


def test_words_without_a_place_and_what_cannot_be_read_are_named(room: Room) -> None:
    kari = seated(room, "1")

    def adds(document: object) -> None:
        paragraph = document.add_paragraph("PS: Vi gleder oss.")  # type: ignore[attr-defined]
        paragraph.add_run()._r.append(docx.oxml.OxmlElement("w:drawing"))

    comes_back(room, kari, changed(filled(ordered(room, kari), FILLED), adds))
    assert "There are also pictures in the form." in kari.text
    assert "PS: Vi gleder oss." in kari.last.text


def test_a_national_number_in_it_keeps_everything_out(room: Room) -> None:
    kari = seated(room, "1")
    number = national_number()
    comes_back(room, kari, filled(ordered(room, kari), {**FILLED, "laert": f"Ring {number}"}))
    assert "national identity number" in kari.last.text
    assert drafts(room) == []
    room.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert number.encode() not in room.path.read_bytes()


def test_the_message_with_the_number_is_taken_out_of_the_chat(room: Room) -> None:
    kari = seated(room, "1")
    comes_back(room, kari, filled(ordered(room, kari), {"laert": national_number()}))
    deleted = "SELECT target_message FROM outbox WHERE verb = 'delete'"
    assert [row[0] for row in room.connection.execute(deleted)] == ["1-u2"]


def test_another_team_s_form_is_not_taken(room: Room) -> None:
    ola, kari = seated(room, "2", role="organiser", team=None), seated(room, "1")
    ola.says("/template")
    ola.taps("Lyngsund")
    comes_back(room, kari, filled(paper(room).content, FILLED))
    assert "somebody else's report" in kari.last.text
    assert rows(room.connection, "draft") == 0


def test_another_programme_s_form_is_not_taken(room: Room) -> None:
    kari = seated(room, "1")

    def moves(document: object) -> None:
        other = mark("mentor-troms-finnmark", "team:mentor-troms-finnmark/tromso-1", "samling-2")
        document.core_properties.identifier = other  # type: ignore[attr-defined]

    comes_back(room, kari, changed(filled(ordered(room, kari), FILLED), moves))
    assert "a programme that you are not in" in kari.last.text
    assert rows(room.connection, "draft") == 0


def test_a_form_that_lost_its_mark_is_one_s_own_open_report(room: Room) -> None:
    kari = seated(room, "1")

    def forgets(document: object) -> None:
        document.core_properties.identifier = ""  # type: ignore[attr-defined]
        last = document.paragraphs[-1]  # type: ignore[attr-defined]
        last._p.getparent().remove(last._p)

    comes_back(room, kari, changed(filled(ordered(room, kari), FILLED), forgets), "brev.docx")
    kari.taps("Fill in")
    assert answers(room)["framdrift"] == "4"


def test_an_organiser_s_form_without_a_mark_is_nobody_s(room: Room) -> None:
    ola = seated(room, "2", role="organiser", team=None)

    def forgets(document: object) -> None:
        document.core_properties.identifier = ""  # type: ignore[attr-defined]
        last = document.paragraphs[-1]  # type: ignore[attr-defined]
        last._p.getparent().remove(last._p)

    comes_back(room, ola, changed(form(tongue("nb")), forgets))
    assert "its mark is gone" in ola.last.text


def test_an_empty_form_says_what_to_do(room: Room) -> None:
    kari = seated(room, "1")
    comes_back(room, kari, ordered(room, kari))
    assert "I found no answers in that file." in kari.last.text
    assert rows(room.connection, "draft") == 0


def test_a_form_that_could_not_be_fetched_is_said_so(room: Room) -> None:
    kari = seated(room, "1")
    comes_back(room, kari, None)
    assert "I could not fetch the form you sent" in kari.last.text


def test_a_file_that_is_no_word_file_is_said_so(room: Room) -> None:
    kari = seated(room, "1")
    comes_back(room, kari, b"%PDF-1.7 with another ending")
    assert "I can only read the form as a Word file (.docx)." in kari.last.text


def test_who_was_erased_meanwhile_hears_nothing_more(room: Room) -> None:
    kari = seated(room, "1")
    kari.sends(NAME, DOCX)
    (task,) = tasks(room, "form")
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
        assert person is not None
        unit.people.erase(person.id)
        whole = json.dumps({**json.loads(task.arguments), "read": {"refused": "pdf"}})
        desk.TASKS["form"](unit, whole, room.now)
    said = len(kari.screen)
    room.deliver()
    assert len(kari.screen) == said


@pytest.mark.parametrize("name", ["skjema.doc", "skjema.odt", "skjema.pdf", "skjema.pages"])
def test_another_format_is_answered_with_what_to_do_and_not_kept(room: Room, name: str) -> None:
    kari = seated(room, "1")
    kari.sends(name)
    assert "Word (.docx)" in kari.last.text
    assert (tasks(room, "form"), rows(room.connection, "file")) == ([], 0)


def test_too_large_a_form_is_not_fetched(room: Room) -> None:
    kari = seated(room, "1")
    kari.does(Attached("m", "document", "", "ref", NAME, DOCX, 6_000_000))
    assert "larger than a form can be" in kari.last.text
    assert tasks(room, "form") == []


def test_what_an_organiser_sends_is_for_everybody_unless_it_is_called_a_form(room: Room) -> None:
    ola = seated(room, "2", role="organiser", team=None)
    seated(room, "1")
    ola.sends("Program for samlingen.docx", DOCX)
    assert tasks(room, "form") == []
    assert rows(room.connection, "broadcast") == 1
    ola.sends("fra Lyngsund.docx", DOCX, caption="Utfylt skjema")
    assert len(tasks(room, "form")) == 1


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["Kopi av {}_Havnes (1).docx", "{} Havnes.DOCX"])
def test_a_form_is_known_by_its_name_however_it_was_copied(
    room: Room, name: str, language: str
) -> None:
    ola = seated(room, "2", role="organiser", team=None)
    ola.sends(name.format(plain(texts.file_word(tongue(language)))), DOCX)
    assert len(tasks(room, "form")) == 1


def test_in_a_group_no_form_is_taken(room: Room) -> None:
    seated(room, "1")
    what = Attached("m", "document", "", "ref", NAME, DOCX, 1000)
    event = Event("telegram:1", "g", Address("telegram", "1"), "1", room.now, what)
    room.answers(replace(event, private=False))
    assert tasks(room, "form") == []


def test_a_person_who_takes_part_alone_has_a_form_of_their_own(room: Room) -> None:
    programme = room.holds("gjovik.toml")
    room.now = datetime(2023, 1, 10, 9, tzinfo=UTC)
    kari = seated(room, "1", programme=programme.id, team=None)
    content = ordered(room, kari)
    with room.unit() as unit:
        person = unit.people.at("telegram", "1")
    assert person is not None
    party = person_party(person.id)
    assert f"/{party}/" in str(read_form(content).identifier)
    asked = [row.key for row in read_form(content).rows if row.key]
    comes_back(room, kari, filled(content, {asked[0]: "Vi prøvde noe nytt."}))
    kari.taps("Fill in")
    assert answers(room, party) == {asked[0]: "Vi prøvde noe nytt."}


SCORED = EXAMPLE.replace("[[report.question]]", "[report.score]\n\n[[report.question]]", 1)
WHEN = {"mentor-troms-finnmark": datetime(2022, 9, 20, 9, tzinfo=UTC)}


EVERY = [path.read_text(encoding="utf-8") for path in sorted(PROGRAMMES.glob("*.toml"))]


@pytest.mark.parametrize("text", [*EVERY, SCORED])
def test_every_programme_s_report_is_a_form_that_can_be_filled_in(room: Room, text: str) -> None:
    programme = read_programme(text)
    room.imports(programme)
    room.now = WHEN.get(programme.id, room.now)
    team = programme.team[0].id if programme.team else None
    kari = seated(room, "5", programme=programme.id, team=team)
    found = read_form(ordered(room, kari))
    own = {one.key for one in programme.report.question} if programme.report else set()
    assert own <= {row.key for row in found.rows}
    assert found.unread == ()
