"""Telegram's HTML, read as tdlib reads it: plain text and entities in UTF-16 units, or an error."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.refusal import Refusal, refused

Entity = dict[str, Any]
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough",
    "del": "strikethrough", "span": "spoiler", "tg-spoiler": "spoiler", "code": "code",
    "pre": "pre", "a": "text_link", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_RUN = re.compile(r"[^<&]+")
_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_START = re.compile(r"<([^\s>]*)(?=[\s>])")
_END = re.compile(r"</([^\s>]*)\s*")
_NAME = re.compile(r"""[^\s=>/"']+""")
_VALUE = re.compile(r"""\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]*)""")
_SPACE = re.compile(r"\s*")
_URL = re.compile(
    r"(?:tg|ton|mailto|tel):\S+|(?:https?://)?[^\s/?#:.]+(?:\.[^\s/?#:.]+)+(?::\d+)?(?:[/?#]\S*)?"
)


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text as it is shown, with its entities (offsets and lengths in UTF-16 units)."""

    text: str
    entities: tuple[Entity, ...] = ()


def units(text: str) -> int:
    """Count as Telegram counts: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def valid_url(url: str) -> bool:
    """Say whether Telegram takes this for a link (a host needs a dot: no ``localhost``)."""
    return bool(_URL.fullmatch(url))


def parse_html(source: str) -> Formatted:
    """Read Telegram's HTML; raise ``Refusal`` ("can't parse entities: …") where it is broken."""
    if "<" not in source and "&" not in source:
        return Formatted(source)
    return _Reader(source).read()


@dataclass(slots=True)
class _Open:
    """A start tag whose end has not come yet."""

    tag: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    """One pass over the source; what is shown piles up in ``shown``."""

    source: str
    at: int = 0
    length: int = 0
    shown: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> Formatted:
        while self.at < len(self.source):
            if run := _RUN.match(self.source, self.at):
                self._show(run[0], run.end())
            elif self.source[self.at] == "&":
                self._reference()
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            tag = self.open[-1].tag
            raise _broken(f'Can\'t find end tag corresponding to start tag "{tag}"')
        ordered = sorted(self.entities, key=lambda one: (one["offset"], -one["length"]))
        return Formatted("".join(self.shown), tuple(ordered))

    def _show(self, text: str, then: int) -> None:
        self.shown.append(text)
        self.length += units(text)
        self.at = then

    def _reference(self) -> None:
        decoded, then = _decoded(self.source, self.at)
        self._show(decoded, then)

    def _start_tag(self) -> None:
        place = self._byte()
        found = _START.match(self.source, self.at)
        if not found:
            raise _broken(f"Unclosed start tag at byte offset {place}")
        tag = found[1].lower()
        if tag not in _TYPES:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {place}')
        self.at = found.end()
        opened = _Open(tag, self.length, self._attributes(tag, place))
        if tag == "span" and opened.attributes.get("class") != "tg-spoiler":
            why = f'Tag "span" must have class "tg-spoiler" at byte offset {place}'
            raise _broken(why)
        self.open.append(opened)

    def _attributes(self, tag: str, place: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._skip_space()
            if self.at >= len(self.source):
                raise _broken(f'Unclosed start tag "{tag}" at byte offset {place}')
            if self.source[self.at] == ">":
                self.at += 1
                return found
            name = _NAME.match(self.source, self.at)
            if not name:
                why = f'Empty attribute name in the tag "{tag}" at byte offset {place}'
                raise _broken(why)
            self.at = name.end()
            found[name[0]] = self._value(tag, place)

    def _value(self, tag: str, place: int) -> str:
        value = _VALUE.match(self.source, self.at)
        if not value:
            return ""
        self.at = value.end()
        following = self.source[self.at : self.at + 1]
        quoted = value[1][:1] in {'"', "'"} and value[1] != ""
        if not following or (not quoted and following in {'"', "'"}):
            raise _broken(f'Unclosed start tag "{tag}" at byte offset {place}')
        if quoted:
            return _unescaped(value[1][1:-1])
        if not following.isspace() and following != ">":
            where = self._byte(value.start(1))
            raise _broken(f"Unexpected end of name token at byte offset {where}")
        return value[1].lower()

    def _end_tag(self) -> None:
        place = self._byte()
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {place}")
        found = _END.match(self.source, self.at)
        if not found or self.source[found.end() : found.end() + 1] != ">":
            raise _broken(f"Unclosed end tag at byte offset {place}")
        closing = self.open.pop()
        if found[1] not in {"", closing.tag}:
            raise _broken(
                f"Unmatched end tag at byte offset {place}, "
                f'expected "</{closing.tag}>", found "</{found[1]}>"'
            )
        self.at = found.end() + 1
        if self.length > closing.offset:
            self._close(closing)

    def _close(self, closed: _Open) -> None:
        entity: Entity = {
            "type": _TYPES[closed.tag],
            "offset": closed.offset,
            "length": self.length - closed.offset,
        }
        match closed.tag:
            case "a":
                url = closed.attributes.get("href") or self._since(closed.offset)
                if not valid_url(url):
                    return
                entity["url"] = url
            case "blockquote" if "expandable" in closed.attributes:
                entity["type"] = "expandable_blockquote"
            case "code" if self._is_language(closed):
                self.open[-1].attributes["language"] = closed.attributes["class"][9:]
                return
            case "pre" if "language" in closed.attributes:
                entity["language"] = closed.attributes["language"]
            case "tg-emoji":
                entity["custom_emoji_id"] = closed.attributes.get("emoji-id", "")
        self.entities.append(entity)

    def _since(self, offset: int) -> str:
        return "".join(self.shown).encode("utf-16-le")[2 * offset :].decode("utf-16-le")

    def _is_language(self, closed: _Open) -> bool:
        inside = bool(self.open) and self.open[-1].tag == "pre"
        return inside and closed.attributes.get("class", "").startswith("language-")

    def _skip_space(self) -> None:
        space = _SPACE.match(self.source, self.at)
        self.at = space.end() if space else self.at

    def _byte(self, at: int | None = None) -> int:
        return len(self.source[: self.at if at is None else at].encode(errors="surrogatepass"))


def _decoded(source: str, at: int) -> tuple[str, int]:
    """Decode the reference at ``at``; an ampersand that begins none stands for itself."""
    found = _REFERENCE.match(source, at)
    if found and found[3] in _NAMED:
        return _NAMED[found[3]], found.end()
    if found and not found[3]:
        number = int(found[1], 16) if found[1] else int(found[2])
        if 0 < number < 0x10FFFF and not 0xD800 <= number < 0xE000:
            return chr(number), found.end()
    return "&", at + 1


def _unescaped(value: str) -> str:
    return _REFERENCE.sub(lambda one: _decoded(one[0], 0)[0] + _rest(one[0]), value)


def _rest(reference: str) -> str:
    return reference[_decoded(reference, 0)[1] :]


def _broken(why: str) -> Refusal:
    return refused(f"can't parse entities: {why}")
