"""A party's aims and measures as they stand, and how they hang together."""

from dataclasses import dataclass

from storage.records import Aim, Measure
from storage.unit import Unit

MOST = 40
"""The most measures, and the most aims, that a party may have open at once."""
LONGEST = 200
"""The most characters in the words of one of them."""


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that a party has, closed ones too, by number."""

    aims: tuple[Aim, ...]
    measures: tuple[Measure, ...]

    @property
    def open_aims(self) -> tuple[Aim, ...]:
        return tuple(aim for aim in self.aims if aim.is_open)

    @property
    def open_measures(self) -> tuple[Measure, ...]:
        return tuple(measure for measure in self.measures if measure.is_open)

    def aim(self, aim: str | None) -> Aim | None:
        return next((one for one in self.aims if one.id == aim), None)

    def towards(self, aim: Aim | None) -> tuple[Measure, ...]:
        """The open measures towards an aim; None: towards no aim that is open."""
        mine = aim.id if aim else None
        still = {one.id for one in self.open_aims}
        return tuple(
            one for one in self.open_measures if (one.aim == mine if aim else one.aim not in still)
        )


def work_of(unit: Unit, programme: str, party: str) -> Work:
    return Work(
        tuple(unit.measures.aims(programme, party)),
        tuple(unit.measures.measures(programme, party)),
    )
