"""The codes that let people in, as they are known here; they stand beneath the features."""

from handlers.codes import (
    FOR_ONE,
    GOOD_FOR,
    SECRET,
    Code,
    Grant,
    codes,
    codes_json,
    generations,
    hashed,
    holds_code,
    looks_like_code,
    proven,
    read_code,
    recognised,
    team_code,
)

__all__ = [
    "FOR_ONE",
    "GOOD_FOR",
    "SECRET",
    "Code",
    "Grant",
    "codes",
    "codes_json",
    "generations",
    "hashed",
    "holds_code",
    "looks_like_code",
    "proven",
    "read_code",
    "recognised",
    "team_code",
]
