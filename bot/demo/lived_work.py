"""The aims and measures of made-up teams: set up after the first samling, and moved on since."""

from dataclasses import replace
from datetime import datetime

from bot.demo.lived_words import TeamWords
from storage.records import Aim
from storage.unit import Unit


def set_up(  # noqa: PLR0913 - whose, what, and by whom
    unit: Unit, programme: str, party: str, words: TeamWords, by: str | None, at: datetime
) -> None:
    """Let a team have its aims and measures, of which nothing is told yet."""
    aims: list[Aim] = [
        unit.measures.add_aim(programme, party, one.wording, by, at) for one in words.aims
    ]
    for tried in words.tried:
        towards = aims[min(tried.aim, len(aims) - 1)].id if aims else None
        unit.measures.add_measure(programme, party, towards, tried.wording, by, at)


def moves_on(  # noqa: PLR0913 - as above
    unit: Unit, programme: str, party: str, words: TeamWords, by: str | None, at: datetime
) -> None:
    """Let one measure, of those that are still tried, stand as it is told next time."""
    known = {one.wording: one for one in words.tried}
    for measure in unit.measures.measures(programme, party):
        states = known[measure.wording].states if measure.wording in known else ()
        if len(states) > 1 and measure.is_open and measure.state == states[0] != states[1]:
            unit.measures.change_measure(replace(measure, state=states[1]), by, at)
            return
