"""Telegram's HTML is read as Telegram reads it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.botapi.markup import Entity, Formatted, parse_html, units
from tests.botapi.refusal import Refusal


def _entity(kind: str, offset: int, length: int, **more: str) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot;", Formatted('a <b> & "c"')),
        ("&nbsp; &eacute & &#229;&#xE6;", Formatted("&nbsp; &eacute & åæ")),
        ("<b>ja</b>", Formatted("ja", (_entity("bold", 0, 2),))),
        ("👍<i>😀</i>x", Formatted("👍😀x", (_entity("italic", 2, 2),))),
        (
            "<B>a<s>b</s></b>",
            Formatted("ab", (_entity("bold", 0, 2), _entity("strikethrough", 1, 1))),
        ),
        ("<b></b>tom", Formatted("tom")),
        ("<u>a</>", Formatted("a", (_entity("underline", 0, 1),))),
        (
            "<a href='https://ks.no/?a=1&amp;b=2'>KS</a>",
            Formatted("KS", (_entity("text_link", 0, 2, url="https://ks.no/?a=1&b=2"),)),
        ),
        ("😀<a>ks.no</a>", Formatted("😀ks.no", (_entity("text_link", 2, 5, url="ks.no"),))),
        ('<a href="http://localhost/">her</a>', Formatted("her")),
        (
            "<blockquote expandable>lang</blockquote>",
            Formatted("lang", (_entity("expandable_blockquote", 0, 4),)),
        ),
        (
            '<pre><code class="language-py">x</code></pre>',
            Formatted("x", (_entity("pre", 0, 1, language="py"),)),
        ),
        ('<span class="tg-spoiler">h</span>', Formatted("h", (_entity("spoiler", 0, 1),))),
    ],
)
def test_html_that_telegram_knows_is_read(source: str, read: Formatted) -> None:
    assert parse_html(source) == read


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("å<br>x", 'Unsupported start tag "br" at byte offset 2'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("2 <3", "Unclosed start tag at byte offset 2"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href=ks.no/>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="ks.no>x</a>', 'Unclosed start tag "a" at byte offset 0'),
        ("<b/>x", 'Unsupported start tag "b/" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_that_telegram_cannot_read_is_refused(source: str, why: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {why}"


@given(st.text(st.sampled_from("<>/&;=\"' abpre#x1😀\n"), max_size=30))
def test_any_source_is_either_read_or_refused(source: str) -> None:
    read = Formatted("")
    with suppress(Refusal):
        read = parse_html(source)
    assert units(read.text) <= units(source)
    for one in read.entities:
        assert 0 <= one["offset"] < one["offset"] + one["length"] <= units(read.text)
