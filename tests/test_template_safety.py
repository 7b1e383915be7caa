"""A file from outside can be anything: what is no Word form is refused, and costs little."""

import json
import time
import tracemalloc
import zipfile
from io import BytesIO
from itertools import chain

import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

from handlers.report.template import incoming, package
from handlers.report.template.package import NotAForm
from handlers.report.template.read import read_form
from handlers.screen import MARK
from handlers.tongue import tongue
from tests.paper_form import filled, form

FORM = form(tongue("nb"))
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION = f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]><d>&l9;</d>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'
WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def national_number() -> str:
    """A number with valid check digits, made here so that none stands in a file."""
    for tail in range(1000):
        digits = [int(sign) for sign in f"010190{tail:03}"]
        for weights in WEIGHTS:
            rest = sum(w * d for w, d in zip(weights, digits, strict=True)) % 11
            digits.append((11 - rest) % 11)
        if max(digits) < 10:
            return "".join(map(str, digits))
    raise AssertionError


def packed(parts: dict[str, bytes], like: bytes = FORM) -> bytes:
    """The form with some of its parts replaced, or more in it."""
    written = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(like)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys(chain(old.namelist(), parts)):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return written.getvalue()


def reason(content: bytes) -> str:
    with pytest.raises(NotAForm) as refused:
        read_form(content)
    return refused.value.reason


@pytest.mark.parametrize("xml", [BILLION, OUTSIDE])
@pytest.mark.parametrize("part", ["word/document.xml", "docProps/core.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_wherever_they_stand(xml: str, part: str, encoding: str) -> None:
    assert reason(packed({part: xml.encode(encoding)})) == "broken"


def test_the_parser_itself_would_neither_grow_nor_fetch_anything() -> None:
    with pytest.raises(XMLSyntaxError):
        parse_xml(BILLION.encode())
    assert list(parse_xml(OUTSIDE.encode()).itertext()) == ["&x;"]


def test_what_unpacks_to_far_more_than_it_holds_is_refused_unopened() -> None:
    bomb = packed({"word/document.xml": b"<d>" + b" " * 40_000_000 + b"</d>"})
    tracemalloc.start()
    assert reason(bomb) == "too-large"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(bomb) < 100_000
    assert peak < 5_000_000


def test_a_large_part_that_packs_well_is_refused_though_it_is_within_the_sum() -> None:
    assert reason(packed({"word/media/image.bmp": bytes(3_000_000)})) == "too-large"


def test_a_package_of_very_many_members_is_refused() -> None:
    many = {f"word/media/{n}.png": b"x" for n in range(package.MOST_MEMBERS)}
    assert reason(packed(many)) == "too-large"


def test_more_than_five_megabytes_are_not_even_looked_at() -> None:
    assert reason(FORM + bytes(package.LARGEST)) == "too-large"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not-word"),
        (b"Hei!", "not-word"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-word"),
        (FORM[:2000], "broken"),
        (packed({"word/document.xml": b"<a><b></a>"}), "broken"),
        (packed({"_rels/.rels": b"<Relationships/>"}), "not-word"),
    ],
)
def test_another_sort_of_file_is_refused_with_its_reason(content: bytes, why: str) -> None:
    assert reason(content) == why


def test_an_open_document_is_told_from_a_word_file() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as odt:
        odt.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert reason(written.getvalue()) == "odt"


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    damaged = bytearray(FORM)
    for place in data.draw(st.lists(st.integers(0, len(FORM) - 1), max_size=20)):
        damaged[place] = data.draw(st.integers(0, 255))
    assert set(json.loads(incoming.read(bytes(damaged)))) <= {"form", "refused", "number"}


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_document_part_is_read_or_refused(part: bytes) -> None:
    read = incoming.read(packed({"word/document.xml": part}))
    assert set(json.loads(read)) <= {"form", "refused", "number"}


@pytest.mark.parametrize("part", [b"<p/>" * 100_001, bytes(range(33, 60)) * 80_000])
def test_far_more_than_any_form_says_is_refused(part: bytes) -> None:
    assert reason(packed({"word/document.xml": b"<d>" + part + b"</d>"})) == "too-large"


def test_as_much_as_is_read_takes_seconds_at_most() -> None:
    deep, wide = 120, package.MOST_ELEMENTS - 200
    part = b"<tbl><tr><tc>" + b"<a>" * deep + b"<p/>" * wide + b"</a>" * deep + b"</tc></tr></tbl>"
    began = time.process_time()
    assert read_form(packed({"word/document.xml": b"<body>" + part + b"</body>"})).rows == ()
    assert time.process_time() - began < 20


def test_deep_nesting_is_refused() -> None:
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert reason(packed({"word/document.xml": deep})) == "broken"


@pytest.mark.parametrize("key", ["laert", "nytilsatte", "-m1"])
def test_of_a_form_with_a_national_number_no_word_is_read(key: str) -> None:
    number = national_number()
    spaced = f"{number[:6]} {number[6:]}"
    read = incoming.read(filled(FORM, {"laert": "Noe annet.", key: f"Ring {spaced} først"}))
    assert json.loads(read) == {"number": True}
    assert number[6:] not in read
    assert MARK not in read


def test_of_a_form_without_one_every_word_is() -> None:
    read = json.loads(incoming.read(filled(FORM, {"laert": "Noe annet."})))
    assert [row["answer"] for row in read["form"]["rows"] if row["key"] == "laert"] == [
        "Noe annet."
    ]


def test_a_refusal_is_told_as_its_reason() -> None:
    assert json.loads(incoming.read(b"%PDF-1.7")) == {"refused": "pdf"}
