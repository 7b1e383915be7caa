"""What is left to do once a person was erased: part from their address, then wipe the disk."""

from handlers.post import GOODBYE
from storage.unit import Unit


def is_time_to_wipe(unit: Unit) -> bool:
    """Tell whether the database's file and log should be wiped now of what was erased.

    A goodbye needs its address until it is out; then that is forgotten too, here. Whoever asks
    wipes after the commit, and then says so by ``wiped``.
    """
    if unit.house.value("checkpoint") not in ("wanted", "wiping") or unit.traces.parting(GOODBYE):
        return False
    unit.traces.part(GOODBYE)
    unit.house.keep("checkpoint", "wiping")
    return True


def wiped(unit: Unit) -> None:
    """Note that the disk was wiped, unless more was erased meanwhile: then it is wanted again."""
    if unit.house.value("checkpoint") == "wiping":
        unit.house.keep("checkpoint", "done")
