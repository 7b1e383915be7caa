"""Several short texts in one cell, a line each, and back without loss."""

_BULLET, _INDENT = "• ", "  "


def joined(items: list[str]) -> str:
    """A line each; with bullets where an item has lines of its own, or looks as if it had one."""
    if any("\n" in item or item.startswith(_BULLET.strip()) for item in items):
        return "\n".join(_BULLET + item.replace("\n", f"\n{_INDENT}") for item in items)
    return "\n".join(items).rstrip("\n")


def split(cell: str) -> list[str]:
    """The items of a cell; an empty line is an empty text, which keeps the place of another."""
    lines = cell.rstrip().split("\n")
    if not lines[0].lstrip().startswith(_BULLET.strip()):
        return [line.strip() for line in lines]
    items: list[str] = []
    for line in lines:
        if line.startswith(_BULLET.strip()) or not items:
            items.append(line.lstrip().removeprefix(_BULLET.strip()))
        else:
            items[-1] += "\n" + line.removeprefix(_INDENT)
    return [item.strip() for item in items]
