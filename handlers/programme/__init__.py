"""The programme: how it comes in, and how it is read on a phone."""

from handlers.feature import Command, Feature
from handlers.programme import commands, texts
from handlers.turn import MEMBERS

FEATURE = Feature(
    "programme",
    commands=(
        Command(
            ("programme", "program", "programmet"),
            commands.show,
            texts.summary,
            menu=MEMBERS,
            names={"nb": "program", "nn": "program"},
        ),
    ),
    presses={"programme": commands.pressed},
)
