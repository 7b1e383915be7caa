"""Reads what was filled in from the bytes of a Word file alone: nothing is kept or run."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from handlers.report.template.elements import OWN_STYLE, Element, local
from handlers.report.template.package import parts

Unread = Literal["picture", "comment", "footnote", "textbox"]

MOST_ROWS = 300
LONGEST = 20_000
"""Characters of one answer, generously: a question's own limit speaks later."""

_UNREAD: dict[str, Unread] = {
    "drawing": "picture",
    "pict": "picture",
    "object": "picture",
    "commentReference": "comment",
    "footnoteReference": "footnote",
    "endnoteReference": "footnote",
    "txbxContent": "textbox",
}
# Fallback repeats what stands before it; the others are no words of the answer.
_PASSED_OVER = {"Fallback", "moveFrom", "txbxContent", "sdtPr", "pPr", "rPr"}
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
CHECKED, UNCHECKED = "☒", "☐"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the question's key where a content control still says it.

    ``asked`` is all that the left cell says, ``answer`` what the others do, placeholders and all.
    """

    key: str | None
    asked: str
    answer: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a file says: whose form it is, its rows, the text beside them, and what nobody can read.

    ``identifier`` is None where the file lost it.
    """

    identifier: str | None
    rows: tuple[Row, ...]
    beside: tuple[str, ...]
    unread: tuple[Unread, ...]

    @property
    def every_text(self) -> str:
        """All of its words, for the screen."""
        rows = (f"{row.asked}\n{row.answer}" for row in self.rows)
        return "\n\n".join((*rows, *self.beside))


def read_form(content: bytes) -> FilledForm:
    """The form as it was filled in; raises ``NotAForm`` for what is no Word file."""
    document, core = parts(content)
    body = next((one for one in document.iterchildren() if local(one) == "body"), document)
    rows = [row for tr in _rows(body) if (row := _row(tr)) is not None]
    outside = [(one, text) for one in _outside(body) if (text := _text(one).strip())]
    return FilledForm(
        _identifier(core, [text for _, text in outside]),
        tuple(rows[:MOST_ROWS]),
        tuple(t[:LONGEST] for one, t in outside if not (_is_ours(one) or "mellom:" in t)),
        _unread(body),
    )


def _unread(body: Element) -> tuple[Unread, ...]:
    found = {_UNREAD[local(one)] for one in body.iter() if local(one) in _UNREAD}
    if "textbox" in found and not any(local(one) in ("blip", "imagedata") for one in body.iter()):
        found.discard("picture")  # a text box is drawn too
    return tuple(one for one in get_args(Unread) if one in found)


def _identifier(core: Element, outside: list[str]) -> str | None:
    """From the properties, else from the line at the end: programs drop the one or the other."""
    named = core.iter() if core is not None else ()
    told = next((one.text or "" for one in named if local(one) == "identifier"), "")
    words = [told.strip(), *(word for text in outside for word in text.split())]
    return next((word for word in words if word.startswith("mellom:")), None)


def _rows(body: Element) -> Iterator[Element]:
    """The rows of the tables, but not of a table within a cell."""
    return (one for one in body.iter() if local(one) == "tr" and _around(one, "tc") is None)


def _outside(body: Element) -> Iterator[Element]:
    """The paragraphs outside the tables."""
    paragraphs = (one for one in body.iter() if local(one) == "p")
    return (one for one in paragraphs if _around(one, "tc", "txbxContent") is None)


def _is_ours(paragraph: Element) -> bool:
    styles = (one for one in paragraph.iter() if local(one) == "pStyle")
    return any(value == OWN_STYLE for one in styles for value in one.attrib.values())


def _around(element: Element, *names: str) -> Element | None:
    """The nearest element of these names that this one stands in, or None."""
    return next((one for one in element.iterancestors() if local(one) in names), None)


def _row(tr: Element) -> Row | None:
    cells = [one for one in tr.iter() if local(one) == "tc" and _around(one, "tr") is tr]
    if len(cells) < 2:  # noqa: PLR2004 - a question and its answer
        return None
    asked = _text(cells[0]).strip()
    answer = "\n".join(text for cell in cells[1:] if (text := _text(cell).strip()))
    return Row(_key(tr), asked[:LONGEST], answer[:LONGEST])


def _key(tr: Element) -> str | None:
    """The question's key as the first content control names it; a checkbox names its option too."""
    tags = (one for one in tr.iter() if local(one) == "tag")
    named = (value for one in tags for value in one.attrib.values())
    return next((name.partition("=")[0] for name in named), None)


def _text(element: Element) -> str:
    return "".join(_words(element)).replace("\xa0", " ")


def _words(element: Element) -> Iterator[str]:
    for one in element.iterchildren():
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "sdt":
            yield from _controlled(one)
        elif name not in _PASSED_OVER:
            yield from _words(one)
            yield "\n" if name == "p" else ""


def _controlled(control: Element) -> Iterator[str]:
    """What a content control holds, a box as a sign.

    Whether it says that it shows a placeholder is no matter: LibreOffice keeps that word when the
    placeholder is long overwritten, and an answer would be lost in silence.
    """
    inside = {local(one): one for one in control.iterchildren()}
    properties = inside.get("sdtPr")
    about = {local(one): one for one in properties.iter()} if properties is not None else {}
    if "checkbox" in about:
        yield CHECKED if _is_on(about.get("checked")) else UNCHECKED
    elif "sdtContent" in inside:
        yield from _words(inside["sdtContent"])


def _is_on(checked: Element) -> bool:
    values = list(checked.attrib.values()) if checked is not None else []
    return bool(values) and values[0] in ("1", "true", "on")
