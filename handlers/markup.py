"""Text for people: a small subset of HTML, escaped in one place, that every door renders."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape

TAGS = ("b", "i", "u", "s", "code", "pre", "a", "blockquote")
_TAG = re.compile(r"</?(?:" + "|".join(TAGS) + r")(?:\s[^<>]*)?>")
_PIECE = re.compile(rf"{_TAG.pattern}|&#?\w+;|.", re.DOTALL)
BUTTON_HOLDS = 64  # bytes, by the Bot API
_NO_BREAK = "\u00a0\u202f\u2060"
# Bidirectional and zero-width controls can make a name read as something else.
_CONTROLS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")


class Html(str):
    """Text that is safe to render: its author's markup stands, everyone else's is escaped."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it sends ``data`` back (64 bytes at most) or opens ``url``."""

    text: str
    data: str | None = None
    url: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


def safe(text: object) -> Html:
    """Escape anything but ``Html``, without the control characters that disguise a text."""
    if isinstance(text, Html):
        return text
    return Html(escape(_CONTROLS.sub("", str(text)), quote=False))


def bold(text: object) -> Html:
    return Html(f"<b>{safe(text)}</b>")


def italic(text: object) -> Html:
    return Html(f"<i>{safe(text)}</i>")


def code(text: object) -> Html:
    return Html(f"<code>{safe(text)}</code>")


def quote(text: object) -> Html:
    return Html(f"<blockquote>{safe(text)}</blockquote>")


def link(url: str, text: object) -> Html:
    return Html(f'<a href="{escape(url)}">{safe(text)}</a>')


def joined(separator: str, parts: Iterable[object]) -> Html:
    """Join what is not empty."""
    return Html(safe(separator).join(safe(part) for part in parts if part))


def lines(*parts: object) -> Html:
    return joined("\n", parts)


def paragraphs(*parts: object) -> Html:
    return joined("\n\n", parts)


def plain(text: Html) -> str:
    """The text as it reads, without its tags."""
    return unescape(_TAG.sub("", text))


def held(data: str, programme: str, *, several: bool) -> str:
    """What a button holds: «:@programme» at its end for one who is in several, if it fits.

    So it is about the same programme when it is tapped later.
    """
    longer = f"{data}:@{programme}"
    return longer if several and len(longer) <= BUTTON_HOLDS else data


def column(*buttons: Button) -> Keyboard:
    """One button a row: easy to hit with a thumb."""
    return tuple((button,) for button in buttons)


def utf16_length(text: str) -> int:
    """The length as Telegram counts it: a sign beyond the first plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: Html, limit: int = 4096) -> list[Html]:
    """Cut a text into parts that each render to at most ``limit`` UTF-16 units (8 or more).

    It is cut at the end of a paragraph, else of a line, else of a word, else where it must be; the
    white space at a cut goes. Tags that are open there are closed, and opened again in the next
    part. A text that is short enough is left as it is; from a long one empty elements go.
    """
    if utf16_length(plain(text)) <= limit:
        return [text]
    signs = list(_signs(text))
    shown = [sign for _, _, sign in signs]
    return [_rendered(signs[first:end]) for first, end in _stretches(shown, limit)]


_Sign = tuple[tuple[tuple[int, str], ...], str, str]


def _signs(text: Html) -> Iterator[_Sign]:
    """Each visible sign: the tags open around it (with their place), its source, what is shown."""
    around: tuple[tuple[int, str], ...] = ()
    for piece in _PIECE.finditer(text):
        if not _TAG.fullmatch(piece[0]):
            yield around, piece[0], unescape(piece[0])
        elif piece[0].startswith("</"):
            around = around[:-1]
        else:
            around = (*around, (piece.start(), piece[0]))


def _stretches(shown: list[str], limit: int) -> Iterator[tuple[int, int]]:
    """First and end of what goes into each part, without the white space around it."""
    first = _skip(shown, 0)
    while first < len(shown):
        end = _reach(shown, first, limit)
        end = end if _skip(shown, end) == len(shown) else _cut(shown, first, end)
        last = max(place for place in range(first, end) if not shown[place].isspace())
        yield first, last + 1
        first = _skip(shown, end)


def _skip(shown: list[str], place: int) -> int:
    while place < len(shown) and shown[place].isspace():
        place += 1
    return place


def _reach(shown: list[str], first: int, limit: int) -> int:
    """The end of the longest stretch within the limit; at least one sign."""
    units, end = utf16_length(shown[first]), first + 1
    while end < len(shown) and (units := units + utf16_length(shown[end])) <= limit:
        end += 1
    return end


def _cut(shown: list[str], first: int, end: int) -> int:
    """Where to cut at the latest; a paragraph or line that would leave a short part is not one."""
    places = [p for p in range(end, first, -1) if shown[p].isspace() and shown[p] not in _NO_BREAK]
    lines_ = [p for p in places if shown[p] == "\n" and p > (first + end) // 2]
    paragraphs_ = [p for p in lines_ if shown[p + 1 : p + 2] == ["\n"]]
    return next(iter((*paragraphs_, *lines_, *places)), end)


def _rendered(signs: list[_Sign]) -> Html:
    source: list[str] = []
    around: tuple[tuple[int, str], ...] = ()
    for now, sign, _ in [*signs, ((), "", "")]:
        if now != around:
            kept = sum(1 for old, new in zip(around, now, strict=False) if old == new)
            source += [_closing(tag) for _, tag in reversed(around[kept:])]
            source += [tag for _, tag in now[kept:]]
            around = now
        source.append(sign)
    return Html("".join(source))


def _closing(tag: str) -> str:
    return f"</{tag.strip('<>').split()[0]}>"
