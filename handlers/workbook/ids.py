"""Gives rows without an id one that is made of their title, unlike all the others."""

from collections.abc import Iterator, Mapping

from handlers.programme_file.question import slug
from handlers.workbook.scope import folded
from handlers.workbook.tables import Tables


def give_ids(items: list[Tables], key: str, title: str, longest: int, own: str) -> None:
    """Set ``key`` where it is missing; the same rows in the same order get the same ids."""
    taken = {str(item[key]) for item in items if key in item}
    for number, item in enumerate(items, 1):
        if key not in item:
            base = slug(_said(item.get(title), own), longest) or f"{number}"
            item[key] = _free(base, taken, longest)
            taken.add(item[key])


def twins(items: list[Tables], title: str, own: str) -> Iterator[tuple[int, int]]:
    """Each row that is called as one above it and of its kind, and that one's number, from 0.

    Two that stand already, each with an id of its own, may be called the same.
    """
    met: dict[tuple[str, object], int] = {}
    for number, item in enumerate(items):
        name = folded(_said(item.get(title), own))
        first = met.setdefault((name, item.get("kind")), number)
        if name and first != number and not ("id" in item and "id" in items[first]):
            yield number, first


def made_of(title: object, own: str, longest: int) -> str:
    """An id made of a title; may be empty."""
    return slug(_said(title, own), longest)


def _said(title: object, own: str) -> str:
    if isinstance(title, Mapping):
        return str(title.get(own, next(iter(title.values()), "")))
    return title if isinstance(title, str) else ""


def _free(base: str, taken: set[str], longest: int) -> str:
    name, number = base, 1
    while name in taken:
        number += 1
        tail = f"-{number}"
        name = base[: longest - len(tail)].rstrip("-") + tail
    return name
