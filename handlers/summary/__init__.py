"""The summary: who needs help, who has delivered and what they wrote, for those who lead.

From the outside: ``summarise`` reads a ``Summary``, ``pages`` and ``as_json`` show it.
"""

from handlers.feature import Command, Feature
from handlers.summary import commands, texts
from handlers.summary.data import as_json
from handlers.summary.gather import summarise
from handlers.summary.rounds import named
from handlers.summary.view import pages
from handlers.turn import LEADERS

FEATURE = Feature(
    "summary",
    commands=(
        Command(
            ("summary", "oppsummering"),
            commands.show,
            texts.summary,
            roles=LEADERS,
            menu=LEADERS,
            names={"nb": "oppsummering", "nn": "oppsummering"},
        ),
    ),
    presses={"summary": commands.pressed},
    papers={commands.PAPER: commands.make},
)

__all__ = ["FEATURE", "as_json", "named", "pages", "summarise"]
