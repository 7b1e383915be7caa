"""Makes an empty form as a Word file, which any word processor can fill in."""

from datetime import UTC, datetime
from io import BytesIO

from handlers.papers.office import dateless, locale
from handlers.report.template.blank import BlankForm, Field
from handlers.report.template.controls import around, paragraphs
from handlers.report.template.elements import OWN_STYLE, Element, element

_ASKED, _ANSWERED = 6.5, 10.0  # centimetres: the two columns, on A4
_ROOM = 42  # points: how high a cell for free text is at least
_FIRST_ID = 1000
_IDS_EACH = 100
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


def as_form(form: BlankForm) -> bytes:
    """The file's bytes; the same form gives the same."""
    # Loaded here, since few starts of the program ever make a form.
    import docx  # noqa: PLC0415

    document = docx.Document()
    _set_up(document, form)
    document.add_heading(form.title, level=1)
    for line in form.lead:
        document.add_paragraph(line, style=OWN_STYLE)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, (_ASKED, _ANSWERED), strict=True):
        column.width = docx.shared.Cm(width)
    _head(table, form)
    for number, field in enumerate(form.fields):
        _row(table, form, field, _FIRST_ID + _IDS_EACH * number)
    kept = document.add_paragraph(f"{form.kept} {form.identifier}", style=OWN_STYLE)
    kept.runs[0].font.size = docx.shared.Pt(8)
    written = BytesIO()
    document.save(written)
    return dateless(written.getvalue())


def _set_up(document: Element, form: BlankForm) -> None:
    """Paper, styles, language, and what the file says of itself."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.25)
    page.top_margin = page.bottom_margin = Cm(2)
    own = document.styles.add_style(OWN_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Normal"]
    hint = document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    hint.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
    document.styles["Normal"].font.size = Pt(11)
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        for name in ("val", "eastAsia"):
            language.set(_qualified(f"w:{name}"), locale(form.language))
    about = document.core_properties
    about.identifier, about.title, about.language = form.identifier, form.title, form.language
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = _BEGINNING


def _head(table: Element, form: BlankForm) -> None:
    """The first row, which every page repeats."""
    row = table.add_row()
    for cell, text, width in zip(
        row.cells, (form.asked, form.answered), (_ASKED, _ANSWERED), strict=True
    ):
        _fill(cell, text, width, bold=True)
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001 - python-docx has no name for it


def _row(table: Element, form: BlankForm, field: Field, number: int) -> None:
    from docx.shared import Cm, Pt  # noqa: PLC0415

    row = table.add_row()
    asked, answered = row.cells
    _fill(asked, field.wording, _ASKED, bold=True)
    for line in field.hint.splitlines():
        asked.add_paragraph().add_run(line).font.size = Pt(9)
    answered.width = Cm(_ANSWERED)
    empty: Element = answered.paragraphs[0]._p  # noqa: SLF001 - as in _head
    placeholder = form.choose if field.kind == "one" else form.write
    for paragraph in paragraphs(field, number, placeholder, form.language):
        empty.addprevious(paragraph)
    empty.getparent().remove(empty)
    if field.kind == "text":
        row.height = Pt(_ROOM)
        around(answered._tc, field, number)  # noqa: SLF001
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001


def _fill(cell: Element, text: str, width: float, *, bold: bool) -> None:
    from docx.shared import Cm  # noqa: PLC0415

    cell.width = Cm(width)
    cell.paragraphs[0].add_run(text).bold = bold


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415

    return str(qn(name))
