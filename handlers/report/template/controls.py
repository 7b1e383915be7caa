"""The parts of a Word form that are filled in: content controls, each with its question's key."""

from handlers.papers.office import locale
from handlers.report.template.blank import Field
from handlers.report.template.elements import Element, element

_LONGEST_NAME = 60  # Word takes a control's title and tag of at most 64 characters
_BOX, _CHECKED, _BOX_FONT = "2610", "2612", "MS Gothic"


def around(cell: Element, field: Field, number: int) -> None:
    """Make a whole cell a control, as Word does for texts of several paragraphs.

    A control within the paragraph would be one line in LibreOffice, which forgets the others.
    """
    named = [*_named(field, field.key, number), element("w:showingPlcHdr"), element("w:richText")]
    content = element("w:sdtContent")
    cell.addprevious(element("w:sdt", element("w:sdtPr", *named), content))
    content.append(cell)


def paragraphs(field: Field, number: int, placeholder: str, language: str) -> list[Element]:
    """What stands in an answer's cell before it is answered.

    ``number`` makes the controls' ids, which must differ within the document.
    """
    match field.kind:
        case "several":
            return [
                _paragraph(_checkbox(field, option.key, number + place), _run(f" {option.text}"))
                for place, option in enumerate(field.options)
            ]
        case "one":
            items = [
                element("w:listItem", displayText=one.text, value=one.key) for one in field.options
            ]
            kind = element("w:dropDownList", *items)
        case "date":
            kind = _date(language)
        case "line":
            kind = element("w:text")
        case "text":
            return [_paragraph(_shown(placeholder))]
    return [_paragraph(_empty(field, number, kind, placeholder))]


def _paragraph(*children: Element) -> Element:
    return element("w:p", *children)


def _empty(field: Field, number: int, kind: Element, placeholder: str) -> Element:
    """A control that shows its placeholder until somebody writes or chooses."""
    named = _named(field, field.key, number)
    properties = element("w:sdtPr", *named, element("w:showingPlcHdr"), kind)
    return element("w:sdt", properties, element("w:sdtContent", _shown(placeholder)))


def _shown(placeholder: str) -> Element:
    return _run(placeholder, element("w:rPr", element("w:rStyle", val="PlaceholderText")))


def _checkbox(field: Field, option: str, number: int) -> Element:
    box = element(
        "w14:checkbox",
        element("w14:checked", val="0"),
        element("w14:checkedState", val=_CHECKED, font=_BOX_FONT),
        element("w14:uncheckedState", val=_BOX, font=_BOX_FONT),
    )
    fonts = element("w:rFonts", ascii=_BOX_FONT, hAnsi=_BOX_FONT, eastAsia=_BOX_FONT)
    properties = element("w:sdtPr", *_named(field, f"{field.key}={option}", number), box)
    shown = _run(chr(int(_BOX, 16)), element("w:rPr", fonts))
    return element("w:sdt", properties, element("w:sdtContent", shown))


def _named(field: Field, tag: str, number: int) -> list[Element]:
    """What says which question it is; the lock keeps the control when its text is deleted."""
    name = field.wording.replace("\n", " ")
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return [
        element("w:alias", val=short),
        element("w:tag", val=tag),
        element("w:id", val=str(number)),
        element("w:lock", val="sdtLocked"),
    ]


def _date(language: str) -> Element:
    return element(
        "w:date",
        element("w:dateFormat", val="dd.MM.yyyy"),
        element("w:lid", val=locale(language)),
        element("w:storeMappedDataAs", val="dateTime"),
        element("w:calendar", val="gregorian"),
    )


def _run(text: str, properties: Element | None = None) -> Element:
    written = element("w:t", text=text)
    return element("w:r", written) if properties is None else element("w:r", properties, written)
