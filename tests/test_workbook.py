"""A programme in Excel: everything in it survives, also another program's saving."""
# ruff: noqa: DTZ001 - what stands in a workbook is a wall's time

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.programme_file import ProgrammeFile, changes, read_programme
from handlers.programme_file.schema import Milestone
from handlers.tongue import tongue
from handlers.when import At, Days
from handlers.workbook import Listed, read_workbook, write_toml, write_workbook
from handlers.workbook.headings import sheet_names
from handlers.workbook.plan import columns, heading
from handlers.workbook.plans import PLANS
from handlers.workbook.scope import LANGUAGES, folded
from tests.full_programme import FULL
from tests.made_up_programmes import programmes
from tests.workbooks import EN, GATHERINGS, Desk, complaints, edited, unread

FOLDER = Path(__file__).parent.parent / "programmes"
FORMS = Path(__file__).parent / "forms"
FILES = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.toml"))}
FILES["full"] = FULL
NB = tongue("nb")
EXAMPLE = read_programme(FILES["eksempel"])
TEMPLATE = write_workbook(EN, None, ())
GREY = "this must be filled in; what stands there in grey is only an example"
ALIKE = "are as in the example, and are not read; where you mean them, use a row of your own"
PEOPLE = (
    Listed("Kari =1+1", "participant", "havnes-1", "kari@x.example", "mentor", "contact"),
    Listed("Ola", "participant", "havnes-1"),
    Listed("Ingrid", "organiser", None, "ingrid@x.example"),
    Listed("Jonas", "facilitator", "elvvik-2", None, "rådgiver"),
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_read_again(name: str, language: str) -> None:
    programme = read_programme(FILES[name])
    book = read_workbook(write_workbook(tongue(language), programme, ()))
    assert changes(programme, book.programme) == []
    assert (book.programme, book.people, book.unread) == (programme, (), ())
    assert read_programme(write_toml(book.programme)) == programme


def test_a_time_that_no_date_in_excel_can_hold_is_read_again() -> None:
    whens = ("2027-01-14T00:00", "2027-01-14T22:00/2027-01-15T00:00", "1901-01-01T08:00",
             "2027-02", "2027 haust", "vinter", "--02-29", "")  # fmt: skip
    rows = [f'[[milestone]]\nid = "m{n}"\nkind = "fase"\ntitle = "T"\nwhen = "{when}"'
            for n, when in enumerate(whens)]  # fmt: skip
    programme = read_programme("\n".join(['schema = 1\nid = "x"\nname = "X"', *rows]))
    for language in LANGUAGES:
        written = write_workbook(tongue(language), programme, ())
        assert read_workbook(written).programme == programme


def test_people_are_read_again() -> None:
    assert read_workbook(write_workbook(NB, EXAMPLE, PEOPLE)).people == PEOPLE


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(programmes(), st.sampled_from(LANGUAGES))
def test_no_programme_loses_anything(programme: ProgrammeFile, language: str) -> None:
    book = read_workbook(write_workbook(tongue(language), programme, ()))
    assert changes(programme, book.programme) == []
    assert book.programme == programme
    assert read_programme(write_toml(programme)) == programme


def test_every_heading_means_one_thing_in_every_language() -> None:
    for language in LANGUAGES:
        t = tongue(language)
        for plan in PLANS:
            every = [folded(heading(t, one.field, one.part)) for one in columns(plan)]
            assert len(set(every)) == len(every), (language, plan.key)
    assert len({key for key in sheet_names().values() if key}) == len(PLANS)


def test_the_template_asks_for_what_is_missing_and_takes_no_example_for_true() -> None:
    assert complaints(TEMPLATE) == [f"Programme, row 4, “Name of the programme”: {GREY}"]

    def fill(desk: Desk) -> None:
        desk.setting("Programme", "Name of the programme").value = "Nettverk nord"
        desk.write(
            GATHERINGS, 3, Title="Oppstart", Start=datetime(2027, 9, 1, 9), End=None
        )  # the first of the examples, written over
        desk.write("Teams", 9, Team="Tana")
        desk.write("People", 9, Name="Ida", Team="Tana")
        desk.write("Agenda", 3, Gathering="Oppstart", From=datetime(2027, 9, 1, 9), What="Kaffe")

    book = read_workbook(edited(TEMPLATE, fill))
    made = book.programme
    assert (made.id, made.privacy, made.contact, made.group) == ("nettverk-nord", None, (), ())
    assert [(one.id, one.title, len(one.agenda)) for one in made.milestone] == [
        ("oppstart", "Oppstart", 1)
    ]
    assert [team.id for team in made.team] == ["tana"]
    assert book.people == (Listed("Ida", "participant", "tana"),)
    assert made.report is not None
    assert [one.key for one in made.report.question] == [
        "what-have-you-learnt-sin", "does-your-manager-stand", "how-far-do-you-feel-that",
        "do-you-need-help-from-us",
    ]  # fmt: skip
    # Read twice, it is the same: the ids are made of the titles.
    assert read_workbook(write_workbook(EN, made, book.people)).programme == made


def test_of_an_example_that_was_written_over_in_part_the_rest_is_not_read() -> None:
    def fill(desk: Desk) -> None:
        desk.setting("Programme", "Name of the programme").value = "Nettverk nord"
        desk.write("Teams", 3, Team="Tana")
        desk.write("Teams", 4, Team=None)
        desk.write("People", 3, Name="Ida", Team="Tana")
        desk.write("People", 4, Name=None)

    book = read_workbook(edited(TEMPLATE, fill))
    (team,) = book.programme.team
    assert (team.name, team.municipality, team.contact, team.deputy) == ("Tana", None, None, None)
    assert book.people == (Listed("Ida", "participant", "tana", duty="contact"),)
    assert unread(book) == [
        f"Teams, row 3: “Havnes”, “Kari Nordmann” and “Ola Hansen” {ALIKE}",
        f"People, row 3: “kari@kommune.example” and “manager” {ALIKE}",
    ]


def test_what_is_needed_is_not_taken_from_an_example() -> None:
    def fill(desk: Desk) -> None:
        desk.setting("Programme", "Name of the programme").value = "Nettverk nord"
        desk.setting("Programme", "Data controller").value = "Tana kommune"
        desk.setting("Programme", "Contact on privacy").value = "post@tana.example"
        desk.write("People", 3, Name="Ida")
        desk.write("Agenda", 3, What="Kaffe")

    assert complaints(edited(TEMPLATE, fill)) == [
        f"Programme, row 15, “Legal ground”: {GREY}",
        f"Agenda, row 3, “Gathering”: {GREY}",
        f"People, row 3, “Team”: {GREY}",
    ]


def test_what_openpyxl_saves_means_the_same_but_for_the_edit() -> None:
    def edit(desk: Desk) -> None:
        desk.write(GATHERINGS, 3, Start=datetime(2026, 9, 9, 10))
        desk.write("Teams", 15, Team="Tana", Municipality="Tana")
        desk.write("People", 7, Name="Ida", Role="facilitator")

    book = read_workbook(edited(write_workbook(EN, EXAMPLE, PEOPLE), edit))
    assert [(one.kind, one.path) for one in changes(EXAMPLE, book.programme)] == [
        ("added", ("team", "tana")),
        ("changed", ("milestone", "samling-1", "when")),
    ]
    first: Milestone = book.programme.milestone[0]
    assert first.when == At(datetime(2026, 9, 9, 10), datetime(2026, 9, 11, 13))
    assert book.people == (*PEOPLE, Listed("Ida", "facilitator"))


def test_what_libreoffice_saved_means_the_same(tmp_path: Path) -> None:
    """The file that ships was written in bokmål with these, and saved anew by LibreOffice."""
    for saved in ((FORMS / "libreoffice.xlsx").read_bytes(), *saved_by_libreoffice(tmp_path)):
        book = read_workbook(saved)
        assert (book.programme, book.people) == (EXAMPLE, PEOPLE)


def saved_by_libreoffice(folder: Path) -> Iterator[bytes]:
    """A workbook of today as the LibreOffice that is here saves it; nothing where there is none."""
    if (soffice := shutil.which("soffice")) is None:
        return
    (folder / "book.xlsx").write_bytes(write_workbook(EN, EXAMPLE, PEOPLE))
    command = [soffice, "--headless", f"-env:UserInstallation=file://{folder}/home",
               "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{folder}/out",
               f"{folder}/book.xlsx"]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=90)
    yield (folder / "out" / "book.xlsx").read_bytes()


def test_a_text_is_never_a_formula_or_a_link() -> None:
    named = EXAMPLE.model_copy(update={"purpose": "=cmd|'/c calc'!A1", "note": "http://x.example"})
    desk = Desk(write_workbook(EN, named, PEOPLE))
    kinds = {cell.data_type for page in desk.book for row in page.rows for cell in row}
    assert "f" not in kinds
    assert not any(page._hyperlinks for page in desk.book)


def test_dates_are_dates_and_lists_are_offered() -> None:
    desk = Desk(write_workbook(EN, EXAMPLE, PEOPLE))
    assert desk.cell(GATHERINGS, "Start", 3).value == datetime(2026, 9, 10, 12)
    assert desk.cell(GATHERINGS, "Start", 3).number_format == "dd.mm.yyyy hh:mm"
    assert desk.cell(GATHERINGS, "Start", 4).value == datetime(2026, 10, 30)
    assert desk.cell(GATHERINGS, "Start", 4).number_format == "dd.mm.yyyy"
    offered = {rule.formula1 for rule in desk.book["People"].data_validations.dataValidation}
    assert offered == {
        '"participant,facilitator,organiser"',
        "'Teams'!$A$3:$A$302",
        '"contact person,deputy"',
    }
    assert EXAMPLE.milestone[1].when == Days(date(2026, 10, 30), date(2026, 10, 30))
