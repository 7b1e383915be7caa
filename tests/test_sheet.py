"""The Excel file: what people write stays text, nothing is lost, the same data is the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from handlers.papers.book import MOST_CHARACTERS, clean
from handlers.summary.sheet import workbook
from handlers.summary.values import (
    Cell,
    Change,
    Column,
    Gap,
    Move,
    Plea,
    Reflected,
    Round,
    Row,
    Shared,
    Summary,
    Words,
    Work,
)
from handlers.tongue import tongue

EN = tongue("en")
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "<r>")
CRAFTED = (
    "=1+1",
    '=HYPERLINK("http://x.example","klikk")',
    "{=SUM(A1)}",
    "@SUM(1+1)*cmd|'/c calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "http://x.example",
    "mailto:x@x.example",
    "internal:Sheet1!A1",
    "<r><t>fet</t></r>",
    "<r></si><si><t>brutt",
    "<r>brutt</r>",
    "&#61;1+1",
    "_x003D_1+1",
    "\x00=1",
    "\ufffe\uffff\ud800",
    "\u202e=txet",
    "ærlig talt 🦉" * 3000,
    "x" * 40_000,
    "",
)

nasty = st.one_of(
    st.sampled_from(CRAFTED),
    st.builds(
        str.__add__,
        st.sampled_from(STARTS),
        st.text(st.characters(exclude_categories=()), max_size=30),
    ),
    st.text(st.characters(exclude_categories=()), max_size=60),
)


def row(name: str, cells: Sequence[Cell]) -> Row:
    day = date(2026, 11, 25)
    return Row(name, name, name, "late", True, True, 5, 1, day, 1, tuple(cells))  # noqa: FBT003


def summary_of(texts: Sequence[str]) -> Summary:
    """A summary in which every one of the texts stands everywhere that people's words can."""
    return Summary(
        programme="p",
        name=texts[0],
        generated=datetime(2026, 11, 25, 10, tzinfo=UTC),
        timezone="Europe/Oslo",
        individuals=False,
        team=None,
        round=Round("samling-2", texts[0], date(2026, 11, 25)),
        others=(),
        expected=2,
        delivered=1,
        begun=0,
        members=10,
        unreached=1,
        columns=tuple(Column(f"k{place}", text) for place, text in enumerate(texts)),
        rows=(
            row("Elvvik", [Cell(text, text) for text in texts]),
            replace(row(texts[0], ()), state="missing", delivered_on=None),
        ),
        pleas=tuple(Plea("Elvvik", text, text, text, text) for text in texts),
        changes=tuple(Change("Elvvik", text, text, text, text) for text in texts),
        reflections=(
            Reflected("samling-1", texts[0], 9, False, (Words(texts[0], tuple(texts)),)),  # noqa: FBT003
            Reflected("samling-2", texts[0], 3, True, ()),  # noqa: FBT003
        ),
        work=tuple(
            Work("Elvvik", text, text, text, "slow", "done", text, date(2026, 12, 1), text)
            for text in texts
        ),
        moves=(Move("done", "slow", len(texts), 1),),
        gaps=tuple(Gap("Elvvik", text, "3.0", "2.0") for text in texts),
        shared=tuple(Shared("Elvvik", text, text, text) for text in texts),
    )


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def kinds(content: bytes) -> set[str]:
    """The kinds of all cells that hold something: s is a text, n a number, f a formula."""
    cells = (cell for page in opened(content) for line in page.iter_rows() for cell in line)
    return {cell.data_type for cell in cells if cell.value is not None}


def hidden_powers(content: bytes) -> list[str]:
    """What could run, or lead away, in the file's own XML."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    signs = ("<f>", "<f ", "<hyperlink", "externalLink", "vbaProject", 't="str"')
    return [f"{name}: {sign}" for name, part in parts.items() for sign in signs if sign in part]


@given(st.lists(nasty, min_size=40, max_size=40))
@settings(max_examples=60, deadline=None)  # 2,400 answers, each in twenty places
def test_nothing_that_people_write_becomes_anything_but_text(texts: list[str]) -> None:
    content = workbook(EN, summary_of(texts))
    assert kinds(content) == {"s", "n"}
    assert hidden_powers(content) == []
    matrix = opened(content)["Matrix"]
    for place, text in enumerate(texts):
        shown = str(matrix.cell(2, place + 4).value or "")
        assert shown.startswith(clean(text)[:100].split("_x")[0])


@pytest.mark.parametrize("text", CRAFTED)
def test_each_crafted_text_alone_makes_a_file_that_opens(text: str) -> None:
    content = workbook(EN, summary_of([text]))
    assert kinds(content) == {"s", "n"}
    assert hidden_powers(content) == []


@pytest.mark.parametrize("text", [text for text in CRAFTED if clean(text).isascii()][:-2])
def test_each_crafted_text_is_read_back_as_it_was_written(text: str) -> None:
    answers = opened(workbook(EN, summary_of([text])))["Reflections"]
    assert str(answers["C2"].value or "").strip() == clean(text).strip()


def test_a_formula_would_be_found_if_there_were_one() -> None:
    book = Workbook()
    book.active["A1"] = "=1+1"
    kept = BytesIO()
    book.save(kept)
    assert kinds(kept.getvalue()) == {"f"}
    assert hidden_powers(kept.getvalue()) == ["xl/worksheets/sheet1.xml: <f>"]


def test_every_text_cell_stays_text_when_it_is_edited_in_excel() -> None:
    content = workbook(EN, summary_of(["=1+1"]))
    cells = (cell for page in opened(content) for line in page.iter_rows() for cell in line)
    assert {cell.quotePrefix for cell in cells if isinstance(cell.value, str)} == {True}


@pytest.mark.parametrize("sign", ["å", "🦉", "<"])
def test_a_text_too_long_for_a_cell_goes_on_in_the_last_sheet(sign: str) -> None:
    long = sign * 40_000
    one = summary_of(["kort"])
    only = {"pleas": (), "changes": (), "reflections": (), "work": (), "gaps": (), "shared": ()}
    told = replace(one, rows=(row("Elvvik", [Cell(long)]),), **only)  # type: ignore[arg-type]
    book = opened(workbook(EN, told))
    first = str(book["Matrix"]["D2"].value)
    assert first.endswith("… (goes on as number 1 in the last sheet)")
    rest = [(n, where, text) for n, where, text in book[book.sheetnames[-1]].values][1:]
    assert [(n, where) for n, where, _ in rest] == [(1, "Matrix: Elvvik"), (2, "Matrix: Elvvik")]
    assert first[:MOST_CHARACTERS] + "".join(text for _, _, text in rest) == long


def test_the_same_data_gives_the_same_bytes() -> None:
    one = summary_of(["=a", "b"])
    assert workbook(EN, one) == workbook(EN, one)
    assert workbook(EN, one) != workbook(EN, replace(one, members=11))
    about = opened(workbook(EN, one)).properties
    assert f"{about.created} {about.modified}" == "2026-11-25 10:00:00 2026-11-25 10:00:00"


def test_control_characters_go_and_lines_stay() -> None:
    assert clean("a\r\nb\rc\x00\x1b\x85\u202ed\te") == "a\nb\nc\u200bd\te".replace("\u200b", "")
    assert clean("👩\u200d🔬 «æøå»") == "👩\u200d🔬 «æøå»"


def test_a_leader_finds_the_overview_the_matrix_and_the_reflections() -> None:
    one = summary_of(["Hva lærte dere?"])
    told = replace(
        one,
        name="Trygg oppstart",
        rows=(
            replace(row("Elvvik", [Cell("Mye", "Hva nå?")]), on_behalf=True),
            replace(row("Havnes", ()), state="missing", delivered_on=None, telegram=False),
        ),
        pleas=(
            Plea("Elvvik", "Elvvik", "Hva lærte dere?", "Står fast", None),
            Plea("Elvvik", "Elvvik", "", "", None, date(2026, 11, 20), date(2026, 11, 23)),
        ),
        work=(
            Work(
                "Elvvik",
                "Elvvik",
                "Trygg start",
                "Ringe",
                "slow",
                "done",
                "Tid",
                date(2026, 12, 1),
                "enhetsleder",
            ),
            Work("Elvvik", "Elvvik", None, "Skrive", None, None, None, None, None),
        ),
        moves=(Move("done", "slow", 1, 1),),
        gaps=(Gap("Elvvik", "Elvvik", "3.0", "2.0"),),
        shared=(Shared("Elvvik", "Elvvik", "Hva lærte dere?", "Mye"),),
        changes=(Change("Elvvik", "Elvvik", "Hvor langt?", "2", "4"),),
        reflections=(
            Reflected("s1", "Bli kjent", 4, False, (Words("Tar med?", ("a", "b")),)),  # noqa: FBT003
            Reflected("s2", "Prøve ut", 3, True, ()),  # noqa: FBT003
        ),
    )
    book = opened(workbook(EN, told))
    late, missing = "delivered after the deadline", "not delivered"
    late += " (delivered on the team's behalf)"
    asks = "Hva lærte dere? Står fast\nYes (answered Monday 23 November)"
    day = "Wednesday 25 November 2026"
    assert book.sheetnames == [
        "Overview", "Matrix", "Measures", "May be shared", "Reflections",
    ]  # fmt: skip
    assert [line for line in book["Overview"].values if any(line)] == [
        ("Trygg oppstart", *[None] * 6),
        (f"The report before «Hva lærte dere?», due {day}", *[None] * 6),
        ("1 of 2 teams has delivered.", *[None] * 6),
        ("10 participants", *[None] * 6),
        ("1 not reached", *[None] * 6),
        (f"Made {day} at 11:00", *[None] * 6),
        ("Team", "Municipality", "Status", "First delivered", "Asks for help", "Participants",
         "Not reached"),
        ("Elvvik", "Elvvik", late, day, asks, 5, 1),
        ("Havnes (without Telegram)", "Havnes", missing, None, None, 5, 1),
        ("Changed since last time", *[None] * 6),
        ("done → goes slowly: 1 measure, 1 team", *[None] * 6),
        ("Seen differently: Elvvik: the team 3.0, the facilitator 2.0. Something to talk about.",
         *[None] * 6),
        ("Team", "Question", "Last time", "Now", None, None, None),
        ("Elvvik", "Hvor langt?", "2", "4", None, None, None),
    ]  # fmt: skip
    assert list(book["Matrix"].values) == [
        ("Team", "Municipality", "Status", "Hva lærte dere?"),
        ("Elvvik", "Elvvik", late, "Mye\n(asked as «Hva nå?»)"),
        ("Havnes (without Telegram)", "Havnes", missing, None),
    ]
    assert list(book["Measures"].values) == [
        ("Team", "Aim", "Measure", "Now", "Last time", "What they say", "By when", "Responsible"),
        ("Elvvik", "Trygg start", "Ringe", "goes slowly", "done", "Tid",
         "Tuesday 1 December 2026", "enhetsleder"),
        ("Elvvik", None, "Skrive", *[None] * 5),
    ]  # fmt: skip
    assert list(book["May be shared"].values) == [
        ("Team", "Question", "Answer"),
        ("Elvvik", "Hva lærte dere?", "Mye"),
    ]
    assert list(book["Reflections"].values) == [
        ("Gathering", "Question", "Answer"),
        ("Bli kjent", "Tar med?", "a"),
        ("Bli kjent", "Tar med?", "b"),
        ("Prøve ut", None, "The answers are shown from four answers up."),
    ]
    measures = book["Measures"]
    assert (measures.freeze_panes, measures.auto_filter.ref) == ("B2", "A1:H3")
    matrix = book["Matrix"]
    assert (matrix.freeze_panes, matrix.auto_filter.ref) == ("B2", "A1:D3")
    assert matrix["A1"].font.b
    assert matrix["D2"].alignment.wrap_text


def test_what_is_delivered_on_a_teams_behalf_in_time_says_that_alone() -> None:
    one = replace(row("Elvvik", [Cell("Ja")]), state="delivered", on_behalf=True)
    book = opened(workbook(EN, replace(summary_of(["Hva?"]), rows=(one,))))
    assert book["Matrix"]["C2"].value == "delivered on the team's behalf"


def test_a_row_is_as_high_as_its_longest_answer() -> None:
    short, long = (
        opened(workbook(EN, summary_of(["Ja"]))),
        opened(workbook(EN, summary_of(["Ja " * 60]))),
    )
    heights = [book.worksheets[1].row_dimensions[2].height for book in (short, long)]
    # Each answer stands above the question as it was worded, which is as long.
    assert heights == [2 * 15.0, 2 * 5 * 15.0]
