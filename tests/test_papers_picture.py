"""The picture that a team gets back: its size, its sameness, and what it can bear."""

import struct
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from handlers.papers.names import picture_name
from handlers.papers.picture import _LOOKS, _PAPER, WIDTH, as_picture
from handlers.papers.values import Back, Counts, Moved
from handlers.tongue import tongue
from storage.records import MeasureState

EN = tongue("en")
NOW: Counts = (("under-way", 1), ("done", 2))
BACK = Back(
    party="Havnes, hjemmetjenesten",
    title="Halvveis",
    measures=(Moved("Ringe alle", "under-way", "done"),),
    last=(("under-way", 3),),
    now=NOW,
    finished=("Ringe alle",),
    reached=(),
    delivered=7,
    expected=9,
    individuals=False,
    network=None,
    shared=(),
)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_picture_is_as_wide_as_a_phone_and_grows_with_what_it_holds() -> None:
    first = replace(BACK, last=None, finished=())
    all_together = replace(BACK, network=(("not-started", 4), ("done", 9)))
    sizes = [size(as_picture(one, EN)) for one in (first, BACK, all_together)]
    assert [width for width, _ in sizes] == [WIDTH] * 3
    heights = [height for _, height in sizes]
    assert heights == sorted(set(heights))


def test_the_same_values_give_the_same_picture_and_others_another() -> None:
    assert as_picture(BACK, EN) == as_picture(BACK, EN)
    assert as_picture(BACK, EN) != as_picture(replace(BACK, delivered=8), EN)
    assert as_picture(BACK, EN) != as_picture(BACK, tongue("nb"))


@pytest.mark.parametrize("state", list(_LOOKS))
def test_one_measure_in_any_state_is_drawn(state: MeasureState) -> None:
    assert size(as_picture(replace(BACK, last=None, now=((state, 1),)), EN))[0] == WIDTH


def test_states_are_told_apart_without_colour() -> None:
    looks = [(_light(fill), hatch) for fill, hatch in _LOOKS.values()]
    for place, (light, hatch) in enumerate(looks):
        for other, pattern in looks[place + 1 :]:
            assert hatch != pattern or _contrast(light, other) >= 3


def test_words_stand_out_from_the_paper() -> None:
    assert _contrast(_light("#14202e"), _light(_PAPER)) >= 7


@pytest.mark.parametrize("wording", ["W" * 300, "$\\frac$ 😀 <b>&", "ord " * 60, "đŋšáč"])
def test_whatever_a_measure_is_called_stays_within_the_picture(wording: str) -> None:
    back = replace(BACK, party=wording, finished=(wording,) * 8, reached=(wording,))
    picture = Image.open(BytesIO(as_picture(back, EN))).convert("L")
    right = picture.crop((WIDTH - 50, 0, WIDTH, picture.height))
    assert right.getextrema() == (255, 255)


def test_the_picture_is_named_after_its_round_and_no_person() -> None:
    assert picture_name(BACK, EN) == "How it goes – before Halvveis.png"


def _light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return (high + 0.05) / (low + 0.05)
