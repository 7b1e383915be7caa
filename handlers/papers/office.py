"""What every Word file of ours shares: its kind, its language, and no moment of its making."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
_ZIP_BEGINS = (1980, 1, 1, 0, 0, 0)


def locale(language: str) -> str:
    """A language as Word calls it."""
    return _LOCALES[language]


def dateless(content: bytes) -> bytes:
    """The same archive with no moment of its making in it: python-docx writes one at each part."""
    whole = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(whole, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, _ZIP_BEGINS)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # the same on every system
            new.writestr(part, old.read(name))
    return whole.getvalue()
