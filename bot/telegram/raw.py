"""Raw JSON taken by the hand: the type that is expected, or nothing."""

from collections.abc import Mapping

Json = Mapping[str, object]


def mapping(value: object) -> Json:
    """An object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def integer(value: object) -> int | None:
    """A whole number that is no truth value."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def text(value: object) -> str:
    """A text that can be stored, or an empty one: half a surrogate pair becomes a question mark."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "replace").decode("utf-8")
