"""The calendar: every date that concerns somebody, as a file, as a link, and as a private feed."""

from handlers.calendar import texts
from handlers.calendar.address import opened, reachable_at
from handlers.calendar.commands import pressed, show
from handlers.calendar.paper import KIND, paper
from handlers.feature import Command, Feature

__all__ = ["FEATURE", "opened", "reachable_at"]

FEATURE = Feature(
    "calendar",
    commands=(
        Command(
            ("calendar", "kalender"),
            show,
            texts.command_summary,
            names={"nb": "kalender", "nn": "kalender"},
        ),
    ),
    presses={"calendar": pressed},
    papers={KIND: paper},
)
