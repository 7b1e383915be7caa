"""The overview as a piece of a page, for the organisers' own page and for the demo's."""

from bot.web.organiser import texts
from bot.web.render import fragment
from handlers.markup import Html
from handlers.summary.overview_values import Overview
from handlers.tongue import Tongue


def overview_html(overview: Overview, t: Tongue, *, named: bool = True) -> Html:
    """Render an overview; it wants ``/public/organiser.css`` and nothing else.

    A row of the matrix and each that asks carry ``data-party`` and ``data-version``, another one
    as soon as anything that they show is. ``named``: with the programme's name as its head.
    """
    return fragment("organiser/overview.html", o=overview, t=t, x=texts, named=named)
