"""A report on paper: what stands in the Word file and the PDF, and that nothing breaks them."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from handlers.papers.fonts import drawable
from handlers.papers.layout import LONGEST_CELL, Facts, Table, Words, blocks, foot
from handlers.papers.names import report_name
from handlers.papers.pdf import as_pdf
from handlers.papers.values import PaperAim, PaperMeasure, ReportPaper, Said
from handlers.papers.word import as_word
from handlers.tongue import tongue

OSLO = ZoneInfo("Europe/Oslo")
EN = tongue("en")
NOTE = "The rota is locked until Christmas."
PAPER = ReportPaper(
    programme="Læringsnettverk for trygg oppstart",
    party="Havnes, hjemmetjenesten",
    alone=False,
    municipality="Havnes",
    before="gathering 2",
    title="Halvveis: hva virker?",
    due=date(2026, 11, 25),
    delivered_at=datetime(2026, 11, 24, 13, 30, tzinfo=OSLO),
    changed_at=None,
    version=1,
    late=False,
    on_behalf=False,
    withdrawn_at=None,
    aims=(
        PaperAim(
            "Alle har en mentor",
            "partly reached",
            (
                PaperMeasure("Ringe alle", "under way", "", date(2026, 12, 1), "HR"),
                PaperMeasure("Mentorplan", "goes slowly", NOTE),
            ),
        ),
        PaperAim(None, "", (PaperMeasure("Felles velkomst", "done"),)),
    ),
    answers=(Said("Hva har dere lært?", "Å spørre.\nOg å høre."), Said("Hinder", "not answered")),
    help=(Said("Trenger dere hjelp?", "Ja"),),
    score=(Said("Hvor langt?", "3,0: Litt forbedring"),),
    shared=("Hva har dere lært?",),
    attachments=("plan.pdf",),
    language="en",
)


def read(paper: ReportPaper, language: str = "en") -> Any:  # noqa: ANN401 - python-docx's own
    return Document(BytesIO(as_word(paper, tongue(language))))


def tables(document: Any) -> list[list[list[str]]]:  # noqa: ANN401 - as above
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]


def test_the_word_file_has_the_report_under_real_headings() -> None:
    document = read(PAPER)
    assert [(one.style.name, one.text) for one in document.paragraphs] == [
        ("Title", "The report before gathering 2"),
        ("Heading 1", "Aims and measures"),
        ("Heading 2", "Aim: Alle har en mentor"),
        ("Normal", "How far: partly reached"),
        ("Heading 2", "Measures that belong to no aim"),
        ("Heading 1", "Questions and answers"),
        ("Heading 2", "Hva har dere lært?"),
        ("Normal", "Å spørre.\nOg å høre."),
        ("Heading 2", "Hinder"),
        ("Normal", "not answered"),
        ("Heading 1", "How far the team has come"),
        ("Heading 2", "Hvor langt?"),
        ("Normal", "3,0: Litt forbedring"),
        ("Heading 1", "Help"),
        ("Heading 2", "Trenger dere hjelp?"),
        ("Normal", "Ja"),
        ("Heading 1", "Others may read the answers to"),
        ("Normal", "– Hva har dere lært?"),
        ("Heading 1", "Attachments"),
        ("Normal", "– plan.pdf"),
    ]


def test_measures_stand_in_a_table_without_the_columns_that_nobody_filled() -> None:
    assert tables(read(PAPER))[1:] == [
        [
            ["Measure", "How it goes", "Comment", "Due", "Responsible"],
            ["Ringe alle", "under way", "", "01/12/2026", "HR"],
            ["Mentorplan", "goes slowly", NOTE, "", ""],
        ],
        [["Measure", "How it goes"], ["Felles velkomst", "done"]],
    ]


def test_a_table_has_a_head_that_is_repeated_and_rows_that_stay_whole() -> None:
    xml = read(PAPER).tables[1]._tbl.xml
    assert (xml.count("<w:tblHeader/>"), xml.count("<w:cantSplit/>")) == (1, 3)


def test_facts_say_late_and_on_behalf_and_the_version_and_name_nobody() -> None:
    changed = datetime(2026, 11, 26, 8, 5, tzinfo=OSLO)
    paper = replace(PAPER, late=True, on_behalf=True, version=2, changed_at=changed)
    assert tables(read(paper))[0] == [
        ["Programme", "Læringsnettverk for trygg oppstart"],
        ["Team", "Havnes, hjemmetjenesten"],
        ["Municipality", "Havnes"],
        ["Before", "gathering 2: Halvveis: hva virker?"],
        ["Deadline", "Wednesday 25 November 2026"],
        ["Delivered", "Tuesday 24 November 2026 at 13:30"],
        ["Changed", "Thursday 26 November 2026 at 08:05, version 2"],
        ["Remark", "delivered after the deadline, delivered on the team's behalf"],
    ]


def test_a_withdrawn_report_says_so_before_anything_else() -> None:
    withdrawn = replace(PAPER, withdrawn_at=datetime(2026, 11, 27, 9, tzinfo=OSLO))
    said = blocks(withdrawn, EN)
    assert said[1] == Words("This report was withdrawn and no longer stands.", strong=True)
    assert isinstance(said[2], Facts)
    assert said[2].rows[-1] == ("Withdrawn", "Friday 27 November 2026 at 09:00")


@pytest.mark.parametrize(
    ("language", "locale"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")]
)
def test_a_file_says_which_language_it_is_in(language: str, locale: str) -> None:
    document = read(PAPER, language)
    xml = document.styles.element.xml
    assert f'w:lang w:val="{locale}"' in xml
    assert document.core_properties.language == locale
    assert f"/Lang ({locale})".encode() in as_pdf(PAPER, tongue(language))


def test_a_file_tells_of_itself_and_of_nobody() -> None:
    core = read(PAPER).core_properties
    assert (core.title, core.author, core.last_modified_by, core.identifier) == (
        "The report before gathering 2, Havnes, hjemmetjenesten",
        "Mellom",
        "Mellom",
        PAPER.fingerprint,
    )
    assert core.created == core.modified == datetime(2026, 11, 24, 12, 30, tzinfo=ZoneInfo("UTC"))


def test_the_foot_counts_pages_and_holds_the_fingerprint() -> None:
    section = read(PAPER).sections[0]
    xml = section.footer._element.xml
    assert [code in xml for code in ('w:instr="PAGE"', 'w:instr="NUMPAGES"')] == [True, True]
    assert section.footer.paragraphs[1].text == foot(PAPER, EN)
    assert PAPER.fingerprint in foot(PAPER, EN)
    assert section.header.paragraphs[0].text == (
        "Læringsnettverk for trygg oppstart · Havnes, hjemmetjenesten · 24/11/2026"
    )


def test_the_same_report_gives_the_same_bytes_and_another_gives_others() -> None:
    other = replace(PAPER, answers=(Said("Hva har dere lært?", "Noe annet."),))
    assert as_word(PAPER, EN) == as_word(PAPER, EN) != as_word(other, EN)
    assert as_pdf(PAPER, EN) == as_pdf(PAPER, EN) != as_pdf(other, EN)
    assert PAPER.fingerprint == replace(PAPER).fingerprint != other.fingerprint


def test_no_file_holds_the_moment_of_its_making() -> None:
    with ZipFile(BytesIO(as_word(PAPER, EN))) as whole:
        assert {one.date_time for one in whole.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    pdf = as_pdf(PAPER, EN)
    assert b'xmp:CreateDate="2026-11-24T12:30:00+00:00"' in pdf
    assert b"ModifyDate" not in pdf


def test_the_pdf_is_one_to_be_kept_with_its_letters_in_it() -> None:
    pdf = as_pdf(PAPER, EN)
    assert pdf.startswith(b"%PDF-1.7")
    assert b'pdfaid:part="2" pdfaid:conformance="U"' in pdf
    assert pdf.count(b"/FontFile2") == 2
    assert (b"/OutputIntents" in pdf, b"/Outlines" in pdf) == (True, True)


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


def test_a_long_answer_goes_on_over_as_many_pages_as_it_takes() -> None:
    long = "Vi ringte alle, og det gikk bedre enn vi trodde. " * 400
    assert pages(as_pdf(PAPER, EN)) == 2
    assert pages(as_pdf(replace(PAPER, answers=(Said("Hva?", long),)), EN)) == 6


@pytest.mark.parametrize("note", ["Ord " * 500, "\n".join("abc"), "W" * 2000, "x\n" * 400])
def test_no_comment_is_so_long_that_its_row_outgrows_a_page(note: str) -> None:
    aims = (PaperAim("A", "reached", (PaperMeasure("Ring", "goes slowly", note),)),)
    paper = replace(PAPER, aims=aims)
    assert as_pdf(paper, EN).startswith(b"%PDF")
    said = [one.text for one in blocks(paper, EN) if isinstance(one, Words)]
    cells = [row for one in blocks(paper, EN) if isinstance(one, Table) for row in one.rows]
    assert note in cells[0] or f"Ring: {note}" in said
    assert max(len(cell) for row in cells for cell in row) <= LONGEST_CELL


@pytest.mark.parametrize(
    "text",
    [
        "😀👍🏽 👨‍👩‍👧 🇳🇴",
        "æøåÆØÅ đŋšžŧ áčđŋšŧž Ńĺ",
        "日本語 العربية",
        "a\tb\n\n\nc",
        "x" * 3000,
        "{nb} {day} <b>&amp; **fet** $x$ %s",
        "",
    ],
)
def test_whatever_people_write_can_be_put_on_paper(text: str) -> None:
    paper = replace(
        PAPER,
        party=text[:80],
        answers=(Said(text or "?", text),),
        aims=(PaperAim(text, text[:200], (PaperMeasure(text[:200], "done", text),)),),
    )
    assert as_pdf(paper, EN).startswith(b"%PDF")
    assert text.strip("\n") in [one.text for one in read(paper).paragraphs] or "\n" in text


def test_sami_letters_stand_and_an_emoji_becomes_one_box_in_the_pdf() -> None:
    assert drawable("Sámi: áčđŋšŧž, ok 🧑🏽‍🚒🧑🏽‍🚒.\nNy") == "Sámi: áčđŋšŧž, ok □.\nNy"


@pytest.mark.parametrize(
    ("party", "before", "name"),
    [
        (
            "Tromsø, hjemmetjenesten",
            "samling 3",
            "Report Tromsø hjemmetjenesten – before samling 3 – 2026-11-24.pdf",
        ),
        ('..\\a/b:c*?<>|"', "\n.", "Report a b c – before  – 2026-11-24.pdf"),
    ],
)
def test_a_file_is_named_so_that_every_system_takes_it(party: str, before: str, name: str) -> None:
    assert report_name(replace(PAPER, party=party, before=before), EN, "pdf") == name


def test_a_long_name_is_cut_and_its_date_stands() -> None:
    name = report_name(replace(PAPER, party="ø" * 300, before="æ" * 300), EN, "docx")
    assert len(name.encode()) < 255
    assert name.endswith(" – 2026-11-24.docx")


def test_a_start_pays_for_no_paper() -> None:
    asked = "import sys, bot.app, handlers.report.delivered.paper_tasks; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60
    )
    assert {"docx", "fpdf", "matplotlib", "numpy", "PIL"} & set(told.stdout.split()) == set()
