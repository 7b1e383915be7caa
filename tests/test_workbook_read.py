"""What is wrong with a workbook is told at once, by sheet and row; what people do is borne."""
# ruff: noqa: DTZ001 - what stands in a workbook is a wall's time

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from time import process_time
from typing import Any
from zipfile import ZipFile

import pytest

from handlers.programme_file import ProgrammeFile, read_programme
from handlers.when import At, Days, InSeason, Month, Yearly
from handlers.workbook import Listed, is_workbook, read_workbook, write_workbook
from handlers.workbook.load import MOST_ROWS
from tests.workbooks import EN, GATHERINGS, Desk, complaints, edited, unread

PROGRAMME = read_programme("""
schema = 1
id = "x"
name = "Nettverket"
[teams]
functions = ["leder", "mentor"]
[[team]]
id = "a"
name = "Havnes, hjemmetjenesten"
[[team]]
id = "b"
name = "Elvvik"
[[milestone]]
id = "s1"
kind = "samling"
title = "Første"
when = "2027-01-14T12:00/2027-01-15T13:00"
[[milestone.agenda]]
at = "2027-01-14T12:00"
what = "Lunsj"
[[milestone]]
id = "s2"
kind = "samling"
title = "Andre"
when = "2027-05-11"
[report]
days_before = 7
measures = true
[[report.question]]
key = "laert"
ask = "Hva har dere lært?"
kind = "text"
""")
KARI = Listed("Kari", "participant", "a", "kari@x.example", "leder", "contact")
OLA = Listed("Ola", "participant", "a", "ola@x.example")
BOOK = write_workbook(EN, PROGRAMME, [KARI, OLA])
FIRST = 3  # the first row below the headings and the line of help


def read(edit: Callable[[Desk], object]) -> ProgrammeFile:
    return read_workbook(edited(BOOK, edit)).programme


def wrong(edit: Callable[[Desk], object]) -> list[str]:
    return complaints(edited(BOOK, edit))


@pytest.mark.parametrize(
    ("cells", "when"),
    [
        ({"Start": date(2027, 6, 1)}, Days(date(2027, 6, 1), date(2027, 6, 1))),
        ({"Start": datetime(2027, 6, 1, 12, 0, 29)}, At(datetime(2027, 6, 1, 12))),
        ({"Start": " 1.6.2027 "}, Days(date(2027, 6, 1), date(2027, 6, 1))),
        ({"Start": "tirsdag 1. juni 2027 kl. 9"}, At(datetime(2027, 6, 1, 9))),
        ({"Start": "01.06.2027 09.30"}, At(datetime(2027, 6, 1, 9, 30))),
        ({"Start": "2027-06-01T09:30"}, At(datetime(2027, 6, 1, 9, 30))),
        ({"Start": 46539}, Days(date(2027, 6, 1), date(2027, 6, 1))),
        (
            {"Start": date(2027, 6, 1), "End": "3. juni 2027"},
            Days(date(2027, 6, 1), date(2027, 6, 3)),
        ),
        (
            {"Start": datetime(2027, 6, 1, 12), "End": time(15, 30)},
            At(datetime(2027, 6, 1, 12), datetime(2027, 6, 1, 15, 30)),
        ),
        (
            {"Start": datetime(2027, 6, 1, 12), "End": "15.30"},
            At(datetime(2027, 6, 1, 12), datetime(2027, 6, 1, 15, 30)),
        ),
        ({"Time in words": "juni 2027"}, Month(2027, 6)),
        ({"Time in words": "2027-06"}, Month(2027, 6)),
        ({"Time in words": "Høst 2027"}, InSeason("autumn", 2027)),
        ({"Time in words": "hvert år 1. april"}, Yearly(4, 1)),
        ({"Time in words": "every 29 February"}, Yearly(2, 29)),
    ],
)
def test_a_time_is_read_as_people_write_it(cells: dict[str, Any], when: object) -> None:
    def edit(desk: Desk) -> None:
        for heading, value in {"Start": None, **cells}.items():
            desk.cell(GATHERINGS, heading, FIRST + 1).value = value

    assert read(edit).milestone[1].when == when


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            lambda d: d.write(GATHERINGS, 4, Start=date(2026, 12, 1)),
            (
                "Gatherings and deadlines, row 4: the date is before the gathering above; "
                "put the rows in the order of time"
            ),
        ),
        (
            lambda d: d.write(GATHERINGS, 4, Start="1. juni"),
            (
                "Gatherings and deadlines, row 4, “Start”: “1. juni” is not a date; write for "
                "instance 14.01.2027, or 14.01.2027 12:00"
            ),
        ),
        (
            lambda d: d.write(GATHERINGS, 3, End=datetime(2027, 1, 13, 12)),
            "Gatherings and deadlines, row 3, “Start”: the end is not after the start",
        ),
        (
            lambda d: d.write(GATHERINGS, 4, Kind="møte"),
            (
                "Gatherings and deadlines, row 4, “Kind”: “møte” is not known here; write one of "
                "these: gathering, module, phase and deadline"
            ),
        ),
        (
            lambda d: d.write(GATHERINGS, 4, Title=None),
            "Gatherings and deadlines, row 4, “Title”: this must be filled in",
        ),
        (
            lambda d: d.write(GATHERINGS, 4, Only_for_the_teams="Havnes, hjemmetjenesten\nTana"),
            (
                "Gatherings and deadlines, row 4, “Only for the teams”: “Tana” is not in the sheet "
                "“Teams”; write the name as it stands there"
            ),
        ),
        (
            lambda d: d.write("Agenda", 3, From=datetime(2027, 2, 1, 12)),
            "Agenda, row 3, “From”: the time is not within the gathering",
        ),
        (
            lambda d: d.write("Agenda", 3, Gathering=None),
            "Agenda, row 3, “Gathering”: this must be filled in",
        ),
        (
            lambda d: d.write("Questions", 3, Answer="one answer"),
            (
                "Questions, row 3, “Answers to choose”: write at least two answers to choose, "
                "one a line"
            ),
        ),
        (
            lambda d: d.write("Teams", 4, Id="a"),
            "Teams, row 4, “Id”: “a” stands in two rows; empty it in the new one",
        ),
        (
            lambda d: setattr(d.setting("Settings", "The report is due, days before"), "value", 0),
            "Settings, row 5, “The report is due, days before”: 0 is too little; write 1 or more",
        ),
        (
            lambda d: setattr(d.setting("Settings", "Quiet from"), "value", "kvart på tre"),
            (
                "Settings, row 39, “Quiet from”: “kvart på tre” is not a time of day; write for "
                "instance 13:30"
            ),
        ),
        (
            lambda d: d.book["Settings"].append(["Noe annet", "ja"]),
            (
                "Settings, row 53, “Noe annet”: this is not known here; write it as in Mellom's "
                "own Excel file, or delete the row"
            ),
        ),
        (
            lambda d: d.write("People", 4, Team="Tana"),
            (
                "People, row 4, “Team”: “Tana” is not in the sheet “Teams”; write the name as it "
                "stands there"
            ),
        ),
        (
            lambda d: d.write("People", 4, Team=None),
            "People, row 4, “Team”: a participant needs a team; choose one from the list",
        ),
        (
            lambda d: d.write("People", 4, **{"E-mail": " KARI@x.example"}),
            "People, row 4, “E-mail”: row 3 has the same e-mail address; each needs their own",
        ),
        (
            lambda d: d.write("People", 4, **{"E-mail": "ola@x"}),
            (
                "People, row 4, “E-mail”: “ola@x” is not an e-mail address; write for instance "
                "kari@kommune.no"
            ),
        ),
        (
            lambda d: d.write("People", 4, Name="ola@x.example"),
            (
                "People, row 4, “Name”: this is an e-mail address; write the name here, and the "
                "address under E-mail"
            ),
        ),
        (
            lambda d: d.write("People", 4, Speaks_for_the_team="contact person"),
            (
                "People, row 4, “Speaks for the team”: row 3 is that for the team already; "
                "a team has one"
            ),
        ),
        (
            lambda d: d.write("People", 4, Name="=1+1"),
            "People, row 4, “A”: there is a formula without a value; write the value itself",
        ),
        (
            lambda d: d.write("Teams", 5, Team="ELVVIK "),
            "Teams, row 5, “Team”: row 4 has the same name; each needs its own",
        ),
        (
            lambda d: d.write(GATHERINGS, 5, Kind="gathering", Title="Første"),
            (
                "Gatherings and deadlines, row 5, “Title”: row 3 has the same name; "
                "each needs its own"
            ),
        ),
    ],
)
def test_a_mistake_is_told_with_its_sheet_and_row(
    edit: Callable[[Desk], object], told: str
) -> None:
    assert told in wrong(edit)


OURS = "Mellom's own Excel file"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            lambda d: setattr(d.cell(GATHERINGS, "Start", 1), "value", "Dato"),
            [
                f"{GATHERINGS}: the column “Start” is missing; take its heading from {OURS}",
                "Gatherings and deadlines, “Dato”: this column is not Mellom's, and is not read",
            ],
        ),
        (
            lambda d: setattr(d.book["Settings"].cell(1, 2), "value", "Hva vi vil"),
            [
                f"Settings: the column “Value” is missing; take its heading from {OURS}",
                "Settings, “Hva vi vil”: this column is not Mellom's, and is not read",
            ],
        ),
        (
            lambda d: setattr(d.book["Teams"], "title", "Teams 2027"),
            [
                f"Teams: this sheet is missing; start from {OURS}",
                "Teams 2027: this sheet is not Mellom's, and is not read",
            ],
        ),
        (
            lambda d: d.book.remove(d.book["Contacts"]),
            [f"Contacts: this sheet is missing; start from {OURS}"],
        ),
        (
            lambda d: d.book["Settings"].delete_rows(9),
            [
                f"Settings: the row “The steps from 0.5 to 5” is missing; take it from {OURS}",
            ],
        ),
    ],
)
def test_what_is_gone_from_the_file_is_told_once_and_clears_nothing(
    edit: Callable[[Desk], object], told: list[str]
) -> None:
    assert wrong(edit) == told


def test_every_mistake_is_told_at_once_in_the_order_of_the_sheets() -> None:
    def edit(desk: Desk) -> None:
        desk.write("People", 4, **{"E-mail": "nei"})
        desk.write(GATHERINGS, 3, Kind="møte")
        desk.write(GATHERINGS, 4, Link="nett.example")

    assert [one.split(":")[0] for one in wrong(edit)] == [
        "Gatherings and deadlines, row 3, “Kind”",
        "Gatherings and deadlines, row 4, “Link”",
        "People, row 4, “E-mail”",
    ]


def test_a_switch_that_cannot_be_read_hides_no_other_mistake() -> None:
    def edit(desk: Desk) -> None:
        desk.setting("Settings", "The teams report").value = "kanskje"
        desk.setting("Settings", "The report is due, days before").value = None

    assert [one.split(":")[0] for one in wrong(edit)] == [
        "Settings, row 4, “The teams report”",
        "Settings, row 5, “The report is due, days before”",
    ]


def test_what_people_do_to_a_sheet_is_borne() -> None:
    def edit(desk: Desk) -> None:
        page = desk.book["Teams"]
        page.insert_cols(1)
        page.cell(1, 1).value = "Romnummer"
        page.cell(3, 1).value = "12"
        page.insert_rows(4)
        page.cell(4, 2).value = "   "
        page.cell(6, 2).value = "Tana "
        desk.book.create_sheet("Mine notater").append(["Husk kaken"])

    book = read_workbook(edited(BOOK, edit))
    assert [(team.id, team.name) for team in book.programme.team] == [
        ("a", "Havnes, hjemmetjenesten"),
        ("b", "Elvvik"),
        ("tana", "Tana"),
    ]
    assert unread(book) == [
        "Mine notater: this sheet is not Mellom's, and is not read",
        "Teams, “Romnummer”: this column is not Mellom's, and is not read",
    ]
    assert book.people == (KARI, OLA)


def test_a_switch_takes_what_hangs_on_it_along() -> None:
    def off(desk: Desk) -> None:
        desk.setting("Settings", "The teams report").value = "Nei"

    assert read(off).report is None


def test_a_national_number_is_found_anywhere_and_never_repeated() -> None:
    national_number = "13527248013"  # synthetic

    def edit(desk: Desk) -> None:
        desk.write("People", 3, Name=f"Kari {national_number}")
        desk.write("People", 4, **{"E-mail": int(national_number)})
        desk.book.create_sheet("Skjult").append([national_number])
        desk.book["Skjult"].sheet_state = "hidden"

    told = wrong(edit)
    found = [one for one in told if "looks like a national identity number" in one]
    assert [one.split(":")[0] for one in found] == [
        "People, row 3, “A”",
        "People, row 4, “D”",
        "Skjult, row 1, “A”",
    ]
    assert not any(national_number in one for one in told)


def test_what_is_no_workbook_is_refused_in_a_sentence() -> None:
    no_book = ["this is no Excel file that can be read; save it anew as .xlsx"]
    assert complaints(b"") == complaints(b"PK\x03\x04 hello") == no_book
    for place in range(0, len(BOOK), 997):
        broken = bytearray(BOOK)
        broken[place] ^= 0xFF
        complaints(bytes(broken))  # whatever it is, it is refused or read
    assert complaints(b" " * (5 * 1024 * 1024 + 1)) == [
        "the file is larger than 5 MB; take pictures out"
    ]


def test_a_file_that_swells_or_names_other_files_is_refused() -> None:
    def with_part(name: str, text: bytes) -> bytes:
        whole = BytesIO()
        with ZipFile(BytesIO(BOOK)) as old, ZipFile(whole, "w", compression=8) as new:
            for part in old.namelist():
                new.writestr(part, text if part == name else old.read(part))
        return whole.getvalue()

    assert complaints(with_part("xl/theme/theme1.xml", b" " * (61 * 1024 * 1024))) == [
        "the file is larger than 5 MB; take pictures out"
    ]
    laughs = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
    assert complaints(with_part("xl/worksheets/sheet2.xml", laughs)) == [
        "this is no Excel file that can be read; save it anew as .xlsx"
    ]


def test_too_many_rows_are_refused() -> None:
    def edit(desk: Desk) -> None:
        for number in range(MOST_ROWS):
            desk.book["Groups"].append([f"{number}"])

    assert wrong(edit) == ["there are more than 5,000 rows; take some out"]


def test_a_workbook_is_known_by_its_name_or_kind() -> None:
    assert is_workbook("Plan 2027.XLSX", None)
    assert is_workbook(None, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    assert not is_workbook("plan.xls", "application/vnd.ms-excel")
    assert not is_workbook(None, None)


@pytest.mark.parametrize("swollen", ["xl/styles.xml", "xl/sharedStrings.xml"])
def test_a_part_that_swells_is_refused_before_it_is_read(swollen: str) -> None:
    whole = BytesIO()
    with ZipFile(BytesIO(BOOK)) as old, ZipFile(whole, "w", compression=8) as new:
        for part in old.namelist():
            new.writestr(part, b" " * 11_000_000 if part == swollen else old.read(part))
    assert complaints(whole.getvalue()) == ["the file is larger than 5 MB; take pictures out"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("x", ["there are more than 5,000 rows; take some out"]), (None, [])],
)
def test_a_cell_in_the_last_row_of_all_costs_nothing(text: str | None, told: list[str]) -> None:
    def edit(desk: Desk) -> None:
        desk.book["Groups"].row_dimensions[1_048_576].height = 20
        desk.book["Groups"].cell(1_048_576, 1).value = text

    content = edited(BOOK, edit)
    began = process_time()
    assert complaints(content) == told
    assert process_time() - began < 2
