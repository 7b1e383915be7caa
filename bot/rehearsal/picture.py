"""A rehearsal as one picture: reminders a person by month, readable without colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import Any

from bot.rehearsal import texts
from bot.rehearsal.figures import GOAL, Figures, Month
from bot.rehearsal.values import Rehearsal
from handlers.markup import plain
from handlers.papers.fonts import drawable, font_file
from handlers.programme_file import first_day, samlinger
from handlers.tongue import Tongue, tongue

_WIDE, _HIGH, _DPI = 15.0, 8.0, 100  # inches, and pixels to each
_INK, _PAPER, _BAND, _LINE = "#14202e", "#ffffff", "#cfe0f0", "#1f5f9e"
_TITLE, _TEXT, _SMALL = 17, 13, 11
_MOST_MONTHS_NAMED = 36
_LONGEST_NAME = 70  # signs that the title has room for
_ABOVE = 1.6  # room above the highest count, for the gatherings


@dataclass(frozen=True, slots=True)
class Spread:
    """A month's fewest, middle and most reminders over everybody who was in the programme."""

    month: Month
    fewest: int
    middle: float
    most: int


def spreads(counted: Figures) -> list[Spread]:
    """The months in which anybody was there."""
    found = []
    for month in counted.months:
        got = [row[month] for row in counted.table.values() if month in row]
        if got:
            found.append(Spread(month, min(got), float(median(got)), max(got)))
    return found


def as_picture(played: Rehearsal, counted: Figures) -> bytes:
    """A PNG; the same rehearsal gives the same bytes. It needs at least one month."""
    t = tongue(played.programme.language)
    shown = spreads(counted)
    figure, axes = _canvas()
    _draw_counts(axes, shown, t)
    _draw_gatherings(axes, played, shown, t)
    _dress(axes, played, shown, t)
    whole = BytesIO()
    figure.savefig(whole, format="png", dpi=_DPI, metadata={"Software": None})
    return whole.getvalue()


def _canvas() -> tuple[Any, Any]:
    # Loaded here, since few starts of the program ever draw. No pyplot: it keeps what it drew.
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(_WIDE, _HIGH), dpi=_DPI, facecolor=_PAPER)
    FigureCanvasAgg(figure)
    return figure, figure.add_axes((0.06, 0.16, 0.91, 0.72))


def _draw_counts(axes: Any, shown: Sequence[Spread], t: Tongue) -> None:  # noqa: ANN401
    across = range(len(shown))
    axes.fill_between(
        across,
        [one.fewest for one in shown],
        [one.most for one in shown],
        facecolor=_BAND,
        edgecolor=_LINE,
        hatch="//",
        linewidth=0,
        label=plain(texts.picture_band(t)),
    )
    axes.plot(
        across,
        [one.most for one in shown],
        color=_INK,
        linestyle="--",
        marker="^",
        label=plain(texts.picture_most(t)),
    )
    axes.plot(
        across,
        [one.middle for one in shown],
        color=_LINE,
        linewidth=3,
        marker="o",
        label=plain(texts.picture_median(t)),
    )
    axes.axhline(GOAL, color=_INK, linestyle=":", label=plain(texts.picture_goal(t, GOAL)))


def _draw_gatherings(
    axes: Any,  # noqa: ANN401
    played: Rehearsal,
    shown: Sequence[Spread],
    t: Tongue,
) -> None:
    """A mark above the month of each samling that has a day, with its number in the file."""
    place = {one.month: number for number, one in enumerate(shown)}
    top = _top(shown) - _ABOVE / 2
    named = False
    for number, about in enumerate(samlinger(played.programme), 1):
        day = first_day(about.when)
        month = day.replace(day=1) if day else None
        if day is None or month not in place or about.cancelled:
            continue
        across = place[month] + (day.day - 15) / 31
        label = None if named else plain(texts.picture_gathering(t))
        axes.plot([across], [top], "s", color=_INK, markersize=11, label=label, linestyle="none")
        _write(axes, (across, top + _ABOVE / 6), str(number), _TEXT, ha="center", va="bottom")
        named = True


def _dress(
    axes: Any,  # noqa: ANN401
    played: Rehearsal,
    shown: Sequence[Spread],
    t: Tongue,
) -> None:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - as above

    axes.set_xlim(-0.6, len(shown) - 0.4)
    axes.set_ylim(-0.2, _top(shown))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    every = -(-len(shown) // _MOST_MONTHS_NAMED)
    ticks = range(0, len(shown), every)
    axes.set_xticks(list(ticks), [_month(shown[n].month) for n in ticks], rotation=60)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(_letters(_SMALL))
    axes.grid(axis="y", color="#d5d8dc")
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_ylabel(plain(texts.picture_axis(t)), fontproperties=_letters(_TEXT), color=_INK)
    name = drawable(t.pick(played.programme.name))[:_LONGEST_NAME]
    head = f"{plain(texts.heading_table(t))}: {name}"
    axes.set_title(head, fontproperties=_letters(_TITLE, bold=True), loc="left", pad=34)
    axes.legend(
        prop=_letters(_TEXT), loc="lower left", bbox_to_anchor=(0, 1.0), ncols=5, frameon=False,
        borderaxespad=0,
    )  # fmt: skip


def _top(shown: Sequence[Spread]) -> float:
    return max([GOAL, *(one.most for one in shown)]) + _ABOVE


def _month(month: Month) -> str:
    return f"{month:%m.%y}"


def _letters(size: int, *, bold: bool = False) -> Any:  # noqa: ANN401 - matplotlib's own
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - as above

    return FontProperties(fname=str(font_file(bold=bold)), size=size)


def _write(
    axes: Any,  # noqa: ANN401
    at: tuple[float, float],
    text: str,
    size: int,
    **more: object,
) -> None:
    axes.text(*at, text, fontproperties=_letters(size), color=_INK, parse_math=False, **more)
