"""A report as a PDF made to be kept: PDF/A-2u, its letters inside it."""

from datetime import UTC
from html import escape
from typing import TYPE_CHECKING, assert_never

from handlers.papers.fonts import drawable, font_file
from handlers.papers.layout import (
    Block,
    Facts,
    Heading,
    Table,
    Title,
    Words,
    blocks,
    foot,
    running_head,
    title,
)
from handlers.papers.office import locale
from handlers.papers.texts import page_of
from handlers.papers.values import ReportPaper
from handlers.tongue import Tongue

if TYPE_CHECKING:
    from fpdf import FPDF

PDF = "application/pdf"
_MAKER = "Mellom"
_FONT, _LINE = "DejaVu", 1.35
_PLAIN, _SMALL, _TITLE = 10.5, 7.5, 18  # points
_HEADING = {1: 13.5, 2: 11}
_MARGIN, _HEAD, _FOOT = 20, 18, 22  # millimetres
_FACTS = (28, 72)
# What the file tells of itself: our own, since fpdf2's would hold the moment of its making.
_XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmp:CreateDate="{made}" xmp:CreatorTool="{maker}" pdf:Producer="{maker}"
 pdfaid:part="2" pdfaid:conformance="U">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def as_pdf(paper: ReportPaper, t: Tongue) -> bytes:
    """The file's bytes; the same report in the same language gives the same.

    The font has all of Latin, Greek and Cyrillic; an emoji becomes an empty box. There is an
    outline, and no tags: fpdf2 makes none for text, so whoever has it read aloud takes the Word
    file.
    """
    pdf = _sheet(paper, t)
    _describe(pdf, paper, t)
    pdf.add_page()
    for block in blocks(paper, t):
        _put(pdf, block)
    return bytes(pdf.output())


def _sheet(paper: ReportPaper, t: Tongue) -> "FPDF":
    # Loaded here, since few starts of the program ever make a file.
    from fpdf import FPDF  # noqa: PLC0415

    head = drawable(running_head(paper, t))
    below = drawable(foot(paper, t))

    class Sheet(FPDF):
        """A page with our head and foot."""

        def header(self) -> None:
            self.set_y(_HEAD / 2)
            _letters(self, _SMALL)
            _write(self, head)
            self.set_y(_HEAD + 4)

        def footer(self) -> None:
            self.set_y(-_FOOT + 6)
            _letters(self, _SMALL)
            _write(self, page_of(t, str(self.page_no()), "{nb}"))
            _write(self, below)

    pdf = Sheet(format="A4", enforce_compliance="PDF/A-2U")
    pdf.add_font(_FONT, "", font_file())
    pdf.add_font(_FONT, "B", font_file(bold=True))
    pdf.set_margins(_MARGIN, _HEAD, _MARGIN)
    pdf.set_auto_page_break(auto=True, margin=_FOOT)
    return pdf


def _describe(pdf: "FPDF", paper: ReportPaper, t: Tongue) -> None:
    """Its name, language and date, and that it is made to be kept."""
    from fpdf.prefs import ViewerPreferences  # noqa: PLC0415 - as above

    made = paper.dated.astimezone(UTC).replace(microsecond=0)
    named = f"{title(paper, t)}, {paper.party}"
    pdf.set_title(named)
    pdf.set_lang(locale(t.language))
    pdf.set_creation_date(made)
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    pdf.set_xmp_metadata(
        _XMP.format(
            title=escape(named), made=made.isoformat(), maker=_MAKER, language=locale(t.language)
        )
    )


def _put(pdf: "FPDF", block: Block) -> None:
    match block:
        case Title(text):
            _letters(pdf, _TITLE, bold=True)
            _write(pdf, drawable(text))
            pdf.ln(3)
        case Heading(text, level):
            _heading(pdf, drawable(text), level)
        case Words(text, strong):
            _letters(pdf, _PLAIN, bold=strong)
            _write(pdf, drawable(text))
            pdf.ln(2)
        case Facts(rows):
            _table(pdf, rows, _FACTS, head=False)
        case Table(head, rows, widths):
            _table(pdf, (head, *rows), widths, head=True)
        case _:
            assert_never(block)


def _heading(pdf: "FPDF", text: str, level: int) -> None:
    """A heading that stands in the outline, and never alone at the foot of a page."""
    size = _HEADING[level]
    pdf.ln(4 if level == 1 else 2)
    if pdf.will_page_break(_tall(size) * 4):
        pdf.add_page()
    pdf.start_section(" ".join(text.split())[:120], level - 1)
    _letters(pdf, size, bold=True)
    _write(pdf, text)
    pdf.ln(1)


def _table(
    pdf: "FPDF", rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...], *, head: bool
) -> None:
    from fpdf.fonts import FontFace  # noqa: PLC0415 - as above

    _letters(pdf, _PLAIN - 1)
    bold = FontFace(emphasis="BOLD", fill_color=(235, 240, 246))
    pdf.set_draw_color(140, 150, 160)
    with pdf.table(
        col_widths=widths,
        first_row_as_headings=head,
        headings_style=bold,
        line_height=_tall(_PLAIN - 1),
        text_align="LEFT",
        v_align="TOP",
        padding=1.2,
    ) as table:
        for texts in rows:
            row = table.row()
            for across, text in enumerate(texts):
                row.cell(drawable(text), style=bold if across == 0 and not head else None)
    pdf.ln(3)


def _letters(pdf: "FPDF", size: float, *, bold: bool = False) -> None:
    pdf.set_font(_FONT, "B" if bold else "", size)


def _write(pdf: "FPDF", text: str) -> None:
    """Running text over as many lines and pages as it takes."""
    pdf.multi_cell(0, _tall(pdf.font_size_pt), text, align="L", new_x="LMARGIN", new_y="NEXT")


def _tall(size: float) -> float:
    """The height of a line in millimetres, of letters in points."""
    return size * 0.3528 * _LINE
