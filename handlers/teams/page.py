"""The sheet to print: one A4 page a team, with a QR code that a camera finds across a table."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from handlers.markup import plain
from handlers.papers.fonts import drawable, font_file
from handlers.papers.office import locale
from handlers.teams import letter_texts as texts
from handlers.teams.letter import Invitation

if TYPE_CHECKING:
    from fpdf import FPDF

PDF = "application/pdf"
_FONT, _LINE = "DejaVu", 1.35
_MARGIN, _WIDE, _QR, _SMALLEST_QR = 22, 210, 92, 58  # millimetres
_TITLE, _TEAM, _PLAIN, _HEADING, _LINK, _CODE, _SMALL = 22, 16, 10.2, 12, 12, 20, 8  # points
_SMALLEST_LINK = 7
_QUIET = 4  # squares of white around the code, beside the paper's own
_SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_DARK, _BLACK, _GREY = (24, 72, 58), (0, 0, 0), (90, 90, 90)


def pages(every: Sequence[Invitation], title: str) -> bytes:
    """The PDF's bytes: a page for each, never two; the same values give the same bytes.

    What is long is written smaller, until it fits.
    """
    pdf, tried = (_sheet(title, every[0].t.language) for _ in range(2))
    for one in every:
        pdf.add_page()
        _page(pdf, one, next(_fitting(tried, one), _SCALES[-1]))
    _throw_away(tried)
    return bytes(pdf.output())


def _sheet(title: str, language: str) -> "FPDF":
    # Loaded here, since few starts of the program ever make a file.
    from datetime import UTC, datetime  # noqa: PLC0415

    from fpdf import FPDF  # noqa: PLC0415

    pdf = FPDF(format="A4")
    pdf.add_font(_FONT, "", font_file())
    pdf.add_font(_FONT, "B", font_file(bold=True))
    pdf.set_margins(_MARGIN, _MARGIN, _MARGIN)
    pdf.set_auto_page_break(auto=True, margin=12)
    pdf.set_title(drawable(title))
    pdf.set_lang(locale(language))
    pdf.set_producer("Mellom")
    pdf.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))  # not the moment of its making
    return pdf


def _fitting(tried: "FPDF", one: Invitation) -> Iterator[float]:
    """The sizes in which the page is no more than one, tried on a sheet that is thrown away."""
    for scale in _SCALES:
        tried.add_page()
        first = tried.page_no()
        _page(tried, one, scale)
        if tried.page_no() == first:
            yield scale


def _throw_away(tried: "FPDF") -> None:
    """Close the font files, which writing it out would do."""
    from fpdf.fonts import TTFFont  # noqa: PLC0415 - as above

    for font in tried.fonts.values():
        if isinstance(font, TTFFont):
            font.close()


def _page(pdf: "FPDF", one: Invitation, scale: float) -> None:
    t, ways = one.t, one.ways
    _write(pdf, one.programme, _TITLE * scale, bold=True, colour=_DARK)
    pdf.ln(1)
    _write(pdf, plain(texts.invitation_of(t, one.team)), _TEAM * scale, bold=True)
    pdf.ln(3 * scale)
    _bullets(pdf, one.what, scale)
    _head(pdf, plain(texts.how(t)), scale)
    if ways.best:
        _write(pdf, plain(texts.scan(t)), _PLAIN * scale)
        _qr(pdf, ways.best, max(_QR * scale, _SMALLEST_QR))
        _write(pdf, ways.best, _on_a_line(pdf, ways.best, _LINK * scale), bold=True, align="C")
        if ways.web and ways.telegram:
            _write(pdf, plain(texts.choose_there(t)), _PLAIN * scale, align="C")
        pdf.ln(2 * scale)
        _write(pdf, plain(texts.if_asked(t, one.code)), _LINK * scale, align="C")
    else:
        _write(pdf, plain(texts.find_us(t)), _PLAIN * scale)
        pdf.ln(6 * scale)
        _write(pdf, one.code, _CODE * scale, bold=True, align="C")
        pdf.ln(4 * scale)
    _head(pdf, plain(texts.not_to_write(t)), scale)
    _write(pdf, plain(texts.nobody_recognised(t)), _PLAIN * scale)
    if one.without_telegram:
        _head(pdf, plain(texts.without(t)), scale)
        _bullets(pdf, one.without_telegram, scale)
    elif one.questions:
        pdf.ln(3 * scale)
        _bullets(pdf, [one.questions], scale)
    if one.organisers:
        pdf.ln(3 * scale)
        said = plain(texts.regards(t, t.listed(one.organisers)))
        _write(pdf, said, _SMALL, colour=_GREY)
    _write(pdf, plain(texts.for_you(t)), _SMALL, colour=_GREY)


def _on_a_line(pdf: "FPDF", text: str, size: float) -> float:
    """A size in which an address stays on one line, where one reads it off letter by letter."""
    pdf.set_font(_FONT, "B", size)
    wide = pdf.get_string_width(text)
    return max(_SMALLEST_LINK, min(size, size * (pdf.epw - 2) / wide))


def _head(pdf: "FPDF", text: str, scale: float) -> None:
    pdf.ln(4 * scale)
    _write(pdf, text, _HEADING * scale, bold=True, colour=_DARK)
    pdf.ln(0.5)


def _bullets(pdf: "FPDF", lines: Iterable[str], scale: float) -> None:
    for line in lines:
        _write(pdf, line, _PLAIN * scale)
        pdf.ln(1.2 * scale)


def _write(  # noqa: PLR0913 - how a text looks
    pdf: "FPDF",
    text: str,
    size: float,
    *,
    bold: bool = False,
    align: str = "L",
    colour: tuple[int, int, int] = _BLACK,
) -> None:
    pdf.set_font(_FONT, "B" if bold else "", size)
    pdf.set_text_color(*colour)
    pdf.multi_cell(
        0, size * 0.3528 * _LINE, drawable(text), align=align, new_x="LMARGIN", new_y="NEXT"
    )


def _qr(pdf: "FPDF", link: str, side: float) -> None:
    """Draw the code as rows of black, so that a printer keeps every edge sharp."""
    import segno  # noqa: PLC0415 - seldom needed

    rows = [list(row) for row in segno.make(link, error="m", micro=False).matrix_iter(_QUIET)]
    if pdf.get_y() + side > pdf.page_break_trigger:
        pdf.add_page()
    each, top = side / len(rows), pdf.get_y()
    pdf.set_fill_color(0, 0, 0)
    for down, row in enumerate(rows):
        for across, long in _runs(row):
            left = (_WIDE - side) / 2 + across * each
            pdf.rect(left, top + down * each, long * each, each, style="F")
    pdf.set_y(top + side)


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each stretch of dark squares begins, and how long it is."""
    begin = None
    for place, dark in enumerate((*row, 0)):
        if dark and begin is None:
            begin = place
        elif not dark and begin is not None:
            yield begin, place - begin
            begin = None
