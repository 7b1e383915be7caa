"""Text is escaped once, and cut so that every part is whole."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.markup import (
    TAGS,
    Html,
    bold,
    code,
    italic,
    joined,
    lines,
    link,
    paragraphs,
    plain,
    quote,
    safe,
    split,
    utf16_length,
)
from handlers.tongue import tongue


class Reader(HTMLParser):
    """Reads as a strict door: ``tags`` in order, ``text`` as it shows, ``faults`` found."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        self.faults += [f"{tag} is left open" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open.append(tag)
        if tag not in TAGS or (attrs and tag != "a"):
            self.faults.append(f"{tag} is unknown")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"{tag} was not open")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        self.faults.append("a comment")

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        self.faults.append("a declaration")

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self.faults.append("an instruction")


def squeezed(text: str) -> str:
    return "".join(text.split())


nasty = st.text(
    st.sampled_from("<>&;/\"'{}=! bi\na#x3C😀é\u202e\u200b\u00a0\x00")
    | st.characters(codec="utf-8"),
    max_size=60,
)
wrapped = st.recursive(
    nasty.map(safe),
    lambda inner: st.one_of(
        st.builds(bold, inner),
        st.builds(italic, inner),
        st.builds(code, inner),
        st.builds(quote, inner),
        st.builds(lambda url, text: link(f"https://x.no/?{url}", text), nasty, inner),
        st.lists(inner, max_size=5).map(lambda parts: lines(*parts)),
        st.lists(inner, max_size=5).map(lambda parts: paragraphs(*parts)),
        st.lists(inner, max_size=5).map(lambda parts: joined(" ", parts)),
    ),
    max_leaves=20,
)


@settings(max_examples=400, deadline=None)
@given(wrapped, st.integers(8, 80))
def test_the_parts_of_a_text_are_whole_short_and_complete(text: Html, limit: int) -> None:
    parts = split(text, limit)
    assert [Reader(part).faults for part in parts] == [[] for _ in parts]
    assert [part for part in parts if utf16_length(plain(part)) > limit] == []
    assert squeezed("".join(map(plain, parts))) == squeezed(plain(text))
    assert [part for part in parts if not plain(part).strip()] == ([] if len(parts) != 1 else [
        part for part in parts if part == text and not plain(text).strip()
    ])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(wrapped, st.integers(8, 80))
def test_each_sign_keeps_the_tags_that_were_around_it(text: Html, limit: int) -> None:
    def signs(source: str) -> list[tuple[str, tuple[str, ...]]]:
        found, around = [], list[str]()
        for piece in re.findall(r"<[^>]*>|&\w+;|[^<&]", source):
            if piece.startswith("</"):
                around.pop()
            elif piece.startswith("<"):
                around.append(piece)
            elif not piece.isspace():
                found.append((piece, tuple(around)))
        return found

    assert [s for part in split(text, limit) for s in signs(part)] == signs(text)


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("short  \n", 8, ["short  \n"]),
        ("", 8, [""]),
        ("one two\n\nthree", 12, ["one two", "three"]),
        ("one two\nthree four", 12, ["one two", "three four"]),
        ("one two\n\nab\nc three", 12, ["one two", "ab\nc three"]),
        ("one two\nab cd", 10, ["one two", "ab cd"]),
        ("1\n\none two three", 12, ["1\n\none two", "three"]),
        ("one two three", 9, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("abcdefghijkl", 8, ["abcdefgh", "ijkl"]),
        ("abcdef 1\u00a0234", 9, ["abcdef", "1\u00a0234"]),
        ("<b>one two\n\nthree</b> x", 9, ["<b>one two</b>", "<b>three</b> x"]),
        (
            '<b><a href="https://x.no">one two</a></b>',
            6,
            [
                '<b><a href="https://x.no">one</a></b>',
                '<b><a href="https://x.no">two</a></b>',
            ],
        ),
        (
            "<blockquote>ab</blockquote><blockquote>cd</blockquote> efghi",
            8,
            ["<blockquote>ab</blockquote><blockquote>cd</blockquote>", "efghi"],
        ),
        ("&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&amp;", 8, ["&lt;" * 8, "&amp;"]),
        ("😀😀😀😀😀", 8, ["😀😀😀😀", "😀"]),
        (" " * 20, 8, []),
    ],
)
def test_a_text_is_cut_where_a_reader_would_pause(text: str, limit: int, parts: list[str]) -> None:
    assert split(Html(text), limit) == parts


def test_a_text_of_four_thousand_and_ninety_six_is_one_message() -> None:
    assert [len(split(Html("x" * length))) for length in (4096, 4097, 8192)] == [1, 2, 2]
    assert [len(split(Html("😀" * length))) for length in (2048, 2049)] == [1, 2]


@settings(max_examples=10_000, deadline=None)
@given(nasty, nasty)
def test_no_name_or_answer_becomes_markup(name: str, answer: str) -> None:
    said = tongue("nb").say("<b>{name}</b>: {answer}", name=name, answer=answer)
    read = Reader(said)
    assert (read.tags, read.faults) == (["b"], [])
    assert read.text == plain(said) == plain(safe(name)) + ": " + plain(safe(answer))
    assert re.findall(r"[<>]", safe(name + answer)) == []
    assert re.findall(r"&(?!(?:amp|lt|gt);)", safe(name + answer)) == []


def test_signs_that_disguise_a_text_are_left_out_and_lines_stay() -> None:
    assert safe("a\u202eb\u200b\x00c\n\td") == "abc\n\td"


def test_what_is_built_is_escaped_once() -> None:
    assert quote(bold(italic("<&>"))) == ("<blockquote><b><i>&lt;&amp;&gt;</i></b></blockquote>")
    assert link('https://x.no/?a="b"&c', code("d")) == (
        '<a href="https://x.no/?a=&quot;b&quot;&amp;c"><code>d</code></a>'
    )
    assert paragraphs("a", "", None, lines("b", "<")) == "a\n\nb\n&lt;"
