"""A person's own data: what is kept and why, all of it as a file, and all of it erased."""

from handlers.feature import Command, Feature
from handlers.post import GOODBYE
from handlers.privacy import commands, forget, texts
from handlers.privacy.after import is_time_to_wipe
from handlers.privacy.mydata import KIND, ask_for, paper
from handlers.privacy.screened import taken_out

FEATURE = Feature(
    "privacy",
    commands=(
        Command(
            ("privacy", "personvern"),
            commands.show,
            texts.privacy_summary,
            names={"nb": "personvern", "nn": "personvern"},
        ),
        Command(
            ("mydata", "innsyn"),
            ask_for,
            texts.mydata_summary,
            names={"nb": "innsyn", "nn": "innsyn"},
        ),
        Command(
            ("forget", "slett"),
            forget.ask,
            texts.forget_summary,
            names={"nb": "slett", "nn": "slett"},
        ),
    ),
    presses={"privacy": commands.pressed, "forget": forget.pressed},
    loose=forget.typed,
    papers={KIND: paper},
)

__all__ = ["FEATURE", "GOODBYE", "is_time_to_wipe", "taken_out"]
