"""The elements that a Word file is made of: named, made, and asked for their names."""

from typing import Any

OWN_STYLE = "Mellom"
"""The style of what stands outside the table; whatever is in it, we wrote."""
Element = Any
"""An lxml element: python-docx ships no types for what it makes."""


def element(tag: str, *children: Element, text: str | None = None, **values: str) -> Element:
    """An element such as ``w:tag``; attributes stand in its own namespace, ``val`` as ``w:val``."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - few starts of the program make a form
    from docx.oxml.ns import qn  # noqa: PLC0415

    prefix = tag.partition(":")[0]
    made: Element = OxmlElement(tag, {qn(f"{prefix}:{name}"): v for name, v in values.items()})
    made.extend(children)
    if text is not None:
        made.text = text
        made.set(qn("xml:space"), "preserve")
    return made


def local(one: Element) -> str:
    """An element's name without its namespace: strict and transitional files differ there alone."""
    tag = one.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
