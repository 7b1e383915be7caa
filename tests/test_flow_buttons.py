"""A form's button says which answer it is, within the 64 bytes that Telegram allows."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flow.buttons import Steer, Tap, Verb, decode, encode

DRAFTS = st.from_regex(r"[A-Za-z0-9_-]{1,16}", fullmatch=True)
QUESTIONS = st.from_regex(r"[a-z0-9-]{1,24}", fullmatch=True)
REVISIONS = st.integers(0, 4095)
VALUES = st.from_regex(r"[!-~]{1,16}", fullmatch=True)
VERBS = st.sampled_from(get_args(Verb))
BUTTONS = st.builds(Tap, DRAFTS, QUESTIONS, REVISIONS, VALUES) | st.builds(
    Steer, VERBS, DRAFTS, QUESTIONS | st.just(""), REVISIONS
)


@given(BUTTONS)
def test_every_legal_button_fits_and_comes_back(button: Tap | Steer) -> None:
    data = encode(button)
    assert (len(data.encode()) <= 64, decode(data)) == (True, button)


def test_the_longest_button_fits_exactly() -> None:
    assert len(encode(Tap("d" * 16, "q" * 24, 4095, "v" * 16))) == 64


@given(st.text() | st.from_regex(r"[af]:[a-z0-9:]*"))
def test_junk_is_no_button_and_raises_nothing(data: str) -> None:
    button = decode(data)
    assert button is None or encode(button) == data


@pytest.mark.parametrize(
    "data",
    ["", "a:", "a:d:q:0:", "a:d:q:00:x", "a:d:q:-1:x", "f:fly:d:q:0", "f:back::q:0", "a:d:q:1:x\n"],
)
def test_what_is_nearly_a_button_is_none(data: str) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    "button",
    [
        Tap("d" * 17, "q", 0, "v"),
        Tap("d", "q" * 25, 0, "v"),
        Tap("d", "q", 4096, "v"),
        Tap("d", "q", -1, "v"),
        Tap("d", "q", 0, "v" * 17),
        Tap("d", "q", 0, "å"),
        Tap("d", "", 0, "v"),
        Steer("back", ""),
    ],
)
def test_what_no_button_can_hold_is_refused_when_it_is_made(button: Tap | Steer) -> None:
    with pytest.raises(ValueError, match="no button"):
        encode(button)
