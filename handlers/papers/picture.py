"""A party's measures as a picture for a phone, told apart by pattern and word as by colour."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from handlers.markup import Html, plain
from handlers.papers import texts
from handlers.papers.fonts import drawable, font_file, width
from handlers.papers.values import Back, Counts
from handlers.progress.texts import measure_state
from handlers.tongue import Tongue
from storage.records import MeasureState

PNG = "image/png"
WIDTH = 1080  # pixels, as all that follows
_MARGIN, _BAR, _LEAST, _SWATCH = 60, 96, 84, 40
_TITLE, _LABEL, _TEXT = 54, 40, 36
_MOST_LISTED, _MOST_LINES = 5, 2
_INK, _PAPER = "#14202e", "#ffffff"
# Fill and pattern of each state: they differ in lightness too, so that grey shows them apart.
_LOOKS: dict[MeasureState, tuple[str, str]] = {
    "not-started": ("#ffffff", ""),
    "under-way": ("#8fbfe6", "/"),
    "slow": ("#f4c76b", "x"),
    "done": ("#2f7d55", ""),
    "dropped": ("#d5d8dc", "."),
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text with its size, and the state whose swatch stands before it."""

    text: str
    size: int = _TEXT
    bold: bool = False
    state: MeasureState | None = None
    above: int = 0


@dataclass(frozen=True, slots=True)
class _Stack:
    """A bar of stacked counts."""

    counts: Counts


_Part = _Line | _Stack


def as_picture(back: Back, t: Tongue) -> bytes:
    """A PNG of 1080 pixels' width, as high as it needs; the same values give the same bytes.

    Every number and word in it stands in ``text_of`` too. It needs at least one measure.
    """
    parts = list(_parts(back, t))
    height = 2 * _MARGIN + sum(_height(one) for one in parts)
    figure, axes = _canvas(height)
    top = _MARGIN
    for part in parts:
        _draw(axes, part, top)
        top += _height(part)
    whole = BytesIO()
    # Without the program's version: the same picture from the same values.
    figure.savefig(whole, format="png", dpi=72, metadata={"Software": None})
    return whole.getvalue()


# What it shows


def _parts(back: Back, t: Tongue) -> Iterator[_Part]:
    yield from _wrapped(plain(texts.measures(t)), _TITLE, bold=True)
    about = " – ".join(one for one in (back.party, back.title) if one)
    yield from _wrapped(about, _TEXT)
    if back.last:
        yield from _bar(plain(texts.last_time(t)), back.last, t)
    yield from _bar(plain(texts.now(t)), back.now, t)
    first = back.last is None
    yield from _list(texts.finished_first(t) if first else texts.finished(t), back.finished, t)
    yield from _list(texts.reached(t), back.reached, t)
    if back.network:
        yield from _bar(plain(texts.network(t)), back.network, t)
    said = texts.people_delivered if back.individuals else texts.teams_delivered
    delivered = plain(said(t, back.delivered, back.expected))
    yield from _wrapped(delivered, _LABEL, bold=True, above=44)


def _bar(name: str, counts: Counts, t: Tongue) -> Iterator[_Part]:
    """A bar, and under it what each of its parts is and how many."""
    yield from _wrapped(name, _LABEL, bold=True, above=44)
    yield _Stack(counts)
    for state, number in counts:
        yield _Line(f"{t.number(number)} {plain(measure_state(t, state))}", state=state)


def _list(head: Html, items: Sequence[str], t: Tongue) -> Iterator[_Line]:
    if items:
        yield from _wrapped(plain(head), _LABEL, bold=True, above=44)
    for one in items[:_MOST_LISTED]:
        yield from _wrapped(f"• {one}", _TEXT, most=_MOST_LINES)
    if len(items) > _MOST_LISTED:
        yield _Line(plain(texts.and_more(t, len(items) - _MOST_LISTED)))


def _wrapped(
    text: str, size: int, *, bold: bool = False, above: int = 0, most: int = 3
) -> Iterator[_Line]:
    """The text in lines that fit the width; what is beyond ``most`` lines ends in «…»."""
    rows = list(_rows(drawable(" ".join(text.split())), size, bold=bold))
    if len(rows) > most:
        rows = [*rows[: most - 1], f"{rows[most - 1][:-2].rstrip()} …"]
    for place, row in enumerate(rows):
        yield _Line(row, size, bold, above=0 if place else above)


def _rows(text: str, size: int, *, bold: bool) -> Iterator[str]:
    row = ""
    for word in _pieces(text.split(), size, bold=bold):
        longer = f"{row} {word}".strip()
        if row and not _fits(longer, size, bold=bold):
            yield row
            longer = word
        row = longer
    if row:
        yield row


def _pieces(words: Iterable[str], size: int, *, bold: bool) -> Iterator[str]:
    """The words, one that no line could hold cut into several."""
    for word in words:
        piece = ""
        for sign in word:
            if piece and not _fits(piece + sign, size, bold=bold):
                yield piece
                piece = ""
            piece += sign
        yield piece


def _fits(text: str, size: int, *, bold: bool) -> bool:
    return width(text, bold=bold) * size <= WIDTH - 2 * _MARGIN


# How it is drawn


def _canvas(height: int) -> tuple[Any, Any]:
    """A figure and its one plane, in pixels from the upper left corner."""
    # Loaded here, since few starts of the program ever draw. No pyplot: it keeps what it drew.
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72, facecolor=_PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return figure, axes


def _height(part: _Part) -> int:
    if isinstance(part, _Stack):
        return _BAR + 24
    return part.above + round(part.size * 1.45)


def _draw(axes: Any, part: _Part, top: int) -> None:  # noqa: ANN401 - matplotlib's own
    if isinstance(part, _Stack):
        _draw_stack(axes, part.counts, top)
        return
    across, top = _MARGIN, top + part.above
    if part.state is not None:
        _box(axes, part.state, (across, top + (round(part.size * 1.45) - _SWATCH) // 2, _SWATCH))
        across += _SWATCH + 20
    middle = top + part.size * 1.45 / 2
    _write(axes, (across, middle), part.text, part.size, bold=part.bold)


def _draw_stack(axes: Any, counts: Counts, top: int) -> None:  # noqa: ANN401
    across = float(_MARGIN)
    for (state, number), wide in zip(counts, _shares(counts), strict=True):
        _box(axes, state, (across, top, wide), _BAR)
        middle = (across + wide / 2, top + _BAR / 2)
        # A white field beneath, so that a pattern never runs through a number.
        field = {"facecolor": _PAPER, "edgecolor": "none", "boxstyle": "round,pad=0.25"}
        _write(axes, middle, str(number), _LABEL, bold=True, ha="center", bbox=field)
        across += wide


def _shares(counts: Counts) -> list[float]:
    """How wide each part is: by its count, and never too narrow for the number in it."""
    room = WIDTH - 2 * _MARGIN - _LEAST * len(counts)
    total = sum(number for _, number in counts)
    return [_LEAST + room * number / total for _, number in counts]


def _box(
    axes: Any,  # noqa: ANN401
    state: MeasureState,
    place: tuple[float, float, float],
    high: float = _SWATCH,
) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - as above

    left, top, wide = place
    fill, hatch = _LOOKS[state]
    box = Rectangle((left, top), wide, high, facecolor=fill, edgecolor=_INK, hatch=hatch, lw=3)
    axes.add_patch(box)


def _write(
    axes: Any,  # noqa: ANN401
    at: tuple[float, float],
    text: str,
    size: int,
    *,
    bold: bool,
    **more: object,
) -> None:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - as above

    letters = FontProperties(fname=str(font_file(bold=bold)), size=size)
    axes.text(*at, text, fontproperties=letters, color=_INK, va="center", parse_math=False, **more)
