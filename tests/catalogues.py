"""The catalogues of translations: ``python -m tests.catalogues`` takes up what the source says."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from handlers.markup import TAGS

ROOT = Path(__file__).parent.parent
SPOKEN_IN = ("handlers", "bot")
KEYWORDS = {"say": None, "many": (1, 2)}
LANGUAGES = ("nb", "nn")
# Without dates and versions, so that the file changes only when a sentence does.
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: mellom\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
_LINK = re.compile(r"(?:https?://|mailto:|tg://|\{)\S+")


@dataclass(frozen=True, slots=True)
class Saying:
    """A place in the source that says something: ``messages`` is None if it is no literal."""

    place: str
    messages: tuple[str, ...] | None
    values: frozenset[str] | None


def catalogue_path(language: str) -> Path:
    return ROOT / "handlers" / "locale" / language / "LC_MESSAGES" / "mellom.po"


def stored(language: str) -> Catalog:
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def extracted() -> Catalog:
    """Every message that the source says, as ``pybabel extract`` finds it."""
    catalogue = Catalog()
    for floor in SPOKEN_IN:
        found = extract_from_dir(ROOT / floor, [("**.py", "python")], keywords=KEYWORDS)
        for name, line, message, _, context in found:
            catalogue.add(message, locations=[(f"{floor}/{name}", line)], context=context)
    return catalogue


def sayings() -> Iterator[Saying]:
    """Every call that says something, as Python itself reads the source.

    A turn says what a tongue has worded, to somebody: it is no place of wording.
    """
    for floor in SPOKEN_IN:
        for path in sorted((ROOT / floor).rglob("*.py")):
            if path.name == "turn.py":
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and _verb(node) in KEYWORDS:
                    yield _saying(node, f"{path.relative_to(ROOT)}:{node.lineno}")


def _verb(call: ast.Call) -> str:
    """What is called; but a turn says sentences that a tongue has made, so it needs none."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="turn" | "sitting") | ast.Attribute(attr="turn")):
            return ""
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _saying(call: ast.Call, place: str) -> Saying:
    is_plural = _verb(call) == "many"
    count = 2 if is_plural else 1
    literals = [a.value for a in call.args[:count] if isinstance(a, ast.Constant)]
    messages = tuple(text for text in literals if isinstance(text, str))
    names = {keyword.arg for keyword in call.keywords}
    given = names | {"n"} if is_plural else names
    values = None if None in names else frozenset(name for name in given if name)
    return Saying(place, messages if len(messages) == count else None, values)


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def is_translated(message: Message) -> bool:
    return all(forms(message.string))


def faults(message: Message) -> list[str]:
    """What is wrong with a translation, each in a few words; empty if it can be said."""
    sources, translations = forms(message.id), forms(message.string)
    if len(sources) != len(translations):
        return [f"{len(sources)} forms became {len(translations)}"]
    # «one team» and "{n} team" are both good ways to say one.
    free = [{"n"}, set()] if len(sources) > 1 else [set[str]()]
    triples = zip(sources, translations, free, strict=True)
    return [fault for triple in triples for fault in _pair_faults(*triple)]


def _pair_faults(source: str, translation: str, free: set[str]) -> Iterator[str]:
    broken = [*text_faults(source), *text_faults(translation)]
    yield from broken
    if broken:
        return
    if other := (placeholders(source) ^ placeholders(translation)) - free:
        yield f"other placeholders: {sorted(other)}"
    if Counter(_tags(source)) != Counter(_tags(translation)):
        yield "other tags"
    if [source[:1].isspace(), source[-1:].isspace()] != [
        translation[:1].isspace(),
        translation[-1:].isspace(),
    ]:
        yield "other space at an end"


def text_faults(text: str) -> list[str]:
    """What is wrong with one text, whatever it translates."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        return [f"broken braces: {error}"]
    wrong = [name for _, name, form, how in parts if name is not None and (form or how)]
    wrong += [name for _, name, _, _ in parts if name is not None and not name.isidentifier()]
    return [f"no plain placeholder: {name!r}" for name in wrong] + _TagReader.faults_of(text)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _tags(text: str) -> list[str]:
    return re.findall(r"<([a-z]+)", text)


class _TagReader(HTMLParser):
    """Reads a text as a strict door would: known tags, well nested, nothing left bare."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.faults: list[str] = []

    @classmethod
    def faults_of(cls, text: str) -> list[str]:
        reader = cls()
        reader.feed(text)
        reader.close()
        bare = re.sub(r"</?[a-z]+(?: href=\"[^\"<>]*\")?>|&(?:lt|gt|amp|quot);", "", text)
        if found := re.search(r"[<>&]", bare):
            reader.faults.append(f"bare {found[0]}")
        return reader.faults + [f"<{tag}> left open" for tag in reader.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in TAGS:
            self.faults.append(f"unknown <{tag}>")
        links = [value or "" for name, value in attrs if name == "href"]
        if len(links) != len(attrs) or len(links) != (tag == "a"):
            self.faults.append(f"wrong attributes of <{tag}>")
        self.faults += [f"odd link {link!r}" for link in links if not _LINK.fullmatch(link)]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def refresh(language: str) -> Catalog:
    """Write the catalogue anew: what is said now, with the translations that it has."""
    catalogue = stored(language)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    body = BytesIO()
    write_po(
        body,
        catalogue,
        width=0,
        omit_header=True,
        ignore_obsolete=True,
        sort_by_file=True,
        include_lineno=False,
    )
    header = HEADER.format(language=language, plurals=catalogue.plural_forms)
    catalogue_path(language).write_bytes(header.encode() + body.getvalue())
    return catalogue


def main() -> int:
    """Refresh every catalogue and say what is left to translate; 1 if there is any."""
    left = 0
    for language in LANGUAGES:
        for message in refresh(language):
            if not message.id:
                continue
            wrong = faults(message) if is_translated(message) else ["not translated"]
            left += len(wrong)
            for fault in wrong:
                sys.stdout.write(f"{language}: {forms(message.id)[0]!r}: {fault}\n")
    return min(left, 1)


if __name__ == "__main__":
    sys.exit(main())
