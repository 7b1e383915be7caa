"""The letters of our papers: DejaVu Sans, which comes with matplotlib and has all of Latin."""

from functools import cache
from pathlib import Path

_EM = 1000
_BOX = "\u25a1"
# They change the sign before them and show nothing of their own: joiners, variations, skin tones.
_MODIFIERS = frozenset({0x200D, *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)})


def font_file(*, bold: bool = False) -> Path:
    # Loaded here: importing matplotlib costs a start that makes no paper.
    import matplotlib as mpl  # noqa: PLC0415

    return Path(mpl.get_data_path(), "fonts/ttf", f"DejaVuSans{'-Bold' if bold else ''}.ttf")


def drawable(text: str) -> str:
    """The text with an empty box for each sign that the font has no letter for, such as an emoji.

    Several such signs in a row, as one emoji may consist of, give one box.
    """
    known, drawn = _letters(), ""
    for sign in text:
        if ord(sign) in _MODIFIERS:
            continue
        if ord(sign) in known or sign in "\n\t":
            drawn += sign
        elif not drawn.endswith(_BOX):
            drawn += _BOX
    return drawn


def width(text: str, *, bold: bool = False) -> float:
    """How wide a text is in ems, which is to be multiplied with the size of the letters."""
    return sum(_advance(sign, bold=bold) for sign in text)


@cache
def _advance(sign: str, *, bold: bool) -> float:
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - as above

    font = FT2Font(str(font_file(bold=bold)))
    font.set_size(_EM, 72)
    return font.load_char(ord(sign)).linearHoriAdvance / 65536 / _EM


@cache
def _letters() -> frozenset[int]:
    """The code points that both the upright and the bold font can draw."""
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - as above

    upright, strong = (FT2Font(str(font_file(bold=bold))) for bold in (False, True))
    return frozenset(upright.get_charmap()) & frozenset(strong.get_charmap())
