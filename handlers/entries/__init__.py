"""A programme's entries as a calendar file (iCalendar): a person's, a single one, or a feed."""

from handlers.entries.file import MIME, calendar_file, feed, file_name, of_part
from handlers.entries.history import Lived
from handlers.entries.mine import Part, alone, ends, part
from handlers.entries.words import description, location, summary

__all__ = [
    "MIME",
    "Lived",
    "Part",
    "alone",
    "calendar_file",
    "description",
    "ends",
    "feed",
    "file_name",
    "location",
    "of_part",
    "part",
    "summary",
]
