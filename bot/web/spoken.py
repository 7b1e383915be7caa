"""The house's words on a page: a command that they name can be clicked, as in a chat."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from handlers import desk
from handlers.flow.words import folded
from handlers.markup import Html

_PIECES = re.compile(r"(<[^<>]*>)")
_COMMAND = re.compile(r"(?<![\w/.:;<])/([^\W\d_]{3,20})\b")
_WORDS = frozenset(folded(word) for command in desk.COMMANDS for word in command.words)
_BUTTON = Markup('<button class="link" name="command" value="{0}">{0}</button>')
_LEAVE_ALONE = ("a", "code", "pre")


def spoken(html: Html) -> Markup:
    """The text with a button in the place of each command; a form must stand around it."""
    return Markup("".join(_pieces(html)))  # noqa: S704 - ``Html`` is escaped where it is built


def _pieces(html: Html) -> Iterator[str]:
    within = 0
    for piece in _PIECES.split(html):
        if piece.startswith("<"):
            name = piece.strip("</>").split()[0] if piece.strip("</>") else ""
            if name in _LEAVE_ALONE:
                within += -1 if piece.startswith("</") else 1
            yield piece
        else:
            yield piece if within else _COMMAND.sub(_button, piece)


def _button(found: re.Match[str]) -> str:
    if folded(found[1]) not in _WORDS:
        return found[0]
    return _BUTTON.format(found[0])
