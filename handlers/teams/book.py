"""The e-mail texts of all teams as one Word file, to copy from."""

from io import BytesIO
from typing import Any

from handlers.markup import plain
from handlers.papers.office import dateless, locale
from handlers.teams import letter_texts as texts
from handlers.teams.letter import Invitation, mail, subject
from handlers.tongue import Tongue

_DARK = "18483A"


def texts_of(every: list[Invitation], programme: str, t: Tongue) -> bytes:
    """The file's bytes: a heading for each team, and a page; in ``t`` what the organiser reads."""
    # Loaded here, since few starts of the program ever make a file.
    from docx import Document  # noqa: PLC0415

    document = Document()
    _set_up(document, plain(texts.texts_for(t, programme)), t)
    document.add_heading(plain(texts.texts_for(t, programme)), 0)
    document.add_paragraph(plain(texts.how_to_use(t)))
    for number, one in enumerate(every):
        heading = document.add_heading(one.team or one.programme, 1)
        heading.paragraph_format.page_break_before = number > 0
        document.add_paragraph(plain(texts.subject_line(one.t, subject(one))))
        for paragraph in mail(one):
            _lines(document.add_paragraph(), paragraph)
    whole = BytesIO()
    document.save(whole)
    return dateless(whole.getvalue())


def _set_up(document: Any, title: str, t: Tongue) -> None:  # noqa: ANN401 - python-docx types it so
    from datetime import UTC, datetime  # noqa: PLC0415

    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415 - as above

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    for style in ("Title", "Heading 1"):
        document.styles[style].font.color.rgb = RGBColor.from_string(_DARK)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale(t.language))
    core = document.core_properties
    core.title, core.language, core.comments = title[:255], locale(t.language), ""
    core.author = core.last_modified_by = "Mellom"
    core.created = core.modified = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def _lines(paragraph: Any, text: str) -> None:  # noqa: ANN401
    """One paragraph, its lines apart."""
    first, *rest = text.split("\n")
    run = paragraph.add_run(first)
    for line in rest:
        run.add_break()
        run = paragraph.add_run(line)
