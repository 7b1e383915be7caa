"""Opens a Word file that came from outside: bounded in size, and with nothing in it followed."""

import zipfile
import zlib
from io import BytesIO
from typing import Literal

from handlers.report.template.elements import Element

Reason = Literal["too-large", "old-word", "pdf", "odt", "not-word", "broken"]

LARGEST = 5 * 1024 * 1024
MOST_MEMBERS = 200
MOST_UNPACKED = 50 * 1024 * 1024
LARGEST_PART = 20 * 1024 * 1024
LARGEST_READ, MOST_ELEMENTS = 2 * 1024 * 1024, 100_000  # of the parts that are read: ample
# Words in a table pack well, but not so well.
MOST_PACKED, _SMALL = 200, 1024 * 1024
_ODT = b"application/vnd.oasis.opendocument"
_RELATIONS, _CORE = "_rels/.rels", "docProps/core.xml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError)


class NotAForm(Exception):
    """This is no Word file that can be read; ``reason`` says why in a word."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason alone: nothing of what the file holds."""
        super().__init__(reason)
        self.reason: Reason = reason


def parts(content: bytes) -> tuple[Element, Element | None]:
    """The document and the core properties (None without) as elements; raises ``NotAForm``.

    Only these parts are unpacked. A document type, the door to entities of every sort, is refused
    before anything is parsed: no word processor writes one.
    """
    _refuse_others(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _measure(package)
            document = _parsed(package, _main_part(package))
            core = _parsed(package, _CORE) if _CORE in package.namelist() else None
    except _BROKEN as error:
        raise NotAForm("broken") from error
    if document is None:
        raise NotAForm("not-word")
    return document, core


def _refuse_others(content: bytes) -> None:
    if len(content) > LARGEST:
        raise NotAForm("too-large")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotAForm("old-word")  # or one that is locked with a password
    if content.lstrip()[:5] == b"%PDF-":
        raise NotAForm("pdf")
    if not content.startswith(b"PK"):
        raise NotAForm("not-word")
    if _ODT in content[:200]:
        raise NotAForm("odt")


def _measure(package: zipfile.ZipFile) -> None:
    """Refuse what would grow: a member is never unpacked beyond the size that it declares."""
    members = package.infolist()
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise NotAForm("too-large")
    for one in members:
        grows = one.file_size > MOST_PACKED * max(one.compress_size, 1)
        if one.file_size > LARGEST_PART or (one.file_size > _SMALL and grows):
            raise NotAForm("too-large")


def _main_part(package: zipfile.ZipFile) -> str:
    """Where the document stands; nearly always in ``word/document.xml``."""
    relations = _parsed(package, _RELATIONS)
    for one in relations if relations is not None else ():
        if str(one.get("Type", "")).endswith("/officeDocument"):
            return str(one.get("Target", "")).lstrip("/")
    return ""


def _parsed(package: zipfile.ZipFile, name: str) -> Element | None:
    """One part as an element, None where there is none; entities are neither fetched nor filled."""
    # Loaded here, since few starts of the program ever read a form.
    from docx.oxml import parse_xml  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]  # noqa: PLC0415

    if name not in package.namelist():
        return None
    if package.getinfo(name).file_size > LARGEST_READ:
        raise NotAForm("too-large")
    written = package.read(name)
    if b"<!" in written.replace(b"\0", b"").replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        raise NotAForm("broken")
    try:
        root: Element = parse_xml(written)
    except XMLSyntaxError as error:
        raise NotAForm("broken") from error
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise NotAForm("too-large")
    return root
