"""Aims and measures: what a party works towards, what it tries, and how that goes."""

from handlers.feature import Command, Feature
from handlers.measures import commands, texts
from handlers.measures.finish import FORMS

FEATURE = Feature(
    "measures",
    commands=(
        Command(
            ("measures", "tiltak", "tiltaka"),
            commands.command,
            texts.summary,
            menu=frozenset({"participant"}),
            names={"nb": "tiltak", "nn": "tiltak"},
            fits=lambda programme: programme.report is not None and programme.report.measures,
        ),
    ),
    presses={
        "measures": commands.pressed,
        "measure": commands.measure_pressed,
        "aim": commands.aim_pressed,
    },
    forms=FORMS,
)
