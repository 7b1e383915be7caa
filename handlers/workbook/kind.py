"""Whether a file that somebody sent is a workbook."""

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def is_workbook(name: str | None, mime: str | None) -> bool:
    """Tell an Excel file (.xlsx) by its name or kind; what is in it is judged by reading it."""
    return (name or "").casefold().endswith(".xlsx") or mime == EXCEL
