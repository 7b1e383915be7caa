"""A programme as the plain tables of its file."""

from typing import Any

from handlers.programme_file import ProgrammeFile

Tables = dict[str, Any]  # what TOML and JSON know: texts, numbers, yes and no, lists, tables


def tables_of(programme: ProgrammeFile) -> Tables:
    """What a file of this programme holds; ``read_tables(tables_of(p)) == p``."""
    found: Tables = _whole(programme.model_dump(mode="json", by_alias=True, exclude_none=True))
    return found


def _whole(value: Any) -> Any:  # noqa: ANN401 - any value of a file
    """A whole number as one: JSON makes 1.0 of what was written as 1."""
    match value:
        case dict():
            return {key: _whole(inner) for key, inner in value.items()}
        case list():
            return [_whole(inner) for inner in value]
        case float() if value.is_integer():
            return int(value)
        case _:
            return value
