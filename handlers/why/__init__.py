"""Why somebody is reminded, what comes next, and how to have less of it."""

from handlers.feature import Command, Feature
from handlers.why import commands, texts

FEATURE = Feature(
    "why",
    commands=(
        Command(
            ("why", "hvorfor", "kvifor"),
            commands.show,
            texts.summary,
            names={"nb": "hvorfor", "nn": "kvifor"},
        ),
    ),
    presses={"why": commands.pressed},
)
