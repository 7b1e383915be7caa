"""The report: what a team, or a person alone, tells before a samling."""

from handlers.feature import Command, Feature
from handlers.report import commands, texts

FEATURE = Feature(
    "report",
    commands=(
        Command(
            ("report", "rapport", "rapporten"),
            commands.show,
            texts.summary,
            menu=frozenset({"participant"}),
            names={"nb": "rapport", "nn": "rapport"},
            fits=lambda programme: programme.report is not None,
        ),
    ),
    presses={"report": commands.pressed},
    forms=(commands.FORM,),
)
