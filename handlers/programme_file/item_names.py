"""What the items of a programme file are called by people, who never see an id."""

from collections.abc import Iterator, Mapping
from typing import Any

Path = tuple[str, ...]
Names = Mapping[Path, Any]
"""The title of an item, a text or a text by language, by the list that it is in and its id."""

NAMED_BY: dict[Path, str] = {
    ("milestone",): "id",
    ("team",): "id",
    ("report", "question"): "key",
    ("reflection", "question"): "key",
}
_TITLES = ("title", "name", "ask")


def names(whole: Mapping[str, Any]) -> dict[Path, Any]:
    """All items by path; where two of a list are called the same, neither: the id tells them."""
    found: dict[Path, Any] = {}
    for path, key in NAMED_BY.items():
        titled = [((*path, str(item[key])), _title(item)) for item in _items(whole, path)]
        every = [title for _, title in titled]
        found |= {place: title for place, title in titled if title and every.count(title) == 1}
    return found


def _items(whole: Any, path: Path) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - JSON
    for key in path:
        whole = whole.get(key) if isinstance(whole, Mapping) else None
    yield from whole or ()


def _title(item: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a text, or one by language
    return next((item[key] for key in _TITLES if item.get(key)), None)
