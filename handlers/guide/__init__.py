"""The guide: help, leaving, the language, the menu, and a kind answer to whatever else comes."""

from handlers.feature import Command, Feature
from handlers.guide import commands, texts
from handlers.guide.commands import apologise, cannot_keep, lost, not_yours, old_button
from handlers.guide.menus import menu, offer
from handlers.turn import MEMBERS

FEATURE = Feature(
    "guide",
    commands=(
        Command(
            ("help", "hjelp", "menu", "meny"),
            commands.show_help,
            texts.help_summary,
            menu=MEMBERS,
            names={"nb": "hjelp", "nn": "hjelp"},
        ),
        Command(
            ("cancel", "avbryt", "fortsett senere", "fortset seinare"),
            commands.cancel,
            texts.cancel_summary,
            names={"nb": "avbryt", "nn": "avbryt"},
        ),
        Command(
            ("language", "språk"),
            commands.ask_language,
            texts.language_summary,
            names={"nb": "språk", "nn": "språk"},
        ),
    ),
    presses={"lang": commands.choose_language},
)

__all__ = [
    "FEATURE",
    "apologise",
    "cannot_keep",
    "lost",
    "menu",
    "not_yours",
    "offer",
    "old_button",
]
