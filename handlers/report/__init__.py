"""The report: what a team, or a person alone, tells before a samling."""

from collections.abc import Sequence

from handlers.feature import Command, Feature
from handlers.report import commands, texts
from handlers.report.attached import keep as attach
from handlers.report.delivered import paper_tasks
from handlers.report.template import commands as template
from handlers.report.template import incoming
from handlers.report.template import texts as template_texts
from handlers.turn import Turn


def _pressed(turn: Turn, arguments: Sequence[str]) -> None:
    if not attach.pressed(turn, arguments):
        commands.pressed(turn, arguments)


def _loose(turn: Turn) -> bool:
    return incoming.taken(turn) or attach.taken(turn)


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
        Command(
            ("template", "skjema"),
            template.show,
            template_texts.summary,
            roles=frozenset({"participant", "organiser"}),
            names={"nb": "skjema", "nn": "skjema"},
            fits=lambda programme: programme.report is not None,
        ),
    ),
    presses={"report": _pressed, "template": template.pressed},
    forms=(commands.FORM,),
    loose=_loose,
    tasks={incoming.READING: incoming.take},
    papers={template.PAPER: template.make, **paper_tasks.PAPERS},
    readings={incoming.READING: incoming.read},
)
