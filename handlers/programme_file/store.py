"""A programme as one JSON text, for keeping, and back."""

from functools import lru_cache

from handlers.programme_file.schema import ProgrammeFile


def dump(programme: ProgrammeFile) -> str:
    """Write it as JSON; ``load(dump(p)) == p``."""
    return programme.model_dump_json(by_alias=True, exclude_none=True)


@lru_cache(maxsize=64)
def load(text: str) -> ProgrammeFile:
    """Read what ``dump`` wrote; the same text gives the same object. Raises pydantic's error."""
    return ProgrammeFile.model_validate_json(text)
