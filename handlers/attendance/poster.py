"""The code word as a picture to hang up: on A4, with a QR code where the bot's name is known."""

import json
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from handlers.attendance import count_texts, word
from handlers.attendance.overview import sight_of
from handlers.codes import USERNAME
from handlers.feature import Paper
from handlers.markup import plain
from handlers.papers.excerpt import excerpt
from handlers.papers.fonts import drawable, font_file, width
from handlers.post import address_of
from handlers.programme_file import Milestone, load, milestone, takes
from handlers.tongue import Tongue, tongue
from storage.unit import Unit

PNG = "image/png"
WIDE, HIGH = 1240, 1754  # pixels, as all that follows: A4 at 150 to the inch
_MARGIN, _QR = 100, 720
_INK, _PAPER = "#000000", "#ffffff"
_LINE = 1.35
_SMALLEST, _MOST_LINES = 20, 2
_LONGEST_TITLE = 75  # letters, which fit one line even in one word


def make(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """Make the picture for the leader who asked; None if they lead no longer, or it is not held.

    ``arguments`` is JSON: ``person``, ``programme``, ``milestone``.
    """
    asked = json.loads(arguments)
    person, row = unit.people.find(asked["person"]), unit.programmes.find(asked["programme"])
    programme = load(row.body) if row else None
    one = milestone(programme, asked["milestone"]) if programme else None
    if person is None or programme is None or one is None:
        return None
    to, said = address_of(unit, person), word.word(unit, programme.id, one.id)
    leads = sight_of(unit.people.memberships(person.id), programme.id) is not None
    if to is None or said is None or not leads or not takes(programme, one, "presence"):
        return None
    link = word.link(said, unit.house.value(USERNAME))
    # What hangs in the room speaks as the programme does, the words beside it to the leader.
    picture = drawn(tongue(programme.language), one, said, link)
    t = tongue(person.language or programme.language)
    text = count_texts.the_word(t, t.pick(one.title), said)
    return Paper(to, f"{one.id}.png", PNG, picture, text, t.language)


def drawn(t: Tongue, one: Milestone, said: str, link: str | None) -> bytes:
    """A PNG; the same word and samling give the same bytes."""
    figure, axes = _canvas()
    top = _MARGIN + 0.0
    heads = [
        (excerpt(t.pick(one.title), _LONGEST_TITLE), 64, True),
        (plain(t.when(one.when, year=True)), 36, False),
        (plain(count_texts.are_you_here(t)), 88, True),
    ]
    for text, size, bold in heads:
        top = _lines(axes, text, size, top, bold=bold) + 30
    if link is not None:
        _draw_qr(axes, link, top)
        top += _QR + 30
    how = count_texts.scan_or_write(t) if link else count_texts.write_it(t)
    top = _lines(axes, plain(how), 36, top) + (30 if link else 120)
    top = _lines(axes, plain(count_texts.code_word(t)), 36, top)
    top = _lines(axes, said, 150, top, bold=True) + 20
    _lines(axes, plain(count_texts.not_joined(t)), 28, top)
    whole = BytesIO()
    # Without the program's version: the same picture from the same values.
    figure.savefig(whole, format="png", dpi=72, metadata={"Software": None})
    return whole.getvalue()


def _lines(axes: Any, text: str, size: int, top: float, *, bold: bool = False) -> float:  # noqa: ANN401
    """Write a text in the middle, as small as it needs to fit; return where it ends."""
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - as below

    text = drawable(" ".join(text.split()))
    while size > _SMALLEST and _is_too_large(text, size, bold=bold):
        size -= 2
    letters = FontProperties(fname=str(font_file(bold=bold)), size=size)
    for row in _rows(text, size, bold=bold):
        middle = top + size * _LINE / 2
        axes.text(
            WIDE / 2, middle, row, fontproperties=letters, color=_INK, ha="center", va="center",
            parse_math=False,
        )  # fmt: skip
        top += size * _LINE
    return top


def _is_too_large(text: str, size: int, *, bold: bool) -> bool:
    is_long = len(list(_rows(text, size, bold=bold))) > _MOST_LINES
    return is_long or any(not _fits(one, size, bold=bold) for one in text.split())


def _rows(text: str, size: int, *, bold: bool) -> Iterator[str]:
    row = ""
    for one in text.split():
        longer = f"{row} {one}".strip()
        if row and not _fits(longer, size, bold=bold):
            yield row
            longer = one
        row = longer
    yield row


def _fits(text: str, size: int, *, bold: bool) -> bool:
    return width(text, bold=bold) * size <= WIDE - 2 * _MARGIN


def _draw_qr(axes: Any, link: str, top: float) -> None:  # noqa: ANN401 - matplotlib's own
    """Draw the code's squares one by one, so that no edge is blurred."""
    import segno  # noqa: PLC0415 - seldom needed
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - as below

    squares = [list(row) for row in segno.make(link, error="m", micro=False).matrix_iter(border=4)]
    side = _QR // len(squares)
    left = (WIDE - side * len(squares)) // 2
    for down, row in enumerate(squares):
        for across, dark in enumerate(row):
            if dark:
                place = (left + across * side, top + down * side)
                axes.add_patch(Rectangle(place, side, side, color=_INK, lw=0, antialiased=False))


def _canvas() -> tuple[Any, Any]:
    """A figure and its one plane, in pixels from the upper left corner."""
    # Loaded here, since few starts of the program ever draw. No pyplot: it keeps what it drew.
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(WIDE / 72, HIGH / 72), dpi=72, facecolor=_PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDE)
    axes.set_ylim(HIGH, 0)
    axes.axis("off")
    return figure, axes
