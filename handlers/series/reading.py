"""The Excel file as it came: read beside the answers, bytes in, JSON out."""

import json
from collections.abc import Sequence

from handlers.markup import plain
from handlers.programme_file import Complaint, dump
from handlers.tongue import tongue
from handlers.workbook import Listed, NotOurs, Workbook, WorkbookErrors, read_workbook

READ = "series"
LARGEST = 5 * 1024 * 1024  # bytes
LANGUAGES = ("nb", "nn", "en")


def read(content: bytes) -> str:
    """What the file says, or every complaint in each language: who sent it is not known here.

    ``{"ours": false}`` for what is no such file.
    """
    try:
        return as_json(read_workbook(content))
    except NotOurs:
        return json.dumps({"ours": False})
    except WorkbookErrors as errors:
        told = _told(errors.complaints)
        return json.dumps({"ours": True, "complaints": told}, ensure_ascii=False)


def _told(complaints: Sequence[Complaint]) -> dict[str, list[str]]:
    return {
        language: [plain(one.sentence(tongue(language))) for one in complaints]
        for language in LANGUAGES
    }


def as_json(book: Workbook) -> str:
    """A workbook as one text, for keeping; ``of_json`` reads it again."""
    people = [
        {
            "name": one.name,
            "role": one.role,
            "team": one.team,
            "mail": one.mail,
            "job": one.job,
            "duty": one.duty,
        }
        for one in book.people
    ]
    body = {
        "ours": True,
        "programme": dump(book.programme),
        "people": people,
        "unread": _told(book.unread),
    }
    return json.dumps(body, ensure_ascii=False)


def people_of(body: dict[str, list[dict[str, str | None]]]) -> list[Listed]:
    """The people of what ``as_json`` wrote."""
    return [Listed(**one) for one in body["people"]]  # type: ignore[arg-type]  # as it was written
