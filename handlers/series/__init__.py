"""«Ny samlingsrekke»: a programme and its people as one Excel file, out, and in again.

What comes in is shown as what it would change, and takes effect after a yes.
"""

from handlers.feature import Command, Feature
from handlers.series import commands, paper, reading, texts
from handlers.series.lapse import lapse
from handlers.series.taking import take

FEATURE = Feature(
    "series",
    commands=(
        Command(
            (
                "series",
                "ny samlingsrekke",
                "ny samlingsrekkje",
                "samlingsrekke",
                "samlingsrekkje",
                "excel",
            ),
            commands.show,
            texts.summary,
            roles=frozenset({"organiser"}),
            menu=frozenset({"organiser"}),
            names={"nb": "samlingsrekke", "nn": "samlingsrekkje"},
        ),
    ),
    presses={"series": commands.pressed},
    loose=commands.attached,
    tasks={reading.READ: take},
    papers={paper.PAPER: paper.make},
    readings={reading.READ: reading.read},
)

__all__ = ["FEATURE", "lapse"]
