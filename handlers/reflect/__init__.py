"""The reflection: what each one takes with them from a samling, without a name where promised."""

from handlers.feature import Command, Feature
from handlers.reflect import absent, commands, texts
from handlers.reflect.lapse import lapse

__all__ = ["FEATURE", "lapse"]

FEATURE = Feature(
    "reflect",
    commands=(
        Command(
            ("reflect", "refleksjon", "etter samlingen", "etter samlinga"),
            commands.show,
            texts.summary,
            menu=frozenset({"participant"}),
            names={"nb": "refleksjon", "nn": "refleksjon"},
            fits=lambda programme: programme.reflection is not None,
        ),
    ),
    presses={"reflect": commands.pressed, "absent": absent.pressed},
    forms=(commands.UNSIGNED, commands.SIGNED),
)
