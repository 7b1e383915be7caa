"""What is left to do once a person was erased: part from their address, then wipe the disk."""

from handlers.post import GOODBYE
from storage.unit import Unit


def is_time_to_wipe(unit: Unit) -> bool:
    """Tell whether the database's file and log should be wiped now of what was erased.

    A goodbye needs its address until it is out; then that is forgotten too, here. Whoever asks
    wipes after the commit, and then says so by ``unit.house.end_wipe``.
    """
    if not unit.house.is_wipe_wanted() or unit.traces.parting(GOODBYE):
        return False
    unit.traces.part(GOODBYE)
    unit.house.begin_wipe()
    return True
