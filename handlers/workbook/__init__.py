"""A programme and its people as an Excel workbook that an organiser fills in and sends back."""

from handlers.workbook.kind import is_workbook
from handlers.workbook.read import read_workbook
from handlers.workbook.toml import write_toml
from handlers.workbook.values import Listed, NotOurs, Workbook, WorkbookErrors
from handlers.workbook.write import write_workbook

__all__ = [
    "Listed",
    "NotOurs",
    "Workbook",
    "WorkbookErrors",
    "is_workbook",
    "read_workbook",
    "write_toml",
    "write_workbook",
]
