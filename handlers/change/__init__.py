"""Changes of the programme: made by an organiser in the chat, told once to whom they concern."""

from handlers.change import commands, form_texts, telling
from handlers.change.form import FORM
from handlers.change.telling import tell
from handlers.feature import Command, Feature
from storage.records import Role

ORGANISERS: frozenset[Role] = frozenset({"organiser"})

FEATURE = Feature(
    "change",
    commands=(
        Command(
            ("change", "endre"),
            commands.change,
            form_texts.summary,
            roles=ORGANISERS,
            menu=ORGANISERS,
            names={"nb": "endre", "nn": "endre"},
        ),
    ),
    presses={"change": commands.pressed, "date": commands.date_pressed},
    forms=(FORM,),
    tasks={telling.WORDS: telling.words},
    papers={telling.PAPER: telling.paper},
)

__all__ = ["FEATURE", "tell"]
