"""What a party told last time: its newest report that stands before an earlier milestone."""

from handlers.programme_file import ProgrammeFile
from storage.records import Report
from storage.unit import Unit


def last_report(unit: Unit, programme: ProgrammeFile, party: str, about: str) -> Report | None:
    """The party's standing report before the nearest milestone that comes ahead of ``about``.

    Order is the programme's, not the order of delivery: a report that was delivered late, after a
    newer one, is still the older. None the first time, and for a milestone that is gone.
    """
    order = [one.id for one in programme.milestone]
    earlier = order[: order.index(about)] if about in order else []
    found = (unit.reports.of(programme.id, party, one) for one in reversed(earlier))
    return next((one for one in found if one is not None and one.stands), None)
