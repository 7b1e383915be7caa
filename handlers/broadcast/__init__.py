"""Messages to many: shown exactly, counted, confirmed, sent once each, and stopped on request."""

from handlers.broadcast import commands, sending, texts
from handlers.broadcast.counting import beat
from handlers.feature import Command, Feature
from handlers.turn import LEADERS

FEATURE = Feature(
    "broadcast",
    commands=(
        Command(
            ("broadcast", "melding"),
            commands.begin,
            texts.summary,
            roles=LEADERS,
            menu=LEADERS,
            names={"nb": "melding", "nn": "melding"},
        ),
    ),
    presses={"broadcast": commands.pressed},
    loose=commands.loose,
    edited=commands.edited,
    tasks={sending.EXPAND: sending.expand},
)

__all__ = ["FEATURE", "beat"]
