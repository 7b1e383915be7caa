"""The way from the chat to the page of those who lead."""

from handlers.feature import Command, Feature
from handlers.site import commands, texts
from handlers.turn import LEADERS

FEATURE = Feature(
    "site",
    commands=(
        Command(
            ("page", "side"),
            commands.show,
            texts.command_summary,
            roles=LEADERS,
            names={"nb": "side", "nn": "side"},
        ),
    ),
    presses={"page": commands.pressed},
)
