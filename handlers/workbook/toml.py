"""A programme as the TOML that read_programme reads."""

import tomli_w

from handlers.programme_file import ProgrammeFile
from handlers.workbook.tables import tables_of


def write_toml(programme: ProgrammeFile) -> str:
    """The text of a programme file; ``read_programme(write_toml(p)) == p``."""
    return tomli_w.dumps(tables_of(programme))
