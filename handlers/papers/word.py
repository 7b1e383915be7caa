"""A report as a Word file, with real headings and tables that a screen reader finds its way in."""

import re
from datetime import UTC
from io import BytesIO
from typing import Any, assert_never

from handlers.markup import plain
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
from handlers.papers.office import dateless, locale
from handlers.papers.texts import page_of
from handlers.papers.values import ReportPaper
from handlers.tongue import Tongue

_SMALL, _IN_TABLES, _TEXT_WIDTH = 8, 10, 170  # points, points, millimetres
_DARK = "1F3A5F"  # the template's own headings are too pale to read well
_FACTS = (30, 70)


def as_word(paper: ReportPaper, t: Tongue) -> bytes:
    """The file's bytes; the same report in the same language gives the same.

    An emoji stays in the text: the reader's own program has letters for it.
    """
    # Loaded here, since few starts of the program ever make a file.
    from docx import Document  # noqa: PLC0415

    document = Document()
    _set_up(document, paper, t)
    shown = blocks(paper, t)
    for block in shown:
        _put(document, block)
    if isinstance(shown[-1], Facts | Table):
        document.add_paragraph()  # a document may not end with a table
    whole = BytesIO()
    document.save(whole)
    return dateless(whole.getvalue())


def _set_up(document: Any, paper: ReportPaper, t: Tongue) -> None:  # noqa: ANN401 - see below
    """A4 with our margins, the language, what the file says of itself, head and foot.

    The document is ``Any`` throughout: python-docx types its factory, and not what XML it holds.
    """
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415 - as above

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    for style in ("Title", "Heading 1", "Heading 2"):
        document.styles[style].font.color.rgb = RGBColor.from_string(_DARK)
    _speak(document, locale(t.language))
    _describe(document.core_properties, paper, t)
    _small(section.header.paragraphs[0], running_head(paper, t))
    _number_pages(section.footer, foot(paper, t), t)


def _speak(document: Any, language_name: str) -> None:  # noqa: ANN401
    """State the language where every style inherits it, so that it is read and spelt rightly."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), language_name)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), language_name)


def _describe(core: Any, paper: ReportPaper, t: Tongue) -> None:  # noqa: ANN401
    said = paper.dated.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core.title = f"{title(paper, t)}, {paper.party}"[:255]
    core.author = core.last_modified_by = "Mellom"
    core.subject, core.comments = paper.programme[:255], ""
    core.language = locale(t.language)
    core.created = core.modified = said
    core.revision = paper.version
    core.identifier = paper.fingerprint


def _put(document: Any, block: Block) -> None:  # noqa: ANN401
    match block:
        case Title(text):
            document.add_heading(text, 0)
        case Heading(text, level):
            document.add_heading(text, level)
        case Words(text, strong):
            _words(document.add_paragraph(), text, strong=strong)
        case Facts(rows):
            _table(document, rows, _FACTS, head=False)
        case Table(head, rows, widths):
            _table(document, (head, *rows), widths, head=True)
        case _:
            assert_never(block)


def _words(paragraph: Any, text: str, *, strong: bool) -> None:  # noqa: ANN401
    from docx.shared import Pt  # noqa: PLC0415 - as above

    paragraph.paragraph_format.space_before = Pt(3)
    paragraph.add_run(text).bold = strong or None


def _table(
    document: Any,  # noqa: ANN401
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[int, ...],
    *,
    head: bool,
) -> None:
    """A grid whose first row, or else whose first column, says what the rest is."""
    from docx.shared import Mm, Pt  # noqa: PLC0415 - as above

    table = document.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
    table.autofit = False
    for across, width in enumerate(widths):
        table.columns[across].width = Mm(_TEXT_WIDTH * width / sum(widths))
    for down, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        _keep_whole(row, is_head=head and down == 0)
        for across, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = table.columns[across].width
            run = cell.paragraphs[0].add_run(text)
            run.bold = (down == 0 if head else across == 0) or None
            run.font.size = Pt(_IN_TABLES)
    _mark_first(table, "firstRow" if head else "firstColumn")


def _keep_whole(row: Any, *, is_head: bool) -> None:  # noqa: ANN401
    """Break no row over a page, and repeat the head on each."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to it
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def _mark_first(table: Any, first: str) -> None:  # noqa: ANN401
    """Tell which cells are heads to whoever has the table read aloud."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    for look in table._tbl.iter(qn("w:tblLook")):  # noqa: SLF001 - as above
        for name in ("firstRow", "firstColumn", "lastRow", "lastColumn"):
            look.set(qn(f"w:{name}"), "1" if name == first else "0")
        look.set(qn("w:val"), "0020" if first == "firstRow" else "0080")


def _number_pages(footer: Any, text: str, t: Tongue) -> None:  # noqa: ANN401
    """«side 1 av 2», counted by whoever opens the file, then our own line."""
    line, counted = footer.paragraphs[0], {"1": "PAGE", "2": "NUMPAGES"}
    for piece in re.split("([12])", plain(page_of(t, "1", "2"))):
        if piece in counted:
            _field(line, counted[piece])
        else:
            _small(line, piece)
    _small(footer.add_paragraph(), text)


def _field(line: Any, code: str) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = _small(line, "1")
    field.append(run._r)  # noqa: SLF001 - as above
    line._p.append(field)  # noqa: SLF001 - as above


def _small(line: Any, text: str) -> Any:  # noqa: ANN401
    from docx.shared import Pt  # noqa: PLC0415 - as above

    run = line.add_run(text)
    run.font.size = Pt(_SMALL)
    return run
